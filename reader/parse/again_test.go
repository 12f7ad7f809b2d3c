package parse_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestReadAgain: what was made of a file, written out and read once more, is
// the same text: nothing is mended twice, and what was exported can be added.
func TestReadAgain(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	read := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			for _, name := range []string{"a.md", "a.html", "a.txt"} {
				if name == "a.txt" && strings.HasSuffix(f.Name, ".want") {
					continue // its lines of fields are no text
				}
				articles, err := parse.Parse(reader.Source{Name: name, Data: f.Data})
				if err != nil {
					continue
				}
				for _, a := range articles {
					if name != "a.md" && noted(string(a.Markdown)) {
						continue
					}
					read++
					again, err := parse.Parse(reader.Source{Name: "again.md", Format: reader.FormatMarkdown, Data: written(&a)})
					if err != nil || len(again) != 1 {
						t.Errorf("%s, %s as %s: %d articles, %v", file, f.Name, name, len(again), err)
						continue
					}
					if again[0].Markdown != a.Markdown || again[0].Title != a.Title && !strings.Contains(string(a.Title), "&") {
						t.Errorf("%s, %s as %s: %q\n%s\nreads as %q\n%s", file, f.Name, name, a.Title, a.Markdown, again[0].Title, again[0].Markdown)
					}
				}
			}
		}
	}
	if read < 500 {
		t.Errorf("only %d articles were read again", read)
	}
}

// noted reports whether a text that is no Markdown has signs in it that mean
// something in the files of programs for notes.
func noted(text string) bool {
	for _, sign := range []string{"==", "[[", "{{", "{%", "%%", " ^", "state: stub"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}

// written is an article as a file of Markdown with its title in front.
func written(a *reader.Article) []byte {
	title := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(string(a.Title))
	return []byte("---\ntitle: \"" + title + "\"\n---\n\n" + string(a.Markdown) + "\n")
}
