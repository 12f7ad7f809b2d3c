package query

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// What a query may hold at most. More than that is not typed by a person,
// and SQLite bounds the depth of what is made of it.
const (
	maxBytes = 4096
	maxDepth = 40
	maxTerms = 100
)

// Parse reads a query. A query of nothing but white space asks for everything.
// The error is always a *Error.
func Parse(s string) (Query, error) {
	p := &parser{src: s}
	root := p.whole()
	if p.err != nil {
		return Query{}, p.err
	}
	return Query{Root: root}, nil
}

// parser goes once over the source. After the first error, which err keeps,
// every method returns at once.
type parser struct {
	src   string
	pos   int
	depth int
	terms int
	err   *Error
}

// fail keeps the first error.
func (p *parser) fail(start, end int, msg string) {
	if p.err == nil {
		p.err = &Error{Start: start, End: end, Msg: msg}
	}
}

func (p *parser) whole() *Node {
	if len(p.src) > maxBytes {
		p.fail(maxBytes, len(p.src), "the query is too long")
		return nil
	}
	if !utf8.ValidString(p.src) {
		p.fail(0, len(p.src), "the query is not valid text")
		return nil
	}
	p.space()
	if p.done() {
		return nil
	}
	n := p.either()
	if p.err == nil && !p.done() {
		p.fail(p.pos, p.pos+1, "a parenthesis is closed that was not opened")
	}
	return n
}

// either reads sequences with OR between them.
func (p *parser) either() *Node {
	kids := []*Node{p.sequence()}
	for p.err == nil && p.operator("OR") {
		kids = append(kids, p.sequence())
	}
	return join(OpOr, kids)
}

// sequence reads terms side by side, all of which must hold.
func (p *parser) sequence() *Node {
	start := p.pos
	var kids []*Node
	for p.err == nil {
		p.space()
		if p.done() || p.src[p.pos] == ')' || p.sees("OR") {
			break
		}
		if len(kids) > 0 && p.operator("AND") {
			p.space()
		}
		kids = append(kids, p.unary())
	}
	if p.err == nil && len(kids) == 0 {
		switch {
		case p.sees("OR"):
			p.fail(p.pos, p.pos+2, "nothing stands before OR")
		case start > 0 && p.done():
			p.fail(p.pos, p.pos, "something is missing at the end")
		default:
			p.fail(p.pos, min(p.pos+1, len(p.src)), "nothing stands before this")
		}
	}
	return join(OpAnd, kids)
}

func join(op Op, kids []*Node) *Node {
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return &Node{Op: op, Kids: kids}
}

// unary reads one term or group, perhaps with - before it.
func (p *parser) unary() *Node {
	if p.depth++; p.depth > maxDepth {
		p.fail(p.pos, len(p.src), "too many parentheses in each other")
	}
	defer func() { p.depth-- }()
	start := p.pos
	switch {
	case p.err != nil:
		return nil
	case p.done(), p.src[p.pos] == ')':
		p.fail(p.pos, p.pos, "something is missing here")
		return nil
	case p.src[p.pos] == '-', p.sees("NOT"):
		if p.src[p.pos] == '-' {
			p.pos++
		} else {
			p.operator("NOT")
			p.space()
		}
		if p.done() || space(p.peek()) {
			p.fail(start, p.pos, "nothing stands after this")
			return nil
		}
		return &Node{Op: OpNot, Kids: []*Node{p.unary()}}
	case p.src[p.pos] == '(':
		return p.group()
	}
	return p.term()
}

func (p *parser) group() *Node {
	start := p.pos
	p.pos++
	p.space()
	if !p.done() && p.src[p.pos] == ')' {
		p.fail(start, p.pos+1, "nothing stands in the parentheses")
		return nil
	}
	n := p.either()
	if p.err == nil && p.done() {
		p.fail(start, start+1, "the parenthesis is not closed")
		return nil
	}
	p.pos++
	return n
}

// term reads a word, a phrase, or a field with its value.
func (p *parser) term() *Node {
	if p.terms++; p.terms > maxTerms {
		p.fail(p.pos, len(p.src), "the query asks for too many things")
		return nil
	}
	start := p.pos
	for _, op := range [...]string{"AND", "OR"} {
		if p.sees(op) {
			p.fail(start, start+len(op), "nothing stands before this; the word itself is written between quotation marks")
			return nil
		}
	}
	field, ok := p.field()
	if !ok {
		return nil
	}
	valueAt := p.pos
	text, match, ok := p.value(field, start)
	if !ok {
		return nil
	}
	t := Term{Field: field, Match: match, Text: text}
	if msg := t.settle(); msg != "" {
		p.fail(valueAt, p.pos, msg)
		return nil
	}
	return &Node{Term: t}
}

// field reads a name with its colon. What only looks like one (12:30,
// https://...) is left to be a word.
func (p *parser) field() (Field, bool) {
	rest := p.src[p.pos:]
	n := strings.IndexFunc(rest, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') })
	if n <= 0 || rest[n] != ':' || strings.HasPrefix(rest[n:], "://") {
		return FieldAny, true
	}
	f := slices.Index(fieldNames[:], strings.ToLower(rest[:n]))
	if f < 0 {
		p.fail(p.pos, p.pos+n, "there is no such field; there are "+strings.Join(fieldNames[1:], ", "))
		return FieldAny, false
	}
	p.pos += n + 1
	return Field(f), true
}

// value reads a bare word or one between quotation marks. start is where the term began.
func (p *parser) value(f Field, start int) (string, Match, bool) {
	if p.done() || space(p.peek()) || p.peek() == '(' || p.peek() == ')' {
		p.fail(start, p.pos, "a value is missing after "+f.String()+":")
		return "", 0, false
	}
	if mark(p.peek()) {
		open := p.pos
		p.pos += utf8.RuneLen(p.peek())
		n := strings.IndexFunc(p.src[p.pos:], mark)
		if n < 0 {
			p.fail(open, len(p.src), "the quotation mark is not closed")
			return "", 0, false
		}
		text := p.src[p.pos : p.pos+n]
		p.pos += n
		p.pos += utf8.RuneLen(p.peek())
		return strings.Join(strings.Fields(text), " "), MatchPhrase, true
	}
	n := strings.IndexFunc(p.src[p.pos:], func(r rune) bool { return space(r) || mark(r) || r == '(' || r == ')' })
	if n < 0 {
		n = len(p.src) - p.pos
	}
	text := p.src[p.pos : p.pos+n]
	p.pos += n
	if begin, ok := strings.CutSuffix(text, "*"); ok && begin != "" {
		return begin, MatchPrefix, true
	}
	return text, MatchWord, true
}

// settle checks a term's text against its field and fills in what follows
// from it. It returns why it cannot be, if so.
func (t *Term) settle() string {
	switch t.Field {
	case FieldIs:
		return t.oneOf(IsWords)
	case FieldHas:
		return t.oneOf(HasWords)
	case FieldBefore, FieldAfter, FieldOn:
		if !t.date() {
			return "a date is written 2024, 2024-04 or 2024-04-19"
		}
		return ""
	}
	if strings.IndexFunc(t.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) < 0 {
		return "there is no letter or digit to look for"
	}
	return ""
}

func (t *Term) oneOf(words []string) string {
	t.Text = strings.ToLower(t.Text)
	if !slices.Contains(words, t.Text) || t.Match == MatchPrefix {
		return "after " + t.Field.String() + ": stands one of " + strings.Join(words, ", ")
	}
	t.Match = MatchWord
	return ""
}

// date reads Text as a year, month or day.
func (t *Term) date() bool {
	if t.Match == MatchPrefix {
		return false
	}
	t.Match = MatchWord
	var err error
	switch len(t.Text) {
	case 4:
		t.From, err = time.Parse("2006", t.Text)
		t.To = t.From.AddDate(1, 0, 0)
	case 7:
		t.From, err = time.Parse("2006-01", t.Text)
		t.To = t.From.AddDate(0, 1, 0)
	case 10:
		t.From, err = time.Parse(time.DateOnly, t.Text)
		t.To = t.From.AddDate(0, 0, 1)
	default:
		return false
	}
	return err == nil
}

func (p *parser) done() bool { return p.pos >= len(p.src) }

func (p *parser) peek() rune {
	r, _ := utf8.DecodeRuneInString(p.src[p.pos:])
	return r
}

func (p *parser) space() {
	for !p.done() && space(p.peek()) {
		p.pos += utf8.RuneLen(p.peek())
	}
}

// sees reports whether the operator stands here as a word of its own.
func (p *parser) sees(op string) bool {
	rest, ok := strings.CutPrefix(p.src[p.pos:], op)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || space(r) || mark(r) || r == '(' || r == ')'
}

// operator takes the operator if it stands here.
func (p *parser) operator(op string) bool {
	if !p.sees(op) {
		return false
	}
	p.pos += len(op)
	return true
}

func space(r rune) bool { return unicode.IsSpace(r) }

// mark reports whether r opens or closes a phrase: the typewriter's mark and
// those that a phone or a word processor puts in its place.
func mark(r rune) bool { return r == '"' || r == '“' || r == '”' || r == '„' }
