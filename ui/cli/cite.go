package cli

import (
	"context"
	"fmt"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/rows"
)

// quotePlain prints a quote with its source on one line.
func (p *program) quotePlain(q store.QuoteRow) error {
	p.out.line(reader.CleanLine(string(rows.Work(&q).Plain() + inSeveral(q))))
	return nil
}

// quoteMarkdown prints a quote as a block, its source as a link.
func (p *program) quoteMarkdown(q store.QuoteRow) error {
	p.out.raw(string(rows.Work(&q).Markdown()+inSeveral(q)) + "\n\n")
	return nil
}

// inSeveral says in how many articles a quote stands, nothing if in one.
func inSeveral(q store.QuoteRow) reader.Text {
	if q.Sources <= 1 {
		return ""
	}
	return " " + reader.CleanLine(fmt.Sprintf("(in %d articles)", q.Sources))
}

// quoteBibTeX prints a quote as an entry.
func (p *program) quoteBibTeX(q store.QuoteRow) error {
	p.out.raw(string(rows.Work(&q).BibTeX()) + "\n\n")
	return nil
}

// quotesCSL prints quotes as one list, which reference managers read.
func (p *program) quotesCSL(ctx context.Context, a *store.Archive, l quoteList) error {
	before := "[\n"
	_, err := p.eachQuote(ctx, a, l, func(q store.QuoteRow) error {
		p.out.raw(before + string(rows.Work(&q).CSL()))
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
