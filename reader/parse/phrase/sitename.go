package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// siteNamed is how many words the name of a site has at most that stands behind a title.
const siteNamed = 4

// CutSite cuts the name of the site off a title, if its host is named after it.
func CutSite(title, host string) (rest, site string) {
	rest, site = LastPart(title)
	if site == "" || !hostNamed(host, site) {
		return title, ""
	}
	return rest, site
}

// LastPart cuts off what stands behind the last mark of a title by which sites
// add their name, if it can be a name.
func LastPart(title string) (rest, last string) {
	parts := TitleParts(title)
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
	return NamedAfter(site, host)
}

// hostNames returns what a site can be called after its host.
func hostNames(host string) []string {
	if i := strings.LastIndexByte(host, '.'); i > 0 {
		host = host[:i]
	}
	return []string{host, host[strings.LastIndexByte(host, '.')+1:]}
}

// NamedAfter reports whether a is one of the names of a site, or begins with
// one: of what it can be called after its host, and of those that it has besides.
func NamedAfter(a, host string, besides ...string) bool {
	sites := append(hostNames(host), besides...)
	names := siteNames(a)
	for _, site := range sites {
		for _, own := range siteNames(site) {
			for _, n := range names {
				if own != "" && (n == own || len(own) >= ownLeast && strings.HasPrefix(n, own)) {
					return true
				}
			}
		}
	}
	return false
}

// ownLeast is how long a site's name is at least with which the names of its
// departments begin, in bytes.
const ownLeast = 6

// siteNames returns a name as addresses write it: in lower case, letters only,
// without the marks on them, or with the second letter that German has for those.
func siteNames(s string) [2]string {
	s = strings.ToLower(s)
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, norm.NFD.String(s))
	}
	return [2]string{letters(s), letters(strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(s))}
}

// TitleParts cuts a title at the marks by which sites add their name.
func TitleParts(t string) []string {
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
