package store

import (
	"offprint/store/folded"
	"offprint/store/query"
)

// quoteSearch is a query for quotes in SQL. Quotes are q, their articles a.
type quoteSearch struct {
	l        *link
	by       QuoteSort
	articles *compiled
	apart    compiled // articles without what the query's words ask of them
	conds    []string // on q
	args     []any
	words    []*query.Node // what the quote's own words must meet
	lead     *lead         // where to begin; nil if no name must be met
}

// lead is a name that every quote must meet, with all names that it may be.
type lead struct {
	said  bool // by it, else about it
	names []int64
}

func newQuoteSearch(l *link, q query.Query, by QuoteSort) (*quoteSearch, error) {
	s := &quoteSearch{l: l, by: by, articles: &compiled{l: l}}
	if q.Root == nil {
		return s, nil
	}
	parts := []*query.Node{q.Root}
	if q.Root.Op == query.OpAnd {
		parts = q.Root.Kids
	}
	var words []*query.Node
	for _, n := range parts {
		if only(n, isWord) {
			words = append(words, n)
		} else if err := s.part(n); err != nil {
			return nil, err
		}
	}
	s.apart = *s.articles
	for _, n := range words {
		if err := s.word(n); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// part takes one of the conditions that must all hold, but for words.
func (s *quoteSearch) part(n *query.Node) error {
	if only(n, isName) {
		return s.name(n)
	}
	return s.articles.part(n)
}

// word takes a condition on a quote's words.
func (s *quoteSearch) word(n *query.Node) error {
	s.words = append(s.words, n)
	if n.Op == query.OpNot {
		return nil // the article may have the word elsewhere
	}
	return s.articles.part(positive(n))
}

// name takes a condition on who said a quote or whom it is about. The first
// that is a plain term leads, best one that says who said it.
func (s *quoteSearch) name(n *query.Node) error {
	if n.Op == query.OpTerm {
		said := n.Term.Field == query.FieldSaid
		if s.lead == nil || said && !s.lead.said {
			names, err := namesFor(s.l, n.Term)
			if err != nil {
				return err
			}
			s.lead = &lead{said, names}
		}
	}
	cond, args, err := s.cond(n)
	s.conds, s.args = append(s.conds, cond), append(s.args, args...)
	return err
}

func isWord(f query.Field) bool { return f == query.FieldAny }

func isName(f query.Field) bool {
	return f == query.FieldSaid || f == query.FieldAbout || f == query.FieldMentions
}

// only reports whether all terms of a node are of some fields.
func only(n *query.Node, ok func(query.Field) bool) bool {
	if n.Op == query.OpTerm {
		return ok(n.Term.Field)
	}
	for _, kid := range n.Kids {
		if !only(kid, ok) {
			return false
		}
	}
	return true
}

// positive returns what an article must hold for one of its quotes to meet n:
// negations inside say nothing about the rest of the article.
func positive(n *query.Node) *query.Node {
	if n.Op == query.OpTerm || n.Op == query.OpNot {
		return n
	}
	out := &query.Node{Op: n.Op}
	for _, kid := range n.Kids {
		if holdsNot(kid) {
			if n.Op == query.OpOr {
				return anything
			}
			continue
		}
		out.Kids = append(out.Kids, kid)
	}
	switch len(out.Kids) {
	case 0:
		return anything
	case 1:
		return out.Kids[0]
	}
	return out
}

// anything is met by every article that has quotes.
var anything = &query.Node{Term: query.Term{Field: query.FieldHas, Text: "quotes"}}

func holdsNot(n *query.Node) bool {
	if n.Op == query.OpNot {
		return true
	}
	for _, kid := range n.Kids {
		if holdsNot(kid) {
			return true
		}
	}
	return false
}

// cond returns a node of names as a condition on q.
func (s *quoteSearch) cond(n *query.Node) (string, []any, error) {
	if n.Op != query.OpTerm {
		return combined(n, s.cond)
	}
	names, err := namesFor(s.l, n.Term)
	text, args := lead{n.Term.Field == query.FieldSaid, names}.cond()
	return text, args, err
}

// cond returns that a quote is by one of the names, or about it, as a condition on q.
func (d lead) cond() (string, []any) {
	args := []any{jsonIDs(d.names)}
	switch {
	case d.said:
		return "q.who <> 0 AND q.who" + inList, args
	case len(d.names) > maxLeads:
		return "q.id IN (SELECT quote FROM about WHERE name" + inList + ")", args
	}
	return "EXISTS (SELECT 1 FROM about x WHERE x.sorted = q.sorted AND x.quote = q.id AND x.name" + inList + ")", args
}

// newestQuotes returns up to n quotes by somebody or about it, in the order of
// [QuotesNewest] and the same words once.
func newestQuotes(l *link, d lead, n int) ([]QuoteRow, error) {
	cond, args := d.cond()
	s := &quoteSearch{l: l, articles: &compiled{l: l}, conds: []string{cond}, args: args, lead: &d}
	ids, err := s.ids(0, n)
	if err != nil {
		return nil, err
	}
	return quoteRows(l, ids)
}

// meets reports whether a quote's text has what the query's words ask for.
func (s *quoteSearch) meets(text string) bool {
	for _, n := range s.words {
		if !meets(n, text) {
			return false
		}
	}
	return true
}

func meets(n *query.Node, text string) bool {
	switch n.Op {
	case query.OpNot:
		return !meets(n.Kids[0], text)
	case query.OpAnd, query.OpOr:
		for _, kid := range n.Kids {
			if meets(kid, text) == (n.Op == query.OpOr) {
				return n.Op == query.OpOr
			}
		}
		return n.Op == query.OpAnd
	}
	words, prefix := termWords(n.Term)
	return folded.HasPhrase(text, words, prefix)
}
