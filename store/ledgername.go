package store

import (
	"database/sql"
	"strings"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/variant"
)

// nameKeyOf returns the form under which spellings of a name are one: folded, without the article.
func nameKeyOf(name reader.Text) string {
	key := folded.Key(string(name))
	if rest, ok := strings.CutPrefix(key, "the "); ok {
		return rest
	}
	return key
}

type nameKey struct {
	kind int
	key  string
}

// nameState is one name, with what has changed about the entity that it stands for.
type nameState struct {
	id, entity                 int64
	articles, mentions, quotes int64 // added, may be negative
	first, last                int64 // of what was added
	added, recheck             bool  // first and last hold something; they must be looked up
	aliases                    map[string]aliasState
}

type aliasState struct {
	text string
	n    int64
}

// name returns the state of a name, which is made if it is new.
func (g *ledger) name(kind int, text reader.Text, country string) (*nameState, error) {
	key := nameKeyOf(text)
	if key == "" {
		return nil, nil
	}
	k := nameKey{kind, key}
	if s, ok := g.names[k]; ok {
		return s, nil
	}
	var id, entity int64
	var known string
	err := g.l.one("SELECT id, entity, text FROM name WHERE kind = ? AND key = ?", []any{kind, key}, &id, &entity, &known)
	switch {
	case absent(err):
		id, err = g.found(kind, key, text, country)
		entity = id
	case err == nil && variant.Clearer(string(text), known):
		err = g.l.do("UPDATE name SET text = ? WHERE id = ?", string(text), id)
	}
	if err != nil {
		return nil, err
	}
	s := g.state(id, entity)
	g.names[k] = s
	return s, nil
}

// found writes a new name, which is an entity by itself until rules or the reader join it to another.
func (g *ledger) found(kind int, key string, text reader.Text, country string) (int64, error) {
	id, err := g.l.insert(`INSERT INTO name (id, kind, key, text, country, entity)
		SELECT n, ?, ?, ?, ?, n FROM (SELECT coalesce(max(id), 0) + 1 AS n FROM name)`, kind, key, string(text), country)
	if err != nil {
		return 0, err
	}
	return id, g.words(id, string(text))
}

// words makes a name findable by its words.
func (g *ledger) words(id int64, text string) error {
	words := folded.Words(text)
	values := make([]any, 0, 2*len(words))
	for _, w := range words {
		values = append(values, w, id)
	}
	return g.l.insertRows("INSERT OR IGNORE INTO word (word, name) VALUES ", 2, values)
}

func (g *ledger) state(id, entity int64) *nameState {
	s := g.byID[id]
	if s == nil {
		s = &nameState{id: id, entity: entity}
		g.byID[id] = s
	}
	return s
}

// lookup returns the state of a name by its id.
func (g *ledger) lookup(id int64) (*nameState, error) {
	if s := g.byID[id]; s != nil {
		return s, nil
	}
	entity, err := g.l.number("SELECT entity FROM name WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	return g.state(id, entity), nil
}

// credit books an article's share in the entity that a name stands for. First
// and last are the dates of articles that have one.
func (g *ledger) credit(name *nameState, sign, articles, mentions, quotes int64, d *derived) error {
	if name.entity == 0 {
		return nil
	}
	e, err := g.lookup(name.entity)
	if err != nil {
		return err
	}
	e.articles += sign * articles
	e.mentions += sign * mentions
	e.quotes += sign * quotes
	switch {
	case articles == 0 || !d.dated:
	case sign < 0:
		e.recheck = true
	case !e.added:
		e.added, e.first, e.last = true, d.sorted, d.sorted
	default:
		e.first, e.last = min(e.first, d.sorted), max(e.last, d.sorted)
	}
	return nil
}

// settle writes what changed about one name.
func (g *ledger) settle(s *nameState) error {
	for key, a := range s.aliases {
		if a.n == 0 {
			continue
		}
		res, err := g.l.exec("UPDATE alias SET n = n + ? WHERE name = ? AND key = ?", a.n, s.id, key)
		if err != nil {
			return err
		}
		if n, _ := res.RowsAffected(); n > 0 || a.n < 0 {
			continue
		}
		if err := g.l.do("INSERT INTO alias (name, key, text, n) VALUES (?, ?, ?, ?)", s.id, key, a.text, a.n); err != nil {
			return err
		}
		if err := g.words(s.id, a.text); err != nil {
			return err
		}
	}
	if s.articles != 0 || s.mentions != 0 || s.quotes != 0 || s.added || s.recheck {
		return g.settleEntity(s)
	}
	return nil
}

func (g *ledger) settleEntity(s *nameState) error {
	if s.recheck {
		first, last, err := span(g.l, s.id)
		if err != nil {
			return err
		}
		return g.l.do(`UPDATE name SET articles = articles + ?, mentions = mentions + ?, quotes = quotes + ?, first = ?, last = ?
			WHERE id = ?`, s.articles, s.mentions, s.quotes, first, last, s.id)
	}
	if !s.added {
		s.first, s.last = noFirst, noLast
	}
	return g.l.do(`UPDATE name SET
		first = CASE WHEN articles = 0 OR first > last THEN ?1 WHEN ?1 > ?2 THEN first ELSE min(first, ?1) END,
		last = CASE WHEN articles = 0 OR first > last THEN ?2 WHEN ?1 > ?2 THEN last ELSE max(last, ?2) END,
		articles = articles + ?3, mentions = mentions + ?4, quotes = quotes + ?5 WHERE id = ?6`,
		s.first, s.last, s.articles, s.mentions, s.quotes, s.id)
}

// What stands for the first and the last date of a name that no article with a
// date mentions: a first that is after the last.
const noFirst, noLast = 1, 0

// span returns the first and last date of the articles that mention an entity;
// noFirst, noLast if none of them has one.
func span(l *link, entity int64) (first, last int64, err error) {
	names, err := l.numbers("SELECT id FROM name WHERE id = ?1 AND entity = ?1 UNION SELECT id FROM name WHERE entity = ?1 AND entity <> id", entity)
	if err != nil {
		return 0, 0, err
	}
	first, last = noFirst, noLast
	const dated = "SELECT m.sorted FROM mention m CROSS JOIN article a ON a.id = m.article WHERE m.name = ?1 AND a.published IS NOT NULL ORDER BY m.sorted "
	for _, n := range names {
		var a, b sql.NullInt64
		if err := l.one("SELECT ("+dated+"LIMIT 1), ("+dated+"DESC LIMIT 1)", []any{n}, &a, &b); err != nil {
			return 0, 0, err
		}
		switch {
		case !a.Valid || !b.Valid:
		case first > last:
			first, last = a.Int64, b.Int64
		default:
			first, last = min(first, a.Int64), max(last, b.Int64)
		}
	}
	return first, last, nil
}

// alias books the other names that an article has for an entity.
func (s *nameState) alias(e *reader.Entity, n int64) {
	done := map[string]bool{}
	for _, a := range e.Aliases {
		key := nameKeyOf(a)
		if key == "" || done[key] {
			continue
		}
		done[key] = true
		if s.aliases == nil {
			s.aliases = map[string]aliasState{}
		}
		old := s.aliases[key]
		s.aliases[key] = aliasState{string(a), old.n + n}
	}
}
