// Package clean turns the bytes of a saved article into text and mends what
// saving and converting did to it.
//
//	Decode   bytes of any encoding -> UTF-8; Binary tells what is no text
//	Split    text -> Blocks: paragraphs, headings, lists, quotes, code
//	Mend     Blocks -> Blocks, mended; Notes collects what was done
//	Join     Blocks -> Markdown
//
// Each rule of mending is one file, and one file of cases in the testdata of
// package parse shows what it changes and what it must leave alone. A rule may
// only do what is certain: a text without damage comes out as it went in.
//
// The text here is plain strings; it becomes a reader.Text in package parse,
// after the last decoding.
package clean

import "offprint/reader"

// maxNotes is how many repairs of one article are told; the rest is counted by nobody.
const maxNotes = 200

// noteLength is how long the text of a note is at most, in bytes.
const noteLength = 120

// Notes collects what was mended. The zero value is ready.
type Notes struct {
	List []reader.Repair
	// AsIs switches off the rules that mend, for a text that they would spoil.
	// Those that decode a text, make it safe or find its parts still apply.
	AsIs bool
}

// Add tells of one repair. Text is a few words of the article.
func (n *Notes) Add(kind reader.RepairKind, text string) {
	if len(n.List) >= maxNotes {
		return
	}
	t := reader.CleanLine(text[:min(len(text), 4*noteLength)])
	if len(t) > noteLength {
		t = t.Slice(reader.Span{Start: 0, End: noteLength}) + "…"
	}
	n.List = append(n.List, reader.Repair{Kind: kind, Text: t})
}

// addOnce tells of a repair of a kind that is told of once only.
func (n *Notes) addOnce(kind reader.RepairKind, text string) {
	for i := range n.List {
		if n.List[i].Kind == kind {
			return
		}
	}
	n.Add(kind, text)
}
