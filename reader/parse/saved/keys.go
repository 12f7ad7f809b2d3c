package saved

import (
	"maps"
	"slices"
	"strings"

	"offprint/reader/parse/inner"
)

// service is what gives its users lists in JSON.
type service struct {
	known    func(record) bool
	document func(folder string, r record) inner.Document
}

// services are those that are known. The first that knows an entry is taken.
var services = []service{
	{func(r record) bool { return r.has("slug", "savedat") }, omnivoreEntry},
	{func(r record) bool { return r.has("url", "isarchived") && (r.has("content") || r.has("hashedurl")) }, wallabagEntry},
	{func(r record) bool { return r.has("url", "isread", "isfav", "content") }, wallabagEntry}, // of its first version
	{func(r record) bool { return r.has("href", "description") && (r.has("toread") || r.has("extended")) }, pinboardEntry},
	{func(r record) bool { return r.has("url", "highlights") && quotes(r) }, pocketAnnotations},
	{func(r record) bool { return r.has("givenurl") || r.has("resolvedurl") }, pocketEntry},
	{func(r record) bool { return r.has("createdat", "tags") && asRecord(r["content"]).has("type") }, karakeepEntry},
	{func(r record) bool { return r.has("url", "addedat", "tags") }, goodlinksEntry},
	{isExtracted, extractedEntry},
	{func(r record) bool { return r.has("url", "collectionid") || r.has("url", "name", "createdat", "tags") }, linkwardenEntry},
}

// serviceOf returns the service of an entry, nil if it is not known.
func serviceOf(r record) *service {
	for i := range services {
		if r != nil && services[i].known(r) {
			return &services[i]
		}
	}
	return nil
}

// valuesOf returns the values of an object in the order of its keys.
func valuesOf(m map[string]any) []any {
	out := make([]any, 0, len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, m[k])
	}
	return out
}

// fetched returns title and text of an entry of wallabag without what it puts
// in their place where it could not fetch the page.
func fetched(title, content string) (string, string) {
	if !strings.HasPrefix(strings.TrimSpace(content), "wallabag can't retrieve contents for this article.") {
		return oneLine(title), content
	}
	if title = oneLine(title); title == "No title found" {
		title = ""
	}
	return title, ""
}

func wallabagEntry(_ string, r record) inner.Document {
	title, content := fetched(r.get("title"), r.get("content"))
	d := withText(inner.Document{
		Says: inner.Meta{
			Title: title, Byline: strings.Join(r.names("publishedby"), ", "), Address: firstOf(r.get("url"), r.get("givenurl")),
			Language: r.get("language"), Date: r.get("publishedat"), Tags: r.names("tags"),
		},
		Kept: inner.Kept{Saved: r.get("createdat"), Read: r.is("isarchived") || r.is("isread"), Starred: r.is("isstarred") || r.is("isfav")},
	}, content)
	if d.Says.Tags == nil {
		d.Says.Tags = parts(r.get("tags"), ",") // of the first version
	}
	for _, v := range r.list("annotations") {
		a := asRecord(v)
		d.Kept.Passages = append(d.Kept.Passages, inner.Passage{Text: a.get("quote"), Note: a.get("text"), Made: a.get("createdat", "updatedat")})
	}
	return d
}

func pinboardEntry(_ string, r record) inner.Document {
	return noted(inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(r.get("description")), Address: r.get("href"), Tags: strings.Fields(r.get("tags"))},
		Kept: inner.Kept{Saved: r.get("time")},
	}, r.get("extended"))
}

// linkwardenEntry is a link whose description its user wrote. Where nobody did
// older programs put the title of the page.
func linkwardenEntry(folder string, r record) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(firstOf(r.get("name"), r.get("title"))), Address: r.get("url"), Tags: r.names("tags")},
		Kept: inner.Kept{Saved: r.get("importdate", "createdat"), Starred: r.is(pinned)},
	}
	if folder = oneLine(folder); folder != "" && !strings.EqualFold(folder, "unorganized") {
		d.Says.Tags = appendNew(d.Says.Tags, folder)
	}
	for _, v := range r.list("highlights") {
		h := asRecord(v)
		d.Kept.Passages = append(d.Kept.Passages, inner.Passage{Text: h.get("text"), Note: h.get("comment"), Made: h.get("createdat")})
	}
	if own := r.get("description"); !strings.EqualFold(oneLine(own), d.Says.Title) {
		d = noted(d, own)
	}
	return d
}

// karakeepEntry is a page or a note whose text it carries.
func karakeepEntry(_ string, r record) inner.Document {
	c := asRecord(r["content"])
	d := inner.Document{
		Kind: inner.Stub,
		Data: paragraphs(firstOf(c.get("description"), r.get("description", "summary"))),
		Says: inner.Meta{
			Title: oneLine(firstOf(r.get("title"), c.get("title"))), Byline: oneLine(c.get("author")), Outlet: oneLine(c.get("publisher")),
			Address: c.get("url"), Tags: r.names("tags"),
		},
		Kept: inner.Kept{Saved: r.get("createdat"), Read: r.is("archived"), Starred: r.is("favourited")},
	}
	if text := c.get("text"); text != "" && d.Says.Address == "" {
		d.Kind, d.Data = inner.Plain, []byte(text)
	}
	return noted(d, r.get("note"))
}

func goodlinksEntry(_ string, r record) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Data: paragraphs(r.get("summary")),
		Says: inner.Meta{Title: oneLine(r.get("title")), Byline: oneLine(r.get("author")), Address: r.get("url"), Tags: r.names("tags")},
		Kept: inner.Kept{Saved: r.get("addedat"), Read: r.get("readat") != "" && r.get("readat") != "0", Starred: r.is("starred")},
	}
	for _, v := range r.list("highlights") {
		h := asRecord(v)
		d.Kept.Passages = append(d.Kept.Passages, inner.Passage{Text: h.get("content", "text", "quote"), Note: h.get("note"), Made: h.get("addedat", "createdat")})
	}
	return d
}

// pocketEntry is one of those that the service's programs were given.
func pocketEntry(_ string, r record) inner.Document {
	status := r.get("status")
	d := inner.Document{
		Kind: inner.Stub,
		Data: paragraphs(r.get("excerpt")),
		Says: inner.Meta{
			Title: oneLine(r.get("resolvedtitle", "giventitle")), Address: firstOf(r.get("givenurl"), r.get("resolvedurl")),
			Language: r.get("lang"), Tags: r.names("tags"),
		},
		Kept: inner.Kept{Saved: r.get("timeadded"), Read: status == "1", Starred: r.is("favorite")},
	}
	d.Says.Byline = strings.Join(r.names("authors"), ", ")
	d.Kept.Passages = highlights(r.list("annotations"))
	return d
}

// pocketAnnotations are the highlights of one article.
func pocketAnnotations(_ string, r record) inner.Document {
	return inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(r.get("title")), Address: r.get("url")},
		Kept: inner.Kept{Passages: highlights(r.list("highlights"))},
	}
}

// quotes reports whether the highlights of an entry are written as Pocket does.
func quotes(r record) bool {
	all := r.list("highlights")
	return len(all) == 0 || asRecord(all[0]).has("quote")
}

// highlights reads highlights with their words under quote.
func highlights(all []any) []inner.Passage {
	var out []inner.Passage
	for _, v := range all {
		h := asRecord(v)
		out = append(out, inner.Passage{Text: h.get("quote"), Note: h.get("note"), Made: h.get("createdat")})
	}
	return out
}

func omnivoreEntry(_ string, r record) inner.Document {
	return inner.Document{
		Kind: inner.Stub,
		Data: paragraphs(r.get("description")),
		Says: inner.Meta{
			Title: oneLine(r.get("title")), Byline: oneLine(r.get("author")), Address: r.get("url"),
			Date: r.get("publishedat"), Tags: r.names("labels"),
		},
		Kept: inner.Kept{Saved: r.get("savedat"), Read: strings.EqualFold(r.get("state"), "archived")},
	}
}
