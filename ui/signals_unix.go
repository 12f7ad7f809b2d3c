//go:build unix

package ui

import (
	"os"
	"syscall"
)

// jobSignals are those of a shell's job control.
func jobSignals() []os.Signal { return []os.Signal{syscall.SIGTSTP} }

// isStop reports whether s asks the program to stop for a while.
func isStop(s os.Signal) bool { return s == syscall.SIGTSTP }
