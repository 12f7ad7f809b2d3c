package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// nearByline returns the name behind a word such as By near the title, where
// it begins a piece of text or is one by itself.
func (m *pageMeta) nearByline() string {
	if m.titleAt == nil {
		return ""
	}
	alone := false
	n, left := m.titleAt, piecesBefore
	for n = next(n, m.doc, true); n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		text := pieceText(n)
		if text == "" {
			continue
		}
		left--
		if m.outside(n) || len(text) > frame.BylineReach {
			alone = false
			continue
		}
		if alone {
			if b := m.people([]string{text}); b != "" {
				return m.withJoined(b, n)
			}
		}
		low := strings.ToLower(strings.Trim(text, ":| "))
		alone = false
		for _, w := range phrase.Bywords {
			if low == w {
				alone = true
			} else if rest, ok := phrase.CutFold(text, w+" "); ok && w != "text" && w != "from" && w != "redaktion" || cutColon(text, w, &rest) {
				if b := m.people([]string{rest}); b != "" && len(strings.Fields(b)) <= 8 {
					return b
				}
			}
		}
	}
	return ""
}

// joiners are what stands between the names of those who wrote together.
var joiners = []string{",", "and", "&", ", and", "und", "et", "y", "e", "en", "och", "и"}

// joinedMost is how many more names than one are taken from a line.
const joinedMost = 8

// withJoined adds the names to a byline that its line goes on with behind n,
// each in an element of its own.
func (m *pageMeta) withJoined(byline string, n *html.Node) string {
	all := []string{byline}
	block, behind := blockOf(n), false
	for n = next(n, m.doc, true); n != nil && len(all) <= joinedMost; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		text := pieceText(n)
		if text == "" {
			continue
		}
		if blockOf(n) != block || !behind && !slices.Contains(joiners, strings.ToLower(text)) || behind && !phrase.FullName(text) {
			break
		}
		if behind {
			all = append(all, text)
		}
		behind = !behind
	}
	return strings.Join(all, ", ")
}

// labels are the words before a writer's name that stand wherever a page tells
// it, in lower case, a colon behind them.
var labels = []string{"autor", "autoren", "autorinnen", "autorin", "autor/in", "autor*in", "author", "auteur", "autore", "text", "redaktion", "written by", "story", "автор", "текст", "نویسنده", "الكاتب", "كتب"}

// labelledByline returns the name behind such a word, anywhere behind the title.
func (m *pageMeta) labelledByline() string {
	if m.titleAt == nil {
		return ""
	}
	alone := false
	left := piecesAll
	at := m.titleAt
	for back := piecesBefore; back > 0 && before(at) != nil; at = before(at) {
		if pieceText(at) != "" {
			back--
		}
	}
	for n := at; n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		text := pieceText(n)
		if text == "" {
			continue
		}
		left--
		name := text
		if !alone {
			label, rest, ok := strings.Cut(text, ":")
			label = strings.ToLower(strings.TrimLeft(label, "- \u00a0"))
			alone = ok && rest == "" && slices.Contains(labels, label)
			if !ok || rest == "" || !slices.Contains(labels, label) {
				continue
			}
			name = rest
		}
		alone = false
		name, _, _ = strings.Cut(name, ",") // who that is
		if b := m.people([]string{name}); !m.outside(n) && b != "" && len(strings.Fields(b)) > 1 && len(strings.Fields(b)) <= 6 {
			return b
		}
	}
	return ""
}

// cutColon cuts "word: " off text.
func cutColon(text, word string, rest *string) bool {
	r, ok := phrase.CutFold(text, word+":")
	if ok {
		*rest = strings.TrimSpace(r)
	}
	return ok
}

// pieceText returns the words of a text node that is shown, white space folded.
func pieceText(n *html.Node) string {
	if n.Type != html.TextNode || n.Parent != nil && hidden(n.Parent) {
		return ""
	}
	return strings.Join(strings.Fields(n.Data), " ")
}
