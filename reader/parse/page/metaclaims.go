package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/parse/phrase"
)

// wholeClaims returns the words of the titles that the page gives itself, uncut.
func (m *pageMeta) wholeClaims() [][]string {
	var out [][]string
	for _, t := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title"), m.titleTag} {
		if w := titleWords(t); len(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}

// siteWords is how many words the name of a site has at most.
const siteWords = 5

// claims returns the words of each title that the page gives itself.
func (m *pageMeta) claims() [][]string {
	var out [][]string
	for _, t := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title"), m.tag("dc.title"), m.titleTag} {
		if t == "" {
			continue
		}
		if t = m.withoutSite(t); len(phrase.TitleParts(t)) == 0 && len(strings.Fields(t)) <= siteWords && m.isSite(t) {
			continue
		}
		out = append(out, titleWords(t))
		parts := phrase.TitleParts(t)
		for _, p := range parts {
			if w := titleWords(p); len(w) > 1 || len(parts) < 3 { // a word among several is a section
				out = append(out, w)
			}
		}
	}
	return out
}

// withoutSite takes the site's name off the end of a title.
func (m *pageMeta) withoutSite(t string) string {
	site := strings.ToLower(m.outlet())
	parts := phrase.TitleParts(t)
	if len(parts) < 2 {
		return t
	}
	last := strings.ToLower(parts[len(parts)-1])
	if site != "" && (last == site || strings.Contains(site, last) || strings.Contains(last, site)) || m.isSite(parts[len(parts)-1]) {
		return strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(t), parts[len(parts)-1]), " |-–—»·:•/")
	}
	return t
}

// withoutWideSite takes the site's name off the end of a title in Chinese or
// Japanese, where no blanks stand around the mark before it.
func withoutWideSite(t string) string {
	t = strings.TrimSpace(t)
	i := strings.LastIndexAny(t, "-_|－—")
	if i <= 0 {
		return t
	}
	head := strings.TrimRight(t[:i], "-_|－— ")
	tail := strings.TrimLeft(t[i:], "-_|－— ")
	wide := func(s string) bool {
		r, _ := utf8.DecodeLastRuneInString(s)
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || strings.ContainsRune("！？。」』）…", r)
	}
	if tail == "" || !wide(head) || !wide(tail) || utf8.RuneCountInString(tail) > wideName || utf8.RuneCountInString(head) < 2*utf8.RuneCountInString(tail) {
		return t
	}
	return head
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

// titledSite returns the name of the site from behind the article's title in
// that of the page, empty if it is not plainly one: where the address is known
// it must have to do with it, else the article's title must stand right before.
func (m *pageMeta) titledSite() string {
	if host := phrase.Host(m.address()); host != "" {
		_, site := phrase.CutSite(m.titleTag, host)
		return site
	}
	title, site := phrase.LastPart(m.titleTag)
	if m.titleAt != nil && len(strings.Fields(site)) > 1 && strings.EqualFold(title, m.found) && !strings.EqualFold(site, m.found) {
		return site // a single word is as often a section
	}
	return ""
}
