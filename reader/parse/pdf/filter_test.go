package pdf

import (
	"strings"
	"testing"
)

// TestLZW: the example of the format's description, and what is cut.
func TestLZW(t *testing.T) {
	t.Parallel()
	packed := []byte("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
	if got := string(unlzw(packed, 1)); got != "-----A---B" {
		t.Errorf("got %q", got)
	}
	if got := string(unlzw(packed[:5], 1)); !strings.HasPrefix("-----A---B", got) || got == "" {
		t.Errorf("cut: got %q", got)
	}
}

func TestRuns(t *testing.T) {
	t.Parallel()
	if got := string(unrun([]byte("\x02abc\xfed\x80rest"))); got != "abcddd" {
		t.Errorf("got %q", got)
	}
}

func TestUnfilter(t *testing.T) {
	t.Parallel()
	for kind, want := range map[byte]string{0: "\x01\x01", 1: "\x01\x02", 2: "\x06\x07", 3: "\x03\x05", 4: "\x06\x07"} {
		line := []byte{1, 1}
		if unfilter(kind, line, []byte{5, 6}, 1); string(line) != want {
			t.Errorf("filter %d: got %q, want %q", kind, line, want)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	n := newNamer()
	for glyph, want := range map[string]string{
		"a": "a", "eacute": "é", "Ccaron": "Č", "quoteright": "’", "uni0416": "Ж", "u1F600": "😀", "afii10018": "Б", "afii10097": "я",
		"f_f_i": "ffi", "a.sc": "a", "one.oldstyle": "1", "fl": "fl", "space": " ", "g123": "", "uniZZ": "", "scommaaccent": "ş", "sigma1": "ς",
	} {
		if got := n.text(glyph); got != want {
			t.Errorf("%s: got %q, want %q", glyph, got, want)
		}
	}
}
