package store

import (
	"cmp"
	"slices"
)

// Quotes are found in one of four ways, so that the first page comes at once
// however many there are: along the quotes by one name (or about it), which
// are kept by date; along the articles that match, newest first; along all
// speakers, by name; or, for orders that have no index, all together.

// cited is a quote that meets all but the query's words.
type cited struct{ id, same, sorted, ord int64 }

func (c cited) article() int64 { return c.id >> quoteBits }

// maxLeads is how many names may be followed side by side.
const maxLeads = 16

// ids returns a page of quotes.
func (s *quoteSearch) ids(offset, n int) ([]int64, error) {
	next, growth := s.together, 32 // which goes over all of them each time, however few are asked for
	switch {
	case s.by == QuotesBySpeaker && s.lead == nil && s.free():
		next, growth = s.alongSpeakers, 4
	case s.by == QuotesBySpeaker:
	case s.lead != nil && len(s.lead.names) <= maxLeads:
		next, growth = s.alongNames, 4
	case s.lead == nil && s.by == QuotesNewest && !s.free():
		next, growth = s.alongArticles, 4
	}
	var ids []int64
	pick := &quotePick{s: s, quotes: newQuoteReader(s.l), of: map[int64]int64{}}
	done := 0
	for limit := 4 * (offset + n); ; limit *= growth {
		list, whole, err := next(limit)
		if err != nil {
			return nil, err
		}
		for done < len(list) {
			some, seen, err := pick.shown(list[done:], offset+n-len(ids))
			if err != nil {
				return nil, err
			}
			if ids = append(ids, some...); len(ids) >= offset+n {
				return ids[offset : offset+n], nil
			}
			done += seen
		}
		if done = len(list); whole {
			return ids[min(offset, len(ids)):], nil
		}
	}
}

// free reports whether nothing but names chooses.
func (s *quoteSearch) free() bool {
	where, _ := s.articles.where()
	return where == "1" && len(s.words) == 0
}

// rest returns the conditions on quotes q and articles a.
func (s *quoteSearch) rest() (string, []any) {
	where, args := s.articles.where()
	text := "a.deleted = 0 AND " + where
	for _, c := range s.conds {
		text += " AND (" + c + ")"
	}
	return text, append(args, s.args...)
}

// alongNames follows the quotes by one of a few names, or about it, by date.
func (s *quoteSearch) alongNames(limit int) ([]cited, bool, error) {
	from, order := "about b CROSS JOIN quote q ON q.id = b.quote CROSS JOIN article a ON a.id = q.id >> 16 WHERE b.name = ? AND ", "b.sorted DESC, b.quote DESC"
	if s.lead.said {
		from, order = "quote q CROSS JOIN article a ON a.id = q.id >> 16 WHERE q.who <> 0 AND q.who = ? AND ", "q.sorted DESC, q.id DESC"
	}
	if s.by == QuotesOldest {
		order = map[bool]string{true: "q.sorted, q.id", false: "b.sorted, b.quote"}[s.lead.said]
	}
	rest, args := s.rest()
	var all []cited
	var end *cited // behind it quotes by one of the names may be missing
	for _, name := range s.lead.names {
		list, err := s.cited(from+rest+" ORDER BY "+order+" LIMIT ?", append(append([]any{name}, args...), limit))
		if err != nil {
			return nil, false, err
		}
		if last := len(list) - 1; last == limit-1 && (end == nil || s.order(list[last], *end) < 0) {
			end = &list[last]
		}
		all = append(all, list...)
	}
	slices.SortFunc(all, s.order)
	all = slices.CompactFunc(all, func(a, b cited) bool { return a.id == b.id }) // about two names of one entity
	if end == nil {
		return all, true, nil
	}
	// The index has an article's quotes the other way round: its first ones may be missing.
	known := slices.IndexFunc(all, func(c cited) bool { return c.article() == end.article() || s.order(c, *end) > 0 })
	return all[:known], false, nil
}

// order compares two quotes by date. Those of one article stand as in its text.
func (s *quoteSearch) order(a, b cited) int {
	byDate := cmp.Or(cmp.Compare(a.sorted, b.sorted), cmp.Compare(a.article(), b.article()))
	if s.by == QuotesNewest {
		byDate = -byDate
	}
	return cmp.Or(byDate, cmp.Compare(a.ord, b.ord))
}

// alongArticles follows the articles that match, the newest first.
func (s *quoteSearch) alongArticles(limit int) ([]cited, bool, error) {
	list, err := s.articles.find(limit)
	if err != nil {
		return nil, false, err
	}
	cond := "q.id >= ? AND q.id < ?"
	for _, c := range s.conds {
		cond += " AND (" + c + ")"
	}
	var all []cited
	for _, f := range list {
		args := append([]any{int64(f.id) << quoteBits, int64(f.id+1) << quoteBits}, s.args...)
		some, err := s.cited("quote q WHERE "+cond+" ORDER BY q.ord", args)
		if err != nil {
			return nil, false, err
		}
		all = append(all, some...)
	}
	return all, len(list) < limit, nil
}

// alongSpeakers follows the speakers in their order, and the quotes by each from
// the newest on. What nobody is known to have said comes last.
func (s *quoteSearch) alongSpeakers(limit int) ([]cited, bool, error) {
	speakers, err := s.l.numbers("SELECT s.id FROM name s WHERE s.entity = s.id AND s.quotes > 0 ORDER BY " + speakerOrder)
	if err != nil {
		return nil, false, err
	}
	rest, args := s.rest()
	var all []cited
	for _, id := range speakers {
		names, err := namesOf(s.l, EntityID(id))
		if err != nil {
			return nil, false, err
		}
		list, err := s.cited("quote q CROSS JOIN article a ON a.id = q.id >> 16 WHERE q.who <> 0 AND q.who"+inList+"AND "+rest+" ORDER BY "+quoteOrders[QuotesNewest],
			append([]any{jsonIDs(names)}, args...))
		if err != nil {
			return nil, false, err
		}
		if all = append(all, list...); len(all) >= limit {
			return all, false, nil
		}
	}
	list, err := s.cited("article a CROSS JOIN quote q ON q.id >= a.id << 16 AND q.id < (a.id + 1) << 16 LEFT JOIN name w ON w.id = q.who WHERE coalesce(w.entity, 0) = 0 AND "+
		rest+" ORDER BY "+quoteOrders[QuotesNewest]+" LIMIT ?", append(slices.Clone(args), limit))
	return append(all, list...), len(list) < limit, err
}

// speakerOrder is the order of speakers s: names come before descriptions ("a
// spokesman", "170 volunteers").
const speakerOrder = "s.kind >= 100 OR s.text GLOB '[0-9a-z]*', s.text COLLATE NOCASE, s.id"

// quoteOrders are the sorts in SQL. By speaker, what nobody is known to have said is last.
var quoteOrders = [...]string{
	QuotesNewest:    "a.sorted DESC, a.id DESC, q.ord",
	QuotesOldest:    "a.sorted, a.id, q.ord",
	QuotesBySpeaker: "s.text IS NULL, " + speakerOrder + ", q.sorted DESC, a.id DESC, q.ord",
}

// together asks for all at once. Quotes of everything go along the articles, which have an index by date.
func (s *quoteSearch) together(limit int) ([]cited, bool, error) {
	from := "article a CROSS JOIN quote q ON q.id >= a.id << 16 AND q.id < (a.id + 1) << 16"
	var args []any
	switch {
	case s.lead != nil && s.lead.said:
		from = "quote q CROSS JOIN article a ON a.id = q.id >> 16"
	case s.lead != nil:
		from = "(SELECT DISTINCT quote FROM about WHERE name" + inList + ") b CROSS JOIN quote q ON q.id = b.quote CROSS JOIN article a ON a.id = q.id >> 16"
		args = append(args, jsonIDs(s.lead.names))
	}
	if s.by == QuotesBySpeaker {
		from += " LEFT JOIN name w ON w.id = q.who LEFT JOIN name s ON s.id = w.entity"
	}
	rest, more := s.rest()
	list, err := s.cited(from+" WHERE "+rest+" ORDER BY "+quoteOrders[s.by]+" LIMIT ?", append(append(args, more...), limit))
	return list, len(list) < limit, err
}

func (s *quoteSearch) cited(text string, args []any) ([]cited, error) {
	var list []cited
	err := s.l.all("SELECT q.id, q.same, q.sorted, q.ord FROM "+text, args, func(scan func(...any) error) error {
		var c cited
		err := scan(&c.id, &c.same, &c.sorted, &c.ord)
		list = append(list, c)
		return err
	})
	return list, err
}
