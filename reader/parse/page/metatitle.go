package page

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/phrase"
)

// agreeing is how well a heading must agree with what the page calls itself, 0 to 1.
const agreeing = 0.35

// agreeingLow is how well one of the third rank must.
const agreeingLow = 0.6

// agreeingWell is how well a heading of the second rank must where there is one
// of the first that does not.
const agreeingWell = 0.6

// title returns the article's title: the heading that agrees best with what
// the page says of itself, else what it says. No heading is taken on faith.
func (m *pageMeta) title() string {
	best, bestScore := m.agreeingHeading(atom.H1, atom.H2)
	if bestScore < agreeing {
		if low, score := m.agreeingHeading(atom.H3); score >= agreeingLow && strings.Contains(low, " ") {
			best, bestScore = low, score
		}
	}
	if bestScore >= agreeing {
		if h := m.loneHeading(); h != nil && m.titleAt.DataAtom != atom.H1 && bestScore < agreeingWell {
			m.titleAt, m.holders = h, nil
			return headingText(h)
		}
		return m.withoutKicker(best)
	}
	m.titleAt, m.holders = m.markedHeading(), nil
	if m.titleAt != nil {
		return headingText(m.titleAt)
	}
	if h := m.loneHeading(); h != nil && (len(strings.Fields(headingText(h))) > 2 || len(m.claims()) == 0) {
		m.titleAt = h
		return headingText(h)
	}
	if t := m.shownTitle(); t != "" {
		return t
	}
	told := phrase.FirstFilled(m.ld.headline, m.tag("og:title", "twitter:title", "dc.title", "headline"))
	if told != "" {
		told = m.withoutSite(withoutWideSite(told))
	} else {
		told = strings.TrimRight(longestPart(withoutWideSite(m.titleTag)), " |-–—»·•")
	}
	if m.isSite(told) {
		return phrase.FirstFilled(m.firstHeading(), told)
	}
	return told
}

// firstHeading returns the first heading of the second rank behind which
// running text stands, on a page that has only its site's name for a title.
func (m *pageMeta) firstHeading() string {
	for _, h := range m.headings {
		text := headingText(h)
		if h.DataAtom != atom.H2 || len(strings.Fields(text)) < shownWords || len(text) >= 300 || m.siteHeading(h, text) || unshown(h) {
			continue
		}
		left := leadReach
		for n := next(h, m.doc, true); n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
			if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
				left--
			}
			if n.DataAtom == atom.P && textLen(n) >= runningLeast {
				m.titleAt, m.holders = h, nil
				return text
			}
		}
	}
	return ""
}

// loneHeading returns the heading of the first rank if there is one alone that
// names an article, else nil.
func (m *pageMeta) loneHeading() *html.Node {
	var found *html.Node
	for _, h := range m.headings {
		t := headingText(h)
		if h.DataAtom != atom.H1 || t == "" {
			continue
		}
		if found != nil || len(t) >= 300 || m.siteHeading(h, t) {
			return nil
		}
		found = h
	}
	return found
}

// markedHeading returns the one heading that the page marks as the title of its
// article, nil if it marks none or several.
func (m *pageMeta) markedHeading() *html.Node {
	var found *html.Node
	for _, h := range m.headings {
		class := " " + strings.ToLower(attr(h, "class")) + " "
		is := strings.EqualFold(attr(h, "itemprop"), "headline")
		for _, c := range [...]string{" entry-title ", " post-title ", " article-title ", " article__title ", " article-headline "} {
			is = is || strings.Contains(class, c)
		}
		if !is || headingText(h) == "" {
			continue
		}
		if found != nil {
			return nil
		}
		found = h
	}
	return found
}

// agreeingHeading returns the heading of these ranks that agrees best with what
// the page calls itself, and how well, from 0 to about 1.
func (m *pageMeta) agreeingHeading(ranks ...atom.Atom) (best string, bestScore float64) {
	claims := m.claims()
	for i, h := range m.headings {
		text := headingText(h)
		if text == "" || len(text) > 400 || !slices.Contains(ranks, h.DataAtom) {
			continue
		}
		score := 0.0
		words := titleWords(text)
		for _, c := range claims {
			if len(c) > 1 || len(words) == 1 {
				score = max(score, agreement(words, c))
			}
		}
		if h.DataAtom == atom.H1 {
			score += 0.03
		}
		if m.siteHeading(h, text) {
			score -= 0.8
		}
		if unshown(h) {
			score -= 0.08 // one that is shown goes before it
		}
		if score > bestScore+0.0001*float64(i) {
			best, bestScore, m.titleAt, m.holders = text, score, h, nil
		}
	}
	return best, bestScore
}

// besides are the classes of what stands in a heading and is no part of the title.
var besides = []string{"kicker", "roofline", "overline", "topline", "dachzeile", "supertitle", "subtitle", "subline", "subheadline", "eyebrow", "preline", "spitzmarke", "sr-only", "visually-hidden", "screen-reader-text", "aural", "small"}

// headingText returns the words of a heading, without the lines above and
// below the title that some pages put into it.
func headingText(h *html.Node) string {
	whole := strings.ReplaceAll(textOf(h), "\u00ad", "")
	rest := whole
	for n := h.FirstChild; n != nil; n = next(n, h, false) {
		if n.Type != html.ElementNode || attr(n, "class") == "" && n.DataAtom != atom.Small {
			continue
		}
		class := strings.ToLower(attr(n, "class"))
		if n.DataAtom == atom.Small || holdsAny(class, besides) {
			if part := strings.ReplaceAll(textOf(n), "\u00ad", ""); part != "" {
				rest = strings.Join(strings.Fields(strings.Replace(rest, part, " ", 1)), " ")
			}
		}
	}
	if len(strings.Fields(rest)) < 2 {
		return whole
	}
	return rest
}

// siteHeading reports whether a heading names the site and not the article.
func (m *pageMeta) siteHeading(h *html.Node, text string) bool {
	if m.isSite(text) {
		return true
	}
	for _, a := range elements(h, atom.A) {
		if href := strings.TrimSpace(attr(a, "href")); rootAddress(href) {
			return true
		}
	}
	if h.Parent != nil && h.Parent.DataAtom == atom.A && rootAddress(attr(h.Parent, "href")) {
		return true
	}
	class := strings.ToLower(attr(h, "class") + " " + attr(h, "id"))
	if h.Parent != nil {
		class += " " + strings.ToLower(attr(h.Parent, "class")+" "+attr(h.Parent, "id"))
	}
	for _, c := range []string{"site-title", "sitetitle", "site-name", "blog-title", "blogtitle", "logo", "brand", "site-header", "masthead"} {
		if strings.Contains(class, c) {
			return true
		}
	}
	return false
}

// unshown reports whether an element is hidden by its style, or by the name of
// its class: such headings are there for programs that read pages aloud. What
// is hidden on narrow screens only has other names beside that one.
func unshown(h *html.Node) bool {
	if invisible(h) {
		return true
	}
	found := false
	for _, name := range strings.Fields(strings.ToLower(attr(h, "class"))) {
		switch name {
		case "hidden", "hide", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible", "aural", "offscreen", "off-screen":
			found = true
		}
		if strings.Contains(name, ":") || strings.HasPrefix(name, "d-") || strings.HasPrefix(name, "visible-") || strings.HasPrefix(name, "show-") {
			return false // hidden md:block
		}
	}
	return found
}

// rootAddress reports whether an address is that of a site's first page.
func rootAddress(href string) bool {
	if href == "/" || href == "./" {
		return true
	}
	if _, rest, ok := strings.Cut(href, "web.archive.org/web/"); ok {
		_, href, _ = strings.Cut(rest, "/")
	}
	u, err := url.Parse(href)
	return err == nil && u.Host != "" && (u.Path == "" || u.Path == "/") && u.RawQuery == ""
}

// withoutKicker takes the line above the title off a heading that holds both,
// where the page names the title alone.
func (m *pageMeta) withoutKicker(t string) string {
	if words := titleWords(t); slices.ContainsFunc(m.wholeClaims(), func(c []string) bool { return slices.Equal(c, words) }) {
		return t
	}
	for _, claim := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title"), m.titleTag} {
		claim = strings.Join(strings.Fields(claim), " ")
		if len(strings.Fields(claim)) < 3 || len(claim) >= len(t) || len(claim)*3 < len(t) {
			continue
		}
		if strings.HasSuffix(t, claim) {
			return claim
		}
		for _, part := range phrase.TitleParts(claim) {
			if len(strings.Fields(part)) >= 4 && strings.HasSuffix(t, part) && !strings.HasSuffix(t, claim) && len(part)*2 > len(t) {
				return part
			}
		}
	}
	return t
}

// outlet returns the name of the site, as the page tells it.
func (m *pageMeta) outlet() string {
	return phrase.FirstFilled(m.tag("og:site_name"), m.ld.publisher, m.tag("application-name", "dc.publisher", "publisher", "article:publisher_name"))
}

// address returns where the page was saved from: what the browser noted, else
// what the page calls itself, else where it was fetched from. A page that was
// fetched from somewhere is not the front page that careless ones call themselves.
func (m *pageMeta) address() string {
	for _, a := range []string{m.savedFrom, m.tag("savepage-url"), m.canonical, m.tag("og:url"), m.tag("twitter:url")} {
		if a = phrase.WebAddress(a); a != "" && (m.fetched == "" || !frontPage(a)) {
			return a
		}
	}
	return phrase.WebAddress(m.fetched)
}

// frontPage reports whether an address is that of a whole site.
func frontPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}
