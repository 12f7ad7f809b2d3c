package reader

import (
	"strings"
	"testing"
)

// Parts of a quote that do not follow each other are told apart, and what
// stands in marks within a report keeps them.
func TestQuoteWords(t *testing.T) {
	t.Parallel()
	const text = "“The pier is sound.\n\n“It will stand.”\n\n" +
		"“The nets are torn,” Ola Brandt said. “We have mended worse.”\n\n" +
		"Brandt called the plan “a patchwork”, and said he would “wait”."
	var b PlainBuilder
	for _, p := range strings.SplitAfter(text, "\n\n") {
		p = strings.TrimRight(p, "\n")
		from := strings.Index(text, p)
		b.Begin()
		b.Add(p, Span{from, from + len(p)})
		b.End(BlockParagraph)
	}
	plain := b.Plain()
	of := func(words string) Span {
		at := strings.Index(text, words)
		return Span{at, at + len(words)}
	}
	for _, c := range []struct {
		kind  QuoteKind
		parts []string
		want  string
	}{
		{QuoteDirect, []string{"The pier is sound."}, "The pier is sound."},
		{QuoteDirect, []string{"The pier is sound.", "It will stand."}, "The pier is sound. It will stand."},
		{QuoteDirect, []string{"The nets are torn", "We have mended worse."}, "The nets are torn … We have mended worse."},
		{QuoteMixed, []string{"a patchwork", "he would “wait”"}, "“a patchwork” … he would “wait”"},
		{QuoteMixed, []string{"he would “wait”"}, "he would “wait”"},
		{QuoteIndirect, nil, ""},
	} {
		q := Quote{Kind: c.kind}
		for _, p := range c.parts {
			q.Content = append(q.Content, of(p))
		}
		if got := string(q.Words(&plain)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.parts, got, c.want)
		}
	}
}
