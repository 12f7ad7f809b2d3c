//go:build unix

package child

import "syscall"

// restrict sets limits of the process, and those that every child gets: no
// file or socket that is not open already, nothing written to files, no core.
func restrict(limits map[int]int) error {
	set := map[int]int{syscall.RLIMIT_NOFILE: 0, syscall.RLIMIT_FSIZE: 0, syscall.RLIMIT_CORE: 0}
	for what, n := range limits {
		set[what] = n
	}
	for what, n := range set {
		var l syscall.Rlimit
		if err := syscall.Getrlimit(what, &l); err != nil {
			return err
		}
		lower(&l.Cur, n)
		lower(&l.Max, n)
		if err := syscall.Setrlimit(what, &l); err != nil {
			return err
		}
	}
	return nil
}

// lower sets a limit that is not lower already: no process may raise its own.
// The type depends on the system.
func lower[T int64 | uint64](limit *T, n int) { *limit = min(*limit, T(n)) }
