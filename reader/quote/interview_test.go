package quote

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"offprint/reader"
	maker "offprint/reader/entity"
	"offprint/reader/markdown"
)

// TestInterviews reads testdata/interviews/*.txtar: "in" is an article in
// Markdown, its first line the title; "quotes" is what is found in it.
func TestInterviews(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/interviews/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d case files (%v), want some", len(files), err)
	}
	for _, path := range files {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		title, body, _ := strings.Cut(string(a.Files[0].Data), "\n\n")
		article := reader.Article{Title: reader.CleanLine(title), Markdown: reader.Clean(body), Language: "en"}
		p := markdown.Plain(article.Markdown)
		names := maker.Find(&p, "en")
		var b bytes.Buffer
		for _, q := range Interview(&article, &p, names, Find(&p, "en", names)) {
			fmt.Fprintf(&b, "%s | %s | %s\n", q.Kind, q.Speaker.Name, q.Words(&p))
		}
		if *update {
			a.Files = append(a.Files[:1], txtar.File{Name: "quotes", Data: b.Bytes()})
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if got := b.String(); got != string(a.Files[1].Data) {
			t.Errorf("%s: got\n%swant\n%s", path, got, a.Files[1].Data)
		}
	}
}
