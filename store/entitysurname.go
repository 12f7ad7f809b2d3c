package store

import (
	"context"
	"maps"
	"slices"
	"strings"

	"offprint/reader"
)

// An article that says only "Lavrov" names somebody whom others name in full.
// After an import such lone surnames join the full name that ends in them, if
// one stands far above all others; they leave it again when that is no longer
// so. What the reader decided is left alone.

// dominance is how many times more articles the full name must have than all
// others with the surname together, of which there is always one not yet seen.
const dominance = 3

// surname is a person known by one word, with the entity that it stands for.
type surname struct {
	id, entity int64
	key        string
}

// joinSurnames decides for all lone surnames.
func (a *Archive) joinSurnames(ctx context.Context) error {
	var steps []step
	err := a.read(ctx, "group names", func(l *link) (err error) {
		steps, err = surnameSteps(l)
		return err
	})
	if err != nil {
		return err
	}
	return a.joinNames(ctx, steps)
}

// joinedAtOnce is how many names are joined in one transaction: counting what
// an entity has anew takes a while, and whoever stars an article need not wait.
const joinedAtOnce = 100

// joinNames has names stand for what the rules say, in short transactions.
func (a *Archive) joinNames(ctx context.Context, steps []step) error {
	for part := range slices.Chunk(steps, joinedAtOnce) {
		if err := a.joinSome(ctx, part); err != nil {
			return err
		}
		if err := a.pause(ctx); err != nil {
			return err
		}
	}
	return nil
}

// joinSome joins names in one transaction, but for those of which the reader decided in between.
func (a *Archive) joinSome(ctx context.Context, steps []step) error {
	return a.write(ctx, "group names", func(l *link) error {
		c := newChange(l, a.now(), "")
		for _, s := range steps {
			n, err := l.number("SELECT count(*) FROM name WHERE id = ? AND chosen IS NULL", s.ID)
			if err != nil {
				return err
			}
			if n == 0 {
				continue
			}
			if err := c.applyEntity(s.ID, s.New); err != nil {
				return err
			}
		}
		return c.close()
	})
}

// surnameSteps returns what is to change.
func surnameSteps(l *link) ([]step, error) {
	var lone []surname
	err := l.all(`SELECT id, entity, key FROM name WHERE kind = ? AND chosen IS NULL AND instr(key, ' ') = 0
		AND NOT EXISTS (SELECT 1 FROM name m WHERE m.entity = name.id AND m.entity <> m.id)`, []any{int(reader.EntityPerson)}, func(scan func(...any) error) error {
		var s surname
		err := scan(&s.id, &s.entity, &s.key)
		lone = append(lone, s)
		return err
	})
	if err != nil {
		return nil, err
	}
	var steps []step
	for _, s := range lone {
		to, err := bearer(l, s)
		if err != nil {
			return nil, err
		}
		if to != s.entity {
			steps = append(steps, step{ID: s.id, New: asJSON(standing{Entity: to})})
		}
	}
	return steps, nil
}

// bearer returns the entity that a lone surname should stand for: the full
// name that dominates, else itself.
func bearer(l *link, s surname) (int64, error) {
	articles, err := bearers(l, s)
	best, most, all := s.id, int64(0), int64(0)
	for _, entity := range slices.Sorted(maps.Keys(articles)) {
		all += articles[entity]
		if articles[entity] > most {
			best, most = entity, articles[entity]
		}
	}
	if err != nil || most < dominance*max(all-most, 1) || best == s.id {
		return s.id, err
	}
	// A word far more common than the name that ends in it is likely no surname.
	own, err := l.number("SELECT count(*) FROM mention WHERE name = ?", s.id)
	if err != nil || own > dominance*most {
		return s.id, err
	}
	return best, nil
}

// bearers returns the articles that name people of the surname in full, by entity.
func bearers(l *link, s surname) (map[int64]int64, error) {
	articles := map[int64]int64{}
	return articles, l.all(`SELECT n.entity, n.key, (SELECT count(*) FROM mention m WHERE m.name = n.id) FROM word w CROSS JOIN name n ON n.id = w.name
		WHERE w.word = ? AND n.kind = ? AND n.id <> ? AND n.entity <> 0`, []any{s.key, int(reader.EntityPerson), s.id}, func(scan func(...any) error) error {
		var entity, n int64
		var key string
		err := scan(&entity, &key, &n)
		if strings.HasSuffix(key, " "+s.key) {
			articles[entity] += n
		}
		return err
	})
}
