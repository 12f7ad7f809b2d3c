package readertest

import (
	"strings"
	"testing"
	"time"
)

// fake notes what it is told.
type fake struct {
	testing.TB
	failed bool
}

func (f *fake) Helper()               {}
func (f *fake) Errorf(string, ...any) { f.failed = true }

func TestLinear(t *testing.T) {
	t.Parallel()
	short, long := strings.Repeat("a", 10), strings.Repeat("a", 40)
	for name, c := range map[string]struct {
		cost func(n int) time.Duration
		fail bool
	}{
		"line":       {func(n int) time.Duration { return time.Duration(n) * 12 * time.Millisecond }, false},
		"square":     {func(n int) time.Duration { return time.Duration(n*n) * time.Millisecond / 3 }, true},
		"tiny curve": {func(n int) time.Duration { return time.Duration(n*n) * time.Microsecond }, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := &fake{TB: t}
			var now time.Duration
			linear(f, short, long, func(text string) { now += c.cost(len(text)) }, func() time.Duration { return now })
			if f.failed != c.fail {
				t.Errorf("failed: %v, want %v", f.failed, c.fail)
			}
		})
	}
}

// TestClock: work takes time.
func TestClock(t *testing.T) {
	t.Parallel()
	took := spent(func(text string) { _ = strings.Repeat(text, 1000) }, strings.Repeat("a", 100000), 10, clock)
	if took <= 0 || took > time.Minute {
		t.Errorf("a gigabyte was written in %v", took)
	}
}
