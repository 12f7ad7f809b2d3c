// Package readertest checks for tests what all makers promise of any text.
package readertest

import (
	"runtime"
	"testing"
	"time"
)

const (
	// slack is how many times more a byte of the long text may cost than one
	// of the short text: less than the three and more that a square costs,
	// more than what a busy machine adds.
	slack = 2.5
	// least is a cost that cannot be told from noise.
	least = 400 * time.Millisecond
)

// Linear fails if the time of run grows faster than the text: the long text,
// three times the short one or more of the same shape, may not cost much more
// than the short text as many times over. A slow machine is slow for both; one
// that is busy interrupts the longer run oftener where the processor's own time
// is not told, so it is given five tries.
func Linear(t testing.TB, short, long string, run func(text string)) {
	t.Helper()
	linear(t, short, long, run, clock)
}

func linear(t testing.TB, short, long string, run func(text string), clock func() time.Duration) {
	t.Helper()
	times := len(long) / max(1, len(short))
	if times < 3 {
		t.Fatalf("the texts have %d and %d bytes: the long one must be three times the short one", len(short), len(long))
	}
	var many, one time.Duration
	for try := range 5 {
		many = shorter(try, many, spent(run, short, times, clock))
		one = shorter(try, one, spent(run, long, 1, clock))
		if one < least || float64(one) <= slack*float64(many) {
			return
		}
	}
	t.Errorf("%d bytes take %v, %d times %d bytes %v: that is more than linear", len(long), one, times, len(short), many)
}

func spent(run func(string), text string, times int, clock func() time.Duration) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	runtime.GC() // what other tests hold is not gone through in the longer run
	began := clock()
	for range times {
		run(text)
	}
	return clock() - began
}

// shorter keeps the best of several tries.
func shorter(try int, best, now time.Duration) time.Duration {
	if try == 0 {
		return now
	}
	return min(best, now)
}
