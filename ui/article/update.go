package article

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/pager"
)

// Update takes the pane's own results and what concerns everybody.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.Look:
		p.look = msg
		p.layHead()
		return p.restyle()
	case nav.Changed:
		return p.reload()
	case loadedMsg:
		if p.jobs.opening.Done(msg.task) || p.jobs.reading.Done(msg.task) {
			return p.loaded(msg)
		}
	case pageMsg:
		if p.jobs.setting.Done(msg.task) {
			return p.paged(msg)
		}
	case marksMsg:
		if p.jobs.marking.Done(msg.task) {
			p.pager.SetMarks(msg.marks)
		}
	case restMsg:
		if msg.id == p.asked.ID {
			return tea.Batch(p.set(), p.mark())
		}
	case noteMsg:
		if p.article != nil {
			return p.endChoice(p.keepHighlight(msg.span, msg.note))
		}
	case goMsg:
		return p.goTo(msg.span)
	case saveMsg:
		if p.jobs.saving.Done(msg.task) {
			return p.Leave()
		}
	}
	return nil
}

// Act does what a key asks for; false if it is not for this pane.
func (p *Pane) Act(press keys.Press) (tea.Cmd, bool) {
	if p.article == nil || p.Loading() {
		return nil, false
	}
	if p.passage.on {
		if cmd, ok := p.choose(press); ok {
			return cmd, true
		}
	}
	if p.scroll(press) {
		return p.moved(), true
	}
	if cmd, ok := p.steps(press); ok {
		return cmd, true
	}
	if cmd, ok := p.copies(press); ok {
		return cmd, true
	}
	if cmd, ok := p.lists(press); ok {
		return cmd, true
	}
	return p.does(press)
}

// scroll moves the window, if that is what the key asks for.
func (p *Pane) scroll(press keys.Press) bool {
	place := p.pager.Place()
	if keys.Scroll(p.pager, press) {
		switch press.Action {
		case keys.MoveTop, keys.MoveBottom, keys.MovePercent: // far enough to want to come back
			p.before = place
		}
		return true
	}
	switch press.Action {
	case keys.LineCenter:
		p.pager.PlaceFocus(pager.Centre)
	case keys.LineTop:
		p.pager.PlaceFocus(pager.AtTop)
	case keys.LineBottom:
		p.pager.PlaceFocus(pager.AtBottom)
	default:
		return false
	}
	return true
}

// steps goes from thing to thing.
func (p *Pane) steps(press keys.Press) (tea.Cmd, bool) {
	switch press.Action {
	case keys.TrackNext:
		return p.step(press.N()), true
	case keys.TrackPrevious:
		return p.step(-press.N()), true
	case keys.NextQuote, keys.PrevQuote:
		if p.track.kind != trackQuotes {
			p.track = quotesOf(p.article)
		}
		return tea.Batch(p.step(direction(press, keys.NextQuote)), p.mark()), true
	case keys.NextEntity, keys.PrevEntity:
		return p.nextOf(p.mentions(), direction(press, keys.NextEntity)), true
	case keys.NextHeading, keys.PrevHeading:
		return p.nextOf(p.headings(), direction(press, keys.NextHeading)), true
	case keys.NextMark, keys.PrevMark:
		return p.nextMark(direction(press, keys.NextMark)), true
	case keys.NextLink, keys.PrevLink:
		return p.nextOf(p.links(), direction(press, keys.NextLink)), true
	case keys.NextParagraph, keys.PrevParagraph:
		p.paragraph(direction(press, keys.NextParagraph))
		return p.moved(), true
	}
	return nil, false
}

// direction returns the count of a press, negative unless its action is forward.
func direction(press keys.Press, forward keys.Action) int {
	if press.Action == forward {
		return press.N()
	}
	return -press.N()
}

// paragraph puts the beginning of a paragraph at the top.
func (p *Pane) paragraph(n int) {
	blocks := p.article.Digest.Plain.Blocks
	starts := make([]reader.Span, len(blocks))
	for i, b := range blocks {
		starts[i] = p.article.Digest.Plain.Span(b.Start, b.End)
	}
	p.pager.Unfocus()
	at := p.pager.Place()
	for ; n != 0; n -= sign(n) {
		best := -1
		for i, s := range starts {
			if n > 0 && s.Start > at || n < 0 && s.Start < at {
				best = i
				if n > 0 {
					break
				}
			}
		}
		if best < 0 {
			break
		}
		at = starts[best].Start
	}
	p.pager.SetPlace(at)
}

// does is everything else that can be done with an article.
func (p *Pane) does(press keys.Press) (tea.Cmd, bool) {
	switch press.Action {
	case keys.Find:
		return p.beginFind(), true
	case keys.Hints:
		return p.showHints(hintAll), true
	case keys.GoEntity:
		return p.goEntity(), true
	case keys.Act:
		return p.act(), true
	case keys.WordTrack:
		return p.followWord(), true
	case keys.Info:
		return p.info(), true
	case keys.AsSaved:
		return p.asSaved(), true
	case keys.Versions:
		return p.versions(), true
	case keys.Copies:
		return p.copiesElsewhere(), true
	case keys.SelectWords, keys.SelectSents:
		return p.beginChoice(press.Action == keys.SelectSents), true
	case keys.SetMark, keys.GoMark:
		return p.letterMark(press), true
	case keys.Underlines:
		p.layers.noNames = !p.layers.noNames
		return p.mark(), true
	case keys.Cancel:
		return p.cancel(), true
	}
	return nil, false
}

// cancel goes back to the quotes as the track.
func (p *Pane) cancel() tea.Cmd {
	p.drop()
	return p.mark()
}

// letterMark sets or goes to the mark of a letter; ” is the place before the last jump.
func (p *Pane) letterMark(press keys.Press) tea.Cmd {
	letter := press.Arg
	if press.Action == keys.GoMark && letter == '\'' {
		place := p.before
		p.before = p.pager.Place()
		p.pager.SetPlace(place)
		return p.moved()
	}
	if letter < 'a' || letter > 'z' {
		return nav.Send(nav.Say{Text: "Marks are the letters a to z"})
	}
	name := reader.CleanLine(string(letter))
	if press.Action == keys.GoMark {
		anchor, ok := p.article.Marks[letter]
		if !ok {
			return nav.Send(nav.Say{Text: "No mark " + name + " in this article: m" + name + " sets it"})
		}
		if s, ok := anchor.Find(p.article.Digest.Article.Markdown); ok {
			p.before = p.pager.Place()
			p.pager.SetPlace(s.Start)
		}
		return p.moved()
	}
	at := placeAnchor(p.article.Digest.Article.Markdown, p.pager.Place())
	if p.article.Marks == nil {
		p.article.Marks = map[rune]reader.Anchor{}
	}
	p.article.Marks[letter] = at
	archive, id := p.archive, p.article.Row.ID
	return func() tea.Msg {
		if err := archive.SetMark(context.Background(), id, letter, at); err != nil {
			return nav.Fail{Doing: "setting the mark", Err: err}
		}
		return nav.Say{Text: "Mark " + name + " set: '" + name + " comes back here"}
	}
}

// mentions returns every mention of every name, in order.
func (p *Pane) mentions() []reader.Span {
	var out []reader.Span
	for _, e := range p.article.Digest.Entities {
		out = append(out, e.Places()...)
	}
	sortSpans(out)
	return out
}

func (p *Pane) headings() []reader.Span {
	if p.pager.Page() == nil {
		return nil
	}
	var out []reader.Span
	for _, h := range p.pager.Page().Headings() {
		out = append(out, h.Span)
	}
	return out
}

func (p *Pane) links() []reader.Span {
	if p.pager.Page() == nil {
		return nil
	}
	var out []reader.Span
	for _, l := range p.pager.Page().Links() {
		if !l.Image {
			out = append(out, l.Span)
		}
	}
	return out
}
