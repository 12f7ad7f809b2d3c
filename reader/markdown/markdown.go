// Package markdown holds the one way in which this project reads Markdown:
// CommonMark with tables, strikethrough, task lists, bare links, footnotes and
// definition lists, and no typographic substitutions.
//
//	Parse  the syntax tree, for those who draw
//	Plain  the text without markup, tied to the source byte by byte
//
// Both take an Article's Markdown and answer in source offsets. They
// hold no state and may be called from several goroutines. Text whose nesting
// nobody has looked at goes through [Limit] first: the time that a parser
// takes grows with the square of the depth.
package markdown

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"offprint/reader"
)

// theParser is made at the first use; it is safe to share.
var theParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(
		extension.Table,
		extension.Strikethrough,
		extension.TaskList,
		extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})),
		extension.Footnote,
		extension.DefinitionList,
	)).Parser()
})

// Parse returns the syntax tree of md and the bytes that its segments count.
// The bytes must not be changed.
func Parse(md reader.Text) (ast.Node, []byte) {
	source := []byte(md)
	return theParser().Parse(text.NewReader(source)), source
}
