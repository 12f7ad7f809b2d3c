package typeset

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/ui/theme"
)

// TestWalkThereAndBack: in any text the cursor goes over the same words,
// sentences and paragraphs forwards and backwards, each once, in order, and
// every offset within one leads to it.
func TestWalkThereAndBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(27, 28))
	pieces := []string{
		"The ferry left. ", "Nobody *was* told? ", "“We wait,” she **said**. ", "漢字を読む。", "e.g. 3.5 km ", "[a link](https://a.example/x) ", "`code` ", "&amp; ",
		"\n\n", "\n\n", "\n\n# Head\n\n", "\n\n- item\n- [x] done\n\n", "\n\n> quoted. So.\n\n", "\n\n| a |\n|--|\n| d. E |\n\n", "\n\n| a | b c |\n|--|--|\n| d. E | f |\n\n", "\n\n```\nx := 1\n\ny\n```\n\n", "\n\n---\n\n",
		"\n\n![a picture](p.jpg)\n\n", "note[^1] ", "\\* ", "é\u0301 ", "— ", "<b>raw</b> ", "Term\n: Meaning\n\n",
	}
	for range 150 {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if r.IntN(2) == 0 {
			b.WriteString("\n\n[^1]: A note. Two.\n")
		}
		text := reader.Clean(b.String())
		p := Set(context.Background(), text, Options{Width: 10 + r.IntN(60), Style: article(theme.Dark)})
		for _, u := range []Unit{Word, Sentence, Paragraph} {
			var forth []reader.Span
			for s, ok := p.UnitAt(0, u), true; ok; s, ok = p.Next(s, u) {
				if n := len(forth); n > 0 && s.Start < forth[n-1].End {
					t.Fatalf("%q, unit %d: %v follows %v", text, u, s, forth[n-1])
				}
				forth = append(forth, s)
				if len(forth) > len(text)+2 {
					t.Fatalf("%q, unit %d: no end", text, u)
				}
			}
			var back []reader.Span
			for s, ok := forth[len(forth)-1], true; ok; s, ok = p.Prev(s, u) {
				back = append(back, s)
				if len(back) > len(forth) {
					break
				}
			}
			slices.Reverse(back)
			if !slices.Equal(forth, back) {
				t.Fatalf("%q, unit %d:\nforwards  %v\nbackwards %v", text, u, forth, back)
			}
			for _, s := range forth {
				for at := s.Start; at < s.End; at++ {
					if got := p.UnitAt(at, u); got != s {
						t.Fatalf("%q, unit %d: at %d is %v, want %v", text, u, at, got, s)
					}
				}
			}
		}
	}
}
