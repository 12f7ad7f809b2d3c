package store

import (
	"context"
	"errors"
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

// Who is cancelled while another writes does not wait for its end, and changes nothing.
func TestCancelledBeforeItsTurn(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "first")))[0].IDs
	over, err := a.turn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := a.SetStarred(ctx, ids, true); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled while another writes: %v", err)
	}
	over()
	if read(t, a, ids[0]).Row.Starred {
		t.Error("it was done all the same")
	}
	must(t, a.SetStarred(context.Background(), ids, true))
}
