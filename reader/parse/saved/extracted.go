package saved

import (
	"bytes"
	"encoding/json"
	"strings"

	"offprint/reader/parse/inner"
)

// Programs that take the article out of a page write it with what they found
// of it as one object of JSON: Readability.js, Defuddle, article-extractor and
// Mercury with its HTML, trafilatura and newspaper with its words. A file has
// one of them, or one on each line; an array of them is a list like others.

// ofExtracted is what such a file says, nil if it is none.
func ofExtracted(data []byte) inner.Documents {
	next := func(d *json.Decoder) record {
		var v any
		if d.Decode(&v) != nil {
			return nil
		}
		return asRecord(v)
	}
	read := func() *json.Decoder {
		return json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	}
	if r := next(read()); r == nil || !isExtracted(r) {
		return nil
	}
	return listed(func(l *list) {
		d := read()
		for r := next(d); r != nil; r = next(d) {
			more := true
			if isExtracted(r) {
				more = l.add(extractedEntry("", r))
			} else {
				more = l.skip("they are of no kind that is known")
			}
			if !more {
				return
			}
		}
	})
}

// isExtracted tells an article that was taken out of its page by what only
// such programs say beside its text.
func isExtracted(r record) bool {
	if _, html := r["content"].(string); html && r.has("title") {
		return r.has("textcontent", "excerpt") || r.has("wordcount", "parsetime") || r.has("links", "ttr") || r.has("datepublished", "nextpageurl") || r.has("leadimageurl")
	}
	_, plain := r["text"].(string)
	return plain && r.has("title") && (r.has("hostname", "fingerprint") || r.has("authors", "publishdate"))
}

func extractedEntry(_ string, r record) inner.Document {
	d := inner.Document{Says: inner.Meta{
		Title: oneLine(r.get("title")), Byline: oneLine(firstOf(r.get("byline", "author"), strings.Join(r.names("authors"), ", "))),
		Outlet: oneLine(r.get("sitename", "site", "domain", "hostname")), Language: r.get("lang", "language"),
		Date: r.get("publishedtime", "datepublished", "published", "publishdate", "date"),
	}}
	source := r.get("source") // an address, or the name of the site
	d.Says.Address = firstOf(address(r.get("url")), address(r.get("canonical")), address(source))
	if d.Says.Outlet == "" && address(source) == "" {
		d.Says.Outlet = oneLine(source)
	}
	if d.Says.Outlet == d.Says.Byline { // which Defuddle takes for the name of a site without one
		d.Says.Outlet = oneLine(r.get("domain"))
	}
	if html := r.get("content"); html != "" {
		return withText(d, html)
	}
	text := r.get("text")
	if !hasWords(text) {
		d.Kind = inner.Stub
		return d
	}
	if !strings.Contains(text, "\n\n") {
		text = strings.ReplaceAll(text, "\n", "\n\n") // a line is a paragraph
	}
	d.Kind, d.Data = inner.Plain, []byte(text)
	return d
}
