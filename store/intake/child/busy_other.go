//go:build !linux

package child

import "time"

// busy is not known: the limit is of the time that passes.
func busy(int) (used time.Duration, ok bool) { return 0, false }
