package parse

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// agreeing is how well a heading must agree with what the page calls itself, 0 to 1.
const agreeing = 0.35

// title returns the article's title: the heading that agrees best with what
// the page says of itself, else what it says. No heading is taken on faith.
func (m *pageMeta) title() string {
	claims := m.claims()
	best, bestScore := "", 0.0
	for i, h := range m.headings {
		text := textOf(h)
		if text == "" || len(text) > 400 {
			continue
		}
		score := 0.0
		words := titleWords(text)
		for _, c := range claims {
			score = max(score, agreement(words, c))
		}
		if h.Data == "h1" {
			score += 0.03
		}
		if m.siteHeading(h, text) {
			score -= 0.6
		}
		if score > bestScore+0.0001*float64(i) {
			best, bestScore, m.titleAt = text, score, h
		}
	}
	if bestScore >= agreeing {
		return m.withoutKicker(best)
	}
	m.titleAt = nil
	if t := firstFilled(m.ld.headline, m.tag("og:title", "twitter:title", "dc.title", "headline")); t != "" {
		return m.withoutSite(t)
	}
	if len(m.headings) == 1 && m.headings[0].Data == "h1" {
		if t := textOf(m.headings[0]); t != "" && len(t) < 300 {
			return t
		}
	}
	return longestPart(m.titleTag)
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

// rootAddress reports whether an address is that of a site's first page.
func rootAddress(href string) bool {
	if href == "/" || href == "./" {
		return true
	}
	u, err := url.Parse(href)
	return err == nil && u.Host != "" && (u.Path == "" || u.Path == "/") && u.RawQuery == ""
}

// withoutKicker takes the line above the title off a heading that holds both,
// where the page names the title alone.
func (m *pageMeta) withoutKicker(t string) string {
	for _, claim := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title")} {
		claim = strings.Join(strings.Fields(claim), " ")
		if len(strings.Fields(claim)) < 3 || len(claim) >= len(t) || len(claim)*3 < len(t) {
			continue
		}
		if strings.HasSuffix(t, claim) {
			return claim
		}
		for _, part := range titleParts(claim) {
			if len(strings.Fields(part)) >= 4 && strings.HasSuffix(t, part) && !strings.HasSuffix(t, claim) && len(part)*2 > len(t) {
				return part
			}
		}
	}
	return t
}

// claims returns the words of each title that the page gives itself.
func (m *pageMeta) claims() [][]string {
	var out [][]string
	for _, t := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title"), m.tag("dc.title"), m.titleTag} {
		if t == "" {
			continue
		}
		out = append(out, titleWords(t))
		for _, p := range titleParts(t) {
			out = append(out, titleWords(p))
		}
	}
	return out
}

// withoutSite takes the site's name off the end of a title.
func (m *pageMeta) withoutSite(t string) string {
	site := strings.ToLower(m.outlet())
	parts := titleParts(t)
	if len(parts) < 2 {
		return t
	}
	last := strings.ToLower(parts[len(parts)-1])
	if site != "" && (last == site || strings.Contains(site, last) || strings.Contains(last, site)) {
		return strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(t), parts[len(parts)-1]), " |-–—»·:•/")
	}
	return t
}

// titleParts cuts a title at the marks by which sites add their name.
func titleParts(t string) []string {
	for _, mark := range []string{" | ", " » ", " :: ", " • ", " · ", " — ", " – ", " - ", " / ", ": "} {
		if strings.Contains(t, mark) {
			var out []string
			for _, p := range strings.Split(t, mark) {
				if p = strings.TrimSpace(p); p != "" {
					out = append(out, p)
				}
			}
			return out
		}
	}
	return nil
}

func longestPart(t string) string {
	best := ""
	for _, mark := range []string{" | ", " » ", " :: ", " • ", " · ", " — ", " – ", " - "} {
		if !strings.Contains(t, mark) {
			continue
		}
		for _, p := range strings.Split(t, mark) {
			if p = strings.TrimSpace(p); len(p) > len(best) {
				best = p
			}
		}
		return best
	}
	return strings.TrimSpace(t)
}

func titleWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// agreement is the share of words that the two have in common, 0 to 1.
func agreement(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	count := make(map[string]int, len(b))
	for _, w := range b {
		count[w]++
	}
	same := 0
	for _, w := range a {
		if count[w] > 0 {
			count[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(a)+len(b))
}

// outlet returns the name of the site, as the page tells it.
func (m *pageMeta) outlet() string {
	return firstFilled(m.tag("og:site_name"), m.ld.publisher, m.tag("application-name", "dc.publisher", "publisher", "article:publisher_name"))
}

// address returns where the page was saved from: what the browser noted, else
// what the page calls itself, else where it was fetched from.
func (m *pageMeta) address() string {
	for _, a := range []string{m.savedFrom, m.canonical, m.tag("og:url"), m.tag("twitter:url"), m.fetched} {
		if a = webAddress(a); a != "" {
			return a
		}
	}
	return ""
}
