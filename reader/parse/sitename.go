package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// siteNamed is how many words the name of a site has at most that stands behind a title.
const siteNamed = 4

// titledSite returns the name of the site from behind the article's title in
// that of the page, empty if it is not plainly one: where the address is known
// it must have to do with it, else the article's title must stand right before.
func (m *pageMeta) titledSite() string {
	if host := outletOf(m.address()); host != "" {
		_, site := cutSite(m.titleTag, host)
		return site
	}
	title, site := lastPart(m.titleTag)
	if m.titleAt != nil && len(strings.Fields(site)) > 1 && strings.EqualFold(title, m.found) && !strings.EqualFold(site, m.found) {
		return site // a single word is as often a section
	}
	return ""
}

// cutSite cuts the name of the site off a title, if its host is named after it.
func cutSite(title, host string) (rest, site string) {
	rest, site = lastPart(title)
	if site == "" || !hostNamed(host, site) {
		return title, ""
	}
	return rest, site
}

// lastPart cuts off what stands behind the last mark of a title by which sites
// add their name, if it can be a name.
func lastPart(title string) (rest, last string) {
	parts := titleParts(title)
	if len(parts) < 2 {
		return title, ""
	}
	last = parts[len(parts)-1]
	rest, ok := strings.CutSuffix(strings.TrimSpace(title), last)
	r, _ := utf8.DecodeRuneInString(last)
	if !ok || strings.HasSuffix(rest, ": ") || len(strings.Fields(last)) > siteNamed || !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return title, ""
	}
	return strings.TrimRight(rest, " |-–—»·:•/"), last
}

// hostNamed reports whether a host is named after a site: after all of its name,
// the first word of it, or its first letters.
func hostNamed(host, site string) bool {
	var letters strings.Builder
	words := strings.Fields(strings.ToLower(site))
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		letters.WriteRune(r)
	}
	for _, label := range strings.FieldsFunc(host, func(r rune) bool { return r == '.' || r == '-' }) {
		if len(label) >= 3 && (label == words[0] || label == letters.String()) {
			return true
		}
	}
	return namedAfter(site, host)
}
