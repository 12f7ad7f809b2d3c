package parse_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestImports: the files of a collection, named by OFFPRINT_IMPORTS, give what
// testdata/imports.tsv says of each: how many articles and stubs, and the date
// and title of the first. The collection is not part of the project; the table
// holds facts only. Without the variable there is nothing to test.
func TestImports(t *testing.T) {
	t.Parallel()
	root := os.Getenv("OFFPRINT_IMPORTS")
	if root == "" {
		t.Skip("OFFPRINT_IMPORTS names no folder")
	}
	const table = "testdata/imports.tsv"
	got := factsOf(t, root)
	if *update {
		if err := os.WriteFile(table, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	expected := map[string]string{}
	for line := range strings.Lines(string(want)) {
		name, facts, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		expected[name] = facts
	}
	for _, line := range got {
		name, facts, _ := strings.Cut(line, "\t")
		if facts != expected[name] {
			t.Errorf("%s:\ngot  %s\nwant %s", name, facts, expected[name])
		}
		delete(expected, name)
	}
	for name := range expected {
		t.Errorf("%s: is not there", name)
	}
}

// factsOf returns a line of the table for each file of a folder.
func factsOf(t *testing.T, root string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		articles, err := parse.Parse(reader.Source{Name: filepath.ToSlash(path), Data: data})
		if err != nil {
			out = append(out, fmt.Sprintf("%s\t%v", filepath.ToSlash(name), err))
			return nil
		}
		stubs := 0
		for _, a := range articles {
			if a.Stub {
				stubs++
			}
			checkArticle(t, a)
		}
		a := articles[0]
		date := "-"
		if !a.Published.IsZero() {
			date = a.Published.Format("2006-01-02")
		}
		out = append(out, fmt.Sprintf("%s\t%d\t%d\t%s\t%s", filepath.ToSlash(name), len(articles), stubs, date, a.Title))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
