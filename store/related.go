package store

import (
	"cmp"
	"context"
	"math"
	"slices"
	"unicode/utf8"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/pack"
)

// Articles are related by what few others share with them: rare names, and
// rare words. A name tells more than a word, since it stands for one thing.
// How many articles have a word is found by asking the index, which answers in
// little time for the rare ones and is stopped at the others.

// How far Related looks: the rarest names of an article, and of each the
// articles nearest in time; words of which no more articles than these have one.
const (
	relatedNames    = 12
	relatedArticles = 150
	relatedTried    = 40  // words that are asked for
	relatedWords    = 12  // of them, those that count
	relatedCommon   = 200 // articles that make a word too common
	wordWeight      = 0.4 // of what a name as rare weighs
	leastLetters    = 5   // of a word
)

// Related returns up to n articles that share rare names and words with an
// article, the closest first. Copies of the article are left out, and of the
// copies of another story all but one.
func (a *Archive) Related(ctx context.Context, id ID, n int) ([]Row, error) {
	var rows []Row
	err := a.read(ctx, "find related articles", func(l *link) error {
		total, err := l.number("SELECT n FROM counter WHERE kind = 0 AND key = 0")
		if err != nil {
			return err
		}
		score := map[ID]float64{}
		if err := shareNames(l, id, total, score); err != nil {
			return err
		}
		if err := shareWords(l, id, total, score); err != nil {
			return err
		}
		delete(score, id)
		ids, err := noCopies(l, id, closest(score), n)
		if err != nil {
			return err
		}
		rows, err = rowsOf(l, ids)
		return err
	})
	return rows, err
}

// shareNames adds to the score of articles that name what an article names.
func shareNames(l *link, id ID, total int64, score map[ID]float64) error {
	rare, err := rareNames(l, id)
	if err != nil {
		return err
	}
	for _, e := range rare {
		weight := math.Log(float64(total+1) / float64(e.articles))
		ids, err := sharing(l, e.entity, id)
		if err != nil {
			return err
		}
		for _, other := range ids {
			score[other] += weight
		}
	}
	return nil
}

// shareWords adds to the score of articles that have rare words of an article.
// Only what shares a name or two words can be related: one rare word is chance.
func shareWords(l *link, id ID, total int64, score map[ID]float64) error {
	words, err := tellingWords(l, id)
	if err != nil {
		return err
	}
	byWord := map[ID]float64{}
	shared := map[ID]int{}
	used := 0
	for _, w := range words {
		places, err := l.numbers("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", `"`+w+`"`, relatedCommon+1)
		if err != nil {
			return err
		}
		if len(places) < 2 || len(places) > relatedCommon {
			continue
		}
		weight := wordWeight * math.Log(float64(total+1)/float64(len(places)))
		ids, err := l.numbers("SELECT p.article FROM json_each(?) j CROSS JOIN place p ON p.rank = j.value", jsonIDs(places))
		if err != nil {
			return err
		}
		for _, other := range ids {
			byWord[ID(other)] += weight
			shared[ID(other)]++
		}
		if used++; used == relatedWords {
			break
		}
	}
	for other, s := range byWord {
		if score[other] > 0 || shared[other] > 1 {
			score[other] += s
		}
	}
	return nil
}

// tellingWords returns words of an article that may be rare, the most used and
// longest first: no short ones, and no parts of names, which count as names.
func tellingWords(l *link, id ID) ([]string, error) {
	d, _, err := loadDerived(l, id)
	if err != nil {
		return nil, err
	}
	named := map[string]bool{}
	for i := range d.entities {
		for _, t := range append([]reader.Text{d.entities[i].Name}, d.entities[i].Aliases...) {
			for _, w := range folded.Words(string(t)) {
				named[w] = true
			}
		}
	}
	times := map[string]int{}
	folded.Each(string(d.markdown), func(_, _ int, w string) bool {
		if len(w) >= leastLetters && !named[w] {
			times[w]++
		}
		return true
	})
	words := make([]string, 0, len(times))
	for w := range times {
		words = append(words, w)
	}
	tells := func(w string) int { return min(times[w], 4) * min(utf8.RuneCountInString(w), 12) }
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(tells(b)-tells(a), cmp.Compare(a, b)) })
	return words[:min(len(words), relatedTried)], nil
}

// noCopies returns the first n of ids that are no copies of an article or of each other.
func noCopies(l *link, id ID, ids []ID, n int) ([]ID, error) {
	story, err := l.number("SELECT story FROM article WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	told := map[int64]bool{story: true}
	var out []ID
	for _, other := range ids {
		if len(out) == n {
			break
		}
		story, err := l.number("SELECT story FROM article WHERE id = ?", other)
		if err != nil {
			return nil, err
		}
		if story == 0 || !told[story] {
			out = append(out, other)
		}
		told[story] = true
	}
	return out, nil
}

// rareName is an entity of an article with how many articles name it.
type rareName struct {
	entity   EntityID
	articles int
}

// rareNames returns the rarest entities of an article that another names too.
func rareNames(l *link, id ID) ([]rareName, error) {
	var b []byte
	err := l.one("SELECT f.names FROM finding f JOIN article a ON a.id = f.id WHERE f.id = ? AND a.deleted = 0", []any{id}, &b)
	if absent(err) {
		return nil, ErrNoArticle
	}
	if err != nil {
		return nil, err
	}
	var list []rareName
	err = l.all(`SELECT DISTINCT e.id, e.articles FROM json_each(?) j CROSS JOIN name n ON n.id = j.value CROSS JOIN name e ON e.id = n.entity
		WHERE e.articles > 1 AND e.kind <> ? ORDER BY e.articles LIMIT ?`, []any{jsonIDs(pack.ReadIDs(b)), int(reader.EntityNationality), relatedNames}, func(scan func(...any) error) error {
		var e rareName
		err := scan(&e.entity, &e.articles)
		list = append(list, e)
		return err
	})
	return list, err
}

// sharing returns articles that name an entity: those nearest in time to one of them, on both sides.
func sharing(l *link, entity EntityID, id ID) ([]ID, error) {
	names, err := namesOf(l, entity)
	if err != nil {
		return nil, err
	}
	sorted, err := l.number("SELECT sorted FROM article WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	seen := map[ID]bool{}
	var list []ID
	for _, n := range names {
		for _, text := range []string{
			"SELECT article FROM mention WHERE name = ? AND sorted <= ? ORDER BY sorted DESC LIMIT ?",
			"SELECT article FROM mention WHERE name = ? AND sorted > ? ORDER BY sorted LIMIT ?",
		} {
			ids, err := l.numbers(text, n, sorted, relatedArticles)
			if err != nil {
				return nil, err
			}
			for _, x := range ids {
				if !seen[ID(x)] {
					seen[ID(x)] = true
					list = append(list, ID(x))
				}
			}
		}
	}
	return list, nil
}

// closest returns the articles with a score, the highest first.
func closest(score map[ID]float64) []ID {
	ids := make([]ID, 0, len(score))
	for id := range score {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b ID) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(b, a)) })
	return ids
}
