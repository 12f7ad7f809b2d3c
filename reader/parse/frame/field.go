package frame

import (
	"strings"
	"unicode/utf8"

	"offprint/reader/clean"
	"offprint/reader/parse/date"
	"offprint/reader/parse/phrase"
)

// BylineReach is how long a byline may be, in characters.
const BylineReach = 120

// BylineOf takes the line if it says who wrote the article: By X, Von X,
// Author: X. It reports whether it does.
func BylineOf(line string, f *Found) bool {
	line = phrase.StripMarks(strings.TrimSpace(line))
	if line == "" || utf8.RuneCountInString(line) > BylineReach {
		return false
	}
	name := ""
	for _, head := range []string{"By: ", "By ", "BY ", "Written by ", "Author: ", "Authors: ", "Byline: ", "Von ", "Par ", "Por ", "Di ", "Door ", "Автор: ", "Текст: ", "Text: ", "نویسنده: ", "الكاتب: ", "كتب: ", "作者：", "文：", "글: "} {
		if rest, ok := strings.CutPrefix(line, head); ok {
			name = rest
			break
		}
	}
	if name == "" {
		return false
	}
	name, _, _ = strings.Cut(name, " <http") // where the name leads
	name = byDate(name, f)
	if name = phrase.Byline(name); !phrase.NameLike(name) {
		return false
	}
	f.Byline = name
	return true
}

// byDate takes a date off the end of a byline: "Jane Roe | April 19, 2024".
func byDate(name string, f *Found) string {
	for _, mark := range []string{" | ", " - ", " – ", " — ", " • ", " · ", ", "} {
		head, tail, ok := strings.Cut(name, mark)
		if !ok {
			continue
		}
		if t, ok := date.Parse(tail, true); ok {
			if f.Published.IsZero() {
				f.Published = t
			}
			return head
		}
	}
	return name
}

// dateLine takes the line if it is a date and nothing else but a word such as Published.
func dateLine(line string, f *Found) bool {
	line = phrase.StripMarks(strings.TrimSpace(line))
	if len(line) > 90 {
		return false
	}
	for _, head := range []string{"Published", "Posted", "Updated", "Last updated", "Date", "PUBLISHED", "DATE", "Veröffentlichung", "Veröffentlicht", "Erschienen", "Aktualisiert", "Datum", "Publié", "Mis à jour", "Publicado", "Actualizado", "Pubblicato", "Gepubliceerd", "Geplaatst", "Opublikowano", "opublikowano", "Stand", "Дата"} {
		if rest, ok := strings.CutPrefix(line, head); ok {
			line = strings.TrimLeft(rest, ": ")
			for _, on := range []string{"on ", "le ", "el ", "am ", "at "} {
				line = strings.TrimPrefix(line, on)
			}
			break
		}
	}
	t, ok := date.Parse(line, true)
	if !ok && strings.Trim(line, "0123456789-:.+ TZ") == "" { // a program's stamp
		t, ok = date.In(line, true)
	}
	if ok {
		f.Published = t
	}
	return ok
}

// topicLine takes a line such as "Topics: Elections, Economy".
func topicLine(b *clean.Block, f *Found) bool {
	line := phrase.StripMarks(strings.TrimSpace(b.Lines[0]))
	for _, head := range []string{"Tags:", "Topics:", "Keywords:", "Categories:", "Filed under:", "Read more about:", "More on:"} {
		rest, ok := phrase.CutFold(line, head)
		if !ok {
			continue
		}
		for _, t := range strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == '|' || r == ';' || r == '·' }) {
			if t = strings.TrimSpace(t); t != "" && len(t) <= 60 && len(f.Tags) < 30 {
				f.Tags = append(f.Tags, t)
			}
		}
		return true
	}
	return false
}

func runesIn(s string) int { return utf8.RuneCountInString(s) }
