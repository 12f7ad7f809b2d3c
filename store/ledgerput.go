package store

import (
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

// nameKeyOf returns the form under which spellings of a name are one: folded, without the article.
func nameKeyOf(name reader.Text) string {
	key := folded.Key(string(name))
	if rest, ok := strings.CutPrefix(key, "the "); ok {
		return rest
	}
	return key
}

// put writes all that is derived from an article and books it. It returns the
// ids of the names, parallel to d.entities, for table finding.
func (g *ledger) put(d *derived, former map[int64][]int64) ([]int64, error) {
	g.counts(d, 1)
	for _, tag := range d.tags {
		if err := g.l.do("INSERT OR IGNORE INTO tagged (tag, sorted, article) VALUES (?, ?, ?)", tag, d.sorted, d.id); err != nil {
			return nil, err
		}
	}
	if !d.stub { // a site's one description of all its pages makes no story
		if err := g.putSketch(d); err != nil {
			return nil, err
		}
	}
	ids, err := g.putNames(d)
	if err != nil {
		return nil, err
	}
	if d.found && len(d.quotes) > 0 {
		if err := g.inherit(d, ids); err != nil {
			return nil, err
		}
	}
	return ids, g.putQuotes(d, ids, former)
}

func (g *ledger) putNames(d *derived) ([]int64, error) {
	ids := make([]int64, len(d.entities))
	mentions := map[int64]int64{}
	for i := range d.entities {
		e := &d.entities[i]
		name, err := g.name(int(e.Kind), e.Name, e.Country)
		if err != nil {
			return nil, err
		}
		if name == nil {
			continue
		}
		ids[i] = name.id
		mentions[name.id] += int64(e.Count())
		name.alias(e, 1)
	}
	values := make([]any, 0, 4*len(mentions))
	for id, n := range mentions {
		values = append(values, id, d.sorted, d.id, n)
	}
	if err := g.l.insertRows("INSERT INTO mention (name, sorted, article, n) VALUES ", 4, values); err != nil {
		return nil, err
	}
	return ids, g.bookMentions(mentions, 1, d)
}

// bookMentions credits entities with an article's mentions. Two names of one entity make one article of it.
func (g *ledger) bookMentions(mentions map[int64]int64, sign int64, d *derived) error {
	counted := map[int64]bool{}
	for id, n := range mentions {
		name, err := g.lookup(id)
		if err != nil {
			return err
		}
		articles := int64(1)
		if counted[name.entity] {
			articles = 0
		}
		counted[name.entity] = true
		if err := g.credit(name, sign, articles, n, 0, d); err != nil {
			return err
		}
	}
	return nil
}

// alias books the other names that an article has for an entity.
func (s *nameState) alias(e *reader.Entity, n int64) {
	done := map[string]bool{}
	for _, a := range e.Aliases {
		key := nameKeyOf(a)
		if key == "" || done[key] {
			continue
		}
		done[key] = true
		if s.aliases == nil {
			s.aliases = map[string]aliasState{}
		}
		old := s.aliases[key]
		s.aliases[key] = aliasState{string(a), old.n + n}
	}
}

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

// take removes all that put wrote. d holds the article as it was put. It
// returns the ids of its quotes by their words, for the next put.
func (g *ledger) take(d *derived, names []int64) (former map[int64][]int64, err error) {
	g.counts(d, -1)
	for _, tag := range d.tags {
		if err := g.l.do("DELETE FROM tagged WHERE tag = ? AND sorted = ? AND article = ?", tag, d.sorted, d.id); err != nil {
			return nil, err
		}
	}
	if err := g.takeSketch(d); err != nil {
		return nil, err
	}
	mentions := map[int64]int64{}
	low, high := int64(d.id)<<quoteBits, int64(d.id+1)<<quoteBits-1
	for i, id := range names {
		if id == 0 {
			continue
		}
		if i < len(d.entities) {
			name, err := g.lookup(id)
			if err != nil {
				return nil, err
			}
			name.alias(&d.entities[i], -1)
		}
		if _, ok := mentions[id]; ok {
			continue
		}
		n, err := g.l.number("DELETE FROM mention WHERE name = ? AND sorted = ? AND article = ? RETURNING n", id, d.sorted, d.id)
		if err != nil {
			return nil, err
		}
		mentions[id] = n
		if err := g.l.do("DELETE FROM about WHERE name = ? AND sorted = ? AND quote BETWEEN ? AND ?", id, d.sorted, low, high); err != nil {
			return nil, err
		}
	}
	if err := g.bookMentions(mentions, -1, d); err != nil {
		return nil, err
	}
	return g.takeQuotes(low, high)
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
