package quotes

import (
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/rows"
)

// drawQuote draws who said it, where and when, and the words.
func (s *Screen) drawQuote(i int, here bool) []string {
	st := s.look.Styles
	q, ok := s.list.At(i)
	if !ok {
		return rows.Waiting(s.look, here)
	}
	first := here || s.begins(i, &q)
	left, style := s.left(&q, first, here)
	var right reader.Text
	if first {
		right = s.source(&q, left)
	}
	lines := []string{rows.Title(s.look, left, right, style, s.w, here)}
	body := st.Text
	if q.Quote.Kind == reader.QuoteIndirect {
		body = st.Faint
	}
	for _, l := range s.shape.wrapped(&q) {
		lines = append(lines, rows.Bar(s.look, here)+"  "+body.Render(l))
	}
	return lines
}

// begins reports whether a row says where it stands: one that stands in the
// article of the row above, which is in sight, does not say it twice.
func (s *Screen) begins(i int, q *store.QuoteRow) bool {
	first, _ := s.list.VisibleEven()
	above, ok := s.list.At(i - 1)
	return !ok || q.Sources > 1 || above.Row.ID != q.Row.ID || i <= first
}

// left says who spoke. The row under the cursor says how the article has it,
// too, where that is another name, or that the user said so. Under the head of a speaker his or her name
// is not said again and again: the article is named, and then how it names him.
func (s *Screen) left(q *store.QuoteRow, first, here bool) (reader.Text, lipgloss.Style) {
	st := s.look.Styles
	switch {
	case !q.Quote.Attributed():
		return rows.Speaker(&q.Quote), st.Quote.Unattributed
	case !s.under(q):
		name := rows.Speaker(&q.Quote) + rows.Unsure(st, &q.Quote, here)
		switch {
		case here && q.Corrected():
			name += " · set by you"
		case here && !sameName(q.Mention, q.Quote.Speaker.Name):
			name += " · " + asWritten(q)
		}
		return name, st.Quote.Speaker
	case !first:
		return "… " + asWritten(q) + rows.Unsure(st, &q.Quote, here), st.Faint
	case q.Row.Title == "":
		return "(untitled)", st.Title
	}
	return q.Row.Title, st.Title
}

// known reports whether these are the quotes of a quote's speaker.
func (s *Screen) known(q *store.QuoteRow) bool {
	return s.speaker != nil && q.Speaker == s.speaker.ID && q.Quote.Attributed()
}

// sameName reports whether a mention tells no more than a name does: nothing,
// the name with or without a title, or a part of it.
func sameName(mention, name reader.Text) bool {
	return mention == "" || strings.Contains(string(mention), string(name)) || strings.Contains(" "+string(name)+" ", " "+string(mention)+" ")
}

// under reports whether the head on the screen is that of a quote's speaker.
func (s *Screen) under(q *store.QuoteRow) bool { return len(s.headings) > 0 && s.known(q) }

// asWritten returns who said a quote in the words of the article, with the verb
// where it stands beside: "the minister told"; "" if nothing there tells.
func asWritten(q *store.QuoteRow) reader.Text {
	cue := q.Cue
	if !strings.ContainsFunc(string(cue), unicode.IsLetter) { // a colon or a dash
		cue = ""
	}
	switch {
	case q.Mention == "" || cue == "":
		return q.Mention + cue
	case q.Quote.Cue[0].Start < q.Quote.Source[0].Start:
		return cue + " " + q.Mention
	}
	return q.Mention + " " + cue
}

// source says where and when it was said, and in how many articles it stands.
// It stands beside left.
func (s *Screen) source(q *store.QuoteRow, left reader.Text) reader.Text {
	var sources reader.Text
	switch {
	case q.Sources > 1 && s.w < named:
		sources = "×" + rows.Number(q.Sources) + " · "
	case q.Sources > 1:
		sources = "in " + rows.Number(q.Sources) + " articles · "
	}
	if s.under(q) && rows.Unsure(s.look.Styles, &q.Quote, true) != "" { // no name stands at the left
		sources = "unsure · " + sources
	}
	where := rows.Source(s.look, q.Row, s.now(), s.w-s.look.Cells.Width(string(sources)))
	if sources != "" || s.under(q) {
		return sources + where
	}
	return s.title(q, where, left) + where
}

// title names the article, where there is room for it before its source; where
// no outlet is known it stands for one.
func (s *Screen) title(q *store.QuoteRow, source, left reader.Text) reader.Text {
	const least = 16
	c := s.look.Cells
	room := rows.Rightmost(s.look, left, s.w) - c.Width(string(source)) - len(" · ")
	wide := s.w >= titled || s.w >= named && q.Row.Outlet == ""
	if !wide || room < least || q.Row.Title == "" {
		return ""
	}
	return reader.CleanLine(c.Cut(q.Row.Title, room)) + " · "
}
