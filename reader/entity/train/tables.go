package main

import (
	"bufio"
	"embed"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

//go:embed lists/*.txt
var lists embed.FS

// handLists are the project's own lists, and what their lines are known as.
var handLists = []struct {
	file  string
	flags gazetteer.Flags
}{
	{"organisations.txt", gazetteer.Org},
	{"companies.txt", gazetteer.Org | gazetteer.Company},
	{"teams.txt", gazetteer.Team},
	{"regions.txt", gazetteer.Region},
	{"things.txt", gazetteer.Thing},
	{"given.txt", gazetteer.First},
	{"surnames.txt", gazetteer.Last},
	{"titles.txt", gazetteer.Title},
	{"orgwords.txt", gazetteer.OrgWord},
	{"events.txt", gazetteer.Thing},
	{"dates.txt", gazetteer.Date},
	{"peoples.txt", gazetteer.Demonym},
}

// tables builds the table of names and the table of countries from the public
// lists in dir/gazetteer and the project's own. Words that the corpus mostly
// writes small are marked too.
func tables(dir string, c *corpus) (table []byte, nations *nationTable, err error) {
	var b gazetteer.Builder
	gaz := filepath.Join(dir, "gazetteer")
	if err := addWords(&b, gazetteer.First, filepath.Join(gaz, "first.lst")); err != nil {
		return nil, nil, err
	}
	if err := addWords(&b, gazetteer.Last, filepath.Join(gaz, "last.lst")); err != nil {
		return nil, nil, err
	}
	if err := addCompanies(&b, filepath.Join(gaz, "company.lst")); err != nil {
		return nil, nil, err
	}
	if err := addPlaces(&b, filepath.Join(gaz, "geonames-cities15000.txt")); err != nil {
		return nil, nil, err
	}
	if err := addHandLists(&b); err != nil {
		return nil, nil, err
	}
	nations, err = readNations(gaz)
	if err != nil {
		return nil, nil, err
	}
	nations.addTo(&b)
	for _, w := range c.smallWords() {
		b.Add(gazetteer.Lower, w)
	}
	return b.Bytes(), nations, nil
}

// words cuts a name as a text would be cut.
func words(name string) []string {
	var out []string
	for _, t := range token.Tokens(name) {
		out = append(out, t.Of(name))
	}
	return out
}

// eachLine calls f for every line of a file that is neither empty nor a remark.
func eachLine(path string, f func(string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return scanLines(file, f)
}

func scanLines(r io.Reader, f func(string)) error {
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if line := strings.TrimSpace(s.Text()); line != "" && !strings.HasPrefix(line, "#") {
			f(line)
		}
	}
	return s.Err()
}

func addWords(b *gazetteer.Builder, f gazetteer.Flags, path string) error {
	return eachLine(path, func(line string) {
		if len(line) > 1 {
			b.Add(f, words(line)...)
		}
	})
}

// addHandLists adds the project's own lists. A line may hold several names, apart by semicolons.
func addHandLists(b *gazetteer.Builder) error {
	for _, l := range handLists {
		file, err := lists.Open("lists/" + l.file)
		if err != nil {
			return err
		}
		err = scanLines(file, func(line string) {
			for name := range strings.SplitSeq(line, ";") {
				b.Add(l.flags, words(strings.TrimSpace(name))...)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// companyEndings are left off the names of companies to get the name in use.
var companyEndings = map[string]bool{
	"inc": true, "inc.": true, "corp": true, "corp.": true, "corporation": true, "incorporated": true, "limited": true,
	"ltd": true, "ltd.": true, "plc": true, "company": true, "co": true, "co.": true, "holdings": true, "holding": true,
	"group": true, "n.v.": true, "nv": true, "s.a.": true, "sa": true, "ag": true, "se": true, "ab": true, "asa": true,
	"trust": true, ",": true, "&": true, "llc": true, "lp": true, "l.p.": true, "the": true, ".": true, "and": true,
}

// addCompanies adds each company by its full name and by the name without the
// legal form, unless that is one common short word.
func addCompanies(b *gazetteer.Builder, path string) error {
	return eachLine(path, func(line string) {
		w := words(line)
		b.Add(gazetteer.Company, w...)
		n := len(w)
		for n > 1 && companyEndings[w[n-1]] {
			n--
		}
		if n < len(w) && (n > 1 || len(w[0]) > 3) {
			b.Add(gazetteer.Company, w[:n]...)
		}
	})
}

// cityPeople is the population above which a place counts as a city.
const cityPeople = 300_000

// addPlaces adds the places of GeoNames, and the Cyrillic names of the cities.
func addPlaces(b *gazetteer.Builder, path string) error {
	return eachLine(path, func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 15 {
			return
		}
		people, _ := strconv.Atoi(f[14])
		flag := gazetteer.Town
		if people >= cityPeople || f[7] == "PPLC" {
			flag = gazetteer.City
			for name := range strings.SplitSeq(f[3], ",") {
				if isCyrillic(name) {
					b.Add(flag, words(name)...)
				}
			}
		}
		b.Add(flag, words(f[1])...)
		b.Add(flag, words(f[2])...)
	})
}

func isCyrillic(name string) bool {
	for _, r := range name {
		if !unicode.Is(unicode.Cyrillic, r) && r != ' ' && r != '-' {
			return false
		}
	}
	return len(name) > 4
}

// readCSV returns the rows of a CSV file by column name.
func readCSV(path string) ([]map[string]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 {
		return nil, fmt.Errorf("read %s: %d rows: %w", filepath.Base(path), len(all), err)
	}
	rows := make([]map[string]string, 0, len(all))
	for _, rec := range all[1:] {
		row := make(map[string]string, len(rec))
		for i, v := range rec {
			if i < len(all[0]) {
				row[all[0][i]] = strings.TrimSpace(v)
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// eachRawLine calls f for every line of a file, empty ones too.
func eachRawLine(path string, f func(string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		f(strings.TrimRight(s.Text(), " \r"))
	}
	return s.Err()
}
