package ui

import (
	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/overlay"
)

// signs are what stands for words on the screens, as the README has them.
var signs = [...]struct{ sign, says reader.Text }{
	{"● ★", "unread; starred"},
	{"◐", "begun, and left before its end: it opens where you stopped"},
	{"✓", "selected"},
	{"12❝", "twelve quotes"},
	{"◌", "a stub: only the address was saved, or a few passages"},
	{"≈2", "the same story is there twice, this article included"},
	{"+2", "two copies of it that came within a day are folded into this row"},
	{"▌ ▍ ✎", "in the text: a quote; a highlight of yours; one with a note"},
	{"?", "behind a speaker's name: it may well be wrong"},
	{"↳", "a line of code that was too long goes on here"},
	{"P O L", "a person, an organisation, a place"},
	{"N E W", "a nationality, an event, a work such as a book"},
	{"·", "before a name: anything else"},
	{"13 ▇▇▇", "how often the article names it"},
	{"2113", "in the last column of names: how many articles of the archive name it"},
}

// showSigns opens the list of signs.
func (m *model) showSigns() {
	const column reader.Text = "          "
	show := nav.Show{Title: "What the signs mean"}
	for _, s := range signs {
		gap := column[min(len(column)-2, m.look.Cells.Width(string(s.sign))):]
		show.Lines = append(show.Lines, s.sign+gap+s.says)
	}
	m.overlay = overlay.NewSheet(show)
}
