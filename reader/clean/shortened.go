package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortened reports whether the point at the end of a line is that of a word
// which is written short, and what follows goes on from there: Mr. / Bridges,
// Amy E. / Larson, U.S. / Attorney.
func shortened(end, next string) bool {
	words := strings.Fields(end)
	if len(words) < 4 {
		return false
	}
	last, before := words[len(words)-1], words[len(words)-2]
	first := wordHead(next[:min(len(next), 40)])
	r, _ := utf8.DecodeRuneInString(first)
	switch last {
	case "Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "Lt.", "Col.", "Sgt.", "Capt.", "Rev.", "Hon.", "Prof.":
		return unicode.IsUpper(r)
	case "U.S.", "U.K.", "U.N.":
		return unicode.IsLower(r) || slices.Contains(offices, first)
	}
	initial, _ := utf8.DecodeRuneInString(before)
	return len(last) == 2 && last[0] >= 'A' && last[0] <= 'Z' && last[0] != 'I' && last[1] == '.' && unicode.IsUpper(initial) && unicode.IsUpper(r) && !beginsSentence(first)
}

// offices are what is a country's, behind its name written short.
var offices = []string{"Attorney", "Attorneys", "District", "Army", "Navy", "Marine", "Coast", "Marshal", "Marshals", "Magistrate", "Bankruptcy", "Customs", "Postal", "Immigration", "Citizenship", "Securities", "Geological", "Forest", "Embassy", "Ambassador", "Senator", "Representative"}
