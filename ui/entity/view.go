package entity

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.layOut()
	return s.list.Want()
}

// The width from which facts have a column of their own, and the most that it takes.
const (
	twoColumns = 120
	mostFacts  = 72
)

// wide reports whether facts and articles stand beside each other.
func (s *Screen) wide() bool { return s.w >= twoColumns }

// columns cuts the width for facts and articles; in one column both have all of it.
func (s *Screen) columns() (facts, articles int) {
	if !s.wide() {
		return s.w, s.w
	}
	facts = min(mostFacts, s.w*2/5)
	return facts, s.w - facts - 1
}

// headLines is how many lines stand above the list: the heading, in one column
// the names of the two parts, and a blank.
func (s *Screen) headLines() int {
	if !s.wide() && s.h >= rows.Roomy {
		return 3
	}
	return 1 + rows.Gap(s.h)
}

// layOut draws the facts and gives the lists their heights.
func (s *Screen) layOut() {
	left, _ := s.columns()
	s.facts = s.describe(left)
	room := max(0, s.h-s.headLines())
	s.side.SetHeight(room)
	s.list.SetHeight(room)
	s.list.SetLines(2 + rows.Gap(s.h))
	s.side.SetHeads(heads(s.facts))
	s.list.SetHeads(heads(s.above()))
}

// above is what stands over the articles: in two columns their heading, in one
// when the name was seen, if there is anything known.
func (s *Screen) above() []fact {
	if !s.wide() {
		return s.facts[:min(1, len(s.facts))]
	}
	_, right := s.columns()
	label := s.heading("Articles", right)
	if s.h >= rows.Roomy {
		label.plain = append(label.plain, "")
	}
	return []fact{label}
}

func heads(facts []fact) []rows.Head {
	out := make([]rows.Head, len(facts))
	for i, f := range facts {
		out[i] = rows.Head{Lines: len(f.plain), Stop: f.here != nil}
	}
	return out
}

// Draw returns the screen in exactly its size.
func (s *Screen) Draw() string {
	lines := []string{s.head()}
	if s.page != nil && s.headLines() > 2 {
		lines = append(lines, s.parts())
	}
	for len(lines) < s.headLines() {
		lines = append(lines, "")
	}
	if s.page == nil {
		lines = append(lines, s.missing()...)
		return s.look.Cells.Block(lines, s.w, s.h)
	}
	c := s.look.Cells
	if !s.wide() {
		if s.aside {
			lines = append(lines, s.side.Lines(s.drawFact)...)
		} else {
			lines = append(lines, s.list.Lines(s.drawRow)...)
		}
		return c.Block(lines, s.w, s.h)
	}
	left, right := s.columns()
	room := s.h - len(lines)
	if room <= 0 {
		return c.Block(lines, s.w, s.h)
	}
	top := c.Block(lines, s.w, len(lines))
	facts := c.Block(s.side.Lines(s.drawFact), left, room)
	list := c.Block(s.list.Lines(s.drawRow), right, room)
	return top + "\n" + cells.Beside(s.look.Styles.Pane.Separator.Render("│"), facts, list)
}

// head draws "L Iran · place · Q794      2,113 articles".
func (s *Screen) head() string {
	st, c := s.look.Styles, s.look.Cells
	if s.page == nil {
		return st.Pane.Title.Render(" NAME")
	}
	p := s.page
	kind := st.Entity.Of(p.Kind)
	what := rows.Kind(p.Kind)
	if p.Country != "" {
		what += " · Wikidata " + reader.CleanLine(p.Country)
	}
	right := articles(p.Articles)
	if p.Quotes > 0 && s.w >= 60 {
		right += " · " + rows.Counted(p.Quotes, "quote", "quotes")
	}
	name := c.Cut(p.Name, max(1, s.w/2))
	end := s.w - 7 - c.Width(kind.Letter) - c.Width(name) - c.Width(string(right))
	line := " " + kind.Kind.Render(kind.Letter) + " " + st.Title.Render(name) + "  "
	return line + st.Faint.Render(c.Fit(what, end)) + "  " + st.List.Count.Render(string(right)) + " "
}

// parts names the two parts of the page where one of them is shown.
func (s *Screen) parts() string {
	st, line := s.look.Styles, "  "
	for _, part := range []struct {
		name  string
		shown bool
	}{{"articles", !s.aside}, {"about", s.aside}} {
		if part.shown {
			line += st.Accent.Render("[" + part.name + "]")
		} else {
			line += st.Faint.Render(" " + part.name + " ")
		}
	}
	return line
}

// drawRow draws a row of the list: what stands above the articles, or one.
func (s *Screen) drawRow(row int) []string {
	above := s.above()
	if row < len(above) {
		return above[row].plain
	}
	return s.drawArticle(row-len(above), !s.aside)
}

func (s *Screen) drawFact(row int) []string {
	f := s.facts[row]
	if at, ok := s.side.Row(); ok && s.aside && at == row && f.here != nil {
		return f.here
	}
	return f.plain
}

// drawArticle draws an article and the sentence that names the thing.
func (s *Screen) drawArticle(i int, focused bool) []string {
	at, on := s.list.Even()
	here := focused && on && at == i
	a, ok := s.list.At(i)
	if !ok {
		return rows.Waiting(s.look, here)
	}
	_, w := s.columns()
	return []string{rows.Article(s.look, a.Row, s.now(), w, here), rows.Bar(s.look, here) + "  " + rows.Marked(s.look, a.Line, a.Marks, w-6)}
}

// missing says why there is nothing.
func (s *Screen) missing() []string {
	switch {
	case errors.Is(s.err, store.ErrNoEntity):
		return rows.Empty(s.look, s.w, "This name is not in the archive any more.", "ge shows all names.")
	case s.err != nil:
		return rows.Empty(s.look, s.w, "This page could not be read.", "ctrl+l tries again.")
	}
	return nil
}
