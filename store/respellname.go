package store

import (
	"encoding/json"
	"maps"
	"slices"

	"offprint/store/pack"
)

// respellNames gives names their new keys and joins those that are one.
func respellNames(l *link) error {
	list, err := rekeyedIn(l, "name", nameKeyOf)
	if err != nil {
		return err
	}
	j := &nameJoiner{l: l, into: map[int64]int64{}, dirty: map[int64]bool{}}
	for _, r := range list {
		twin, err := l.number("SELECT id FROM name WHERE kind = (SELECT kind FROM name WHERE id = ?) AND key = ?", r.id, r.key)
		if err != nil {
			return err
		}
		stays := r.id
		if twin != 0 {
			if stays, err = j.join(r.id, twin); err != nil {
				return err
			}
		}
		if err := l.do("UPDATE name SET key = ? WHERE id = ?", r.key, stays); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(j.dirty)) {
		if err := recountEntity(l, id); err != nil {
			return err
		}
	}
	return j.journal()
}

// nameJoiner makes one name of two.
type nameJoiner struct {
	l     *link
	into  map[int64]int64 // names that are no more, with the one that each is now
	dirty map[int64]bool  // entities to count anew
}

// nameRow is a name with what was decided about it.
type nameRow struct {
	id, entity, decided int64
	chosen              *int64
	renamed             *string
	country             string
}

// join makes one of two names and returns it: the one that the reader decided
// something about, else the one that more articles have.
func (j *nameJoiner) join(a, b int64) (int64, error) {
	var two []nameRow
	err := j.l.all(`SELECT id, entity, chosen, renamed, country, chosen IS NOT NULL OR renamed IS NOT NULL AS decided FROM name WHERE id IN (?, ?)
		ORDER BY decided DESC, (SELECT count(*) FROM mention WHERE name = name.id) DESC, id`, []any{a, b}, func(scan func(...any) error) error {
		var r nameRow
		err := scan(&r.id, &r.entity, &r.chosen, &r.renamed, &r.country, &r.decided)
		two = append(two, r)
		return err
	})
	if err != nil || len(two) < 2 {
		return a, err
	}
	stays, goes := &two[0], &two[1]
	if err := j.move(goes.id, stays.id); err != nil {
		return 0, err
	}
	if err := j.l.do("DELETE FROM name WHERE id = ?", goes.id); err != nil {
		return 0, err
	}
	j.into[goes.id] = stays.id
	delete(j.dirty, goes.id)
	return stays.id, j.stand(stays, goes)
}

// move gives all that one name has to another.
func (j *nameJoiner) move(from, to int64) error {
	articles, err := j.l.numbers("SELECT article FROM mention WHERE name = ?", from)
	if err != nil {
		return err
	}
	for _, id := range articles {
		if err := renumberFinding(j.l, id, from, to); err != nil {
			return err
		}
	}
	for _, text := range []string{
		"INSERT INTO mention (name, sorted, article, n) SELECT ?2, sorted, article, n FROM mention WHERE name = ?1 ON CONFLICT (name, sorted, article) DO UPDATE SET n = n + excluded.n",
		"DELETE FROM mention WHERE name = ?1 AND ?2 <> 0",
		"UPDATE quote SET who = ?2 WHERE who = ?1 AND who <> 0",
		"INSERT OR IGNORE INTO about (name, sorted, quote) SELECT ?2, sorted, quote FROM about WHERE name = ?1",
		"DELETE FROM about WHERE name = ?1 OR name = ?2 AND quote IN (SELECT id FROM quote WHERE who = ?2 AND who <> 0)",
		"INSERT INTO alias (name, key, text, n) SELECT ?2, key, text, n FROM alias WHERE name = ?1 ON CONFLICT (name, key) DO UPDATE SET n = n + excluded.n",
		"DELETE FROM alias WHERE name = ?1 AND ?2 <> 0",
		"INSERT OR IGNORE INTO word (word, name) SELECT word, ?2 FROM word WHERE name = ?1",
		"DELETE FROM word WHERE name = ?1 AND ?2 <> 0",
	} {
		if err := j.l.do(text, from, to); err != nil {
			return err
		}
	}
	return nil
}

// renumberFinding has an article's list of names hold one in the place of another.
func renumberFinding(l *link, article, from, to int64) error {
	var packed []byte
	err := l.one("SELECT names FROM finding WHERE id = ?", []any{article}, &packed)
	if absent(err) {
		return nil
	}
	if err != nil {
		return err
	}
	names := pack.ReadIDs(packed)
	for i, n := range names {
		if n == from {
			names[i] = to
		}
	}
	return l.do("UPDATE finding SET names = ? WHERE id = ?", pack.IDs(names), article)
}

// stand has the name that stays, and all that stood for either, stand for one
// entity: what the reader decided, else what the name that stays stood for.
func (j *nameJoiner) stand(stays, goes *nameRow) error {
	entity, chosen := stays.entity, stays.chosen
	if chosen == nil && goes.chosen != nil {
		entity, chosen = goes.entity, goes.chosen
	}
	if entity == goes.id {
		entity = stays.id
	}
	if chosen != nil {
		chosen = &entity
	}
	country := stays.country
	if country == "" {
		country = goes.country
	}
	err := j.l.do("UPDATE name SET entity = ?, chosen = ?, country = ? WHERE id = ?", entity, chosen, country, stays.id)
	if err != nil {
		return err
	}
	root, err := j.follow(stays.id, goes.id, entity)
	if err != nil {
		return err
	}
	for _, name := range []*string{stays.renamed, goes.renamed} {
		if name == nil {
			continue
		}
		if err := j.l.do("UPDATE name SET renamed = coalesce(renamed, ?) WHERE id = ?", *name, entity); err != nil {
			return err
		}
	}
	for _, id := range []int64{stays.id, entity, root, stays.entity, goes.entity} {
		if id != goes.id && id != 0 {
			j.dirty[id] = true
		}
	}
	return nil
}

// follow has the names that stood for either stand for an entity, and returns
// it. Where the reader said that it is none, 0, they stand for the first of them.
func (j *nameJoiner) follow(stays, goes, entity int64) (root int64, err error) {
	if root = entity; root == 0 {
		if root, err = j.l.number("SELECT min(id) FROM name WHERE entity IN (?, ?)", stays, goes); err != nil {
			return 0, err
		}
	}
	return root, j.l.do(`UPDATE name SET entity = ?1, chosen = CASE WHEN chosen IS NULL THEN NULL ELSE ?1 END WHERE entity IN (?2, ?3) AND id <> ?2`,
		root, stays, goes)
}

// journal has undo and redo mean the names that there are.
func (j *nameJoiner) journal() error {
	if len(j.into) == 0 {
		return nil
	}
	texts := map[int64]string{}
	err := j.l.all("SELECT id, steps FROM journal", nil, func(scan func(...any) error) error {
		var id int64
		var steps string
		err := scan(&id, &steps)
		texts[id] = steps
		return err
	})
	if err != nil {
		return err
	}
	for id, text := range texts {
		var e entry
		if json.Unmarshal([]byte(text), &e) != nil || e.Kind != "entity" && e.Kind != "renamed" {
			continue
		}
		for i := range e.Steps {
			j.step(&e.Steps[i], e.Kind)
		}
		if err := j.l.do("UPDATE journal SET steps = ? WHERE id = ?", string(asJSON(e)), id); err != nil {
			return err
		}
	}
	return nil
}

// now returns what a name is now.
func (j *nameJoiner) now(id int64) int64 {
	for j.into[id] != 0 {
		id = j.into[id]
	}
	return id
}

func (j *nameJoiner) step(s *step, kind string) {
	s.ID = j.now(s.ID)
	if kind != "entity" {
		return
	}
	for _, value := range []*json.RawMessage{&s.Old, &s.New} {
		var to standing
		if json.Unmarshal(*value, &to) != nil {
			continue
		}
		to.Entity = j.now(to.Entity)
		if to.Chosen != nil {
			chosen := j.now(*to.Chosen)
			to.Chosen = &chosen
		}
		*value = asJSON(to)
	}
}
