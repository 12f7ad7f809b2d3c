package store

import (
	"hash/fnv"
	"slices"
	"strings"

	"offprint/reader"
	"offprint/store/folded"
)

// maxQuotes is how many quotes of one article get an id; QuoteID is the
// article's id and a number below this.
const (
	quoteBits = 16
	maxQuotes = 1<<quoteBits - 1
)

// putQuotes writes the quotes. former tells which ids quotes with the same
// words had before a new analysis: they are used again.
func (g *ledger) putQuotes(d *derived, names []int64, former map[int64][]int64) error {
	if len(d.quotes) == 0 {
		return nil
	}
	quotes, kept := corrected(d.quotes, d.fixes, d.markdown)
	known := knownNames(d.entities, names)
	numbers := newNumbers(d.id, len(quotes), former)
	for i := range quotes[:min(len(quotes), maxQuotes)] {
		if !kept[i] {
			continue
		}
		q := &quotes[i]
		who, err := g.speaker(q, known)
		if err != nil {
			return err
		}
		same := sameWords(d, q, i)
		id := numbers.of(i, same)
		if id == 0 {
			continue
		}
		if err := g.putQuote(d, q, i, id, who, same, names); err != nil {
			return err
		}
	}
	return nil
}

// quoteNumbers hands out the ids of an article's quotes. One whose words were
// there before keeps its id. Another has that of its place among all that were
// found, those included that the reader said are none: so an id names the same
// quote whatever is dropped, deleted and taken back.
type quoteNumbers struct {
	low    int64 // what all ids of the article lie above
	former map[int64][]int64
	taken  map[int64]bool // by the former ones
	spare  int64          // what was handed out last to those whose place is taken
}

func newNumbers(article ID, quotes int, former map[int64][]int64) *quoteNumbers {
	n := &quoteNumbers{low: int64(article) << quoteBits, former: former, taken: map[int64]bool{}}
	n.spare = n.low + int64(quotes)
	for _, list := range former {
		for _, id := range list {
			n.taken[id] = true
		}
	}
	return n
}

// of returns the id of the quote at a place, from 0, with words that have a
// number; 0 if the article has had too many.
func (n *quoteNumbers) of(place int, same int64) int64 {
	own := n.low + int64(place) + 1
	if list := n.former[same]; len(list) > 0 {
		i := max(slices.Index(list, own), 0) // of several with the same words the one that stood there
		id := list[i]
		n.former[same] = slices.Delete(list, i, i+1)
		return id
	}
	if !n.taken[own] {
		return own
	}
	for n.spare++; n.taken[n.spare]; n.spare++ {
	}
	if n.spare > n.low+maxQuotes {
		return 0
	}
	return n.spare
}

func (g *ledger) putQuote(d *derived, q *reader.Quote, ord int, id, who, same int64, names []int64) error {
	err := g.l.do("INSERT INTO quote (id, ord, who, sorted, same) VALUES (?, ?, ?, ?, ?)", id, ord, who, d.sorted, same)
	if err != nil {
		return err
	}
	if who != 0 {
		name, err := g.lookup(who)
		if err != nil {
			return err
		}
		if err := g.credit(name, 1, 0, 0, 1, d); err != nil {
			return err
		}
	}
	var values []any
	for _, i := range aboutWhom(d, q) {
		if names[i] != 0 && names[i] != who {
			values = append(values, names[i], d.sorted, id)
		}
	}
	return g.l.insertRows("INSERT OR IGNORE INTO about (name, sorted, quote) VALUES ", 3, values)
}

// knownNames maps the names that an article has for its entities to them.
func knownNames(entities []reader.Entity, names []int64) map[string]int64 {
	known := map[string]int64{}
	for i := range entities {
		for _, a := range entities[i].Aliases {
			if key := nameKeyOf(a); known[key] == 0 {
				known[key] = names[i]
			}
		}
	}
	for i := range entities { // a full name counts before another's alias
		known[nameKeyOf(entities[i].Name)] = names[i]
	}
	return known
}

// speaker returns the name that a quote's speaker has in the archive, 0 if
// nobody is named, or somebody who is more likely not the one.
func (g *ledger) speaker(q *reader.Quote, known map[string]int64) (int64, error) {
	key := nameKeyOf(q.Speaker.Name)
	if key == "" || !q.Attributed() {
		return 0, nil
	}
	if id := known[key]; id != 0 && q.Speaker.Kind != reader.SpeakerRole {
		return id, nil
	}
	kind := kindRole
	switch q.Speaker.Kind {
	case reader.SpeakerPerson:
		kind = int(reader.EntityPerson)
	case reader.SpeakerOrganization:
		kind = int(reader.EntityOrganization)
	}
	name, err := g.name(kind, q.Speaker.Name, "")
	if err != nil || name == nil {
		return 0, err
	}
	return name.id, nil
}

func (g *ledger) takeQuotes(low, high int64) (map[int64][]int64, error) {
	former := map[int64][]int64{}
	var whos []int64
	err := g.l.all("SELECT id, who, same FROM quote WHERE id BETWEEN ? AND ? ORDER BY ord", []any{low, high}, func(scan func(...any) error) error {
		var id, who, same int64
		if err := scan(&id, &who, &same); err != nil {
			return err
		}
		former[same] = append(former[same], id)
		if who != 0 {
			whos = append(whos, who)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, who := range whos {
		name, err := g.lookup(who)
		if err != nil {
			return nil, err
		}
		if err := g.credit(name, -1, 0, 0, 1, nil); err != nil {
			return nil, err
		}
	}
	return former, g.l.do("DELETE FROM quote WHERE id BETWEEN ? AND ?", low, high)
}

// minSame is how many words two quotes must share, all of them, to be taken
// for the same words in two articles. Shorter ones ("restraint") are common.
const minSame = 5

// sameWords returns a number that quotes with the same words share.
func sameWords(d *derived, q *reader.Quote, ord int) int64 {
	h := fnv.New64a()
	words := 0
	for _, s := range q.Content {
		folded.Each(string(d.markdown.Slice(s)), func(_, _ int, w string) bool {
			h.Write([]byte(w))
			h.Write([]byte{' '})
			words++
			return true
		})
	}
	if words < minSame {
		var own [16]byte
		for i := range 8 {
			own[i], own[8+i] = byte(int64(d.id)>>(8*i)), byte(ord>>(8*i))
		}
		h.Write(own[:])
	}
	return int64(h.Sum64() >> 1) // 0 is never met in practice and means nothing
}

// aboutWhom returns the entities that are named in a quote or its sentence, or
// called there by what they are.
func aboutWhom(d *derived, q *reader.Quote) []int {
	if len(q.Content) == 0 {
		return nil
	}
	in := sentenceAround(string(d.markdown), reader.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End})
	var list []int
	for i := range d.entities {
		for _, m := range d.entities[i].Places() {
			if m.Start >= in.End {
				break
			}
			if in.Covers(m) && !overlapsAny(q.Source, m) {
				list = append(list, i)
				break
			}
		}
	}
	return list
}

func overlapsAny(list []reader.Span, s reader.Span) bool {
	for _, o := range list {
		if o.Overlaps(s) {
			return true
		}
	}
	return false
}

// maxSentence bounds how far sentenceAround looks, in bytes to either side.
const maxSentence = 400

// sentenceAround widens a span to the sentence that it stands in, roughly: to
// a mark that ends one, or the paragraph's border.
func sentenceAround(md string, s reader.Span) reader.Span {
	start, end := min(s.Start, len(md)), min(s.End, len(md))
	for n := 0; start > 0 && n < maxSentence; n++ {
		if c := md[start-1]; c == '\n' || start > 1 && c == ' ' && strings.IndexByte(".!?", md[start-2]) >= 0 {
			break
		}
		start--
	}
	for n := 0; end < len(md) && n < maxSentence; n++ {
		if md[end] == '\n' || strings.IndexByte(".!?", md[end]) >= 0 && (end+1 == len(md) || md[end+1] == ' ' || md[end+1] == '\n') {
			break
		}
		end++
	}
	return reader.Span{Start: start, End: max(start, end)}
}
