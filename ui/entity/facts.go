package entity

import (
	"strings"

	"charm.land/lipgloss/v2"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// fact is one row of what is known: lines that are drawn already, and what
// opens where the cursor stops at it.
type fact struct {
	plain []string // as drawn
	here  []string // as drawn under the cursor; nil where it does not stop
	open  tea.Msg
}

// How much of each part is shown.
const (
	mostNames  = 12 // other names
	mostWith   = 10 // names that it stands beside
	mostQuotes = 3  // by it, and about it
)

// describe draws all facts in w cells.
func (s *Screen) describe(w int) []fact {
	p := s.page
	if p == nil {
		return nil
	}
	facts := s.basics(w)
	facts = append(facts, s.names("Related", p.Kin, w)...)
	facts = append(facts, s.names("Named with", p.With[:min(len(p.With), mostWith)], w)...)
	said := nav.OpenQuotes{Query: rows.Term(query.FieldSaid, p.Name)}
	facts = append(facts, s.quotes("Quotes by "+p.Name, p.By, said, rows.Counted(p.Quotes, "quote", "quotes"), w)...)
	about := nav.OpenQuotes{Query: rows.Term(query.FieldAbout, p.Name)}
	return append(facts, s.quotes("Quotes about "+p.Name, p.About, about, "quotes", w)...)
}

// basics draws the other names, when it was seen, and the articles by month.
func (s *Screen) basics(w int) []fact {
	st, c, p := s.look.Styles, s.look.Cells, s.page
	var lines []string
	var names []string
	for _, a := range p.Aliases[:min(len(p.Aliases), mostNames)] {
		names = append(names, string(a))
	}
	if len(names) > 0 {
		also := reader.CleanLine("also " + strings.Join(names, " · "))
		for _, l := range dotted(rows.Wrapped(c, also, w-6, 3)) {
			lines = append(lines, "   "+st.Meta.Render(l))
		}
	}
	seen := rows.Between(p.First, p.Last, s.now()) + " · " + rows.Counted(p.Mentions, "mention", "mentions")
	if p.Mentions == 0 && p.Quotes > 0 {
		seen = "No article names it: you said that it speaks."
	}
	lines = append(lines, "   "+st.Faint.Render(c.Cut(seen, w-4)))
	for _, l := range rows.Months(s.look, p.Months, min(w-6, 72)) {
		lines = append(lines, "   "+l)
	}
	lines = append(lines, s.encyclopedia(w)...)
	return []fact{{plain: append(lines, "")}}
}

// names draws a part that lists other names.
func (s *Screen) names(label reader.Text, named []store.EntityRow, w int) []fact {
	if len(named) == 0 {
		return nil
	}
	most := 0
	for _, e := range named {
		most = max(most, e.Articles)
	}
	facts := []fact{s.heading(label, w)}
	for _, e := range named {
		facts = append(facts, s.named(e, most, w))
	}
	return append(facts, fact{plain: []string{""}})
}

// named draws " P Vladimir Putin      96 ▇▇▇".
func (s *Screen) named(e store.EntityRow, most, w int) fact {
	st, c := s.look.Styles, s.look.Cells
	kind := st.Entity.Of(e.Kind)
	letter := kind.Letter + " "
	right := " " + c.Right(rows.Number(e.Articles), 7) + " "
	bar := rows.Share(e.Articles, most)
	name := c.Fit(e.Name, min(w-4, 60)-c.Width(letter)-c.Width(right)-c.Width(bar))
	return fact{
		plain: []string{rows.Bar(s.look, false) + kind.Kind.Render(letter) + kind.Name.Render(name) +
			st.List.Count.Render(right) + st.List.Bars.Render(bar)},
		here: []string{rows.Bar(s.look, true) + st.List.Selected.Render(letter+name+right+bar)},
		open: nav.OpenEntity{ID: e.ID},
	}
}

// quotes draws a few quotes, and a row that leads to all of them.
func (s *Screen) quotes(label reader.Text, quotes []store.QuoteRow, all nav.OpenQuotes, count reader.Text, w int) []fact {
	if len(quotes) == 0 {
		return nil
	}
	facts := []fact{s.heading(label, w)}
	for i := range quotes[:min(len(quotes), mostQuotes)] {
		facts = append(facts, s.quote(&quotes[i], w))
	}
	st, c := s.look.Styles, s.look.Cells
	if len(quotes) <= mostQuotes { // all are here
		count = "in the list of quotes"
	} else {
		count = "all " + count
	}
	text := c.Cut(count+" ›", w-4)
	return append(facts, fact{
		plain: []string{rows.Bar(s.look, false) + st.Link.Render(text)},
		here:  []string{rows.Bar(s.look, true) + st.List.Selected.Render(text)},
		open:  all,
	}, fact{plain: []string{""}})
}

// quote draws a quote's words in two lines at most, and who said them where and when.
func (s *Screen) quote(q *store.QuoteRow, w int) fact {
	st, c := s.look.Styles, s.look.Cells
	who := s.whence(q, w-6)
	words := rows.Wrapped(c, rows.Quoted(q), w-6, 2)
	draw := func(here bool, first lipgloss.Style) []string {
		bar := rows.Bar(s.look, here)
		var lines []string
		for i, l := range words {
			style := st.Text
			if i == 0 {
				style = first
			}
			lines = append(lines, bar+style.Render(l))
		}
		return append(lines, bar+"  "+st.Faint.Render(c.Cut(who, w-6)))
	}
	return fact{
		plain: draw(false, st.Text), here: draw(true, st.List.Selected),
		open: nav.OpenArticle{ID: q.Row.ID, At: q.At, Follow: nav.Track{Entity: s.page.ID}},
	}
}

// dotted puts a dot that a line begins with at the end of the one before, which
// has two cells more than it was broken for.
func dotted(lines []string) []string {
	for i := 1; i < len(lines); i++ {
		if rest, ok := strings.CutPrefix(lines[i], "· "); ok {
			lines[i-1], lines[i] = lines[i-1]+" ·", rest
		}
	}
	return lines
}

// whence says in w cells who said a quote, where and when. Where there is little
// room the middle of it is cut, never the date.
func (s *Screen) whence(q *store.QuoteRow, w int) reader.Text {
	c, day := s.look.Cells, rows.Day(q.Row.Published, s.now())
	where := q.Row.Outlet
	if where == "" {
		where = q.Row.Title
	}
	if name := q.Quote.Speaker.Name; q.Quote.Attributed() && q.Speaker != s.page.ID {
		where = name + rows.Unsure(s.look.Styles, &q.Quote, false) + " · " + where
	}
	if where == "" {
		return day
	}
	return reader.CleanLine(c.Cut(where, max(1, w-c.Width(" · "+string(day))))) + " · " + day
}

// heading draws the name of a part.
func (s *Screen) heading(label reader.Text, w int) fact {
	return fact{plain: []string{" " + s.look.Styles.List.Group.Render(s.look.Cells.Cut(label, w-2))}}
}

// articles counts articles.
func articles(n int) reader.Text { return rows.Counted(n, "article", "articles") }
