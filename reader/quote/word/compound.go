package word

import (
	"unicode"
	"unicode/utf8"

	"offprint/reader/slavic"
)

// Forename tells of a word in small letters whether the tables have it as a
// forename, and whose.
func (l *Language) Forename(w string) slavic.Gender {
	switch x := l.Words[w]; {
	case !x.Is(Forename):
		return slavic.Unknown
	case x.Is(Female):
		return slavic.Female
	}
	return slavic.Male
}

// forenameForm finds the forename that a word with a capital is a case of:
// Анны, Петром.
func (l *Language) forenameForm(w string) Entry {
	if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
		return Entry{}
	}
	switch _, g := slavic.Forename(w, l.Forename); g {
	case slavic.Male:
		return Entry{Class: Forename | Male}
	case slavic.Female:
		return Entry{Class: Forename | Female}
	}
	return Entry{}
}

// compound finds the role that a German noun ends with: Hafenministerin,
// Deutschland-Chef.
func (l *Language) compound(w string, b []byte) Entry {
	if w[0] < 'A' || w[0] > 'Z' && w[0] < 0x80 {
		return Entry{}
	}
	for k := 2; k+4 <= len(b); k++ {
		if b[k]&0xc0 == 0x80 || len(b)-k < 5 && string(b[k:]) != "chef" && string(b[k:]) != "boss" {
			continue
		}
		if found := l.Words[string(b[k:])]; found.Is(Role) {
			return found
		}
	}
	return Entry{}
}
