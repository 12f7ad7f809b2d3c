package parse_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestProducers: files that programs made of articles written for this test
// give what testdata/producers.tsv says of each article in them: its place,
// title, byline, date, outlet, language, address and state, how many words it
// has, and how it begins and ends. testdata/producers/README.md says which
// programs made them.
func TestProducers(t *testing.T) {
	t.Parallel()
	const root, table = "testdata/producers", "testdata/producers.tsv"
	got := strings.Join(producedIn(t, root), "\n") + "\n"
	if *update {
		if err := os.WriteFile(table, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	if want := string(data); got != want {
		a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
		for i := range max(len(a), len(b)) {
			if x, y := at(a, i), at(b, i); x != y {
				t.Errorf("line %d:\ngot  %s\nwant %s", i+1, x, y)
			}
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(none)"
}

// producedIn returns a line of the table for each article of each file.
func producedIn(t *testing.T, root string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == "README.md" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		short, _ := filepath.Rel(root, name)
		short = filepath.ToSlash(short)
		articles, err := parse.Parse(reader.Source{Name: short, Data: data})
		if err != nil && !errors.Is(err, parse.ErrEmpty) && !errors.Is(err, parse.ErrBinary) && !errors.Is(err, parse.ErrOther) {
			return err
		}
		if err != nil {
			out = append(out, fmt.Sprintf("%s\t%v", short, err))
		}
		for i, a := range articles {
			checkArticle(t, a)
			out = append(out, fmt.Sprintf("%s\t%d\t%s", short, i+1, factsOfOne(a)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// factsOfOne are the columns of the table behind an article's place.
func factsOfOne(a reader.Article) string {
	words := strings.Fields(string(a.Markdown))
	state := ""
	switch {
	case a.Stub:
		state = "stub"
	case len(a.Kept.Passages) > 0:
		state = fmt.Sprintf("%d marked", len(a.Kept.Passages))
	}
	date := ""
	if !a.Published.IsZero() {
		date = a.Published.Format(time.RFC3339)
	}
	fields := []string{string(a.Title), string(a.Byline), date, string(a.Outlet), string(a.Language), string(a.Address), state,
		fmt.Sprint(len(words)), strings.Join(words[:min(5, len(words))], " "), strings.Join(words[max(0, len(words)-5):], " ")}
	for _, tag := range a.Tags {
		fields[6] = path.Join(fields[6], "#"+string(tag))
	}
	return strings.Join(fields, "\t")
}
