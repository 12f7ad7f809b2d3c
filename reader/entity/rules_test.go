package entity

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"offprint/reader"
	"offprint/reader/token"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestRules reads testdata/rules/*.txtar. The part "in" is a text in which
// names are marked as a tagger would have them, [Name|kind] or
// [Name|kind|0.4] with how sure it is; "marked" is the text after the rules
// for the whole article, "entities" what the mentions are grouped into.
func TestRules(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d case files (%v), want some", len(files), err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			x := unmark(t, strings.TrimSuffix(string(a.Files[0].Data), "\n"))
			x.settle()
			got := map[string]string{"marked": mark(x), "entities": list(x.plain, x.group())}
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "marked", Data: []byte(got["marked"])}, txtar.File{Name: "entities", Data: []byte(got["entities"])})
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for _, f := range a.Files[1:] {
				if got[f.Name] != string(f.Data) {
					t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got[f.Name], f.Data)
				}
			}
		})
	}
}

// unmark takes the marks out of a text and makes mentions of them.
func unmark(t *testing.T, marked string) *text {
	t.Helper()
	type place struct {
		start, end int
		kind       reader.EntityKind
		sure       float64
	}
	var places []place
	var b strings.Builder
	for rest := marked; rest != ""; {
		before, after, ok := strings.Cut(rest, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		inside, behind, ok := strings.Cut(after, "]")
		f := strings.Split(inside, "|")
		if !ok || len(f) < 2 {
			t.Fatalf("bad mark in %q", rest)
		}
		p := place{start: b.Len(), sure: 0.9}
		b.WriteString(f[0])
		p.end = b.Len()
		if p.kind, ok = reader.ParseEntityKind(f[1]); !ok {
			t.Fatalf("unknown kind %q", f[1])
		}
		if len(f) > 2 {
			p.sure, _ = strconv.ParseFloat(f[2], 64)
		}
		places = append(places, p)
		rest = behind
	}
	p := plainOf(b.String())
	x := newText(token.Split(p), p, english)
	// plainOf puts a blank line where the text has one line end
	shift := func(at int) int { return at + strings.Count(b.String()[:at], "\n") }
	for _, m := range places {
		x.mentions = append(x.mentions, mention{first: x.At(shift(m.start)), last: x.At(shift(m.end)-1) + 1, kind: m.kind, sure: m.sure})
	}
	return x
}

// mark is the opposite of unmark, without how sure the mentions are.
func mark(x *text) string {
	var b strings.Builder
	at := 0
	for _, m := range x.mentions {
		start, end := x.span(m)
		fmt.Fprintf(&b, "%s[%s|%s]", x.Text[at:start], x.Text[start:end], m.kind)
		at = end
	}
	b.WriteString(x.Text[at:])
	return strings.ReplaceAll(b.String(), "\n\n", "\n") + "\n"
}

// list writes one line for each entity: kind, name, mentions, country, aliases, what it is called by.
func list(p *reader.Plain, entities []reader.Entity) string {
	var b strings.Builder
	for _, e := range entities {
		fmt.Fprintf(&b, "%s %s x%d", e.Kind, e.Name, len(e.Mentions))
		if e.Country != "" {
			fmt.Fprintf(&b, " %s", e.Country)
		}
		for _, a := range e.Aliases {
			fmt.Fprintf(&b, " = %s", a)
		}
		for _, r := range e.Roles {
			start, end, _ := p.Range(r)
			fmt.Fprintf(&b, " ~ %s", p.Text[start:end])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
