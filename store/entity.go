package store

import (
	"context"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store/folded"
)

// entityColumns are what scanEntity reads, of name e, which is a root.
const entityColumns = "e.id, coalesce(e.renamed, e.text), e.kind, e.articles, e.mentions, e.quotes, e.first, e.last, e.country"

func scanEntity(scan func(...any) error, more ...any) (EntityRow, error) {
	var r EntityRow
	var name, country string
	var kind, first, last int64
	if err := scan(append([]any{&r.ID, &name, &kind, &r.Articles, &r.Mentions, &r.Quotes, &first, &last, &country}, more...)...); err != nil {
		return r, err
	}
	r.Name, r.Country = reader.CleanLine(name), string(reader.CleanLine(country))
	if kind >= 0 && kind <= int64(reader.EntityWork) {
		r.Kind = reader.EntityKind(kind)
	}
	if r.Articles > 0 && first <= last {
		r.First, r.Last = time.Unix(first, 0).UTC(), time.Unix(last, 0).UTC()
	}
	return r, nil
}

// entityRows reads entities; text begins after FROM.
func entityRows(l *link, text string, args ...any) ([]EntityRow, error) {
	var list []EntityRow
	err := l.all("SELECT "+entityColumns+" FROM "+text, args, func(scan func(...any) error) error {
		r, err := scanEntity(scan)
		list = append(list, r)
		return err
	})
	return list, err
}

// Entities returns entities by the number of articles, the most first.
func (a *Archive) Entities(ctx context.Context, f EntityFilter) ([]EntityRow, error) {
	if f.Limit <= 0 {
		f.Limit = 100
	}
	var list []EntityRow
	err := a.read(ctx, "list entities", func(l *link) (err error) {
		text, args := "name e ", []any{}
		if words := folded.Words(f.Name); len(words) > 0 {
			names, err := namesByWords(l, words, true)
			if err != nil {
				return err
			}
			text, args = "json_each(?) j CROSS JOIN name e ON e.id = j.value ", append(args, jsonIDs(names))
		} else if strings.TrimSpace(f.Name) != "" {
			return nil // no name has no letters
		}
		text += "WHERE e.entity = e.id AND e.articles > 0 AND e.kind < ? "
		args = append(args, kindRole)
		if !f.AnyKind {
			text, args = text+"AND e.kind = ? ", append(args, int(f.Kind))
		}
		list, err = entityRows(l, text+"ORDER BY e.articles DESC, e.id LIMIT ? OFFSET ?", append(args, f.Limit, f.Offset)...)
		return err
	})
	return list, err
}

// root returns the entity that an id leads to now: ids of what was merged into another stay good.
func root(l *link, id EntityID) (EntityID, error) {
	n, err := l.number("SELECT entity FROM name WHERE id = ?", id)
	if err == nil && n == 0 {
		err = ErrNoEntity
	}
	return EntityID(n), err
}

// How much of an entity's page is read.
const (
	pageQuotes = 20
	pageWith   = 12
	withSample = 300 // its newest articles, among which With is counted
)

// Entity returns all about an entity. ErrNoEntity if it is not there.
func (a *Archive) Entity(ctx context.Context, id EntityID) (*EntityPage, error) {
	var page *EntityPage
	err := a.read(ctx, "read an entity", func(l *link) (err error) {
		page, err = entityPage(l, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return page, nil
}

func entityPage(l *link, id EntityID) (*EntityPage, error) {
	id, names, err := entityNames(l, id)
	if err != nil {
		return nil, err
	}
	rows, err := entityRows(l, "name e WHERE e.id = ?", id)
	if err == nil && len(rows) == 0 {
		err = ErrNoEntity
	}
	if err != nil {
		return nil, err
	}
	p := &EntityPage{EntityRow: rows[0]}
	list := jsonIDs(names)
	for _, fill := range []func(*link, *EntityPage, string) error{fillNames, fillAliases, fillMonths, fillWith, fillKin, fillQuotes} {
		if err := fill(l, p, list); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Aliases returns the other names of an entity, the most used first, as its
// page has them. It is far cheaper than [Archive.Entity]: for lists.
func (a *Archive) Aliases(ctx context.Context, e *EntityRow) ([]reader.Text, error) {
	var page *EntityPage
	err := a.read(ctx, "read the names of an entity", func(l *link) error {
		page = &EntityPage{EntityRow: *e}
		_, names, err := entityNames(l, e.ID)
		if err != nil {
			return err
		}
		list := jsonIDs(names)
		if err := fillNames(l, page, list); err != nil {
			return err
		}
		return fillAliases(l, page, list)
	})
	if err != nil {
		return nil, err
	}
	return page.Aliases, nil
}

// entityNames returns the root that an id leads to and the names that stand for it.
func entityNames(l *link, id EntityID) (EntityID, []int64, error) {
	id, err := root(l, id)
	if err != nil {
		return 0, nil, err
	}
	names, err := namesOf(l, id)
	return id, names, err
}

// inList is a condition for one column; its argument is a list of ids as JSON.
const inList = " IN (SELECT value FROM json_each(?)) "

func fillNames(l *link, p *EntityPage, names string) error {
	return l.all(`SELECT n.id, n.text, (SELECT count(*) FROM mention m WHERE m.name = n.id) AS k FROM name n
		WHERE n.id`+inList+`ORDER BY k DESC, n.id`, []any{names}, func(scan func(...any) error) error {
		var n Name
		var text string
		err := scan(&n.ID, &text, &n.Articles)
		n.Text = reader.CleanLine(text)
		p.Names = append(p.Names, n)
		return err
	})
}

// fillAliases collects the other names, the spellings of which are shown once.
func fillAliases(l *link, p *EntityPage, names string) error {
	seen := map[string]bool{nameKeyOf(p.Name): true}
	add := func(t reader.Text) {
		if key := nameKeyOf(t); key != "" && !seen[key] {
			seen[key] = true
			p.Aliases = append(p.Aliases, t)
		}
	}
	for _, n := range p.Names {
		add(n.Text)
	}
	return l.all("SELECT text, sum(n) AS k FROM alias WHERE n > 0 AND name"+inList+"GROUP BY key ORDER BY k DESC, key LIMIT 40", []any{names}, func(scan func(...any) error) error {
		var text string
		var n int
		err := scan(&text, &n)
		add(reader.CleanLine(text))
		return err
	})
}

// withDate are the mentions of articles that have a date; there are few without.
const withDate = " AND article NOT IN (SELECT id FROM article INDEXED BY article_undated WHERE deleted = 0 AND published IS NULL) "

// fillMonths counts the articles of each month. Most entities have one name,
// which names an article once, so that nothing need be made distinct.
func fillMonths(l *link, p *EntityPage, names string) (err error) {
	if len(p.Names) == 1 {
		p.Months, err = months(l, "SELECT (sorted - 86399 * (sorted < 0)) / 86400 AS day, count(*) FROM mention WHERE name = ?"+withDate+"GROUP BY day ORDER BY day", p.Names[0].ID)
		return err
	}
	p.Months, err = months(l, "SELECT (sorted - 86399 * (sorted < 0)) / 86400 AS day, count(DISTINCT article) FROM mention WHERE name"+inList+withDate+"GROUP BY day ORDER BY day", names)
	return err
}

// months adds up counts by day, which come in order.
func months(l *link, text string, args ...any) ([]Month, error) {
	var list []Month
	err := l.all(text, args, func(scan func(...any) error) error {
		var day int64
		var n int
		if err := scan(&day, &n); err != nil {
			return err
		}
		t := time.Unix(day*86400, 0).UTC()
		if k := len(list) - 1; k >= 0 && list[k].Year == t.Year() && list[k].Month == t.Month() {
			list[k].Count += n
			return nil
		}
		list = append(list, Month{t.Year(), t.Month(), n})
		return nil
	})
	return list, err
}

// fillKin finds the country of a nationality or the nationalities of a country: they carry the same identifier.
func fillKin(l *link, p *EntityPage, _ string) (err error) {
	if p.Country == "" {
		return nil
	}
	p.Kin, err = entityRows(l, "name e WHERE e.country = ? AND e.country <> '' AND e.entity = e.id AND e.id <> ? AND e.articles > 0 ORDER BY e.articles DESC LIMIT 12", p.Country, p.ID)
	return err
}

func fillQuotes(l *link, p *EntityPage, _ string) (err error) {
	var names []int64
	for _, n := range p.Names {
		names = append(names, n.ID)
	}
	if p.By, err = newestQuotes(l, lead{true, names}, pageQuotes); err != nil {
		return err
	}
	p.About, err = newestQuotes(l, lead{false, names}, pageQuotes)
	return err
}
