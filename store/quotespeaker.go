package store

import (
	"context"
	"strings"

	"offprint/store/pack"
)

// Speaker returns what an entity said over the archive.
func (a *Archive) Speaker(ctx context.Context, id EntityID) (*SpeakerPage, error) {
	var page *SpeakerPage
	err := a.read(ctx, "read a speaker", func(l *link) error {
		id, names, err := entityNames(l, id)
		if err != nil {
			return err
		}
		rows, err := entityRows(l, "name e WHERE e.id = ?", id)
		if err != nil || len(rows) == 0 {
			return err
		}
		page = &SpeakerPage{EntityRow: rows[0]}
		list := jsonIDs(names)
		if err := countDistinct(l, page, list); err != nil {
			return err
		}
		page.Months, err = months(l, "SELECT (sorted - 86399 * (sorted < 0)) / 86400 AS day, count(*) FROM quote WHERE who <> 0 AND who"+inList+strings.Replace(withDate, "article", "id >> 16", 1)+"GROUP BY day ORDER BY day", list)
		if err != nil {
			return err
		}
		page.Outlets, err = counts(l, `SELECT o.name, count(*) AS k FROM (SELECT id FROM quote WHERE who <> 0 AND who`+inList+`ORDER BY sorted DESC LIMIT ?) q
			CROSS JOIN article a ON a.id = q.id >> 16 JOIN outlet o ON o.id = a.outlet GROUP BY o.id ORDER BY k DESC, o.name LIMIT 20`, list, outletSample)
		if err != nil {
			return err
		}
		return fillTopics(l, page, list)
	})
	if err != nil {
		return nil, err
	}
	return page, nil
}

// countDistinct counts the same words in several articles once, of somebody
// who has not too many quotes for that.
func countDistinct(l *link, p *SpeakerPage, names string) error {
	var all, distinct int
	err := l.one("SELECT count(*), count(DISTINCT same) FROM (SELECT same FROM quote WHERE who <> 0 AND who"+inList+"LIMIT ?)", []any{names, distinctSample}, &all, &distinct)
	if err == nil && all < distinctSample {
		p.Quotes = distinct
	}
	return err
}

// How many quotes of somebody are compared to count them.
const distinctSample = 5000

// How many of the newest quotes tell whom they are about, and where they are printed.
const (
	topicSample  = 500
	outletSample = 5000
)

// topics counts whom quotes are about. The same words in several articles are one quote.
type topics struct {
	same map[int64]int64 // the quotes that count, with what tells their words apart
	seen map[[2]int64]bool
	n    map[int64]int // by entity
}

// fillTopics counts whom the newest quotes are about.
func fillTopics(l *link, p *SpeakerPage, names string) error {
	t := topics{same: map[int64]int64{}, seen: map[[2]int64]bool{}, n: map[int64]int{}}
	articles := map[int64]bool{}
	err := l.all("SELECT id, same FROM quote WHERE who <> 0 AND who"+inList+"ORDER BY sorted DESC LIMIT ?", []any{names, topicSample}, func(scan func(...any) error) error {
		var id, same int64
		err := scan(&id, &same)
		t.same[id], articles[id>>quoteBits] = same, true
		return err
	})
	if err != nil {
		return err
	}
	for id := range articles {
		if err := t.add(l, ID(id)); err != nil {
			return err
		}
	}
	delete(t.n, int64(p.ID))
	delete(t.n, 0)
	rows, err := rowsByCount(l, t.n, pageWith)
	for i := range rows {
		rows[i].Quotes = rows[i].Articles
	}
	p.About = rows
	return err
}

// add counts what the quotes of an article are about.
func (t *topics) add(l *link, id ID) error {
	low, high := int64(id)<<quoteBits, int64(id+1)<<quoteBits-1
	return l.all(`SELECT n.entity, b.quote FROM article a CROSS JOIN json_each(?) j CROSS JOIN name n ON n.id = j.value
		CROSS JOIN about b ON b.name = n.id AND b.sorted = a.sorted AND b.quote BETWEEN ? AND ? WHERE a.id = ?`,
		[]any{namesJSON(l, id), low, high, id}, func(scan func(...any) error) error {
			var entity, quote int64
			err := scan(&entity, &quote)
			same, counts := t.same[quote]
			if key := [2]int64{entity, same}; counts && !t.seen[key] {
				t.seen[key] = true
				t.n[entity]++
			}
			return err
		})
}

// namesJSON returns the names of an article as a list for SQL.
func namesJSON(l *link, id ID) string {
	var b []byte
	if err := l.one("SELECT names FROM finding WHERE id = ?", []any{id}, &b); err != nil {
		return "[]"
	}
	return jsonIDs(pack.ReadIDs(b))
}
