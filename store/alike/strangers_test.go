package alike

import (
	"strings"
	"testing"
)

// Texts of other words are strangers; what was cut, updated or is too short to tell is not.
func TestStrangers(t *testing.T) {
	t.Parallel()
	one, two := text(1, 300), text(2, 300)
	all := func(words ...[]string) string {
		var b strings.Builder
		for _, w := range words {
			b.WriteString(strings.Join(w, " ") + " ")
		}
		return b.String()
	}
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"other words", all(one), all(two), true},
		{"the same", all(one), strings.ToUpper(all(one)), false},
		{"cut", all(one), all(one[:120]), false},
		{"updated", all(one), all(one[100:], two[:100]), false},
		{"mostly other", all(one), all(one[:60], two), true},
		{"too short", all(one), all(two[:40]), false},
		{"nothing", all(one), "", false},
	} {
		if got := Strangers(c.a, c.b); got != c.want || Strangers(c.b, c.a) != got {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
