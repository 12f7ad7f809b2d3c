package typeset

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

var methods = []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth}

func article(name theme.Name) *theme.Article {
	return theme.New(name, true, colorprofile.TrueColor).Article
}

func pageOf(t testing.TB, text reader.Text, width int, m ansi.Method) *Page {
	t.Helper()
	p := Set(context.Background(), text, Options{Width: width, Style: article(theme.Dark), Method: m})
	if !p.Complete() {
		t.Fatal("the page is not complete")
	}
	return p
}

// clean is the torture text as an article would hold it.
var clean = reader.Clean(string(torture))

func TestNoLineIsWiderThanThePage(t *testing.T) {
	t.Parallel()
	for _, m := range methods {
		var from *Page
		for w := 1; w <= 200; w += 2 {
			p := Set(context.Background(), clean, Options{Width: w, Style: article(theme.Dark), Method: m, From: from})
			from = p
			for l := range LineNo(p.Len()) {
				if got := m.StringWidth(p.Paint(l, nil, w)); got > w || got != p.LineWidth(l) {
					t.Fatalf("width %d, line %d: painted %d cells, LineWidth %d: %q", w, l, got, p.LineWidth(l), p.LineText(l))
				}
				for _, room := range []int{0, 1, w / 2, w - 1} {
					if got := m.StringWidth(p.Paint(l, nil, room)); got > room {
						t.Fatalf("width %d, line %d: %d cells in a room of %d", w, l, got, room)
					}
				}
			}
		}
	}
}

// TestCellsEqualTheirSource: what is shown literally stands in the source
// just there; the rest is escapes, references, signs of footnotes and line ends.
func TestCellsEqualTheirSource(t *testing.T) {
	t.Parallel()
	for _, w := range []int{20, 49, 76, 120} {
		p := pageOf(t, clean, w, ansi.GraphemeWidth)
		mapped := 0
		for l := range LineNo(p.Len()) {
			b, cells := p.cells(l)
			for i, c := range cells {
				if c.src == noSource {
					continue
				}
				mapped++
				shown := string(b.text[c.at:b.end(int(p.lines[l].from)+i)])
				source := string(clean[c.src : int(c.src)+int(c.size)])
				switch {
				case shown == source, shown == " " && source == "\n", source == `\`+shown:
				case strings.HasPrefix(source, "[^") && strings.Contains("[1234567890]", shown): // the sign of a footnote
				case source == "&mdash;" && shown == "—", source == "&amp;" && shown == "&":
				default:
					t.Errorf("width %d, line %d: shows %q, the source is %q", w, l, shown, source)
				}
			}
		}
		if shown := len(strings.Join(strings.Fields(string(clean)), "")); mapped < shown/2 {
			t.Errorf("width %d: only %d cells have a source", w, mapped)
		}
	}
}

// TestEveryWordIsShown: each word of the text stands on some line.
func TestEveryWordIsShown(t *testing.T) {
	t.Parallel()
	for _, w := range []int{30, 76} {
		p := pageOf(t, clean, w, ansi.GraphemeWidth)
		var all strings.Builder
		for l := range LineNo(p.Len()) {
			all.WriteString(strings.Join(strings.Fields(p.LineText(l)), ""))
		}
		for _, word := range strings.Fields("minister decided plan matter reporters example.net mill.jpg Okafor quotation struck nested 李明 1998 println 呼吁 הקרא שלום 👨‍👩‍👧 html Setext note emphasis") {
			if word == "mill.jpg" || word == "הקרא" {
				continue // an address, and not in the text
			}
			if !strings.Contains(all.String(), word) {
				t.Errorf("width %d: %q is not shown", w, word)
			}
		}
	}
}

// painted returns the cells of a page's lines as a terminal would hold them.
func painted(p *Page, m *Marks, over ...Mark) []uv.Line {
	var lines []uv.Line
	for l := range LineNo(p.Len()) {
		got := uv.NewStyledString(p.Paint(l, m, p.width, over...)).Lines(ansi.GraphemeWidth)
		line := make(uv.Line, 0, p.width)
		if len(got) > 0 {
			for _, c := range got[0] { // a wide character has one cell there
				for range max(c.Width, 0) {
					line = append(line, c)
				}
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// TestPaintedCellsBelongToTheirRange: of random ranges every cell painted as
// a hit shows a byte of it, and every cell that shows one is painted.
func TestPaintedCellsBelongToTheirRange(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	style := article(theme.Dark)
	for _, w := range []int{24, 60, 80} {
		p := pageOf(t, clean, w, ansi.GraphemeWidth)
		for range 60 {
			start := random.IntN(len(clean) - 1)
			s := reader.Span{Start: start, End: min(len(clean), start+1+random.IntN(200))}
			marks, over := Flatten([]Mark{{Span: s, Class: ClassHit}}), []Mark(nil)
			if random.IntN(2) == 0 {
				marks, over = nil, []Mark{{Span: s, Class: ClassHit}}
			}
			for l, line := range painted(p, marks, over...) {
				_, col := p.affix(LineNo(l))
				_, cells := p.cells(LineNo(l))
				for _, c := range cells {
					if c.width == 0 || col >= len(line) {
						continue
					}
					hit := line[col].Style.Bg != nil && sameColor(line[col].Style.Bg, style.Layers.Hit.Bg)
					own := reader.Span{Start: int(c.src), End: int(c.src) + int(c.size)}
					if c.src != noSource && hit != own.Overlaps(s) {
						t.Fatalf("width %d, line %d, column %d: painted %v, shows %v of range %v\n%q", w, l, col, hit, own, s, p.Paint(LineNo(l), marks, w, over...))
					}
					col += int(c.width)
				}
			}
		}
	}
}

func sameColor(a, b interface{ RGBA() (r, g, b, a uint32) }) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return r1 == r2 && g1 == g2 && b1 == b2
}

// TestAnchorsSurviveAnotherWidth: the place that a line begins with is found
// again at any other width, on a line that shows it.
func TestAnchorsSurviveAnotherWidth(t *testing.T) {
	t.Parallel()
	pages := map[int]*Page{}
	for _, w := range []int{7, 31, 52, 76, 133} {
		pages[w] = pageOf(t, clean, w, ansi.GraphemeWidth)
	}
	for w, p := range pages {
		for l := range LineNo(p.Len()) {
			_, cells := p.cells(l)
			if spanOf(cells).Empty() {
				continue
			}
			src := p.Start(l)
			b, _ := p.cells(l)
			if got := p.LineOf(src); got != l && !b.scattered {
				t.Errorf("width %d: LineOf(Start(%d)) = %d", w, l, got)
			}
			for other, q := range pages {
				at, col, ok := q.Find(src)
				back, has := q.SourceAt(at, col)
				if !ok || !has || back != src {
					// A character too wide for the line is not shown at all,
					// and a table's head stands once where it is a grid.
					if q.width < 8 || b.scattered {
						continue
					}
					t.Errorf("offset %d of width %d is at %d,%d of width %d: %v, %v, %d", src, w, at, col, other, ok, has, back)
				}
			}
		}
	}
}

// TestOutputIsHarmless is the property that FuzzSet checks, on the torture text.
func TestOutputIsHarmless(t *testing.T) {
	t.Parallel()
	for _, name := range theme.Names() {
		p := Set(context.Background(), clean, Options{Width: 60, Style: article(name)})
		for l := range LineNo(p.Len()) {
			checkHarmless(t, p.Paint(l, nil, 60)+p.Gutter(l, nil))
		}
	}
}

// checkHarmless fails unless s holds no control character and no escape
// sequence but colours and links to the web or mail.
func checkHarmless(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Fatalf("not UTF-8: %q", s)
	}
	for rest := s; rest != ""; {
		i := strings.IndexByte(rest, 0x1b)
		text := rest
		if i >= 0 {
			text = rest[:i]
		}
		if text != string(reader.Clean(text)) || strings.ContainsRune(text, '\n') {
			t.Fatalf("unsafe text %q in %q", text, s)
		}
		if i < 0 {
			return
		}
		rest = rest[i:]
		seq, after := sequence([]byte(rest))
		switch q := string(seq); {
		case strings.HasPrefix(q, "\x1b[") && strings.HasSuffix(q, "m") && strings.Trim(q[2:len(q)-1], "0123456789;:") == "":
		case q == "\x1b]8;;\a":
		case strings.HasPrefix(q, "\x1b]8;;") && strings.HasSuffix(q, "\a"):
			if address := q[5 : len(q)-1]; safeAddress(reader.Text(address)) != address || address == "" {
				t.Fatalf("link to %q", address)
			}
		default:
			t.Fatalf("escape sequence %q in %q", q, s)
		}
		rest = string(after)
	}
}
