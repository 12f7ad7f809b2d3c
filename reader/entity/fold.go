package entity

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// index finds things by the words of their full names, so that grouping stays
// quick in an article that names thousands.
type index struct {
	things []*thing
	byWord map[string][]*thing
	byKey  map[kindKey]*thing // see named
	last   map[int]*thing     // see before
}

// kindKey is a name's key, of things of one kind.
type kindKey struct {
	kind reader.EntityKind
	key  string
}

func newIndex(things []*thing) *index {
	x := &index{things: things, byWord: make(map[string][]*thing, 2*len(things))}
	for _, t := range things {
		words := t.full().words
		for i, w := range words {
			if !slices.Contains(words[:i], w) {
				x.byWord[w] = append(x.byWord[w], t)
			}
		}
	}
	return x
}

// named returns the first thing that has a name with this key among its names,
// nil if none has. Few articles ask.
func (x *index) named(kind reader.EntityKind, key string) *thing {
	if x.byKey == nil {
		x.byKey = map[kindKey]*thing{}
		for _, t := range x.things {
			for _, n := range t.names {
				if k := (kindKey{t.kind, n.key}); x.byKey[k] == nil {
					x.byKey[k] = t
				}
			}
		}
	}
	return x.byKey[kindKey{kind, key}]
}

// before returns the thing of which a mention ends before a token, nil if none does.
func (x *index) before(token int) *thing {
	if x.last == nil {
		x.last = map[int]*thing{}
		for _, t := range x.things {
			for _, m := range t.mentions {
				x.last[m.last] = t
			}
		}
	}
	return x.last[token]
}

// holding returns the things whose full name has the rarest of the words, and
// so all that have all of them. They are in the order of the text.
func (x *index) holding(words []string) []*thing {
	best := x.byWord[words[0]]
	for _, w := range words[1:] {
		if l := x.byWord[w]; len(l) < len(best) {
			best = l
		}
	}
	return best
}

// called is holding for people, who may be called by the short form of a given name.
func (x *index) called(words []string) []*thing {
	if given := nicknames[words[0]]; len(words) == 1 && given != "" {
		return append(slices.Clone(x.holding(words)), x.byWord[given]...)
	}
	return x.holding(words)
}

// bracketed returns the thing that an acronym in parentheses stands behind.
func (x *text) bracketed(t *thing, in *index) *thing {
	for _, m := range t.mentions {
		behind, ok := x.short[m.first]
		if !ok {
			continue
		}
		if f := in.before(behind); f != nil && f != t && f.kind == t.kind {
			return f
		}
	}
	return nil
}

// longPerson returns the person of whose name t's is a variant: the same first
// and last word, with more between them; the same two words the other way
// round, as Hungarians write them; or the short form of the same given name.
func longPerson(t *thing, in *index) *thing {
	w := t.full().words
	if t.kind != reader.EntityPerson || len(w) != 2 {
		return nil
	}
	for _, f := range in.byWord[w[1]] {
		l := f.full().words
		switch {
		case f == t || f.kind != t.kind:
		case len(l) > 2 && l[0] == w[0] && l[len(l)-1] == w[1],
			len(l) == 2 && l[0] == w[1] && l[1] == w[0] && f.full().first < t.full().first,
			len(l) > 1 && l[len(l)-1] == w[1] && nicknames[w[0]] == l[0]:
			return f
		}
	}
	return nil
}

// shortPerson returns the person whose name ends (or, failing that, begins)
// with t's, a mother's surname behind it or not. Of several the one named last before t's first place is meant,
// else the one named first.
func shortPerson(t *thing, in *index) *thing {
	if t.kind != reader.EntityPerson {
		return nil
	}
	if t.of != "" {
		if f := in.named(t.kind, t.of); f != nil {
			return f
		}
	}
	w := t.full()
	var byEnd, byStart *thing
	for _, f := range in.called(w.words) {
		l := f.full().words
		if f == t || f.kind != t.kind || len(l) <= len(w.words) {
			continue
		}
		switch at := len(l) - len(w.words); {
		case slices.Equal(l[at:], w.words):
			if len(w.words) == 1 || !sonOf[l[at-1]] { // who is named behind "bin" is the father
				byEnd = nearer(byEnd, f, w.first)
			}
		case len(w.words) == 1 && (l[0] == w.words[0] || nicknames[w.words[0]] == l[0]),
			len(w.words) > 1 && slices.Equal(l[:len(w.words)], w.words), // Ana Restrepo for Ana Restrepo Gil
			len(l) > 2 && slices.Equal(l[at-1:len(l)-1], w.words):       // and Restrepo
			byStart = nearer(byStart, f, w.first)
		}
	}
	if byEnd != nil {
		return byEnd
	}
	return byStart
}

// nearer returns which of two full names a short one at token at means.
func nearer(a, b *thing, at int) *thing {
	if a == nil {
		return b
	}
	x, y := a.full().first, b.full().first
	if y < at && (x > at || y > x) {
		return b
	}
	return a
}

// longOrganization returns the one organisation whose name holds t's: its
// beginning ("Amnesty" for Amnesty International), its end ("Commission" for
// European Commission), or two words and more of it. More than one such and
// nothing is sure.
func longOrganization(t *thing, in *index) *thing {
	if t.kind != reader.EntityOrganization {
		return nil
	}
	w := t.full().words
	if _, nation := gazetteer.FindNation(string(t.full().text)); nation && len(w) == 1 {
		return nil
	}
	var found *thing
	for _, f := range in.holding(w) {
		l := f.full().words
		if f == t || f.kind != t.kind || len(l) <= len(w) || t.owner != "" && t.owner != f.owner {
			continue
		}
		if slices.Equal(l[:len(w)], w) || slices.Equal(l[len(l)-len(w):], w) || len(w) > 1 && holds(l, w) {
			if found != nil {
				return nil
			}
			found = f
		}
	}
	return found
}

// leastInitials is how many letters an acronym has that is taken for a name's initials.
const leastInitials = 3

// spelledOut returns the one organisation whose name's initials are t: FSA for
// the Financial Supervisory Authority, named in full before.
func spelledOut(t *thing, in *index) *thing {
	w := t.full()
	if t.kind != reader.EntityOrganization || len(w.words) != 1 || len(w.key) < leastInitials || shapeOf(string(w.text)) != capitals {
		return nil
	}
	var found *thing
	for _, f := range in.things {
		if f == t || f.kind != t.kind || len(f.full().words) < leastInitials || f.full().first > w.first {
			continue
		}
		if strings.HasPrefix(f.full().key, w.key[:1]) && abbreviates(string(w.text), f.full().words) {
			if found != nil {
				return nil
			}
			found = f
		}
	}
	return found
}

// holds reports whether part stands in whole without a gap.
func holds(whole, part []string) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// placeTails are words that a place's name may have or lack.
var placeTails = wordSet("city province state county island district region")

// longPlace returns the place that is t with such a word behind it.
func longPlace(t *thing, in *index) *thing {
	if t.kind != reader.EntityPlace || t.nation != "" { // Kuwait is not Kuwait City
		return nil
	}
	w := t.full().words
	for _, f := range in.holding(w) {
		l := f.full().words
		if f != t && f.kind == t.kind && len(l) == len(w)+1 && placeTails[l[len(w)]] && slices.Equal(l[:len(w)], w) {
			return f
		}
	}
	return nil
}

// fullNames are the places where people are named by two words or more, in
// order, by the last word of the name.
type fullNames map[string][]fullName

type fullName struct {
	at  int
	key string
	sex sex
}

// sex is what an article tells of a person's: by the word before the name.
type sex uint8

const (
	unknownSex sex = iota
	male
	female
)

// sexWords are the words before names that tell it.
var sexWords = map[string]sex{
	"Mr": male, "Mr.": male, "husband": male, "brother": male, "son": male, "father": male, "Sir": male, "actor": male, "Lord": male,
	"Mrs": female, "Mrs.": female, "Ms": female, "Ms.": female, "Miss": female, "wife": female, "sister": female, "daughter": female,
	"mother": female, "Dame": female, "Lady": female, "actress": female, "widow": female,
}

// sexOf returns what the word before m tells.
func (x *text) sexOf(m mention) sex {
	i := m.first - 1
	if i > 0 && x.word(i) == "." {
		i--
	}
	if i < 0 {
		return unknownSex
	}
	return sexWords[x.word(i)]
}

func (x *text) fullNames() fullNames {
	f := fullNames{}
	for _, m := range x.mentions {
		if m.kind == reader.EntityPerson && m.last-m.first > 1 {
			w := x.words(m)
			f[w[len(w)-1]] = append(f[w[len(w)-1]], fullName{m.first, x.key(m), x.sexOf(m)})
		}
	}
	return f
}

// meant returns the key of the full name that the lone surname m stands for if
// several people bear it: the one named last before it, else the first named.
// Behind Mr or Mrs those are left out who are known to be of the other sex,
// and of two people, one is known to be what the other is not.
func (f fullNames) meant(m mention, words []string, s sex) string {
	if len(words) != 1 {
		return ""
	}
	all := f[words[0]]
	if !slices.ContainsFunc(all, func(n fullName) bool { return n.key != all[0].key }) {
		return ""
	}
	if s != unknownSex {
		all = ofSex(all, s)
	}
	i, _ := slices.BinarySearchFunc(all, m.first, func(n fullName, at int) int { return n.at - at })
	return all[max(0, i-1)].key
}

// ofSex returns the names of those of the given sex, or failing that of those
// who are not known to be of the other; all if there is none.
func ofSex(all []fullName, s sex) []fullName {
	known := map[string]sex{}
	for _, n := range all {
		known[n.key] = max(known[n.key], n.sex)
	}
	for _, fits := range []func(sex) bool{func(o sex) bool { return o == s }, func(o sex) bool { return o == unknownSex }} {
		var out []fullName
		for _, n := range all {
			if fits(known[n.key]) {
				out = append(out, n)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return all
}
