package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"offprint/reader"
)

// foldShort lets a person who was given by a surname alone be the one person
// whose full name the text tells elsewhere.
func (p *people) foldShort() {
	for i := range p.list {
		x := &p.list[i]
		if x.kind != reader.EntityPerson || strings.Contains(x.name, " ") {
			continue
		}
		k := p.bearer(x.name)
		if k == none {
			continue
		}
		for n := range p.namings {
			if p.namings[n].person == int32(i) {
				p.namings[n].person = k
				p.list[k].all++
			}
		}
		x.last, x.first, x.all = "", "", 0 // nobody is called so any more
	}
}

// bearer returns the one person with a full name whose surname is w, also
// without its accents or with a letter too many or too few, or none.
func (p *people) bearer(w string) int32 {
	if k := p.only(func(y *person) bool { return y.last == w }); k != none || len(w) < 5 {
		return k
	}
	if p.only(func(y *person) bool { return y.last == w || y.first == w }) != none {
		return none
	}
	bare := unaccented(w)
	if k := p.only(func(y *person) bool { return unaccented(y.last) == bare }); k != none {
		return k
	}
	return p.only(func(y *person) bool { return oneMore(w, y.last) || oneMore(y.last, w) })
}

// only returns the one person with a full name that fits, or none.
func (p *people) only(fits func(*person) bool) int32 {
	found := int32(none)
	for i := range p.list {
		y := &p.list[i]
		if y.kind != reader.EntityPerson || y.first == "" || !strings.Contains(y.name, " ") || !fits(y) {
			continue
		}
		if found != none {
			return none
		}
		found = int32(i)
	}
	return found
}

// misspelt returns the person whose surname the source of f, one capitalised
// word that names nobody, has with one letter too many or too few, or none.
func (a *analysis) misspelt(f *found) int32 {
	t := &a.tokens[f.head]
	w := a.text[t.start:t.end]
	if f.source.end-f.source.start != t.end-t.start || !t.upper || t.caps || len(w) < 5 || t.word.is(isRole|isTitle|isOrg|isPlural|isPron|isDet) {
		return none
	}
	return a.people.only(func(y *person) bool { return oneMore(w, y.last) || oneMore(y.last, w) })
}

// oneMore reports whether long is short with one letter more, not the first.
func oneMore(short, long string) bool {
	if len(long) != len(short)+1 || short[0] != long[0] {
		return false
	}
	k := 0
	for k < len(short) && short[k] == long[k] {
		k++
	}
	return short[k:] == long[k+1:]
}

// unaccented returns a name without its accents: Erdoğan is Erdogan.
func unaccented(s string) string {
	for i := 0; ; i++ {
		if i == len(s) {
			return s
		}
		if s[i] >= utf8.RuneSelf {
			break
		}
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ı':
			return 'i'
		case r == 'ł':
			return 'l'
		case r == 'ø':
			return 'o'
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFD.String(s))
}
