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
	d.Says.Title = said
	if i := m.top(list, texts); i >= 0 {
		d.Says.Title = texts[i]
		skip[i] = true
		if rest, ok := strings.CutPrefix(letters(said), letters(texts[i])); ok && len(said) < 2*len(texts[i]) && rest != "" && !siteAfter(said, texts[i]) {
			d.Says.Title = said // with the part that stands on a line of its own
			if i+1 < len(texts) && letters(texts[i+1]) == rest {
				skip[i+1] = true
				i++
			}
		}
		d.Says.Byline, d.Else.Date = authors(texts, i+1, skip)
		if d.Says.Byline == "" && i+2 < len(texts) && nameAlone.MatchString(texts[i+1]) && dayAlone.MatchString(texts[i+2]) {
			d.Says.Byline = texts[i+1] // as LaTeX sets them
			skip[i+1] = true
		}
		if printed.MatchString(about.maker) {
			if d.Says.Byline == "" {
				d.Says.Byline, d.Else.Date = dated(texts[i+1:min(len(texts), i+1+bylineReach)], i+1, skip)
			}
			above(list[:i], texts, skip)
			m.below(list, texts, skip)
		}
	}
	for i := range list {
		if t := letters(texts[i]); list[i].page == 0 && said != "" && (t == letters(said) || t == letters(d.Says.Title)) {
			skip[i] = true
		}
	}
	d.Else.Byline = author(about.author)
	for i := range texts[:min(len(texts), 4)] {
		if t := letters(texts[i]); t != "" && (t == letters(d.Else.Byline) || t == letters("by"+d.Else.Byline)) {
			skip[i] = true // it is told above the text
		}
	}
	if !printed.MatchString(about.maker) && d.Else.Date == "" {
		d.Else.Date = date(about.made)
	}
	d.Else.Language = f.said(f.dict(f.trailer["Root"]), "Lang")
	return skip
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
	madeBy      = regexp.MustCompile(`(?i)^(microsoft (word|powerpoint|office word)|powerpoint presentation|word) ?-? ?`)
	fileName    = regexp.MustCompile(`(?i)\.(docx?|odt|rtf|txt|pdf|indd|qxp?d?|tex|dvi|pages|html?|xlsx?|pptx?|fm|pmd|wpd|ai|eps|cdr|pub|tmp|p65)$`)
	noTitle     = regexp.MustCompile(`(?i)^(untitled|no title|title|document ?\d*|unbenannt|sans titre|layout \d+|slide \d+|print|full page photo|scan.*|\(?anonymous\)?|c?\d{5,}.*|[a-z0-9]+_[a-z0-9_-]+)$`)
	noAuthor    = regexp.MustCompile(`(?i)^(user\d*|admin.*|owner|author|unknown|anonymous|root|default|none|n/a|windows.*|microsoft.*|adobe.*|valued.*|customer|guest|pc|.*\.(com|org|net)|.*@.*)$`)
	by          = regexp.MustCompile(`^(?i:by)\s+(\p{Lu}[^\n]{2,80})$`)
	byDated     = regexp.MustCompile(`^(?i:by)\s+(\p{Lu}[^\n\d]{2,80}?)[\s,|·•–—-]+((?:\p{Lu}\p{L}+ \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,}\.? \d{4}|\d{4}-\d\d-\d\d))$`)
	datedBefore = regexp.MustCompile(`^(\d{1,2}\.? \p{L}{3,}\.? \d{4}|\p{Lu}\p{L}+ \d{1,2}, \d{4})[\s,|·•–—-]+(?:(?i:by)\s+)?(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})$`)
	nameAlone   = regexp.MustCompile(`^\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|da|di|del|der|van|von|zu)){1,4}$`)
	dayAlone    = regexp.MustCompile(`^(?:\d{1,2}\.? \p{L}{3,}\.? \d{4}|\p{Lu}\p{L}+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)$`)
	made        = regexp.MustCompile(`^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)`)
	site        = regexp.MustCompile(`^\s+(?:[|·•»—–-]|::)\s`)
	// printed are the programs that print pages: on the day of the reader, not of the writer.
	printed   = regexp.MustCompile(`(?i)skia/pdf|chrom|mozilla|firefox|wkhtmltopdf|\bqt \d|cairo|quartz|safari|webkit|print to pdf`)
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

// bylineReach is how many paragraphs below the title of a printed page its
// author may be named: a summary and where to share it stand between.
const bylineReach = 5

// dated is who a printed page names with the day, "By Jane Roe 12 March 2024"
// or "12 March 2024 Jane Roe", and that day. What tells them is to be skipped; at is where texts begin.
func dated(texts []string, at int, skip map[int]bool) (name, day string) {
	for i, text := range texts {
		if m := byDated.FindStringSubmatch(text); m != nil {
			skip[at+i] = true
			return strings.TrimRight(m[1], " ,|·•–—-"), m[2]
		}
		if m := datedBefore.FindStringSubmatch(text); m != nil {
			skip[at+i] = true
			return m[2], m[1]
		}
	}
	return "", ""
}

// above leaves out what a printed page has above its title: the name of the
// site, its menu, the section; but not whole sentences.
func above(list []paragraph, texts []string, skip map[int]bool) {
	for i := range list {
		if ends(texts[i]) || utf8.RuneCountInString(texts[i]) > 120 {
			return
		}
	}
	for i := range list {
		skip[i] = true
	}
}

// below leaves out what a printed page has behind its text, from the heading
// of its comments or of what else can be read there on.
func (m *measures) below(list []paragraph, texts []string, skip map[int]bool) {
	for i := len(list) / 3; i < len(list); i++ {
		if !behind.MatchString(texts[i]) || !list[i].bold && !m.large(&list[i], texts[i]) {
			continue
		}
		for ; i < len(list); i++ {
			skip[i] = true
		}
	}
}

var behind = regexp.MustCompile(`(?i)^(?:(?:\d+|no|one) (?:comments?|thoughts?|repl(?:y|ies)|responses?)|comments?(?: \(\d+\))?|leave a (?:comment|reply)|related (?:articles|stories|posts|news|content)|most (?:read|popular)|recent posts|more (?:stories|news)|you may also like|read next|\d* ?kommentare|ähnliche artikel|mehr zum thema|das könnte sie auch interessieren|\d* ?commentaires|à lire aussi|sur le même sujet|\d* ?comentarios|también te puede interesar|комментарии|читайте также|читайте також|коментарі)$`)

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
