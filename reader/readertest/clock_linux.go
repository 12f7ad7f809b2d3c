package readertest

import (
	"syscall"
	"time"
)

// threadOnly asks for what the calling thread alone has used.
const threadOnly = 1

// clock returns the time that the processor has spent on the calling thread:
// other programs and other tests have no part in it.
func clock() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(threadOnly, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
