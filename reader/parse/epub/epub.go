// Package epub reads electronic books, EPUB 2 and 3. A book of articles
// becomes its articles: each file in the reading order is one, unless it is a
// continuation of the one before, or the table of contents names several
// places in it. Covers, title pages and tables of contents are left out.
//
// Begin with [Is] and [Read].
package epub

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"offprint/reader/clean"
	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
)

// The limits of a book.
const (
	maxPackage = 4 << 20 // bytes of its description
	maxSpine   = 10000   // files in its reading order
)

const container = "META-INF/container.xml"

// Is reports whether a zip file is a book. One whose end is missing, and with it
// what says how its pages follow one another, is but a zip of pages.
func Is(z *bundle.Zip) bool {
	return z.Has(container) && (!z.Cut || slices.ContainsFunc(z.Names(), func(n string) bool { return strings.HasSuffix(n, ".opf") }))
}

// book is a book as its description tells.
type book struct {
	zip    *bundle.Zip
	meta   inner.Meta
	spine  []item
	spined map[string]bool    // the files of the spine
	toc    map[string][]entry // by file
	named  int                // files that the table of contents names
}

// item is a file of the book.
type item struct {
	ID         string `xml:"id,attr"`
	Href       string `xml:"href,attr"`
	Type       string `xml:"media-type,attr"`
	Properties string `xml:"properties,attr"`
}

// described is the part of the description that matters.
type described struct {
	Metadata struct {
		Titles     []string  `xml:"title"`
		Creators   []creator `xml:"creator"`
		Dates      []string  `xml:"date"`
		Languages  []string  `xml:"language"`
		Publishers []string  `xml:"publisher"`
		Subjects   []string  `xml:"subject"`
	} `xml:"metadata"`
	Items []item `xml:"manifest>item"`
	Spine struct {
		Toc  string `xml:"toc,attr"`
		Refs []struct {
			ID     string `xml:"idref,attr"`
			Linear string `xml:"linear,attr"`
		} `xml:"itemref"`
	} `xml:"spine"`
	Guide []struct {
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	} `xml:"guide>reference"`
}

type creator struct {
	Role string `xml:"role,attr"`
	Name string `xml:",chardata"`
}

// decode reads XML as far as it can be: entities of HTML are known, those that
// a file defines for itself are not expanded, nothing is fetched.
func decode(data []byte, into any) error {
	text, _ := clean.Decode(data, true)
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return d.Decode(into)
}

// Read yields the articles of a book.
func Read(z *bundle.Zip) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		b, err := open(z)
		if err != nil {
			yield(inner.Document{}, err)
			return
		}
		b.articles(yield)
	}
}

// open reads the description of a book and its table of contents.
func open(z *bundle.Zip) (*book, error) {
	var c struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	data, err := z.ReadLarge(container, maxPackage)
	if err == nil {
		err = decode(data, &c)
	}
	if err != nil || len(c.Roots) == 0 {
		return nil, fmt.Errorf("%w: the book does not say what is in it", inner.ErrDamaged)
	}
	var d described
	name := c.Roots[0].Path
	if data, err = z.ReadLarge(name, maxPackage); err == nil {
		err = decode(data, &d)
	}
	if err != nil && len(d.Spine.Refs) == 0 {
		return nil, fmt.Errorf("%w: the book's description cannot be read", inner.ErrDamaged)
	}
	b := &book{zip: z, meta: d.meta(), spined: map[string]bool{}}
	b.fill(&d, path.Dir(name))
	return b, nil
}

// fill takes reading order and table of contents from the description.
func (b *book) fill(d *described, dir string) {
	items := map[string]item{}
	var nav, ncx item
	for _, it := range d.Items {
		it.Href = within(dir, it.Href)
		items[it.ID] = it
		if strings.Contains(" "+it.Properties+" ", " nav ") {
			nav = it
		}
		if it.Type == "application/x-dtbncx+xml" {
			ncx = it
		}
	}
	if it, ok := items[d.Spine.Toc]; ok {
		ncx = it
	}
	outside := map[string]bool{nav.Href: true}
	for _, g := range d.Guide {
		if frontMatter[strings.ToLower(g.Type)] {
			outside[within(dir, g.Href)] = true
		}
	}
	for _, r := range d.Spine.Refs {
		it, ok := items[r.ID]
		if ok && len(b.spine) < maxSpine && r.Linear != "no" && !outside[it.Href] && markup(it.Type) && !front(it) {
			b.spine = append(b.spine, it)
			outside[it.Href] = true // each file once
			b.spined[it.Href] = true
		}
	}
	b.readContents(nav.Href, ncx.Href)
}

func markup(mediaType string) bool {
	return mediaType == "application/xhtml+xml" || mediaType == "text/html" || mediaType == "text/x-oeb1-document" || mediaType == ""
}

// frontMatter are the parts of a book that hold none of its text, by the
// names that books give them.
var frontMatter = map[string]bool{
	"cover": true, "coverpage": true, "cover-page": true, "titlepage": true, "title-page": true, "title_page": true, "toc": true, "nav": true, "navigation": true,
	"contents": true, "tableofcontents": true, "table-of-contents": true, "copyright": true, "copyright-page": true, "copyrightpage": true, "colophon": true, "imprint": true,
	"halftitle": true, "halftitlepage": true,
}

// front reports whether a file's names say that it is front matter.
func front(it item) bool {
	stem := strings.ToLower(strings.TrimSuffix(path.Base(it.Href), path.Ext(it.Href)))
	return frontMatter[stem] || frontMatter[strings.ToLower(it.ID)]
}

// within returns the name in the zip of what a file of the folder refers to.
func within(dir, href string) string {
	href, _, _ = strings.Cut(href, "#")
	if s, err := url.PathUnescape(href); err == nil {
		href = s
	}
	return strings.TrimPrefix(path.Join(dir, href), "/")
}

// program is what the program that makes most books of news gives as their
// author and publisher.
const program = "calibre"

// nobody are what programs put in the place of an author whom nobody named.
var nobody = map[string]bool{"unknown": true, "unbekannt": true, "inconnu": true, "desconocido": true, "sconosciuto": true, "onbekend": true, "неизвестно": true, "невідомий": true, "anonymous": true, "author": true}

// meta returns what the description tells of the book.
func (d *described) meta() inner.Meta {
	m := inner.Meta{Outlet: undated(first(d.Metadata.Titles)), Language: first(d.Metadata.Languages), Date: first(d.Metadata.Dates)}
	if p := first(d.Metadata.Publishers); p != "" && p != program {
		m.Outlet = p
	}
	var names []string
	for _, c := range d.Metadata.Creators {
		n := strings.TrimSpace(c.Name)
		if n != "" && n != program && !nobody[strings.ToLower(n)] && len(names) < 5 && (c.Role == "" || c.Role == "aut") {
			names = append(names, n)
		}
	}
	m.Byline = strings.Join(names, ", ")
	for _, s := range d.Metadata.Subjects {
		if s = strings.TrimSpace(s); s != "" && len(m.Tags) < 20 {
			m.Tags = append(m.Tags, s)
		}
	}
	return m
}

// undated returns a title without the date of the issue: "Elm Daily [Sun, 12 May 2024]".
func undated(title string) string {
	if i := strings.LastIndex(title, " ["); i > 0 && strings.HasSuffix(title, "]") {
		return title[:i]
	}
	return title
}

func first(all []string) string {
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// text returns a file of the book as HTML, and where it came from if it says so.
func (b *book) text(name string) (text, address string, err error) {
	data, err := b.zip.Read(name)
	if err != nil {
		return "", "", err
	}
	text, _ = clean.Decode(bytes.TrimSpace(data), true)
	return withoutBars(expand(text)), source(text), nil
}
