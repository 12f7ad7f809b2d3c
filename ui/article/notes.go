package article

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// placed returns the highlights whose words are in the text, in its order.
func (p *Pane) placed() []store.Highlight {
	list := slices.DeleteFunc(slices.Clone(p.article.Highlights), func(h store.Highlight) bool { return h.Lost || h.Anchor.Span.Empty() })
	slices.SortStableFunc(list, func(a, b store.Highlight) int { return a.Anchor.Span.Start - b.Anchor.Span.Start })
	return list
}

// markHere returns the highlight that is gone to, else the first in view; nil if there is none.
func (p *Pane) markHere() *store.Highlight {
	view, list := p.pager.Visible(), p.placed()
	if f, ok := p.pager.Focus(); ok && f.Overlaps(view) {
		for i := range list {
			if list[i].Anchor.Span.Overlaps(f) {
				return &list[i]
			}
		}
	}
	for i := range list {
		if list[i].Anchor.Span.Overlaps(view) {
			return &list[i]
		}
	}
	return nil
}

// nextMark goes n highlights on, or back, and tells the note on it.
func (p *Pane) nextMark(n int) tea.Cmd {
	list := p.placed()
	if len(list) == 0 {
		return nav.Send(nav.Say{Text: "Nothing is highlighted here: v chooses a passage, x highlights it"})
	}
	spans := make([]reader.Span, len(list))
	for i := range list {
		spans[i] = list[i].Anchor.Span
	}
	moved := p.nextOf(spans, n)
	return tea.Batch(moved, p.tellNote())
}

// tellNote says the note on the highlight gone to, if it has one. Of one that
// is long it says the beginning and where the rest is.
func (p *Pane) tellNote() tea.Cmd {
	h := p.markHere()
	if h == nil || h.Note == "" {
		return nil
	}
	note, more := reader.CleanLine(string(h.Note)), reader.Text("")
	if c := p.look.Cells; c.Width(string(note)) > toldNote {
		note, more = reader.CleanLine(c.Cut(note, toldNote)), " · enter shows all"
	}
	return nav.Send(nav.Say{Text: "Note: " + note + more})
}

// toldNote is how many cells of a note stand in the last line.
const toldNote = 50

// noteAt returns the lines of the note on the highlight that covers just that
// span, as it does when it was gone to; nil if there is none.
func (p *Pane) noteAt(s reader.Span) []reader.Text {
	for _, h := range p.placed() {
		if h.Anchor.Span == s && h.Note != "" {
			var lines []reader.Text
			for l := range strings.SplitSeq(string(h.Note), "\n") {
				lines = append(lines, reader.CleanLine(l))
			}
			return lines
		}
	}
	return nil
}

// listMarks offers the highlights, those with a note under their note.
func (p *Pane) listMarks() tea.Cmd {
	list := p.placed()
	if len(list) == 0 {
		return nav.Send(nav.Say{Text: "Nothing is highlighted here: v chooses a passage, x highlights it"})
	}
	options := make([]nav.Option, len(list))
	for i, h := range list {
		options[i].Label = "“" + reader.CleanLine(string(h.Words)) + "”"
		if h.Note != "" {
			options[i].Label = reader.CleanLine(string(h.Note)) + " — " + options[i].Label
		}
	}
	return nav.Send(nav.Choose{Title: "Your highlights and notes", Options: options, Answer: func(i int) tea.Msg {
		return goMsg{list[i].Anchor.Span}
	}})
}

// listLinks offers the links of the text, each with where it leads.
func (p *Pane) listLinks() tea.Cmd {
	if p.pager.Page() == nil {
		return nil
	}
	var options []nav.Option
	var spans []reader.Span
	for _, l := range p.pager.Page().Links() {
		if l.Image || !l.Target.Empty() {
			continue
		}
		o := nav.Option{Label: reader.CleanLine(string(p.pager.Page().Text(l.Span))), Detail: site(l.Address)}
		if o.Label == "" {
			o.Label = l.Address
		}
		options, spans = append(options, o), append(spans, l.Span)
	}
	if len(options) == 0 {
		return nav.Send(nav.Say{Text: "This article has no links"})
	}
	return nav.Send(nav.Choose{Title: "Links: enter goes to one, enter again opens it", Options: options, Answer: func(i int) tea.Msg {
		return goMsg{spans[i]}
	}})
}

// lists offers what the article has to go to, and does what concerns the
// highlights; false if the key asks for neither.
func (p *Pane) lists(press keys.Press) (tea.Cmd, bool) {
	switch press.Action {
	case keys.Contents:
		return p.contents(), true
	case keys.Links:
		return p.listLinks(), true
	case keys.Marked:
		return p.listMarks(), true
	case keys.EditNote, keys.RemoveMark:
		h := p.markHere()
		switch {
		case h == nil:
			return nav.Send(nav.Say{Text: "No highlight in view: v chooses a passage, x highlights it, a adds a note"}), true
		case press.Action == keys.EditNote:
			return rows.AskNote(p.archive, *h), true
		}
		return rows.RemoveHighlight(p.archive, h.ID), true
	}
	return nil, false
}
