package pdf

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"offprint/reader/parse/inner"
)

// This file reads what a browser printed: a page of the web with all that
// surrounds the article on it. The title of the page, which the file tells,
// shows where the article begins.

var (
	// printed are the programs that print pages: on the day of the reader, not of the writer.
	printed     = regexp.MustCompile(`(?i)skia/pdf|chrom|mozilla|firefox|wkhtmltopdf|\bqt \d|cairo|quartz|safari|webkit|print to pdf`)
	signed      = regexp.MustCompile(`^(?:[^.!?]{0,40}\s)?(?i:by|von|par|por|door|text:|autor(?:in)?:|author:|автор:)\s+(\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|da|di|del|der|van|von|zu)){1,4})(?:$|\s*[|,•·@–—]|\s+(?:on|am|le|el|Lesezeit)\b|\s+\d)`)
	datedBefore = regexp.MustCompile(`^(\d{1,2}\.? \p{L}{3,}\.? \d{4}|\p{Lu}\p{L}+ \d{1,2}, \d{4})[\s,|·•–—-]+(?:(?i:by)\s+)?(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})$`)
)

// printedPage finds author and day of a page whose title stands at i, -1 if it
// stands nowhere, and leaves out what surrounds its text.
func (m *measures) printedPage(d *inner.Document, i int, list []paragraph, texts []string, skip map[int]bool) {
	if i >= 0 {
		if d.Says.Byline == "" {
			d.Says.Byline, d.Else.Date = dated(texts[i+1:min(len(texts), i+1+bylineReach)], i+1, skip)
		}
		above(list[:i], texts, skip)
	}
	m.below(list, max(i, len(list)/3), texts, skip)
}

// titleShare is how much of the title of a page its heading is at least, in percent.
const titleShare = 40

// entitled finds the heading that the title of a page repeats, with the name of
// the site before or behind it: the largest; -1 if there is none.
func (m *measures) entitled(said string, list []paragraph, texts []string) int {
	whole, best := letters(said), -1
	for i := range list {
		t := letters(texts[i])
		if list[i].page > 2 || list[i].item || list[i].rows != nil || len(t) < 8 || len(t)*100 < len(whole)*titleShare || !strings.Contains(whole, t) {
			continue
		}
		if best < 0 || list[i].size > 1.05*list[best].size || list[i].size > 0.95*list[best].size && len(t) > len(letters(texts[best])) {
			best = i
		}
	}
	return best
}

// siteless is the title of a page without the name of its site, the shorter part.
func siteless(title string) string {
	for _, between := range []string{" | ", " – ", " — ", " - ", " · ", " « ", " » ", " :: "} {
		if i := strings.LastIndex(title, between); i > 0 {
			if head, tail := title[:i], title[i+len(between):]; len(tail) > len(head) {
				return tail
			} else if len(strings.Fields(head)) > 1 {
				return head
			}
		}
	}
	return title
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
		if m := signed.FindStringSubmatch(text); m != nil && utf8.RuneCountInString(text) < 120 && !ends(text) {
			skip[at+i] = true
			return m[1], ""
		}
		if m := datedBefore.FindStringSubmatch(text); m != nil {
			skip[at+i] = true
			return m[2], m[1]
		}
	}
	return "", ""
}

// longAbove is how long a paragraph above a title may be, in characters, to be
// one that leads elsewhere.
const longAbove = 300

// above leaves out what a printed page has above its title: the name of the
// site, its menu, the section; but nothing like the text of an article.
func above(list []paragraph, texts []string, skip map[int]bool) {
	for i := range list {
		if utf8.RuneCountInString(texts[i]) > longAbove {
			return
		}
	}
	for i := range list {
		skip[i] = true
	}
}

// below leaves out what a printed page has behind its text, from the heading
// of its comments or of what else can be read there on.
func (m *measures) below(list []paragraph, from int, texts []string, skip map[int]bool) {
	for i := from; i < len(list); i++ {
		if !behind.MatchString(texts[i]) || !list[i].bold && !m.large(&list[i], texts[i]) {
			continue
		}
		for ; i < len(list); i++ {
			skip[i] = true
		}
	}
}

var behind = regexp.MustCompile(`(?i)^(?:(?:\d+|no|one) (?:comments?|thoughts?|repl(?:y|ies)|responses?)|comments?(?: \(\d+\))?|leave a (?:comment|reply)|related (?:articles|stories|posts|news|content)|most (?:read|popular)|recent posts|more (?:stories|news)|you may also like|read next|\d* ?kommentare|ähnliche artikel|mehr zum thema|das könnte sie auch interessieren|\d* ?commentaires|à lire aussi|sur le même sujet|\d* ?comentarios|también te puede interesar|комментарии|читайте также|читайте також|коментарі)$`)
