package rows

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store/query"
	"offprint/ui/nav"
)

// Query is a line in which a query of package query is typed. It keeps the
// last query that could be read, and says of one that cannot be where and why.
type Query struct {
	line  Line
	query query.Query
	err   *query.Error

	values  map[string][]string // known values of fields, for completion
	offers  []string            // the texts that tab goes through
	offered int
}

// NewQuery returns the line with a query on it.
func NewQuery(text string) *Query {
	q := &Query{line: NewLine(text)}
	q.parse()
	return q
}

// Edit begins to type.
func (q *Query) Edit() { q.line.Edit() }

// Typing reports whether the line is being typed.
func (q *Query) Typing() bool { return q.line.Typing() }

// End ends typing. With keep the query stays as it was asked, and a last word
// that was the beginning of one is written as that; a line that cannot be read
// goes on being typed, so that nothing of it is lost unseen. Otherwise the query
// is what it was before; changed tells that this is another one.
func (q *Query) End(keep bool) (changed bool) {
	q.offers = nil
	if keep && q.err != nil {
		return false
	}
	edited := q.line.text != q.line.before
	changed = q.line.End(keep)
	switch {
	case !keep:
		q.parse()
	case edited:
		q.line.set(q.query.Typing().String())
		q.parse()
	}
	return changed
}

// Take takes a key press or a paste while the line is typed: enter keeps it if
// it can be read, esc brings back the query before. It reports whether there is another one to ask.
func (q *Query) Take(msg tea.Msg) (changed bool) {
	if k := Key(msg); k == "enter" || k == "esc" {
		return q.End(k == "enter")
	}
	return q.Type(msg)
}

// Type takes a key press or a paste as text. It reports whether there is another query to ask.
func (q *Query) Type(msg tea.Msg) (changed bool) {
	if Key(msg) == "tab" {
		return q.complete()
	}
	if !q.line.put(msg) {
		return false
	}
	q.offers = nil
	return q.parse()
}

// SetText puts a query on the line. It reports whether it can be read.
func (q *Query) SetText(text string) bool {
	q.line.set(text)
	return q.parse()
}

// parse reads the query on the line. It reports whether that can be done.
func (q *Query) parse() bool {
	parsed, err := query.Parse(q.line.text)
	q.err = nil
	if err != nil {
		if !errors.As(err, &q.err) {
			q.err = &query.Error{End: len(q.line.text), Msg: err.Error()}
		}
		return false
	}
	q.query = parsed
	return true
}

// Text returns what stands on the line.
func (q *Query) Text() string { return q.line.text }

// Query returns the last query that could be read. While it is typed its last
// word may be the beginning of one.
func (q *Query) Query() query.Query {
	if q.line.Typing() {
		return q.query.Typing()
	}
	return q.query
}

// Err returns what is wrong with the line; nil if it can be read.
func (q *Query) Err() *query.Error { return q.err }

// Asking says what the keys do while the line is typed, up to what esc does.
func (q *Query) Asking() reader.Text {
	const always = "up and down choose · tab completes · "
	if q.err != nil { // enter keeps nothing then
		return always
	}
	return "enter keeps · " + always
}

// SetValues says which values are known of a field ("tag", "source"), for completion.
func (q *Query) SetValues(field string, values []string) {
	if q.values == nil {
		q.values = map[string][]string{}
	}
	q.values[field] = values
}

// complete completes the word at the end of the line: a field's name, or one of
// its values. Called again it goes on to the next that fits.
func (q *Query) complete() (changed bool) {
	if len(q.offers) == 0 {
		q.offers, q.offered = q.completions(), -1
	}
	if len(q.offers) == 0 {
		return false
	}
	q.offered = (q.offered + 1) % len(q.offers)
	return q.SetText(q.offers[q.offered])
}

// maxOffers is how many completions are offered for one word.
const maxOffers = 20

// completions returns the whole texts that the last word can become.
func (q *Query) completions() []string {
	text := q.line.text
	at := len(text)
	if strings.Count(text, `"`)%2 == 1 { // within marks, which blanks do not end
		at = strings.LastIndexByte(text, '"')
	}
	at = strings.LastIndexAny(text[:at], " (-") + 1
	head, word := text[:at], strings.ToLower(text[at:])
	var out []string
	name, value, isField := strings.Cut(word, ":")
	if !isField {
		for _, f := range query.Fields() {
			if strings.HasPrefix(f, word) {
				out = append(out, head+f+":")
			}
		}
		return out
	}
	for _, v := range q.known(name) {
		if !strings.Contains(" "+strings.ToLower(v), " "+strings.TrimPrefix(value, `"`)) { // a word of it begins so
			continue
		}
		if strings.ContainsAny(v, " ()") {
			v = `"` + v + `"`
		}
		if out = append(out, head+name+":"+v); len(out) == maxOffers {
			break
		}
	}
	return out
}

// known returns the values that a field is known to take.
func (q *Query) known(field string) []string {
	switch field {
	case query.FieldIs.String():
		return query.IsWords
	case query.FieldHas.String():
		return query.HasWords
	}
	return q.values[field]
}

// Head draws the line in w cells: its name, what is typed, and right at its
// end; below it, if the query cannot be read, where and why.
func (q *Query) Head(look nav.Look, w int, name, right reader.Text) []string {
	line, indent, room := q.line.draw(look, w, name, right)
	if q.err == nil || !q.line.Typing() {
		return []string{line}
	}
	return append([]string{line}, q.complaint(look, w, room, indent)...)
}

// complaint draws the marks under the part that cannot be read, and why.
func (q *Query) complaint(look nav.Look, w, room, indent int) []string {
	s, c := look.Styles, look.Cells
	var lines []string
	if indent+1 >= w {
		indent = 0
	}
	text := q.line.text
	start, end := max(0, min(q.err.Start, len(text))), max(0, min(q.err.End, len(text)))
	if c.Width(text) < room && start <= end { // else the line has moved under its window
		carets := max(1, c.Width(string(reader.CleanLine(text[start:end]))))
		before := indent + c.Width(text[:start])
		lines = append(lines, s.Error.Render(blank(before)+strings.Repeat("^", max(0, min(carets, w-before)))))
	}
	for i, l := range c.Wrap(reader.CleanLine(q.err.Msg), max(1, w-indent-1)) {
		if i == 2 {
			break
		}
		lines = append(lines, s.Error.Render(blank(indent)+l))
	}
	return lines
}

// CursorX returns the cell of the text cursor in the first line of [Query.Head]; -1 if nothing is typed.
func (q *Query) CursorX(look nav.Look, w int, name reader.Text) int {
	return q.line.CursorX(look, w, name)
}

// Term returns the query that asks for one field by a name as it is written.
func Term(field query.Field, name reader.Text) query.Query {
	text := strings.Map(func(r rune) rune {
		if slices.Contains([]rune(`"“”„`), r) {
			return -1
		}
		return r
	}, string(name))
	return query.Query{Root: &query.Node{Term: query.Term{Field: field, Match: query.MatchPhrase, Text: text}}}
}

// Words returns the words that a query looks for in texts, without its fields.
func Words(q query.Query) string {
	var words []string
	for t := range q.Terms {
		if t.Field == query.FieldAny {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, " ")
}
