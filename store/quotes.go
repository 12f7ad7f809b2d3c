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
// same words in several articles one is shown, of those that match the best:
// by somebody named rather than by a role, and the oldest of these.
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

// quoteReader reads quotes; those of one article after another are cheap.
type quoteReader struct {
	l       *link
	article ID
	row0    Row
	address reader.Text
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
	d, names, err := loadDerived(r.l, id)
	if err != nil {
		return err
	}
	var code []byte
	var address string
	if err := r.l.one("SELECT b.plain, a.address FROM body b JOIN article a ON a.id = b.id WHERE b.id = ?", []any{id}, &code, &address); err != nil {
		return err
	}
	r.address = reader.CleanLine(address)
	if r.plain, err = reader.DecodePlain(d.markdown, code); err != nil {
		r.plain = reader.Plain{}
	}
	quotes, _ := corrected(d.quotes, d.fixes, d.markdown)
	if r.quotes, err = infer(r.l, quotes, names); err != nil {
		return err
	}
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
	return &QuoteRow{
		ID: QuoteID(id), Row: r.row0, Address: r.address, Quote: q, Text: r.words(&q), Mention: r.text(q.Source), Cue: r.text(q.Cue),
		Speaker: EntityID(who), At: extent(&q), Sources: sources,
	}, nil
}

// text returns what stands at some spans, without markup.
func (r *quoteReader) text(spans []reader.Span) reader.Text {
	var b strings.Builder
	for _, s := range spans {
		start, end, ok := r.plain.Range(s)
		if !ok {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(r.plain.Text[start:end])
	}
	return reader.CleanLine(b.String())
}

// words returns a quote's text without markup.
func (r *quoteReader) words(q *reader.Quote) reader.Text { return q.Words(&r.plain) }

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
