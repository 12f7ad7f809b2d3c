package library

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// articleLine draws " ┃● Title …   4❝ ", a copy that is below another row set in and with its outlet.
func (p *Pane) articleLine(r store.Row, below, here, ranged, focused bool) string {
	s, c := p.look.Styles, p.look.Cells
	bar := " "
	sign, mark := p.sign(r, ranged)
	if here || r.ID == p.open.id {
		bar = "┃"
	}
	if below {
		r.Copies = 0 // the row above tells
	}
	right := p.counts(r)
	if s.Words {
		right, sign = p.said(r, sign), " "
	}
	date := p.shortDate(r)
	outlet := p.outlet(r, below, right)
	text := c.Fit(titleOf(r, below), p.w-5-c.Width(outlet)-c.Width(right)-c.Width(date))
	if here {
		style := p.selection(focused)
		return " " + s.List.Bar.Render(bar) + style.Render(c.FitStyled(sign+" "+text+" "+outlet+right+date, p.w-2))
	}
	style := s.Text
	if r.Read {
		style = s.List.Read
	}
	return " " + s.List.Bar.Render(bar) + mark.Render(sign) + " " + style.Render(text) + " " +
		s.List.Count.Render(outlet) + p.styledCounts(right) + s.List.Count.Render(date)
}

// roomForOutlet is the width of a pane that has room for the outlet in each row.
const roomForOutlet = 80

// countCells is the width that most counts have: "★ +2 12❝ ".
const countCells = 9

// outlet is the outlet of a row, unless the group or the title tells it, with
// what is before it and before the counts at its right: outlets stand in one
// column. Where it is not known the title has its room.
func (p *Pane) outlet(r store.Row, below bool, counts string) string {
	c := p.look.Cells
	if p.w < roomForOutlet || below || r.Outlet == "" || p.listing.Grouping() == store.GroupOutlet || p.look.Styles.Words {
		return ""
	}
	return " " + c.Fit(r.Outlet, min(p.w/5, 24)) + cells.Blank(countCells-c.Width(counts))
}

// sign is what stands before a row's title: chosen, unread, or begun.
func (p *Pane) sign(r store.Row, ranged bool) (string, lipgloss.Style) {
	s := p.look.Styles
	switch {
	case p.selected.has(r.ID) || ranged:
		return "✓", s.Accent
	case !r.Read:
		return "●", s.List.Unread
	case rows.Begun(r):
		return "◐", s.List.Count
	}
	return " ", s.Text
}

// roomForDate is the width of a pane that has room for a date in each row.
const roomForDate = 40

// shortDate is the date of a row as far as its group does not tell it, with a space behind.
func (p *Pane) shortDate(r store.Row) string {
	if p.w < roomForDate || p.look.Styles.Words {
		return ""
	}
	return p.dateIn(r)
}

// dateIn is the date of a row as its group leaves it to tell.
func (p *Pane) dateIn(r store.Row) string {
	date := r.Published
	if date.IsZero() {
		date = r.Added
	}
	switch p.listing.Grouping() {
	case store.GroupDay:
		return ""
	case store.GroupMonth, store.GroupYear:
		return date.Format("_2 Jan ")
	}
	return date.Format("Jan 2006 ")
}

// titleOf is the title of a row; a copy's stands behind its outlet, which tells it from the row above.
func titleOf(r store.Row, below bool) reader.Text {
	title := r.Title
	if title == "" {
		title = "(untitled)"
	}
	switch {
	case below && r.Outlet != "":
		return "└ " + r.Outlet + " · " + title
	case below:
		return "└ " + title
	}
	return title
}

// said is counts in words, with what the sign before the title says.
func (p *Pane) said(r store.Row, sign string) string {
	var words []string
	add := func(there bool, word string) {
		if there {
			words = append(words, word)
		}
	}
	add(sign == "✓", "selected")
	add(!r.Read, "unread")
	add(rows.Begun(r), fmt.Sprintf("%.0f%% read", 100*r.Progress))
	add(r.Starred, "starred")
	add(r.Stub, "stub")
	switch {
	case r.Folded > 0 && !p.isUnfolded(r.ID):
		words = append(words, fmt.Sprintf("%d copies below", r.Folded))
	case r.Copies > 0:
		words = append(words, fmt.Sprintf("%d copies", r.Copies+1))
	}
	switch {
	case r.Quotes == 1:
		words = append(words, "1 quote")
	case r.Quotes > 1:
		words = append(words, fmt.Sprintf("%d quotes", r.Quotes))
	}
	return strings.Join(words, ", ") + " "
}

// counts is what stands at the right of a row: a star, how many articles tell the same story, how many quotes.
func (p *Pane) counts(r store.Row) string {
	var b strings.Builder
	if r.Starred {
		b.WriteString("★ ")
	}
	switch {
	case r.Folded > 0 && !p.isUnfolded(r.ID): // rows that are hidden here
		fmt.Fprintf(&b, "+%d ", r.Folded)
	case r.Copies > 0: // the same story elsewhere
		fmt.Fprintf(&b, "≈%d ", r.Copies+1)
	}
	if r.Stub {
		return b.String() + p.stubMark() + " "
	}
	if r.Quotes > 0 {
		fmt.Fprintf(&b, "%2d❝", r.Quotes)
	} else {
		b.WriteString("   ")
	}
	b.WriteByte(' ')
	return b.String()
}

// roomForWord is the width of a pane that has room for a word beside a sign.
const roomForWord = 40

// stubMark tells that only the address of an article was saved.
func (p *Pane) stubMark() string {
	if p.w < roomForWord {
		return "  ◌"
	}
	return "stub ◌"
}

func (p *Pane) styledCounts(right string) string {
	s := p.look.Styles
	if rest, starred := strings.CutPrefix(right, "★"); starred {
		return s.List.Star.Render("★") + s.List.Count.Render(rest)
	}
	return s.List.Count.Render(right)
}
