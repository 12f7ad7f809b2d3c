package people

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"offprint/reader"
)

// foldShort lets a person who was given by a surname alone be the one person
// whose full name the text tells elsewhere.
func (p *Named) foldShort() {
	for i := range p.List {
		x := &p.List[i]
		if x.Kind != reader.EntityPerson || strings.Contains(x.Name, " ") {
			continue
		}
		k := p.bearer(x.Name)
		if k == none {
			continue
		}
		for n := range p.Namings {
			if p.Namings[n].Person == int32(i) {
				p.Namings[n].Person = k
				p.List[k].all++
			}
		}
		x.Last, x.First, x.all = "", "", 0 // nobody is called so any more
	}
}

// bearer returns the one person with a full name whose surname or forename is w, also
// without its accents or its article or with a letter too many or too few, or
// who has it in the middle of the name, or none.
func (p *Named) bearer(w string) int32 {
	if k := p.Only(func(y *Person) bool { return y.Last == w }); k != none || len(w) < 4 {
		return k
	}
	if k := p.Only(func(y *Person) bool { return y.Last == w || y.First == w }); k != none {
		return k
	}
	bare := unaccented(w)
	if k := p.Only(func(y *Person) bool { return unaccented(y.Last) == bare }); k != none {
		return k
	}
	if k := p.Only(func(y *Person) bool { return unarticled(y.Last) == unarticled(w) }); k != none {
		return k
	}
	if k := p.Only(func(y *Person) bool { return within(y.Name, w) }); k != none {
		return k
	}
	return p.Only(func(y *Person) bool { return OneMore(w, y.Last) || OneMore(y.Last, w) })
}

// Only returns the one person with a full name that fits, or none.
func (p *Named) Only(fits func(*Person) bool) int32 {
	found := int32(none)
	for i := range p.List {
		y := &p.List[i]
		if y.Kind != reader.EntityPerson || y.First == "" || !strings.Contains(y.Name, " ") || !fits(y) {
			continue
		}
		if found != none {
			return none
		}
		found = int32(i)
	}
	return found
}

// OneMore reports whether long is short with one letter more, not the first.
func OneMore(short, long string) bool {
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
