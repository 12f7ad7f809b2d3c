package rows

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// seekEnd looks for the last page and goes there.
func (l *List[T]) seekEnd() tea.Cmd {
	ctx, id := l.work.Begin(context.Background())
	l.wanted, l.seeking = nil, true
	l.tally.Stop() // the end tells, and if one goes elsewhere first they are counted again
	l.untold = true
	fetch, known := l.fetch, (l.tail-1)/PageRows
	return func() tea.Msg {
		msg := loadedMsg[T]{task: id, end: true}
		var last int
		if last, msg.err = lastPage(ctx, fetch, known); msg.err == nil {
			msg.pages, msg.err = fetchPages(ctx, fetch, []int{max(0, last-1), last})
		}
		return msg
	}
}

// lastPage returns the last page that holds a row, the first if none does. It
// begins at one that did when it was read, and asks for single rows: a few
// dozen at any length. With an error it is the last that was found so far.
func lastPage[T any](ctx context.Context, fetch Fetch[T], known int) (int, error) {
	low, high := 0, max(known, 1) // low holds rows if any page does, high may
	for step := 1; ; step *= 2 {
		rows, err := fetch(ctx, high*PageRows, 1)
		if err != nil {
			return low, err
		}
		if len(rows) == 0 {
			break
		}
		low, high = high, high+step
	}
	for high-low > 1 {
		mid := (low + high) / 2
		rows, err := fetch(ctx, mid*PageRows, 1)
		if err != nil {
			return low, err
		}
		if len(rows) == 0 {
			high = mid
		} else {
			low = mid
		}
	}
	return low, nil
}

// toEnd goes to the last row, once the last pages are here.
func (l *List[T]) toEnd(pages map[int][]T) {
	n := 0
	for p, rows := range pages {
		l.pages[p] = rows
		if len(rows) > 0 { // they may have gone since they were looked for
			n = max(n, p*PageRows+len(rows))
		}
	}
	for p := range pages {
		l.measure(p)
	}
	l.whole, l.seen = true, true
	l.SetEven(n, l.each)
	l.SelectEven(n - 1)
	l.forget()
}
