package child

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// limitSelf has the system refuse this process more than so many bytes of
// memory beyond what it has, and any further file, socket or written byte of a
// file: it has what it needs. A limit on data counts memory that was asked
// for, not addresses, of which Go takes many.
func limitSelf(memory int) error {
	has, err := data()
	if err != nil {
		return err
	}
	return restrict(map[int]int{syscall.RLIMIT_DATA: has + memory})
}

// data is how many bytes the system counts as this process's data.
func data() (int, error) {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	var size, resident, shared, text, lib, pages int
	if _, err := fmt.Sscan(strings.TrimSpace(string(b)), &size, &resident, &shared, &text, &lib, &pages); err != nil {
		return 0, err
	}
	return pages * os.Getpagesize(), nil
}
