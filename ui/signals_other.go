//go:build !unix

package ui

import "os"

// jobSignals are those of a shell's job control: none here.
func jobSignals() []os.Signal { return nil }

// isStop reports whether s asks the program to stop for a while.
func isStop(os.Signal) bool { return false }
