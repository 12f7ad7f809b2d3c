package rows

import (
	"context"
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/task"
)

// countFor is how long the rows of a question are counted at most. A far row
// costs as much as all before it, so of very many it is known only that there
// are more.
const countFor = time.Second

// talliedMsg brings how many rows there are, or so many at least.
type talliedMsg[T any] struct {
	task  task.ID
	n     int
	whole bool
	pages map[int][]T // the last one, if it was found
}

// countAll counts the rows in the background, unless their end has been seen
// or somebody goes there.
func (l *List[T]) countAll() tea.Cmd {
	if !l.untold || l.seen || l.load || l.seeking {
		return nil
	}
	l.untold = false
	ctx, id := l.tally.Begin(context.Background())
	fetch, known := l.fetch, max(0, (l.tail-1)/PageRows)
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, countFor)
		defer cancel()
		msg := talliedMsg[T]{task: id}
		last, err := lastPage(ctx, fetch, known)
		if msg.n = last * PageRows; err != nil {
			return msg
		}
		rows, err := fetch(ctx, msg.n, PageRows)
		if err == nil {
			msg.n, msg.whole, msg.pages = msg.n+len(rows), true, map[int][]T{last: rows}
		}
		return msg
	}
}

// tallied takes the number of rows. What has been seen meanwhile is known better.
func (l *List[T]) tallied(m talliedMsg[T]) {
	if l.seen || l.load || m.n == 0 && !m.whole {
		return
	}
	l.hold(func() {
		if m.whole {
			l.tail, l.whole = m.n, true
			for p, rows := range m.pages {
				l.pages[p] = rows
				l.measure(p)
			}
		} else {
			l.tail, l.whole = max(m.n, l.held()), false
		}
		l.SetEven(l.tail, l.each)
		l.forget()
	})
}

// held returns the end of the last rows that are here.
func (l *List[T]) held() int {
	n := 0
	for p, rows := range l.pages {
		n = max(n, p*PageRows+len(rows))
	}
	return n
}

// count learns from new pages how many rows there are.
func (l *List[T]) count(pages map[int][]T) {
	n, whole := l.tail, l.whole
	for _, p := range slices.Sorted(maps.Keys(pages)) {
		rows := pages[p]
		l.measure(p)
		end := p*PageRows + len(rows)
		switch {
		case len(rows) == PageRows && end >= n:
			n, whole = end, false
		case len(rows) == PageRows:
		case len(rows) > 0 || p == 0:
			n, whole, l.seen = end, true, true
		case end <= n: // an empty page: the end is not after it
			n, whole = end, len(l.pages[p-1]) == PageRows
		}
	}
	l.whole = whole
	l.SetEven(n, l.each)
}

// Known returns how many even rows are known of, and whether that is all.
func (l *List[T]) Known() (n int, whole bool) { return l.tail, l.whole }

// Count writes how many rows are known of: "250", "100+" where there may be
// more, with … while the end is sought or other rows are long in coming; nothing before the first have come.
func (l *List[T]) Count() reader.Text {
	if !l.here {
		return ""
	}
	n := Number(l.tail)
	if !l.whole {
		n += "+"
	}
	if l.slow || l.seeking && l.work.Busy() {
		n += " …"
	}
	return n
}
