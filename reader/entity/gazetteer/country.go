package gazetteer

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Nation is a country or region as a text may name it.
type Nation struct {
	QID  string // Wikidata identifier, such as "Q794"
	Name string // the usual English name, such as "Iran"
	// People is set when the name that was looked up is the nationality
	// ("Iranian"), not the country.
	People bool
}

//go:embed countries.tsv
var countriesData string

// nations maps names in small letters to what they mean.
var nations = sync.OnceValue(func() map[string]Nation {
	m := make(map[string]Nation, 2048)
	for line := range strings.Lines(countriesData) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		// fields: name as written, "country" or "people", identifier, usual name
		m[f[0]] = Nation{QID: f[2], Name: f[3], People: f[1] == "people"}
	}
	return m
})

// FindNation returns the country that name, in any case, stands for.
func FindNation(name string) (Nation, bool) {
	n, ok := nations()[strings.ToLower(strings.ReplaceAll(name, "’", "'"))]
	return n, ok
}

// adjectiveEnds are how adjectives of countries end, the surest first: of
// "brit", "british" and "briton" the second is one.
var adjectiveEnds = []string{"ish", "ese", "ch", "ss", "ine", "an", "i"}

// adjectives maps identifiers to what is of that country: "iranian".
var adjectives = sync.OnceValue(func() map[string]string {
	best, rank := map[string]string{}, map[string]int{}
	for line := range strings.Lines(countriesData) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 4 || f[1] != "people" {
			continue
		}
		r := slices.IndexFunc(adjectiveEnds, func(end string) bool { return strings.HasSuffix(f[0], end) })
		if r < 0 {
			r = len(adjectiveEnds)
		}
		if old, ok := best[f[2]]; !ok || r < rank[f[2]] || r == rank[f[2]] && r == len(adjectiveEnds) && len(f[0]) < len(old) {
			best[f[2]], rank[f[2]] = f[0], r
		}
	}
	return best
})

// usual are those that news write in another way.
var usual = map[string]string{"Q30": "US", "Q664": "New Zealand"}

// Adjective returns the word for what is of a country, as it stands before a
// name ("Iranian"); "" if none is known.
func Adjective(qid string) string {
	if a, ok := usual[qid]; ok {
		return a
	}
	words := strings.Fields(adjectives()[qid])
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}
