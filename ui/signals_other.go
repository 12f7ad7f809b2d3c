//go:build !unix

package ui

import "os"

// jobSignals are those of a shell's job control: none here.
func jobSignals() []os.Signal { return nil }
