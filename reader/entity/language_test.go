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
