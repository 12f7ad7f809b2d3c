package entity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestLanguages reads testdata/languages/*.txtar, named after the language:
// "in" is a text, "marked" what is found in it, and the language must be
// guessed from the text alone. What the rules find is not as sure as what the
// tagger finds.
func TestLanguages(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/languages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d case files (%v), want some", len(files), err)
	}
	for _, path := range files {
		language := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			p := plainOf(strings.TrimSuffix(string(a.Files[0].Data), "\n"))
			found := Find(p, "")
			for _, e := range found {
				if e.Confidence >= 0.7 {
					t.Errorf("%s %s: confidence %.2f, want less than 0.7", e.Kind, e.Name, e.Confidence)
				}
			}
			if known := Find(p, language); len(known) != len(found) {
				t.Errorf("%d entities when the language is given, %d when it is guessed", len(known), len(found))
			}
			got := list(p, found)
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "entities", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 || got != string(a.Files[1].Data) {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// TestTablesOfResults finds the names in a text that is hardly one of
// sentences, and none in one whose few English words stand beside others.
func TestTablesOfResults(t *testing.T) {
	t.Parallel()
	p := plainOf("Results from the first division on Sunday\n\nLeeds United 2 Aston Villa 1\n\nBurnley 0 Leicester City 3\n\nChelsea v Arsenal (1730)")
	if got := list(p, Find(p, "")); !strings.Contains(got, "organization Leicester City") || !strings.Contains(got, "organization Chelsea") {
		t.Errorf("got\n%s", got)
	}
	if p = plainOf("Hasil pertandingan Liga Utama pada hari Minggu di Jakarta dan Surabaya: Persija bermain imbang dengan Persib, kata pelatih the Blues setelah laga itu, the reds menang besar malam ini"); len(Find(p, "")) != 0 {
		t.Errorf("got %s, want none", list(p, Find(p, "")))
	}
}
