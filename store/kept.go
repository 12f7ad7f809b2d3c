package store

import (
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"offprint/reader"
)

// What a file says about an article's reader (tags, a star, passages) is
// applied once: table kept remembers each such fact by a number. So what the
// reader took away here does not come back with the next export that has it.

// The numbers of facts that have no words.
const (
	keptStar = 1
	keptRead = 2
)

// factOf is the number of a fact that has words.
func factOf(kind string, words ...string) int64 {
	h := fnv.New64a()
	h.Write([]byte(kind))
	for _, w := range words {
		h.Write([]byte{0})
		h.Write([]byte(w))
	}
	return int64(h.Sum64()>>1) | 1<<62 // apart from those without
}

func tagFact(tag reader.Text) int64 { return factOf("tag", tagKey(tag)) }

func passageFact(p *reader.Passage) int64 {
	return factOf("passage", passageKey(p.Text), passageKey(p.Note))
}

// passageKey is the form under which spellings of a passage are one.
func passageKey(text reader.Text) string {
	if key := folded(string(text)); key != "" {
		return key
	}
	return strings.TrimSpace(string(text))
}

// first remembers a fact and reports whether it was met for the first time.
func (in *intake) first(id ID, fact int64) (bool, error) {
	res, err := in.l.exec("INSERT OR IGNORE INTO kept (article, fact) VALUES (?, ?)", id, fact)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}

// keepNew remembers what a new article was given by insert, and adds its passages.
func (in *intake) keepNew(id ID, d *reader.Digest) error {
	k := &d.Article.Kept
	var facts []int64
	if k.Starred {
		facts = append(facts, keptStar)
	}
	if k.Read {
		facts = append(facts, keptRead)
	}
	for _, t := range uniqueTags(d.Article.Tags) {
		facts = append(facts, tagFact(t))
	}
	for _, f := range facts {
		if _, err := in.first(id, f); err != nil {
			return err
		}
	}
	_, err := in.passages(id, k, newWording(d.Article.Markdown, &d.Plain))
	return err
}

// keep gives an article that is there what a file says about its reader and
// was not said before. Read is believed of stubs alone: who has the text here
// knows better. It reports whether that changed anything.
func (in *intake) keep(id ID, d *reader.Digest, stub bool) (changed bool, err error) {
	k := &d.Article.Kept
	c := newChange(in.l, in.now, "")
	c.g = in.g
	if k.Starred {
		if changed, err = in.flag(c, id, "starred", keptStar); err != nil {
			return false, err
		}
	}
	if k.Read && stub {
		more, err := in.flag(c, id, "read", keptRead)
		if err != nil {
			return false, err
		}
		changed = changed || more
	}
	for _, t := range uniqueTags(d.Article.Tags) {
		more, err := in.tag(c, id, t)
		if err != nil {
			return false, err
		}
		changed = changed || more
	}
	if len(k.Passages) == 0 {
		return changed, nil
	}
	w, err := storedWording(in.l, id)
	if err != nil {
		return false, err
	}
	more, err := in.passages(id, k, w)
	return changed || more, err
}

// flag sets a flag of an article if a file says so for the first time.
func (in *intake) flag(c *change, id ID, kind string, fact int64) (bool, error) {
	if first, err := in.first(id, fact); err != nil || !first {
		return false, err
	}
	column := map[string]string{"starred": "SELECT starred FROM article WHERE id = ?", "read": "SELECT read FROM article WHERE id = ?"}[kind]
	if n, err := in.l.number(column, id); err != nil || n != 0 {
		return false, err
	}
	return true, appliers[kind](c, int64(id), asJSON(true))
}

// tag gives an article a tag if a file says so for the first time.
func (in *intake) tag(c *change, id ID, tag reader.Text) (bool, error) {
	if first, err := in.first(id, tagFact(tag)); err != nil || !first {
		return false, err
	}
	art, err := c.light(id)
	if err != nil || art.tagged(tag) {
		return false, err
	}
	c.arg = string(tag)
	return true, c.applyTag(int64(id), asJSON(true))
}

// passages makes highlights of passages that were not met before. Those whose
// words the text does not have, as all of a stub, are kept as lost: the text
// may come.
func (in *intake) passages(id ID, k *reader.Kept, text *wording) (changed bool, err error) {
	if len(k.Passages) == 0 {
		return false, nil
	}
	there, err := highlights(in.l, id)
	if err != nil {
		return false, err
	}
	for i := range k.Passages {
		p := &k.Passages[i]
		if passageKey(p.Text) == "" && passageKey(p.Note) == "" {
			continue
		}
		first, err := in.first(id, passageFact(p))
		if err != nil {
			return false, err
		}
		if !first {
			continue
		}
		h, err := in.passage(id, p, k.Saved, there, text)
		if err != nil {
			return false, err
		}
		if h != nil {
			there, changed = append(there, *h), true
		}
	}
	if !changed {
		return false, nil
	}
	return true, countHighlights(in.l, id)
}

// passage makes one highlight, or gives the one that is there its note. It
// returns nil if there is nothing to do.
func (in *intake) passage(id ID, p *reader.Passage, saved time.Time, there []Highlight, text *wording) (*Highlight, error) {
	same := func(h Highlight) bool { return passageKey(h.Anchor.Exact) == passageKey(p.Text) }
	noted := func(h Highlight) bool { return same(h) && (p.Note == "" || passageKey(h.Note) == passageKey(p.Note)) }
	if slices.ContainsFunc(there, noted) {
		return nil, nil
	}
	bare := func(h Highlight) bool { return same(h) && h.Note == "" }
	if i := slices.IndexFunc(there, bare); i >= 0 {
		there[i].Note = reader.Clean(string(p.Note))
		return &Highlight{Anchor: there[i].Anchor, Note: there[i].Note}, in.l.do("UPDATE highlight SET note = ? WHERE id = ?", string(there[i].Note), there[i].ID)
	}
	h := &Highlight{Article: id, Anchor: reader.Anchor{Exact: p.Text}, Note: reader.Clean(string(p.Note)), Created: in.made(p, saved)}
	at, ok := text.find(h.Anchor)
	if ok && !at.Empty() { // a note on the whole article has no place
		h.Anchor = reader.AnchorAt(text.markdown, at)
	}
	h.Lost = !ok
	if in.highlight == 0 {
		last, err := lastHighlight(in.l)
		if err != nil {
			return nil, err
		}
		in.highlight = last
	}
	in.highlight++
	h.ID = HighlightID(in.highlight)
	return h, in.l.do("INSERT INTO highlight (id, article, anchor, note, created, lost) VALUES (?, ?, ?, ?, ?, ?)",
		h.ID, id, encodeAnchor(h.Anchor), string(h.Note), h.Created.Unix(), h.Lost)
}

// made returns when a passage was marked, else when its article was saved, else now.
func (in *intake) made(p *reader.Passage, saved time.Time) time.Time {
	for _, t := range []time.Time{p.Made, saved} {
		if !t.IsZero() && t.Before(in.now) && t.Unix() > firstMoment {
			return t.UTC().Truncate(time.Second)
		}
	}
	return in.now.UTC().Truncate(time.Second)
}

// close ends the transaction's books.
func (in *intake) close() error {
	if in.highlight > 0 {
		// The numbers are not used again, even if the highlights go.
		if err := in.l.setFact("highlight", in.highlight); err != nil {
			return err
		}
	}
	return in.g.close()
}
