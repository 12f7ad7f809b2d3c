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
			Linear(f, short, long, func(text string) { time.Sleep(c.cost(len(text))) })
			if f.failed != c.fail {
				t.Errorf("failed: %v, want %v", f.failed, c.fail)
			}
		})
	}
}
