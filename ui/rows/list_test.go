package rows

import (
	"context"
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"offprint/ui/keys"
)

// source is rows 0 to n-1 that counts what is fetched.
type source struct {
	values  []int
	fetched []int // offsets
	err     error
}

func numbers(n int) *source {
	s := &source{}
	for i := range n {
		s.values = append(s.values, i)
	}
	return s
}

func (s *source) fetch(_ context.Context, offset, n int) ([]int, error) {
	s.fetched = append(s.fetched, offset)
	if s.err != nil {
		return nil, s.err
	}
	at := min(offset, len(s.values))
	return slices.Clone(s.values[at:min(at+n, len(s.values))]), nil
}

func newList(height int) *List[int] {
	l := NewList("numbers", 2, func(i int) int64 { return int64(i) })
	l.SetHeight(height)
	return l
}

// drain runs a command and what follows from it.
func drain(l *List[int], cmd tea.Cmd) {
	for cmd != nil {
		cmd, _ = l.Update(cmd())
	}
}

func act(l *List[int], a keys.Action) {
	cmd, _ := l.Act(keys.Press{Action: a})
	drain(l, cmd)
}

func TestListFetchesWhatComesIntoSight(t *testing.T) {
	t.Parallel()
	s, l := numbers(100_000), newList(20)
	cmd, _ := l.Update(l.Load(s.fetch, 0)())
	if n, whole := l.Known(); n != 100 || whole {
		t.Errorf("known %d %v, want 100 and not the whole", n, whole)
	}
	if len(s.fetched) != 1 {
		t.Errorf("fetched %v, want the first page alone", s.fetched)
	}
	drain(l, cmd)
	for range 1000 {
		act(l, keys.MovePageDown)
	}
	if v, ok := l.Current(); !ok || v < 9_000 {
		t.Errorf("after 1000 pages: row %d %v", v, ok)
	}
	if len(l.pages) > keptPages+4 {
		t.Errorf("%d pages are held, want about %d", len(l.pages), keptPages)
	}
}

func TestListFindsItsEnd(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 99, 100, 101, 200, 250} {
		s, l := numbers(n), newList(20)
		drain(l, l.Load(s.fetch, 0))
		for range 10 {
			act(l, keys.MoveBottom)
		}
		if got, whole := l.Known(); got != n || !whole {
			t.Errorf("%d rows: known %d, whole %v", n, got, whole)
		}
		if v, ok := l.Current(); n > 0 && (!ok || v != n-1) {
			t.Errorf("%d rows: the end is %d %v", n, v, ok)
		}
	}
}

func TestTheEndIsSoughtNotWalkedTo(t *testing.T) {
	t.Parallel()
	for _, n := range []int{100, 101, 12_345, 100_000, 100_001} {
		s, l := numbers(n), newList(20)
		drain(l, l.Load(s.fetch, 0))
		act(l, keys.MoveBottom)
		if v, ok := l.Current(); !ok || v != n-1 {
			t.Errorf("%d rows: the end is %d %v", n, v, ok)
		}
		if got, whole := l.Known(); got != n || !whole {
			t.Errorf("%d rows: known %d, whole %v", n, got, whole)
		}
		if len(s.fetched) > 40 {
			t.Errorf("%d rows: %d fetches", n, len(s.fetched))
		}
		act(l, keys.MoveTop)
		if v, ok := l.Current(); !ok || v != 0 {
			t.Errorf("%d rows: the top is %d %v", n, v, ok)
		}
	}
}

func TestReloadKeepsTheRow(t *testing.T) {
	t.Parallel()
	s, l := numbers(250), newList(20)
	drain(l, l.Load(s.fetch, 0))
	act(l, keys.MoveBottom)
	act(l, keys.MoveBottom)
	l.SelectEven(150)
	drain(l, l.Want())
	s.values = append([]int{-2, -1}, s.values...)
	drain(l, l.Reload())
	if v, ok := l.Current(); !ok || v != 150 {
		t.Errorf("the cursor is on %d %v, want 150", v, ok)
	}
	s.values = s.values[:40]
	drain(l, l.Reload())
	for range 3 {
		drain(l, l.Want())
	}
	if v, ok := l.Current(); !ok || v != 37 {
		t.Errorf("after the list has become short: %d %v, want its last, 37", v, ok)
	}
	if n, whole := l.Known(); n != 40 || !whole {
		t.Errorf("known %d %v, want 40", n, whole)
	}
}

func TestLoadKeepsOldRowsUntilTheNewHaveCome(t *testing.T) {
	t.Parallel()
	s, l := numbers(10), newList(20)
	drain(l, l.Load(s.fetch, 0))
	first := l.Load(numbers(3).fetch, 0)
	second := l.Load(numbers(5).fetch, 0)
	if n, _ := l.Known(); n != 10 {
		t.Errorf("while loading %d rows are shown, want the 10 from before", n)
	}
	late := first()
	drain(l, second)
	if cmd, taken := l.Update(late); taken || cmd != nil {
		t.Error("a result that came too late was taken")
	}
	if n, _ := l.Known(); n != 5 {
		t.Errorf("%d rows, want the 5 asked for last", n)
	}
}

func TestListBeginsAtARow(t *testing.T) {
	t.Parallel()
	s, l := numbers(1000), newList(20)
	drain(l, l.Load(s.fetch, 450))
	if v, ok := l.Current(); !ok || v != 450 {
		t.Errorf("begins at %d %v, want 450", v, ok)
	}
	act(l, keys.MoveTop)
	if v, ok := l.Current(); !ok || v != 0 {
		t.Errorf("the top is %d %v, want 0", v, ok)
	}
}

func TestAFailureIsNotTriedAgainByItself(t *testing.T) {
	t.Parallel()
	s, l := numbers(1000), newList(20)
	s.err = errors.New("gone")
	drain(l, l.Load(s.fetch, 0))
	if l.Err() == nil || len(s.fetched) != 1 {
		t.Fatalf("err %v after %d fetches", l.Err(), len(s.fetched))
	}
	s.err = nil
	act(l, keys.MoveDown)
	if v, ok := l.Current(); !ok || v != 0 || l.Err() != nil {
		t.Errorf("after a key: row %d %v, err %v", v, ok, l.Err())
	}
}
