package typeset

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

func span(t *testing.T, text reader.Text, words string) reader.Span {
	t.Helper()
	i := strings.Index(string(text), words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return reader.Span{Start: i, End: i + len(words)}
}

func TestTextIsWhatIsShown(t *testing.T) {
	t.Parallel()
	text := reader.Text("# A *title*\n\nOne &mdash; and **bold\nwords** \\*here\\*, [a label](https://example.org/).  \nNext line.\n\n- first\n- second\n\n```\na  b\n\nc\n```\n")
	p := pageOf(t, text, 20, ansi.GraphemeWidth)
	for _, c := range []struct{ from, to, want string }{
		{"title", "*", "title"},
		{"One", "here", "One — and bold words *here"},
		{"bold", "label", "bold words *here*, a label"},
		{"label", "line", "label.\nNext line"},
		{"first", "second", "first\n\nsecond"},
		{"a  b", "c\n", "a  b\n\nc"},
		{"mdash", "mdash", "—"},
	} {
		start := strings.Index(string(text), c.from)
		end := start + strings.Index(string(text)[start:], c.to) + len(c.to)
		if got := p.Text(reader.Span{Start: start, End: end}); string(got) != c.want {
			t.Errorf("%q to %q: got %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestTextOfATable(t *testing.T) {
	t.Parallel()
	text := reader.Text("| A | B |\n|---|---|\n| some words that go over two lines of the cell at least | other |\n")
	p := pageOf(t, text, 52, ansi.GraphemeWidth)
	s := span(t, text, "some words that go over two lines of the cell at least")
	if got := p.Text(s); string(got) != string(text.Slice(s)) {
		t.Errorf("got %q", got)
	}
	if got := p.Text(reader.Span{Start: s.Start, End: len(text)}); !strings.Contains(string(got), "other") {
		t.Errorf("two cells: got %q", got)
	}
}

func TestLinksAndHeadings(t *testing.T) {
	t.Parallel()
	p := pageOf(t, clean, 60, ansi.GraphemeWidth)
	var got []string
	for _, l := range p.Links() {
		got = append(got, fmt.Sprintf("%s %s %v", p.Text(l.Span), l.Address, l.Image))
	}
	want := []string{
		"the plan https://example.org/plan?a=1&b=2 false",
		"https://example.org/x_y_z https://example.org/x_y_z false",
		"www.example.net http://www.example.net false",
		"[1]  false",
		"Workers outside the mill / K. Okafor mill.jpg true",
		"a link http://example.com/ false",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("links:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	h := p.Headings()
	if len(h) != 2 || h[0].Level != 1 || h[0].Text != "A long title with code & more — done" || h[1].Level != 2 || clean.Slice(h[1].Span) != "Setext" {
		t.Errorf("headings: %+v", h)
	}
}

func TestOnlySafeAddressesAreLinks(t *testing.T) {
	t.Parallel()
	text := reader.Text("[a](javascript:x) [b](file:///etc/x) [c](https://example.org/é) [d](http://example.org/&#27;x) [e](mailto:a@example.org) [f](HTTPS://example.org) [g](relative)")
	line := pageOf(t, text, 100, ansi.GraphemeWidth).Paint(0, nil, 100)
	if got := strings.Count(line, "\x1b]8;;") / 2; got != 2 {
		t.Errorf("%d links in %q, want those of e and f", got, line)
	}
	checkHarmless(t, line)
}

// TestAPartShowsWhatTheWholeDoes: the lines of a first screen are those of
// the whole page.
func TestAPartShowsWhatTheWholeDoes(t *testing.T) {
	t.Parallel()
	text := news(9000)
	whole := pageOf(t, text, 60, ansi.WcWidth)
	random := rand.New(rand.NewPCG(9, 10))
	for range 40 {
		around := random.IntN(len(text))
		part := Set(context.Background(), text, Options{Width: 60, Style: article(theme.Dark), Around: around, Lines: 40})
		if part.Complete() || part.Span().Len() > 20000 {
			t.Fatalf("around %d: complete %v, %v", around, part.Complete(), part.Span())
		}
		from, at := part.LineOf(around), whole.LineOf(around)
		if int(from)+40 > part.Len() && part.Span().End < len(text) {
			t.Fatalf("around %d: %d lines from line %d on", around, part.Len(), from)
		}
		for l := LineNo(0); l < 40 && int(from+l) < part.Len(); l++ {
			if got, want := part.LineText(from+l), whole.LineText(at+l); got != want {
				t.Fatalf("around %d, line %d: got %q, want %q", around, l, got, want)
			}
		}
	}
}

func TestFromIsUsedOnlyIfItFits(t *testing.T) {
	t.Parallel()
	o := Options{Width: 50, Style: article(theme.Dark)}
	p := Set(context.Background(), clean, o)
	o.From, o.Width = p, 31
	if q := Set(context.Background(), clean, o); q.shape != p.shape || q.Width() != 31 {
		t.Error("a new width renders anew")
	}
	if q := Set(context.Background(), clean+"\n\nMore.", o); q.shape == p.shape || !strings.Contains(q.LineText(LineNo(q.Len()-1))+q.LineText(LineNo(q.Len()-3)), "More") && !strings.Contains(string(q.Text(reader.Span{Start: len(clean), End: len(clean) + 10})), "More") {
		t.Error("another text is shown with the old shape")
	}
	o.Style = article(theme.Light)
	if q := Set(context.Background(), clean, o); q.shape == p.shape {
		t.Error("another theme is shown with the old shape")
	}
	o.Style, o.Method = article(theme.Dark), ansi.GraphemeWidth
	if q := Set(context.Background(), clean, o); q.shape == p.shape {
		t.Error("another way to measure is shown with the old shape")
	}
}

func TestCancelledSetReturns(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := Set(ctx, news(20000), Options{Width: 60})
	if p.Complete() || p.Len() < 1 {
		t.Errorf("complete %v, %d lines", p.Complete(), p.Len())
	}
}

func TestUnits(t *testing.T) {
	t.Parallel()
	text := reader.Text("Mr. *Brown* left. \"It's over,\" he said.\n\n- an item\n\n中文。\n")
	p := pageOf(t, text, 12, ansi.GraphemeWidth)
	walk := func(u Unit) (all []string) {
		for s, ok := p.UnitAt(0, u), true; ok; s, ok = p.Next(s, u) {
			all = append(all, string(p.Text(s)))
		}
		return all
	}
	for u, want := range map[Unit]string{
		Word:      "Mr|Brown|left|It's|over|he|said|an|item|中|文",
		Sentence:  "Mr. Brown left.|\"It's over,\" he said.|an item|中文。",
		Paragraph: "Mr. Brown left. \"It's over,\" he said.|an item|中文。",
	} {
		got := walk(u)
		if strings.Join(got, "|") != want {
			t.Errorf("unit %d: got %q, want %q", u, strings.Join(got, "|"), want)
		}
		s := p.UnitAt(len(text), u)
		for i := len(got) - 2; i >= 0; i-- {
			var ok bool
			if s, ok = p.Prev(s, u); !ok || string(p.Text(s)) != got[i] {
				t.Errorf("unit %d, back to %d: got %q, want %q", u, i, p.Text(s), got[i])
			}
		}
		if _, ok := p.Prev(s, u); ok {
			t.Errorf("unit %d: goes back before the first", u)
		}
	}
}

// TestUnitsOfALongParagraph: a cursor crosses a paragraph that is cut into
// units part by part, and misses no word.
func TestUnitsOfALongParagraph(t *testing.T) {
	t.Parallel()
	text := reader.Clean(strings.Repeat("seven words stand in this short sentence. ", 200))
	p := pageOf(t, text, 70, ansi.GraphemeWidth)
	n := 0
	for s, ok := p.UnitAt(0, Word), true; ok; s, ok = p.Next(s, Word) {
		n++
	}
	if n != 200*7 {
		t.Errorf("%d words, want %d", n, 200*7)
	}
}

// TestFlattenAgainstEveryByte: the classes of each byte are those of the marks
// that cover it.
func TestFlattenAgainstEveryByte(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		var marks []Mark
		for range random.IntN(30) {
			start := random.IntN(100)
			marks = append(marks, Mark{Span: reader.Span{Start: start, End: start + random.IntN(20)},
				Class: Class(random.IntN(6)), Kind: reader.EntityKind(random.IntN(7)), Number: random.IntN(5)})
		}
		flat := Flatten(marks)
		look := flat.look()
		for at := range 125 {
			var want mask
			for _, m := range marks {
				if m.Span.Holds(at) {
					want |= 1 << m.bit()
				}
			}
			if got := look.over(at, at+1); got != want {
				t.Fatalf("byte %d: got %b, want %b of %+v", at, got, want, marks)
			}
		}
		for i, s := range flat.segments {
			if s.mask == 0 || s.start >= s.end || i > 0 && s.start < flat.segments[i-1].end {
				t.Fatalf("segments %+v", flat.segments)
			}
		}
	}
}

func TestGutter(t *testing.T) {
	t.Parallel()
	text := reader.Text("First line of it here, and then \"what she said in many words that go on,\" he wrote. **\"Again,\"** he said.\n\n> \"Quoted.\"\n")
	p := pageOf(t, text, 30, ansi.GraphemeWidth)
	long := span(t, text, "\"what she said in many words that go on,\"")
	m := Flatten([]Mark{
		{Span: long, Class: ClassQuote, Number: 7},
		{Span: span(t, text, "**\"Again,\"**"), Class: ClassQuote, Number: 8},
		{Span: span(t, text, "\"Quoted.\""), Class: ClassQuote, Number: 1234},
		{Span: span(t, text, "First line"), Class: ClassMark},
	})
	var got strings.Builder
	for l := range LineNo(p.Len()) {
		g := p.Gutter(l, m)
		if w := ansi.StringWidth(g); w != GutterWidth {
			t.Errorf("line %d: the gutter has %d cells", l, w)
		}
		got.WriteString(ansi.Strip(g) + "|" + strings.TrimRight(p.LineText(l), " ") + "\n")
	}
	want := "    ▍|First line of it here, and\n  7▌ |then \"what she said in many\n   ▌ |words that go on,\" he wrote.\n  8▌ |\"Again,\" he said.\n     |\n···▌ |▎ \"Quoted.\"\n"
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// TestLayersFoldInOrder: where classes overlap the later one has the ground
// and the attributes add up.
func TestLayersFoldInOrder(t *testing.T) {
	t.Parallel()
	text := reader.Text("some **bold** words")
	p := pageOf(t, text, 30, ansi.GraphemeWidth)
	whole := reader.Span{End: len(text)}
	line := painted(p, Flatten([]Mark{{Span: whole, Class: ClassHit}, {Span: whole, Class: ClassQuote},
		{Span: whole, Class: ClassEntity, Kind: reader.EntityPlace}}), Mark{Span: span(t, text, "bold"), Class: ClassSelection})[0]
	l := article(theme.Dark).Layers
	if s := line[0].Style; !sameColor(s.Bg, l.Hit.Bg) || !sameColor(s.Fg, l.Hit.Fg) || s.Underline != l.Entity[reader.EntityPlace].Underline {
		t.Errorf("a hit over a quote and a place: %+v", s)
	}
	if s := line[6].Style; !sameColor(s.Bg, l.Selection.Bg) || s.Attrs == 0 {
		t.Errorf("a selection over that: %+v", s)
	}
}

// TestFarTablesWait: a new width of a text with many tables lays out those
// near the place, then all.
func TestFarTablesWait(t *testing.T) {
	t.Parallel()
	table := "\n| a | b | c |\n|---|---|---|\n" + strings.Repeat("| one | two | three |\n", 20)
	text := reader.Clean(strings.Repeat("Words before it.\n"+table+"\n", 30))
	o := Options{Width: 70, Style: article(theme.Dark)}
	p := Set(context.Background(), text, o)
	if !p.Complete() {
		t.Fatal("the whole page is not complete")
	}
	o = Options{Width: 60, Style: o.Style, From: p, Around: len(text) / 2, Lines: 30}
	q := Set(context.Background(), text, o)
	at := strings.Index(string(text)[len(text)/2:], "three") + len(text)/2
	if l, _, ok := q.Find(at); q.Complete() || !ok || !strings.Contains(q.LineText(l), "one") {
		t.Errorf("near table: complete %v, found %v, line %q", q.Complete(), ok, q.LineText(l))
	}
	o.Lines, o.From = 0, q
	if r := Set(context.Background(), text, o); !r.Complete() || r.shape != p.shape {
		t.Errorf("whole page: complete %v", r.Complete())
	}
}

func TestReferences(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"a&nbsp;b":           "a\u00a0b",
		"a&#160;b&ensp;c":    "a\u00a0b\u2002c",
		"a&Tab;b&NewLine;c":  "a    b c",
		"a&#10;b&#13;c":      "a b c",
		"&lt;b&gt; &amp;lt;": "<b> &lt;",
		"&#0;&#xd800;":       "\ufffd\ufffd",
		"&copy=1 &nosuch;":   "&copy=1 &nosuch;",
		"x&shy;y&#8203;z":    "xyz",
		"&#27;[31m":          "␛[31m",
	} {
		if got := pageOf(t, reader.Text(in), 40, ansi.GraphemeWidth).LineText(0); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// The sign of a footnote leads to it, wherever both stand.
func TestFootnotesAreLinks(t *testing.T) {
	t.Parallel()
	text := reader.Text("One[^a] *two*[^b] [three](https://example.org/)[^a]\n\n[^a]: The first.\n[^b]: The second,\n    in two lines.\n\n- [^b] in a list\n")
	p := pageOf(t, text, 40, ansi.GraphemeWidth)
	var got []string
	for _, l := range p.Links() {
		got = append(got, string(text.Slice(l.Span))+" → "+string(l.Address)+string(text.Slice(l.Target)))
	}
	want := []string{"[^a] → The first.", "[^b] → The second,\n    in two lines.", "three → https://example.org/", "[^a] → The first.", "[^b] → The second,\n    in two lines."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if y := p.LineOf(strings.Index(string(text), "[^b] in")); !strings.Contains(p.LineText(y), "[2] in a list") {
		t.Errorf("the sign in the list is said to stand in %q", p.LineText(y))
	}
}
