package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/phrase"
)

// maxNotes is how many footnotes of one page are kept as such.
const maxNotes = 1000

// rewriteNotes finds footnotes, a short link to a place of the same page that
// begins a paragraph or item, and marks both ends.
func rewriteNotes(root *html.Node) {
	places := placesOf(root)
	if len(places) == 0 {
		return
	}
	done := map[*html.Node]int{}
	var targets []*html.Node // in the order of their numbers
	for _, a := range elements(root, atom.A) {
		_, id, ok := strings.Cut(attr(a, "href"), "#")
		text := strings.Trim(textOf(a), "[]() ")
		if !ok || id == "" || text == "" || len(text) > 4 || len(done) >= maxNotes || a.Parent == nil {
			continue
		}
		if _, err := strconv.Atoi(text); err != nil && len(elements(a.Parent, atom.A)) != 1 && a.Parent.DataAtom != atom.Sup && strings.Trim(text, "†‡§"+string(markStar)) != "" {
			continue
		}
		target := noteBody(places[id])
		if target == nil || target == noteBody(a) {
			continue
		}
		n, known := done[target]
		if !known {
			n = len(done) + 1
			done[target] = n
			targets = append(targets, target)
		}
		placeReference(a, n)
	}
	for i, target := range targets {
		placeNote(target, i+1)
	}
}

// placesOf returns the elements that a link can point at, by their name.
func placesOf(root *html.Node) map[string]*html.Node {
	places := map[string]*html.Node{}
	for n := root; n != nil; n = next(n, root, false) {
		if n.Type != html.ElementNode {
			continue
		}
		if id := phrase.FirstFilled(attr(n, "id"), attr(n, "name")); id != "" {
			if _, taken := places[id]; !taken {
				places[id] = n
			}
		}
	}
	return places
}

// placeReference puts the mark of footnote n in the place of the link to it.
func placeReference(a *html.Node, n int) {
	at := a
	if a.Parent.DataAtom == atom.Sup && textOf(a.Parent) == textOf(a) {
		at = a.Parent
	}
	if at.Parent != nil {
		at.Parent.InsertBefore(textNode(string(markNote)+strconv.Itoa(n)+string(markNoteEnd)), at)
		remove(at)
	}
}

// noteBody returns the block that holds a footnote's text, nil if n is no place for one.
func noteBody(n *html.Node) *html.Node {
	for p := n; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Li, atom.P, atom.Dd:
			if textLen(p) > 3000 {
				return nil
			}
			return p
		case atom.Div, atom.Aside:
			if t := textOf(p); t != "" && len(t) < 1000 && len(elements(p, atom.P)) <= 1 {
				return p
			}
			return nil
		case atom.Body, atom.Table, atom.Section, atom.Article, atom.H1, atom.H2, atom.H3, atom.H4:
			return nil
		}
	}
	return nil
}

// placeNote makes a paragraph of the footnote's text, with its mark, behind
// the list that it stood in.
func placeNote(target *html.Node, n int) {
	for _, a := range elements(target, atom.A) {
		if t := textOf(a); strings.HasPrefix(attr(a, "href"), "#") && (t == "" || strings.Trim(t, "↩↑^︎ []0123456789†"+string(markStar)) == "") {
			remove(a)
		}
	}
	text := strings.TrimLeft(textOf(target), " ^↑↩.:")
	num := strconv.Itoa(n)
	text = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(text, "["+num+"]"), num+"."), " ")
	p := element(atom.P, textNode(string(markNote)+num+string(markNoteText)+" "+text))
	at := target
	if target.DataAtom == atom.Li && target.Parent != nil {
		at = target.Parent
	}
	if at.Parent == nil {
		return
	}
	at.Parent.InsertBefore(p, at)
	remove(target)
	if at != target && strings.TrimSpace(textOf(at)) == "" {
		remove(at)
	}
}
