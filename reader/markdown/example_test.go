package markdown_test

import (
	"fmt"

	"offprint/reader"
	"offprint/reader/markdown"
)

// The plain text has no markup, and each of its bytes knows where it stands in the source.
func ExamplePlain() {
	const md reader.Text = "# Harbour\n\nWe will **wait**, she [said](https://coast.example/).\n"
	p := markdown.Plain(md)
	fmt.Println(p.Text)
	for _, b := range p.Blocks {
		fmt.Println(b.Kind, p.Text[b.Start:b.End])
	}
	// The words "wait, she" of the plain text, with the markup between them.
	const from = len("Harbour\n\nWe will ")
	s := p.Span(from, from+len("wait, she"))
	fmt.Printf("%q\n", md.Slice(s))
	// Output:
	// Harbour
	//
	// We will wait, she said.
	// 1 Harbour
	// 0 We will wait, she said.
	// "wait**, she"
}

// Escape has a text mean itself.
func ExampleEscape() {
	fmt.Println(markdown.Escape("2 * 3 [sic] _low_"))
	// Output:
	// 2 \* 3 \[sic\] \_low\_
}
