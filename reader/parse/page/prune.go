package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/phrase"
)

// boilerplate are parts of class names and identifiers that mark what belongs
// to the site and not to the article.
var boilerplate = []string{
	"share", "sharing", "social", "related", "newsletter", "subscribe", "signup", "sign-up", "promo", "advert", "sponsor", "comment", "disqus",
	"breadcrumb", "pagination", "pager", "recommended", "recommend", "teaser", "cookie", "consent", "paywall", "author-bio", "authorbox", "author-box",
	"author-info", "about-author", "bio", "byline", "dateline", "timestamp", "post-meta", "entry-meta", "article-meta", "meta-data", "metadata", "postmeta",
	"taglist", "tag-list", "post-tags", "entry-tags", "tags", "keywords", "toolbar", "print", "navigation", "post-nav", "nav-links", "prevnext", "readmore", "read-more", "more-link",
	"most-read", "popular", "outbrain", "taboola", "jp-relatedposts", "sharedaddy", "addtoany", "addthis", "wp-caption-text-hidden", "screen-reader", "visually-hidden", "sr-only", "off-screen", "editsection", "katex-html",
	"rating", "votes", "login", "footer", "copyright", "license-note", "disclaimer", "widget", "sidebar", "feedback", "kommentar", "autoreninfo", "mehr-zum-thema", "infobox-ad",
}

// pruneShare is the share of the text that may be taken out for a class name;
// beyond it the name means something else on this page.
const pruneShare = 0.4

// Comments and galleries can be longer than the article: up to this share goes
// if as many paragraphs of running text are left.
const (
	pruneMost = 0.9
	pruneLeft = 5
)

// separate reports whether an element is marked as what stands by itself beside
// an article, however long it is.
func separate(n *html.Node) bool {
	names := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	for _, w := range [...]string{"comment", "kommentar", "disqus", "related", "recommend", "widget", "sidebar", "footer", "outbrain", "taboola"} {
		if hasWord(names, w) {
			return true
		}
	}
	return false
}

// enoughWithout reports whether root is an article without part.
func enoughWithout(root, part *html.Node) bool {
	left := 0
	for _, p := range running(root, nil) {
		if !inside(p.node, part) {
			left++
		}
	}
	return left >= pruneLeft
}

// prune takes out of the article's tree what the extraction left of the site,
// whose host may be empty.
func prune(root *html.Node, site string) {
	whole := textLen(root)
	if whole == 0 {
		return
	}
	dropPromotions(root, whole)
	var marked []*html.Node
	for n := root.FirstChild; n != nil; {
		if n.Type == html.ElementNode && bystander(n) {
			marked = append(marked, n)
			n = next(n, root, true)
			continue
		}
		n = next(n, root, false)
	}
	for _, n := range marked {
		if share := float64(textLen(n)) / float64(whole); share < pruneShare || share < pruneMost && separate(n) && enoughWithout(root, n) {
			remove(n)
		}
	}
	dropTimes(root)
	dropLinkLists(root, whole, site)
}

// timesMost is how many times a text has at most that are not its own: what is
// told hour by hour has more.
const timesMost = 3

// dropTimes takes out the times that stand alone above the first paragraph of
// running text: they tell when the article was published.
func dropTimes(root *html.Node) {
	if len(elements(root, atom.Time)) > timesMost {
		return
	}
	for n := root.FirstChild; n != nil; {
		after := next(n, root, false)
		switch {
		case n.Type == html.TextNode && len(strings.TrimSpace(n.Data)) >= runningLeast:
			return
		case n.DataAtom == atom.Time:
			after = next(n, root, true)
			if aloneInLine(n) {
				remove(n)
			}
		}
		n = after
	}
}

// aloneInLine reports whether no text stands in the line of an element.
func aloneInLine(n *html.Node) bool {
	for ; n.Parent != nil && !blockTag(n.DataAtom); n = n.Parent {
		for _, beside := range [...]*html.Node{besideNode(n, true), besideNode(n, false)} {
			if beside != nil && !blockTag(beside.DataAtom) {
				return false
			}
		}
	}
	return true
}

// besideNode returns the node before or behind n, other than blanks and comments.
func besideNode(n *html.Node, before bool) *html.Node {
	for {
		if before {
			n = n.PrevSibling
		} else {
			n = n.NextSibling
		}
		if n == nil || n.Type == html.ElementNode || n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return n
		}
	}
}

// bystander reports whether an element is marked as no part of the article.
func bystander(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Form, atom.Button, atom.Footer:
		return true
	case atom.Aside:
		return textLen(n) < 2000
	case atom.Body, atom.Html, atom.Article, atom.Main, atom.Figure, atom.Figcaption, atom.Img, atom.Table, atom.Tr, atom.Td, atom.Tbody, atom.Em, atom.Strong, atom.B, atom.I:
		return false
	}
	if unshown(n) || component(n) || strings.EqualFold(attr(n, "role"), "dialog") {
		return true
	}
	if v := attr(n, "class"); v != "" && marks(strings.ToLower(v)) {
		return true
	}
	v := strings.ToLower(attr(n, "id"))
	return v != "" && marks(v) && !slug(v, n)
}

// component reports whether the name that a site's programs or tests have for
// an element marks it as no part of the article.
func component(n *html.Node) bool {
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "data-component", "data-testid", "data-gu-name", "data-module", "data-qa":
			if marks(strings.ToLower(n.Attr[i].Val)) {
				return true
			}
		}
	}
	return false
}

// invisible reports whether a browser does not show an element.
func invisible(n *html.Node) bool {
	style := strings.ReplaceAll(attr(n, "style"), " ", "")
	if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
		return true
	}
	for i := range n.Attr {
		if n.Attr[i].Key == "hidden" {
			return true
		}
	}
	return false
}

// slugWords is how many words an identifier has at least that is taken from
// the heading which it names.
const slugWords = 3

// slug reports whether an identifier is made of the words that n begins with:
// it is a place that links point at, and marks nothing.
func slug(id string, n *html.Node) bool {
	words := titleWords(id)
	if len(words) < slugWords {
		return false
	}
	first := firstText(n)
	for first != nil && strings.TrimSpace(first.Data) == "" {
		if first = next(first, n, false); first != nil {
			first = firstText(first)
		}
	}
	return first != nil && strings.HasPrefix(strings.Join(titleWords(first.Data), " "), strings.Join(words, " "))
}

// marks reports whether one of the names of a class attribute is boilerplate:
// the name itself, or a part of it between dashes.
func marks(class string) bool {
	for _, name := range strings.Fields(class) {
		for _, b := range boilerplate {
			at := strings.Index(name, b)
			if at < 0 {
				continue
			}
			end := at + len(b)
			if (at == 0 || !letter(name[at-1])) && (end == len(name) || !letter(name[end]) || name[end] == 's' && (end+1 == len(name) || !letter(name[end+1]))) {
				return true
			}
		}
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// linkShare is the share of a block's text within links beyond which the
// block is a list of links and no text.
const linkShare = 0.8

// abroadShare is the share of the links of a list that lead to other sites,
// from which on it is the article's: a site's own list leads to its own pages.
const abroadShare = 0.7

// dropLinkLists takes out blocks that are little but links, unless they make
// up much of the text, or lead to other sites.
func dropLinkLists(root *html.Node, whole int, site string) {
	var alone []*html.Node // paragraphs of a single link
	for _, n := range elements(root, atom.Ul, atom.Ol, atom.Div, atom.P, atom.Section) {
		text := textLen(n)
		if text == 0 || n.Parent == nil || float64(text) > pruneShare*float64(whole) {
			continue
		}
		links, count, abroad := 0, 0, 0
		for _, a := range elements(n, atom.A) {
			links += textLen(a)
			count++
			if leadsAbroad(attr(a, "href"), site) {
				abroad++
			}
		}
		if float64(links) <= linkShare*float64(text) || count >= 3 && float64(abroad) >= abroadShare*float64(count) {
			continue
		}
		// One link in a paragraph of its own can be the article's; several in a row are not.
		if hasPicture(n) {
			continue
		}
		if n.DataAtom == atom.P && count < 2 && text > 40 {
			if abroad == 0 {
				alone = append(alone, n)
			}
			continue
		}
		remove(n)
	}
	dropRuns(alone, whole)
}

// runLeast is how many paragraphs of a single link in a row are a list.
const runLeast = 3

// dropRuns takes out those of the paragraphs, in document order, that stand in a
// row, unless they make up much of the text.
func dropRuns(paragraphs []*html.Node, whole int) {
	for from := 0; from < len(paragraphs); {
		to := from + 1
		for to < len(paragraphs) && nextElement(paragraphs[to-1]) == paragraphs[to] {
			to++
		}
		size := 0
		for _, n := range paragraphs[from:to] {
			size += textLen(n)
		}
		if to-from >= runLeast && float64(size) <= pruneShare*float64(whole) {
			for _, n := range paragraphs[from:to] {
				remove(n)
			}
		}
		from = to
	}
}

// nextElement returns the element behind n, nil if text stands between.
func nextElement(n *html.Node) *html.Node {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		switch {
		case s.Type == html.ElementNode:
			return s
		case s.Type == html.TextNode && strings.TrimSpace(s.Data) != "":
			return nil
		}
	}
	return nil
}

// leadsAbroad reports whether an address is on another site than site, and no
// place where one shares pages.
func leadsAbroad(href, site string) bool {
	if _, rest, ok := strings.Cut(href, "web.archive.org/web/"); ok {
		_, href, _ = strings.Cut(rest, "/")
	}
	host := phrase.Host(href)
	if site == "" || host == "" || strings.HasSuffix(host, site) || strings.HasSuffix(site, host) {
		return false
	}
	for _, s := range [...]string{"facebook.", "twitter.", "x.com", "linkedin.", "pinterest.", "instagram.", "whatsapp.", "youtube.", "t.me", "reddit.", "xing.", "tumblr.", "google."} {
		if strings.Contains(host, s) {
			return false
		}
	}
	return true
}

func hasPicture(n *html.Node) bool { return len(elements(n, atom.Img, atom.Figure, atom.Picture)) > 0 }
