// Package cite writes where words come from: a quote or a passage with its
// speaker, outlet, title, date and address, in the forms that people paste
// into texts and reference managers.
//
// A [Work] is what is cited; its methods are the forms.
package cite

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// Work is a passage of an article. Fields that are not known are empty.
type Work struct {
	Words     reader.Text // the passage; empty cites the article as a whole
	Speaker   reader.Text // who said it
	Title     reader.Text
	Byline    reader.Text
	Outlet    reader.Text
	Published time.Time
	Address   reader.Text
	// Kind tells whose words these are. The reporter's get no marks, and the
	// word "reported" behind the speaker.
	Kind reader.QuoteKind
	// Mark ends the key of an entry, so that several in one file differ:
	// ASCII letters, digits and hyphens.
	Mark string
}

// Of returns the article as a work, without words.
func Of(a *reader.Article) Work {
	return Work{Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, Published: a.Published, Address: a.Address}
}

// Saying returns the work with words as they stand there, and who said them.
func (w Work) Saying(words, speaker reader.Text) Work {
	w.Words, w.Speaker, w.Kind = words, speaker, reader.QuoteDirect
	return w
}

// Quoting returns the work with the words of a quote, and who said them if that
// is likely enough to be told.
func (w Work) Quoting(q *reader.Quote, words reader.Text) Work {
	w.Words, w.Speaker, w.Kind = words, "", q.Kind
	if q.Attributed() {
		w.Speaker = q.Speaker.Name
	}
	return w
}

// Plain returns one line: "words" (Speaker; Title, Outlet, 19 April 2024, address).
// Words of the reporter are: words (Speaker, reported; Title, ...).
func (w Work) Plain() reader.Text {
	source := join(", ", w.Title, w.Outlet, w.day(), w.Address)
	if w.Words == "" {
		return join(": ", w.Byline, source)
	}
	if source = join("; ", join(", ", w.Speaker, w.reported()), source); source == "" {
		return w.quoted()
	}
	return w.quoted() + " (" + source + ")"
}

// Markdown returns a block quote with the source as a link under it.
func (w Work) Markdown() reader.Text {
	title := escape(w.Title)
	if w.Address != "" {
		if title == "" {
			title = escape(w.Address)
		}
		title = "[" + title + "](<" + link(w.Address) + ">)"
	}
	source := join(", ", escape(w.said()), escape(w.Byline), title, escape(w.Outlet), w.day())
	if w.Words == "" {
		return source
	}
	lines := strings.Split(string(escape(w.quoted())), "\n")
	return reader.Clean("> "+strings.Join(lines, "\n> ")) + "\n>\n> — " + source
}

// BibTeX returns an entry of type online.
func (w Work) BibTeX() reader.Text {
	var b strings.Builder
	fmt.Fprintf(&b, "@online{%s,\n", w.key())
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
		}
	}
	field("author", w.author())
	if w.Title != "" {
		field("title", "{"+texField(w.Title)+"}") // styles leave the capitals of names as they are only within braces
	}
	field("organization", texField(w.Outlet))
	if !w.Published.IsZero() {
		field("date", w.Published.Format(time.DateOnly))
	}
	if w.Address != "" {
		fmt.Fprintf(&b, "  url = {%s},\n", strings.NewReplacer("{", "%7B", "}", "%7D").Replace(string(w.Address)))
	}
	if w.Words != "" {
		field("note", texField(join(": ", w.said(), w.quoted())))
	}
	b.WriteString("}")
	return reader.Clean(b.String())
}

// cslName and cslItem are the parts of CSL JSON that are used here.
type cslName struct {
	Literal string `json:"literal"`
}

type cslItem struct {
	ID        string     `json:"id"`
	Type      string     `json:"type"`
	Title     string     `json:"title,omitempty"`
	Author    []cslName  `json:"author,omitempty"`
	Container string     `json:"container-title,omitempty"`
	Issued    *cslIssued `json:"issued,omitempty"`
	URL       string     `json:"URL,omitempty"`
	Note      string     `json:"note,omitempty"`
}

type cslIssued struct {
	DateParts [][]int `json:"date-parts"`
}

// CSL returns an item of CSL JSON (article-newspaper), on one line.
func (w Work) CSL() reader.Text {
	item := cslItem{
		ID: w.key(), Type: "article-newspaper",
		Title: string(w.Title), Container: string(w.Outlet), URL: string(w.Address),
	}
	for _, name := range w.authors() {
		item.Author = append(item.Author, cslName{name})
	}
	if !w.Published.IsZero() {
		y, m, d := w.Published.Date()
		item.Issued = &cslIssued{[][]int{{y, int(m), d}}}
	}
	if w.Words != "" {
		item.Note = string(join(": ", w.said(), w.quoted()))
	}
	out, err := json.Marshal(item)
	if err != nil { // strings and numbers always marshal
		return ""
	}
	return reader.Clean(string(out))
}

func (w Work) day() reader.Text {
	if w.Published.IsZero() {
		return ""
	}
	return reader.CleanLine(w.Published.Format("2 January 2006"))
}

// author returns the byline as BibTeX joins names; whole names are kept
// together by braces, since agencies are no "last, first".
func (w Work) author() string {
	var names []string
	for _, name := range w.authors() {
		names = append(names, "{"+texField(reader.CleanLine(name))+"}")
	}
	return strings.Join(names, " and ")
}

// outletArticles stand before the names of papers, and www before addresses.
var outletArticles = map[string]bool{"the": true, "a": true, "le": true, "la": true, "les": true, "el": true, "los": true, "der": true, "die": true, "das": true, "il": true, "www": true}

// key names the entry: outlet without its article, year and the title's first long word, ASCII letters and digits only.
func (w Work) key() string {
	var parts []string
	for _, word := range strings.FieldsFunc(string(w.Outlet), func(r rune) bool { return r == '.' || r == ' ' }) {
		if !outletArticles[strings.ToLower(word)] {
			parts = append(parts, word)
			break
		}
	}
	if !w.Published.IsZero() {
		parts = append(parts, w.Published.Format("2006"))
	}
	for _, word := range strings.Fields(string(w.Title)) {
		if len(word) > 4 {
			parts = append(parts, word)
			break
		}
	}
	key := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return -1
	}, strings.Join(parts, ""))
	if !strings.ContainsFunc(key, unicode.IsLetter) { // nothing in Latin letters
		key = "article" + key
	}
	return key + w.Mark
}

// reported is the word for what is told in the reporter's words, else empty.
func (w Work) reported() reader.Text {
	if w.Words == "" || w.Kind != reader.QuoteIndirect {
		return ""
	}
	return Reported
}

// said returns who said the words, and that they are the reporter's if so.
func (w Work) said() reader.Text {
	if w.reported() == "" {
		return w.Speaker
	}
	return join(" ", w.Speaker, "("+w.reported()+")")
}

func (w Work) quoted() reader.Text { return Quoted(w.Kind, w.Words) }

// Reported is the word that tells indirect speech from words as they were said.
const Reported reader.Text = "reported"

// Quoted returns the words of a quote as they are shown: within marks, unless
// they begin with one. Of a mixed quote the marks inside tell what was said so;
// indirect speech has none.
func Quoted(kind reader.QuoteKind, words reader.Text) reader.Text {
	const marks = `"“”„«»`
	switch first, _ := utf8.DecodeRuneInString(string(words)); {
	case words == "" || kind == reader.QuoteIndirect,
		kind == reader.QuoteDirect && strings.ContainsRune(marks, first),
		kind == reader.QuoteMixed && strings.ContainsAny(string(words), marks):
		return words
	}
	return "“" + words + "”"
}

// join joins what is not empty.
func join(by reader.Text, parts ...reader.Text) reader.Text {
	var out reader.Text
	for _, p := range parts {
		if p == "" {
			continue
		}
		if out != "" {
			out += by
		}
		out += p
	}
	return out
}

// escape has text mean itself in Markdown, wherever in a line it stands.
func escape(t reader.Text) reader.Text {
	line := entity.ReplaceAllString(markdownSigns.Replace(string(t)), `\&$1`)
	return reader.Clean(lineSigns.ReplaceAllString(line, `$1\$2$3`))
}

var (
	markdownSigns = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "~~", `\~~`)
	// lineSigns make a list, a heading, a quote or a rule of the line that they begin.
	lineSigns = regexp.MustCompile(`(?m)^[ \t]*(?:([0-9]{1,9})([.)](?:[ \t]|$))|((?:[-+]|#{1,6})(?:[ \t]|$)|>|=+[ \t]*$|-[- \t]*$))`)
	entity    = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`) // would be read as the sign it names
)

// link returns an address as it may stand between < and >.
func link(address reader.Text) reader.Text {
	return reader.CleanLine(strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(string(address)))
}

// texCommands are the characters that TeX takes for commands, each with what prints it.
var texCommands = []string{
	`\`, `\textbackslash{}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
}

// texField escapes what TeX would take for commands, and braces: a lone one
// would end the field, or the entry, and is written by its name, which fewer
// programs read.
func texField(t reader.Text) string {
	braces := []string{"{", `\{`, "}", `\}`}
	if !balanced(string(t)) {
		braces = []string{"{", `\textbraceleft{}`, "}", `\textbraceright{}`}
	}
	return strings.NewReplacer(append(braces, texCommands...)...).Replace(string(t))
}

// balanced reports whether every brace has its other half.
func balanced(t string) bool {
	depth := 0
	for _, r := range t {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}
