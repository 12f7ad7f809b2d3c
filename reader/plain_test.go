package reader

import "testing"

// built is a plain text of the source "# T\n\na&amp;b  \ncd": a heading, then a
// paragraph with a reference and a line break.
func built() Plain {
	var b PlainBuilder
	b.Begin()
	b.Add("T", Span{2, 3})
	b.End(BlockHeading)
	b.Begin()
	b.End(BlockParagraph) // forgotten
	b.Begin()
	b.Add("a", Span{5, 6})
	b.Add("&", Span{6, 11})
	b.Add("b", Span{11, 12})
	b.Gap("\n")
	b.Add("c", Span{15, 16})
	b.Add("d", Span{16, 17})
	b.End(BlockParagraph)
	return b.Plain()
}

func TestPlain(t *testing.T) {
	t.Parallel()
	p := built()
	if want := "T\n\na&b\ncd"; p.Text != want {
		t.Fatalf("got %q, want %q", p.Text, want)
	}
	if len(p.Blocks) != 2 || p.Blocks[1] != (Block{BlockParagraph, 3, 9}) {
		t.Errorf("blocks: got %v", p.Blocks)
	}
	for _, c := range []struct {
		start, end int
		want       Span
	}{
		{0, 1, Span{2, 3}},   // T
		{3, 4, Span{5, 6}},   // a
		{4, 5, Span{6, 11}},  // the reference is one unit
		{4, 6, Span{6, 12}},  // &b
		{3, 9, Span{5, 17}},  // all
		{7, 8, Span{15, 16}}, // c, of a run of two
		{0, 9, Span{2, 17}},
		{6, 7, Span{15, 15}}, // the break has no source
		{5, 5, Span{11, 11}},
		{9, 9, Span{17, 17}},
	} {
		if got := p.Span(c.start, c.end); got != c.want {
			t.Errorf("span of %d-%d: got %v, want %v", c.start, c.end, got, c.want)
		}
	}
	for _, c := range []struct {
		s          Span
		start, end int
		ok         bool
	}{
		{Span{2, 3}, 0, 1, true},
		{Span{7, 9}, 4, 5, true}, // within the reference
		{Span{16, 17}, 8, 9, true},
		{Span{0, 2}, 0, 0, false},
		{Span{12, 15}, 0, 0, false},
		{Span{0, 99}, 0, 9, true},
	} {
		start, end, ok := p.Range(c.s)
		if ok != c.ok || ok && (start != c.start || end != c.end) {
			t.Errorf("range of %v: got %d-%d, %v, want %d-%d, %v", c.s, start, end, ok, c.start, c.end, c.ok)
		}
	}
	var none Plain
	if s := none.Span(0, 0); s != (Span{}) {
		t.Errorf("span of nothing: got %v", s)
	}
}

// FuzzPlain builds a plain text from any pieces: runs that are equally long
// as their source are the same bytes, spans lie within the source and grow
// with what is asked for, and the range of a span holds what it was the span of.
func FuzzPlain(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9}, 2, 5)
	f.Add([]byte{0, 0, 3, 0, 6, 9, 12, 250}, 0, 3)
	f.Fuzz(func(t *testing.T, ops []byte, start, end int) {
		const source = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
		var b PlainBuilder
		b.Begin()
		at := 0
		for _, op := range ops {
			n := int(op/4) % 5
			switch {
			case op%4 == 0:
				b.End(BlockParagraph)
				b.Begin()
			case op%4 == 1:
				b.Gap(" ")
			case at+n+1 > len(source):
			case op%4 == 2 && n > 1:
				b.Add("&", Span{at, at + n})
				at += n
			default:
				b.Add(source[at:at+n], Span{at, at + n})
				at += n + int(op%2)
			}
		}
		b.End(BlockParagraph)
		p := b.Plain()
		for _, r := range p.runs {
			if r.even() && r.plainEnd-r.plain > 0 && p.Text[r.plain:r.plainEnd] != source[r.source:r.sourceEnd] {
				t.Errorf("run %+v: %q is not %q", r, p.Text[r.plain:r.plainEnd], source[r.source:r.sourceEnd])
			}
		}
		start, end = max(0, min(start, len(p.Text))), max(0, min(end, len(p.Text)))
		s := p.Span(start, end)
		if s.Start < 0 || s.End > len(source) || s.Start > s.End {
			t.Fatalf("span of %d-%d of %q: %v", start, end, p.Text, s)
		}
		if whole := p.Span(0, len(p.Text)); start < end && !s.Empty() && !whole.Covers(s) {
			t.Errorf("span %v is not within that of all, %v", s, whole)
		}
		from, to, ok := p.Range(s)
		if s.Empty() {
			return
		}
		if !ok || from >= to {
			t.Fatalf("span %v of %d-%d has no range", s, start, end)
		}
		if again := p.Span(from, to); again != s {
			t.Errorf("span of the range %d-%d: got %v, want %v", from, to, again, s)
		}
	})
}
