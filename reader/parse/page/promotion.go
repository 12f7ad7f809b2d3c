package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/frame"
)

// Boxes in which a site asks for something stand among the paragraphs of its
// articles, often without a name that tells what they are. Their headings do.

// asksFor is how the heading of a box begins in which a site asks to subscribe,
// to pay, to sign in or to follow, in lower case.
var asksFor = regexp.MustCompile(`^(?:sign up|subscribe|newsletter|get (?:the|our|more) .{0,60}(?:inbox|newsletter|briefing|app)|unlock |join (?:us|our|now)\b|support (?:our|local|independent|quality|us)\b|become an? (?:member|subscriber|supporter)|never miss|stay (?:informed|up to date|connected)|follow us|download (?:our|the) app|keep reading|continue reading|to continue reading|already an? (?:subscriber|member)|register (?:now|for free)|create (?:an?|your) (?:free )?account|thanks for reading|` +
	`jetzt (?:abonnieren|anmelden|testen|weiterlesen)|abonnieren sie|kostenlos (?:testen|anmelden)|weiterlesen mit|zum weiterlesen|inscrivez-vous|abonnez-vous|recevez |lisez la suite|suscr[ií]b|reg[ií]strate|iscriviti|abbonati|assine |подпи(?:шитесь|сывайтесь|саться))`)

// asksConsent is the same of a box that asks for consent.
var asksConsent = regexp.MustCompile(`^(?:we (?:value|care about|respect) your privacy|your privacy|privacy (?:settings|preferences|notice)|(?:this (?:site|website) uses |we use |manage |your )?cookies?\b|manage (?:your )?consent|wir (?:brauchen|benötigen) ihre (?:zustimmung|einwilligung)|cookie-|votre vie privée|tu privacidad|la tua privacy)`)

// How long such boxes are at most, in bytes, and how many elements they are deep.
const (
	promotionMost = 700
	consentMost   = 3000
	promotionDeep = 5
)

// dropPromotions takes out the boxes in which the site asks for something.
// Whole is the length of root's text.
func dropPromotions(root *html.Node, whole int) {
	for _, h := range elements(root, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) {
		line := strings.ToLower(textOf(h))
		most := 0
		switch {
		case len(line) > frame.TitleReach || line == "":
		case asksFor.MatchString(line):
			most = promotionMost
		case asksConsent.MatchString(line):
			most = consentMost
		}
		if most == 0 {
			continue
		}
		if box := boxAround(h, root, min(most, int(pruneShare*float64(whole)))); box != h {
			remove(box)
		}
	}
}

// boxAround returns the largest element around h, within root, whose text is no
// longer than most.
func boxAround(h, root *html.Node, most int) *html.Node {
	box := h
	for range promotionDeep {
		p := box.Parent
		if p == nil || p == root || !shorterThan(p, most) {
			break
		}
		box = p
	}
	return box
}

// shorterThan reports whether the text within n has at most so many bytes,
// blanks aside.
func shorterThan(n *html.Node, most int) bool {
	for c := n.FirstChild; c != nil && most >= 0; c = next(c, n, c.Type == html.ElementNode && hidden(c)) {
		if c.Type == html.TextNode {
			most -= len(strings.TrimSpace(c.Data))
		}
	}
	return most >= 0
}
