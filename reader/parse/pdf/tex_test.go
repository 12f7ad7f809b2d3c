package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// TestDots: the letters of TeX's fonts of dots are told by their codes, in
// either of its encodings.
func TestDots(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		codes []int
		want  string
	}{
		{[]int{16, 'J', 0xe4, 'g', 'e', 'r', 17, 27, 0xff, 0x80, 39}, "“Jäger”ffßĂ’"},
		{[]int{92, 'A', 14, 34, 123, 25, 0}, "“Affi”–ßΓ"},
		{[]int{136}, "•"},
		{[]int{'a', 'b'}, "ab"},
	} {
		names := map[int]string{}
		for _, n := range c.codes {
			names[n] = fmt.Sprintf("a%d", n)
		}
		table, ok := dots(names)
		var got strings.Builder
		for _, n := range c.codes {
			got.WriteString(table[n])
		}
		if !ok || got.String() != c.want {
			t.Errorf("%v: got %q, %v, want %q", c.codes, got.String(), ok, c.want)
		}
	}
	for _, names := range []map[int]string{nil, {65: "A"}, {65: "a66"}, {65: "a65", 66: "g1"}, {300: "a300"}} {
		if _, ok := dots(names); ok {
			t.Errorf("%v are taken for codes", names)
		}
	}
}

// TestComposed: accents that stand before their letters are put to them; those
// that stand for themselves stay.
func TestComposed(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Kleing¨arten": "Kleingärten", "S¨udufer": "Südufer", "´Elodie": "Élodie", "voil`a": "voilà", "na¨ıve": "naïve", "Garc¸on": "Garçon", "Maˇcek": "Maček",
		"run `ls` now": "run `ls` now", "a ¨ b": "a ¨ b", "5 ˚C": "5 ˚C", "¨": "¨", "¸": "¸", "plain": "plain",
	} {
		if got := composed(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
