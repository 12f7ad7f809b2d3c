package token

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestCases reads testdata/*.txtar: the part "in" gives the part "words" (the
// tokens of each sentence on one line, apart by blanks).
func TestCases(t *testing.T) {
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
			in, want := a.Files[0].Data, []byte(nil)
			if len(a.Files) > 1 {
				want = a.Files[1].Data
			}
			got := render(strings.TrimSuffix(string(in), "\n"))
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "words", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// render cuts each line of text as a block of its own.
func render(text string) string {
	var b bytes.Buffer
	for block := range strings.SplitSeq(text, "\n") {
		tokens := Tokens(block)
		for _, s := range Sentences(block, tokens) {
			words := make([]string, 0, s.Last-s.First)
			for _, t := range tokens[s.First:s.Last] {
				words = append(words, t.Of(block))
			}
			fmt.Fprintln(&b, strings.Join(words, " "))
		}
	}
	return b.String()
}

// checkTokens is the property: tokens are in order, apart, not empty, on
// character borders where the text is valid, and only white space is left out;
// the sentences cover all tokens in order.
func checkTokens(t *testing.T, text string) {
	t.Helper()
	tokens := Tokens(text)
	at := 0
	for _, k := range tokens {
		if k.Start < at || k.End <= k.Start || k.End > len(text) {
			t.Fatalf("token %v out of order in %q", k, text)
		}
		for _, r := range text[at:k.Start] {
			if !isSpace(r) {
				t.Fatalf("%q left out of %q", r, text)
			}
		}
		if utf8.ValidString(text) && !utf8.ValidString(k.Of(text)) {
			t.Fatalf("token %q cuts a character of %q", k.Of(text), text)
		}
		at = k.End
	}
	if strings.TrimFunc(text[at:], isSpace) != "" {
		t.Fatalf("%q left out of %q", text[at:], text)
	}
	next := 0
	for _, s := range Sentences(text, tokens) {
		if s.First != next || s.Last <= s.First || s.Start != tokens[s.First].Start || s.End != tokens[s.Last-1].End {
			t.Fatalf("sentence %v does not begin at token %d in %q", s, next, text)
		}
		next = s.Last
	}
	if next != len(tokens) {
		t.Fatalf("sentences hold %d of %d tokens of %q", next, len(tokens), text)
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{
		"", "Mr. Smith's U.S.-led 3.5% \"plan\" isn't over.The end...", "a\xffb’s “x", "n't ’ll '' ``", "http://x.y/a?b.", "#a @b . . !", "«Да». — Нет",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, s) })
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("The U.S. Treasury said on Monday it wouldn't lift sanctions on Mr. Petrov's bank, which is based in Minsk. ", 32)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(text, Tokens(text))
	}
}
