//go:build !linux

package readertest

import "time"

// begun is only there to be counted from.
var begun = time.Now()

// clock returns the time that has passed: what is spent on a thread is not told everywhere.
func clock() time.Duration { return time.Since(begun) }
