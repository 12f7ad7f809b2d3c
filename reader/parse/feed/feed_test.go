package feed_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"offprint/reader/parse/feed"
	"offprint/reader/parse/inner"
)

var long = strings.Repeat("The bridge over the Elm is open again, said Jane Roe. ", 20)

func rss(items string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Elm Daily</title><language>en</language>` + items + `</channel></rss>`
}

func item(title, body string) string {
	return "<item><title>" + title + "</title><link>https://example.org/" + title + "</link><dc:creator>Jane Roe</dc:creator><pubDate>Sun, 12 May 2024 10:00:00 +0200</pubDate><category>Bridges</category>" + body + "</item>"
}

func read(data string) (docs []inner.Document, errs []error) {
	for d, err := range feed.Read([]byte(data)) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errs
}

func titles(docs []inner.Document) []string {
	var out []string
	for _, d := range docs {
		title := d.Says.Title
		if d.Kind == inner.Stub {
			title += " stub"
		}
		out = append(out, title)
	}
	return out
}

// TestItems: those with their text are articles; those with a summary, or with
// a text that goes on elsewhere, are stubs; those that lead nowhere are counted.
func TestItems(t *testing.T) {
	t.Parallel()
	data := rss(item("whole", "<description>short</description><content:encoded><![CDATA[<p>"+long+"</p>]]></content:encoded>") +
		item("summary", "<description>The bridge is open.</description>") +
		item("described", "<description>&lt;p&gt;"+long+"&lt;/p&gt;</description>") +
		item("cut", "<content:encoded><![CDATA[<p>"+long+" […]</p>]]></content:encoded>") +
		item("onwards", "<content:encoded><![CDATA[<p>"+long+"</p><a>Read more »</a>]]></content:encoded>") +
		"<item><title>nowhere</title><description>The ferry.</description></item>")
	docs, errs := read(data)
	if got, want := titles(docs), []string{"whole", "summary stub", "described", "cut stub", "onwards stub"}; !slices.Equal(got, want) {
		t.Fatalf("got %q, %v, want %q", got, errs, want)
	}
	if len(errs) != 1 || errs[0].Error() != "1 of 6 items have neither a text nor an address" {
		t.Errorf("got %v", errs)
	}
	m := docs[0].Says
	got := [6]string{m.Byline, m.Outlet, m.Address, m.Date, m.Language, strings.Join(m.Tags, "|")}
	if want := [6]string{"Jane Roe", "Elm Daily", "https://example.org/whole", "Sun, 12 May 2024 10:00:00 +0200", "en", "Bridges"}; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestKinds: all dialects, in any encoding, whatever they declare.
func TestKinds(t *testing.T) {
	t.Parallel()
	plain := rss(item("Caf&#233;", "<description>"+long+"é</description>"))
	latin := strings.ReplaceAll(strings.Replace(plain, "UTF-8", "ISO-8859-1", 1), "é", "\xe9")
	wide := "\xff\xfe"
	for _, u := range utf16.Encode([]rune(strings.Replace(plain, "UTF-8", "UTF-16", 1))) {
		wide += string([]byte{byte(u), byte(u >> 8)})
	}
	for name, data := range map[string]string{
		"rss": plain, "latin 1": latin, "wrongly declared": strings.Replace(plain, "UTF-8", "windows-1251", 1), "utf-16": wide,
		"atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>Elm Daily</title><entry><title>Café</title><link href="https://example.org/x"/><updated>2024-05-12T08:00:00Z</updated><content type="html">` + long + `é</content></entry></feed>`,
		"rdf":  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Elm Daily</title></channel><item><title>Café</title><description>` + long + `é</description></item></rdf:RDF>`,
		"json": `{"version": "https://jsonfeed.org/version/1.1", "title": "Elm Daily", "items": [{"id": "1", "title": "Café", "content_text": "` + long + `é"}]}`,
	} {
		if text := data; name != "utf-16" && name != "latin 1" && !feed.Is(text) {
			t.Errorf("%s: not known for a feed", name)
		}
		docs, errs := read(data)
		if len(docs) != 1 || len(errs) != 0 || docs[0].Says.Title != "Café" || !strings.HasSuffix(strings.TrimSpace(string(docs[0].Data)), "é") {
			t.Errorf("%s: got %d items, %v", name, len(docs), errs)
		}
		if name == "atom" && len(docs) == 1 && docs[0].Else.Date != "2024-05-12T08:00:00Z" { // all it tells is when it was changed
			t.Errorf("atom: got date %q", docs[0].Says.Date)
		}
	}
	for _, s := range []string{"", "<html><body><feed></body></html>", `{"version": "1"}`, "<?xml version=\"1.0\"?><opml/>", "<p>a feed", "<!-- x"} {
		if feed.Is(s) {
			t.Errorf("%q is taken for a feed", s)
		}
	}
}

// TestLinks: an item of a JSON feed leads to its own page, or else to the one
// that it is about.
func TestLinks(t *testing.T) {
	t.Parallel()
	for fields, want := range map[string]string{
		`"url": "https://a.example/1", "external_url": "https://b.example/2"`: "https://a.example/1",
		`"external_url": "https://b.example/2"`:                               "https://b.example/2",
	} {
		docs, errs := read(`{"version": "https://jsonfeed.org/version/1", "items": [{"title": "The ferry", ` + fields + `, "content_text": "` + long + `", "content_html": "<p>` + long + `the end</p>", "author": {"name": "Jane Roe"}}]}`)
		if len(docs) != 1 || docs[0].Says.Address != want || docs[0].Says.Byline != "Jane Roe" || !strings.Contains(string(docs[0].Data), "the end") {
			t.Errorf("%s: got %+v, %v", fields, docs, errs)
		}
	}
}

// TestHostile: entities are not expanded, nothing nested deeply reaches the
// parser, not even behind a second declaration.
func TestHostile(t *testing.T) {
	t.Parallel()
	laughs := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("ha", 5000) + `"><!ENTITY b "` + strings.Repeat("&a;", 1000) + `"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&b;</title><item><title>&c;</title><description>` + long + `&b;&c;</description></item></channel></rss>`
	docs, _ := read(laughs)
	for _, d := range docs {
		if len(d.Data)+len(d.Says.Title) > 2*len(laughs) || strings.Contains(string(d.Data), "root:") {
			t.Errorf("entities were expanded to %d bytes", len(d.Data))
		}
	}
	deep := strings.Repeat("<x:a>", 500000)
	for _, head := range []string{`<?xml version="1.0"?>`, "<!-- x --><?xml version='1.0' encoding='utf-16'?>", ""} {
		if docs, errs := read(head + `<rss version="2.0" xmlns:x="urn:x"><channel><item>` + deep); len(docs) != 0 || len(errs) != 1 || errors.Is(errs[0], inner.ErrDamaged) {
			t.Errorf("%q: got %d items, %.100v", head, len(docs), errs)
		}
	}
}

// FuzzRead: whatever the bytes, items or an error come out, no longer than what was read.
func FuzzRead(f *testing.F) {
	f.Add([]byte(rss(item("a", "<description>"+long+"</description>"))))
	f.Add([]byte(`{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "` + long + `", "authors": [null]}]}`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>` + long + `</div></content></entry></feed>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		feed.Is(string(data))
		docs, errs := read(string(data))
		total := 0
		for _, d := range docs {
			total += len(d.Data)
		}
		if len(docs)+len(errs) == 0 || total > 8*len(data) {
			t.Errorf("%d bytes gave %d items of %d bytes, %v", len(data), len(docs), total, errs)
		}
	})
}
