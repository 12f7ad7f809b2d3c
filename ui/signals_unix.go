//go:build unix

package ui

import (
	"os"
	"syscall"
)

// jobSignals are those of a shell's job control.
func jobSignals() []os.Signal { return []os.Signal{syscall.SIGTSTP} }
