package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/clean"
)

// bylineReach is how long a byline may be, in characters.
const bylineReach = 120

// bylineOf takes the line if it says who wrote the article: By X, Von X,
// Author: X. It reports whether it does.
func bylineOf(line string, f *found) bool {
	line = stripMarks(strings.TrimSpace(line))
	if line == "" || utf8.RuneCountInString(line) > bylineReach {
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
	if name = trimByline(name); !nameLike(name) {
		return false
	}
	f.byline = name
	return true
}

// byDate takes a date off the end of a byline: "Jane Roe | April 19, 2024".
func byDate(name string, f *found) string {
	for _, mark := range []string{" | ", " - ", " – ", " — ", " • ", " · ", ", "} {
		head, tail, ok := strings.Cut(name, mark)
		if !ok {
			continue
		}
		if t, ok := parseDate(tail, true); ok {
			if f.published.IsZero() {
				f.published = t
			}
			return head
		}
	}
	return name
}

// trimByline joins several names by commas and drops what is not a name. The
// name of a body may hold an "and" of its own.
func trimByline(name string) string {
	name = strings.Trim(name, " .,;:|-–—")
	name = strings.TrimPrefix(name, "by ")
	name = strings.ReplaceAll(name, "; ", ", ")
	for _, and := range []string{" and ", " & "} {
		parts := strings.Split(name, and)
		name = parts[0]
		for _, part := range parts[1:] {
			if bodyBefore(name) {
				name += and + part
			} else {
				name += ", " + part
			}
		}
	}
	return strings.ReplaceAll(name, ",, ", ", ")
}

// bodyBefore reports whether the last of these names is that of a body: with a
// small word in it that no surname has, as Department of Health.
func bodyBefore(names string) bool {
	words := strings.Fields(names[strings.LastIndexByte(names, ',')+1:])
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "on" || w == "für" || w == "pour") {
			return true
		}
	}
	return false
}

// nameLike reports whether s can be the name of a writer or of an agency: few
// words, nearly all capitalised, no end of a sentence.
func nameLike(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 16 || strings.ContainsAny(s, "?!<>{}\"“”") {
		return false
	}
	small := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(@'"))
		if unicode.IsLower(r) {
			small++
		}
	}
	return small*2 <= len(words)-1 || len(words) == 1 && small == 0 || len(words) > 1 && small*2 < len(words)
}

// dateLine takes the line if it is a date and nothing else but a word such as Published.
func dateLine(line string, f *found) bool {
	line = stripMarks(strings.TrimSpace(line))
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
	t, ok := parseDate(line, true)
	if !ok && strings.Trim(line, "0123456789-:.+ TZ") == "" { // a program's stamp
		t, ok = dateIn(line, true)
	}
	if ok {
		f.published = t
	}
	return ok
}

// topicLine takes a line such as "Topics: Elections, Economy".
func topicLine(b *clean.Block, f *found) bool {
	line := stripMarks(strings.TrimSpace(b.Lines[0]))
	for _, head := range []string{"Tags:", "Topics:", "Keywords:", "Categories:", "Filed under:", "Read more about:", "More on:"} {
		rest, ok := cutPrefixFold(line, head)
		if !ok {
			continue
		}
		for _, t := range strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == '|' || r == ';' || r == '·' }) {
			if t = strings.TrimSpace(t); t != "" && len(t) <= 60 && len(f.tags) < 30 {
				f.tags = append(f.tags, t)
			}
		}
		return true
	}
	return false
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// captionReach is how long a caption may be, in characters.
const captionReach = 400

// captionLine reports whether the line is the caption of a picture: it ends
// with, or begins with, whom the picture is from.
func captionLine(line string) bool {
	if utf8.RuneCountInString(line) > captionReach {
		return false
	}
	text := strings.TrimRight(stripMarks(line), " .)]")
	low := strings.ToLower(text)
	for _, head := range []string{"photo:", "photo by ", "image:", "image by ", "picture:", "photograph:", "photograph by ", "file photo", "photo credit", "image credit", "courtesy of ", "foto:", "fotos:", "bild:", "bild via", "bilder:", "titelbild:", "symbolbild", "crédit photo", "photos:", "credit:", "image via", "bildquelle", "foto: ", "photo :", "image illustrative", "illustration:", "illustration :", "abbildung:", "grafik:", "symbolfoto", "archivbild", "archivfoto", "imagen:", "fotografía:", "©", "(foto", "(bild", "(photo", "(crédito"} {
		if strings.HasPrefix(low, head) {
			return true
		}
	}
	for _, mark := range []string{" photo: ", " image: ", " picture: ", "(photo: ", "(photo by ", " photo by ", "(image: ", "(foto: ", "(bild: ", "(fotos: ", " bild: ", " fotos: ", "(crédito: ", "credit: ", "(ap photo", "courtesy of ", " foto: ", "© "} {
		if i := strings.LastIndex(low, mark); i >= 0 && len(strings.Fields(low[i+len(mark):])) <= 6 && (i > 0 || mark == "© ") {
			return true
		}
	}
	// A name behind a stroke: Wall of the old town. Jane Roe / Agency
	if i := strings.LastIndex(text, " / "); i >= 0 && creditSide(text[i+3:]) && runesIn(low) < captionReach*2/3 {
		return true
	}
	for _, agency := range []string{"/reuters", "/ap", "/afp", "/getty images", "/getty", "/epa", "/tass", "/dpa", "via getty images", "via ap", "via reuters", "/shutterstock", "wikimedia commons"} {
		if strings.HasSuffix(low, agency) {
			return true
		}
	}
	return false
}

// creditSide reports whether s is what stands behind the stroke of a credit: a few words, no sentence.
func creditSide(s string) bool {
	return len(strings.Fields(s)) <= 4 && !strings.ContainsAny(s, ".?!,;:") || len(strings.Fields(s)) <= 2 && !strings.ContainsAny(s, "?!;:")
}

func runesIn(s string) int { return utf8.RuneCountInString(s) }

// fieldReach is the length from which a line is no field of any kind, in bytes.
const fieldReach = 2000

// stripMarks takes the marks of emphasis, headings and links off a line.
func stripMarks(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(s, "#"))
	if len(s) > fieldReach || !strings.ContainsAny(s, "*_[\\`&") {
		return s
	}
	return inlineText(escapeAngles(s))
}

// escapeAngles escapes the < that could begin a tag, and is not escaped yet.
func escapeAngles(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '<' && (i == 0 || s[i-1] != '\\') {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
