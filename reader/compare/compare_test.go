package compare

import (
	"fmt"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	t.Parallel()
	got := Words("The wall will be built by March, the minister said.", "The wall may be built by May, the minister said.")
	want := []Edit{
		{Same, "The wall "}, {Gone, "will "}, {New, "may "}, {Same, "be built by "},
		{Gone, "March, "}, {New, "May, "}, {Same, "the minister said."},
	}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("edit %d: got %q, want %q", i, got[i], want[i])
		}
	}
	if e := Words("the same words", "the same words"); len(e) != 1 || e[0].Op != Same {
		t.Errorf("equal texts: %q", e)
	}
	if e := Words("", ""); len(e) != 0 {
		t.Errorf("nothing: %q", e)
	}
}

// joined returns both texts as the edits hold them.
func joined(edits []Edit) (old, new string) {
	var a, b strings.Builder
	for _, e := range edits {
		if e.Op != New {
			a.WriteString(e.Text)
		}
		if e.Op != Gone {
			b.WriteString(e.Text)
		}
	}
	return a.String(), b.String()
}

// TestManyWords: more distinct words than the characters before those that
// cannot be written.
func TestManyWords(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range surrogates + 500 {
		fmt.Fprintf(&b, "w%d ", i)
	}
	old := b.String()
	new := strings.Replace(old, fmt.Sprintf("w%d ", surrogates+9), "other ", 1)
	edits := Words(old, new)
	if a, b := joined(edits); a != old || b != new {
		t.Errorf("texts of %d and %d bytes came back as %d and %d", len(old), len(new), len(a), len(b))
	}
	if len(edits) != 4 {
		t.Errorf("got %d edits, want 4", len(edits))
	}
}

// The edits hold both texts whole.
func FuzzWords(f *testing.F) {
	f.Add("a b c", "a c d")
	f.Add("one\n\ntwo", "one two")
	f.Add("", "x")
	f.Add("дом и сад", "сад и дом")
	f.Fuzz(func(t *testing.T, old, new string) {
		if a, b := joined(Words(old, new)); a != old || b != new {
			t.Errorf("Words(%q, %q) holds %q and %q", old, new, a, b)
		}
	})
}
