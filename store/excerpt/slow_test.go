package excerpt

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"offprint/reader"
	"offprint/store/folded"
)

// prose makes a text of few words, so that hits are many and near.
func prose(r *rand.Rand, n int) string {
	var b strings.Builder
	for range r.IntN(n) {
		b.WriteString([]string{"ferry ", "red ", "quay", "Réd ", "nothing ", "at ", "\n", "harbourmaster, ", "漢字", ". ", strings.Repeat("long", 20) + " "}[r.IntN(11)])
	}
	return string(reader.Clean(b.String()))
}

// slowShown is how many different patterns have a hit from one of them on
// within a line: the most of all hits.
func slowShown(f *Finder, text string, start int) int {
	kinds := map[int]bool{}
	for i, p := range f.patterns {
		for _, at := range folded.FindPhrase(text, p.words, p.prefix, 1<<20) {
			if at[0] >= start && at[1] <= start+lineLength-lineBefore {
				kinds[i] = true
			}
		}
	}
	return len(kinds)
}

// TestBestAgainstTrying: no other hit's line would show more of the query, and
// of those that show as much it is the first.
func TestBestAgainstTrying(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(21, 22))
	for range 1500 {
		text := prose(r, 30) // so few that all hits are looked at
		f := finder(t, []string{"ferry", "red quay", `"red ferry" quay`, "ferr* harb* nothing", "red -quay", `"red at" OR ferry`, "ferry ferry", "字"}[r.IntN(8)])
		start, end, shown := f.Best(text)
		var hits [][2]int
		seen := 0
		for _, p := range f.patterns {
			found := folded.FindPhrase(text, p.words, p.prefix, 1<<20)
			hits = append(hits, found...)
			if len(found) > 0 {
				seen++
			}
		}
		if len(hits) == 0 {
			if start != 0 || end != 0 || shown != 0 {
				t.Fatalf("nothing in %q, but %d..%d", text, start, end)
			}
			continue
		}
		if shown != seen || !slices.Contains(hits, [2]int{start, end}) {
			t.Fatalf("%v in %q: %d..%d is no hit, or %d of %d are seen", f.patterns, text, start, end, shown, seen)
		}
		most := slowShown(f, text, start)
		for _, h := range hits {
			if n := slowShown(f, text, h[0]); n > most && len(f.patterns) > 1 {
				t.Fatalf("%v in %q: the line at %d shows %d, that at %d %d", f.patterns, text, start, most, h[0], n)
			}
		}
	}
}

// TestAroundBounds: the line holds the place, stays within its paragraph and
// its length, is cut at blanks where there are any, and never in a character.
func TestAroundBounds(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(23, 24))
	cuts := 0
	for range 4000 {
		text := prose(r, 90)
		at := r.IntN(len(text) + 1)
		end := min(len(text), at+r.IntN(30))
		if i := strings.IndexByte(text[at:end], '\n'); i >= 0 {
			end = at + i
		}
		from, to := Around(text, at, end)
		line := text[from:to]
		switch {
		case from > at || to < end:
			t.Fatalf("%q at %d..%d: %d..%d does not hold it", text, at, end, from, to)
		case strings.Contains(line, "\n"):
			t.Fatalf("%q at %d..%d: %q is of two paragraphs", text, at, end, line)
		case !utf8.ValidString(line) && utf8.ValidString(text):
			t.Fatalf("%q at %d..%d: %q begins or ends within a character", text, at, end, line)
		case at-from > lineBefore+utf8.UTFMax, to-from > max(lineLength, end-from)+utf8.UTFMax:
			t.Fatalf("%q at %d..%d: %q is too long", text, at, end, line)
		}
		begins, ends := from == 0 || text[from-1] == '\n', to == len(text) || text[to] == '\n'
		if !begins && strings.Contains(text[from:at], " ") && text[from-1] != ' ' || !ends && strings.Contains(text[end:to], " ") && text[to] != ' ' {
			t.Fatalf("%q at %d..%d: %q is cut within a word", text, at, end, line)
		}
		// Nothing is left out that there was room for.
		if begins && ends {
			continue
		}
		cuts++
		if !ends && to-from < lineLength-150 {
			t.Fatalf("%q at %d..%d: %q is shorter than it must be", text, at, end, line)
		}
	}
	if cuts < 500 {
		t.Errorf("only %d lines had to be cut", cuts)
	}
}

// TestOverlappingHits: hits that lie in each other are one mark.
func TestOverlappingHits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ query, line, want string }{
		{`"red ferry" ferry`, "the red ferry and a ferry", "red ferry|ferry"},
		{`"red ferry" "ferry red"`, "red ferry red", "red ferry red"},
		{"fer* ferry", "ferry ferryman", "ferry|ferryman"},
		{"a b", "a b", "a|b"},
		{"title:red by:red source:red tag:red ferry", "red ferry", "ferry"},
		{"said:red about:ferry mentions:quay", "red ferry quay", "red|ferry|quay"},
	} {
		f := finder(t, c.query)
		line, marks := f.Line(c.line, 0, 1)
		var got []string
		for _, m := range marks {
			got = append(got, string(line.Slice(m)))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s in %q: %q, want %s", c.query, c.line, got, c.want)
		}
	}
}
