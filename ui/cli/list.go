package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/config"
)

// pageRows is how many rows are asked of the archive at once.
const pageRows = 500

// queryHelp ends the help of the commands that take a query.
const queryHelp = `

A query is made of words (all must be there, whole), "phrases", word* for
beginnings, -word for what must not be there, OR, parentheses, and fields: by:
source: tag: title: before: after: on: said: about: mentions: lang: is:unread
is:read is:starred is:highlighted is:stub has:quotes has:highlights has:notes.
Dates are 2024, 2024-04 or 2024-04-19. Write -- before a query that begins with
a minus.`

// sorts are the orders of lists by the names that settings have for them.
var sorts = map[string]store.Sort{
	config.Last: store.SortNewest, "newest": store.SortNewest, "oldest": store.SortOldest, "added": store.SortAdded, "title": store.SortTitle,
	"longest": store.SortLongest,
}

// listCommand is `offprint list`.
func (p *program) listCommand() *cobra.Command {
	var asJSON bool
	var order string
	var limit int
	c := &cobra.Command{
		Use:               "list [query...]",
		Short:             "List the articles of the archive that a query finds",
		Long:              "List articles, the newest first: number, date, state (● unread, ★ starred), title and outlet." + queryHelp,
		Example:           "offprint list is:unread after:2024-04",
		GroupID:           groupFind,
		ValidArgsFunction: completeQuery,
		RunE: p.do(func(ctx context.Context, args []string) error {
			q, err := parseQuery(args)
			if err != nil {
				return err
			}
			if limit < 0 {
				return errLimit
			}
			by, err := p.orderOf(order)
			if err != nil {
				return err
			}
			return p.asking(ctx, q, func(a *store.Archive) error {
				return p.list(ctx, a, store.View{Query: q, Group: store.GroupNone, Sort: by}, limit, asJSON)
			})
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	c.Flags().StringVar(&order, "sort", "", "order: "+strings.Join(config.Sorts[1:], ", "))
	c.Flags().IntVar(&limit, "limit", 0, "how many at most; 0 is all")
	complete(c, "sort", config.Sorts[1:])
	return c
}

// orderOf returns the order of a name; none is that of the settings.
func (p *program) orderOf(name string) (store.Sort, error) {
	if name == "" {
		c, err := p.settings()
		if err != nil {
			return 0, err
		}
		name = c.Sort
	}
	by, ok := sorts[name]
	if !ok {
		return 0, usageNear(fmt.Sprintf("--sort %q is none of %s", name, strings.Join(config.Sorts[1:], ", ")), name, config.Sorts[1:])
	}
	return by, nil
}

// list prints the articles of a view.
func (p *program) list(ctx context.Context, a *store.Archive, v store.View, limit int, asJSON bool) error {
	l, err := a.List(ctx, v)
	if err != nil {
		return err
	}
	if l.Len() == 0 && !asJSON {
		return p.sayNothing(ctx, a, v.Query)
	}
	return eachRow(ctx, l, limit, func(r store.Row) error {
		if p.out.failed != nil {
			return p.out.failed
		}
		if asJSON {
			return p.out.json(rowOf(r))
		}
		p.printRow(r)
		return nil
	})
}

// eachRow calls do for the rows of a list, limit of them at most; 0 is all.
// It ends with the first error. Of what is deleted meanwhile a page has fewer
// rows than were asked for; the next begins where it would have ended.
func eachRow(ctx context.Context, l *store.Listing, limit int, do func(store.Row) error) error {
	left := l.Len()
	if limit > 0 {
		left = min(left, limit)
	}
	for group, g := range l.Groups() {
		for offset := 0; left > 0 && offset < g.Count; {
			n := min(left, pageRows)
			rows, err := l.Rows(ctx, group, offset, n)
			if err != nil {
				return err
			}
			for _, r := range rows {
				if err := do(r); err != nil {
					return err
				}
			}
			offset, left = offset+n, left-len(rows)
		}
	}
	return nil
}

// printRow prints an article on one line.
func (p *program) printRow(r store.Row) {
	state := []rune("  ") // a column each: both may hold
	if !r.Read {
		state[0] = '●'
	}
	if r.Starred {
		state[1] = '★'
	}
	day := "          "
	if !r.Published.IsZero() {
		day = r.Published.UTC().Format("2006-01-02")
	}
	line := fmt.Sprintf("%7d  %s  %s %s", r.ID, day, string(state), r.Title)
	if r.Outlet != "" {
		line += " (" + string(r.Outlet) + ")"
	}
	if r.Stub {
		line += " · stub"
	}
	p.out.line(reader.Clean(p.out.cut(line)))
}

// cut makes a line no wider than the terminal; elsewhere it stays whole.
func (o *output) cut(line string) string {
	if w := o.width(); w > 0 {
		return ansi.Truncate(line, w, "…")
	}
	return line
}

// searchCommand is `offprint search`.
func (p *program) searchCommand() *cobra.Command {
	var asJSON bool
	var limit int
	c := &cobra.Command{
		Use:               "search query...",
		Short:             "Search the texts of all articles",
		Long:              "Search all articles, and what you noted on them, and show the line that holds\nwhat was found, newest first." + queryHelp,
		Example:           `offprint search '"does not want" source:moscowtimes'`,
		GroupID:           groupFind,
		Args:              atLeastOne("what to look for"),
		ValidArgsFunction: completeQuery,
		RunE: p.do(func(ctx context.Context, args []string) error {
			q, err := parseQuery(args)
			if err != nil {
				return err
			}
			if limit < 1 {
				return errNone
			}
			return p.search(ctx, q, limit, asJSON)
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	c.Flags().IntVar(&limit, "limit", 50, "how many at most")
	return c
}

func (p *program) search(ctx context.Context, q query.Query, limit int, asJSON bool) error {
	return p.asking(ctx, q, func(a *store.Archive) error {
		hits, more, err := a.Search(ctx, q, limit)
		if err != nil {
			return err
		}
		for _, h := range hits {
			if asJSON {
				record := hitOf(h.Row, h.Line, h.Marks)
				record.Note = h.Note
				if err := p.out.json(record); err != nil {
					return err
				}
				continue
			}
			p.printRow(h.Row)
			if h.Line != "" {
				p.out.raw("                        " + noteSign(h.Note) + p.marked(h.Line, h.Marks) + "\n")
			}
		}
		if more && !asJSON {
			p.err.raw(fmt.Sprintf("only the newest %d are shown; --limit shows more\n", limit))
		}
		if len(hits) == 0 && !asJSON {
			return p.sayNothing(ctx, a, q)
		}
		return nil
	})
}

// noteSign stands before a line that is of a note of the reader.
func noteSign(note bool) string {
	if note {
		return "note: "
	}
	return ""
}

// sayNothing says on standard error that a query found nothing, and what it
// would find if its last word were the beginning of one.
func (p *program) sayNothing(ctx context.Context, a *store.Archive, q query.Query) error {
	said := "nothing was found"
	if open := q.Typing(); open.String() != q.String() {
		l, err := a.List(ctx, store.View{Query: open, Group: store.GroupNone})
		if err != nil {
			return err
		}
		if n := l.Len(); n > 0 {
			said += fmt.Sprintf("; %s finds %d", open, n)
		}
	}
	all, err := a.List(ctx, store.View{Group: store.GroupNone})
	if err != nil {
		return err
	}
	if all.Len() == 0 {
		said = "the archive is empty; offprint add FOLDER fills it"
	}
	p.err.line(reader.CleanLine(said))
	return nil
}

// asking is reading for a query: one for words sees the articles, too, that an
// import left behind for the index.
func (p *program) asking(ctx context.Context, q query.Query, run func(*store.Archive) error) error {
	if q.Words() {
		if err := p.catchUp(ctx); err != nil {
			return err
		}
	}
	return p.reading(ctx, run)
}

// catchUp has articles indexed that an import has left behind. An archive
// that cannot be written to is searched as it is, which is said.
func (p *program) catchUp(ctx context.Context) error {
	behind := 0
	err := p.reading(ctx, func(a *store.Archive) (err error) {
		behind, err = a.Pending(ctx)
		return err
	})
	if err != nil || behind == 0 {
		return err
	}
	show := newProgress(&p.err)
	show.say(reader.CleanLine("putting " + count(behind, "article") + " into the index"))
	a, err := p.openArchive(ctx, store.Options{NoCreate: true})
	if err == nil {
		defer a.Close()
		err = a.Index(ctx)
	}
	show.clear()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		p.say(reader.CleanLine(count(behind, "article") + " not in the index yet, and not searched: " + err.Error()))
	}
	return nil
}

// marked returns a line with what was found in bold, where bold can be shown.
func (p *program) marked(line reader.Text, marks []reader.Span) string {
	if !p.out.styled() {
		return string(line)
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(line) {
			continue
		}
		b.WriteString(string(line[at:m.Start]) + "\x1b[1m" + string(line[m.Start:m.End]) + "\x1b[22m")
		at = m.End
	}
	b.WriteString(string(line[at:]))
	return b.String()
}

// styled reports whether the stream shows bold and colours.
func (o *output) styled() bool {
	return o.program.wantsColor() && (o.terminal() || o.program.forcesColor())
}
