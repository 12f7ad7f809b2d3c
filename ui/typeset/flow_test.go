package typeset

import (
	"context"
	"testing"

	gansi "charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

// shaped shapes a text, by patterns alone or by Glamour alone.
func shaped(text reader.Text, style *theme.Article, m ansi.Method, flowing bool) *shape {
	s := newShaper(context.Background(), text, reader.Span{End: len(text)}, Options{Width: 70, Style: style, Method: m})
	if flowing {
		s.spent = glamourBudget
	} else {
		s.spent = -1 << 40
	}
	s.all()
	return s.done()
}

// TestFlowEqualsGlamour: Glamour is the oracle of what flows by patterns: the
// same text, sources and styles, in our themes and in Glamour's own.
func TestFlowEqualsGlamour(t *testing.T) {
	t.Parallel()
	list := map[string]*theme.Article{}
	for _, n := range theme.Names() {
		list[string(n)] = article(n)
	}
	for name, c := range map[string]gansi.StyleConfig{"Glamour dark": styles.DarkStyleConfig, "Glamour light": styles.LightStyleConfig,
		"dracula": styles.DraculaStyleConfig, "tokyo night": styles.TokyoNightStyleConfig, "pink": styles.PinkStyleConfig,
		"ascii": styles.ASCIIStyleConfig, "upper": {Strong: gansi.StylePrimitive{Upper: yes()}}} {
		a := *article(theme.Dark)
		a.Glamour = c
		list[name] = &a
	}
	for name, style := range list {
		for _, text := range []reader.Text{clean, news(2000)} {
			for _, m := range methods {
				want, got := shaped(text, style, m, false), shaped(text, style, m, true)
				if len(got.blocks) != len(want.blocks) {
					t.Fatalf("%s: %d blocks, want %d", name, len(got.blocks), len(want.blocks))
				}
				for i, w := range want.blocks {
					checkSame(t, name, got, want, got.blocks[i], w)
				}
			}
		}
	}
}

func yes() *bool {
	b := true
	return &b
}

func checkSame(t *testing.T, name string, got, want *shape, g, w *block) {
	t.Helper()
	if string(g.text) != string(w.text) || len(g.cells) != len(w.cells) {
		t.Fatalf("%s: flows %q, Glamour has %q", name, g.text, w.text)
	}
	for i, c := range w.cells {
		d := g.cells[i]
		a, b := want.palette.styles[c.style], got.palette.styles[d.style]
		c.style, d.style = 0, 0
		if c != d || !a.Equal(&b) && string(w.text[c.at:w.end(i)]) != " " {
			t.Fatalf("%s: cell %d of %q: %+v %+v, Glamour has %+v %+v", name, i, w.text, d, b, c, a)
		}
	}
}

// TestBudgetEndsInFlow: a text beyond the budget is set by both ways and is
// complete.
func TestBudgetEndsInFlow(t *testing.T) {
	t.Parallel()
	s := newShaper(context.Background(), news(3000), reader.Span{}, benchOptions(70))
	s.span = reader.Span{End: len(s.text)}
	s.spent = glamourBudget - 9000
	s.all()
	if got := s.done(); !got.complete || len(s.patterns) == 0 {
		t.Errorf("complete %v, %d patterns", got.complete, len(s.patterns))
	}
}

// TestPatternsHold: our themes have a pattern for every kind of run, so that
// what is beyond the budget does flow.
func TestPatternsHold(t *testing.T) {
	t.Parallel()
	for _, n := range theme.Names() {
		s := newShaper(context.Background(), "", reader.Span{}, Options{Style: article(n)})
		for f := format(0); f < formatBreak; f++ {
			for level := range 7 {
				k := patternKey{place{quoted: level%2 == 1, heading: level > 0}, level, f}
				if !s.pattern(k).ok || !s.ends(k).ok {
					t.Errorf("%s: no pattern for format %b in level %d", n, f, level)
				}
			}
		}
	}
}

// BenchmarkFlow is what BenchmarkSet would be if nothing were given to Glamour.
func BenchmarkFlow(b *testing.B) {
	text := news(205000)
	for b.Loop() {
		shaped(text, article(theme.Dark), ansi.WcWidth, true)
	}
}
