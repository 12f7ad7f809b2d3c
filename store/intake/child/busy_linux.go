package child

import (
	"bytes"
	"os"
	"strconv"
	"time"
)

// tick is the unit in which the system tells processor time. It is the same on
// every architecture that Go runs on.
const tick = 10 * time.Millisecond

// busy returns the processor time that a process has used.
func busy(pid int) (used time.Duration, ok bool) {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0, false
	}
	_, b, _ = bytes.Cut(b, []byte(") ")) // the name before it may hold anything
	fields := bytes.Fields(b)
	if len(fields) < 13 {
		return 0, false
	}
	for _, f := range fields[11:13] { // for itself, and in the system for it
		n, err := strconv.ParseInt(string(f), 10, 64)
		if err != nil {
			return 0, false
		}
		used += time.Duration(n) * tick
	}
	return used, true
}
