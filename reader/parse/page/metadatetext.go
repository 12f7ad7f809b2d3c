package page

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/date"
)

// piecesAll is how many pieces of text of a page are looked at for one that is a date.
const piecesAll = 2000

// firstDate returns the first piece of text that is a date and nothing else.
func (m *pageMeta) firstDate(monthFirst bool) (time.Time, bool) {
	return m.dateAmong(firstPiece, func(n *html.Node, text string) (time.Time, bool) {
		t, ok := date.Parse(text, monthFirst)
		return t, ok && !m.outside(n)
	})
}

// How long a piece of text is at most that is a date, and one that holds one, in bytes.
const (
	firstPiece = 40
	datePiece  = 120
)

// dateAmong returns the date that read finds in the first of the pieces of text
// of at most so many bytes in which it finds one.
func (m *pageMeta) dateAmong(most int, read func(n *html.Node, text string) (time.Time, bool)) (time.Time, bool) {
	left := piecesAll
	for n := m.doc.FirstChild; n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		text := pieceText(n)
		if text == "" {
			continue
		}
		left--
		if len(text) > most || !strings.ContainsAny(text, "0123456789") {
			continue
		}
		if t, ok := read(n, text); ok {
			return t, true
		}
	}
	return time.Time{}, false
}

// announcedDate returns the date in the first short text that says when the
// page was published. One that names the page may stand anywhere.
func (m *pageMeta) announcedDate(monthFirst bool) (time.Time, bool) {
	return m.dateAmong(datePiece, func(n *html.Node, text string) (time.Time, bool) {
		around := announcedAround(n)
		if around == "" && !announces(text) {
			return time.Time{}, false
		}
		t, ok := date.Within(text, monthFirst)
		return t, ok && (!m.outside(n) || m.found != "" && strings.Contains(around, m.found))
	})
}

// announces reports whether a text begins as one that names the day of publication.
func announces(text string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc(date.Publishing, func(w string) bool { return strings.HasPrefix(low, w) })
}

// announcedBlock is how long a paragraph may be that tells when the page was
// published, in bytes.
const announcedBlock = 600

// announcedAround returns the paragraph of n if it says anywhere that it names
// the day of publication: This entry was posted on, wurde am … gepostet.
func announcedAround(n *html.Node) string {
	at := n.Parent
	for at != nil && !blockTag(at.DataAtom) && at.DataAtom != atom.Body {
		at = at.Parent
	}
	if at == nil || at.DataAtom != atom.P && at.DataAtom != atom.Div && at.DataAtom != atom.Li {
		return ""
	}
	text := blockText(at, announcedBlock)
	low := strings.ToLower(text)
	if !holdsAny(low, entered) {
		return ""
	}
	return text
}

// entered are the words of a paragraph, anywhere in it, that tells the day of
// publication, in lower case.
var entered = []string{"posted on", "was posted", "published on", "was published", "geschrieben am", "gepostet", "veröffentlicht am", "eingestellt am", "publié le", "publicado el", "publicado em", "pubblicato il", "geplaatst op", "opublikowany"}

// blockText returns the words within n, empty if they are more than limit bytes.
func blockText(n *html.Node, limit int) string {
	size := 0
	for c := n; c != nil; c = next(c, n, c.Type == html.ElementNode && hidden(c)) {
		if c.Type == html.TextNode {
			if size += len(strings.TrimSpace(c.Data)); size > limit {
				return ""
			}
		}
		if c == n && c.FirstChild == nil {
			break
		}
	}
	return textOf(n)
}

// scriptKeys are the names under which the data of a page's scripts holds the
// time of publication.
var scriptKeys = regexp.MustCompile(`"(?:datePublished|date_published|published_at|publishedAt|publishDate|publish_date|publicationDate|publication_date|firstPublished|first_published_at|pubDate)\\?"\s*:\s*\\?"((?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d[0-9:.+Z-]{0,20})?)`)

// scriptDate returns the first date of publication among the data of the page's scripts.
func (m *pageMeta) scriptDate(monthFirst bool) (time.Time, bool) {
	left := metaReach
	for _, n := range elements(m.doc, atom.Script) {
		if n.FirstChild == nil || left <= 0 {
			continue
		}
		data := n.FirstChild.Data[:min(len(n.FirstChild.Data), left)]
		left -= len(data)
		if !strings.Contains(data, "ubli") && !strings.Contains(data, "pubDate") {
			continue
		}
		if p := scriptKeys.FindStringSubmatch(data); p != nil {
			if t, ok := date.In(p[1], monthFirst); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// A place before the date with which a report begins, and what stands behind
// it: Berlin, den 3. Mai 2021 –
var (
	placeAhead  = regexp.MustCompile(`^\(?\p{Lu}[\p{L}./ -]{2,40}(?:, ?| \()(?:den |dem |am |le |el |the )?`)
	placeBehind = regexp.MustCompile(`^\)? *(?:[.:)|]|-|–|—|$)`)
)

// openingDay returns the date that the first paragraph behind the title begins
// with, by itself or behind a place.
func (m *pageMeta) openingDay(bool) (time.Time, bool) {
	if m.titleAt == nil {
		return time.Time{}, false
	}
	left := piecesAfter
	for n := next(m.titleAt, m.doc, true); n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		text := pieceText(n)
		if text == "" {
			continue
		}
		left--
		if t, rest, ok := date.Cut(text); ok && rest != "" && len(text) > 120 && !m.outside(n) {
			return t, true
		}
		if at := placeAhead.FindStringIndex(text[:min(len(text), 200)]); at != nil && !m.outside(n) {
			if t, n := date.Leading(text[at[1]:]); n > 0 && placeBehind.MatchString(text[at[1]+n:]) {
				return t, true
			}
		}
	}
	return time.Time{}, false
}
