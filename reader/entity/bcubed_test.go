package entity

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
)

// TestBCubed groups what is found in the project's own articles, whose gold
// mentions are marked [Name|thing], and asks for a B-cubed F1 of 0.85, over all
// articles together: things of one kind and name are one thing in all of them.
func TestBCubed(t *testing.T) {
	t.Parallel()
	gold, found := map[string]string{}, map[string]string{} // place -> thing
	files, err := filepath.Glob("testdata/bcubed/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d articles (%v), want some", len(files), err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		article := filepath.Base(path)
		text, marks := goldMarks(strings.TrimSpace(string(data)))
		for span, thing := range marks {
			gold[article+span] = thing
		}
		p := plainOf(text)
		for _, e := range Find(p, "en") {
			for _, m := range e.Mentions {
				found[article+spanKey(m)] = e.Kind.String() + " " + e.Name.String() + e.Country
			}
		}
	}
	precision, recall := bcubed(found, gold), bcubed(gold, found)
	f := 2 * precision * recall / (precision + recall)
	t.Logf("B-cubed over %d mentions: precision %.3f, recall %.3f, F1 %.3f", len(gold), precision, recall, f)
	if f < 0.85 {
		t.Errorf("got %.3f, want at least 0.85", f)
	}
}

// goldMarks takes the marks out of a text and returns the spans they stood at.
func goldMarks(marked string) (string, map[string]string) {
	var b strings.Builder
	marks := map[string]string{}
	for rest := marked; rest != ""; {
		before, after, ok := strings.Cut(rest, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		inside, behind, _ := strings.Cut(after, "]")
		name, thing, _ := strings.Cut(inside, "|")
		start := b.Len()
		b.WriteString(name)
		marks[spanKey(reader.Span{Start: start, End: b.Len()})] = thing
		rest = behind
	}
	return b.String(), marks
}

func spanKey(s reader.Span) string { return fmt.Sprintf(" %d-%d", s.Start, s.End) }

// bcubed is, for the mean mention of a, the share of its group in a that is in
// its group in b; a mention that b lacks is a group by itself there.
func bcubed(a, b map[string]string) float64 {
	groups := map[string][]string{}
	for m, g := range a {
		groups[g] = append(groups[g], m)
	}
	sum := 0.0
	for m, g := range a {
		same := 0
		for _, o := range groups[g] {
			if o == m && b[m] != "" || o != m && b[m] != "" && b[o] == b[m] {
				same++
			}
		}
		sum += float64(same) / float64(len(groups[g]))
	}
	return sum / float64(len(a))
}
