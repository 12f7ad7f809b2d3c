package entity

import (
	"slices"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// bracketed returns the thing that an acronym in parentheses stands behind.
func (x *text) bracketed(t *thing, things []*thing) *thing {
	for _, s := range x.short {
		if !slices.ContainsFunc(t.mentions, func(m mention) bool { return m.first == s.token }) {
			continue
		}
		for _, f := range things {
			if f != t && f.kind == t.kind && slices.ContainsFunc(f.mentions, func(m mention) bool { return m.last == s.full }) {
				return f
			}
		}
	}
	return nil
}

// longPerson returns the person of whose name t's is a variant: the same first
// and last word, with more between them.
func longPerson(t *thing, things []*thing) *thing {
	if t.kind != reader.EntityPerson {
		return nil
	}
	w := t.full().words
	if len(w) != 2 {
		return nil
	}
	for _, f := range things {
		if l := f.full().words; f != t && f.kind == t.kind && len(l) > 2 && l[0] == w[0] && l[len(l)-1] == w[1] {
			return f
		}
	}
	return nil
}

// shortPerson returns the person whose name ends (or, failing that, begins)
// with t's. Of several the one named last before t's first place is meant,
// else the one named first.
func (x *text) shortPerson(t *thing, things []*thing) *thing {
	if t.kind != reader.EntityPerson {
		return nil
	}
	if t.of != "" {
		if i := slices.IndexFunc(things, func(f *thing) bool { return f.kind == t.kind && f.named(t.of) }); i >= 0 {
			return things[i]
		}
	}
	w := t.full()
	var byEnd, byStart *thing
	for _, f := range things {
		l := f.full().words
		if f == t || f.kind != t.kind || len(l) <= len(w.words) {
			continue
		}
		if slices.Equal(l[len(l)-len(w.words):], w.words) {
			byEnd = nearer(byEnd, f, w.first)
		} else if len(w.words) == 1 && l[0] == w.words[0] {
			byStart = nearer(byStart, f, w.first)
		}
	}
	if byEnd != nil {
		return byEnd
	}
	return byStart
}

// named reports whether one of the thing's names has the key.
func (t *thing) named(key string) bool {
	return slices.ContainsFunc(t.names, func(n name) bool { return n.key == key })
}

// fullNames are the mentions of people by two words or more, in order, with
// the words of each.
type fullNames struct {
	at    []int
	keys  []string
	words [][]string
}

func (x *text) fullNames() *fullNames {
	f := &fullNames{}
	for _, m := range x.mentions {
		if m.kind == reader.EntityPerson && m.last-m.first > 1 {
			f.at, f.keys, f.words = append(f.at, m.first), append(f.keys, x.key(m)), append(f.words, x.words(m))
		}
	}
	return f
}

// meant returns the key of the full name that the lone surname m stands for if
// several people bear it: the one named last before it, else the first named.
func (f *fullNames) meant(m mention, words []string) string {
	if len(words) != 1 {
		return ""
	}
	key, several := "", false
	for i, w := range f.words {
		if w[len(w)-1] != words[0] {
			continue
		}
		if key != "" && f.keys[i] != key {
			several = true
		}
		if key == "" || f.at[i] < m.first {
			key = f.keys[i]
		}
	}
	if !several {
		return ""
	}
	return key
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
func longOrganization(t *thing, things []*thing) *thing {
	if t.kind != reader.EntityOrganization {
		return nil
	}
	w := t.full().words
	if _, nation := gazetteer.FindNation(string(t.full().text)); nation && len(w) == 1 {
		return nil
	}
	var found *thing
	for _, f := range things {
		l := f.full().words
		if f == t || f.kind != t.kind || len(l) <= len(w) {
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
var placeTails = map[string]bool{"city": true, "province": true, "state": true, "county": true, "island": true, "district": true, "region": true}

// longPlace returns the place that is t with such a word behind it.
func longPlace(t *thing, things []*thing) *thing {
	if t.kind != reader.EntityPlace {
		return nil
	}
	w := t.full().words
	for _, f := range things {
		l := f.full().words
		if f != t && f.kind == t.kind && len(l) == len(w)+1 && placeTails[l[len(w)]] && slices.Equal(l[:len(w)], w) {
			return f
		}
	}
	return nil
}
