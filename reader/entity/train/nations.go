package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"offprint/reader/entity/gazetteer"
)

// nationTable maps names in small letters to countries.
type nationTable struct {
	byName map[string]nationName
	usual  map[string]string // identifier -> usual English name
}

type nationName struct {
	people bool
	qid    string
}

// addTo marks all names of countries and peoples in the table of names.
func (n *nationTable) addTo(b *gazetteer.Builder) {
	for name, x := range n.byName {
		f := gazetteer.Country
		if x.people {
			f = gazetteer.Demonym
		}
		b.Add(f, words(name)...)
	}
}

// names returns all names in a fixed order.
func (n *nationTable) names() []string {
	names := make([]string, 0, len(n.byName))
	for name := range n.byName {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// bytes returns the table as lines: name, "country" or "people", identifier, usual name.
func (n *nationTable) bytes() []byte {
	names := n.names()
	var out bytes.Buffer
	fmt.Fprintln(&out, "# Made by reader/entity/train from country-codes (PDDL), the CIA factbook (public domain) and own lists.")
	for _, name := range names {
		x := n.byName[name]
		kind := "country"
		if x.people {
			kind = "people"
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\n", name, kind, x.qid, n.usual[x.qid])
	}
	return out.Bytes()
}

// add takes a name for a country; the first meaning of a name stays.
func (n *nationTable) add(name, qid string, people bool) {
	name = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(name), "’", "'"))
	if len(name) < 2 || name == "none" || qid == "" {
		return
	}
	if _, ok := n.byName[name]; !ok {
		n.byName[name] = nationName{people, qid}
	}
}

// readNations joins the country codes, the factbook's nationalities and the
// project's own list of further names.
func readNations(dir string) (*nationTable, error) {
	codes, err := readCSV(filepath.Join(dir, "country-codes.csv"))
	if err != nil {
		return nil, err
	}
	facts, err := readCSV(filepath.Join(dir, "nationality.csv"))
	if err != nil {
		return nil, err
	}
	n := &nationTable{map[string]nationName{}, map[string]string{}}
	byCode := map[string]string{}
	for _, r := range codes {
		qid := r["wikidata_id"][strings.LastIndexByte(r["wikidata_id"], '/')+1:]
		byCode[r["ISO3166-1-Alpha-2"]] = qid
		n.usual[qid] = r["CLDR display name"]
	}
	if err := n.addOwn(byCode); err != nil {
		return nil, err
	}
	for _, r := range codes {
		n.addCodes(r, byCode[r["ISO3166-1-Alpha-2"]])
	}
	for _, r := range facts {
		n.addFacts(r)
	}
	return n, nil
}

// addOwn reads lists/nations.txt: code or identifier, usual name (may be
// empty), further names, peoples; fields apart by |, names by semicolons.
func (n *nationTable) addOwn(byCode map[string]string) error {
	file, err := lists.Open("lists/nations.txt")
	if err != nil {
		return err
	}
	return scanLines(file, func(line string) {
		f := strings.Split(line, "|")
		if len(f) != 4 {
			return
		}
		qid := strings.TrimSpace(f[0])
		if q, ok := byCode[qid]; ok {
			qid = q
		}
		if usual := strings.TrimSpace(f[1]); usual != "" {
			n.usual[qid] = usual
			n.add(usual, qid, false)
		}
		for name := range strings.SplitSeq(f[2], ";") {
			n.add(name, qid, false)
		}
		for name := range strings.SplitSeq(f[3], ";") {
			n.add(name, qid, true)
		}
	})
}

// article is what country-codes puts behind a name: "Iran (Islamic Republic of)", "Algérie (l')".
var article = regexp.MustCompile(`\s*\(.*\)`)

func (n *nationTable) addCodes(r map[string]string, qid string) {
	for _, column := range []string{
		"CLDR display name", "UNTERM English Short", "official_name_en", "UNTERM French Short", "UNTERM Spanish Short",
		"UNTERM Russian Short", "official_name_fr", "official_name_es", "official_name_ru",
	} {
		name := article.ReplaceAllString(r[column], "")
		n.add(strings.TrimPrefix(name, "the "), qid, false)
	}
}

func (n *nationTable) addFacts(r map[string]string) {
	name := strings.ToLower(strings.TrimPrefix(r["short_name"], "The "))
	if name == "none" || name == "" {
		name = strings.ToLower(r["long_name"])
	}
	x, ok := n.byName[name]
	if !ok || x.people {
		return
	}
	for _, column := range []string{"nationality_adjective", "nationality_noun"} {
		for _, p := range peoples(r[column]) {
			n.add(p, x.qid, true)
		}
	}
	if long := strings.ToLower(r["long_name"]); !strings.ContainsAny(long, ";,&") {
		n.add(strings.TrimPrefix(long, "the "), x.qid, false)
	}
}

// peoples takes apart a field such as "Frenchman(men), Frenchwoman(women)" or "Thai (singular and plural)".
func peoples(field string) []string {
	var out []string
	field, _, _ = strings.Cut(field, " note")
	for _, p := range regexp.MustCompile(`,|;| or `).Split(field, -1) {
		p = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(p), "or "))
		word, inside, plural := strings.Cut(p, "(")
		word = strings.TrimSpace(word)
		if word == "" || word[0] < 'A' || word[0] > 'Z' {
			continue
		}
		out = append(out, word)
		switch inside = strings.TrimSuffix(inside, ")"); {
		case plural && (inside == "s" || inside == "es"):
			out = append(out, word+inside)
		case plural && inside == "men" || plural && inside == "women":
			out = append(out, strings.TrimSuffix(word, "man")+"men")
		}
	}
	return out
}
