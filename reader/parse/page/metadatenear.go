package page

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"offprint/reader/parse/date"
)

// How many pieces of text behind and before the title are looked at for a date.
const (
	piecesAfter  = 60
	piecesBefore = 25
)

// nearTitle returns the first date that stands in a short piece of text behind
// the title, else the last one before it. One that says when the page was
// changed counts if there is no other.
func (m *pageMeta) nearTitle(monthFirst bool) (time.Time, bool) {
	if m.titleAt == nil {
		return time.Time{}, false
	}
	var changed time.Time
	n := m.titleAt
	for left := piecesAfter; n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		t, ok := m.pieceDate(n, monthFirst, &left)
		if ok && !saysChanged(n) {
			return t, true
		}
		if ok && changed.IsZero() {
			changed = t
		}
	}
	if !changed.IsZero() {
		return changed, true
	}
	n = m.titleAt
	for left := piecesBefore; n != nil && left > 0; n = before(n) {
		if t, ok := m.pieceDate(n, monthFirst, &left); ok {
			return t, true
		}
	}
	return time.Time{}, false
}

// changing are the words before the day on which a page was changed, in lower case.
var changing = []string{"updated", "last updated", "modified", "last modified", "aktualisiert", "zuletzt aktualisiert", "letzte aktualisierung", "geändert", "mis à jour", "actualizado", "aggiornato", "bijgewerkt", "atualizado", "обновлено"}

// saysChanged reports whether the date in a piece of text is that of a change:
// by the word that it begins with, or that stands in a piece of its own before it.
func saysChanged(n *html.Node) bool {
	says := func(text string) bool {
		text = strings.ToLower(text)
		return slices.ContainsFunc(changing, func(w string) bool { return strings.HasPrefix(text, w) })
	}
	if text := pieceText(n); says(text) {
		return date.Publication(text) == text
	}
	block := blockOf(n)
	for n = before(n); n != nil && n != block; n = before(n) {
		if text := pieceText(n); text != "" {
			return says(text) && !strings.ContainsAny(text, "0123456789")
		}
	}
	return false
}

// pieceDate reads the date in a short text node, and counts those it looked at.
func (m *pageMeta) pieceDate(n *html.Node, monthFirst bool, left *int) (time.Time, bool) {
	if n.Type != html.TextNode || n.Parent != nil && hidden(n.Parent) {
		return time.Time{}, false
	}
	text := strings.TrimSpace(n.Data)
	if text == "" {
		return time.Time{}, false
	}
	*left--
	if len(text) > datePiece || !strings.ContainsAny(text, "0123456789") {
		return time.Time{}, false
	}
	t, ok := date.Within(text, monthFirst)
	if behind := date.Publication(text); ok && behind != text {
		if first, both := date.Within(behind, monthFirst); both {
			t = first
		}
	}
	if !ok && len(text) <= 4 { // 8. <a>Dezember 2010</a>
		t, ok = date.Within(blockText(n.Parent, datePiece), monthFirst)
	}
	return t, ok && !m.outside(n)
}

// before is the node before n in document order.
func before(n *html.Node) *html.Node {
	if n.PrevSibling == nil {
		return n.Parent
	}
	n = n.PrevSibling
	for n.LastChild != nil {
		n = n.LastChild
	}
	return n
}
