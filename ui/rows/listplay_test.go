package rows

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"offprint/ui/keys"
)

// TestAFailedReloadKeepsThePlace: what could not be read is asked for again
// with the next key, and the cursor stays where it is.
func TestAFailedReloadKeepsThePlace(t *testing.T) {
	t.Parallel()
	s, l := numbers(1000), newList(20)
	drain(l, l.Load(s.fetch, 450))
	s.err = errors.New("gone")
	drain(l, l.Reload())
	if v, ok := l.Current(); !ok || v != 450 || l.Err() == nil {
		t.Fatalf("after a reload that failed: row %d %v, err %v", v, ok, l.Err())
	}
	s.err = nil
	s.values = append([]int{-1}, s.values...)
	act(l, keys.MoveDown)
	if v, ok := l.Current(); !ok || v != 451 || l.Err() != nil {
		t.Errorf("after a key: row %d %v, err %v; want 451", v, ok, l.Err())
	}
	// Rows of another question begin where that was to begin.
	s.err = errors.New("gone")
	drain(l, l.Load(s.fetch, 300))
	s.err = nil
	act(l, keys.MoveUp)
	if v, ok := l.Current(); !ok || v != 299 || l.Err() != nil {
		t.Errorf("a load tried again begins at %d %v, err %v; want 299, the row at 300", v, ok, l.Err())
	}
}

// TestListAgainstItsSource: whatever is pressed, however rows come, go and
// fail to be read, and in whichever order answers come: in the end the list
// shows what its source has, with the cursor on one of its rows.
func TestListAgainstItsSource(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		play(t, seed)
		if t.Failed() {
			return
		}
	}
}

// play makes random moves on one list.
func play(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 25))
	s, l := numbers(r.IntN(700)), newList(1+r.IntN(40))
	var under []tea.Cmd // what is under way
	do := func(cmd tea.Cmd) {
		if cmd != nil {
			under = append(under, cmd)
		}
	}
	do(l.Load(s.fetch, r.IntN(400)))
	moves := []keys.Action{keys.MoveDown, keys.MoveUp, keys.MovePageDown, keys.MovePageUp, keys.MoveBottom, keys.MoveTop, keys.MovePercent}
	for range 150 {
		switch k := r.IntN(20); {
		case k < 9:
			cmd, _ := l.Act(keys.Press{Action: moves[r.IntN(len(moves))], Count: r.IntN(100)})
			do(cmd)
		case k < 15 && len(under) > 0: // an answer comes, not always the first that was asked for
			i := r.IntN(len(under))
			msg := under[i]()
			under = slices.Delete(under, i, i+1)
			cmd, _ := l.Update(msg)
			do(cmd)
		case k == 15:
			l.SetHeight(r.IntN(60))
			do(l.Want())
		case k == 16: // rows come and go
			if at := r.IntN(len(s.values) + 1); r.IntN(2) == 0 {
				s.values = slices.Insert(s.values, at, 10_000+r.IntN(10_000))
			} else {
				s.values = s.values[:at]
			}
			do(l.Reload())
		case k == 17:
			s.err = nil
			if r.IntN(3) == 0 {
				s.err = errors.New("gone")
			}
		case k == 18:
			do(l.Load(s.fetch, r.IntN(500)))
		}
	}
	s.err = nil
	settle := func() {
		for len(under) > 0 {
			cmd, _ := l.Update(under[0]())
			under = under[1:]
			do(cmd)
		}
	}
	settle()
	l.SetHeight(20)
	do(l.Reload())
	settle()
	cmd, _ := l.Act(keys.Press{Action: keys.MoveUp}) // a move tries again what did not work
	do(cmd)
	settle()
	if l.Err() != nil {
		t.Fatalf("seed %d: %v", seed, l.Err())
	}
	shown(t, seed, s, l)
	if n, whole := l.Known(); n != len(s.values) || !whole {
		t.Errorf("seed %d: %d rows are counted, whole %v; there are %d", seed, n, whole, len(s.values))
	}
	cmd, _ = l.Act(keys.Press{Action: keys.MoveBottom})
	do(cmd)
	settle()
	shown(t, seed, s, l)
}

// shown asks for the rows in sight to be those of the source, the cursor's among them.
func shown(t *testing.T, seed uint64, s *source, l *List[int]) {
	t.Helper()
	first, end := l.VisibleEven()
	for i := first; i < end; i++ {
		if v, ok := l.At(i); !ok || v != s.values[i] {
			t.Errorf("seed %d: row %d is %d %v", seed, i, v, ok)
		}
	}
	if at, on := l.Even(); len(s.values) > 0 && (!on || at < first || at >= end) {
		t.Errorf("seed %d: the cursor is on row %d %v, %d to %d are in sight", seed, at, on, first, end)
	}
}
