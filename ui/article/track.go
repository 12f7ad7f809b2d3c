package article

import (
	"fmt"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/folded"
	"offprint/ui/nav"
	"offprint/ui/pager"
)

// trackKind tells what n and N move along.
type trackKind uint8

const (
	trackQuotes   trackKind = iota
	trackMentions           // of a name
	trackWords              // places where words stand
)

// track is the list of places that n and N move along.
type track struct {
	kind  trackKind
	label reader.Text // what it follows: a name, or words
	spans []reader.Span
	at    int // the place gone to last, -1: none yet
}

// quotesOf returns the track of an article's quotes.
func quotesOf(a *store.Article) track {
	t := track{label: "quotes", at: -1}
	for i := range a.Digest.Quotes {
		t.spans = append(t.spans, a.Digest.Quotes[i].Extent())
	}
	return t
}

// mentionsOf returns the track of an entity's mentions in the article.
func mentionsOf(a *store.Article, i int) track {
	e := a.Digest.Entities[i]
	return track{kind: trackMentions, label: e.Name, spans: e.Places(), at: -1}
}

// wordsOf returns the track of the places where words stand, folded as in searches.
func wordsOf(a *store.Article, words string) track {
	t := track{kind: trackWords, label: reader.CleanLine(words), at: -1}
	plain := &a.Digest.Plain
	for _, at := range folded.Places(plain.Text, words) {
		t.spans = append(t.spans, plain.Span(at[0], at[1]))
	}
	return t
}

// follow returns the track that a request asks for.
func follow(a *store.Article, f nav.Track) (track, bool) {
	if f.Entity != 0 {
		for i, n := range a.Named {
			if n.Entity == f.Entity {
				return mentionsOf(a, i), true
			}
		}
	}
	if f.Words != "" {
		var t track
		for _, w := range strings.Fields(f.Words) {
			more := wordsOf(a, w)
			t.spans = append(t.spans, more.spans...)
		}
		sort.Slice(t.spans, func(i, j int) bool { return t.spans[i].Start < t.spans[j].Start })
		t.kind, t.label, t.at = trackWords, reader.CleanLine(f.Words), -1
		return t, len(t.spans) > 0
	}
	return track{}, false
}

// Status says what n and N move along and where on it they are: "quotes 2/14".
func (p *Pane) Status() reader.Text {
	if p.article == nil || len(p.track.spans) == 0 {
		return ""
	}
	if p.track.at < 0 {
		return p.track.label + " " + reader.CleanLine(fmt.Sprintf("%d", len(p.track.spans)))
	}
	return p.track.label + " " + reader.CleanLine(fmt.Sprintf("%d/%d", p.track.at+1, len(p.track.spans)))
}

// Following returns what the request that opened the article had n and N move
// along, as long as they do.
func (p *Pane) Following() nav.Track {
	if p.track.kind == trackQuotes {
		return nav.Track{}
	}
	return p.asked.Follow
}

// TrackQuote returns the quote that the track is at, -1 if it is at none.
func (p *Pane) TrackQuote() int {
	if p.track.kind != trackQuotes {
		return -1
	}
	return p.track.at
}

// step goes along the track, n places on or back.
func (p *Pane) step(n int) tea.Cmd {
	if len(p.track.spans) == 0 {
		if p.article == nil {
			return nil
		}
		return nav.Send(nav.Say{Text: "Nothing to move along: no " + p.track.label + " here"})
	}
	var wrapped bool
	for ; n != 0; n -= sign(n) {
		i, again := p.pager.NextOf(p.track.spans)
		if n < 0 {
			i, again = p.pager.PrevOf(p.track.spans)
		}
		wrapped = wrapped || again
		p.track.at = i
		p.jump(p.track.spans[i])
	}
	moved := p.moved()
	if wrapped {
		return tea.Batch(moved, nav.Send(nav.Say{Text: "Went on from the other end"}))
	}
	return moved
}

// jump brings a place into sight, and remembers the place before it.
func (p *Pane) jump(s reader.Span) {
	p.before = p.pager.Place()
	p.pager.Goto(s, pager.Nearest, p.partsOf(s)...)
}

// partsOf returns the words of the quote that takes up a span, if it is one in
// several parts: what the reporter put between them was not said.
func (p *Pane) partsOf(s reader.Span) []reader.Span {
	for i := range p.article.Digest.Quotes {
		if q := &p.article.Digest.Quotes[i]; len(q.Content) > 1 && q.Extent() == s {
			return q.Content
		}
	}
	return nil
}

// GoQuote goes to a quote of the article and makes the quotes the track.
func (p *Pane) GoQuote(i int) tea.Cmd {
	if p.article == nil || i >= len(p.article.Digest.Quotes) {
		return nil
	}
	p.track = quotesOf(p.article)
	p.track.at = i
	p.jump(p.track.spans[i])
	return tea.Batch(p.mark(), p.moved())
}

// GoMentions makes the mentions of an entity the track and goes to the next
// one. again reports that they are the track already.
func (p *Pane) GoMentions(i int) (cmd tea.Cmd, again bool) {
	if p.article == nil || i >= len(p.article.Digest.Entities) {
		return nil, false
	}
	t := mentionsOf(p.article, i)
	if p.track.kind == trackMentions && p.track.label == t.label {
		return nil, true
	}
	p.track = t
	return tea.Batch(p.step(1), p.mark()), false
}

// drop goes back to the quotes as the track.
func (p *Pane) drop() {
	p.find.line, p.hints, p.passage.on = nil, nil, false
	p.pager.DropCursor()
	p.pager.Unfocus()
	if p.article != nil {
		p.track = quotesOf(p.article)
	}
}

// nextOf moves to the next or previous of spans without making them the track.
func (p *Pane) nextOf(spans []reader.Span, n int) tea.Cmd {
	if len(spans) == 0 {
		return nil
	}
	for ; n != 0; n -= sign(n) {
		i, _ := p.pager.NextOf(spans)
		if n < 0 {
			i, _ = p.pager.PrevOf(spans)
		}
		p.jump(spans[i])
	}
	return p.moved()
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
