package cli

import (
	"os"
	"strconv"
	"syscall"
)

// niceness is how far an import stands back for other programs, first of all
// for a reader that is open beside it: 0 is not at all, 19 is most. On a
// machine with nothing else to do it costs nothing.
const niceness = 10

// giveWay has this process, and those that it starts, stand back. Each thread
// counts by itself; those to come inherit it. It is never taken back, so that
// only a command that ends with its import calls it.
func giveWay() {
	threads, _ := os.ReadDir("/proc/self/task") // without, nothing is lost but quick keys
	for _, t := range threads {
		if id, err := strconv.Atoi(t.Name()); err == nil {
			if now, err := syscall.Getpriority(syscall.PRIO_PROCESS, id); err == nil && 20-now < niceness { // the call gives 20 less the niceness
				_ = syscall.Setpriority(syscall.PRIO_PROCESS, id, niceness)
			}
		}
	}
}
