package store

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store/passage"
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

// textOf returns the text of an article, to find passages in. A plain text that
// is damaged is none.
func textOf(l *link, id ID) (*passage.Text, error) {
	var markdown string
	var code []byte
	err := l.one("SELECT markdown, plain FROM body WHERE id = ?", []any{id}, &markdown, &code)
	if absent(err) {
		return nil, ErrNoArticle
	}
	if err != nil {
		return nil, err
	}
	text, plain := reader.Clean(markdown), &reader.Plain{}
	if whole, err := reader.DecodePlain(text, code); err == nil {
		plain = &whole
	}
	return passage.New(text, plain), nil
}

// carryHighlights finds the highlights of an article in its new text. Those
// whose words are gone keep their anchor and are marked as lost; a later text
// may bring them back.
func carryHighlights(l *link, id ID, text *passage.Text) error {
	list, err := highlights(l, id)
	if err != nil {
		return err
	}
	for _, h := range list {
		at, ok := text.Find(h.Anchor)
		if ok && !at.Empty() {
			h.Anchor = reader.AnchorAt(text.Markdown(), at)
		}
		if err := l.do("UPDATE highlight SET anchor = ?, lost = ? WHERE id = ?", encodeAnchor(h.Anchor), !ok, h.ID); err != nil {
			return err
		}
	}
	return nil
}

// markup are the characters that Markdown's marks are made of.
const markup = "*_`~[]()<>\\&!#|"

// tell fills in the words of a highlight in its text.
func (h *Highlight) tell(markdown reader.Text, plain *reader.Plain) {
	h.Words = h.Anchor.Exact
	if h.Lost || markdown.Slice(h.Anchor.Span) != h.Words {
		return
	}
	if start, end, ok := plain.Range(h.Anchor.Span); ok {
		h.Words = reader.Clean(strings.TrimSpace(plain.Text[start:end]))
	}
}

// tellAll fills in the words of listed highlights. The text is read only for those that may have marks.
func tellAll(l *link, list []HighlightRow) error {
	texts := map[ID]*passage.Text{}
	for i := range list {
		h := &list[i].Highlight
		h.Words = h.Anchor.Exact
		if h.Lost || !strings.ContainsAny(string(h.Words), markup) {
			continue
		}
		if texts[h.Article] == nil {
			text, err := textOf(l, h.Article)
			if err == ErrNoArticle { // it is lost; Check tells
				continue
			}
			if err != nil {
				return err
			}
			texts[h.Article] = text
		}
		h.tell(texts[h.Article].Markdown(), texts[h.Article].Plain())
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
		err = l.all(text, append(args, n, offset), func(scan func(...any) error) error {
			var r HighlightRow
			h, err := scanHighlight(func(to ...any) error {
				r.Row, err = scanRow(scan, to...)
				return err
			})
			r.Highlight = h
			list = append(list, r)
			return err
		})
		if err != nil {
			return err
		}
		return tellAll(l, list)
	})
	return list, err
}

// SetHighlight stores a highlight. ID 0 is a new one: ID, Article's place and Created are filled in.
// If it cannot be stored h is as it was, so that it can be tried again.
func (a *Archive) SetHighlight(ctx context.Context, h *Highlight) error {
	given := *h
	err := a.changeAs(ctx, "highlight", "", func(c *change) ([]step, string, error) {
		*h = given // what is tried again begins anew
		if n, err := c.l.number("SELECT count(*) FROM article WHERE id = ? AND deleted = 0", h.Article); err != nil || n == 0 {
			return nil, "", orNoArticle(err)
		}
		h.Note = reader.Clean(string(h.Note))
		if h.ID == 0 {
			id, err := lastHighlight(c.l)
			if err != nil {
				return nil, "", err
			}
			id++
			h.ID, h.Created = HighlightID(id), c.now.UTC().Truncate(time.Second)
			// The number is not used again, even if the highlight goes: undo may bring it back.
			if err := c.l.setFact("highlight", id); err != nil {
				return nil, "", err
			}
			return []step{{ID: id, Old: asJSON(nil), New: asJSON(h)}}, "highlighted a passage", nil
		}
		old, err := oneHighlight(c.l, h.ID)
		if err != nil {
			return nil, "", err
		}
		if old == nil {
			return nil, "", ErrNoHighlight
		}
		return []step{{ID: int64(h.ID), Old: asJSON(old), New: asJSON(h)}}, "changed a highlight", nil
	})
	if err != nil {
		*h = given
	}
	return err
}

// lastHighlight returns the highest number that a highlight ever had.
func lastHighlight(l *link) (int64, error) {
	return l.number("SELECT coalesce(max(id), 0) FROM (SELECT id FROM highlight UNION ALL SELECT value FROM fact WHERE key = 'highlight')")
}

// RemoveHighlight takes a highlight away.
func (a *Archive) RemoveHighlight(ctx context.Context, id HighlightID) error {
	return a.changeAs(ctx, "highlight", "", func(c *change) ([]step, string, error) {
		old, err := oneHighlight(c.l, id)
		if err == nil && old == nil {
			err = ErrNoHighlight
		}
		return []step{{ID: int64(id), Old: asJSON(old), New: asJSON(nil)}}, "removed a highlight", err
	})
}

// oneHighlight returns a highlight, nil if it is not there.
func oneHighlight(l *link, id HighlightID) (*Highlight, error) {
	var found *Highlight
	err := l.all("SELECT "+highlightColumns+" FROM highlight h WHERE h.id = ?", []any{id}, func(scan func(...any) error) error {
		h, err := scanHighlight(scan)
		found = &h
		return err
	})
	return found, err
}

// applyHighlight stores a highlight, or takes it away if the value is null.
// One that comes back is looked for in the text as it is now, and it stays
// with, or comes back to, the article that its stub was joined to meanwhile.
func (c *change) applyHighlight(id int64, value json.RawMessage) error {
	old, err := oneHighlight(c.l, HighlightID(id))
	if err != nil {
		return err
	}
	var h *Highlight
	if json.Unmarshal(value, &h) != nil {
		return ErrCorrupt
	}
	if h == nil {
		return c.dropHighlight(old)
	}
	if old != nil {
		h.Article = old.Article
	} else if h.Article, err = heir(c.l, h.Article); err != nil {
		return err
	}
	text, err := textOf(c.l, h.Article)
	if err != nil {
		return err
	}
	err = c.l.do("INSERT OR REPLACE INTO highlight (id, article, anchor, note, created, lost) VALUES (?, ?, ?, ?, ?, 0)",
		id, h.Article, encodeAnchor(h.Anchor), string(h.Note), h.Created.Unix())
	if err != nil {
		return err
	}
	if err := carryHighlights(c.l, h.Article, text); err != nil {
		return err
	}
	now, err := oneHighlight(c.l, HighlightID(id))
	if err != nil {
		return err
	}
	return c.marked(h.Article, old != nil && old.noted() != "" || now != nil && now.noted() != "")
}

// dropHighlight takes a highlight away; nil is none.
func (c *change) dropHighlight(old *Highlight) error {
	if old == nil {
		return nil
	}
	if err := c.l.do("DELETE FROM highlight WHERE id = ?", int64(old.ID)); err != nil {
		return err
	}
	return c.marked(old.Article, old.noted() != "")
}

// marked sees to an article after one of its highlights changed, which says or
// said something that the text does not.
func (c *change) marked(id ID, noted bool) error {
	if noted {
		if err := renote(c.l, id); err != nil {
			return err
		}
	}
	return countHighlights(c.l, id)
}

func countHighlights(l *link, id ID) error {
	if err := l.do("UPDATE article SET highlights = (SELECT count(*) FROM highlight WHERE article = ?1) WHERE id = ?1", id); err != nil {
		return err
	}
	return touchedIn(l, id)
}
