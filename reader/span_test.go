package reader

import "testing"

func TestSpan(t *testing.T) {
	t.Parallel()
	a, b := Span{2, 5}, Span{5, 9}
	for _, c := range []struct {
		what      string
		got, want bool
	}{
		{"neighbours overlap", a.Overlaps(b), false},
		{"sharing a byte overlaps", a.Overlaps(Span{4, 6}), true},
		{"holds its start", a.Holds(2), true},
		{"holds its end", a.Holds(5), false},
		{"covers itself", a.Covers(a), true},
		{"covers what sticks out", a.Covers(Span{3, 6}), false},
		{"turned round is empty", Span{5, 2}.Empty(), true},
		{"one byte is empty", Span{5, 6}.Empty(), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
	if got := b.Len(); got != 4 {
		t.Errorf("length: got %d, want 4", got)
	}
}
