package alike

import (
	"testing"

	"offprint/store/folded"
)

func TestWordings(t *testing.T) {
	t.Parallel()
	const whole = "we will rebuild the old bridge before the winter comes and the river rises"
	for _, c := range []struct {
		a, b    string
		one, ok bool
	}{
		{whole, whole, false, true},
		{whole, "rebuild the old bridge before the winter", false, true},
		{whole, "rebuild the bridge before winter", true, true},
		{whole, "rebuild the bridge before winter", false, false},
		{whole, "the bridge", true, false},
		{whole, "the river rises every winter and nobody rebuilds anything", true, false},
		{whole, "", true, false},
		{"мы восстановим старый мост до наступления зимы", "мы восстановим мост до наступления зимы", true, true},
	} {
		_, ok := Wordings(folded.Words(c.a), folded.Words(c.b), c.one)
		_, back := Wordings(folded.Words(c.b), folded.Words(c.a), c.one)
		if ok != c.ok || back != ok {
			t.Errorf("Wordings(%q, %q, %v) = %v, and %v the other way", c.a, c.b, c.one, ok, back)
		}
	}
}

// Which of the two is asked about makes no difference, and no part is more than all.
func FuzzWordings(f *testing.F) {
	f.Add("we will rebuild the old bridge before the winter", "rebuild the bridge before winter", true)
	f.Add("мы восстановим старый мост", "橋を再建します", false)
	f.Fuzz(func(t *testing.T, a, b string, one bool) {
		x, y := folded.Words(a), folded.Words(b)
		part, ok := Wordings(x, y, one)
		back, same := Wordings(y, x, one)
		if part != back || ok != same {
			t.Errorf("Wordings(%q, %q) = %v %v, and %v %v the other way", a, b, part, ok, back, same)
		}
		if part < 0 || part > 1 {
			t.Errorf("Wordings(%q, %q) shares %v", a, b, part)
		}
		if _, same := Wordings(x, x, one); ok && !same && part == 1 && len(x) == len(y) {
			t.Errorf("%q is like %q and not like itself", a, b)
		}
	})
}

// TestInside: which few words are a piece of a longer quote.
func TestInside(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"three words", "a3 b3 c4", "x5 a3 b3 c4 y5", true},
		{"two words", "a8 b8", "x5 a8 b8 y5", false},
		{"least weight", "a2 b2 c6", "a2 b2 c6 x5", true},
		{"little words", "a2 b2 c5", "a2 b2 c5 x5", false},
		{"out of order", "b3 a3 c4", "a3 b3 c4 x5", false},
		{"with another between", "a3 b3 c4", "a3 b3 x5 c4", false},
		{"nearly", "a3 b3 c4 d5", "a3 b3 c4 x5 y5", false},
	} {
		a, b := sized(c.a), sized(c.b)
		if got, back := Inside(a, b), Inside(b, a); got != c.want || back != got {
			t.Errorf("%s: %v, the other way %v, want %v", c.name, got, back, c.want)
		}
	}
}
