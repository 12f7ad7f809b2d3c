package sidebar

import "offprint/ui/rows"

// The lines of a quote's words: at least fewWords, and up to allWords where all
// quotes of the article have room with as many.
const (
	fewWords = 2
	allWords = 12
)

// Up to how many quotes of an article are asked how many lines they need. Of
// more than measured each has as many as any; more than few never have room to
// spread.
const (
	measured = 300
	few      = 16
)

// fit gives quotes as many lines as there is room for.
func (p *Pane) fit() {
	if p.article == nil {
		p.quotes.SetHeads(nil)
		return
	}
	p.words = fewWords
	if len(p.article.Digest.Quotes) <= few {
		for n := allWords; n > fewWords; n-- {
			if lines := p.lines(n); lines+2 <= p.share() || p.hidden[Entities] && lines < p.h {
				p.words = n
				break
			}
		}
	}
	p.quotes.SetHeads(p.heights())
}

// lines returns how many lines all quotes take with so many of words each at most.
func (p *Pane) lines(words int) int {
	n := 0
	for i := range p.article.Digest.Quotes {
		n += 1 + len(p.wrapped(i, words))
	}
	return n
}

// heights says how many lines each quote takes.
func (p *Pane) heights() []rows.Head {
	n := len(p.article.Digest.Quotes)
	out := make([]rows.Head, n)
	for i := range out {
		out[i] = rows.Head{Lines: 1 + fewWords, Stop: true}
		if n <= measured {
			out[i].Lines = 1 + len(p.wrapped(i, p.words))
		}
	}
	return out
}

// measure gives the lists their shares of the height.
func (p *Pane) measure(focus Part) {
	p.focus = focus
	q, e := p.split(focus)
	gap := 0 // between the lists
	if q > 0 && e > 0 {
		gap = 1
	}
	p.quotes.SetHeight(max(0, q-1-gap))
	p.entities.SetHeight(max(0, e-1))
}

// minSplit is the height from which both lists are shown: in less each would
// show two quotes and a few names.
const minSplit = 20

// split cuts the height for the two lists, headings included.
func (p *Pane) split(focus Part) (quotes, entities int) {
	switch {
	case p.hidden[Quotes] && p.hidden[Entities]:
		return 0, 0
	case p.hidden[Quotes]:
		return 0, p.h
	case p.hidden[Entities]:
		return p.h, 0
	case p.h < minSplit:
		if focus == Entities {
			return 0, p.h
		}
		return p.h, 0
	}
	quotes = p.share()
	if want := p.quotes.Height() + 2; want < quotes {
		quotes = max(want, 3)
	}
	return quotes, p.h - quotes
}

// share is the height that quotes have at most beside the entities: a little
// more than half, and what those leave.
func (p *Pane) share() int { return max(p.h*11/20, p.h-p.named-1) }
