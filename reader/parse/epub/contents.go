package epub

import (
	"path"
	"strings"

	"golang.org/x/net/html"
)

// entry is a line of the table of contents.
type entry struct {
	title    string
	fragment string // the place within the file, empty for its beginning
	depth    int    // of the lists in lists that it stands in
}

// maxEntries is how many lines of a table of contents are read.
const maxEntries = 20000

// readContents reads the table of contents, that of EPUB 3 or else that of EPUB 2.
func (b *book) readContents(nav, ncx string) {
	b.toc = map[string][]entry{}
	if nav != "" {
		if text, _, err := b.text(nav); err == nil {
			b.readNav(text, path.Dir(nav))
		}
	}
	if b.named == 0 && ncx != "" {
		if data, err := b.zip.ReadLarge(ncx, maxPackage); err == nil {
			b.readPoints(data, path.Dir(ncx))
		}
	}
}

// add puts a line into the table of contents.
func (b *book) add(dir, href, title string, depth int) {
	title = strings.Join(strings.Fields(title), " ")
	if href == "" || title == "" || b.named >= maxEntries {
		return
	}
	_, fragment, _ := strings.Cut(href, "#")
	name := within(dir, href)
	b.toc[name] = append(b.toc[name], entry{title, fragment, depth})
	b.named++
}

// readNav reads the table of contents of EPUB 3: the links of the first nav element.
func (b *book) readNav(text, dir string) {
	z := html.NewTokenizer(strings.NewReader(text))
	in := false
	var href string
	var title strings.Builder
	depth := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if in && href != "" {
				title.Write(z.Text())
			}
		case html.StartTagToken:
			t := z.Token()
			if t.Data == "nav" {
				kind := attr(t, "epub:type")
				in = kind == "" || strings.Contains(kind, "toc")
			}
			if t.Data == "ol" || t.Data == "ul" {
				depth++
			}
			if t.Data == "a" && in {
				href = attr(t, "href")
				title.Reset()
			}
		case html.EndTagToken:
			switch t := z.Token(); {
			case t.Data == "a" && href != "":
				b.add(dir, href, html.UnescapeString(title.String()), depth)
				href = ""
			case t.Data == "ol" || t.Data == "ul":
				depth--
			case t.Data == "nav" && in && b.named > 0:
				return
			}
		}
	}
}

func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// readPoints reads the table of contents of EPUB 2 (NCX).
func (b *book) readPoints(data []byte, dir string) {
	var ncx struct {
		Points []point `xml:"navMap>navPoint"`
	}
	_ = decode(data, &ncx) // what was read before a mistake is kept
	b.points(ncx.Points, dir, 0)
}

type point struct {
	Label   string `xml:"navLabel>text"`
	Content struct {
		Src string `xml:"src,attr"`
	} `xml:"content"`
	Points []point `xml:"navPoint"`
}

func (b *book) points(all []point, dir string, depth int) {
	if depth > 10 {
		return
	}
	for _, p := range all {
		b.add(dir, p.Content.Src, p.Label, depth)
		b.points(p.Points, dir, depth+1)
	}
}
