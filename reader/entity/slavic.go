package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/slavic"
)

// endings are what Russian and Ukrainian names end in by case, longest first.
var endings = []string{
	"ского", "скому", "ським", "ским", "ская", "ской", "ськой", "ского",
	"ого", "ому", "ими", "ыми", "ами", "ями", "ией", "ією",
	"ий", "ый", "ой", "им", "ым", "ом", "ем", "єм", "ей", "ою", "ею", "єю", "ах", "ях", "ам", "ям", "ую", "ая", "ия", "ія", "ии", "ії", "ию", "ію", "ві",
	"а", "я", "у", "ю", "е", "є", "и", "ы", "і", "ї", "о", "ь", "й",
}

// stemLetters is how many letters of a word stay at least.
const stemLetters = 3

// stem takes the ending off a word in small Cyrillic letters, so that the cases
// of a name can be compared.
func stem(word string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(word, e); ok && len(s) >= 2*stemLetters {
			return s
		}
	}
	return word
}

// nominatives are what a stem may end in where a table has the name.
var nominatives = []string{"", "а", "я", "ия", "ія", "ь", "й", "о", "е", "и", "ы", "іа"}

// caseForms calls f with the names that an inflected word may be a form of
// until f returns true.
func caseForms(word string, f func(string) bool) {
	low := strings.ToLower(word)
	if len(low) < 2*stemLetters+2 || f(low) {
		return
	}
	for _, e := range endings {
		s, ok := strings.CutSuffix(low, e)
		if !ok || len(s) < 2*stemLetters {
			continue
		}
		for _, n := range nominatives {
			if f(s + n) {
				return
			}
		}
		for from, to := range map[string]string{"ов": "ів", "єв": "їв"} { // Харкова: Харків
			if t, ok := strings.CutSuffix(s, from); ok && f(t+to) {
				return
			}
		}
	}
}

// caseFlags returns the flags of the name that an inflected word is a form of.
func (x *text) caseFlags(word string) gazetteer.Flags {
	var found gazetteer.Flags
	caseForms(word, func(name string) bool {
		found = x.table.Find(gazetteer.Hash(name)) & (known | gazetteer.Title | gazetteer.OrgWord)
		return found != 0
	})
	return found
}

// nation returns the country that a name stands for, in whatever case of
// declension the text has it.
func (x *text) nation(name string) (gazetteer.Nation, bool) {
	n, ok := gazetteer.FindNation(name)
	if ok || x.language != russian && x.language != ukrainian {
		return n, ok
	}
	caseForms(name, func(form string) bool {
		n, ok = gazetteer.FindNation(form)
		return ok
	})
	return n, ok
}

// forenames returns what tells the forenames of the article's language, nil if
// its names are not declined.
func (x *text) forenames() func(string) slavic.Gender {
	switch x.language {
	case russian:
		return slavic.Russian
	case ukrainian:
		return slavic.Ukrainian
	}
	return nil
}

// nominative returns the words of a person's name as they stand in the
// nominative, and whether a forename told how.
func (x *text) nominative(name string) (words []string, told bool) {
	words = strings.Fields(name)
	if x.forenames() == nil || len(words) < 2 {
		return words, false
	}
	words, changed := slavic.Nominative(words, x.forenames())
	return words, changed || x.forenames()(strings.ToLower(words[0])) != slavic.Unknown
}

// declined are the words of a person's name in small letters, without their
// endings, by which its cases are compared.
func (x *text) declined(m mention, words []string) []string {
	if m.kind != reader.EntityPerson || x.forenames() == nil || len(words) < 2 {
		return words
	}
	start, end := x.span(m)
	full, told := x.nominative(x.Text[start:end])
	if !told || len(full) != len(words) {
		return words
	}
	out := make([]string, len(full))
	for i, w := range full {
		out[i] = stem(strings.ToLower(w))
	}
	return out
}

// caseless returns what a name is put together by in a language whose names are
// declined: a person's words without endings, a place in the nominative. In
// others it is the key.
func (x *text) caseless(n name, kind reader.EntityKind, key string) string {
	switch {
	case x.forenames() == nil:
		return key
	case kind == reader.EntityPerson:
		return strings.Join(n.words, " ")
	}
	return plainKey(string(x.tablePlace(n.text)))
}

// byForename returns the name of a person in the nominative, as most places
// have it; the name as it is if no forename tells.
func (x *text) byForename(t *thing, best *name) reader.Text {
	if t.kind != reader.EntityPerson || x.forenames() == nil {
		return best.text
	}
	times := map[string]int{}
	for i := range t.names {
		if n := &t.names[i]; len(n.words) == len(best.words) {
			if words, told := x.nominative(string(n.text)); told {
				times[strings.Join(words, " ")] += n.times
			}
		}
	}
	usual := ""
	for n, k := range times {
		if was := times[usual]; k > was || k == was && (len(n) < len(usual) || len(n) == len(usual) && n < usual) {
			usual = n
		}
	}
	if usual == "" {
		return best.text
	}
	return reader.CleanLine(usual)
}

// inNominative returns the names by which a person or place goes, besides the
// full one, in the nominative and each once.
func (x *text) inNominative(kind reader.EntityKind, full reader.Text, aliases []reader.Text) []reader.Text {
	if x.forenames() != nil && kind == reader.EntityPlace {
		return slices.DeleteFunc(aliases, func(a reader.Text) bool { return x.tablePlace(a) == full })
	}
	words := strings.Fields(string(full))
	if x.forenames() == nil || kind != reader.EntityPerson || len(words) < 2 {
		return aliases
	}
	family := words[len(words)-1]
	var out []reader.Text
	for _, a := range aliases {
		w, told := x.nominative(string(a))
		switch {
		case told:
			a = reader.CleanLine(strings.Join(w, " "))
		case len(w) == 1 && stem(strings.ToLower(w[0])) == stem(strings.ToLower(family)):
			a = reader.CleanLine(family)
		}
		if a != full && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// tablePlace returns the name of a city or country in the nominative, in which
// the tables have it: Москве is Москва. What they do not have stays.
func (x *text) tablePlace(name reader.Text) reader.Text {
	if x.forenames() == nil || strings.ContainsAny(string(name), " -") {
		return name
	}
	found := ""
	caseForms(string(name), func(form string) bool {
		if x.table.Find(gazetteer.Hash(form))&placeFlags != 0 && (found == "" || strings.HasSuffix(form, "ів")) {
			found = form
		}
		return found != "" && x.language == russian // Львова may be Львов in the tables, too
	})
	if found == "" || strings.EqualFold(found, string(name)) {
		return name
	}
	first, n := utf8.DecodeRuneInString(found)
	return reader.CleanLine(string(unicode.ToUpper(first)) + found[n:])
}

// slavicTitles stand before names, and have a capital at the beginning of a sentence.
var slavicTitles = wordSet(`пресс-секретарь прес-секретар вице-премьер віцепрем'єр віце-прем'єр вице-президент экс-президент
	експрезидент экс-премьер вице-спикер генсек генпрокурор прессекретар прессекретарка речник речниця очільник очільниця представник представниця
	представитель представительница спикер спікер сопредседатель замминистра замглавы`)
