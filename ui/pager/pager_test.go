package pager_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/pager"
	"offprint/ui/theme"
	"offprint/ui/typeset"
)

// article is a text of n numbered paragraphs.
func article(n int) reader.Text {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Paragraph %d says that the mill was closed on Friday, and that \"nobody knows\" what comes after it. ", i)
		if i%5 == 0 {
			b.WriteString("It is a longer one, with *emphasis* and [a link](https://example.org/), 中国外交部发言人, and more words than the rest.")
		}
		b.WriteString("\n\n")
	}
	return reader.Clean(b.String())
}

var styles = theme.New(theme.Dark, true, colorprofile.TrueColor)

// fill sets the pages that the pager wants until it wants none, as its owner
// does, and returns how many there were.
func fill(p *pager.Pager, text reader.Text) int {
	n := 0
	for o, ok := p.Wants(); ok && n < 10; o, ok = p.Wants() {
		o.Style, o.Method = styles.Article, ansi.GraphemeWidth
		p.SetPage(typeset.Set(context.Background(), text, o))
		n++
	}
	return n
}

func opened(w, h int, text reader.Text) *pager.Pager {
	p := pager.New()
	p.Resize(w, h)
	fill(p, text)
	return p
}

func checkFrame(t *testing.T, p *pager.Pager, w, h int) {
	t.Helper()
	frame := p.View()
	lines := strings.Split(frame, "\n")
	if h == 0 {
		lines = lines[:0]
	}
	if len(lines) != h {
		t.Fatalf("%dx%d: %d lines", w, h, len(lines))
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got != w {
			t.Fatalf("%dx%d: line %d has %d cells: %q", w, h, i, got, l)
		}
	}
}

func firstLine(p *pager.Pager) string {
	return strings.TrimSpace(ansi.Strip(strings.SplitN(p.View(), "\n", 2)[0]))
}

func TestGeometryAtAnySize(t *testing.T) {
	t.Parallel()
	text := article(30)
	quotes := []typeset.Mark{}
	for i := range 8 {
		quotes = append(quotes, typeset.Mark{Span: reader.Span{Start: i * 90, End: i*90 + 40}, Class: typeset.ClassQuote, Number: i + 1})
	}
	p := pager.New()
	for w := 0; w <= 160; w += 7 {
		for h := 0; h <= 50; h += 9 {
			p.Resize(w, h)
			checkFrame(t, p, w, h) // the page of the size before, or none
			fill(p, text)
			p.SetMarks(typeset.Flatten(quotes))
			p.ScrollBy(7)
			checkFrame(t, p, w, h)
			p.SetCursor(-1, typeset.Word)
			p.Anchor()
			p.MoveCursor(12)
			checkFrame(t, p, w, h)
		}
	}
}

func TestPlaceDoesNotDriftOverResizes(t *testing.T) {
	t.Parallel()
	text := article(60)
	p := opened(90, 20, text)
	p.ScrollBy(42) // a line with text: a blank one would come back as the next
	place, line := p.Place(), firstLine(p)
	for range 5 {
		for _, w := range []int{33, 160, 51, 70} {
			p.Resize(w, 20)
			fill(p, text)
			if p.Place() != place {
				t.Fatalf("width %d: place %d, want %d", w, p.Place(), place)
			}
			if v := p.Visible(); v.Start > place || v.End < place {
				t.Fatalf("width %d: shows %v without the place %d", w, v, place)
			}
		}
	}
	p.Resize(90, 20)
	fill(p, text)
	if got := firstLine(p); got != line {
		t.Errorf("first line: got %q, want %q", got, line)
	}
}

func TestLongTextComesInTwoPages(t *testing.T) {
	t.Parallel()
	text := article(3000)
	p := pager.New()
	p.Resize(80, 24)
	p.SetPlace(len(text) / 2)
	o, ok := p.Wants()
	if !ok || o.Lines == 0 || o.Around != len(text)/2 {
		t.Fatalf("wants %+v, %v", o, ok)
	}
	o.Style = styles.Article
	p.SetPage(typeset.Set(context.Background(), text, o))
	before := p.View()
	if p.Page().Complete() || !p.Visible().Holds(len(text)/2) {
		t.Fatalf("first page: complete %v, shows %v", p.Page().Complete(), p.Visible())
	}
	if n := fill(p, text); n != 1 || !p.Page().Complete() {
		t.Fatalf("%d more pages, complete %v", n, p.Page().Complete())
	}
	if after := p.View(); after != before {
		t.Errorf("the whole page looks other than the part:\n%s\n%s", ansi.Strip(before), ansi.Strip(after))
	}
	if got := p.Progress(); got < 0.49 || got > 0.52 {
		t.Errorf("progress %v", got)
	}
}

func TestGotoAPlaceThatIsNotSetYet(t *testing.T) {
	t.Parallel()
	text := article(3000)
	p := pager.New()
	p.Resize(80, 24)
	o, _ := p.Wants()
	o.Style = styles.Article
	p.SetPage(typeset.Set(context.Background(), text, o))
	at := strings.Index(string(text), "Paragraph 2500")
	p.Goto(reader.Span{Start: at, End: at + 14}, pager.Centre)
	o, ok := p.Wants()
	if !ok || o.Around != at {
		t.Fatalf("wants %+v, %v", o, ok)
	}
	fill(p, text)
	if _, y, ok := p.RowOf(at); !ok || y < 8 || y > 15 {
		t.Errorf("stands in row %d, %v", y, ok)
	}
	p.Bottom()
	if !p.AtBottom() || p.Progress() != 1 {
		t.Errorf("at the bottom: %v, %v", p.AtBottom(), p.Progress())
	}
	p.Top()
	if !p.AtTop() || p.Place() != 0 {
		t.Errorf("at the top: %v, %d", p.AtTop(), p.Place())
	}
}

func TestScrolling(t *testing.T) {
	t.Parallel()
	p := opened(80, 20, article(60))
	p.ScrollBy(3)
	p.ScrollBy(-1000)
	if !p.AtTop() {
		t.Error("not at the top")
	}
	first := p.Visible()
	p.FullPage(1)
	if v := p.Visible(); v.Start >= first.End || v.Start <= first.Start {
		t.Errorf("a page on shows %v after %v: no line stays in sight", v, first)
	}
	p.FullPage(-1)
	if p.Visible() != first {
		t.Errorf("a page on and back: %v, want %v", p.Visible(), first)
	}
	p.HalfPage(2)
	p.HalfPage(-2)
	if p.Visible() != first {
		t.Errorf("half pages on and back: %v, want %v", p.Visible(), first)
	}
	p.GotoPart(0.5)
	if got := p.Progress(); got < 0.45 || got > 0.65 {
		t.Errorf("half of the text: progress %v", got)
	}
}

func TestNextOfGoesOnFromTheFocus(t *testing.T) {
	t.Parallel()
	text := article(60)
	p := opened(80, 20, text)
	var spans []reader.Span
	for _, n := range []int{5, 6, 30, 50} {
		at := strings.Index(string(text), fmt.Sprintf("Paragraph %d ", n))
		spans = append(spans, reader.Span{Start: at, End: at + 12})
	}
	var got []int
	for range 5 {
		i, _ := p.NextOf(spans)
		got = append(got, i)
		p.Goto(spans[i], pager.Nearest)
		if _, _, ok := p.RowOf(spans[i].Start); !ok {
			t.Errorf("span %d is out of sight", i)
		}
	}
	if fmt.Sprint(got) != "[0 1 2 3 0]" {
		t.Errorf("order %v", got)
	}
	if i, wrapped := p.PrevOf(spans); i != 3 || !wrapped {
		t.Errorf("before the first: %d, %v", i, wrapped)
	}
	p.Bottom()
	if i, _ := p.PrevOf(spans); i != 3 {
		t.Errorf("before the end: %d", i)
	}
	if i, _ := p.NextOf(nil); i != -1 {
		t.Errorf("of none: %d", i)
	}
}

func TestCursorSelectsWordsAndSentences(t *testing.T) {
	t.Parallel()
	text := reader.Text("The *mill* closed on Friday. Nobody knew, she said, \"what was next.\"\n\nA second paragraph stands here.\n")
	p := opened(40, 10, text)
	selected := func() string {
		s, _ := p.Selection()
		return string(p.Page().Text(s))
	}
	p.SetCursor(-1, typeset.Word)
	if selected() != "The" {
		t.Errorf("first word: %q", selected())
	}
	p.MoveCursor(1)
	p.Anchor()
	p.MoveCursor(2)
	if selected() != "mill closed on" {
		t.Errorf("three words: %q", selected())
	}
	p.Swap()
	p.MoveCursor(-1)
	if selected() != "The mill closed on" {
		t.Errorf("from the other end: %q", selected())
	}
	p.DropCursor()
	p.SetCursor(40, typeset.Sentence)
	if got := selected(); got != "Nobody knew, she said, \"what was next.\"" {
		t.Errorf("sentence: %q", got)
	}
	p.Anchor()
	p.MoveCursor(1)
	if got := selected(); got != "Nobody knew, she said, \"what was next.\"\n\nA second paragraph stands here." {
		t.Errorf("over paragraphs: %q", got)
	}
	p.MoveCursor(5)
	p.MoveCursor(-9)
	if got := selected(); !strings.HasPrefix(got, "The mill") {
		t.Errorf("to the beginning: %q", got)
	}
	p.DropCursor()
	p.SetCursor(0, typeset.Word)
	p.MoveCursorLines(1)
	if s, _ := p.Cursor(); s.Start < 25 || s.Start > 50 {
		t.Errorf("a line down: %q", selected())
	}
}

func TestMouseAndRowsAgree(t *testing.T) {
	t.Parallel()
	p := opened(100, 20, article(20))
	found := 0
	for y := range 20 {
		for x := range 100 {
			if at, ok := p.SourceAt(x, y); ok {
				found++
				if x2, y2, ok := p.RowOf(at); !ok || y2 != y || x2 > x || x2 < x-1 {
					t.Fatalf("offset %d at %d,%d is found at %d,%d, %v", at, x, y, x2, y2, ok)
				}
			}
		}
	}
	if found < 400 {
		t.Errorf("only %d cells have a source", found)
	}
}

func TestGutterShowsNumbers(t *testing.T) {
	t.Parallel()
	text := article(10)
	p := opened(60, 12, text)
	at := strings.Index(string(text), "\"nobody")
	p.SetMarks(typeset.Flatten([]typeset.Mark{
		{Span: reader.Span{Start: at, End: at + 120}, Class: typeset.ClassQuote, Number: 12},
		{Span: reader.Span{Start: at + 100, End: at + 110}, Class: typeset.ClassMark},
	}))
	frame := ansi.Strip(p.View())
	if strings.Count(frame, "12▌") != 1 || strings.Count(frame, "▌") < 2 || !strings.Contains(frame, "▍") {
		t.Errorf("gutter:\n%s", frame)
	}
}

func TestTextAddedAtTheEndKeepsThePlace(t *testing.T) {
	t.Parallel()
	text := article(60)
	p := opened(80, 20, text)
	p.ScrollBy(30)
	place := p.Place()
	fill(p, text) // nothing is wanted
	p.SetPage(typeset.Set(context.Background(), text+"\n\nRelated.", typeset.Options{Width: p.TextWidth()}))
	if p.Place() != place || !p.Visible().Holds(place) {
		t.Errorf("place %d, shows %v, want %d", p.Place(), p.Visible(), place)
	}
	p.SetPage(typeset.Set(context.Background(), "Another text.", typeset.Options{Width: p.TextWidth()}))
	if p.Place() != 0 {
		t.Errorf("another text: place %d", p.Place())
	}
}
