package sidebar

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/reader/markdown"
	"offprint/store"
	"offprint/ui/rows/rowstest"
)

// said returns an article with quotes of so many words by one speaker, who is
// less and less sure, and so many names.
func said(quotes, words, names int) *store.Article {
	a := &store.Article{}
	var text strings.Builder
	for i := range quotes {
		start := text.Len()
		text.WriteString(strings.TrimSpace(strings.Repeat(fmt.Sprintf("harbour%d ", i), words)))
		a.Digest.Quotes = append(a.Digest.Quotes, reader.Quote{
			Content:    []reader.Span{{Start: start, End: text.Len()}},
			Speaker:    reader.Speaker{Name: "Greta Holm", Kind: reader.SpeakerPerson},
			Confidence: 1 - float64(i)/10,
		})
		text.WriteString("\n\n")
	}
	a.Digest.Article.Markdown = reader.Clean(text.String())
	a.Digest.Plain = markdown.Plain(a.Digest.Article.Markdown)
	for i := range names {
		a.Digest.Entities = append(a.Digest.Entities, reader.Entity{Name: reader.CleanLine(fmt.Sprint("Quay ", i)), Kind: reader.EntityPlace})
	}
	return a
}

func shown(p *Pane) string { return ansi.Strip(p.Draw(true)) }

// Quotes stand whole where the names leave them the room, and in two lines each
// where they do not; names keep nearly half.
func TestQuotesTakeTheRoomThereIs(t *testing.T) {
	t.Parallel()
	p := New(rowstest.Look())
	p.Resize(30, 40)
	p.SetArticle(said(4, 10, 6))
	if got := shown(p); strings.Contains(got, "…") || strings.Count(got, "harbour3") != 10 || !strings.Contains(got, "Quay 5") {
		t.Errorf("not all is there:\n%s", got)
	}
	p.SetArticle(said(4, 10, 30))
	if got := shown(p); strings.Count(got, "…") != 4 || strings.Count(got, "Quay") < 17 {
		t.Errorf("four quotes in two lines, and names:\n%s", got)
	}
	p.SetArticle(said(4, 10, 6))
	p.Resize(30, 20)
	if got := shown(p); strings.Count(got, "…") == 0 || !strings.Contains(got, "Quay 5") {
		t.Errorf("where there is less room:\n%s", got)
	}
}

// A speaker who may well be another has a sign behind the name, which nothing
// cuts off, and in the row that one is on the word.
func TestUnsureSpeakers(t *testing.T) {
	t.Parallel()
	p := New(rowstest.Look())
	p.Resize(30, 40)
	p.SetArticle(said(7, 2, 3))
	got := shown(p)
	for _, want := range []string{" 1 Greta Holm  ", " 4 Greta Holm  ", " 5 Greta Holm ? ", "6 Greta Holm ? ", "7 (unattributed) "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	p.SetTrack(4)
	if got := shown(p); !strings.Contains(got, " 5 Greta Holm · unsure") {
		t.Errorf("the row one is on says no word:\n%s", got)
	}
	p.Resize(14, 40)
	if got := shown(p); !strings.Contains(got, " 6 Greta … ?") {
		t.Errorf("the sign is cut off:\n%s", got)
	}
}

// No name stands at the foot of the quotes without a word of its quote.
func TestNoNameStandsAlone(t *testing.T) {
	t.Parallel()
	p := New(rowstest.Look())
	p.SetArticle(said(9, 10, 30))
	for h := 20; h < 50; h++ {
		p.Resize(30, h)
		lines := strings.Split(shown(p), "\n")
		for i, l := range lines[:h-1] {
			if strings.Contains(l, "Greta Holm") && !strings.Contains(lines[i+1], "harbour") {
				t.Errorf("%d lines: %q stands alone:\n%s", h, l, strings.Join(lines, "\n"))
			}
		}
	}
}
