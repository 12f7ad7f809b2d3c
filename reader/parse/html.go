package parse

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader"
	"offprint/reader/clean"
)

// page reads a saved HTML page: what it says of itself, then the article in
// it. Fetched is its address where it names none; it may be empty.
func page(text, fetched string, notes *clean.Notes) reader.Article {
	text = stripToolbar(text)
	doc, err := parseTree(text)
	if err != nil {
		notes.Add(reader.RepairDepth, "nested too deep to be read as a page; its words were kept")
		return plainFile(pageWords(text), notes)
	}
	meta := readMeta(doc, fetched)
	var f found
	f.fromPage(meta)
	f.outlet = firstFilled(f.outlet, meta.titledSite())
	f.above = meta.kickers()
	root := articleIn(doc, meta)
	address, _ := url.Parse(f.address)
	if b, err := url.Parse(meta.base); err == nil && b.IsAbs() {
		address = b
	}
	if address != nil && !address.IsAbs() {
		address = nil
	}
	rewrite(root, address)
	md, err := convert(root)
	if err != nil {
		md = textOf(root)
	}
	blocks := clean.Split(string(reader.Clean(md)), true)
	blocks = dropComplaints(clean.Mend(blocks, false, notes), notes)
	blocks = dropFrame(dropHead(blocks, &f), &f, notes)
	blocks = dropAboutAuthor(blocks, &f, notes)
	blocks = dropTrailers(clean.DropNavigation(blocks, notes), notes)
	f.byline = firstFilled(f.byline, meta.signature(blocks))
	blocks = dropFurniture(blocks, &f, notes)
	pageCaptions(blocks)
	blocks = clean.JoinParagraphs(blocks, f.title, isCaption, nil, notes)
	return f.article(blocks, notes)
}

// fromPage takes what the page says about the article.
func (f *found) fromPage(m *pageMeta) {
	m.found = m.title()
	f.title, f.byline, f.outlet, f.address = m.found, m.byline(), m.outlet(), m.address()
	f.language = firstFilled(m.language, m.ld.language, m.tag("og:locale", "content-language", "language", "dc.language"))
	f.published = m.published(monthLeads(f.language, outletOf(f.address)))
	tags := m.ld.tags
	if len(tags) == 0 {
		tags = strings.Split(m.tag("news_keywords", "keywords"), ",")
	}
	for _, t := range tags {
		if t = strings.TrimSpace(t); t != "" && len(t) <= 60 && len(f.tags) < 30 {
			f.tags = append(f.tags, t)
		}
	}
}

// dropHead drops what the page repeats at the beginning of its text: title, byline, date.
func dropHead(blocks []clean.Block, f *found) []clean.Block {
	out := blocks[:0]
	for i, b := range blocks {
		if i < headBlocks && (repeatsAll(b, f) || len(b.Lines) == 1 && len(out) > 0 && twice(&out[len(out)-1], &b)) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// repeatsAll reports whether each line of a block says only what f says. In a
// list links may stand beside that: they lead to the section of the site.
func repeatsAll(b clean.Block, f *found) bool {
	if len(b.Lines) == 0 || len(b.Lines) > headLines {
		return false
	}
	told := false
	for _, line := range b.Lines {
		one := clean.Block{Kind: b.Kind, Lines: []string{strings.TrimRight(line, "\\ ")}}
		if b.Kind == clean.List {
			one = clean.Block{Kind: clean.Prose, Lines: []string{strings.TrimLeft(one.Lines[0], "-*+ ")}}
		}
		switch {
		case repeats(&one, f):
			told = true
		case b.Kind != clean.List || !strings.HasPrefix(one.Lines[0], "[") || !strings.HasSuffix(one.Lines[0], ")"):
			return false
		}
	}
	return told
}

// twice reports whether b says what the block before it says, in another rank:
// some pages have their summary twice, for wide and for narrow screens.
func twice(before, b *clean.Block) bool {
	line := strings.TrimLeft(b.Lines[0], "# ")
	return len(line) >= leadLeast && len(before.Lines) == 1 && b.Lines[0] != before.Lines[0] && line == strings.TrimLeft(before.Lines[0], "# ")
}

// headedTitle is how long a title is at least that is told in a longer heading, in bytes.
const headedTitle = 16

// repeats reports whether a block of one line says only what f says.
func repeats(b *clean.Block, f *found) bool {
	line := stripMarks(strings.TrimSpace(strings.Trim(b.Lines[0], "#")))
	if strings.EqualFold(line, f.title) {
		return true
	}
	if b.Kind == clean.Heading && len(f.title) >= headedTitle && len(line) < 2*len(f.title)+headedTitle && strings.Contains(line, f.title) {
		return true // with a line above or below it
	}
	if b.Kind != clean.Prose && b.Kind != clean.Heading {
		return false
	}
	if b.Kind == clean.Prose && slices.Contains(f.above, line) {
		return true
	}
	var probe found
	if dateLine(line, &probe) && !f.published.IsZero() || b.Kind == clean.Prose && onDay(line, f.published) {
		return true
	}
	for _, by := range []string{" by ", " von ", " par ", " por "} {
		if head, tail, ok := strings.Cut(line, by); ok && !f.published.IsZero() && dateLine(head, &probe) && strings.EqualFold(trimByline(tail), f.byline) {
			return true // Posted on April 19, 2024 by Jane Roe
		}
	}
	return f.byline != "" && (strings.EqualFold(line, f.byline) || bylineOf(line, &probe) && strings.EqualFold(probe.byline, f.byline) || saysWho(line, f))
}

// onDay reports whether a line that is no sentence holds the day on which the
// page was published: with it a site tells who wrote what, where and when.
func onDay(line string, published time.Time) bool {
	whole := line
	line = publicationIn(line)
	if published.IsZero() || len(line) > dayLine || line == whole && sentence(line) || asks(line) || !strings.ContainsAny(line, "0123456789") {
		return false
	}
	t, ok := dateWithin(line, true)
	if !ok || t.Format(time.DateOnly) != published.Format(time.DateOnly) {
		t, ok = dateWithin(line, false)
	}
	return ok && t.Format(time.DateOnly) == published.Format(time.DateOnly)
}

// saysWho reports whether a line holds nothing but the byline, the date and the
// words with which a site tells who wrote when: Posted by Jane Roe 19.04.2024.
func saysWho(line string, f *found) bool {
	i := strings.Index(strings.ToLower(line), strings.ToLower(f.byline))
	if i < 0 || i+len(f.byline) > len(line) || len(line) > headLine {
		return false
	}
	before := strings.ToLower(strings.Trim(line[:i], " :|,–—-"))
	after := strings.Trim(line[i+len(f.byline):], " :|,.;–—-@•·")
	var probe found
	if slices.Contains(bywords, before) && strings.HasPrefix(line[i+len(f.byline):], ", ") && len(after) <= roleMost && len(strings.Fields(after)) <= roleWords && !sentence(line) {
		return true // von Jane Roe, Redaktion
	}
	return (before == "" || slices.Contains(bywords, before)) && (after == "" || dateLine(after, &probe) || clockOnly(after))
}

// How long a line is at most that tells who wrote a page and when, in bytes: by
// its words, and by the day that it holds.
const (
	headLine = 120
	dayLine  = 80
)

// How long the words are at most that tell what the writer is, in bytes, and how many.
const (
	roleMost  = 40
	roleWords = 3
)

// clockOnly reports whether a text is a time of day, and no more.
func clockOnly(s string) bool {
	for _, form := range []string{"15:04", "3:04 pm", "3:04 PM", "15:04 Uhr", "15.04 Uhr"} {
		if _, err := time.Parse(form, s); err == nil {
			return true
		}
	}
	return false
}

// stripData empties addresses that hold the data themselves: they are most
// of a page saved whole, and nothing of it is shown.
func stripData(text string) string {
	if !strings.Contains(text, "data:") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, "data:")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		text = text[i:]
		end := strings.IndexAny(text, "\"' )>\n")
		if end < 0 {
			end = len(text)
		}
		if head := text[:min(end, 64)]; end > 200 && strings.Contains(head, ";base64,") || end > 1000 {
			text = text[end:]
			continue
		}
		b.WriteString(text[:5])
		text = text[5:]
	}
}

// stripToolbar takes out what the Wayback Machine puts into the pages that it shows.
func stripToolbar(text string) string {
	head, rest, ok := strings.Cut(text, "<!-- BEGIN WAYBACK TOOLBAR INSERT -->")
	if !ok {
		return text
	}
	if _, tail, ok := strings.Cut(rest, "<!-- END WAYBACK TOOLBAR INSERT -->"); ok {
		return head + tail
	}
	return text
}

// pageWords returns the words of a page that cannot be read as a tree.
func pageWords(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == 0 {
				b.WriteString(z.Token().Data)
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case a == atom.Script || a == atom.Style || a == atom.Template || a == atom.Svg:
				skip++
			case blockTag(a):
				b.WriteString("\n\n")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Script, atom.Style, atom.Template, atom.Svg:
				skip = max(0, skip-1)
			}
		}
	}
}
