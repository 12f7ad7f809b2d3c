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
		put(&l.Cur, n)
		put(&l.Max, n)
		if err := syscall.Setrlimit(what, &l); err != nil {
			return err
		}
	}
	return nil
}

// put sets a number whose type depends on the system.
func put[T int64 | uint64](to *T, n int) { *to = T(n) }
