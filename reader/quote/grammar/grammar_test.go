package grammar_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/mark"
	"offprint/reader/quote/word"
)

// nobody is an article without names.
type nobody struct{}

func (nobody) Person(int) bool { return false }
func (nobody) Sure(int) bool   { return false }
func (nobody) Joined(int) bool { return false }

// read segments one paragraph of English.
func read(text string) *grammar.Analysis {
	var b reader.PlainBuilder
	b.Begin()
	b.Add(text, reader.Span{End: len(text)})
	b.End(reader.BlockParagraph)
	p := b.Plain()
	a := new(grammar.Analysis)
	a.Segment(&p, word.English(), nobody{})
	return a
}

func TestSegment(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []string
	}{
		{`The boats left. Nobody stayed.`, []string{"The boats left.", "Nobody stayed."}},
		{`Mr. Moe left at 5 p.m. on Friday.`, []string{"Mr. Moe left at 5 p.m. on Friday."}},
		{`"We sail. Nobody stays," Lind said.`, []string{`"We sail. Nobody stays," Lind said.`}}, // never inside a quote
		{`"Who stays?" Lind asked. Nobody did.`, []string{`"Who stays?" Lind asked.`, "Nobody did."}},
	} {
		a := read(c.text)
		var got []string
		for _, s := range a.Sentences {
			got = append(got, a.Text[a.Tokens[s.First].Start:a.Tokens[s.Last-1].End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// Every verb gets its subject, whatever stands between them.
func TestClauses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{`The mayor said the boats left.`, "mayor said; boats left"},
		{`The pilot, who knows the harbour, said nothing.`, "pilot knows; pilot said"},
		{`"We sail," said the pilot.`, "pilot said"},
		{`The mayor of the town and the pilot told reporters they waited.`, "mayor told; they waited"},
		{`Because the tide turned, the captain argued that nobody stayed.`, "tide turned; captain argued; nobody stayed"},
		{`The boats left, the captain added.`, "boats left; captain added"},
	} {
		a := read(c.text)
		a.Current = a.Sentences[0]
		a.Chunk(a.Current)
		a.Clauses()
		var got []string
		for _, v := range a.Verbs {
			who := "nobody"
			if v.Subject != mark.None {
				t := a.HeadAt(v.Subject)
				who = a.Text[t.Start:t.End]
			}
			t := a.HeadAt(v.Phrase)
			got = append(got, fmt.Sprint(who, " ", a.Text[t.Start:t.End]))
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// Titles of works are told by what stands before the marks.
func TestTitles(t *testing.T) {
	t.Parallel()
	a := read(`The harbour opens on Monday. The mayor read the novel "Low Water" again.`)
	a.Current = a.Sentences[1]
	a.Chunk(a.Current)
	for p := range a.Phrases {
		if a.Phrases[p].Kind != grammar.PhraseQuote {
			continue
		}
		if words, capitals, small := a.CountWords(int(a.Phrases[p].First), int(a.Phrases[p].Last)); words != 2 || capitals != 2 || small != 0 {
			t.Errorf("got %d words, %d capitals, %d small ones, want 2, 2, 0", words, capitals, small)
		}
	}
}
