package cli

import (
	"context"
	"errors"
	"fmt"

	"offprint/reader/cite"
	"offprint/store"
)

// quoteWork returns a quote as a work that can be cited. Its key tells the
// quotes of one article apart. ErrNoArticle if it was deleted meanwhile.
func quoteWork(ctx context.Context, a *store.Archive, q store.QuoteRow) (cite.Work, error) {
	article, err := a.Article(ctx, q.Row.ID)
	if err != nil {
		return cite.Work{}, err
	}
	work := cite.Of(&article.Digest.Article).Quoting(&q.Quote, q.Text)
	work.Mark = fmt.Sprintf("-%d", q.ID)
	return work, nil
}

// quoteBibTeX prints a quote as an entry.
func (p *program) quoteBibTeX(ctx context.Context, a *store.Archive, q store.QuoteRow) error {
	work, err := quoteWork(ctx, a, q)
	if errors.Is(err, store.ErrNoArticle) {
		return nil
	}
	if err != nil {
		return err
	}
	p.out.raw(string(work.BibTeX()) + "\n\n")
	return nil
}

// quotesCSL prints quotes as one list, which reference managers read.
func (p *program) quotesCSL(ctx context.Context, a *store.Archive, l quoteList) error {
	before := "[\n"
	_, err := p.eachQuote(ctx, a, l, func(q store.QuoteRow) error {
		work, err := quoteWork(ctx, a, q)
		if errors.Is(err, store.ErrNoArticle) {
			return nil
		}
		if err != nil {
			return err
		}
		p.out.raw(before + string(work.CSL()))
		before = ",\n"
		return nil
	})
	if err != nil {
		return err
	}
	if before == "[\n" {
		p.out.raw("[")
	}
	p.out.raw("\n]\n")
	return nil
}
