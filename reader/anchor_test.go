package reader

import (
	"strings"
	"testing"
)

func TestAnchor(t *testing.T) {
	t.Parallel()
	old := Text("One bridge is old. The bridge is new. A third bridge is planned.")
	at := func(text Text, words string, n int) Span {
		from := 0
		for ; n > 0; n-- {
			from += strings.Index(string(text[from:]), words) + 1
		}
		return Span{from - 1, from - 1 + len(words)}
	}
	second := AnchorAt(old, at(old, "bridge", 2))
	for _, c := range []struct {
		name string
		text Text
		want Span
		ok   bool
	}{
		{"unchanged", old, second.Span, true},
		{"moved", "A new line.\n\n" + old, Span{second.Span.Start + 13, second.Span.End + 13}, true},
		{"the first is gone", "The bridge is new. A third bridge is planned.", Span{4, 10}, true},
		{"surroundings are gone: the nearest", "x bridge, yyyyyyyyyyyyyyy bridge, z", Span{26, 32}, true},
		{"words are gone", "The ferry is new.", Span{}, false},
	} {
		got, ok := second.Find(c.text)
		if got != c.want || ok != c.ok {
			t.Errorf("%s: got %v %q, %v, want %v, %v", c.name, got, c.text.Slice(got), ok, c.want, c.ok)
		}
	}
	if got, ok := (Anchor{Span: Span{900, 900}}).Find("short"); !ok || got != (Span{5, 5}) {
		t.Errorf("place without words: got %v, %v, want the end", got, ok)
	}
}

// FuzzAnchor: an anchor finds itself, and what it finds in another text are its words.
func FuzzAnchor(f *testing.F) {
	f.Add("One bridge, two bridges", "Two bridges, one bridge", 4, 10)
	f.Add("äöü", "üöä", 2, 4)
	f.Fuzz(func(t *testing.T, old, changed string, start, end int) {
		text, other := Clean(old), Clean(changed)
		a := AnchorAt(text, Span{start, end})
		if s, ok := a.Find(text); !ok || text.Slice(s) != a.Exact {
			t.Errorf("in its own text: got %v, %v for %q", s, ok, a.Exact)
		}
		if s, ok := a.Find(other); ok && (other.Slice(s) != a.Exact || s.Start < 0 || s.End > len(other)) {
			t.Errorf("got %v %q, want %q", s, other.Slice(s), a.Exact)
		}
	})
}
