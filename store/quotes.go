package store

import (
	"context"
	"strings"

	"offprint/reader"
	"offprint/store/query"
)

// Quotes returns n quotes that match q after the first offset ones. Of q's
// terms words are compared with the quote itself, said: with its speaker,
// about: and mentions: with what is named in it or its sentence; all others
// choose articles, and so do alternatives that mix the two. Of quotes with the
// same words in several articles one is shown: the oldest, if q chooses no articles.
func (a *Archive) Quotes(ctx context.Context, q query.Query, by QuoteSort, offset, n int) ([]QuoteRow, error) {
	var list []QuoteRow
	err := a.read(ctx, "list quotes", func(l *link) error {
		s, err := newQuoteSearch(l, q, min(by, QuotesBySpeaker))
		if err != nil {
			return err
		}
		ids, err := s.ids(offset, n)
		if err != nil {
			return err
		}
		list, err = quoteRows(l, ids)
		return err
	})
	return list, err
}

// SameQuote returns all quotes with the same words, the oldest first.
func (a *Archive) SameQuote(ctx context.Context, id QuoteID) ([]QuoteRow, error) {
	var list []QuoteRow
	err := a.read(ctx, "compare quotes", func(l *link) error {
		ids, err := l.numbers("SELECT o.id FROM quote q JOIN quote o ON o.same = q.same WHERE q.id = ? ORDER BY o.sorted, o.id", id)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return ErrNoQuote
		}
		list, err = quoteRows(l, ids)
		return err
	})
	return list, err
}

// quoteSearch is a query for quotes in SQL. Quotes are q, their articles a.
type quoteSearch struct {
	l        *link
	by       QuoteSort
	articles *compiled
	conds    []string // on q
	args     []any
	words    []*query.Node // what the quote's own words must meet
	named    bool          // conds choose by name: begin there
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
	for _, n := range parts {
		if err := s.part(n); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// part takes one of the conditions that must all hold.
func (s *quoteSearch) part(n *query.Node) error {
	switch {
	case only(n, isWord):
		s.words = append(s.words, n)
		if n.Op == query.OpNot {
			return nil // the article may have the word elsewhere
		}
		return s.articles.part(positive(n))
	case only(n, isName):
		cond, args, err := s.cond(n)
		s.conds, s.args = append(s.conds, cond), append(s.args, args...)
		s.named = s.named || n.Op != query.OpNot
		return err
	}
	return s.articles.part(n)
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
	switch n.Op {
	case query.OpTerm:
		names, err := namesFor(s.l, n.Term)
		if n.Term.Field == query.FieldSaid {
			return "q.who" + inList, []any{jsonIDs(names)}, err
		}
		return "q.id IN (SELECT quote FROM about WHERE name" + inList + ")", []any{jsonIDs(names)}, err
	case query.OpNot:
		cond, args, err := s.cond(n.Kids[0])
		return "NOT (" + cond + ")", args, err
	}
	sep := ") AND ("
	if n.Op == query.OpOr {
		sep = ") OR ("
	}
	var parts []string
	var args []any
	for _, kid := range n.Kids {
		cond, more, err := s.cond(kid)
		if err != nil {
			return "", nil, err
		}
		parts, args = append(parts, cond), append(args, more...)
	}
	return "((" + strings.Join(parts, sep) + "))", args, nil
}

// quoteOrders are the sorts in SQL, for quotes that were chosen by name.
var quoteOrders = [...]string{
	QuotesNewest:    "q.sorted DESC, q.id DESC",
	QuotesOldest:    "q.sorted, q.id",
	QuotesBySpeaker: "s.text IS NULL, s.text COLLATE NOCASE, q.sorted DESC, q.id DESC",
}

// text returns the statement for ids and their words' numbers.
func (s *quoteSearch) text() (string, []any) {
	where, args := s.articles.where()
	free := where == "1" && len(s.words) == 0
	from, order := "quote q CROSS JOIN article a ON a.id = q.id >> 16", quoteOrders[s.by]
	if !s.named && s.by != QuotesBySpeaker {
		// All quotes: go along the articles, which have an index by date.
		from = "article a CROSS JOIN quote q ON q.id >= a.id << 16 AND q.id < (a.id + 1) << 16"
		order = [...]string{QuotesNewest: "a.sorted DESC, a.id DESC", QuotesOldest: "a.sorted, a.id"}[s.by]
	}
	if s.by == QuotesBySpeaker {
		from += " LEFT JOIN name w ON w.id = q.who LEFT JOIN name s ON s.id = w.entity"
	}
	text := "SELECT q.id, q.same FROM " + from + " WHERE a.deleted = 0 AND " + where
	for _, c := range s.conds {
		text += " AND (" + c + ")"
	}
	args = append(args, s.args...)
	if free {
		text += " AND NOT EXISTS (SELECT 1 FROM quote o WHERE o.same = q.same AND (o.sorted, o.id) < (q.sorted, q.id))"
	}
	return text + " ORDER BY " + order, args
}

// ids returns a page of quotes. Words are checked here, quote by quote.
func (s *quoteSearch) ids(offset, n int) ([]int64, error) {
	text, args := s.text()
	seen := map[int64]bool{}
	var candidates, ids []int64
	limit := offset + n
	err := s.l.all(text+" LIMIT ?", append(args, s.most(limit)), func(scan func(...any) error) error {
		var id, same int64
		err := scan(&id, &same)
		if !seen[same] {
			seen[same] = true
			candidates = append(candidates, id)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(s.words) == 0 {
		return candidates[min(offset, len(candidates)):min(limit, len(candidates))], nil
	}
	quotes := newQuoteReader(s.l)
	for _, id := range candidates {
		r, err := quotes.row(id)
		if err != nil {
			return nil, err
		}
		if r != nil && s.meets(string(r.Text)) {
			if ids = append(ids, id); len(ids) == limit {
				break
			}
		}
	}
	return ids[min(offset, len(ids)):], nil
}

// most is how many quotes are looked at: all, if some of them will be left out.
func (s *quoteSearch) most(limit int) int {
	if where, _ := s.articles.where(); where == "1" && len(s.words) == 0 {
		return limit
	}
	return 1 << 30
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
	return holdsPhrase(text, words, prefix)
}

// quoteReader reads quotes; those of one article after another are cheap.
type quoteReader struct {
	l       *link
	article ID
	row0    Row
	plain   reader.Plain
	quotes  []reader.Quote
}

func newQuoteReader(l *link) *quoteReader { return &quoteReader{l: l} }

// open reads an article's quotes.
func (r *quoteReader) open(id ID) error {
	if r.article == id {
		return nil
	}
	r.article = 0
	var err error
	if r.row0, err = row(r.l, id); err != nil {
		return err
	}
	d, _, err := loadDerived(r.l, id)
	if err != nil {
		return err
	}
	var code []byte
	if err := r.l.one("SELECT plain FROM body WHERE id = ?", []any{id}, &code); err != nil {
		return err
	}
	if r.plain, err = reader.DecodePlain(d.markdown, code); err != nil {
		r.plain = reader.Plain{}
	}
	r.quotes, _ = corrected(d.quotes, d.fixes, d.markdown)
	r.article = id
	return nil
}

// row returns a quote, nil if it is no longer there.
func (r *quoteReader) row(id int64) (*QuoteRow, error) {
	err := r.open(ID(id >> quoteBits))
	if err == ErrNoArticle {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var ord, sources int
	var who int64
	err = r.l.one(`SELECT q.ord, coalesce((SELECT entity FROM name WHERE id = q.who AND kind < 100), 0),
		(SELECT count(DISTINCT id >> 16) FROM quote o WHERE o.same = q.same) FROM quote q WHERE q.id = ?`, []any{id}, &ord, &who, &sources)
	if absent(err) || err == nil && (ord < 0 || ord >= len(r.quotes)) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	q := r.quotes[ord]
	return &QuoteRow{ID: QuoteID(id), Row: r.row0, Quote: q, Text: r.words(&q), Speaker: EntityID(who), At: extent(&q), Sources: sources}, nil
}

// words returns a quote's text without markup.
func (r *quoteReader) words(q *reader.Quote) reader.Text {
	var parts []string
	for _, s := range q.Content {
		if start, end, ok := r.plain.Range(s); ok {
			parts = append(parts, r.plain.Text[start:end])
		}
	}
	return reader.CleanLine(strings.Join(parts, " "))
}

// quoteRows returns quotes in the order of ids.
func quoteRows(l *link, ids []int64) ([]QuoteRow, error) {
	quotes := newQuoteReader(l)
	list := make([]QuoteRow, 0, len(ids))
	for _, id := range ids {
		r, err := quotes.row(id)
		if err != nil {
			return nil, err
		}
		if r != nil {
			list = append(list, *r)
		}
	}
	return list, nil
}
