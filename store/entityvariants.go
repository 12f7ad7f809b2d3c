package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"offprint/reader"
	"offprint/store/variant"
)

// One article writes FBI, another Federal Bureau of Investigation. After an
// import names that are variants of one (see package variant) become one
// entity: those that differ in points and plural at once, the others where an
// article uses both for the same, or the one form stands far above all that
// it could mean. They part again when that is no longer so. What the reader
// decided is left alone.

// member is a name that may be a variant of others.
type member struct {
	id, entity, articles int64
	fixed                bool // the reader renamed it or merged others into it: it stays as it is
}

// meaning is a name that another may be a variant of.
type meaning struct {
	full   int64
	key    string
	weight int64 // articles that use both; of a guess, that name it
	guess  bool  // no article is known to use both
}

// variants are the names that may be one, as they are found.
type variants struct {
	l     *link
	sure  [][2]int64          // that are one
	maybe map[int64][]meaning // by the short name
}

// joinVariants decides for all names but lone surnames.
func (a *Archive) joinVariants(ctx context.Context) error {
	var steps []step
	err := a.read(ctx, "group names", func(l *link) (err error) {
		steps, err = variantSteps(l)
		return err
	})
	if err != nil {
		return err
	}
	return a.joinNames(ctx, steps)
}

// variantSteps returns what is to change.
func variantSteps(l *link) ([]step, error) {
	v := &variants{l: l, maybe: map[int64][]meaning{}}
	for _, find := range []func() error{v.together, v.lettered, v.plurals} {
		if err := find(); err != nil {
			return nil, err
		}
	}
	names, err := v.load()
	if err != nil {
		return nil, err
	}
	root := v.roots(names)
	var steps []step
	err = l.all(`SELECT id, entity FROM name WHERE entity NOT IN (0, id) AND chosen IS NULL AND NOT (kind = ? AND instr(key, ' ') = 0)`,
		[]any{int(reader.EntityPerson)}, func(scan func(...any) error) error {
			var id, entity int64
			err := scan(&id, &entity)
			if root[id] == 0 { // joined once, and no longer a variant
				steps = append(steps, step{ID: id, New: asJSON(standing{Entity: id})})
			}
			return err
		})
	// Roots first, so that each name finds what it joins.
	for _, id := range slices.SortedFunc(maps.Keys(root), func(a, b int64) int {
		return cmp.Or(order(root[a] != a, root[b] != b), cmp.Compare(a, b))
	}) {
		if names[id].entity != root[id] {
			steps = append(steps, step{ID: id, New: asJSON(standing{Entity: root[id]})})
		}
	}
	return steps, err
}

// order puts false before true.
func order(a, b bool) int {
	if a == b {
		return 0
	}
	if b {
		return -1
	}
	return 1
}

// together finds names that articles use for the same thing.
func (v *variants) together() error {
	return v.l.all(`SELECT n.kind, n.id, n.key, n.text, m.id, m.key, m.text, a.n
		FROM alias a CROSS JOIN name n ON n.id = a.name CROSS JOIN name m ON m.kind = n.kind AND m.key = a.key
		WHERE a.n > 0 AND m.id <> n.id AND n.chosen IS NULL AND m.chosen IS NULL`, nil, func(scan func(...any) error) error {
		var kind int
		var full, short, n int64
		var fullKey, fullText, key, text string
		if err := scan(&kind, &full, &fullKey, &fullText, &short, &key, &text, &n); err != nil {
			return err
		}
		switch k := reader.EntityKind(kind); {
		case aliased(k, fullKey, key, text):
			v.maybe[short] = append(v.maybe[short], meaning{full, fullKey, n, false})
		case aliased(k, key, fullKey, fullText): // the article has the full name behind
			v.maybe[full] = append(v.maybe[full], meaning{short, key, n, false})
		}
		return nil
	})
}

// aliased reports whether a name that an article uses for another is a variant of it.
func aliased(kind reader.EntityKind, full, short, text string) bool {
	switch kind {
	case reader.EntityPerson:
		return variant.Person(full, short)
	case reader.EntityOrganization:
		return variant.Abbreviates(text, full) || variant.Turned(short, full)
	}
	return false
}

// lettered finds names with letters that stand alone: D.C. and DC, and people
// who are also named without their initials.
func (v *variants) lettered() error {
	return v.l.all(`SELECT kind, id, key, (SELECT count(*) FROM mention m WHERE m.name = name.id) FROM name
		WHERE ' ' || key || ' ' GLOB '* ? *' AND instr(text, '&') = 0 AND entity <> 0 AND chosen IS NULL`, nil, func(scan func(...any) error) error {
		var kind int
		var id, articles int64
		var key string
		if err := scan(&kind, &id, &key, &articles); err != nil {
			return err
		}
		other, err := v.other(kind, key, variant.Squeezed(key))
		if err != nil {
			return err
		}
		if other != 0 {
			v.sure = append(v.sure, [2]int64{id, other})
		}
		if reader.EntityKind(kind) != reader.EntityPerson {
			return nil
		}
		plain, err := v.other(kind, key, variant.WithoutInitials(key))
		if plain != 0 {
			v.maybe[plain] = append(v.maybe[plain], meaning{id, key, articles, true})
		}
		return err
	})
}

// other returns the name with another key, 0 if there is none.
func (v *variants) other(kind int, key, to string) (int64, error) {
	if key == to {
		return 0, nil
	}
	return v.l.number("SELECT id FROM name WHERE kind = ? AND key = ? AND entity <> 0 AND chosen IS NULL", kind, to)
}

// plurals finds peoples and parties that are named in both numbers.
func (v *variants) plurals() error {
	return v.l.all(`SELECT o.id, o.key, m.id, m.key FROM name o CROSS JOIN name m ON m.kind = o.kind AND m.key = o.key || 's'
		WHERE o.kind = ? AND o.entity <> 0 AND m.entity <> 0 AND o.chosen IS NULL AND m.chosen IS NULL`,
		[]any{int(reader.EntityNationality)}, func(scan func(...any) error) error {
			var one, many int64
			var key, keys string
			if err := scan(&one, &key, &many, &keys); err != nil {
				return err
			}
			if variant.Plural(keys, key) {
				v.sure = append(v.sure, [2]int64{one, many})
			}
			return nil
		})
}

// load reads the names that were found.
func (v *variants) load() (map[int64]member, error) {
	names := map[int64]member{}
	for _, pair := range v.sure {
		names[pair[0]], names[pair[1]] = member{}, member{}
	}
	for short, list := range v.maybe {
		names[short] = member{}
		for _, m := range list {
			names[m.full] = member{}
		}
	}
	return names, v.l.all(`SELECT n.id, n.entity, (SELECT count(*) FROM mention m WHERE m.name = n.id),
		n.renamed IS NOT NULL OR EXISTS (SELECT 1 FROM name d WHERE d.entity = n.id AND d.entity <> d.id AND d.chosen IS NOT NULL)
		FROM json_each(?) j CROSS JOIN name n ON n.id = j.value`, []any{jsonIDs(slices.Sorted(maps.Keys(names)))}, func(scan func(...any) error) error {
		var id int64
		var n member
		err := scan(&id, &n.entity, &n.articles, &n.fixed)
		n.id = id
		names[id] = n
		return err
	})
}

// roots returns, for each name that is one with others, the name that all of
// them stand for: the one in the most articles.
func (v *variants) roots(names map[int64]member) map[int64]int64 {
	group := map[int64][]int64{} // by name; those of a group share it
	join := func(a, b int64) {
		x, y := group[a], group[b]
		if x == nil {
			x = []int64{a}
		}
		if y == nil {
			y = []int64{b}
		}
		if slices.Contains(x, b) {
			return
		}
		all := slices.Concat(x, y)
		for _, id := range all {
			group[id] = all
		}
	}
	for _, pair := range v.sure {
		join(pair[0], pair[1])
	}
	for _, short := range slices.Sorted(maps.Keys(v.maybe)) {
		if full := dominant(v.maybe[short], names[short].articles, names); full != 0 {
			join(short, full)
		}
	}
	root := map[int64]int64{}
	for id, all := range group {
		if r := chief(all, names); r != 0 {
			root[id] = r
		}
	}
	return root
}

// Where fewer articles than firmEvidence use both forms, the short one may be in
// no more than fewMore articles beyond those of the full one, and in no case in
// more than farMore times as many as use both: in an archive of sports the NBA
// is not the National Bar Association that one article abbreviates so.
const (
	firmEvidence = 3
	fewMore      = 2
	farMore      = 40
)

// dominant returns the meaning of a name in so many articles that stands far
// above all others together, 0 if none does. Those whose names hold one another
// mean the same: the Securities and Exchange Commission and the U.S. one.
func dominant(list []meaning, articles int64, names map[int64]member) int64 {
	best := slices.MaxFunc(list, func(a, b meaning) int {
		return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(b.full, a.full))
	})
	var with, against int64
	if best.guess {
		against = 1 // one that is not yet seen
	}
	for _, m := range list {
		if strings.Contains(m.key, best.key) || strings.Contains(best.key, m.key) {
			with += m.weight
		} else {
			against += m.weight
		}
	}
	doubtful := !best.guess && (with < firmEvidence && articles > names[best.full].articles+fewMore || articles > farMore*with)
	if with < dominance*against || doubtful {
		return 0
	}
	return best.full
}

// chief returns the name that a group stands for, 0 if the reader made more
// than one of its names an entity of its own.
func chief(group []int64, names map[int64]member) int64 {
	var best member
	fixed := 0
	for _, id := range slices.Sorted(slices.Values(group)) {
		n := names[id]
		if n.fixed {
			fixed++
		}
		if best.id == 0 || n.fixed && !best.fixed || n.fixed == best.fixed && n.articles > best.articles {
			best = n
		}
	}
	if fixed > 1 {
		return 0
	}
	return best.id
}
