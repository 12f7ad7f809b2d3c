package compare

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// pieces parts a text into words with the white space behind them, the plain way.
func pieces(s string) []string {
	var out []string
	open := false
	for i, r := range s {
		if i == 0 || open && !unicode.IsSpace(r) {
			out = append(out, "")
			open = false
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		out[len(out)-1] += s[i : i+n]
		open = open || unicode.IsSpace(r)
	}
	return out
}

// common is how many words the longest sequence has that both hold in order.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		last := 0
		for j := range b {
			was := row[j+1]
			row[j+1] = max(row[j+1], row[j])
			if a[i] == b[j] {
				row[j+1] = max(row[j+1], last+1)
			}
			last = was
		}
	}
	return row[len(b)]
}

// TestShortestAgainstTable: the edits are whole words, never two of a kind in a
// row, and keep as many words as can be kept.
func TestShortestAgainstTable(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(13, 14))
	text := func() string {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString([]string{"the ", "wall ", "will ", "be ", "built\n\n", "дом\u00a0", "a"}[r.IntN(7)])
		}
		return b.String()
	}
	for range 4000 {
		old, new := text(), text()
		edits := Words(old, new)
		kept := 0
		for i, e := range edits {
			if e.Text == "" || i > 0 && edits[i-1].Op == e.Op {
				t.Fatalf("Words(%q, %q) = %q: an edit is empty or goes on in the next", old, new, edits)
			}
			if e.Op == Same {
				kept += len(pieces(e.Text))
			}
		}
		if a, b := joined(edits); a != old || b != new {
			t.Fatalf("Words(%q, %q) hold %q and %q", old, new, a, b)
		}
		if want := common(pieces(old), pieces(new)); kept != want {
			t.Fatalf("Words(%q, %q) = %q: keeps %d words, %d can be kept", old, new, edits, kept, want)
		}
	}
}

// TestWholeWords: a word that changed in one letter is another word, and so is
// one before another blank.
func TestWholeWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		old, new string
		want     []Edit
	}{
		{"a wall", "a walls", []Edit{{Same, "a "}, {Gone, "wall"}, {New, "walls"}}},
		{"one two", "one\ntwo", []Edit{{Gone, "one "}, {New, "one\n"}, {Same, "two"}}},
		{" lead", "lead", []Edit{{Gone, " "}, {Same, "lead"}}},
		{"", "all new", []Edit{{New, "all new"}}},
		{"all gone", "", []Edit{{Gone, "all gone"}}},
		{"x a b", "y a b", []Edit{{Gone, "x "}, {New, "y "}, {Same, "a b"}}},
		{"\x01 a", "\x02 a", []Edit{{Gone, "\x01 "}, {New, "\x02 "}, {Same, "a"}}},
	} {
		got := Words(c.old, c.new)
		if len(got) != len(c.want) {
			t.Errorf("Words(%q, %q) = %q, want %q", c.old, c.new, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("Words(%q, %q) = %q, want %q", c.old, c.new, got, c.want)
				break
			}
		}
	}
}

// TestTooManyWords: more distinct words than there are characters are not compared, and not lost.
func TestTooManyWords(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("makes a million words")
	}
	var b strings.Builder
	var digits [8]byte
	for i := range unicode.MaxRune + 2 {
		n := len(digits)
		digits[n-1] = ' '
		for k := i; n > 1; k /= 36 {
			n--
			digits[n-1] = "0123456789abcdefghijklmnopqrstuvwxyz"[k%36]
			if k < 36 {
				break
			}
		}
		b.Write(digits[n-1:])
	}
	old := b.String()
	edits := Words(old, "other")
	if a, b := joined(edits); a != old || b != "other" || len(edits) != 2 {
		t.Errorf("%d edits; texts of %d and 5 bytes came back as %d and %d", len(edits), len(old), len(a), len(b))
	}
}
