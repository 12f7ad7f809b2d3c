package store

import (
	"cmp"
	"context"
	"slices"

	"offprint/reader"
	"offprint/store/excerpt"
	"offprint/store/pack"
)

// fillWith counts what stands beside an entity in its newest articles.
func fillWith(l *link, p *EntityPage, names string) error {
	shared := map[int64]int{} // by name
	var lists [][]int64
	err := l.all(`SELECT f.names FROM (SELECT DISTINCT article FROM mention WHERE name`+inList+`ORDER BY sorted DESC LIMIT ?) m
		CROSS JOIN finding f ON f.id = m.article`, []any{names, withSample}, func(scan func(...any) error) error {
		var b []byte
		if err := scan(&b); err != nil {
			return err
		}
		ids := pack.ReadIDs(b)
		for _, id := range ids {
			shared[id]++
		}
		lists = append(lists, ids)
		return nil
	})
	if err != nil {
		return err
	}
	entities, err := entitiesOf(l, shared)
	if err != nil {
		return err
	}
	counts := map[int64]int{}
	for _, ids := range lists {
		seen := map[int64]bool{0: true, int64(p.ID): true}
		for _, id := range ids {
			if e := entities[id]; !seen[e] {
				seen[e] = true
				counts[e]++
			}
		}
	}
	p.With, err = rowsByCount(l, counts, pageWith)
	return err
}

// entitiesOf maps names to the entities that they stand for.
func entitiesOf(l *link, names map[int64]int) (map[int64]int64, error) {
	ids := make([]int64, 0, len(names))
	for id := range names {
		ids = append(ids, id)
	}
	entities := make(map[int64]int64, len(ids))
	err := l.all("SELECT n.id, n.entity FROM json_each(?) j CROSS JOIN name n ON n.id = j.value", []any{jsonIDs(ids)}, func(scan func(...any) error) error {
		var id, e int64
		err := scan(&id, &e)
		entities[id] = e
		return err
	})
	return entities, err
}

// rowsByCount returns the n entities with the highest counts; Articles is the count.
func rowsByCount(l *link, counts map[int64]int, n int) ([]EntityRow, error) {
	ids := make([]int64, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int64) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	var list []EntityRow
	for _, id := range ids[:min(n, len(ids))] {
		rows, err := entityRows(l, "name e WHERE e.id = ?", id)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			r.Articles = counts[id]
			list = append(list, r)
		}
	}
	return list, nil
}

// Appearances returns n articles that name an entity, newest first, after the first offset ones.
func (a *Archive) Appearances(ctx context.Context, id EntityID, offset, n int) ([]Appearance, error) {
	var list []Appearance
	err := a.read(ctx, "list articles of an entity", func(l *link) error {
		list = nil
		_, names, err := entityNames(l, id)
		if err != nil {
			return err
		}
		text, arg := "SELECT article FROM mention WHERE name"+inList+"GROUP BY article ORDER BY max(sorted) DESC, article DESC LIMIT ? OFFSET ?", any(jsonIDs(names))
		if len(names) == 1 { // in the order of the table already
			text, arg = "SELECT article FROM mention WHERE name = ? ORDER BY sorted DESC, article DESC LIMIT ? OFFSET ?", names[0]
		}
		ids, err := l.numbers(text, arg, n, offset)
		if err != nil {
			return err
		}
		for _, article := range ids {
			ap, err := appearance(l, ID(article), names)
			if err == ErrNoArticle {
				continue
			}
			if err != nil {
				return err
			}
			list = append(list, ap)
		}
		return nil
	})
	return list, err
}

// appearance returns an article with the first line that has one of the names.
func appearance(l *link, id ID, names []int64) (Appearance, error) {
	r, err := row(l, id)
	if err != nil {
		return Appearance{}, err
	}
	ap := Appearance{Row: r}
	d, ids, err := loadDerived(l, id)
	if err != nil {
		return ap, err
	}
	var mentions []reader.Span
	for i := range d.entities {
		if i < len(ids) && slices.Contains(names, ids[i]) {
			mentions = append(mentions, d.entities[i].Places()...)
		}
	}
	slices.SortFunc(mentions, func(a, b reader.Span) int { return a.Start - b.Start })
	ap.Count = len(mentions)
	if len(mentions) == 0 {
		return ap, nil
	}
	ap.At = mentions[0]
	plain, err := plainText(l, id)
	if err != nil {
		return ap, err
	}
	ap.Line, ap.Marks = spanLine(&plain, mentions)
	return ap, nil
}

// spanLine cuts the line around the first of some spans and marks those that
// stand in it. Blanks in a row become one, so places are counted as the line is made.
func spanLine(p *reader.Plain, spans []reader.Span) (reader.Text, []reader.Span) {
	at, end, ok := p.Range(spans[0])
	if !ok {
		return "", nil
	}
	from, to := excerpt.Around(p.Text, at, end)
	var marks []reader.Span
	for _, s := range spans {
		start, stop, ok := p.Range(s)
		if !ok || start < from || stop > to {
			continue
		}
		lead := len(reader.CleanLine(p.Text[from:start]+"x")) - 1
		marks = append(marks, reader.Span{Start: lead, End: lead + len(reader.CleanLine(p.Text[start:stop]))})
	}
	return reader.CleanLine(p.Text[from:to]), marks
}
