// Package slavic brings Russian and Ukrainian names of people from any case of
// declension to the one that a reader looks for: Анны Беловой is Анна Белова,
// Петра Савчука is Петро Савчук.
//
// Call [Nominative] for a name and [Forename] for the forename alone. Both need
// to be told which forenames there are, which [Russian] and [Ukrainian] do; a
// name whose forename is unknown stays as it is written, since the forename
// tells case and gender of all that follows.
package slavic

import "strings"

// Gender is what a forename tells of its bearer.
type Gender uint8

// The genders; Unknown also says that a word is no forename.
const (
	Unknown Gender = iota
	Male
	Female
)

// change is one ending of an oblique case and what may stand for it in the
// nominative.
type change struct {
	from string
	to   []string
}

// forenameEnds are the endings of forenames, longest first.
var forenameEnds = []change{
	{"ией", []string{"ия"}}, {"ією", []string{"ія"}},
	{"ові", []string{"", "о"}}, {"еві", []string{"ь", "й", "р"}}, {"єві", []string{"й"}},
	{"ом", []string{"", "о"}}, {"ем", []string{"й", "ь", ""}}, {"єм", []string{"й"}},
	{"ой", []string{"а"}}, {"ою", []string{"а"}}, {"ей", []string{"я", "а"}}, {"ею", []string{"я", "а"}}, {"ёй", []string{"я"}},
	{"а", []string{"", "о"}}, {"я", []string{"й", "ь", ""}}, {"у", []string{"", "а", "о"}}, {"ю", []string{"й", "ь", "я", ""}},
	{"е", []string{"", "а", "я", "й"}}, {"и", []string{"а", "я", "й"}}, {"ы", []string{"а"}}, {"і", []string{"а", "я", "", "о"}}, {"ї", []string{"я", "й"}},
}

// fleeting are forenames that lose a vowel in other cases: Павла, Льва.
var fleeting = map[string]string{"павл": "павел", "льв": "лев", "пётр": "пётр"}

// maleEnds are the endings of men's surnames, longest first.
var maleEnds = []change{
	{"ського", []string{"ський"}}, {"цького", []string{"цький"}}, {"ському", []string{"ський"}}, {"цькому", []string{"цький"}}, {"ським", []string{"ський"}}, {"цьким", []string{"цький"}},
	{"ского", []string{"ский"}}, {"цкого", []string{"цкий"}}, {"скому", []string{"ский"}}, {"цкому", []string{"цкий"}}, {"ским", []string{"ский"}}, {"цким", []string{"цкий"}}, {"ском", []string{"ский"}},
	{"енка", []string{"енко"}}, {"енку", []string{"енко"}}, {"енком", []string{"енко"}}, {"енкові", []string{"енко"}},
	{"овым", []string{"ов"}}, {"евым", []string{"ев"}}, {"ёвым", []string{"ёв"}}, {"иным", []string{"ин"}}, {"ыным", []string{"ын"}},
	{"овим", []string{"ов"}}, {"іним", []string{"ін"}},
	{"ього", []string{"ій"}}, {"ого", []string{"ый", "ий"}}, {"ому", []string{"ый", "ий"}},
	{"ові", []string{""}}, {"еві", []string{"ь"}},
	{"ом", []string{""}}, {"ем", []string{"ь"}}, {"а", []string{""}}, {"у", []string{""}}, {"е", []string{""}},
	{"я", []string{"ь"}}, {"ю", []string{"ь"}},
}

// femaleEnds are the endings of women's surnames, longest first.
var femaleEnds = []change{
	{"ської", []string{"ська"}}, {"цької", []string{"цька"}}, {"ській", []string{"ська"}}, {"цькій", []string{"цька"}}, {"ською", []string{"ська"}}, {"цькою", []string{"цька"}},
	{"ской", []string{"ская"}}, {"цкой", []string{"цкая"}}, {"скую", []string{"ская"}}, {"цкую", []string{"цкая"}},
	{"овой", []string{"ова"}}, {"евой", []string{"ева"}}, {"ёвой", []string{"ёва"}}, {"иной", []string{"ина"}}, {"ыной", []string{"ына"}},
	{"ової", []string{"ова"}}, {"евої", []string{"ева"}}, {"овою", []string{"ова"}}, {"евою", []string{"ева"}}, {"іної", []string{"іна"}}, {"іною", []string{"іна"}},
	{"ову", []string{"ова"}}, {"еву", []string{"ева"}}, {"ину", []string{"ина"}}, {"ову", []string{"ова"}},
	{"ою", []string{"а"}},
}

// patronymicEnds are the endings of names made of the father's.
var patronymicEnds = []change{
	{"вны", []string{"вна"}}, {"вне", []string{"вна"}}, {"вну", []string{"вна"}}, {"вной", []string{"вна"}}, {"вни", []string{"вна"}}, {"вні", []string{"вна"}}, {"вною", []string{"вна"}},
	{"ича", []string{"ич"}}, {"ичу", []string{"ич"}}, {"ичем", []string{"ич"}}, {"иче", []string{"ич"}},
}

// Nominative returns the words of one person's name in the nominative, and
// whether that changed them. The forename comes first; gender tells of a word
// in small letters whether it is one. A name that may be in the nominative as
// it stands is not changed.
func Nominative(words []string, gender func(string) Gender) ([]string, bool) {
	if len(words) < 2 || gender(strings.ToLower(words[0])) != Unknown {
		return words, false
	}
	first, g := Forename(words[0], gender)
	if g == Unknown {
		return words, false
	}
	out := append([]string{first}, words[1:]...)
	last := len(out) - 1
	for k := 1; k < last; k++ {
		out[k], _ = changed(out[k], patronymicEnds)
	}
	ends := maleEnds
	if g == Female {
		ends = femaleEnds
	}
	if w, ok := changed(out[last], ends); ok && (g == Female || !vowelAtEnd(w) || strings.HasSuffix(w, "енко")) {
		out[last] = w
	}
	return out, true
}

// Forename returns the nominative of a forename in another case, and Unknown if
// w is none. Package quote asks it for every unknown word with a capital.
func Forename(w string, gender func(string) Gender) (string, Gender) {
	low := strings.ToLower(w)
	for _, c := range forenameEnds {
		stem, ok := strings.CutSuffix(low, c.from)
		if !ok || len(stem) < 4 {
			continue
		}
		if full, ok := fleeting[stem]; ok {
			if g := gender(full); g != Unknown {
				return capital(w, full), g
			}
		}
		for _, to := range c.to {
			if g := gender(stem + to); g != Unknown {
				return capital(w, stem+to), g
			}
		}
	}
	return w, Unknown
}

// capital returns low with the first letter of w, which has a capital.
func capital(w, low string) string {
	for i := range w {
		if i > 0 {
			return w[:i] + low[len(firstLetter(low)):]
		}
	}
	return w
}

func firstLetter(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// changed returns w with the first ending that fits in the nominative.
func changed(w string, ends []change) (string, bool) {
	for _, c := range ends {
		if stem, ok := strings.CutSuffix(w, c.from); ok && len(stem) >= 4 {
			return stem + c.to[0], true
		}
	}
	return w, false
}

func vowelAtEnd(w string) bool {
	for _, v := range [...]string{"а", "е", "и", "і", "о", "у", "ы", "э", "ю", "я", "є", "ї"} {
		if strings.HasSuffix(w, v) {
			return true
		}
	}
	return false
}
