package store

import (
	"context"
	"time"

	"offprint/reader"
	"offprint/store/query"
)

const highlightColumns = "h.id, h.article, h.anchor, h.note, h.created, h.lost"

func scanHighlight(scan func(...any) error, more ...any) (Highlight, error) {
	var h Highlight
	var anchor, note string
	var created int64
	if err := scan(append(more, &h.ID, &h.Article, &anchor, &note, &created, &h.Lost)...); err != nil {
		return h, err
	}
	decodeAnchor(anchor, &h.Anchor) // one that makes no sense stays listed, by its note
	h.Note, h.Created = reader.Clean(note), time.Unix(created, 0).UTC()
	return h, nil
}

// highlights returns the highlights of an article in the order they were made.
func highlights(l *link, id ID) ([]Highlight, error) {
	var list []Highlight
	err := l.all("SELECT "+highlightColumns+" FROM highlight h WHERE h.article = ? ORDER BY h.id", []any{id}, func(scan func(...any) error) error {
		h, err := scanHighlight(scan)
		list = append(list, h)
		return err
	})
	return list, err
}

// carryHighlights finds the highlights of an article in its new text. Those
// whose words are gone keep their anchor and are marked as lost; a later text
// may bring them back.
func carryHighlights(l *link, id ID, markdown reader.Text) error {
	list, err := highlights(l, id)
	if err != nil {
		return err
	}
	for _, h := range list {
		at, ok := h.Anchor.Find(markdown)
		if ok && !at.Empty() {
			h.Anchor = reader.AnchorAt(markdown, at)
		}
		if err := l.do("UPDATE highlight SET anchor = ?, lost = ? WHERE id = ?", encodeAnchor(h.Anchor), !ok, h.ID); err != nil {
			return err
		}
	}
	return nil
}

// Highlights returns n highlights of the articles that match q, newest first, after the first offset ones.
func (a *Archive) Highlights(ctx context.Context, q query.Query, offset, n int) ([]HighlightRow, error) {
	var list []HighlightRow
	err := a.read(ctx, "list highlights", func(l *link) error {
		list = nil
		c, err := compile(l, q)
		if err != nil {
			return err
		}
		where, args := c.where()
		text := "SELECT " + rowColumns + ", " + highlightColumns + rowSource +
			"JOIN highlight h ON h.article = a.id WHERE a.deleted = 0 AND " + where + " ORDER BY h.created DESC, h.id DESC LIMIT ? OFFSET ?"
		return l.all(text, append(args, n, offset), func(scan func(...any) error) error {
			var r HighlightRow
			h, err := scanHighlight(func(to ...any) error {
				r.Row, err = scanRow(scan, to...)
				return err
			})
			r.Highlight = h
			list = append(list, r)
			return err
		})
	})
	return list, err
}
