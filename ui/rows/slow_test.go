package rows

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// While the rows of another question are long in coming, those of the one
// before are shown with a sign that they are not the answer.
func TestSlowRowsAreTold(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s, l := numbers(7), newList(20)
		drain(l, l.Load(s.fetch, 0))
		long := time.Duration(0)
		ask := l.Load(func(ctx context.Context, offset, n int) ([]int, error) {
			time.Sleep(long)
			return numbers(5).fetch(ctx, offset, n)
		}, 0)
		long = time.Minute
		if got := l.Count(); got != "7" {
			t.Errorf("at once: %q", got)
		}
		rest, taken := l.Update(ask())
		if got := l.Count(); got != "7 …" || !taken {
			t.Errorf("after a while: %q", got)
		}
		drain(l, rest)
		if got := l.Count(); got != "5" {
			t.Errorf("with the answer: %q", got)
		}
		late := l.Load(numbers(3).fetch, 0)
		drain(l, l.Load(numbers(4).fetch, 0))
		drain(l, late)
		if got := l.Count(); got != "4" {
			t.Errorf("after one that was given up: %q", got)
		}
	})
}

// What panics behind a list does so in its command.
func TestPanicsAreThoseOfTheCommand(t *testing.T) {
	t.Parallel()
	l := newList(20)
	ask := l.Load(func(context.Context, int, int) ([]int, error) { panic("broken") }, 0)
	defer func() {
		if v := recover(); v != "broken" {
			t.Errorf("recovered %v", v)
		}
	}()
	ask()
	t.Error("the command came back")
}
