package rows

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/task"
)

// PageRows is how many rows are fetched at once: several screens, and still one short query.
const PageRows = 100

// keptPages is how many pages are held before those far away are dropped: 3,000 rows.
const keptPages = 30

// Fetch returns n rows after the first offset ones, fewer at the end. It is called from commands.
type Fetch[T any] func(ctx context.Context, offset, n int) ([]T, error)

// List is a list whose even rows are fetched in pages when they come into
// sight. How many there are is counted once the first have come. It is used from Update
// alone; what its commands bring comes back through [List.Update].
type List[T any] struct {
	Model
	of    reader.Text // its rows, as they are named where they cannot be read
	fetch Fetch[T]
	key   func(T) int64
	tall  func(T) int // the height of a row; nil: all have the same

	pages   map[int][]T
	whole   bool // the end is known
	seen    bool // it was seen since the last load
	wanted  map[int]bool
	work    task.Slot
	load    bool         // what is fetched replaces all that is here
	slow    bool         // and that takes so long that it is told
	here    bool         // something has come since the list was made
	seeking bool         // the work under way looks for the end
	tally   task.Slot    // counts the rows
	untold  bool         // they are to be counted when those in sight are here
	failed  bool         // a load did not work: what is here answers an older question
	asked   loadedMsg[T] // by the last load, to be asked again
	err     error
}

// NewList returns an empty list of rows of so many lines; of names them
// ("quotes"). key tells rows apart: it finds the cursor's row again after a reload.
func NewList[T any](of reader.Text, lines int, key func(T) int64) *List[T] {
	l := &List[T]{of: of, key: key, pages: map[int][]T{}}
	l.each = max(1, lines)
	return l
}

// loadedMsg brings pages. A load replaces everything, else they are added.
type loadedMsg[T any] struct {
	task   task.ID
	pages  map[int][]T
	anchor int64 // the key of the row that the cursor should be on
	at     int   // its place before
	keep   bool
	end    bool // the pages are the last there are; the cursor goes to the last row
	err    error
}

// Load shows the rows of another question from row at on. The rows that are
// here stay until the first of the new ones have come.
func (l *List[T]) Load(fetch Fetch[T], at int) tea.Cmd {
	l.fetch = fetch
	return l.begin(loadedMsg[T]{at: max(0, at)})
}

// Reload fetches what is in sight anew. The cursor stays on its row.
func (l *List[T]) Reload() tea.Cmd {
	if l.fetch == nil {
		return nil
	}
	msg := loadedMsg[T]{keep: true}
	msg.at, _ = l.Even()
	if row, ok := l.Current(); ok {
		msg.anchor = l.key(row)
	}
	return l.begin(msg)
}

func (l *List[T]) begin(msg loadedMsg[T]) tea.Cmd {
	ctx, id := l.work.Begin(context.Background())
	l.load, l.slow, l.seeking, l.wanted, l.asked, msg.task = true, false, false, nil, msg, id
	l.tally.Stop()
	fetch, page := l.fetch, msg.at/PageRows
	pages := []int{page}
	if page > 0 { // rows before the cursor are on the screen, and rows may have moved
		pages = []int{page - 1, page}
	}
	return patiently(id, func() tea.Msg {
		msg.pages, msg.err = fetchPages(ctx, fetch, pages)
		return msg
	})
}

func fetchPages[T any](ctx context.Context, fetch Fetch[T], pages []int) (map[int][]T, error) {
	out := make(map[int][]T, len(pages))
	for _, p := range pages {
		rows, err := fetch(ctx, p*PageRows, PageRows)
		if err != nil {
			return nil, err
		}
		out[p] = rows
	}
	return out, nil
}

// Want fetches the pages around the visible rows that are not here yet.
func (l *List[T]) Want() tea.Cmd {
	if l.fetch == nil || l.load || l.err != nil {
		return nil
	}
	first, end := l.VisibleEven()
	height := max(1, end-first)
	last := end + height
	if l.whole {
		last = min(last, l.tail)
	}
	var missing []int
	for p := max(0, first-height) / PageRows; p*PageRows < last; p++ {
		if _, here := l.pages[p]; !here && p*PageRows <= l.tail {
			missing = append(missing, p)
		}
	}
	fresh := false
	for _, p := range missing {
		fresh = fresh || !l.wanted[p]
	}
	if !fresh {
		return nil
	}
	ctx, id := l.work.Begin(context.Background())
	l.wanted, l.seeking = map[int]bool{}, false
	for _, p := range missing {
		l.wanted[p] = true
	}
	fetch := l.fetch
	return func() tea.Msg {
		pages, err := fetchPages(ctx, fetch, missing)
		return loadedMsg[T]{task: id, pages: pages, err: err}
	}
}

// Update takes what the list's own commands bring; taken is false if msg is
// something else. Of rows that could not be fetched cmd tells the user; [List.Err] has the reason.
func (l *List[T]) Update(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	if m, ok := msg.(talliedMsg[T]); ok && l.tally.Done(m.task) {
		l.tallied(m)
		return l.Want(), true
	}
	if m, ok := msg.(slowMsg); ok && l.load && l.work.Current(m.task) {
		l.slow = true
		return m.rest, true
	}
	m, ok := msg.(loadedMsg[T])
	if !ok || !l.work.Done(m.task) {
		return nil, false
	}
	load := l.load
	l.load, l.slow, l.wanted, l.err, l.failed = false, false, nil, m.err, load && m.err != nil
	if m.err != nil {
		return nav.Send(nav.Fail{Doing: "reading the " + l.of, Err: m.err}), true
	}
	l.here = true
	switch {
	case load:
		l.replace(m)
	case m.end:
		l.toEnd(m.pages)
	default:
		l.hold(func() {
			for p, rows := range m.pages {
				l.pages[p] = rows
			}
			l.count(m.pages)
			l.forget()
		})
	}
	if cmd := l.Want(); cmd != nil {
		return cmd, true
	}
	return l.countAll(), true
}

// replace puts what a load brought in the place of all rows.
func (l *List[T]) replace(m loadedMsg[T]) {
	length, whole := l.tail, l.whole
	before, _ := l.extent()
	off := before - l.top
	l.uneven = nil
	onHead := l.cursor < len(l.stops) && (m.keep || m.at == 0)
	l.pages, l.whole, l.tail = m.pages, false, 0
	if m.keep {
		l.tail, l.whole = length, whole
	}
	l.seen = false
	l.count(m.pages)
	l.untold = !l.seen
	if onHead {
		l.Select(l.cursor)
		return
	}
	at := m.at
	for p, rows := range m.pages {
		for i, row := range rows {
			if m.keep && l.key(row) == m.anchor {
				at = p*PageRows + i
			}
		}
	}
	if at == 0 && !m.keep {
		l.Select(0)
		l.top = 0
		return
	}
	l.SelectEven(at)
	if m.keep { // the row stays where it is on the screen
		from, _ := l.extent()
		l.top = from - off
		l.follow()
	}
}

// forget drops the pages far from the screen when too many are held.
func (l *List[T]) forget() {
	if len(l.pages) <= keptPages {
		return
	}
	first, end := l.VisibleEven()
	for p := range l.pages {
		if from := p * PageRows; from > end+2*PageRows || from+PageRows < first-2*PageRows {
			delete(l.pages, p)
			l.setPage(p, nil)
		}
	}
}

// Act moves the cursor, if that is what the key asks for.
func (l *List[T]) Act(press keys.Press) (tea.Cmd, bool) {
	if press.Action == keys.RowBack {
		return nav.Send(nav.Close{}), true
	}
	if !l.Model.Act(press) {
		return nil, false
	}
	l.err = nil // a move tries again what did not work
	switch {
	case l.failed:
		l.failed = false
		if l.asked.keep {
			return l.Reload(), true
		}
		return l.begin(l.asked), true
	case press.Action == keys.MoveBottom && !l.whole && !l.load && l.tail > 0:
		return l.seekEnd(), true
	}
	return l.Want(), true
}

// At returns an even row, if it is here.
func (l *List[T]) At(i int) (row T, ok bool) {
	if page := l.pages[i/PageRows]; i >= 0 && i%PageRows < len(page) {
		return page[i%PageRows], true
	}
	return row, false
}

// Current returns the even row under the cursor, if it is on one and that is here.
func (l *List[T]) Current() (row T, ok bool) {
	i, on := l.Even()
	if !on {
		return row, false
	}
	return l.At(i)
}

// Here reports whether any answer has come: before that an empty list says nothing.
func (l *List[T]) Here() bool { return l.here }

// Err returns why the last fetch did not work; nil if it did.
func (l *List[T]) Err() error { return l.err }

// SetLines changes the height of the even rows.
func (l *List[T]) SetLines(lines int) { l.SetEven(l.tail, lines) }

// SetHeights has every row that is here take as many lines as tall says, and all
// others as many as lines says. It is called again when that changes.
func (l *List[T]) SetHeights(lines int, tall func(T) int) {
	l.tall = tall
	l.hold(func() {
		for p := range l.pages {
			l.measure(p)
		}
		l.SetEven(l.tail, lines)
	})
}

// measure finds out how high the rows of a page are.
func (l *List[T]) measure(p int) {
	if l.tall == nil || len(l.pages[p]) == 0 {
		l.setPage(p, nil)
		return
	}
	heights := make([]int, len(l.pages[p]))
	for i, row := range l.pages[p] {
		heights[i] = l.tall(row)
	}
	l.setPage(p, heights)
}

// Stop cancels what is being fetched.
func (l *List[T]) Stop() {
	l.work.Stop()
	l.tally.Stop()
}
