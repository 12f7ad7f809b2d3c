package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// templateSource is what the generated articles count as.
var templateSource = source{file: "templates", licence: "own text", weight: 1}

// pool is the names that templates are filled with, by slot.
type pool map[byte][]string

// slotTags are the tags of the names in the slots.
var slotTags = map[byte]string{
	'P': "PER", 'S': "PER", 'T': "ORG", 'K': "ORG", 'C': "LOC", 'L': "LOC", 'N': "NORP", 'O': "ORG", 'B': "ORG", 'R': "LOC", 'E': "EVENT",
}

// generate fills every template times times.
func generate(p pool, times int, r *rand.Rand) ([]document, error) {
	blocks, err := readTemplates()
	if err != nil {
		return nil, err
	}
	s := templateSource
	var docs []document
	for range times {
		for _, b := range blocks {
			docs = append(docs, fill(b, p, &s, r))
		}
	}
	return docs, nil
}

// readTemplates returns the blocks of lists/templates.txt as lines.
func readTemplates() ([][]string, error) {
	data, err := lists.ReadFile("lists/templates.txt")
	if err != nil {
		return nil, err
	}
	var blocks [][]string
	for block := range strings.SplitSeq(string(data), "\n\n") {
		if block = strings.TrimSpace(block); block != "" && block[0] != '#' {
			blocks = append(blocks, strings.Split(block, "\n"))
		}
	}
	return blocks, nil
}

// fill makes one article of a block.
func fill(block []string, p pool, s *source, r *rand.Rand) document {
	d := document{source: s}
	chosen := map[string]string{}
	for _, line := range block {
		var out sentence
		for w := range strings.FieldsSeq(line) {
			if w[0] != '{' {
				out.literal(w)
				continue
			}
			tag := "B-" + slotTags[w[1]]
			for _, part := range words(p.choose(w[1], w[2:], chosen, r)) {
				out.words = append(out.words, part)
				out.tags = append(out.tags, tag)
				tag = "I-" + tag[2:]
			}
		}
		d.sentences = append(d.sentences, out)
	}
	return d
}

// literal adds a word that stands in the template itself.
func (s *sentence) literal(w string) {
	tag := "O"
	if word, ok := strings.CutSuffix(w, "/ORG"); ok {
		w, tag = word, "B-ORG"
		if n := len(s.tags); n > 0 && strings.HasSuffix(s.tags[n-1], "-ORG") {
			tag = "I-ORG"
		}
	}
	s.words, s.tags = append(s.words, w), append(s.tags, tag)
}

// worldly is one in how many people of the templates has a name of the own lists.
const worldly = 3

// choose returns the name for a slot of an article.
func (p pool) choose(slot byte, number string, chosen map[string]string, r *rand.Rand) string {
	if slot == 'S' {
		full := p.choose('P', number, chosen, r)
		return full[strings.LastIndexByte(full, ' ')+1:]
	}
	key := string(slot) + number
	if chosen[key] == "" {
		switch {
		case slot == 'P':
			given, last := p['f'], p['l']
			if r.IntN(worldly) == 0 {
				given, last = p['g'], p['s']
			}
			chosen[key] = given[r.IntN(len(given))] + " " + last[r.IntN(len(last))]
		case slot == 'K':
			chosen[key] = p['C'][r.IntN(len(p['C']))]
		default:
			chosen[key] = p[slot][r.IntN(len(p[slot]))]
		}
	}
	return chosen[key]
}

// readPool gathers names for the templates: the project's own lists, and from
// the public ones given names, surnames and large cities.
func readPool(dir string, nations *nationTable) (pool, error) {
	p := pool{}
	own := map[string]byte{"teams.txt": 'T', "organisations.txt": 'O', "companies.txt": 'B', "regions.txt": 'R', "events.txt": 'E', "given.txt": 'g', "surnames.txt": 's'}
	for _, file := range []string{"teams.txt", "organisations.txt", "companies.txt", "regions.txt", "events.txt", "given.txt", "surnames.txt"} {
		f, err := lists.Open("lists/" + file)
		if err != nil {
			return nil, err
		}
		err = scanLines(f, func(line string) {
			for name := range strings.SplitSeq(line, ";") {
				p[own[file]] = append(p[own[file]], strings.TrimSpace(name))
			}
		})
		if err != nil {
			return nil, err
		}
	}
	for _, l := range []struct {
		file string
		slot byte
	}{{"first.lst", 'f'}, {"last.lst", 'l'}} {
		err := eachLine(dir+"/gazetteer/"+l.file, func(line string) {
			if !strings.Contains(line, " ") && len(line) > 2 {
				p[l.slot] = append(p[l.slot], upperFirst(line))
			}
		})
		if err != nil {
			return nil, err
		}
	}
	if err := p.addCompanies(dir + "/gazetteer/company.lst"); err != nil {
		return nil, err
	}
	if err := p.addCities(dir + "/gazetteer/geonames-cities15000.txt"); err != nil {
		return nil, err
	}
	p.addNations(nations)
	return p, nil
}

// addCompanies adds every tenth listed company, without its legal form.
func (p pool) addCompanies(path string) error {
	n := 0
	return eachLine(path, func(line string) {
		w := words(line)
		for len(w) > 1 && companyEndings[w[len(w)-1]] {
			w = w[:len(w)-1]
		}
		if n++; n%10 == 0 && len(w) <= 3 && !strings.ContainsAny(line, "0123456789()/") {
			p['B'] = append(p['B'], titleCase(strings.Join(w, " ")))
		}
	})
}

// addCities adds places of some size.
func (p pool) addCities(path string) error {
	return eachLine(path, func(line string) {
		f := strings.Split(line, "\t")
		if len(f) > 14 && len(f[14]) >= 6 && strings.IndexFunc(f[2], unicode.IsDigit) < 0 {
			p['C'] = append(p['C'], f[2])
		}
	})
}

// addNations adds the usual names of countries and peoples, in a fixed order.
func (p pool) addNations(n *nationTable) {
	for _, name := range n.names() {
		if name[0] >= utf8.RuneSelf || strings.ContainsAny(name, ".()") {
			continue
		}
		x := n.byName[name]
		switch written := titleCase(name); {
		case x.people && !strings.HasSuffix(name, "s"):
			p['N'] = append(p['N'], written)
		case !x.people && strings.EqualFold(n.usual[x.qid], name):
			p['L'] = append(p['L'], n.usual[x.qid])
		}
	}
}

func upperFirst(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// titleCase gives every word of a name but the small ones a capital.
func titleCase(name string) string {
	f := strings.Fields(name)
	for i, w := range f {
		if w != "of" && w != "the" && w != "and" {
			f[i] = upperFirst(w)
		}
	}
	return strings.Join(f, " ")
}
