package entity

import (
	"sort"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// thing is an entity in the making.
type thing struct {
	kind     reader.EntityKind
	key      string // of its fullest name
	names    []string
	words    []string // of its fullest name
	mentions []mention
	country  string
	people   bool
}

// group makes entities of the mentions. The order of the mentions in the text
// decides ties, so that the same text always gives the same entities.
func (x *text) group() []reader.Entity {
	things := x.bySurface()
	things = x.shortNames(things)
	out := make([]reader.Entity, 0, len(things))
	weights := make([]float64, 0, len(things))
	for _, t := range things {
		out = append(out, x.entity(t))
		weights = append(weights, x.weight(t))
	}
	order := make([]int, len(out))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return weights[order[i]] > weights[order[j]] })
	sorted := make([]reader.Entity, len(out))
	for i, k := range order {
		sorted[i] = out[k]
	}
	return sorted
}

// bySurface puts together the mentions of one kind that are written alike, and
// those of one country.
func (x *text) bySurface() []*thing {
	var things []*thing
	byKey := map[string]*thing{}
	for _, m := range x.mentions {
		name := string(x.name(m))
		key := plainKey(name)
		t := &thing{kind: m.kind, key: key}
		if m.kind == reader.EntityPlace || m.kind == reader.EntityNationality {
			if n, ok := gazetteer.FindNation(name); ok && n.People == (m.kind == reader.EntityNationality) {
				t.country, t.people = n.QID, n.People
				key = n.QID
			}
		}
		key = m.kind.String() + "\x00" + key
		if old := byKey[key]; old != nil {
			t = old
		} else {
			byKey[key] = t
			things = append(things, t)
			t.words = x.words(m)
		}
		t.add(name, m)
	}
	return things
}

func (x *text) words(m mention) []string {
	words := make([]string, 0, m.last-m.first)
	for i := m.first; i < m.last; i++ {
		words = append(words, plainKey(x.word(i)))
	}
	return words
}

func (t *thing) add(name string, m mention) {
	t.mentions = append(t.mentions, m)
	for _, n := range t.names {
		if n == name {
			return
		}
	}
	t.names = append(t.names, name)
}

// shortNames folds a short name into the one thing of the same kind whose full
// name holds it: a surname or a given name into a person.
func (x *text) shortNames(things []*thing) []*thing {
	into := make([]*thing, len(things))
	for i, t := range things {
		if t.kind != reader.EntityPerson || len(t.words) != 1 {
			continue
		}
		var full *thing
		for _, f := range things {
			if f == t || f.kind != t.kind || len(f.words) < 2 {
				continue
			}
			if f.words[len(f.words)-1] == t.words[0] || f.words[0] == t.words[0] && full == nil {
				full = f
			}
		}
		into[i] = full
	}
	out := things[:0:0]
	for i, t := range things {
		if into[i] == nil {
			out = append(out, t)
			continue
		}
		for _, m := range t.mentions {
			into[i].add(string(x.name(m)), m)
		}
	}
	return out
}

// entity returns t in the reader's words.
func (x *text) entity(t *thing) reader.Entity {
	sort.SliceStable(t.mentions, func(i, j int) bool { return t.mentions[i].first < t.mentions[j].first })
	best := 0
	for i, n := range t.names {
		if len(n) > len(t.names[best]) {
			best = i
		}
	}
	e := reader.Entity{Name: reader.CleanLine(t.names[best]), Kind: t.kind, Country: t.country}
	for i, n := range t.names {
		if i != best {
			e.Aliases = append(e.Aliases, reader.CleanLine(n))
		}
	}
	for _, m := range t.mentions {
		start, end := x.span(m)
		e.Mentions = append(e.Mentions, x.plain.Span(start, end))
		e.Confidence = max(e.Confidence, m.sure)
	}
	return e
}

// weight is how much a thing matters in the article: how often it is named,
// and more for what is named in the title or at the beginning.
func (x *text) weight(t *thing) float64 {
	w := float64(len(t.mentions))
	if at := x.Tokens[t.mentions[0].first].Start; at < len(x.Text)/4 {
		w += 1.5
	}
	switch t.kind {
	case reader.EntityPerson, reader.EntityOrganization:
		w += 0.5
	case reader.EntityNationality, reader.EntityOther:
		w *= 0.6
	}
	if strings.Contains(t.key, " ") {
		w += 0.1
	}
	return w
}
