package quote_test

import (
	"fmt"

	"offprint/reader"
	"offprint/reader/entity"
	"offprint/reader/markdown"
	"offprint/reader/quote"
)

// Who said what, with the speaker's full name where the text only says "she".
func ExampleFind() {
	p := markdown.Plain("Ines Kaya, the mayor of Lindby, opened the talks on Friday. “We will wait,” she said. " +
		"The minister, Paul Kim, said that the harbour would close in May.\n")
	for _, q := range quote.Find(&p, "en", entity.Find(&p, "en")) {
		fmt.Printf("%s: %s: %q\n", q.Speaker.Name, q.Kind, q.Words(&p))
	}
	// Output:
	// Ines Kaya: direct: "We will wait"
	// Paul Kim: indirect: "that the harbour would close in May"
}

// Quotes are found in six languages, and in any other between marks.
func ExampleFind_german() {
	p := markdown.Plain("„Wir warten bis Mai“, sagte Ines Kaya am Freitag.\n")
	for _, q := range quote.Find(&p, "de", nil) {
		fmt.Printf("%s %q, reported by %q\n", q.Speaker.Name, q.Words(&p), words(&p, q.Cue))
	}
	// Output:
	// Ines Kaya "Wir warten bis Mai", reported by "sagte"
}

// words returns what stands in some spans.
func words(p *reader.Plain, spans []reader.Span) string {
	for _, s := range spans {
		if start, end, ok := p.Range(s); ok {
			return p.Text[start:end]
		}
	}
	return ""
}
