package store

import (
	"strings"

	"offprint/store/folded"
	"offprint/store/query"
)

// compiled is a query in SQL. Its parts are joined by AND: what the index
// answers in one go (match), and conditions on article a.
type compiled struct {
	l     *link
	must  []string // expressions of FTS5 that must hold
	never []string // and those that must not
	conds []string
	args  []any
	dates []query.Term // the dates among conds, which bound places in the index
	// flagged is set if one of conds is a flag, which has an index of those that have it.
	flagged bool
}

// compile turns a query into SQL. It looks up words and names on the way.
func compile(l *link, q query.Query) (*compiled, error) {
	c := &compiled{l: l}
	if q.Root == nil {
		return c, nil
	}
	parts := []*query.Node{q.Root}
	if q.Root.Op == query.OpAnd {
		parts = q.Root.Kids
	}
	for _, n := range parts {
		if err := c.part(n); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// part compiles one of the conditions that must all hold.
func (c *compiled) part(n *query.Node) error {
	if textual(n) {
		expr, err := c.expr(n)
		if err != nil {
			return err
		}
		c.must = append(c.must, expr)
		return nil
	}
	if n.Op == query.OpNot && textual(n.Kids[0]) {
		expr, err := c.expr(n.Kids[0])
		if err != nil {
			return err
		}
		c.never = append(c.never, expr)
		return nil
	}
	if n.Op == query.OpTerm && inText(n.Term.Field) { // words in a row
		expr, err := c.allWords(n.Term)
		if err != nil {
			return err
		}
		words, prefix := termWords(n.Term)
		c.must = append(c.must, expr)
		c.add(phraseCond(n.Term.Field), phraseArgs(n.Term.Field, writePhrase(words, prefix))...)
		return nil
	}
	if n.Op == query.OpTerm && !n.Term.From.IsZero() {
		c.dates = append(c.dates, n.Term)
	}
	cond, args, err := c.cond(n)
	if err != nil {
		return err
	}
	c.flagged = c.flagged || n.Op == query.OpTerm && (n.Term.Field == query.FieldIs || n.Term.Field == query.FieldHas)
	c.add(cond, args...)
	return nil
}

func (c *compiled) add(cond string, args ...any) {
	c.conds, c.args = append(c.conds, cond), append(c.args, args...)
}

// match returns the expression for the index; empty if the index alone cannot begin.
func (c *compiled) match() string {
	if len(c.must) == 0 {
		return ""
	}
	m := "(" + strings.Join(c.must, ") AND (") + ")"
	if len(c.never) > 0 {
		m = "(" + m + ") NOT ((" + strings.Join(c.never, ") OR (") + "))"
	}
	return m
}

// rest returns the conditions that match leaves over.
func (c *compiled) rest() (string, []any) {
	conds, args := c.conds, c.args
	if len(c.must) == 0 {
		for _, e := range c.never {
			conds, args = append(conds, "NOT "+inIndex), append(args, e)
		}
	}
	if len(conds) == 0 {
		return "1", nil
	}
	return "(" + strings.Join(conds, ") AND (") + ")", append([]any(nil), args...)
}

// where returns the whole query as one condition on article a.
func (c *compiled) where() (string, []any) {
	cond, args := c.rest()
	if m := c.match(); m != "" {
		return inIndex + " AND " + cond, append([]any{m}, args...)
	}
	return cond, args
}

// inIndex holds for articles that match an expression of FTS5.
const inIndex = "a.id IN (SELECT p.article FROM search CROSS JOIN place p ON p.rank = search.rowid WHERE search MATCH ?)"

// inText reports whether the index answers for a field.
func inText(f query.Field) bool {
	return f == query.FieldAny || f == query.FieldTitle || f == query.FieldBy
}

// textual reports whether the index alone answers for a node.
func textual(n *query.Node) bool {
	switch n.Op {
	case query.OpTerm:
		if !inText(n.Term.Field) {
			return false
		}
		words, _ := termWords(n.Term)
		return len(words) == 1
	case query.OpNot:
		return false // FTS5 knows "a NOT b" only; part and cond see to it
	}
	for _, kid := range n.Kids {
		if !textual(kid) {
			return false
		}
	}
	return true
}

// termWords returns the words of a term in folded form. What is written as
// one word may be several to the index ("e-mail"): they must stand in a row.
func termWords(t query.Term) (words []string, prefix bool) {
	return folded.Words(t.Text), t.Match == query.MatchPrefix
}

// columns narrow an expression to a field.
var columns = map[query.Field]string{query.FieldTitle: "{title} : ", query.FieldBy: "{byline} : "}

// expr returns a textual node as an expression of FTS5.
func (c *compiled) expr(n *query.Node) (string, error) {
	if n.Op == query.OpTerm {
		return c.allWords(n.Term)
	}
	sep := ") AND ("
	if n.Op == query.OpOr {
		sep = ") OR ("
	}
	parts := make([]string, len(n.Kids))
	for i, kid := range n.Kids {
		var err error
		if parts[i], err = c.expr(kid); err != nil {
			return "", err
		}
	}
	return "(" + strings.Join(parts, sep) + ")", nil
}

// allWords returns the expression for all words of a term; the last may be a beginning.
func (c *compiled) allWords(t query.Term) (string, error) {
	words, prefix := termWords(t)
	former, err := c.formerWords(t.Text)
	if err != nil {
		return "", err
	}
	parts := make([]string, len(words))
	for i, w := range words {
		open := prefix && i == len(words)-1
		if parts[i], err = wordExpr(c.l, w, open); err != nil {
			return "", err
		}
		if i < len(former) && former[i] != w {
			old, err := wordExpr(c.l, former[i], open)
			if err != nil {
				return "", err
			}
			parts[i] = "(" + parts[i] + " OR " + old + ")"
		}
	}
	if len(parts) == 0 {
		return `"."`, nil // not in the index: what has no letters finds nothing
	}
	return columns[t.Field] + "(" + strings.Join(parts, " AND ") + ")", nil
}

// formerWords returns the words that an index has which waits to be made anew
// since words are folded in another way; nil if they are the same, or it does not wait.
func (c *compiled) formerWords(text string) ([]string, error) {
	former := folded.Former(text)
	if former == nil {
		return nil, nil
	}
	if stale, err := c.l.fact(factStale); err != nil || stale == 0 {
		return nil, err
	}
	return former, nil
}

// wordExpr returns the expression for a word or the beginning of one.
func wordExpr(l *link, w string, open bool) (string, error) {
	if open {
		return beginning(l, w)
	}
	return `"` + w + `"`, nil
}

// maxTerms is how many words may stand for a beginning. FTS5 walks exact
// words step by step, while it must merge all articles of a beginning first.
const maxTerms = 400

// prefixLetters is how long the beginnings are that FTS5 has an index of; those
// of longer words are looked up in table term.
const prefixLetters = 3

// beginning returns the expression for a beginning of a word: of up to three
// letters from the prefix index, of more as the words that begin so.
func beginning(l *link, w string) (string, error) {
	if len([]rune(w)) <= prefixLetters {
		return `"` + w + `"*`, nil
	}
	list := []string{}
	err := l.all("SELECT term FROM term WHERE term >= ? AND term < ? LIMIT ?", []any{w, w + "\U0010ffff", maxTerms + 1}, func(scan func(...any) error) error {
		var t string
		if err := scan(&t); err != nil {
			return err
		}
		list = append(list, `"`+strings.ReplaceAll(t, `"`, "")+`"`)
		return nil
	})
	if err != nil {
		return "", err
	}
	switch {
	case len(list) == 0:
		return `"` + w + `"`, nil
	case len(list) > maxTerms:
		return `"` + w + `"*`, nil
	}
	return "(" + strings.Join(list, " OR ") + ")", nil
}

// cond returns any node as a condition on article a.
func (c *compiled) cond(n *query.Node) (string, []any, error) {
	if n.Op == query.OpTerm {
		return c.term(n.Term)
	}
	return combined(n, c.cond)
}

// combined returns a node that is no term as a condition, made of those of its kids.
func combined(n *query.Node, cond func(*query.Node) (string, []any, error)) (string, []any, error) {
	sep := ") AND ("
	switch n.Op {
	case query.OpNot:
		text, args, err := cond(n.Kids[0])
		return "NOT (" + text + ")", args, err
	case query.OpOr:
		sep = ") OR ("
	}
	var parts []string
	var args []any
	for _, kid := range n.Kids {
		text, more, err := cond(kid)
		if err != nil {
			return "", nil, err
		}
		parts, args = append(parts, text), append(args, more...)
	}
	return "((" + strings.Join(parts, sep) + "))", args, nil
}

// term returns one term as a condition on article a.
func (c *compiled) term(t query.Term) (string, []any, error) {
	switch t.Field {
	case query.FieldSource:
		return sourceCond(t)
	case query.FieldTag:
		if t.Match == query.MatchPrefix {
			return "a.id IN (SELECT article FROM tagged WHERE tag IN (SELECT id FROM tag WHERE key >= ? AND key < ?))", []any{folded.Key(t.Text), folded.Key(t.Text) + "\U0010ffff"}, nil
		}
		return "a.id IN (SELECT article FROM tagged WHERE tag IN (SELECT id FROM tag WHERE key = ?))", []any{folded.Key(t.Text)}, nil
	case query.FieldBefore:
		return "a.sorted < ? AND a.published IS NOT NULL", []any{seconds(t.From)}, nil
	case query.FieldAfter:
		return "a.sorted >= ? AND a.published IS NOT NULL", []any{seconds(t.From)}, nil
	case query.FieldOn:
		return "a.sorted >= ? AND a.sorted < ? AND a.published IS NOT NULL", []any{seconds(t.From), seconds(t.To)}, nil
	case query.FieldIs, query.FieldHas:
		return flagConds[t.Field.String()+":"+t.Text], nil, nil
	case query.FieldLang:
		lang := strings.ToLower(t.Text)
		return "lower(a.language) = ? OR substr(lower(a.language), 1, ?) = ?", []any{lang, len(lang) + 1, lang + "-"}, nil
	case query.FieldSaid, query.FieldMentions, query.FieldAbout:
		return c.nameCond(t)
	}
	return c.textCond(t)
}
