package quote

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"offprint/reader"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestCases reads testdata/*.txtar, one file for each rule. Every part is a
// text, paragraphs apart by a blank line; the part of the same name with
// ".quotes" is what is found in it, that with ".names" the names given. A part's language is the ending of its
// name; without one it is English. A paragraph that begins with "# " is a heading.
func TestCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("got %d case files (%v), want 20 or more", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runCases(t, name)
		})
	}
}

func runCases(t *testing.T, name string) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]byte{}
	for _, f := range a.Files {
		want[f.Name] = f.Data
	}
	out := &txtar.Archive{Comment: a.Comment}
	for _, f := range a.Files {
		if strings.HasSuffix(f.Name, ".names") {
			out.Files = append(out.Files, f)
			continue
		}
		if strings.HasSuffix(f.Name, ".quotes") {
			continue
		}
		got := render(f.Name, string(f.Data), string(want[f.Name+".names"]))
		if !*update && !bytes.Equal(got, want[f.Name+".quotes"]) {
			t.Errorf("%s: got\n%swant\n%s", f.Name, got, want[f.Name+".quotes"])
		}
		out.Files = append(out.Files, f, txtar.File{Name: f.Name + ".quotes", Data: got})
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// render finds the quotes of a case and writes one on a line. Names are those
// that are given with it, one on a line: its kind, its full form and short ones.
func render(name, text, names string) []byte {
	p := caseText(text)
	var given []reader.Entity
	for line := range strings.Lines(names) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		for kind := reader.EntityPerson; kind <= reader.EntityPlace; kind++ {
			if kind.String() == f[0] {
				given = append(given, entity(p, kind, f[1:]...))
			}
		}
	}
	_, language, _ := strings.Cut(name, ".")
	var b bytes.Buffer
	for _, q := range Find(p, language, given) {
		who := string(q.Speaker.Name)
		if who == "" {
			who = "-"
		} else {
			who += " (" + q.Speaker.Kind.String() + ")"
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s:", q.Kind, who, words(p, q.Source), words(p, q.Cue))
		for _, s := range q.Content {
			fmt.Fprintf(&b, " <%s>", p.Text[s.Start:s.End])
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func words(p *reader.Plain, spans []reader.Span) string {
	if len(spans) == 0 {
		return "-"
	}
	var w []string
	for _, s := range spans {
		w = append(w, p.Text[s.Start:s.End])
	}
	return strings.Join(w, " + ")
}

// caseText makes the plain text of a case; its source offsets are those of the text itself.
func caseText(text string) *reader.Plain {
	var b reader.PlainBuilder
	at := 0
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		kind := reader.BlockParagraph
		if h, ok := strings.CutPrefix(p, "# "); ok {
			kind, p = reader.BlockHeading, h
		}
		if h, ok := strings.CutPrefix(p, "* "); ok {
			kind, p = reader.BlockListItem, h
		}
		if h, ok := strings.CutPrefix(p, "! "); ok {
			kind, p = reader.BlockCaption, h
		}
		p = strings.ReplaceAll(p, "\n", " ")
		b.Begin()
		b.Add(p, reader.Span{Start: at, End: at + len(p)})
		b.End(kind)
		at += len(p) + 2
	}
	out := b.Plain()
	return &out
}
