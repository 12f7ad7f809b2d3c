package alike

import "testing"

func TestFactsDiffer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b  string
		names bool
		want  bool
	}{
		{"the harbour will receive $35,497 from the fund", "the harbour will receive $95,124 from the fund", false, true},
		{"the harbour will receive $35,497 from the fund in 2024", "the harbour gets $35,497 from the fund", false, false},
		{"the harbour will receive 3 boats", "the harbour will receive boats", false, false},
		{"I know that Ellmar families and their boats are safe", "I know that Lindby families and their boats are safe", true, true},
		{"I know that the Old Ellmar Fire Department is ready", "I know that the Lindby Fire Department is ready", true, true},
		{"I know that Zelenskyy wants an answer", "I know that Zelensky wants an answer", true, false},
		{"our friends in Ellmar want no quarrel", "our friends want no quarrel", true, false},
		{"no quarrel. Ellmar said so", "no quarrel. Lindby said so", true, false},
		{"die ganze Lage ist sehr ernst", "die ganze Situation ist sehr ernst", false, false},
	} {
		if got := FactsDiffer(c.a, c.b, c.names); got != c.want {
			t.Errorf("%q, %q: got %v", c.a, c.b, got)
		}
		if got := FactsDiffer(c.b, c.a, c.names); got != c.want {
			t.Errorf("%q, %q: got %v", c.b, c.a, got)
		}
	}
}
