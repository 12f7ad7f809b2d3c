package pdf

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/parse/inner"
)

// describe fills in what is known of a document: what it shows, then what its
// file says. It returns the paragraphs that are said by this.
func (f *file) describe(d *inner.Document, m *measures, list []paragraph, texts []string) map[int]bool {
	skip := make(map[int]bool)
	about := f.about()
	said := title(about.title)
	page := printed.MatchString(about.maker)
	var i int
	if page && said != "" {
		i = m.entitled(said, list, texts)
		d.Says.Title = siteless(said)
	} else {
		i = m.top(list, texts)
		d.Says.Title = said
	}
	if i >= 0 {
		i = titled(d, i, said, page, texts, skip)
	}
	if page {
		m.printedPage(d, i, list, texts, skip)
	} else if d.Else.Date == "" {
		d.Else.Date = date(about.made)
	}
	d.Else.Byline = author(about.author)
	repeated(d, said, list, texts, skip)
	d.Else.Language = f.said(f.dict(f.trailer["Root"]), "Lang")
	return skip
}

// titled takes title, author and day from the paragraphs that begin with the
// title at i, and returns where that ends. page says that a browser printed it.
func titled(d *inner.Document, i int, said string, page bool, texts []string, skip map[int]bool) int {
	skip[i] = true
	d.Says.Title = texts[i]
	if rest, ok := strings.CutPrefix(letters(said), letters(texts[i])); ok && rest != "" && !siteAfter(said, texts[i]) {
		switch second := i+1 < len(texts) && letters(texts[i+1]) == rest; {
		case second: // it stands on a line of its own
			d.Says.Title = said
			i++
			skip[i] = true
		case !page && len(said) < 2*len(texts[i]):
			d.Says.Title = said
		}
	}
	d.Says.Byline, d.Else.Date = authors(texts, i+1, skip)
	if d.Says.Byline == "" && i+2 < len(texts) && nameAlone.MatchString(texts[i+1]) && dayAlone.MatchString(texts[i+2]) {
		d.Says.Byline = texts[i+1] // as LaTeX sets them
		skip[i+1] = true
	}
	return i
}

// repeated leaves out what only says again what is told above the text.
func repeated(d *inner.Document, said string, list []paragraph, texts []string, skip map[int]bool) {
	for i := range list {
		if t := letters(texts[i]); list[i].page == 0 && said != "" && (t == letters(said) || t == letters(d.Says.Title)) {
			skip[i] = true
		}
	}
	name := letters(d.Else.Byline)
	for i := range texts[:min(len(texts), 4)] {
		if t := letters(texts[i]); t != "" && (t == name || t == "by"+name) {
			skip[i] = true
		}
	}
}

// about is what a file says of its document.
type about struct{ title, author, made, maker string }

// about reads the information dict, and what is newer, the XMP metadata. When
// a document was last changed says nothing.
func (f *file) about() about {
	info := f.dict(f.trailer["Info"])
	a := about{f.said(info, "Title"), f.said(info, "Author"), f.said(info, "CreationDate"), f.said(info, "Producer") + " " + f.said(info, "Creator")}
	s, ok := f.get(f.dict(f.trailer["Root"])["Metadata"]).(stream)
	if !ok {
		return a
	}
	data, err := f.unpack(s)
	if err != nil || len(data) > 1<<20 {
		return a
	}
	for _, x := range []struct {
		to   *string
		from *regexp.Regexp
	}{{&a.title, xmpTitle}, {&a.author, xmpAuthor}, {&a.made, xmpMade}} {
		if m := x.from.FindSubmatch(data); m != nil && *x.to == "" {
			*x.to = strings.Join(strings.Fields(html.UnescapeString(string(m[1]))), " ")
		}
	}
	return a
}

// siteAfter reports whether a longer title is the shorter with the site's name
// behind it, as browsers have it.
func siteAfter(long, short string) bool {
	rest, ok := strings.CutPrefix(long, short)
	return ok && site.MatchString(rest)
}

func (f *file) said(d dict, k name) string {
	t, _ := f.get(d[k]).(text)
	return strings.Join(strings.Fields(plain(t[:min(len(t), 2000)])), " ")
}

// top finds the title: the first of the largest paragraphs on the first page,
// if it is clearly larger than the running text; -1 if there is none.
func (m *measures) top(list []paragraph, texts []string) int {
	best := -1
	for i := range list {
		if list[i].page > 0 {
			break
		}
		if n := utf8.RuneCountInString(texts[i]); n < 6 || !m.large(&list[i], texts[i]) || strings.IndexFunc(texts[i], unicode.IsLetter) < 0 {
			continue
		}
		if best < 0 || list[i].size > 1.05*list[best].size {
			best = i
		}
	}
	return best
}

// letters is what two ways of writing a title have in common.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

var (
	madeBy    = regexp.MustCompile(`(?i)^(microsoft (word|powerpoint|office word)|powerpoint presentation|word) ?-? ?`)
	fileName  = regexp.MustCompile(`(?i)\.(docx?|odt|rtf|txt|pdf|indd|qxp?d?|tex|dvi|pages|html?|xlsx?|pptx?|fm|pmd|wpd|ai|eps|cdr|pub|tmp|p65)$`)
	noTitle   = regexp.MustCompile(`(?i)^(untitled|no title|title|document ?\d*|unbenannt|sans titre|layout \d+|slide \d+|print|full page photo|scan.*|\(?anonymous\)?|c?\d{5,}.*|[a-z0-9]+_[a-z0-9_-]+)$`)
	noAuthor  = regexp.MustCompile(`(?i)^(user\d*|admin.*|owner|author|unknown|anonymous|root|default|none|n/a|windows.*|microsoft.*|adobe.*|valued.*|customer|guest|pc|.*\.(com|org|net)|.*@.*)$`)
	by        = regexp.MustCompile(`^(?i:by)\s+(\p{Lu}[^\n]{2,80})$`)
	byDated   = regexp.MustCompile(`^(?i:by)\s+(\p{Lu}[^\n\d]{2,80}?)[\s,|·•–—-]+((?:\p{Lu}\p{L}+ \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,}\.? \d{4}|\d{4}-\d\d-\d\d))$`)
	nameAlone = regexp.MustCompile(`^\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|da|di|del|der|van|von|zu)){1,4}$`)
	dayAlone  = regexp.MustCompile(`^(?:\d{1,2}\.? \p{L}{3,}\.? \d{4}|\p{Lu}\p{L}+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)$`)
	made      = regexp.MustCompile(`^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)`)
	site      = regexp.MustCompile(`^\s+(?:[|·•»—–-]|::)\s`)
	xmpTitle  = regexp.MustCompile(`(?s)<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]{1,500})<`)
	xmpAuthor = regexp.MustCompile(`(?s)<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]{1,300})<`)
	xmpMade   = regexp.MustCompile(`<?xmp:CreateDate(?:>|=")([^<"]{1,40})`)
)

// title is a title that a person gave; empty for what a program put there.
func title(s string) string {
	s = strings.TrimSpace(madeBy.ReplaceAllString(s, ""))
	if fileName.MatchString(s) || noTitle.MatchString(s) || utf8.RuneCountInString(s) < 4 || strings.IndexFunc(s, unicode.IsLetter) < 0 ||
		strings.ContainsAny(s, `\/`) && !strings.Contains(s, " ") {
		return ""
	}
	return s
}

// author is the name of a person or an office; empty for that of an account.
func author(s string) string {
	if noAuthor.MatchString(s) || !strings.Contains(s, " ") || len(s) > 200 {
		return ""
	}
	return s
}

// authors is the name after a title in a line such as "By Jane Roe", or in the
// one after "by". What tells it is to be skipped.
func authors(texts []string, at int, skip map[int]bool) (name, day string) {
	for i, alone := at, ""; i < min(len(texts), at+2); i++ {
		m := by.FindStringSubmatch(alone + texts[i])
		switch {
		case m != nil && !ends(texts[i]):
			skip[i] = true
			if alone != "" {
				skip[i-1] = true
			}
			if with := byDated.FindStringSubmatch(alone + texts[i]); with != nil {
				return strings.TrimRight(with[1], " ,|·•–—-"), with[2]
			}
			return m[1], ""
		case strings.EqualFold(texts[i], "by"):
			alone = "by "
		default:
			return "", ""
		}
	}
	return "", ""
}

// date is the day in a date such as D:20240419120000Z.
func date(s string) string {
	m := made.FindStringSubmatch(s)
	if m == nil || m[1] < "1980" || m[2] < "01" || m[2] > "12" || m[3] < "01" || m[3] > "31" {
		return ""
	}
	return m[1] + "-" + m[2] + "-" + m[3]
}
