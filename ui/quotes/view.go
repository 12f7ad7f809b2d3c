package quotes

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.layOut()
	return s.list.Want()
}

// The height from which a quote has up to three lines of words (two from
// [rows.Roomy] on), and the widths of a line of words, from which sources are counted in words and
// from which the article's title is named.
const (
	tall   = 36
	widest = 104
	named  = 64
	titled = 116
)

// shape is what the heights of rows depend on.
type shape struct {
	cells      cells.Measure
	width      int // of a line of words
	words, gap int // lines at most, and the blank one between quotes
}

// lines returns how many lines a quote takes.
func (a shape) lines(q store.QuoteRow) int { return 1 + len(a.wrapped(&q)) + a.gap }

// wrapped returns the words of a quote as they are shown, at least one line.
func (a shape) wrapped(q *store.QuoteRow) []string {
	if lines := rows.Wrapped(a.cells, rows.Quoted(q), a.width, a.words); len(lines) > 0 {
		return lines
	}
	return []string{""}
}

// words returns how many lines of a quote's words are shown at most.
func (s *Screen) words() int {
	switch {
	case s.h < rows.Roomy:
		return 1
	case s.h < tall:
		return 2
	}
	return 3
}

// layOut gives the list its height and the heights of its rows.
func (s *Screen) layOut() {
	s.headings = s.about()
	s.list.SetHeight(max(0, s.h-len(s.head())-rows.Gap(s.h)))
	var heads []rows.Head
	if n := len(s.headings); n > 0 {
		heads = []rows.Head{{Lines: n}}
	}
	s.list.SetHeads(heads)
	if a := (shape{s.look.Cells, max(0, min(s.w-6, widest)), s.words(), rows.Gap(s.h)}); a != s.shape {
		s.shape = a
		s.list.SetHeights(2+a.gap, a.lines)
	}
}

// name stands before the filter.
const name reader.Text = "QUOTES"

func (s *Screen) head() []string {
	order := [...]reader.Text{"newest first", "oldest first", "by speaker"}[min(s.sort, store.QuotesBySpeaker)]
	right := order
	if count := s.list.Count(); count != "" {
		right = count + " · " + order
	}
	return s.query.Head(s.look, s.w, name, right)
}

// Draw returns the screen in exactly its size.
func (s *Screen) Draw() string {
	lines := s.head()
	for range rows.Gap(s.h) {
		lines = append(lines, "")
	}
	if n, _ := s.list.Known(); n == 0 {
		lines = append(lines, s.empty()...)
		return s.look.Cells.Block(lines, s.w, s.h)
	}
	heads := 0
	if len(s.headings) > 0 {
		heads = 1
	}
	at, _ := s.list.Even()
	lines = append(lines, s.list.Lines(func(row int) []string {
		if row < heads {
			return s.headings
		}
		return s.drawQuote(row-heads, row-heads == at)
	})...)
	return s.look.Cells.Block(lines, s.w, s.h)
}

// about draws what is known of the speaker of most quotes: nothing if nobody
// says most, or no room.
func (s *Screen) about() []string {
	p := s.speaker
	if p == nil || s.h < rows.Roomy {
		return nil
	}
	st, c := s.look.Styles, s.look.Cells
	kind := st.Entity.Of(p.Kind)
	room := max(0, s.w-6)
	count := " · " + s.total(p.Quotes)
	name := c.Cut(p.Name, room-2-c.Width(string(count)))
	lines := []string{"   " + kind.Kind.Render(kind.Letter) + " " + st.Title.Render(name) + st.Faint.Render(string(count))}
	for _, l := range rows.Months(s.look, p.Months, min(room, 60)) {
		lines = append(lines, cells.Blank(5)+l)
	}
	for _, part := range []struct{ label, text reader.Text }{
		{"quoted by ", outlets(p.Outlets)},
		{"speaks of ", topics(p.About)},
	} {
		if part.text != "" {
			lines = append(lines, cells.Blank(5)+st.Faint.Render(string(part.label))+st.Text.Render(c.Cut(part.text, room-12)))
		}
	}
	return append(lines, "")
}

// compared is from how many quotes of a speaker on the archive no longer counts
// the same words once.
const compared = 5000

// total says how many quotes of a speaker there are, whatever the list is
// narrowed to: the same words once, unlike on the page about the speaker.
func (s *Screen) total(n int) reader.Text {
	switch {
	case s.w < named:
		return rows.Counted(n, "quote", "quotes")
	case n < compared:
		return rows.Counted(n, "quote in all", "different quotes in all")
	}
	return rows.Counted(n, "quote in all", "quotes in all")
}

// maxNamed is how many outlets or topics of a speaker are named.
const maxNamed = 8

func outlets(counts []store.Count) reader.Text {
	var out []reader.Text
	for _, n := range counts[:min(len(counts), maxNamed)] {
		if n.Name != "" { // else it is not known
			out = append(out, n.Name+" "+rows.Number(n.Articles))
		}
	}
	return joined(out)
}

// topics lists whom somebody speaks of; a nationality is not told beside its country.
func topics(named []store.EntityRow) reader.Text {
	countries := map[string]bool{}
	for _, e := range named {
		if e.Kind == reader.EntityPlace && e.Country != "" {
			countries[e.Country] = true
		}
	}
	var out []reader.Text
	for _, e := range named {
		if len(out) < maxNamed && (e.Kind != reader.EntityNationality || !countries[e.Country]) {
			out = append(out, e.Name+" "+rows.Number(e.Quotes))
		}
	}
	return joined(out)
}

func joined(parts []reader.Text) reader.Text {
	var out reader.Text
	for i, p := range parts {
		if i > 0 {
			out += " · "
		}
		out += p
	}
	return out
}

// asksSpeaker reports whether a query asks for somebody's quotes: it holds a
// said: that must be so.
func asksSpeaker(q query.Query) bool {
	switch n := q.Root; {
	case n == nil:
		return false
	case n.Op == query.OpTerm:
		return n.Term.Field == query.FieldSaid
	case n.Op == query.OpAnd:
		for _, kid := range n.Kids {
			if kid.Op == query.OpTerm && kid.Term.Field == query.FieldSaid {
				return true
			}
		}
	}
	return false
}

// empty says what would be here.
func (s *Screen) empty() []string {
	if !s.query.Query().All() {
		return s.list.Empty(s.look, s.w, "Nobody is quoted so.",
			"Filter by said:NAME, about:NAME, words, source:OUTLET, after:2024-04. / changes the filter.")
	}
	return s.list.Empty(s.look, s.w, "Here stand the quotes of all articles, with who said them.",
		"None has been found yet. Quit and run: offprint FOLDER")
}

// Cursor returns where the text cursor is; ok is false if there is none.
func (s *Screen) Cursor() (x, y int, ok bool) {
	x = s.query.CursorX(s.look, s.w, name)
	return x, 0, x >= 0 && s.h > 0
}
