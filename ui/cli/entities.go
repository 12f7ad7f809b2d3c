package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
	"offprint/store/zim"
)

// kindNames are the values of --kind.
var kindNames = []string{"person", "organisation", "place", "nationality", "event", "work", "other"}

// entitiesCommand is `offprint entities`.
func (p *program) entitiesCommand() *cobra.Command {
	var l entityList
	var kind string
	c := &cobra.Command{
		Use:     "entities [name...]",
		Short:   "List the people, organisations and places of the archive",
		Long:    "List what the articles name, by the number of articles that name it.\nWords choose names that hold them, the last as a beginning.",
		Example: "offprint entities --kind person --limit 20",
		GroupID: groupFind,
		RunE: p.do(func(ctx context.Context, args []string) error {
			if err := l.shape.check(); err != nil {
				return err
			}
			f := store.EntityFilter{Name: strings.Join(args, " "), AnyKind: kind == ""}
			if l.limit < 0 {
				return errLimit
			}
			if kind == kindWord(reader.EntityOrganization) { // as it is spelt wherever people read it
				kind = reader.EntityOrganization.String()
			}
			var ok bool
			if f.Kind, ok = reader.ParseEntityKind(kind); !ok && kind != "" {
				return usageNear(fmt.Sprintf("--kind %q is none of %s", kind, strings.Join(kindNames, ", ")), kind, kindNames)
			}
			return p.reading(ctx, func(a *store.Archive) error { return p.entities(ctx, a, f, &l) })
		}),
	}
	l.shape.flags(c, false)
	encyclopediaFlag(c, &l.consult)
	c.Flags().StringVar(&kind, "kind", "", "only of this kind: "+strings.Join(kindNames, ", "))
	c.Flags().IntVar(&l.limit, "limit", 0, "how many at most; 0 is all")
	complete(c, "kind", kindNames)
	return c
}

// entityList is what the flags of `offprint entities` say.
type entityList struct {
	shape   shapes
	limit   int
	consult bool // the encyclopedia
}

func (p *program) entities(ctx context.Context, a *store.Archive, f store.EntityFilter, l *entityList) error {
	known, err := p.consult(l.consult, a)
	if err != nil {
		return err
	}
	defer known.close()
	if l.shape.csv {
		head := []string{"name", "type", "articles", "mentions", "quotes", "first", "last", "country", "wikidata"}
		if l.consult {
			head = append(head, "page")
		}
		p.out.csv(head...)
	}
	for p.out.failed == nil {
		f.Limit = pageRows
		if l.limit > 0 {
			f.Limit = min(pageRows, l.limit-f.Offset)
		}
		if f.Limit <= 0 {
			return nil
		}
		rows, err := a.Entities(ctx, f)
		if err != nil {
			return err
		}
		if len(rows) == 0 && f.Offset == 0 && l.shape == (shapes{}) {
			p.err.line("nothing was found")
		}
		if err := p.printEntities(ctx, rows, known, l); err != nil || len(rows) < f.Limit {
			return err
		}
		f.Offset += len(rows)
	}
	return nil
}

// printEntities prints some names, with what the encyclopedia knows of them.
func (p *program) printEntities(ctx context.Context, rows []store.EntityRow, known *consulted, l *entityList) error {
	for i := range rows {
		var err error
		e := entityOf(rows[i])
		if e.Encyclopedia, err = known.about(ctx, &rows[i]); err != nil {
			return err
		}
		if err := p.printEntity(&e, rows[i].Kind, l); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) printEntity(e *entityLine, kind reader.EntityKind, l *entityList) error {
	page := reader.Text("")
	if e.Encyclopedia != nil {
		page = e.Encyclopedia.Title
	}
	switch {
	case l.shape.json:
		return p.out.json(e)
	case l.shape.csv:
		row := []string{string(e.Name), e.Type, strconv.Itoa(e.Articles), strconv.Itoa(e.Mentions), strconv.Itoa(e.Quotes),
			e.First, e.Last, e.Country, e.Wikidata}
		if l.consult {
			row = append(row, string(page))
		}
		p.out.csv(row...)
	default:
		line := fmt.Sprintf("%7s  %-12s  %s", grouped(e.Articles), kindWord(kind), e.Name)
		if page != "" {
			line += " · " + string(page)
		}
		p.out.line(reader.Clean(p.out.cut(line)))
	}
	return nil
}

// entityCommand is `offprint entity`.
func (p *program) entityCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "entity name...",
		Short:   "Show all about one person, organisation or place",
		Example: "offprint entity Sergei Lavrov",
		GroupID: groupFind,
		Args:    atLeastOne("which name"),
		RunE: p.do(func(ctx context.Context, args []string) error {
			return p.reading(ctx, func(a *store.Archive) error {
				return p.entity(ctx, a, strings.Join(args, " "), asJSON)
			})
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	return c
}

// entityRecordFull is all about an entity as one object.
type entityRecordFull struct {
	entityLine
	Aliases  []reader.Text  `json:"aliases"`
	Months   map[string]int `json:"months"` // articles by "2024-04"
	With     []entityLine   `json:"with"`
	By       []quoteLine    `json:"quotes_by"`
	About    []quoteLine    `json:"quotes_about"`
	Appear   []hitRecord    `json:"appearances"`
	Homonyms []entityLine   `json:"others_of_that_name"`
}

// shownAppearances is how many articles `offprint entity` lists for people.
const shownAppearances = 20

func (p *program) entity(ctx context.Context, a *store.Archive, name string, asJSON bool) error {
	found, err := findEntity(ctx, a, name)
	if err != nil {
		return err
	}
	page, err := a.Entity(ctx, found[0].ID)
	if err != nil {
		return err
	}
	n := shownAppearances
	if asJSON {
		n = pageRows
	}
	places, err := a.Appearances(ctx, page.ID, 0, n)
	if err != nil {
		return err
	}
	about := p.lookUp(ctx, page)
	if !asJSON {
		p.printEntityPage(page, about, places, found[1:])
		return nil
	}
	full := fullEntity(page, places, found[1:])
	full.Encyclopedia = about
	return p.out.json(full)
}

// fullEntity puts all about an entity into one object.
func fullEntity(page *store.EntityPage, places []store.Appearance, others []store.EntityRow) entityRecordFull {
	full := entityRecordFull{
		entityLine: entityOf(page.EntityRow), Aliases: orEmpty(page.Aliases), Months: make(map[string]int),
		With: entitiesOf(page.With), By: []quoteLine{}, About: []quoteLine{}, Appear: []hitRecord{},
		Homonyms: entitiesOf(others),
	}
	for _, m := range page.Months {
		full.Months[fmt.Sprintf("%04d-%02d", m.Year, m.Month)] = m.Count
	}
	for _, q := range page.By {
		full.By = append(full.By, quoteOf(q))
	}
	for _, q := range page.About {
		full.About = append(full.About, quoteOf(q))
	}
	for _, at := range places {
		h := hitOf(at.Row, at.Line, at.Marks)
		h.Count = at.Count
		full.Appear = append(full.Appear, h)
	}
	return full
}

// findEntity returns the entities of a name: those called exactly so if there
// are any, and behind a person those whose full names end so; else those that
// the words fit, the most named first.
func findEntity(ctx context.Context, a *store.Archive, name string) ([]store.EntityRow, error) {
	var rows []store.EntityRow
	if strings.TrimSpace(name) != "" { // all names fit no words
		var err error
		if rows, err = a.Entities(ctx, store.EntityFilter{Name: name, AnyKind: true, Limit: 20}); err != nil {
			return nil, err
		}
	}
	var exact, longer []store.EntityRow
	for _, r := range rows {
		switch {
		case strings.EqualFold(string(r.Name), name):
			exact = append(exact, r)
		case r.Kind == reader.EntityPerson && endsInName(string(r.Name), name):
			longer = append(longer, r)
		}
	}
	switch {
	case len(exact) > 0 && exact[0].Kind == reader.EntityPerson:
		return append(exact, longer...), nil // Lavrov, and Sergei Lavrov whom nothing ties to him
	case len(exact) > 0:
		return exact, nil
	case len(rows) == 0:
		return nil, noSuchName(name)
	}
	return rows, nil
}

// noSuchName says that nothing is called so.
func noSuchName(name string) error {
	return &problem{
		msg: "nothing in the archive is called " + reader.CleanLine(strconv.Quote(name)), code: exitFailed,
		hint: "offprint entities lists all names",
	}
}

// endsInName reports whether a full name ends in the words of a shorter one.
func endsInName(full, short string) bool {
	at := len(full) - len(short)
	return at > 0 && full[at-1] == ' ' && strings.EqualFold(full[at:], short)
}

// printEntityPage prints all about an entity for people.
func (p *program) printEntityPage(
	e *store.EntityPage, about *zim.Article, places []store.Appearance, others []store.EntityRow,
) {
	o := &p.out
	o.line(e.Name)
	o.line(reader.CleanLine(joined(" · ", kindWord(e.Kind), count(e.Articles, "article"), count(e.Mentions, "mention"),
		days(e.First, e.Last))))
	if len(e.Aliases) > 0 {
		names := make([]string, len(e.Aliases))
		for i, a := range e.Aliases {
			names[i] = string(a)
		}
		o.line("also " + reader.CleanLine(strings.Join(names, ", ")))
	}
	if about != nil {
		o.line("\n", about.Paragraph)
		o.line("    " + reader.CleanLine(joined(" · ", string(about.Title), string(about.Source))))
	}
	if len(e.With) > 0 {
		o.raw("\nnamed with\n")
		for _, w := range e.With {
			o.raw(fmt.Sprintf("%7s  %s\n", grouped(w.Articles), w.Name))
		}
	}
	p.printQuotes("said", e.By)
	p.printQuotes("said about it", e.About)
	if len(places) > 0 {
		o.raw("\nnamed in\n")
	}
	for _, at := range places {
		p.printRow(at.Row)
	}
	for _, r := range others {
		p.err.line(reader.CleanLine(fmt.Sprintf("there is also %s (%s, %s)", r.Name, kindWord(r.Kind), count(r.Articles, "article"))))
	}
}

// printQuotes prints quotes under a head, if there are any.
func (p *program) printQuotes(head string, rows []store.QuoteRow) {
	if len(rows) > 0 {
		p.out.raw("\n" + head + "\n")
	}
	for _, q := range rows {
		p.out.raw("    ")
		p.out.line(quotedWords(&q))
		p.out.line(reader.Clean(p.out.cut("        " + string(sourceLine(q)))))
	}
}

// days is the time from one day to another, "" if neither is known.
func days(first, last time.Time) string {
	switch a, b := first.UTC().Format(time.DateOnly), last.UTC().Format(time.DateOnly); {
	case first.IsZero() && last.IsZero():
		return ""
	case a == b:
		return a
	default:
		return a + " to " + b
	}
}
