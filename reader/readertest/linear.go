// Package readertest checks for tests what all makers promise of any text.
package readertest

import (
	"testing"
	"time"
)

const (
	// slack is how many times more a byte of the long text may cost than one
	// of the short text: less than what a square costs if the long text is
	// three times as long, more than what a busy machine adds.
	slack = 2.5
	// least is a cost that cannot be told from noise.
	least = 400 * time.Millisecond
)

// Linear fails if the time of run grows faster than the text: a byte of the
// long text, three times the short one or more of the same shape, may not cost
// much more than one of the short text. A slow machine is slow for both; a
// busy one is given five tries.
func Linear(t testing.TB, short, long string, run func(text string)) {
	t.Helper()
	if len(long) < 3*len(short) {
		t.Fatalf("the texts have %d and %d bytes: the long one must be three times the short one", len(short), len(long))
	}
	var quick, slow time.Duration
	for try := range 5 {
		quick = shorter(try, quick, spent(run, short))
		slow = shorter(try, slow, spent(run, long))
		if slow < least || float64(slow)/float64(len(long)) <= slack*float64(quick)/float64(len(short)) {
			return
		}
	}
	t.Errorf("%d bytes take %v, %d bytes take %v: that is more than linear", len(short), quick, len(long), slow)
}

func spent(run func(string), text string) time.Duration {
	began := time.Now()
	run(text)
	return time.Since(began)
}

// shorter keeps the best of several tries.
func shorter(try int, best, now time.Duration) time.Duration {
	if try == 0 {
		return now
	}
	return min(best, now)
}
