package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"offprint/reader"
)

// Heading is one heading of a text.
type Heading struct {
	Level int // 1 to 6
	Text  reader.Text
	Span  reader.Span // its words in the source
}

// Outline returns the headings of md, in order. Headings without text are left out.
func Outline(md reader.Text) []Heading {
	var all []Heading
	root, source := Parse(md)
	for _, b := range blocks(root, source) {
		if b.kind == reader.BlockHeading {
			text, span := joined(b.pieces)
			all = append(all, Heading{b.level, text, span})
		}
	}
	return all
}

// Link is one link of a text.
type Link struct {
	Text    reader.Text
	Address reader.Text
	Span    reader.Span // its words in the source
}

// Links returns the links of md that have words, in order.
func Links(md reader.Text) []Link {
	var all []Link
	root, source := Parse(md)
	for n := root.FirstChild(); n != nil; n = anyAfter(n, root) {
		var address []byte
		var pieces []piece
		switch v := n.(type) {
		case *ast.Link:
			address, pieces = v.Destination, inline(nil, v, source)
		case *ast.AutoLink:
			address = v.URL(source)
			if v.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(string(address), "mailto:") {
				address = append([]byte("mailto:"), address...)
			}
			label := v.Label(source)
			if at := cap(source) - cap(label); at >= 0 && at+len(label) <= len(source) {
				pieces = raw(nil, source, at, at+len(label))
			}
		}
		if pieces = trim(pieces); len(pieces) > 0 {
			text, span := joined(pieces)
			all = append(all, Link{text, reader.CleanLine(string(unescaped(address))), span})
		}
	}
	return all
}

// anyAfter is the next node of any kind, depth first.
func anyAfter(n, root ast.Node) ast.Node {
	if c := n.FirstChild(); c != nil {
		return c
	}
	for n != root {
		if s := n.NextSibling(); s != nil {
			return s
		}
		n = n.Parent()
	}
	return nil
}

// joined returns the text of the pieces and the source from the first to the last.
func joined(pieces []piece) (reader.Text, reader.Span) {
	var b strings.Builder
	span := reader.Span{Start: -1}
	for _, p := range pieces {
		b.WriteString(p.text)
		if p.span.Empty() {
			continue
		}
		if span.Start < 0 {
			span.Start = p.span.Start
		}
		span.End = p.span.End
	}
	return reader.CleanLine(b.String()), span
}

// unescaped resolves the escapes and references of a link's address.
func unescaped(address []byte) []byte {
	var out []byte
	for _, p := range decoded(nil, address, 0, len(address)) {
		out = append(out, p.text...)
	}
	return out
}
