package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"offprint/reader"
	"offprint/store/alike"
)

// Translations are sought among the quotes that articles in other languages
// print within a few days, by a speaker whose name sounds the same.
const (
	tongueSpan   = 3 * 24 * 60 * 60 // seconds to either side
	tongueQuotes = 20000            // quotes of those days looked at
	tongueRead   = 200              // quotes read at most
)

// Translated returns up to n quotes that may be the same statement in another
// language, the likeliest first: marked words by the same speaker, printed
// within three days, with the same numbers and names in them. At most one is
// returned from an article, and only if no other quote there or here fits it
// better; of several with the same words the likeliest is returned. ErrNoQuote if the quote is not there.
func (a *Archive) Translated(ctx context.Context, id QuoteID, n int) ([]QuoteRow, error) {
	var list []QuoteRow
	err := a.read(ctx, "look for translations", func(l *link) error {
		s := &tongueSearch{l: l, quotes: newQuoteReader(l)}
		of, err := s.quotes.row(int64(id))
		if err != nil {
			return err
		}
		if of == nil {
			return ErrNoQuote
		}
		if s.of = *of; !s.fits(of) {
			return nil
		}
		if s.own, err = s.by(of.Row.ID); err != nil {
			return err
		}
		list, err = s.find(n)
		return err
	})
	return list, err
}

// tongueSearch looks for translations of one quote.
type tongueSearch struct {
	l      *link
	quotes *quoteReader
	of     QuoteRow
	own    []QuoteRow // what the same speaker says in the same article, the quote among it
}

// translation is a quote with how much it shares with the one that is sought.
type translation struct {
	row    QuoteRow
	weight int
}

// tongue is the language of an article without its region.
func tongue(r *Row) string {
	t, _, _ := strings.Cut(strings.ToLower(r.Language), "-")
	return t
}

// fits reports whether a quote can be compared over languages at all.
func (s *tongueSearch) fits(q *QuoteRow) bool {
	return q.Quote.Kind != reader.QuoteIndirect && q.Quote.Attributed() && tongue(&q.Row) != "" && alike.Long(string(q.Text))
}

// find returns the n likeliest.
func (s *tongueSearch) find(n int) ([]QuoteRow, error) {
	articles, err := s.articles()
	if err != nil {
		return nil, err
	}
	var found []translation
	for _, id := range articles {
		t, err := s.best(id)
		if err != nil {
			return nil, err
		}
		if t != nil {
			found = append(found, *t)
		}
	}
	slices.SortStableFunc(found, func(a, b translation) int { return cmp.Compare(b.weight, a.weight) })
	return s.distinct(found, n)
}

// distinct returns the first n with different words: wire copy is one wording.
func (s *tongueSearch) distinct(found []translation, n int) ([]QuoteRow, error) {
	var list []QuoteRow
	seen := map[int64]bool{}
	for i := range found {
		same, err := s.l.number("SELECT same FROM quote WHERE id = ?", found[i].row.ID)
		if err != nil {
			return nil, err
		}
		if !seen[same] && len(list) < n {
			seen[same] = true
			list = append(list, found[i].row)
		}
	}
	return list, nil
}

// articles returns those in another language that quote the speaker, the nearest in time first.
func (s *tongueSearch) articles() ([]ID, error) {
	var sorted int64
	if err := s.l.one("SELECT sorted FROM quote WHERE id = ?", []any{s.of.ID}, &sorted); err != nil {
		return nil, err
	}
	var list []ID
	err := s.l.all(`SELECT a.id, n.text, n.entity FROM article a CROSS JOIN quote q ON q.id >= a.id << ? AND q.id < (a.id + 1) << ? CROSS JOIN name n ON n.id = q.who
		WHERE a.deleted = 0 AND a.quotes > 0 AND a.sorted BETWEEN ? AND ? AND a.language <> '' AND lower(substr(a.language, 1, ?)) <> ?
		ORDER BY abs(a.sorted - ?), a.id LIMIT ?`,
		[]any{quoteBits, quoteBits, sorted - tongueSpan, sorted + tongueSpan, len(tongue(&s.of.Row)), tongue(&s.of.Row), sorted, tongueQuotes}, func(scan func(...any) error) error {
			var id ID
			var name string
			var entity EntityID
			if err := scan(&id, &name, &entity); err != nil {
				return err
			}
			if len(list) < tongueRead && !slices.Contains(list, id) && (s.of.Speaker != 0 && entity == s.of.Speaker || alike.Names(name, string(s.of.Quote.Speaker.Name))) {
				list = append(list, id)
			}
			return nil
		})
	return list, err
}

// by returns what the speaker says in an article, in marks and at some length.
func (s *tongueSearch) by(id ID) ([]QuoteRow, error) {
	ids, err := s.l.numbers("SELECT id FROM quote WHERE id >= ? AND id < ? AND who <> 0", int64(id)<<quoteBits, int64(id+1)<<quoteBits)
	if err != nil {
		return nil, err
	}
	var list []QuoteRow
	for _, i := range ids {
		r, err := s.quotes.row(i)
		if err != nil {
			return nil, err
		}
		if r == nil || !s.fits(r) {
			continue
		}
		if s.of.Speaker != 0 && r.Speaker == s.of.Speaker || alike.Names(string(r.Quote.Speaker.Name), string(s.of.Quote.Speaker.Name)) {
			list = append(list, *r)
		}
	}
	return list, nil
}

// best returns the quote of an article that fits best, nil if none does or
// another quote of our article fits it better.
func (s *tongueSearch) best(id ID) (*translation, error) {
	list, err := s.by(id)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	sole := len(list) == 1 && len(s.own) == 1
	var best *translation
	for i := range list {
		weight, ok := alike.Translations(string(s.of.Text), string(list[i].Text), sole)
		if ok && (best == nil || weight > best.weight) {
			best = &translation{list[i], weight}
		}
	}
	if best == nil {
		return nil, nil
	}
	for i := range s.own {
		if s.own[i].ID == s.of.ID {
			continue
		}
		if weight, ok := alike.Translations(string(s.own[i].Text), string(best.row.Text), false); ok && weight > best.weight {
			return nil, nil
		}
	}
	return best, nil
}
