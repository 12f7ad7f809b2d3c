package entity

import (
	"strings"

	"offprint/reader/entity/gazetteer"
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
