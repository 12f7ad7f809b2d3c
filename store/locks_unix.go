//go:build unix

package store

import (
	"os"
	"syscall"
)

// lockless reports whether files in a folder cannot be locked at all. SQLite
// says of some file systems that the file is in use, which no waiting ends.
func lockless(folder string) bool {
	f, err := os.CreateTemp(folder, ".lock-*")
	if err != nil {
		return false
	}
	defer os.Remove(f.Name())
	defer f.Close()
	return syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, &syscall.Flock_t{Type: syscall.F_WRLCK}) != nil
}
