package typeset

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"offprint/reader"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestLayout reads testdata/*.txtar: the part "in" set at width N gives the
// part "N", lines as they are shown. The comment at the file's head tells the rule.
func TestLayout(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d case files (%v), want some", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for i, f := range a.Files[1:] {
				width, err := strconv.Atoi(f.Name)
				if err != nil {
					t.Fatal(err)
				}
				p := pageOf(t, reader.Clean(string(a.Files[0].Data)), width, ansi.GraphemeWidth)
				var b strings.Builder
				for l := range LineNo(p.Len()) {
					b.WriteString(strings.TrimRight(p.LineText(l), " ") + "\n")
				}
				a.Files[i+1].Data = []byte(b.String())
				if got, want := b.String(), string(f.Data); got != want && !*update {
					t.Errorf("width %d: got\n%s\nwant\n%s", width, got, want)
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
