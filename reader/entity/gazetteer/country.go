package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
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
