package store

import (
	"context"

	"offprint/reader"
)

// AtAddress returns the article that was saved from an address, or from another
// that leads to the same page; ok is false if there is none. A stub is returned
// where no text was saved.
func (a *Archive) AtAddress(ctx context.Context, to reader.Text) (row Row, ok bool, err error) {
	key, _ := identities(&reader.Article{Address: to}, [32]byte{}, alone)
	if key == 0 {
		return Row{}, false, nil
	}
	err = a.read(ctx, "look up an address", func(l *link) error {
		ids, err := l.numbers(`SELECT a.id FROM identity i CROSS JOIN article a ON a.id = i.article
			WHERE i.key = ? AND a.deleted = 0 ORDER BY a.stub, a.id LIMIT 1`, key)
		if err != nil || len(ids) == 0 {
			return err
		}
		rows, err := rowsOf(l, []ID{ID(ids[0])})
		if err != nil || len(rows) == 0 {
			return err
		}
		row, ok = rows[0], true
		return nil
	})
	return row, ok, err
}
