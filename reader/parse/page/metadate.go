package page

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/date"
)

// addressDate is a date in an address: /2024/04/19/, /2024-04-19-.
var addressDate = regexp.MustCompile(`[/\-_.=](20[0-3]\d|19[89]\d)[/\-_.]?(0[1-9]|1[0-2])[/\-_.]?(0[1-9]|[12]\d|3[01])(?:[/\-_.]|$)`)

// addressDay is such a date with the day first: /19-04-2024-.
var addressDay = regexp.MustCompile(`[/~\-_](0[1-9]|[12]\d|3[01])[\-_](0[1-9]|1[0-2])[\-_](20[0-3]\d)(?:[/\-_.]|$)`)

// published returns when the article was published, by the sources that are
// right most often first. Pages that only tell when they were changed tell that.
func (m *pageMeta) published(monthFirst bool) time.Time {
	if t, ok := dateInAddress(m.address()); ok && !m.agreedOtherwise(t, monthFirst) {
		return m.sharper(t, monthFirst)
	}
	for _, s := range []string{
		m.tag("article:published_time", "og:article:published_time", "og:published_time", "rnews:datepublished"), m.ld.published,
		m.tag("datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created", "publishdate", "publish-date", "pubdate", "publication_date",
			"sailthru.date", "parsely-pub-date", "article.published", "published-date", "cxenseparse:recs:publishtime", "originalpublicationdate", "timestamp", "citation_publication_date", "article:post_date", "creation_date", "shareaholic:article_published_time"),
	} {
		if t, ok := date.In(s, monthFirst); ok {
			return m.localDay(t, s, monthFirst)
		}
	}
	if t, ok := m.markedDate(monthFirst); ok {
		return t
	}
	for _, s := range []string{m.ld.modified, m.tag("article:modified_time", "og:updated_time", "lastmod", "last-modified", "datemodified", "dcterms.modified")} {
		if t, ok := date.In(s, monthFirst); ok {
			return t
		}
	}
	for _, find := range []func(bool) (time.Time, bool){m.nearTitle, m.announcedDate, m.openingDay, m.firstDate, m.declaredDate, m.updatedDate, m.scriptDate} {
		if t, ok := find(monthFirst); ok {
			return t
		}
	}
	return time.Time{}
}

// declaredDate returns what an element declares to be the date of publication,
// wherever on the page it stands.
func (m *pageMeta) declaredDate(monthFirst bool) (time.Time, bool) {
	for _, n := range m.times {
		if strings.EqualFold(attr(n, "itemprop"), "datePublished") {
			if t, ok := elementDate(n, monthFirst); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// monthLeads reports whether 4/5/2024 is a day in April where the page has this
// language and host: it is in the United States, and where nothing tells more.
func monthLeads(language, host string) bool {
	language = strings.ReplaceAll(strings.ToLower(language), "_", "-")
	if language != "" && language != "en" {
		return language == "en-us" || language == "en-ph"
	}
	top := host[strings.LastIndexByte(host, '.')+1:]
	switch top {
	case "us", "ph", "io", "tv", "co", "me", "ai", "ly", "fm", "to", "cc", "ws", "gg": // or sold to everybody
		return true
	}
	return len(top) != 2
}

// localDay returns the day that a page shows beside its title where the stamp,
// in the time of Greenwich, has the one before or after it.
func (m *pageMeta) localDay(t time.Time, stamp string, monthFirst bool) time.Time {
	stamp = strings.TrimSpace(stamp)
	if _, offset := t.Zone(); offset != 0 || len(stamp) <= len(time.DateOnly) || !strings.HasSuffix(stamp, "Z") && !strings.HasSuffix(stamp, "00") && !strings.HasSuffix(stamp, "GMT") && !strings.HasSuffix(stamp, "UTC") {
		return t
	}
	shown, ok := m.nearTitle(monthFirst)
	if days := shown.Truncate(day).Sub(t.Truncate(day)); ok && (days == day || days == -day) {
		return shown
	}
	return t
}

// day is how long one is.
const day = 24 * time.Hour

// updatedDate returns the date of the first element that says when the page was
// changed, of one that says no other.
func (m *pageMeta) updatedDate(monthFirst bool) (time.Time, bool) {
	for _, n := range m.times {
		class := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop"))
		if t, ok := elementDate(n, monthFirst); ok && (strings.Contains(class, "modif") || strings.Contains(class, "update")) && !m.outside(n) {
			return t, true
		}
	}
	return time.Time{}, false
}

// sharper returns the page's own time if it falls on the day that came from the address.
func (m *pageMeta) sharper(on time.Time, monthFirst bool) time.Time {
	for _, s := range []string{m.tag("article:published_time"), m.ld.published} {
		if t, ok := date.In(s, monthFirst); ok {
			y, mo, d := t.Date()
			if y == on.Year() && mo == on.Month() && d == on.Day() {
				return t
			}
		}
	}
	return on
}

// agreedOtherwise reports whether the page says twice, for other programs and
// for search, that it was published on another day than its address has: on
// which it was begun.
func (m *pageMeta) agreedOtherwise(on time.Time, monthFirst bool) bool {
	a, ok := date.In(m.tag("article:published_time"), monthFirst)
	b, also := date.In(m.ld.published, monthFirst)
	if !ok || !also || a.Format(time.DateOnly) != b.Format(time.DateOnly) || a.Format(time.DateOnly) == on.Format(time.DateOnly) {
		return false
	}
	_, offset := a.Zone()
	apart := a.Sub(on).Abs()
	return offset != 0 || apart > 2*day // else the address has the day of the place, and the page that of UTC
}

// dateInAddress returns the day that an address names.
func dateInAddress(address string) (time.Time, bool) {
	if _, rest, ok := strings.Cut(address, "web.archive.org/web/"); ok { // the day of the copy is not the page's
		_, address, _ = strings.Cut(rest, "/")
	}
	p := addressDate.FindStringSubmatch(address)
	if p == nil {
		if p = addressDay.FindStringSubmatch(address); p == nil {
			return time.Time{}, false
		}
		p[1], p[3] = p[3], p[1]
	}
	y, _ := strconv.Atoi(p[1])
	mo, _ := strconv.Atoi(p[2])
	d, _ := strconv.Atoi(p[3])
	t := time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d
}

// markedDate returns the date of the first element marked as one: those of the
// head of the article before those of comments and lists of other articles.
func (m *pageMeta) markedDate(monthFirst bool) (time.Time, bool) {
	for _, strict := range []bool{true, false} {
		for _, n := range m.times {
			if m.outside(n) {
				continue
			}
			class := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop") + " " + attr(n, "id"))
			if strings.Contains(class, "modif") || strings.Contains(class, "update") || strings.Contains(class, "comment") {
				continue
			}
			sure := n.DataAtom == atom.Time && attr(n, "datetime") != "" || strings.Contains(class, "publish") || strings.Contains(class, "date")
			if strict && !sure {
				continue
			}
			if t, ok := elementDate(n, monthFirst); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// outside reports whether n stands in a part of the page that is about other
// articles. What holds the title too is none, whatever it is called.
func (m *pageMeta) outside(n *html.Node) bool {
	for p := n.Parent; p != nil && !m.above()[p]; p = p.Parent {
		switch p.DataAtom {
		case atom.Aside, atom.Footer, atom.Nav:
			return true
		case atom.Body, atom.Html:
			return false
		}
		class, id := attr(p, "class"), attr(p, "id")
		if class == "" && id == "" {
			continue
		}
		class = strings.ToLower(class + " " + id)
		for _, bad := range [...]string{"comment", "related", "sidebar", "footer", "recent", "teaser"} {
			if hasWord(class, bad) && !(bad == "footer" && ownFoot.MatchString(class)) {
				return true
			}
		}
	}
	return false
}

// ownFoot finds the name of the foot of an article, in which some sites tell who wrote it and when.
var ownFoot = regexp.MustCompile(`\b(?:post|entry|article)-footer\b`)

// above returns the elements that hold the title.
func (m *pageMeta) above() map[*html.Node]bool {
	if m.holders == nil && m.titleAt != nil {
		m.holders = map[*html.Node]bool{}
		for p := m.titleAt.Parent; p != nil; p = p.Parent {
			m.holders[p] = true
		}
	}
	return m.holders
}

// elementDate reads the date of an element, in its attributes or its words.
func elementDate(n *html.Node, monthFirst bool) (time.Time, bool) {
	for _, key := range []string{"datetime", "content", "title", "data-datetime", "data-date", "data-time", "data-published"} {
		if t, ok := date.In(attr(n, key), monthFirst); ok {
			return t, true
		}
	}
	text := textOf(n)
	if len(text) > 160 {
		return time.Time{}, false
	}
	return date.Within(text, monthFirst)
}
