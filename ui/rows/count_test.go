package rows

import (
	"context"
	"testing"
	"testing/synctest"

	"offprint/ui/keys"
)

// What is listed is counted once its first rows are here, without a key.
func TestCountSaysWhatIsKnown(t *testing.T) {
	t.Parallel()
	s, l := numbers(1234), newList(20)
	if got := l.Count(); got != "" {
		t.Errorf("before anything has come: %q", got)
	}
	counting, _ := l.Update(l.Load(s.fetch, 0)())
	if got := l.Count(); got != "100+" {
		t.Errorf("after a page: %q", got)
	}
	end, _ := l.Act(keys.Press{Action: keys.MoveBottom})
	if got := l.Count(); got != "100+ …" {
		t.Errorf("while the end is sought: %q", got)
	}
	drain(l, end)
	if got := l.Count(); got != "1,234" {
		t.Errorf("at the end: %q", got)
	}
	if _, taken := l.Update(counting()); taken {
		t.Error("a count that came after the end was seen was taken")
	}
	for _, n := range []int{0, 1, 100, 101, 200, 12_345} {
		s := numbers(n)
		drain(l, l.Load(s.fetch, 0))
		if got, want := l.Count(), Number(n); got != want {
			t.Errorf("%d rows: counted %q", n, got)
		}
		if v, ok := l.Current(); n > 0 && (!ok || v != 0) {
			t.Errorf("%d rows: counting moved the cursor to %d %v", n, v, ok)
		}
		if len(s.fetched) > 24 {
			t.Errorf("%d rows: %d fetches", n, len(s.fetched))
		}
	}
}

// After a reload the count is that of now, wherever the cursor is.
func TestReloadCountsAnew(t *testing.T) {
	t.Parallel()
	s, l := numbers(5000), newList(20)
	drain(l, l.Load(s.fetch, 0))
	for _, n := range []int{5000, 4999, 3210, 300, 150, 7} {
		s.values, s.fetched = s.values[:n], nil
		drain(l, l.Reload())
		if got, whole := l.Known(); got != n || !whole {
			t.Errorf("%d rows are left: known %d, whole %v", n, got, whole)
		}
	}
	s.values = numbers(9000).values
	drain(l, l.Reload())
	if got, whole := l.Known(); got != 9000 || !whole {
		t.Errorf("9000 rows: known %d, whole %v", got, whole)
	}
	s.fetched = nil
	drain(l, l.Reload())
	if len(s.fetched) > 4 {
		t.Errorf("nothing has changed: fetched %v", s.fetched)
	}
}

// Where counting takes long it is given up, and what has been found is said.
func TestCountingEnds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s, l := numbers(50_000), newList(20)
		slow := func(ctx context.Context, offset, n int) ([]int, error) {
			if offset > 5000 {
				<-ctx.Done()
				return nil, ctx.Err()
			}
			return s.fetch(ctx, offset, n)
		}
		drain(l, l.Load(slow, 0))
		if got := l.Count(); got != "3,200+" || l.Err() != nil {
			t.Errorf("counted %q, err %v", got, l.Err())
		}
		act(l, keys.MoveDown)
		if v, ok := l.Current(); !ok || v != 1 {
			t.Errorf("a key goes to %d %v", v, ok)
		}
	})
}
