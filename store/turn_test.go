package store

import (
	"testing"
	"time"
)

// Between two looks of a writer that waits there is less time than the gap
// that a program leaves which writes all the time: it gets its turn. SQLite
// waits 1, 2, 5, 10, 15, 20, 25 ms and more between its looks.
func TestWaitingFitsGap(t *testing.T) {
	t.Parallel()
	waited, longest := time.Duration(0), time.Duration(0)
	for _, ms := range []time.Duration{1, 2, 5, 10, 15, 20, 25, 25, 25, 50} {
		look := min(ms*time.Millisecond, patienceStep-waited)
		longest, waited = max(longest, look), waited+look
	}
	if longest >= indexPause {
		t.Errorf("up to %v between two looks, a gap is %v", longest, indexPause)
	}
}
