package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"offprint/reader"
	"offprint/store/tagset"
)

// SetRead marks articles read or unread. Like all changes it is on the disk when it returns and can be undone.
func (a *Archive) SetRead(ctx context.Context, ids []ID, read bool) error {
	label := "marked %s unread"
	if read {
		label = "marked %s read"
	}
	return a.setFlag(ctx, "read", "SELECT read FROM article WHERE id = ? AND deleted = 0", ids, read, label)
}

// SetStarred gives articles a star or takes it away.
func (a *Archive) SetStarred(ctx context.Context, ids []ID, starred bool) error {
	label := "took the star from %s"
	if starred {
		label = "starred %s"
	}
	return a.setFlag(ctx, "starred", "SELECT starred FROM article WHERE id = ? AND deleted = 0", ids, starred, label)
}

// setFlag gives articles a flag that now reads.
func (a *Archive) setFlag(ctx context.Context, kind, now string, ids []ID, value bool, label string) error {
	return a.changeAs(ctx, kind, "", func(c *change) ([]step, string, error) {
		var steps []step
		for _, id := range ids {
			var old bool
			err := c.l.one(now, []any{id}, &old)
			if absent(err) {
				return nil, "", ErrNoArticle
			}
			if err != nil {
				return nil, "", err
			}
			if old == value {
				continue
			}
			steps = append(steps, step{ID: int64(id), Old: asJSON(old), New: asJSON(value)})
			if kind == "starred" && !value {
				if err := renounce(c.l, id, keptStar); err != nil {
					return nil, "", err
				}
			}
		}
		return steps, fmt.Sprintf(label, articles(len(steps))), nil
	})
}

func articles(n int) string {
	if n == 1 {
		return "1 article"
	}
	return fmt.Sprint(n, " articles")
}

// ChangeTags takes tags away from articles and then gives them others, as one
// change. ErrNoTag if one of them has no letter, and nothing is changed.
func (a *Archive) ChangeTags(ctx context.Context, ids []ID, add, remove []reader.Text) error {
	if tagset.Has(slices.Concat(add, remove), "") {
		return a.fault("tag", ErrNoTag)
	}
	add, remove = tagset.Unique(add), tagset.Unique(remove)
	return a.changeAs(ctx, "tag", "", func(c *change) ([]step, string, error) {
		var r retagged
		for _, id := range ids {
			d, err := c.light(id)
			if err != nil {
				return nil, "", err
			}
			if err := r.retag(c.l, d, add, remove); err != nil {
				return nil, "", err
			}
		}
		return r.steps, r.label(), nil
	})
}

// retagged is what a change of tags comes to.
type retagged struct {
	steps        []step
	articles     int
	given, taken []reader.Text
}

// retag adds the steps for one article.
func (r *retagged) retag(l *link, d *light, add, remove []reader.Text) error {
	before := len(r.steps)
	names := slices.Clone(d.names)
	for _, t := range remove {
		at := tagset.Index(names, t)
		if at < 0 {
			continue
		}
		t = names[at] // as the article has it, which undo brings back
		names = slices.Delete(names, at, at+1)
		r.steps = append(r.steps, step{ID: int64(d.id), Old: asJSON(at), New: asJSON(false), Arg: string(t)})
		r.taken = append(r.taken, t)
		if err := renounce(l, d.id, tagFacts(t)[0]); err != nil {
			return err
		}
	}
	for _, t := range add {
		if !d.tagged(t) || tagset.Has(remove, t) { // the same tag, written another way
			r.steps = append(r.steps, step{ID: int64(d.id), Old: asJSON(false), New: asJSON(true), Arg: string(t)})
			r.given = append(r.given, t)
		}
	}
	if len(r.steps) > before {
		r.articles++
	}
	return nil
}

// label says what was changed: "tagged 3 articles with boxer, multi word tag".
func (r *retagged) label() string {
	given, taken := tagset.List(tagset.Unique(r.given)), tagset.List(tagset.Unique(r.taken))
	switch {
	case taken == "":
		return "tagged " + articles(r.articles) + " with " + given
	case given == "":
		return "took " + taken + " from " + articles(r.articles)
	}
	return "tagged " + articles(r.articles) + " with " + given + " instead of " + taken
}

// light is an article without its text: what counters and flags need.
type light struct {
	derived
	read    bool
	deleted int64
	names   []reader.Text // of the tags
}

func (d *light) tagged(tag reader.Text) bool {
	return tagset.Has(d.names, tag)
}

// light reads an article's counters and tags. Deleted ones are ErrNoArticle.
func (c *change) light(id ID) (*light, error) {
	d := &light{derived: derived{id: id}}
	var tags string
	err := c.l.one("SELECT sorted, outlet, read, tags, deleted FROM article WHERE id = ?", []any{id}, &d.sorted, &d.outlet, &d.read, &tags, &d.deleted)
	if absent(err) || err == nil && d.deleted != 0 {
		return nil, ErrNoArticle
	}
	if err != nil {
		return nil, err
	}
	d.unread, d.names = !d.read, tagset.Split(tags)
	d.tags, err = knownTags(c.l, d.names)
	return d, err
}

func (c *change) applyRead(id int64, value json.RawMessage) error {
	d, err := c.light(ID(id))
	if err != nil {
		return err
	}
	read := asBool(value)
	if d.read == read {
		return nil
	}
	if err := c.g.recount(&d.derived, read); err != nil {
		return err
	}
	if err := c.l.do("UPDATE article SET read = ? WHERE id = ?", read, id); err != nil {
		return err
	}
	return c.g.touched(ID(id))
}

func (c *change) applyStarred(id int64, value json.RawMessage) error {
	if err := c.l.do("UPDATE article SET starred = ? WHERE id = ?", asBool(value), id); err != nil {
		return err
	}
	return c.g.touched(ID(id))
}

// applyTag takes a tag away (false), or gives it: as the last (true), or at
// the place that it had (a number).
func (c *change) applyTag(id int64, value json.RawMessage) error {
	d, err := c.light(ID(id))
	if err != nil {
		return err
	}
	place := len(d.names)
	on := asBool(value) || json.Unmarshal(value, &place) == nil
	tag := reader.CleanLine(c.arg)
	if d.tagged(tag) == on {
		return nil
	}
	number, err := tagID(c.l, nil, tag)
	if err != nil {
		return err
	}
	tags := slices.DeleteFunc(d.names, func(t reader.Text) bool { return tagset.Key(t) == tagset.Key(tag) })
	c.g.counts(&d.derived, -1)
	if on {
		place = min(max(place, 0), len(tags))
		tags, d.tags = slices.Insert(tags, place, tag), append(d.tags, number)
		err = c.l.do("INSERT OR IGNORE INTO tagged (tag, sorted, article) VALUES (?, ?, ?)", number, d.sorted, id)
	} else {
		kept := d.tags[:0]
		for _, t := range d.tags {
			if t != number {
				kept = append(kept, t)
			}
		}
		d.tags = kept
		err = c.l.do("DELETE FROM tagged WHERE tag = ? AND sorted = ? AND article = ?", number, d.sorted, id)
	}
	if err != nil {
		return err
	}
	c.g.counts(&d.derived, 1)
	return c.l.do("UPDATE article SET tags = ? WHERE id = ?", tagset.Join(tags), id)
}

// SavePosition keeps where reading stopped, and how far that is (0 to 1). It cannot be undone.
func (a *Archive) SavePosition(ctx context.Context, id ID, at reader.Anchor, progress float64) error {
	return a.write(ctx, "save the position", func(l *link) error {
		res, err := l.exec("UPDATE article SET progress = ? WHERE id = ? AND deleted = 0", min(max(progress, 0), 1), id)
		if err != nil {
			return err
		}
		if n, _ := res.RowsAffected(); n == 0 {
			return ErrNoArticle
		}
		if err := touchedIn(l, id); err != nil {
			return err
		}
		return l.do("INSERT OR REPLACE INTO position (article, anchor) VALUES (?, ?)", id, encodeAnchor(at))
	})
}

// SetMark keeps a place under a letter. It cannot be undone.
func (a *Archive) SetMark(ctx context.Context, id ID, name rune, at reader.Anchor) error {
	return a.write(ctx, "set a mark", func(l *link) error {
		if n, err := l.number("SELECT count(*) FROM article WHERE id = ? AND deleted = 0", id); err != nil || n == 0 {
			return orNoArticle(err)
		}
		return l.do("INSERT OR REPLACE INTO mark (article, name, anchor) VALUES (?, ?, ?)", id, name, encodeAnchor(at))
	})
}

func orNoArticle(err error) error {
	if err == nil {
		return ErrNoArticle
	}
	return err
}
