package parse

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader"
	"offprint/reader/clean"
)

// parsedAddress returns the address that links of a page are relative to, nil if there is none.
func parsedAddress(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || !u.IsAbs() {
		return nil
	}
	return u
}

// flattened returns the text of a message: what is hidden goes, and tables
// that only lay it out become what is in them.
func flattened(doc *html.Node) *html.Node {
	root := doc
	if all := elements(doc, atom.Body); len(all) > 0 {
		root = all[0]
	}
	var gone []*html.Node
	for n := next(root, root, false); n != nil; n = next(n, root, false) {
		if n.Type == html.ElementNode && unseen(n) {
			gone = append(gone, n)
		}
	}
	for _, n := range gone {
		remove(n)
	}
	tables := elements(root, atom.Table)
	for _, t := range slices.Backward(tables) {
		if tabular(t) {
			continue
		}
		for _, n := range elements(t, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption) {
			if tableOf(n) == t {
				rename(n, atom.Div)
			}
		}
		rename(t, atom.Div)
	}
	return root
}

// tableOf returns the table that a cell or row belongs to, nil if there is none.
func tableOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.DataAtom != atom.Table; n = n.Parent {
	}
	return n
}

// unseen reports whether an element is in a message for programs only: the
// line that lists of messages show, and pictures that tell that it was opened.
func unseen(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	for _, s := range []string{"display:none", "max-height:0", "visibility:hidden", "font-size:0px;line-height:0", "mso-hide:all"} {
		if strings.Contains(style, s) {
			return true
		}
	}
	return n.DataAtom == atom.Img && (attr(n, "width") == "1" || attr(n, "height") == "1" || attr(n, "width") == "0")
}

// tabular reports whether a table holds data: at least two rows of at least
// two filled cells each, none of them long, and no table in it.
func tabular(t *html.Node) bool {
	if len(elements(t, atom.Table)) > 0 || strings.EqualFold(attr(t, "role"), "presentation") {
		return false
	}
	if len(elements(t, atom.Th)) > 1 {
		return true
	}
	rows := elements(t, atom.Tr)
	if len(rows) < 2 {
		return false
	}
	for _, r := range rows {
		filled := 0
		for _, c := range elements(r, atom.Td) {
			n := textLen(c)
			if n > 200 {
				return false
			}
			if n > 0 {
				filled++
			}
		}
		if filled < 2 {
			return false
		}
	}
	return true
}

// Phrases of what programs put around a message. The first kind is found
// nowhere else; the second may be, so it counts near the end only.
var (
	mailFrame = []string{
		"unsubscribe", "view this email in", "view in browser", "view in your browser", "view online", "view it in your browser", "read online", "read in browser",
		"update your preferences", "manage your preferences", "manage preferences", "email preferences", "manage your subscription", "manage your email",
		"you are receiving this", "you're receiving this", "you’re receiving this", "you received this", "this email was sent to", "this message was sent to", "no longer wish to receive",
		"was this email forwarded", "forwarded this email", "free subscriber to", "upgrade your subscription", "become a paid subscriber", "upgrade to paid", "add us to your address book", "newsletter abbestellen", "vom newsletter abmelden", "im browser ansehen", "se désabonner", "se désinscrire",
		"voir dans le navigateur", "darse de baja", "cancelar suscripción", "cancelar la suscripción", "ver en el navegador", "mailing list info",
	}
	mailEnd = []string{"all rights reserved", "©", "privacy policy", "terms of service", "terms of use", "mailing address", "our address is", "follow us on", "alle rechte vorbehalten", "tous droits réservés"}
)

// frameLine is how long a paragraph of the frame may be, in bytes.
const frameLine = 700

// dropMailFrame drops what surrounds the text of a message: how to see it
// elsewhere, why it came, how to be rid of it.
func dropMailFrame(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	whole := 0
	for i := range blocks {
		whole += len(blocks[i].Text())
	}
	var out []clean.Block
	before := 0
	for i := range blocks {
		text := inlineText(blocks[i].Text())
		n := len(blocks[i].Text())
		switch {
		case len(text) > frameLine:
		case holds(text, mailFrame) && before*2 > whole, holds(text, mailEnd) && before*10 > whole*7:
			notes.Add(reader.RepairNavigation, text)
			return dropRule(out)
		case holds(text, mailFrame):
			notes.Add(reader.RepairNavigation, text)
			before += n
			continue
		}
		before += n
		out = append(out, blocks[i])
	}
	return dropRule(out)
}

// dropRule drops a rule at the end of the text.
func dropRule(blocks []clean.Block) []clean.Block {
	for n := len(blocks); n > 0 && strings.Trim(blocks[n-1].Text(), "-*_ \n|") == ""; n = len(blocks) {
		blocks = blocks[:n-1]
	}
	return blocks
}

// holds reports whether a text holds one of the phrases, which are in lower case.
func holds(text string, phrases []string) bool {
	return holdsAny(strings.ToLower(text), phrases)
}
