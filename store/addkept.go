package store

import (
	"hash/fnv"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/passage"
	"offprint/store/tagset"
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

// factsOf returns the number of a fact about texts, and the one that an
// earlier version gave it, if that is another.
func factsOf(kind string, texts ...reader.Text) []int64 {
	keys, formerly := make([]string, len(texts)), make([]string, len(texts))
	changed := false
	for i, t := range texts {
		keys[i] = passageKey(t)
		formerly[i] = keys[i]
		if words := folded.Former(string(t)); words != nil {
			formerly[i], changed = strings.Join(words, " "), true
		}
	}
	facts := []int64{factOf(kind, keys...)}
	if changed {
		facts = append(facts, factOf(kind, formerly...))
	}
	return facts
}

func tagFacts(tag reader.Text) []int64 { return factsOf("tag", tag) }

func passageFacts(p *reader.Passage) []int64 { return factsOf("passage", p.Text, p.Note) }

// passageKey is the form under which spellings of a passage are one.
func passageKey(text reader.Text) string {
	if key := folded.Key(string(text)); key != "" {
		return key
	}
	return strings.TrimSpace(string(text))
}

// first remembers a fact and reports whether it was met for the first time.
// Its former numbers, if it has some, were met if one of them was.
func (in *intake) first(id ID, fact int64, former ...int64) (bool, error) {
	res, err := in.l.exec("INSERT OR IGNORE INTO kept (article, fact) VALUES (?, ?)", id, fact)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	if err != nil || n == 0 || len(former) == 0 {
		return n > 0, err
	}
	met, err := in.l.number("SELECT count(*) FROM kept WHERE article = ? AND fact IN (SELECT value FROM json_each(?))", id, jsonIDs(former))
	return met == 0, err
}

// renounce remembers a fact that the reader took away, which no file may have
// said until then, or one that was added by a version that did not remember.
func renounce(l *link, id ID, fact int64) error {
	return l.do("INSERT OR IGNORE INTO kept (article, fact) VALUES (?, ?)", id, fact)
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
	for _, t := range tagset.Unique(d.Article.Tags) {
		facts = append(facts, tagFacts(t)[0])
	}
	for _, f := range facts {
		if _, err := in.first(id, f); err != nil {
			return err
		}
	}
	_, err := in.passages(id, k, passage.New(d.Article.Markdown, &d.Plain))
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
	for _, t := range tagset.Unique(d.Article.Tags) {
		more, err := in.tag(c, id, t)
		if err != nil {
			return false, err
		}
		changed = changed || more
	}
	if len(k.Passages) == 0 {
		return changed, nil
	}
	w, err := textOf(in.l, id)
	if err != nil {
		return false, err
	}
	more, err := in.passages(id, k, w)
	return changed || more, err
}

// savedAt sets the date of adding of an article to when it was saved elsewhere,
// which was before. One without a date is listed by it.
func (in *intake) savedAt(id ID, moment int64) error {
	n, err := in.l.number("SELECT count(*) FROM article WHERE id = ? AND published IS NULL", id)
	if err != nil {
		return err
	}
	if n == 0 {
		return in.l.do("UPDATE article SET added = ? WHERE id = ?", moment, id)
	}
	at, names, err := loadDerived(in.l, id)
	if err != nil {
		return err
	}
	former, err := in.g.take(at, names)
	if err != nil {
		return err
	}
	at.sorted = sortedBy(time.Time{}, time.Unix(moment, 0))
	if err := in.l.do("UPDATE article SET added = ?, sorted = ? WHERE id = ?", moment, at.sorted, id); err != nil {
		return err
	}
	c := newChange(in.l, in.now, "")
	c.g = in.g
	return c.putBack(at, former)
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
	facts := tagFacts(tag)
	if first, err := in.first(id, facts[0], facts[1:]...); err != nil || !first {
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
func (in *intake) passages(id ID, k *reader.Kept, text *passage.Text) (changed bool, err error) {
	if len(k.Passages) == 0 {
		return false, nil
	}
	list, err := highlights(in.l, id)
	if err != nil {
		return false, err
	}
	there := newMarked(list)
	for i := range k.Passages {
		p := &k.Passages[i]
		if passageKey(p.Text) == "" && passageKey(p.Note) == "" {
			continue
		}
		facts := passageFacts(p)
		first, err := in.first(id, facts[0], facts[1:]...)
		if err != nil {
			return false, err
		}
		if !first {
			continue
		}
		more, err := in.passage(id, p, k.Saved, there, text)
		if err != nil {
			return false, err
		}
		changed = changed || more
	}
	if !changed {
		return false, nil
	}
	if err := enqueue(in.l, id); err != nil { // for the notes
		return false, err
	}
	return true, countHighlights(in.l, id)
}

// marked are the highlights of an article by what they say: a book may have
// thousands, and each is looked for among the others.
type marked struct {
	texts map[string]bool
	notes map[[2]string]bool // a text with its note
	bare  map[string]int64   // the highlight of a text that has no note
}

func newMarked(list []Highlight) *marked {
	m := &marked{texts: map[string]bool{}, notes: map[[2]string]bool{}, bare: map[string]int64{}}
	for i := range list {
		m.add(int64(list[i].ID), list[i].Anchor.Exact, list[i].Note)
	}
	return m
}

// add takes a highlight. Of several of a text without a note the first counts.
func (m *marked) add(id int64, text, note reader.Text) {
	key := passageKey(text)
	m.texts[key], m.notes[[2]string{key, passageKey(note)}] = true, true
	if _, ok := m.bare[key]; !ok && note == "" {
		m.bare[key] = id
	}
}

// has reports whether a passage is there, with its note if it has one.
func (m *marked) has(p *reader.Passage) bool {
	key := passageKey(p.Text)
	return m.texts[key] && (p.Note == "" || m.notes[[2]string{key, passageKey(p.Note)}])
}

// passage makes one highlight, or gives the one that is there its note. It
// reports whether there was anything to do.
func (in *intake) passage(id ID, p *reader.Passage, saved time.Time, there *marked, text *passage.Text) (bool, error) {
	if there.has(p) {
		return false, nil
	}
	note := reader.Clean(string(p.Note))
	if bare, ok := there.bare[passageKey(p.Text)]; ok {
		delete(there.bare, passageKey(p.Text))
		there.add(bare, p.Text, note)
		return true, in.l.do("UPDATE highlight SET note = ? WHERE id = ?", string(note), bare)
	}
	h := &Highlight{Article: id, Anchor: reader.Anchor{Exact: p.Text}, Note: note, Created: in.made(p, saved)}
	at, ok := text.Find(h.Anchor)
	if ok && !at.Empty() { // a note on the whole article has no place
		h.Anchor = reader.AnchorAt(text.Markdown(), at)
	}
	h.Lost = !ok
	if in.highlight == 0 {
		last, err := lastHighlight(in.l)
		if err != nil {
			return false, err
		}
		in.highlight = last
	}
	in.highlight++
	h.ID = HighlightID(in.highlight)
	there.add(in.highlight, h.Anchor.Exact, note)
	return true, in.l.do("INSERT INTO highlight (id, article, anchor, note, created, lost) VALUES (?, ?, ?, ?, ?, ?)",
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
