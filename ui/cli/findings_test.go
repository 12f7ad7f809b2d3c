package cli

import (
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/ui/config"
	"offprint/ui/theme"
)

// builtPlain makes a plain text of blocks that stand in the source one after
// another, each behind a mark of one byte.
func builtPlain(blocks ...any) (reader.Plain, string) {
	var b reader.PlainBuilder
	source := ""
	for i := 0; i < len(blocks); i += 2 {
		text := blocks[i].(string)
		source += "#"
		b.Begin()
		b.Add(text, reader.Span{Start: len(source), End: len(source) + len(text)})
		b.End(blocks[i+1].(reader.BlockKind))
		source += text
	}
	return b.Plain(), source
}

// Offsets are code points of the running text, whatever stands between.
func TestProseSpans(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Ще раз — еще раз. ", 100)
	plain, source := builtPlain(
		"Überschrift", reader.BlockHeading, "кадр", reader.BlockCaption, long, reader.BlockParagraph,
		"a\tb", reader.BlockTable, "Das „Ende“ 👋🏽.", reader.BlockParagraph)
	p := newProse(&plain)
	if want := "Überschrift\n\n" + long + "\n\na\tb\n\nDas „Ende“ 👋🏽."; p.text != want {
		t.Fatalf("text %q", p.text)
	}
	runes := []rune(p.text)
	for _, words := range []string{"Überschrift", "schrift", "Ще", "еще раз. Ще", "Ende", "👋🏽", "."} {
		for from := 0; ; {
			i := strings.Index(source[from:], words)
			if i < 0 {
				break
			}
			from += i + len(words)
			got := p.spans([]reader.Span{{Start: from - len(words), End: from}})
			if len(got) != 1 || string(runes[got[0][0]:got[0][1]]) != words {
				t.Fatalf("%q at %d became %v", words, from, got)
			}
		}
	}
	caption := strings.Index(source, "кадр")
	if got := p.spans([]reader.Span{{Start: caption, End: caption + 8}}); got != nil {
		t.Errorf("a caption became %v, want nothing", got)
	}
	whole := p.spans([]reader.Span{{Start: 0, End: len(source)}})
	if want := []span{{0, len(runes)}}; !slices.Equal(whole, want) {
		t.Errorf("the whole source became %v, want %v", whole, want)
	}
}

func TestDate(t *testing.T) {
	t.Parallel()
	cases := map[string]time.Time{
		"":                     {},
		"2024-04-19":           time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC),
		"2024-04-19T08:30:00Z": time.Date(2024, 4, 19, 8, 30, 0, 0, time.UTC),
	}
	for want, at := range cases {
		if got := date(at); got != want {
			t.Errorf("date(%v) = %q, want %q", at, got, want)
		}
	}
}

// What the settings may say is what the themes are called.
func TestThemesAreThoseOfSettings(t *testing.T) {
	t.Parallel()
	var names []string
	for _, n := range theme.Names() {
		names = append(names, string(n))
	}
	if !slices.Equal(names, config.Themes) {
		t.Errorf("themes %v, settings take %v", names, config.Themes)
	}
	for _, list := range []struct {
		names []string
		known func(string) bool
	}{
		{config.Groups, func(s string) bool { _, ok := groups[s]; return ok }},
		{config.Sorts, func(s string) bool { _, ok := sorts[s]; return ok }},
	} {
		for _, n := range list.names {
			if !list.known(n) {
				t.Errorf("the settings take %q, which stands for nothing", n)
			}
		}
	}
}
