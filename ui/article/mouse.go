package article

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/typeset"
)

// Click goes to the link, name or quote at a cell of the pane; at the one that
// is gone to already, it opens the link, or the page of the name.
func (p *Pane) Click(x, y int) tea.Cmd {
	if p.article == nil || p.Loading() || p.Typing() {
		return nil
	}
	at, ok := p.pager.SourceAt(x, y-p.HeadLines())
	if p.passage.pressed = at; !ok {
		p.passage.pressed = nowhere
	}
	if p.passage.on {
		return p.endChoice(nil)
	}
	if !ok {
		return nil
	}
	here := reader.Span{Start: at, End: at + 1}
	f, _ := p.pager.Focus()
	for _, l := range p.pager.Page().Links() {
		switch {
		case l.Image || !l.Span.Overlaps(here):
		case f.Overlaps(l.Span):
			return p.follow(l)
		default:
			p.jump(l.Span)
			return p.moved()
		}
	}
	if i, n, ok := p.mentionAt(here); ok {
		return p.clickName(i, n, f)
	}
	for i := range p.article.Digest.Quotes {
		if p.article.Digest.Quotes[i].Extent().Overlaps(here) {
			return p.GoQuote(i)
		}
	}
	return nil
}

// nowhere stands for a place that is none in the text.
const nowhere = -1

// Drag chooses the passage from where the mouse was pressed to a cell of the
// pane; above and below the text it scrolls.
func (p *Pane) Drag(x, y int) tea.Cmd {
	from := p.passage.pressed
	if p.article == nil || p.Loading() || p.Typing() || from == nowhere {
		return nil
	}
	y -= p.HeadLines()
	at, ok := p.pager.SourceAt(x, y)
	if !p.passage.on {
		if !ok || at == from {
			return nil
		}
		p.pager.Unfocus()
		p.pager.SetCursor(from, typeset.Word)
		p.pager.Anchor()
		p.passage.on = true
	}
	switch {
	case ok:
		p.pager.CursorTo(at)
	case y < 0:
		p.pager.MoveCursorLines(-1)
	case y >= p.h-p.HeadLines():
		p.pager.MoveCursorLines(1)
	}
	return p.moved()
}

// clickName follows the mentions of an entity from the n-th on; where that is
// gone to already, it opens the entity's page.
func (p *Pane) clickName(i, n int, focus reader.Span) tea.Cmd {
	t := mentionsOf(p.article, i)
	if p.track.kind == trackMentions && p.track.label == t.label && focus.Overlaps(t.spans[n]) {
		return nav.Send(nav.OpenEntity{ID: p.article.Named[i].Entity})
	}
	p.track, p.track.at = t, n
	p.jump(t.spans[n])
	return tea.Batch(p.mark(), p.moved())
}

// mentionAt returns the entity that is named at a place and which of its
// mentions that is. The shortest goes first: "Norwegian" in "the Norwegian minister".
func (p *Pane) mentionAt(here reader.Span) (entity, mention int, ok bool) {
	least := 0
	for i := range p.article.Named[:min(len(p.article.Named), len(p.article.Digest.Entities))] {
		if p.article.Named[i].Entity == 0 {
			continue
		}
		for n, s := range p.article.Digest.Entities[i].Places() {
			if s.Overlaps(here) && (!ok || s.Len() < least) {
				entity, mention, least, ok = i, n, s.Len(), true
			}
		}
	}
	return entity, mention, ok
}
