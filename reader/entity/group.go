package entity

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// thing is an entity in the making.
type thing struct {
	kind     reader.EntityKind
	country  string
	nation   string // what the country is usually called
	owner    string // the country of an organisation that any country may have: the Foreign Ministry
	of       string // key of the person's full name that a short one is taken for; empty if not known yet
	names    []name
	mentions []mention
	roles    []mention // places that call a person by what he is
	weight   float64
}

// name is one way in which an article writes a thing.
type name struct {
	text  reader.Text
	key   string
	words []string // in small letters
	times int
	first int  // token of its first place
	loud  bool // several words, all in capitals
}

// full returns the thing's name with the most words.
func (t *thing) full() *name {
	best := &t.names[0]
	for i := range t.names {
		if n := &t.names[i]; better(n, best) {
			best = n
		}
	}
	return best
}

// usual returns the name that a country or people is called by most often in
// the article, acronyms only if there is nothing else.
func (t *thing) usual() *name {
	best := &t.names[0]
	for i := range t.names {
		n := &t.names[i]
		if short, was := len(n.key) < 4, len(best.key) < 4; short != was && was || short == was && n.times > best.times {
			best = n
		}
	}
	return best
}

// better reports whether a tells more than b. Names all in capitals come from
// headlines and tell less than any other.
func better(a, b *name) bool {
	if x, y := a.loud, b.loud; x != y && len(a.words) > 1 {
		return y
	}
	if len(a.words) != len(b.words) {
		return len(a.words) > len(b.words)
	}
	return len(a.text) > len(b.text)
}

// shouted reports whether a name of several words is all in capitals.
func shouted(t reader.Text) bool {
	s := string(t)
	return strings.Contains(s, " ") && strings.ToUpper(s) == s
}

// add puts a mention to the thing.
func (t *thing) add(n name, m mention) {
	t.mentions = append(t.mentions, m)
	for i := range t.names {
		if t.names[i].text == n.text {
			t.names[i].times++
			return
		}
	}
	t.names = append(t.names, n)
}

// merge puts all of o into t.
func (t *thing) merge(o *thing) {
	for _, n := range o.names {
		at := slices.IndexFunc(t.names, func(x name) bool { return x.text == n.text })
		if at < 0 {
			t.names = append(t.names, n)
		} else {
			t.names[at].times += n.times
		}
	}
	t.mentions = append(t.mentions, o.mentions...)
	if t.country == "" {
		t.country, t.nation = o.country, o.nation
	}
}

// group makes entities of the mentions. The order of the mentions in the text
// decides ties, so that the same text always gives the same entities.
func (x *text) group() []reader.Entity {
	things := x.bySurface()
	in := newIndex(things)
	for _, find := range []finder{x.bracketed, longPerson, shortPerson, longOrganization, spelledOut, longPlace} {
		if things = fold(in, find); len(things) < len(in.things) {
			in = newIndex(things)
		}
	}
	x.roles(things)
	for _, t := range things {
		t.weight = x.weight(t)
	}
	sort.SliceStable(things, func(i, j int) bool { return things[i].weight > things[j].weight })
	out := make([]reader.Entity, 0, len(things))
	for _, t := range things {
		out = append(out, x.entity(t))
	}
	return out
}

// finder names the thing that t is another name of, nil if there is none.
type finder func(t *thing, in *index) *thing

// fold merges every thing of an index into the one that find names for it, and
// returns those that are left.
func fold(in *index, find finder) []*thing {
	into := map[*thing]*thing{}
	for _, t := range in.things {
		if to := find(t, in); to != nil && to != t {
			into[t] = to
		}
	}
	if len(into) == 0 {
		return in.things
	}
	out := make([]*thing, 0, len(in.things))
	for _, t := range in.things {
		to := t
		for n := 0; into[to] != nil && n < 8; n++ {
			to = into[to]
		}
		if to == t || into[to] != nil { // a ring stays as it was
			out = append(out, t)
			continue
		}
		to.merge(t)
	}
	return out
}

// bySurface puts together the mentions of one kind that are written alike, and
// those of one country or of a well-known organisation.
func (x *text) bySurface() []*thing {
	var things []*thing
	byKey := map[string]*thing{}
	fulls, owned := x.fullNames(), x.owned()
	for _, m := range x.mentions {
		n := name{text: x.name(m), key: x.key(m), words: x.declined(m, x.words(m)), times: 1, first: m.first}
		n.loud = shouted(n.text)
		t := &thing{kind: m.kind}
		key := strings.TrimPrefix(n.key, "the ")
		switch m.kind {
		case reader.EntityPlace, reader.EntityNationality:
			key = x.nationKey(t, m, n, key)
		case reader.EntityPerson:
			key = x.caseless(n, m.kind, key)
			if t.of = fulls.meant(m, n.words, x.sexOf(m)); t.of != "" {
				key += "\x00" + t.of
			}
		case reader.EntityOrganization:
			key = legalName(key)
			if a, ok := aliases()[key]; ok {
				key = a
			} else if o, ok := owned[m.first]; ok {
				t.owner, key = o.country, o.key+"\x00"+o.country
			}
		}
		key = m.kind.String() + "\x00" + key
		if old := byKey[key]; old != nil {
			t = old
		} else {
			byKey[key] = t
			things = append(things, t)
		}
		t.add(n, m)
	}
	return things
}

// nationKey returns the key of a place or people, and tells the country that it is.
func (x *text) nationKey(t *thing, m mention, n name, key string) string {
	nation, ok := x.nationOf(m, string(n.text))
	switch {
	case ok && nation.People == (m.kind == reader.EntityNationality):
		t.country, t.nation = nation.QID, nation.Name
		return nation.Name
	case m.kind == reader.EntityNationality: // Muslim, Muslims
		return strings.TrimSuffix(key, "s")
	}
	return x.caseless(n, m.kind, key)
}

func (x *text) words(m mention) []string {
	words := make([]string, 0, m.last-m.first)
	for i := m.first; i < m.last; i++ {
		w := x.word(i)
		if i == m.first {
			w = w[m.skip:]
		}
		if w = plainKey(w); closing[w] != "" || w == "”" { // Robert "Bobby" Tanaka
			continue
		}
		if x.language == russian || x.language == ukrainian {
			w = stem(w)
		}
		words = append(words, w)
	}
	return words
}

// entity returns t in the reader's words.
func (x *text) entity(t *thing) reader.Entity {
	sort.SliceStable(t.mentions, func(i, j int) bool { return t.mentions[i].first < t.mentions[j].first })
	sort.SliceStable(t.names, func(i, j int) bool { return t.names[i].first < t.names[j].first })
	best := t.full()
	if t.nation != "" {
		best = t.usual()
	}
	e := reader.Entity{Name: calm(t.kind, x.ownedName(t, best)), Kind: t.kind, Country: t.country}
	if n := x.nationName(t); n != "" {
		e.Name = reader.CleanLine(n)
	}
	switch t.kind {
	case reader.EntityPerson:
		e.Name = x.byForename(t, best)
	case reader.EntityPlace:
		e.Name = x.tablePlace(e.Name)
	}
	for i := range t.names {
		if n := t.names[i].text; n != e.Name && (n != best.text || t.nation != "") {
			e.Aliases = append(e.Aliases, n)
		}
	}
	e.Aliases = x.inNominative(t.kind, e.Name, e.Aliases)
	sure := 0.0
	for _, m := range t.mentions {
		start, end := x.span(m)
		e.Mentions = append(e.Mentions, x.plain.Span(start, end))
		sure += m.sure
	}
	for _, m := range t.roles {
		start, end := x.span(m)
		e.Roles = append(e.Roles, x.plain.Span(start, end))
	}
	e.Confidence = min(0.99, sure/float64(len(t.mentions)))
	if t.kind == reader.EntityOther {
		e.Kind = x.finer(t)
	}
	return e
}

// calm writes the name of a place that stands in capitals (LONDON, at the head
// of agency news) as it is usually written, so that it is the same in all
// articles. Short ones are acronyms.
func calm(kind reader.EntityKind, name reader.Text) reader.Text {
	s := string(name)
	if kind != reader.EntityPlace || len(s) < 4 || strings.Contains(s, ".") || strings.ToUpper(s) != s {
		return name
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return reader.CleanLine(strings.Join(words, " "))
}

// eventWords end or begin the names of events.
var eventWords = wordSet(`cup games olympics open championship championships prix war festival summit conference election revolution
	uprising bowl marathon expo hurricane cyclone typhoon massacre genocide holocaust crisis riots protests
	offensive battle`)

// finer tells an event or a work from the other things that have names: an
// event by its words, a work by the quote marks around it.
func (x *text) finer(t *thing) reader.EntityKind {
	for _, n := range t.names {
		if eventWords[n.words[len(n.words)-1]] || eventWords[n.words[0]] {
			return reader.EntityEvent
		}
	}
	for _, m := range t.mentions {
		if m.last-m.first > 1 && x.quoted(m) {
			return reader.EntityWork
		}
	}
	return reader.EntityOther
}

// quoted reports whether quotation marks stand around a mention.
func (x *text) quoted(m mention) bool {
	if m.first == 0 || m.last >= len(x.Tokens) {
		return false
	}
	switch x.word(m.first-1) + x.word(m.last) {
	case "“”", "\"\"", "«»", "‘’", "**", "__":
		return true
	}
	return false
}

// weight is how much a thing matters in the article: how often it is named,
// and more for what is named at the beginning.
func (x *text) weight(t *thing) float64 {
	w := float64(len(t.mentions))
	first := t.mentions[0].first
	for _, m := range t.mentions {
		first = min(first, m.first)
	}
	if x.Tokens[first].Start < len(x.Text)/4 {
		w += 1.5
	}
	switch t.kind {
	case reader.EntityPerson, reader.EntityOrganization:
		w += 0.5
	case reader.EntityNationality, reader.EntityOther:
		w *= 0.6
	}
	return w
}
