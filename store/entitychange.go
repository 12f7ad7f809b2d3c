package store

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"offprint/reader"
)

// A name is what makers find in articles: a kind and a folded text. Names are
// never dropped. Each stands for an entity, which is one of the names that
// stand for it, its root; at first every name is its own root. What the
// reader decides changes only which root a name stands for, or none, so a
// later analysis, which finds the same names, keeps it.

// standing is what a name stands for; the value of a step.
type standing struct {
	Entity int64  `json:"entity"` // 0 is none
	Chosen *int64 `json:"chosen"` // what the reader decided; nil leaves it to the rules
}

// names returns the names that stand for an entity, its root first.
func (c *change) names(id EntityID) ([]int64, error) { return namesOf(c.l, id) }

// namesOf returns the names that stand for an entity, its root first. ErrNoEntity if it is none.
func namesOf(l *link, id EntityID) ([]int64, error) {
	n, err := l.number("SELECT count(*) FROM name WHERE id = ?1 AND entity = ?1", id)
	if err != nil || n == 0 {
		if err == nil {
			err = ErrNoEntity
		}
		return nil, err
	}
	more, err := l.numbers("SELECT id FROM name WHERE entity = ?1 AND entity <> id", id)
	return append([]int64{int64(id)}, more...), err
}

// stand makes the step by which a name stands for another entity.
func (c *change) stand(name, entity int64) (step, error) {
	var old standing
	if err := c.l.one("SELECT entity, chosen FROM name WHERE id = ?", []any{name}, &old.Entity, &old.Chosen); err != nil {
		return step{}, err
	}
	return step{ID: name, Old: asJSON(old), New: asJSON(standing{entity, &entity})}, nil
}

func (c *change) standAll(names []int64, entity int64) ([]step, error) {
	var steps []step
	for _, n := range names {
		s, err := c.stand(n, entity)
		if err != nil {
			return nil, err
		}
		steps = append(steps, s)
	}
	return steps, nil
}

// MergeEntities makes from and into one, which goes by into's name.
func (a *Archive) MergeEntities(ctx context.Context, from, into EntityID) error {
	return a.changeAs(ctx, "entity", "", func(c *change) ([]step, string, error) {
		if from == into {
			return nil, "", nil
		}
		if _, err := c.names(into); err != nil {
			return nil, "", err
		}
		names, err := c.names(from)
		if err != nil {
			return nil, "", err
		}
		steps, err := c.standAll(names, int64(into))
		return steps, fmt.Sprintf("merged %s into %s", c.title(from), c.title(into)), err
	})
}

// SplitEntity takes names (see EntityPage.Names) out of an entity and returns the new one that they make.
func (a *Archive) SplitEntity(ctx context.Context, id EntityID, names []int64) (EntityID, error) {
	var made EntityID
	err := a.changeAs(ctx, "entity", "", func(c *change) ([]step, string, error) {
		all, err := c.names(id)
		if err != nil {
			return nil, "", err
		}
		out := slices.DeleteFunc(slices.Clone(all), func(n int64) bool { return !slices.Contains(names, n) })
		stay := slices.DeleteFunc(slices.Clone(all), func(n int64) bool { return slices.Contains(names, n) })
		if len(out) == 0 || len(stay) == 0 {
			return nil, "", ErrNoEntity
		}
		// Each part stands for its first name. The one that loses the root takes another.
		made = EntityID(out[0])
		steps, err := c.standAll(out, out[0])
		if err == nil && !slices.Contains(stay, int64(id)) {
			var more []step
			more, err = c.standAll(stay, stay[0])
			steps = append(steps, more...)
		}
		return steps, "split " + c.title(id), err
	})
	return made, err
}

// DropEntity says that something is no name at all. It is shown nowhere any more.
func (a *Archive) DropEntity(ctx context.Context, id EntityID) error {
	return a.changeAs(ctx, "entity", "", func(c *change) ([]step, string, error) {
		names, err := c.names(id)
		if err != nil {
			return nil, "", err
		}
		steps, err := c.standAll(names, 0)
		return steps, "dropped " + c.title(id), err
	})
}

// RenameEntity sets the name that an entity is shown by.
func (a *Archive) RenameEntity(ctx context.Context, id EntityID, name reader.Text) error {
	return a.changeAs(ctx, "renamed", "", func(c *change) ([]step, string, error) {
		if _, err := c.names(id); err != nil {
			return nil, "", err
		}
		name = reader.CleanLine(string(name))
		if nameKeyOf(name) == "" {
			return nil, "", ErrNoName
		}
		var old *string
		if err := c.l.one("SELECT renamed FROM name WHERE id = ?", []any{id}, &old); err != nil {
			return nil, "", err
		}
		return []step{{ID: int64(id), Old: asJSON(old), New: asJSON(string(name))}}, fmt.Sprintf("renamed %s to %s", c.title(id), name), nil
	})
}

// title returns the name of an entity for a label.
func (c *change) title(id EntityID) string {
	var name string
	if err := c.l.one("SELECT coalesce(renamed, text) FROM name WHERE id = ?", []any{id}, &name); err != nil {
		return "a name"
	}
	return name
}

// applyEntity has a name stand for an entity.
func (c *change) applyEntity(id int64, value json.RawMessage) error {
	var to standing
	if json.Unmarshal(value, &to) != nil {
		return ErrCorrupt
	}
	old, err := c.l.number("SELECT entity FROM name WHERE id = ?", id)
	if err != nil {
		return err
	}
	c.dirty[old], c.dirty[to.Entity], c.dirty[id] = true, true, true
	return c.l.do("UPDATE name SET entity = ?, chosen = ? WHERE id = ?", to.Entity, to.Chosen, id)
}

// settle has every name that changed, and those that stand for one, stand for
// a root. What undo gives back may have been joined to another since then, by
// the rules or by the reader.
func (c *change) settle() error {
	for _, id := range slices.Sorted(maps.Keys(c.dirty)) {
		root, err := c.rootOf(id)
		if err != nil {
			return err
		}
		former, err := c.l.number("SELECT coalesce(max(entity), 0) FROM name WHERE id = ?", id)
		if err != nil {
			return err
		}
		if former == id {
			continue
		}
		c.dirty[former], c.dirty[root] = true, true
		if root == 0 { // those that stood for it stand for themselves
			alone, err := c.l.numbers("SELECT id FROM name WHERE entity = ?1 AND entity <> id", id)
			if err != nil {
				return err
			}
			for _, n := range alone {
				c.dirty[n] = true
			}
		}
		if err := c.l.do("UPDATE name SET entity = CASE WHEN ?1 <> 0 OR id = ?2 THEN ?1 ELSE id END WHERE id = ?2 OR entity = ?2 AND entity <> id", root, id); err != nil {
			return err
		}
	}
	return nil
}

// rootOf follows a name to the root that it stands for; of names that stand
// for each other the first becomes one. 0 if it stands for none.
func (c *change) rootOf(id int64) (int64, error) {
	seen := map[int64]bool{}
	for at := id; ; {
		next, err := c.l.number("SELECT coalesce(max(entity), 0) FROM name WHERE id = ?", at)
		switch {
		case err != nil || next == at || next == 0:
			return next, err
		case seen[next]:
			return next, c.l.do("UPDATE name SET entity = id WHERE id = ?", next)
		}
		seen[at], at = true, next
	}
}

func (c *change) applyRenamed(id int64, value json.RawMessage) error {
	var name *string
	if json.Unmarshal(value, &name) != nil {
		return ErrCorrupt
	}
	if err := c.l.do("UPDATE name SET renamed = ? WHERE id = ?", name, id); err != nil {
		return err
	}
	if name == nil {
		return nil
	}
	return c.g.words(id, *name) // it is found by the new name too, from now on
}

// recountEntity counts what an entity has anew.
func recountEntity(l *link, id int64) error {
	if id == 0 {
		return nil
	}
	var articles, mentions, quotes int64
	const group = "(SELECT id FROM name WHERE id = ?1 AND entity = ?1 UNION ALL SELECT id FROM name WHERE entity = ?1 AND entity <> id)"
	err := l.one("SELECT count(DISTINCT article), coalesce(sum(n), 0) FROM mention WHERE name IN "+group, []any{id}, &articles, &mentions)
	if err != nil {
		return err
	}
	if quotes, err = l.number("SELECT count(*) FROM quote WHERE who <> 0 AND who IN "+group, id); err != nil {
		return err
	}
	first, last, err := span(l, id)
	if err != nil {
		return err
	}
	return l.do("UPDATE name SET articles = ?, mentions = ?, quotes = ?, first = ?, last = ? WHERE id = ?", articles, mentions, quotes, first, last, id)
}
