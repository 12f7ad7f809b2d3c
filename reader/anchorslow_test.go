package reader

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// agree is how many bytes of a and b are the same from their beginnings on.
func agree(a, b string) int {
	for n := min(len(a), len(b)); n > 0; n-- {
		if a[:n] == b[:n] {
			return n
		}
	}
	return 0
}

// backwards turns a text round, byte by byte.
func backwards(s string) string {
	b := []byte(s)
	for i, k := 0, len(b)-1; i < k; i, k = i+1, k-1 {
		b[i], b[k] = b[k], b[i]
	}
	return string(b)
}

// slowFind looks at every place of a text, and keeps the best.
func slowFind(a Anchor, text string) (Span, bool) {
	best, found, score, far := Span{}, false, 0, 0
	for i := 0; i+len(a.Exact) <= len(text); i++ {
		if text[i:i+len(a.Exact)] != string(a.Exact) {
			continue
		}
		s := agree(backwards(text[:i]), backwards(string(a.Prefix))) + agree(text[i+len(a.Exact):], string(a.Suffix))
		d := i - a.Span.Start
		if d < 0 {
			d = -d
		}
		if !found || s > score || s == score && d < far {
			best, found, score, far = Span{i, i + len(a.Exact)}, true, s, d
		}
	}
	return best, found
}

// TestAnchorAgainstTrying: a highlight is found again where trying every place
// finds it: at the old place, where most around it agrees, or nearest.
func TestAnchorAgainstTrying(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(19, 20))
	text := func(n int) string {
		var b strings.Builder
		for range r.IntN(n) {
			b.WriteString([]string{"a", "b", "ab", " ", "é", "bridge ", "\n"}[r.IntN(7)])
		}
		return string(Clean(b.String()))
	}
	moved, gone := 0, 0
	for range 6000 {
		old := text(50)
		start := r.IntN(len(old) + 1)
		a := AnchorAt(Text(old), Span{start, start + 1 + r.IntN(6)})
		if a.Exact == "" {
			continue
		}
		changed := text(20) + old[r.IntN(len(old)/2+1):] + text(20)
		if r.IntN(3) == 0 {
			changed = text(80)
		}
		changed = string(Clean(changed))
		got, ok := a.Find(Text(changed))
		want, there := slowFind(a, changed)
		if end := a.Span.End; end <= len(changed) && changed[a.Span.Start:end] == string(a.Exact) && Text(changed).within(a.Span) == a.Span {
			want, there = a.Span, true // the old place goes first
		}
		if got != want || ok != there {
			t.Fatalf("%+v in %q: %v, %v; want %v, %v", a, changed, got, ok, want, there)
		}
		if !ok {
			gone++
		} else if got != a.Span {
			moved++
		}
	}
	if moved < 500 || gone < 500 {
		t.Errorf("%d moved and %d gone: too few were tried", moved, gone)
	}
}

// TestAnchorContext: an anchor keeps as much around its words as it says, in
// whole characters, and less where the text ends.
func TestAnchorContext(t *testing.T) {
	t.Parallel()
	for _, fill := range []string{"x", "é", "漢", "😀"} {
		side := strings.Repeat(fill, 100)
		text := Clean(side + "WORD" + side)
		a := AnchorAt(text, Span{len(side), len(side) + 4})
		for name, context := range map[string]Text{"prefix": a.Prefix, "suffix": a.Suffix} {
			if n := len(context); n > anchorContext+utf8.UTFMax || n < anchorContext-utf8.UTFMax || !utf8.ValidString(string(context)) {
				t.Errorf("%s of %q has %d bytes: %q", name, fill, n, context)
			}
		}
		if a.Exact != "WORD" || !strings.HasSuffix(side, string(a.Prefix)) || !strings.HasPrefix(side, string(a.Suffix)) {
			t.Errorf("%q: %+v", fill, a)
		}
	}
	for _, s := range []Span{{-5, 2}, {0, 99}, {3, 1}, {99, 120}} {
		a := AnchorAt("word", s)
		if a.Span.Start < 0 || a.Span.End > 4 || a.Span.Start > a.Span.End || a.Exact != Text("word").Slice(a.Span) {
			t.Errorf("at %v: %+v", s, a)
		}
	}
}
