package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/phrase"
)

// formulaSize is how long a formula may be that is kept as one, in bytes.
const formulaSize = 2000

// rewriteMath makes code of a formula, in the notation in which it was
// written (TeX) where the page tells it.
func rewriteMath(n *html.Node) {
	if n.Parent == nil {
		return
	}
	tex := attr(n, "alttext")
	var notes []*html.Node
	for c := n.FirstChild; c != nil; c = next(c, n, false) {
		if c.Type != html.ElementNode || c.Data != "annotation" && c.Data != "annotation-xml" {
			continue
		}
		if strings.Contains(attr(c, "encoding"), "tex") {
			tex = phrase.FirstFilled(tex, textOf(c))
		}
		notes = append(notes, c)
	}
	for _, c := range notes {
		remove(c)
	}
	if formula := phrase.FirstFilled(plainTeX(tex), textOf(n)); formula != "" && len(formula) <= formulaSize {
		n.Parent.InsertBefore(codeNode(formula), n)
		remove(n)
	}
}

// rewriteInline puts the words of a small picture that stands for a sign or a
// formula in its place, and reports whether n is one.
func rewriteInline(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	alt := strings.TrimSpace(attr(n, "alt"))
	switch {
	case alt == "" || n.Parent == nil:
		return false
	case hasWord(class, "emoji") || hasWord(class, "smiley") || hasWord(class, "emoticon"):
		n.Parent.InsertBefore(textNode(alt), n)
	case (hasWord(class, "math") || hasWord(class, "latex") || hasWord(class, "tex")) && len(alt) <= formulaSize:
		n.Parent.InsertBefore(codeNode(plainTeX(alt)), n)
	default:
		return false
	}
	remove(n)
	return true
}

// codeNode returns code in a line of text.
func codeNode(s string) *html.Node {
	return element(atom.Code, textNode(strings.NewReplacer(string(markAmpersand), "&", string(markStar), "*", "`", "'").Replace(s)))
}

// plainTeX takes off a formula what only tells how large it is set.
func plainTeX(tex string) string {
	tex = strings.Join(strings.Fields(tex), " ")
	for _, head := range []string{`{\displaystyle `, `{\textstyle `} {
		if rest, ok := strings.CutPrefix(tex, head); ok && strings.HasSuffix(rest, "}") {
			tex = strings.TrimSpace(strings.TrimSuffix(rest, "}"))
		}
	}
	return tex
}
