package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/inner"
)

// Whole reads HTML of which everything belongs to the article. Of what is
// nested too deep it returns the words, and false.
func Whole(text string, d *inner.Document, notes *clean.Notes) (a reader.Article, words string, ok bool) {
	var f frame.Found
	doc, err := parseTree(text)
	if err != nil {
		notes.Add(reader.RepairDepth, "nested too deep to be read as a page; its words were kept")
		return a, pageWords(text), false
	}
	if d.Kind == inner.Whole {
		readMeta(doc, "").tell(&f)
	}
	f.Take(d)
	root, around := wholePage(doc), frame.FromWhole
	if d.Kind == inner.Mail {
		root, around = flattened(doc), frame.FromMail
	}
	blocks := clean.Mend(blocksOf(root, parsedAddress(f.Address)), false, notes)
	return f.Article(around(blocks, &f, notes), notes), "", true
}

// Description returns the blocks of a description of a text, HTML or not, whose
// links are relative to an address.
func Description(text, address string, notes *clean.Notes) []clean.Block {
	text = strings.TrimSpace(clean.Mojibake(text, notes))
	if text == "" {
		return nil
	}
	if strings.Contains(text, "</") || strings.Contains(text, "/>") || strings.Contains(text, "<br") {
		if doc, err := parseTree(text); err == nil {
			return clean.Mend(blocksOf(wholePage(doc), parsedAddress(address)), false, notes)
		}
		text = pageWords(text)
	}
	blocks := clean.Mend(clean.Split(string(reader.Clean(text)), false), true, notes)
	return clean.Escape(clean.Unwrap(blocks, clean.WordsFor(blocks), notes), notes)
}

// parsedAddress returns the address that links of a page are relative to, nil if there is none.
func parsedAddress(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || !u.IsAbs() {
		return nil
	}
	return u
}

// blocksOf returns the blocks of a part of a page, whose links are relative to
// base. The part is changed.
func blocksOf(root *html.Node, base *url.URL) []clean.Block {
	rewrite(root, base)
	md, err := convert(root)
	if err != nil {
		md = textOf(root)
	}
	return clean.Split(string(reader.Clean(md)), true)
}
