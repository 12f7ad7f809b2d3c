package store

import (
	"fmt"

	"offprint/reader"
)

// The same words in several articles are one quote. It is shown as one of them
// has it, the same whatever is asked for, so that its speaker, its date and its
// place in a list do not change with the query: where a person is named rather
// than a role, and the oldest of these. Only if the query leaves that one out
// (by its date, its source, its speaker) another stands for it: the best left.

// merit is what quotes with the same words are compared by, as a list of
// SQL: the lowest is shown. The quote is the row of that name.
func merit(quote string) string {
	return fmt.Sprintf(`coalesce((SELECT CASE WHEN e.kind = %d THEN 0 WHEN e.kind < %d THEN 1 END FROM name w JOIN name e ON e.id = w.entity WHERE w.id = %s.who), 2),
		(SELECT d.published IS NULL FROM article d WHERE d.id = %[3]s.id >> 16), %[3]s.sorted, %[3]s.id`, reader.EntityPerson, kindRole, quote)
}

// quotePick chooses which of quotes with the same words stands for them.
type quotePick struct {
	s      *quoteSearch
	quotes *quoteReader
	of     map[int64]int64 // by what tells words apart: the quote that is shown
}

// shown looks at quotes of a list from its begin on until n may be shown, and
// returns those that are and how many it has looked at.
func (p *quotePick) shown(list []cited, n int) (ids []int64, seen int, err error) {
	var met []cited
	for seen < len(list) && len(met) < n {
		c := list[seen]
		seen++
		if id, known := p.of[c.same]; known && id != c.id {
			continue
		}
		if len(p.s.words) > 0 {
			r, err := p.quotes.row(c.id)
			if err != nil {
				return nil, 0, err
			}
			if r == nil || !p.s.meets(string(r.Text)) {
				continue
			}
		}
		met = append(met, c)
	}
	if err := p.choose(met); err != nil {
		return nil, 0, err
	}
	for _, c := range met {
		if p.of[c.same] == c.id {
			ids = append(ids, c.id)
		}
	}
	return ids, seen, nil
}

// choose finds for quotes which of those with their words is shown. Words are
// not asked for: whoever has the same has them.
func (p *quotePick) choose(list []cited) error {
	var open []int64
	for _, c := range list {
		if _, known := p.of[c.same]; !known {
			open = append(open, c.same)
		}
	}
	if len(open) > 0 {
		where, args := p.s.apart.where()
		text := "a.deleted = 0 AND " + where
		for _, c := range p.s.conds {
			text += " AND (" + c + ")"
		}
		args = append(append([]any{jsonIDs(open)}, args...), p.s.args...)
		err := p.s.l.all(`SELECT q.same, q.id FROM (SELECT DISTINCT value FROM json_each(?)) j CROSS JOIN quote q ON q.same = j.value
			AND EXISTS (SELECT 1 FROM quote o WHERE o.same = q.same AND o.id <> q.id)
			CROSS JOIN article a ON a.id = q.id >> 16 WHERE `+text+" ORDER BY "+merit("q"), args, func(scan func(...any) error) error {
			var same, id int64
			err := scan(&same, &id)
			if _, known := p.of[same]; err == nil && !known {
				p.of[same] = id
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, c := range list { // the only one with its words
		if _, known := p.of[c.same]; !known {
			p.of[c.same] = c.id
		}
	}
	return nil
}
