package cli

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/reader/cite"
	"offprint/store"
	"offprint/store/query"
)

// shapes are the flags that choose the form of the output; none is for people.
type shapes struct{ json, csv, plain, markdown, bibtex, csl bool }

// flags adds the flags. cited adds those that give quotes with their sources.
func (s *shapes) flags(c *cobra.Command, cited bool) {
	c.Flags().BoolVar(&s.json, "json", false, "one JSON object a line")
	c.Flags().BoolVar(&s.csv, "csv", false, "rows of comma-separated values, with a head line")
	if cited {
		c.Flags().BoolVar(&s.plain, "plain", false, "a line of plain text for each quote, with its source")
		c.Flags().BoolVar(&s.markdown, "markdown", false, "Markdown, each quote with its source as a link")
		c.Flags().BoolVar(&s.bibtex, "bibtex", false, "an entry of BibTeX for each quote")
		c.Flags().BoolVar(&s.csl, "csl", false, "a list of CSL JSON, for reference managers")
	}
}

// check refuses two forms at once.
func (s *shapes) check() error {
	chosen := 0
	for _, on := range []bool{s.json, s.csv, s.plain, s.markdown, s.bibtex, s.csl} {
		if on {
			chosen++
		}
	}
	if chosen > 1 {
		return &problem{msg: "only one of --json, --csv, --plain, --markdown, --bibtex and --csl can be had at once", code: exitUsage}
	}
	return nil
}

// quoteSorts are the orders of quotes by name.
var quoteSorts = map[string]store.QuoteSort{
	"newest": store.QuotesNewest, "oldest": store.QuotesOldest, "speaker": store.QuotesBySpeaker,
}

// quotesCommand is `offprint quotes`.
func (p *program) quotesCommand() *cobra.Command {
	var shape shapes
	var order string
	var limit int
	c := &cobra.Command{
		Use:   "quotes [query...]",
		Short: "List what was said, by whom, over the whole archive",
		Long: `List quotes. Words of the query are looked for in the quote, said: in its
speaker, about: and mentions: in what it names; the other fields choose
articles.` + queryHelp,
		Example:           `offprint quotes said:lavrov after:2024 --markdown`,
		GroupID:           groupFind,
		ValidArgsFunction: completeQuery,
		RunE: p.do(func(ctx context.Context, args []string) error {
			q, err := parseQuery(args)
			if err != nil {
				return err
			}
			if err := shape.check(); err != nil {
				return err
			}
			if limit < 0 {
				return errLimit
			}
			by, ok := quoteSorts[order]
			if !ok {
				known := []string{"newest", "oldest", "speaker"}
				return usageNear(fmt.Sprintf("--sort %q is none of %s", order, strings.Join(known, ", ")), order, known)
			}
			return p.asking(ctx, q, func(a *store.Archive) error { return p.quotes(ctx, a, quoteList{q, by, limit}, shape) })
		}),
	}
	shape.flags(c, true)
	c.Flags().StringVar(&order, "sort", "newest", "order: newest, oldest, speaker")
	c.Flags().IntVar(&limit, "limit", 0, "how many at most; 0 is all")
	complete(c, "sort", []string{"newest", "oldest", "speaker"})
	return c
}

// quoteList is which quotes are listed: what a query finds, in an order, limit
// of them at most; 0 is all.
type quoteList struct {
	query query.Query
	by    store.QuoteSort
	limit int
}

func (p *program) quotes(ctx context.Context, a *store.Archive, l quoteList, shape shapes) error {
	print := p.printQuote
	switch {
	case shape.json:
		print = func(q store.QuoteRow) error { return p.quoteJSON(ctx, a, q) }
	case shape.csv:
		p.out.csv("quote", "speaker", "kind", "confidence", "title", "byline", "outlet", "published", "article", "sources", "url", "mention", "cue")
		print = p.quoteCSV
	case shape.plain:
		print = p.quotePlain
	case shape.markdown:
		print = p.quoteMarkdown
	case shape.bibtex:
		print = p.quoteBibTeX
	case shape.csl:
		return p.quotesCSL(ctx, a, l)
	}
	listed, err := p.eachQuote(ctx, a, l, print)
	if err == nil && listed == 0 && shape == (shapes{}) {
		return p.sayNothingSaid(ctx, a, l.query)
	}
	return err
}

// sayNothingSaid says that no quote was found, and whether one would be if the
// last word of the query were a beginning, as it is while one types.
func (p *program) sayNothingSaid(ctx context.Context, a *store.Archive, q query.Query) error {
	said := "nothing was found"
	if open := q.Typing(); open.String() != q.String() {
		rows, err := a.Quotes(ctx, open, store.QuotesNewest, 0, pageRows)
		if err != nil {
			return err
		}
		switch n := len(rows); {
		case n == pageRows:
			said += fmt.Sprintf("; %s finds %d or more", open, n)
		case n > 0:
			said += fmt.Sprintf("; %s finds %d", open, n)
		}
	}
	p.err.line(reader.CleanLine(said))
	return nil
}

// mostQuotes is how many quotes are asked for at once at most.
const mostQuotes = 16000

// eachQuote calls print for every quote of a list, and tells how many there
// were; the same words in several articles are one. What comes before a page is
// looked through again for it, so pages grow: the first come at once, and all
// of a large archive in few.
func (p *program) eachQuote(ctx context.Context, a *store.Archive, l quoteList, print func(store.QuoteRow) error) (listed int, err error) {
	for page := pageRows; p.out.failed == nil; page = min(2*page, mostQuotes) {
		want := page
		if l.limit > 0 {
			want = min(want, l.limit-listed)
		}
		rows, err := a.Quotes(ctx, l.query, l.by, listed, want)
		if err != nil {
			return listed, err
		}
		for _, r := range rows {
			if err := print(r); err != nil {
				return listed, err
			}
		}
		if listed += len(rows); len(rows) < want || listed == l.limit {
			break
		}
	}
	return listed, nil
}

// printQuote prints a quote for people: the words, then who said them and where.
func (p *program) printQuote(q store.QuoteRow) error {
	p.out.line(quotedWords(&q))
	p.out.line(reader.Clean(p.out.cut("    " + string(sourceLine(q)) + fmt.Sprintf(" [%d]", q.Row.ID))))
	return nil
}

// quotedWords returns a quote's words for people, with marks around what was said so.
func quotedWords(q *store.QuoteRow) reader.Text {
	return cite.Quoted(q.Quote.Kind, reader.CleanLine(string(q.Text)))
}

// sourceLine says who said a quote, whether in the reporter's words, and where it stands.
func sourceLine(q store.QuoteRow) reader.Text {
	several := ""
	if q.Sources > 1 {
		several = fmt.Sprintf("in %d articles", q.Sources)
	}
	return reader.CleanLine(joined(" · ", speakerLabel(&q.Quote), string(q.Row.Title),
		string(q.Row.Outlet), date(q.Row.Published), several))
}

// speakerLabel names the speaker, and says so if the words are the reporter's.
func speakerLabel(q *reader.Quote) string {
	name := string(speakerName(shownSpeaker(q)))
	if q.Kind == reader.QuoteIndirect {
		name += " (" + string(cite.Reported) + ")"
	}
	return name
}

// shownSpeaker returns who said a quote if that is likely enough to be told, else nothing.
func shownSpeaker(q *reader.Quote) reader.Text {
	if !q.Attributed() {
		return ""
	}
	return q.Speaker.Name
}

// quoteJSON prints a quote with all articles that have it.
func (p *program) quoteJSON(ctx context.Context, a *store.Archive, q store.QuoteRow) error {
	line := quoteOf(q)
	if q.Sources > 1 {
		same, err := a.SameQuote(ctx, q.ID)
		if err != nil && !errors.Is(err, store.ErrNoQuote) {
			return err
		}
		line.Also = alsoIn(same, q.Row.ID)
	}
	return p.out.json(line)
}

func (p *program) quoteCSV(q store.QuoteRow) error {
	p.out.csv(string(q.Text), string(shownSpeaker(&q.Quote)), q.Quote.Kind.String(),
		strconv.FormatFloat(q.Quote.Confidence, 'f', 2, 64), string(q.Row.Title), string(q.Row.Byline),
		string(q.Row.Outlet), date(q.Row.Published), strconv.FormatInt(int64(q.Row.ID), 10), strconv.Itoa(q.Sources),
		string(q.Address), string(q.Mention), string(q.Cue))
	return nil
}

// escapeMarkdown has text mean itself in Markdown.
func escapeMarkdown(t reader.Text) string {
	var b strings.Builder
	for i, r := range string(t) {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~':
			b.WriteByte('\\')
		case '#', '+', '-':
			if i == 0 {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// csv writes one line of comma-separated values.
func (o *output) csv(values ...string) {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.Write(values) // a Builder takes everything
	w.Flush()
	o.raw(b.String())
}
