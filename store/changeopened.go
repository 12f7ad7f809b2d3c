package store

import (
	"context"

	"offprint/store/tagset"
)

// Opened marks an article read because it was opened. Unlike SetRead it is no
// step of undo: what U takes back is what the reader did on purpose. A stub
// stays unread: there is nothing to read yet.
func (a *Archive) Opened(ctx context.Context, id ID) error {
	return a.write(ctx, "mark as opened", func(l *link) error {
		n, err := l.number("SELECT count(*) FROM article WHERE id = ? AND read = 0 AND stub = 0 AND deleted = 0", id)
		if err != nil || n == 0 {
			return err
		}
		d := &derived{id: id} // no more than recount asks for: the text may be long
		var tags string
		if err := l.one("SELECT sorted, outlet, tags FROM article WHERE id = ?", []any{id}, &d.sorted, &d.outlet, &tags); err != nil {
			return err
		}
		if d.tags, err = knownTags(l, tagset.Split(tags)); err != nil {
			return err
		}
		if err := l.do("UPDATE article SET read = 1 WHERE id = ?", id); err != nil {
			return err
		}
		g := newLedger(l)
		if err := g.recount(d, true); err != nil {
			return err
		}
		if err := g.touched(id); err != nil {
			return err
		}
		return g.close()
	})
}
