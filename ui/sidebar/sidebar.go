// Package sidebar is the pane beside an article: its quotes with who said
// them, and the people, organisations and places that it names.
//
// Both are lists of what the archive found; the pane opens nothing itself but
// tells which quote or entity the cursor is on. Begin with [Pane].
package sidebar

import (
	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/picker"
	"offprint/ui/rows"
)

// Part is one of the two lists.
type Part uint8

// The lists.
const (
	Quotes Part = iota
	Entities
)

// Pane is the two lists.
type Pane struct {
	look     nav.Look
	article  *store.Article
	texts    []reader.Text // the words of each quote, on one line
	order    []entry       // entities as shown
	named    int           // how many there are of all kinds
	kind     reader.EntityKind
	allKinds bool
	most     int // mentions of the most named entity
	spread   int // articles of the archive that name the one named in most

	quotes   rows.Model
	words    int // the most lines of a quote's words
	entities picker.Model
	track    int // the quote that the track is at, -1: none
	hidden   [2]bool
	focus    Part
	w, h     int
}

// entry is one line of the entities: which, and whether it stands under its country.
type entry struct {
	index int
	under bool
}

// New returns an empty pane.
func New(look nav.Look) *Pane { return &Pane{look: look, allKinds: true, track: -1} }

// SetLook changes how the pane looks.
func (p *Pane) SetLook(l nav.Look) {
	p.look = l
	p.fit()
}

// SetArticle shows what was found in an article; nil shows nothing. The
// cursors stay where they are if it is the same article read again.
func (p *Pane) SetArticle(a *store.Article) {
	same := p.article != nil && a != nil && p.article.Row.ID == a.Row.ID
	p.article, p.texts, p.most, p.spread = a, nil, 0, 0
	p.named = 0
	if a != nil {
		p.texts = make([]reader.Text, len(a.Digest.Quotes))
		for i, e := range a.Digest.Entities {
			p.most = max(p.most, e.Count())
			if p.known(i) {
				p.named++
			}
		}
		for _, n := range a.Named {
			p.spread = max(p.spread, n.Articles)
		}
	}
	if !same {
		p.track = -1
		p.quotes.Select(0)
		p.entities.Select(0)
	}
	p.arrange()
}

// arrange orders the entities: as found, nationalities under their countries.
func (p *Pane) arrange() {
	p.order = p.order[:0]
	if p.article == nil {
		p.quotes.SetHeads(nil)
		p.entities.SetLength(0)
		return
	}
	found := p.article.Digest.Entities
	under := map[string][]int{}
	countries := map[string]bool{}
	for i, e := range found {
		if e.Kind == reader.EntityPlace && e.Country != "" {
			countries[e.Country] = true
		}
		if e.Kind == reader.EntityNationality && e.Country != "" {
			under[e.Country] = append(under[e.Country], i)
		}
	}
	for i, e := range found {
		tied := e.Kind == reader.EntityNationality && countries[e.Country]
		if tied && p.allKinds || !p.shows(i) {
			continue
		}
		p.order = append(p.order, entry{index: i})
		if p.allKinds && e.Kind == reader.EntityPlace && e.Country != "" {
			for _, n := range under[e.Country] {
				if p.known(n) {
					p.order = append(p.order, entry{n, true})
				}
			}
			delete(under, e.Country)
		}
	}
	p.fit()
	p.entities.SetLength(len(p.order))
	p.measure(p.focus)
}

// shows reports whether the filter of kinds lets an entity through.
func (p *Pane) shows(i int) bool {
	return p.known(i) && (p.allKinds || p.article.Digest.Entities[i].Kind == p.kind)
}

// known reports whether the archive knows the entity; the user may have said that it is none.
func (p *Pane) known(i int) bool {
	return i >= len(p.article.Named) || p.article.Named[i].Entity != 0
}

// Toggle shows or hides one of the lists.
func (p *Pane) Toggle(part Part) {
	p.hidden[part] = !p.hidden[part]
	p.fit()
	p.measure(p.focus)
}

// Hidden reports whether a list is hidden.
func (p *Pane) Hidden(part Part) bool { return p.hidden[part] }

// Quote returns the number of the quote under the cursor, from 0.
func (p *Pane) Quote() (int, bool) { return p.quotes.Cursor(), p.quotes.Stops() > 0 }

// Entity returns which of the article's entities is under the cursor.
func (p *Pane) Entity() (int, bool) {
	if p.entities.Len() == 0 {
		return 0, false
	}
	return p.order[p.entities.Cursor()].index, true
}

// SetTrack tells at which quote the track is, -1 for none; the cursor goes
// there when it moves, and may leave it.
func (p *Pane) SetTrack(quote int) {
	moved := quote != p.track
	p.track = quote
	if moved && quote >= 0 {
		p.quotes.Select(quote)
	}
}

// Act moves the cursor of a list; false if the key is not about that.
func (p *Pane) Act(part Part, press keys.Press) bool {
	if part == Quotes {
		return p.quotes.Act(press)
	}
	if keys.Move(&p.entities, press) {
		return true
	}
	if press.Action != keys.EntityKinds {
		return false
	}
	p.nextKind()
	return true
}

// nextKind goes on to the next kind that the article has: all, people, organisations, ...
func (p *Pane) nextKind() {
	if p.article == nil {
		return
	}
	has := map[reader.EntityKind]bool{}
	for i, e := range p.article.Digest.Entities {
		has[e.Kind] = has[e.Kind] || p.known(i)
	}
	next := reader.EntityPerson
	if !p.allKinds {
		next = p.kind + 1
	}
	for p.allKinds = true; next <= reader.EntityWork; next++ {
		if has[next] {
			p.kind, p.allKinds = next, false
			break
		}
	}
	p.arrange()
	p.entities.Select(0)
}

// Resize gives the pane its size. Both lists share it; where there is room for
// one only, it is the one that has the focus.
func (p *Pane) Resize(w, h int) {
	if p.w != w || p.h != h {
		p.w, p.h = w, h
		p.fit()
	}
	p.measure(p.focus)
}

// Focus tells which list the keys go to.
func (p *Pane) Focus(part Part) { p.measure(part) }
