package typeset

import (
	"context"
	"sync"
	"testing"

	"charm.land/glamour/v2/styles"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

// TestReducedForms: for a terminal that counts code points what it would draw
// otherwise than it counts is reduced, and still has its whole source.
func TestReducedForms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, shown string
		width     int
	}{
		{"👨‍👩‍👧", "👨", 2}, {"❤️", "❤", 1}, {"👍🏽", "👍", 2}, {"1️⃣", "1\u20e3", 1}, {"👩🏽‍🚀", "👩", 2},
		{"\u1100\u1161\u11a8", "각", 2}, {"🇳🇴", "🇳🇴", 2}, {"e\u0301", "e\u0301", 1}, {"中", "中", 2}, {"کتاب‌ها", "کتاب‌ها", 6},
	} {
		p := Set(context.Background(), reader.Clean(c.in), Options{Width: 20, Method: ansi.WcWidth})
		if got := p.LineText(0); got != c.shown || p.LineWidth(0) != c.width {
			t.Errorf("%q: shown as %q, %d cells, want %q, %d", c.in, got, p.LineWidth(0), c.shown, c.width)
		}
		_, cells := p.cells(0)
		if got := spanOf(cells); got != (reader.Span{End: len(c.in)}) {
			t.Errorf("%q: source %v", c.in, got)
		}
		q := Set(context.Background(), reader.Clean(c.in), Options{Width: 20, Method: ansi.GraphemeWidth})
		if got := q.LineText(0); got != c.in {
			t.Errorf("%q: shown as %q by graphemes", c.in, got)
		}
	}
}

// TestManyAtOnce: pages are set in several goroutines, with themes that write
// into chroma's registry, and painted by several.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	shared := pageOf(t, clean, 60, ansi.WcWidth)
	var group sync.WaitGroup
	for i := range 6 {
		style := *article(theme.Dark)
		switch i % 3 {
		case 1:
			style.Glamour = styles.DarkStyleConfig
		case 2:
			style.Glamour = styles.DraculaStyleConfig
		}
		group.Go(func() {
			for w := 30; w < 90; w += 20 {
				p := Set(context.Background(), clean, Options{Width: w, Style: &style, From: shared})
				if !p.Complete() {
					t.Error("not complete")
				}
				q := Set(context.Background(), clean, Options{Width: w, Style: shared.shape.style, From: shared})
				m := Flatten([]Mark{{Span: reader.Span{Start: 10, End: 500}, Class: ClassQuote, Number: 1}})
				for l := range LineNo(q.Len()) {
					q.Paint(l, m, w)
					q.Gutter(l, m)
				}
			}
		})
	}
	group.Wait()
}
