package store

import (
	"encoding/json"
	"slices"

	"offprint/reader"
	"offprint/store/folded"
)

// What the reader said about a quote holds for the same words in articles that
// come, or are analysed anew, later. They are corrected as if they had been
// there: the steps by which the first was corrected are made for them too, in
// the journal, so that undo takes all of it back, and redo does it again.

// precedents are the reader's corrections, for the articles that one
// transaction puts in.
type precedents struct {
	g       *ledger
	byEnds  map[[2]string][]correction // by the first and last word, the last made first
	sources map[ID]*precedentSource
	entries []journalled // of corrections, none before there is an heir
	last    int64        // the highest number that a correction has or may get back by undo; 0 is not known yet
}

// precedentSource is an article with quotes that were corrected.
type precedentSource struct {
	*derived
	known map[string]int64 // see knownNames
}

// journalled is an entry of the journal.
type journalled struct {
	id int64
	entry
}

// inherit gives an article the corrections of quotes with the same words in
// others. names are parallel to its entities.
func (g *ledger) inherit(d *derived, names []int64) error {
	if g.precedents == nil {
		g.precedents = &precedents{g: g, sources: map[ID]*precedentSource{}}
		if err := g.precedents.load(); err != nil {
			return err
		}
	}
	p := g.precedents
	if len(p.byEnds) == 0 {
		return nil
	}
	decided := decidedQuotes(d)
	known := knownNames(d.entities, names)
	for i := range d.quotes[:min(len(d.quotes), maxQuotes)] {
		q := &d.quotes[i]
		if decided[i] || q.Confidence == certain {
			continue
		}
		c, err := p.of(d, i, known)
		if err != nil {
			return err
		}
		if c == nil {
			continue
		}
		if err := p.pass(c, d, q); err != nil {
			return err
		}
	}
	return nil
}

// decidedQuotes tells about which quotes of an article the reader said something already.
func decidedQuotes(d *derived) map[int]bool {
	decided := map[int]bool{}
	for _, c := range d.fixes {
		if at, ok := c.Anchor.Find(d.markdown); ok {
			decided[quoteAt(d.quotes, at)] = true
		}
	}
	return decided
}

// load reads the corrections.
func (p *precedents) load() error {
	var list []correction
	p.byEnds = map[[2]string][]correction{}
	articles, err := p.g.l.numbers("SELECT DISTINCT c.article FROM correction c JOIN article a ON a.id = c.article AND a.deleted = 0")
	for i := 0; i < len(articles) && err == nil; i++ {
		var more []correction
		more, err = corrections(p.g.l, ID(articles[i]))
		list = append(list, more...)
	}
	slices.SortFunc(list, func(a, b correction) int { return int(b.ID - a.ID) })
	for _, c := range list {
		ends := wordEnds(string(c.Anchor.Exact))
		p.byEnds[ends] = append(p.byEnds[ends], c)
	}
	return err
}

// wordEnds returns the first and the last word of a text.
func wordEnds(text string) (ends [2]string) {
	folded.Each(text, func(_, _ int, w string) bool {
		if ends[0] == "" {
			ends[0] = w
		}
		ends[1] = w
		return true
	})
	return ends
}

// of returns the correction that holds for a quote of an article, nil if there is none.
func (p *precedents) of(d *derived, i int, known map[string]int64) (*correction, error) {
	q := &d.quotes[i]
	candidates := p.byEnds[wordEnds(string(d.markdown.Slice(extent(q))))]
	for k := range candidates {
		c := &candidates[k]
		if c.Article == d.id {
			continue
		}
		from, err := p.source(c.Article)
		if err != nil {
			return nil, err
		}
		at, ok := c.Anchor.Find(from.markdown)
		j := quoteAt(from.quotes, at)
		if !ok || j < 0 || sameWords(from.derived, &from.quotes[j], j) != sameWords(d, q, i) {
			continue
		}
		if c.None {
			return c, nil
		}
		same, err := p.sameSpeaker(q, known, &from.quotes[j], from.known)
		if err != nil {
			return nil, err
		}
		if same {
			return c, nil
		}
	}
	return nil, nil
}

func (p *precedents) source(id ID) (*precedentSource, error) {
	if s := p.sources[id]; s != nil {
		return s, nil
	}
	d, names, err := loadDerived(p.g.l, id)
	if err == ErrNoArticle { // its text is lost; Check tells
		d, err = &derived{id: id}, nil
	}
	if err != nil {
		return nil, err
	}
	names = append(names, make([]int64, max(0, len(d.entities)-len(names)))...)
	s := &precedentSource{d, knownNames(d.entities, names)}
	p.sources[id] = s
	return s, nil
}

// sameSpeaker reports whether makers found nobody for a quote, or the one whom they found for another.
func (p *precedents) sameSpeaker(q *reader.Quote, known map[string]int64, other *reader.Quote, otherKnown map[string]int64) (bool, error) {
	who, err := p.g.speaker(q, known)
	if err != nil || who == 0 {
		return true, err
	}
	whom, err := p.g.speaker(other, otherKnown)
	if err != nil || who == whom || whom == 0 {
		return who == whom, err
	}
	a, err := p.g.lookup(who)
	if err != nil {
		return false, err
	}
	b, err := p.g.lookup(whom)
	return err == nil && a.entity != 0 && a.entity == b.entity, err
}

// pass corrects a quote of an article as another was.
func (p *precedents) pass(c *correction, d *derived, q *reader.Quote) error {
	if p.last == 0 {
		if err := p.loadJournal(); err != nil {
			return err
		}
	}
	p.last++
	heir := *c
	heir.ID, heir.Article, heir.Anchor = p.last, d.id, reader.AnchorAt(d.markdown, extent(q))
	if err := putCorrection(p.g.l, &heir); err != nil {
		return err
	}
	d.fixes = append(d.fixes, heir)
	for i := range p.entries {
		e := &p.entries[i]
		at := slices.IndexFunc(e.Steps, func(s step) bool { return s.ID == c.ID })
		if at < 0 {
			continue
		}
		s := e.Steps[at]
		e.Steps = append(e.Steps, step{ID: heir.ID, Old: passed(s.Old, &heir), New: passed(s.New, &heir)})
		if err := p.g.l.do("UPDATE journal SET steps = ? WHERE id = ?", string(asJSON(e.entry)), e.id); err != nil {
			return err
		}
	}
	return nil
}

// passed returns the value of a step for an heir of what it is about.
func passed(value json.RawMessage, heir *correction) json.RawMessage {
	var c *correction
	if json.Unmarshal(value, &c) != nil || c == nil {
		return asJSON(nil)
	}
	c.ID, c.Article, c.Anchor = heir.ID, heir.Article, heir.Anchor
	return asJSON(c)
}

// loadJournal reads what can be undone and redone of corrections.
func (p *precedents) loadJournal() error {
	last, err := p.g.l.number("SELECT max(id) FROM correction")
	if err != nil {
		return err
	}
	p.last = last
	return p.g.l.all(`SELECT id, steps FROM journal WHERE steps LIKE '{"kind":"correction"%' ORDER BY id`, nil, func(scan func(...any) error) error {
		var e journalled
		var steps string
		if err := scan(&e.id, &steps); err != nil {
			return err
		}
		if json.Unmarshal([]byte(steps), &e.entry) != nil {
			return nil // damaged: undo tells
		}
		for _, s := range e.Steps {
			p.last = max(p.last, s.ID)
		}
		p.entries = append(p.entries, e)
		return nil
	})
}
