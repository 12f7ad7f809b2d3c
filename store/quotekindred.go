package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"offprint/store/alike"
	"offprint/store/folded"
)

// The same statement goes round in other words: one outlet cuts it, another
// translates it anew. Such wordings are found among the articles of the weeks
// around: those that quote the same speaker, and those that have the quote's
// longest words. Their quotes are compared word by word. A wording in another
// language shares no words; see [Archive.Translated].

// What bounds the search for other wordings.
const (
	driftSpan     = 21 * 24 * 60 * 60 // seconds to either side
	driftArticles = 64                // articles read at most
	driftFound    = 400               // articles or quotes that an index may name
	driftWords    = 8                 // words that articles are looked for by
	driftLetters  = 4                 // letters that such a word has at least
	driftRanks    = 5000              // articles that may have one of them
	driftCommon   = 5                 // evens out words that few articles have
	insideSpan    = 3 * 24 * 60 * 60  // seconds to either side in which few words may be cut out of more
)

// Kindred returns up to n quotes that say much the same as a quote in other
// words, the nearest first: by the same speaker in other articles within three
// weeks, or so like it that it hardly matters who is named. A few words that stand
// whole in another quote by the same speaker within three days are a wording too.
// Of several with the same words the oldest is returned. ErrNoQuote if the quote is not there.
func (a *Archive) Kindred(ctx context.Context, id QuoteID, n int) ([]QuoteRow, error) {
	var list []QuoteRow
	err := a.read(ctx, "compare wordings", func(l *link) error {
		s := &driftSearch{l: l, quotes: newQuoteReader(l), best: map[string]likeness{}}
		if err := s.begin(id); err != nil {
			return err
		}
		articles, err := s.articles()
		if err != nil {
			return err
		}
		for _, article := range articles {
			if err := s.compare(article); err != nil {
				return err
			}
		}
		list, err = s.rows(n)
		return err
	})
	return list, err
}

// driftSearch looks for other wordings of one quote.
type driftSearch struct {
	l      *link
	quotes *quoteReader

	of           QuoteRow
	words        []string
	who          EntityID
	same, sorted int64
	best         map[string]likeness // by its words: the oldest quote of each wording
}

// likeness is a quote with the part of its words, or of the other's, that they share.
type likeness struct {
	id, sorted int64
	part       float64
}

// begin reads the quote whose other wordings are sought.
func (s *driftSearch) begin(id QuoteID) error {
	row, err := s.quotes.row(int64(id))
	if err != nil {
		return err
	}
	if row == nil {
		return ErrNoQuote
	}
	s.of, s.words, s.who = *row, folded.Words(string(row.Text)), row.Speaker
	return s.l.one("SELECT same, sorted FROM quote WHERE id = ?", []any{id}, &s.same, &s.sorted)
}

// articles returns those that may have another wording, the likeliest first.
func (s *driftSearch) articles() ([]int64, error) {
	var worded []int64
	var err error
	switch {
	case alike.Enough(s.words):
		if worded, err = s.worded(); err != nil {
			return nil, err
		}
	case !alike.Piece(s.words):
		return nil, nil
	}
	spoken, err := s.spoken()
	if err != nil {
		return nil, err
	}
	var both, either []int64
	for _, id := range worded {
		if slices.Contains(spoken, id) {
			both = append(both, id)
		} else {
			either = append(either, id)
		}
	}
	seen := map[int64]bool{int64(s.of.Row.ID): true}
	var list []int64
	for _, id := range slices.Concat(both, either, spoken) {
		if !seen[id] {
			seen[id] = true
			list = append(list, id)
		}
	}
	return list[:min(len(list), driftArticles)], nil
}

// spoken returns the articles that quote the same speaker, the nearest in time first.
func (s *driftSearch) spoken() ([]int64, error) {
	if s.who == 0 {
		return nil, nil
	}
	_, names, err := entityNames(s.l, s.who)
	if err != nil {
		return nil, err
	}
	ids, err := s.l.numbers("SELECT id >> 16 FROM quote WHERE who <> 0 AND who"+inList+"AND sorted BETWEEN ? AND ? ORDER BY abs(sorted - ?), id LIMIT ?",
		jsonIDs(names), s.sorted-driftSpan, s.sorted+driftSpan, s.sorted, driftFound)
	return slices.Compact(ids), err
}

// worded returns the articles of the time that have the quote's long words,
// first those that have the most of them and the rarest.
func (s *driftSearch) worded() ([]int64, error) {
	low, err := firstRank(s.l, s.sorted-driftSpan)
	if err != nil {
		return nil, err
	}
	high, err := firstRank(s.l, s.sorted+driftSpan+1)
	if err != nil {
		return nil, err
	}
	rarity, words := map[int64]float64{}, map[int64]int{}
	for _, w := range longest(s.words) {
		ranks, err := s.l.numbers(`SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?
			UNION ALL SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? LIMIT ?`, `"`+w+`"`, low, high, `"`+w+`"`, lateRank, driftRanks)
		if err != nil {
			return nil, err
		}
		for _, r := range ranks {
			rarity[r] += 1 / float64(len(ranks)+driftCommon)
			words[r]++
		}
	}
	maps.DeleteFunc(rarity, func(r int64, _ float64) bool { return words[r] < 2 })
	ranks := slices.SortedFunc(maps.Keys(rarity), func(a, b int64) int {
		return cmp.Or(cmp.Compare(rarity[b], rarity[a]), cmp.Compare(b, a))
	})
	return s.placed(ranks[:min(len(ranks), driftFound)])
}

// placed returns the articles at places in the index that lie in the time and have quotes.
func (s *driftSearch) placed(ranks []int64) ([]int64, error) {
	var list []int64
	for _, r := range ranks {
		id, err := s.l.number(`SELECT a.id FROM place p CROSS JOIN article a ON a.id = p.article
			WHERE p.rank = ? AND a.deleted = 0 AND a.quotes > 0 AND a.sorted BETWEEN ? AND ?`, r, s.sorted-driftSpan, s.sorted+driftSpan)
		if err != nil {
			return nil, err
		}
		if id == 0 {
			continue
		}
		if list = append(list, id); len(list) == driftArticles {
			break
		}
	}
	return list, nil
}

func farFrom(a, b int64) int64 { return max(a-b, b-a) }

// longest returns the few longest words: they are seldom met.
func longest(words []string) []string {
	list := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return utf8.RuneCountInString(w) < driftLetters })
	slices.SortFunc(list, func(a, b string) int {
		return cmp.Or(utf8.RuneCountInString(b)-utf8.RuneCountInString(a), strings.Compare(a, b))
	})
	list = slices.Compact(list)
	return list[:min(len(list), driftWords)]
}

// compare looks for other wordings among the quotes of an article.
func (s *driftSearch) compare(article int64) error {
	err := s.quotes.open(ID(article))
	if err == ErrNoArticle {
		return nil
	}
	if err != nil {
		return err
	}
	return s.l.all(`SELECT q.id, q.ord, q.same, q.sorted, coalesce((SELECT entity FROM name WHERE id = q.who AND kind < 100), 0)
		FROM quote q WHERE q.id >= ? AND q.id < ?`, []any{article << quoteBits, (article + 1) << quoteBits}, func(scan func(...any) error) error {
		var id, same, sorted, who int64
		var ord int
		if err := scan(&id, &ord, &same, &sorted, &who); err != nil {
			return err
		}
		if same == s.same || ord < 0 || ord >= len(s.quotes.quotes) {
			return nil
		}
		text := string(s.quotes.words(&s.quotes.quotes[ord]))
		words := folded.Words(text)
		if slices.Equal(words, s.words) { // a few words, each of which is counted apart
			return nil
		}
		part, ok := s.likeness(words, EntityID(who), sorted)
		if !ok || alike.FactsDiffer(string(s.of.Text), text, tongue(&s.of.Row) != "de") {
			return nil
		}
		key := strings.Join(words, " ")
		if old, there := s.best[key]; !there || sorted < old.sorted {
			s.best[key] = likeness{id, sorted, part}
		}
		return nil
	})
}

// likeness reports whether a quote by somebody is another wording, and which
// part of the shorter one's words they share.
func (s *driftSearch) likeness(words []string, who EntityID, sorted int64) (part float64, ok bool) {
	one := who != 0 && who == s.who
	if part, ok = alike.Wordings(s.words, words, one); ok {
		return part, true
	}
	return 1, one && farFrom(sorted, s.sorted) <= insideSpan && alike.Inside(s.words, words)
}

// rows returns the n nearest.
func (s *driftSearch) rows(n int) ([]QuoteRow, error) {
	var list []likeness
	for _, k := range s.best {
		list = append(list, k)
	}
	slices.SortFunc(list, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.part, a.part), cmp.Compare(farFrom(a.sorted, s.sorted), farFrom(b.sorted, s.sorted)), cmp.Compare(a.id, b.id))
	})
	ids := make([]int64, 0, n)
	for _, k := range list[:min(n, len(list))] {
		ids = append(ids, k.id)
	}
	return quoteRows(s.l, ids)
}
