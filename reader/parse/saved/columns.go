package saved

import (
	"strings"
	"time"

	"offprint/reader/parse/inner"
)

// tables are those of the services. The first that fits is taken: those with
// more columns of their own stand before those with fewer.
var tables = []table{
	{columns: []string{"highlight", "book title"}, document: readwiseHighlight, joined: true},
	{columns: []string{"title", "url", "document tags", "saved date"}, document: readwiseRow},
	{columns: []string{"title", "url", "content", "mime type", "creation date"}, document: wallabagRow},
	{columns: []string{"url", "title", "created", "labels", "is_archived"}, document: readeckRow},
	{columns: []string{"title", "url", "publisher", "favorited", "read"}, document: matterRow},
	{columns: []string{"id", "type", "title", "url", "content", "tags", "created"}, document: mymindRow},
	{columns: []string{"url", "title", "folder", "tags", "created"}, document: raindropRow},
	{columns: []string{"url", "title", "selection", "folder"}, document: instapaperRow},
	{columns: []string{"title", "url", "time_added", "status"}, document: pocketRow},
}

func pocketRow(r row) inner.Document {
	status := strings.ToLower(r.get("status"))
	return inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(r.get("title")), Address: r.get("url"), Tags: parts(r.get("tags"), "|")},
		Kept: inner.Kept{Saved: r.get("time_added"), Read: status == "archive" || status == "read"},
	}
}

func instapaperRow(r row) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(r.get("title")), Address: r.get("url"), Tags: tagList(r.get("tags"))},
		Kept: inner.Kept{Saved: r.get("timestamp")},
	}
	switch folder := r.get("folder"); strings.ToLower(folder) {
	case "unread", "":
	case "archive":
		d.Kept.Read = true
	case "starred":
		d.Kept.Starred = true
	default:
		d.Says.Tags = appendNew(d.Says.Tags, folder)
	}
	if s := r.get("selection"); s != "" {
		d.Kept.Passages = []inner.Passage{{Text: s}}
	}
	return d
}

func readwiseRow(r row) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(r.get("title")), Address: r.get("url")},
		Kept: inner.Kept{Saved: r.get("saved date"), Read: strings.EqualFold(r.get("location"), "archive")},
	}
	for _, t := range tagList(r.get("document tags")) {
		if t == "favorite" {
			d.Kept.Starred = true
			continue
		}
		d.Says.Tags = append(d.Says.Tags, t)
	}
	return noted(d, r.get("document note"))
}

// readwiseHighlight is one highlight; those of one book or article are joined.
func readwiseHighlight(r row) inner.Document {
	return noted(inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{
			Title: oneLine(r.get("book title")), Byline: oneLine(r.get("book author")),
			Address: r.get("url", "source url", "document url"), Tags: tagList(r.get("document tags")),
		},
		Kept: inner.Kept{Passages: []inner.Passage{{Text: r.get("highlight"), Note: labelled(r.get("note"), tagList(r.get("tags"))), Made: r.get("highlighted at")}}},
	}, r.get("document note"))
}

// labelled puts the tags of a highlight before its note, as Omnivore does.
func labelled(note string, tags []string) string {
	if len(tags) == 0 {
		return note
	}
	return strings.TrimSpace("#" + strings.Join(tags, " #") + "\n\n" + note)
}

// wallabagRow reads a row with the text of its article. The hour of its date
// is one of twelve and may be either, so that the day alone is taken.
func wallabagRow(r row) inner.Document {
	title, content := fetched(r.get("title"), r.get("content"))
	d := withText(inner.Document{
		Says: inner.Meta{Title: title, Address: r.get("url"), Language: r.get("language"), Tags: tagList(r.get("tags"))},
	}, content)
	day, _, _ := strings.Cut(r.get("creation date"), " ")
	if t, err := time.Parse("02/01/2006", day); err == nil {
		d.Kept.Saved = t.Format(time.DateOnly)
	}
	return d
}

func readeckRow(r row) inner.Document {
	return inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(r.get("title")), Address: r.get("url"), Tags: tagList(r.get("labels"))},
		Kept: inner.Kept{Saved: r.get("created"), Read: r.is("is_archived"), Starred: r.is("is_marked")},
	}
}

func raindropRow(r row) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Data: paragraphs(r.get("excerpt")),
		Says: inner.Meta{Title: oneLine(r.get("title")), Address: r.get("url"), Tags: parts(r.get("tags"), ",")},
		Kept: inner.Kept{Saved: r.get("created"), Starred: r.is("favorite"), Passages: raindropPassages(r.get("highlights"))},
	}
	for _, folder := range parts(r.get("folder"), "/") {
		if !strings.EqualFold(folder, "unsorted") {
			d.Says.Tags = appendNew(d.Says.Tags, folder)
		}
	}
	return noted(d, r.get("note"))
}

// raindropPassages reads highlights: one a line, or with words before them
// that tell what the lines are.
func raindropPassages(s string) []inner.Passage {
	var out []inner.Passage
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if note, ok := strings.CutPrefix(line, "Note:"); ok && len(out) > 0 {
			out[len(out)-1].Note = strings.TrimSpace(note)
			continue
		}
		if line = strings.TrimSpace(strings.TrimPrefix(line, "Highlight:")); line != "" && !strings.HasPrefix(line, "Color:") {
			out = append(out, inner.Passage{Text: line})
		}
	}
	return out
}

func matterRow(r row) inner.Document {
	return inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{
			Title: oneLine(r.get("title")), Byline: oneLine(r.get("author")), Outlet: oneLine(r.get("publisher")),
			Address: r.get("url"), Tags: parts(r.get("tags"), ";"),
		},
		Kept: inner.Kept{Saved: r.get("last interaction date"), Read: r.is("read"), Starred: r.is("favorited")},
	}
}

// mymindRow reads a card: a page, or a note whose text it carries.
func mymindRow(r row) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Data: paragraphs(r.get("content")),
		Says: inner.Meta{Title: oneLine(r.get("title")), Address: r.get("url"), Tags: parts(r.get("tags"), ",")},
		Kept: inner.Kept{Saved: r.get("created")},
	}
	if d.Says.Address == "" && len(d.Data) > 0 {
		d.Kind = inner.Plain
	}
	return noted(d, r.get("note"))
}

// noted adds a note on the whole document: what its user wrote. What a service
// took from the page is the document's description.
func noted(d inner.Document, note string) inner.Document {
	if note = strings.TrimSpace(note); note != "" {
		d.Kept.Passages = append(d.Kept.Passages, inner.Passage{Note: note})
	}
	return d
}

// withText makes the article of a document, or a stub if there is no text.
func withText(d inner.Document, html string) inner.Document {
	d.Kind, d.Data = inner.Whole, []byte(html)
	if !hasWords(html) {
		d.Kind, d.Data = inner.Stub, nil
	}
	return d
}
