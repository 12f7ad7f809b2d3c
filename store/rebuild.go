package store

import (
	"context"
	"time"

	"offprint/reader"
	"offprint/store/pack"
)

// Rebuild makes the full-text index and all counters anew from the texts.
// What the reader decided about names and quotes stays.
func (a *Archive) Rebuild(ctx context.Context) error {
	if err := a.write(ctx, "rebuild", rederive); err != nil {
		return err
	}
	err := a.write(ctx, "rebuild", func(l *link) error {
		if err := l.setFact(factStale, 1); err != nil {
			return err
		}
		return l.setFact(factShadow, 0)
	})
	if err != nil {
		return err
	}
	return a.Index(ctx)
}

// rederive empties all that is derived from articles and fills it again.
func rederive(l *link) error {
	for _, text := range []string{
		"DELETE FROM counter", "DELETE FROM tagged", "DELETE FROM mention", "DELETE FROM quote", "DELETE FROM about", "DELETE FROM alias", "DELETE FROM sketch", "UPDATE article SET story = 0, copy = 0 WHERE story <> 0",
		"UPDATE name SET articles = 0, mentions = 0, quotes = 0, first = 0, last = 0",
		"UPDATE article SET highlights = (SELECT count(*) FROM highlight WHERE article = article.id)",
	} {
		if err := l.do(text); err != nil {
			return err
		}
	}
	c := newChange(l, time.Time{}, "")
	for last := int64(0); ; {
		ids, err := l.numbers("SELECT id FROM article WHERE deleted = 0 AND id > ? ORDER BY id LIMIT 500", last)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := c.rederive(ID(id)); err != nil && err != ErrNoArticle { // its text is lost; Check tells
				return err
			}
		}
		if err := c.close(); err != nil {
			return err
		}
		if len(ids) == 0 {
			return nil
		}
		last = ids[len(ids)-1]
	}
}

// rederive derives one article from what was found in it.
func (c *change) rederive(id ID) error {
	d, _, err := loadDerived(c.l, id)
	if err != nil {
		return err
	}
	names, err := c.g.put(d, nil)
	if err != nil {
		return err
	}
	return c.l.do("UPDATE finding SET names = ? WHERE id = ?", pack.IDs(names), id)
}

// analysed is an article that was analysed again, to be written.
type analysed struct {
	id     ID
	hash   []byte
	digest reader.Digest
}

// reanalyseChunk is how many articles Reanalyse writes in one transaction at most.
const reanalyseChunk = 50

// Reanalyse gives every article whose findings are older than version to make and keeps what it returns. It works
// in short transactions and may be cancelled and called again. It returns how many articles it did.
// The version of what Add is given is Options.Analysis.
func (a *Archive) Reanalyse(ctx context.Context, version int, make func(reader.Article) reader.Digest) (int, error) {
	done := 0
	for last := int64(0); ; {
		list, next, err := a.outdated(ctx, last, version)
		if err != nil || next == 0 {
			return done, err
		}
		for i := range list {
			if a.rest() > 0 {
				if err := a.pause(ctx); err != nil {
					return done, err
				}
			}
			list[i].digest = make(list[i].digest.Article)
		}
		n, err := a.keepAnalysed(ctx, list, version)
		if done += n; err != nil {
			return done, err
		}
		last = next
	}
}

// keepAnalysed writes what was found in articles, and returns how many of them it wrote.
func (a *Archive) keepAnalysed(ctx context.Context, list []analysed, version int) (done int, err error) {
	for done < len(list) {
		n := done
		err := a.write(ctx, "analyse again", func(l *link) error {
			c := newChange(l, a.now(), "")
			for n = done; n < len(list) && (n == done || a.rest() == 0); n++ {
				if err := c.reanalysed(&list[n], version); err != nil {
					return err
				}
			}
			return c.close()
		})
		if err != nil {
			return done, err
		}
		done = n
		if err := a.pause(ctx); err != nil {
			return done, err
		}
	}
	return done, nil
}

// outdated reads the next articles after id last whose findings are older
// than version. next is the last of them, 0 if there are none.
func (a *Archive) outdated(ctx context.Context, last int64, version int) (list []analysed, next int64, err error) {
	err = a.read(ctx, "analyse again", func(l *link) error {
		list, next = nil, 0
		ids, err := l.numbers("SELECT id FROM article WHERE id > ? AND analysed < ? AND deleted = 0 ORDER BY id LIMIT ?", last, version, reanalyseChunk)
		for _, id := range ids {
			next = id
			one, err := toAnalyse(l, ID(id))
			if err == ErrNoArticle {
				continue // deleted in this moment
			}
			if err != nil {
				return err
			}
			list = append(list, one)
		}
		return err
	})
	return list, next, err
}

// toAnalyse reads an article as the makers want it.
func toAnalyse(l *link, id ID) (analysed, error) {
	art, err := article(l, id)
	if err != nil {
		return analysed{}, err
	}
	return analysed{id, art.Hash[:], reader.Digest{Article: art.Digest.Article}}, nil
}

// reanalysed writes new findings, unless the text changed meanwhile: then the next call does it.
func (c *change) reanalysed(n *analysed, version int) error {
	same, err := c.l.number("SELECT count(*) FROM article WHERE id = ? AND hash = ? AND deleted = 0", n.id, n.hash)
	if err != nil || same == 0 {
		return err
	}
	d, names, err := loadDerived(c.l, n.id)
	if err != nil {
		return err
	}
	former, err := c.g.take(d, names)
	if err != nil {
		return err
	}
	d.quotes, d.entities, d.found = n.digest.Quotes, n.digest.Entities, true
	if names, err = c.g.put(d, former); err != nil {
		return err
	}
	if n.digest.Article.Repairs == nil {
		var old reader.Digest
		var b []byte
		if err := c.l.one("SELECT digest FROM finding WHERE id = ?", []any{n.id}, &b); err == nil && reader.DecodeFindings(b, len(d.markdown), &old) == nil {
			n.digest.Article.Repairs = old.Article.Repairs
		}
	}
	err = c.l.do("UPDATE finding SET names = ?, digest = ? WHERE id = ?", pack.IDs(names), reader.EncodeFindings(&n.digest), n.id)
	if err != nil {
		return err
	}
	err = c.l.do("UPDATE article SET words = ?, quotes = ?, entities = ?, analysed = ? WHERE id = ?",
		n.digest.Words, len(n.digest.Quotes), len(n.digest.Entities), version, n.id)
	if err != nil {
		return err
	}
	return c.replain(n, d.markdown)
}

// replain keeps the plain text of a new analysis, and has the index see it if it is another.
func (c *change) replain(n *analysed, markdown reader.Text) error {
	code := n.digest.Plain.Encode(markdown)
	res, err := c.l.exec("UPDATE body SET plain = ?1 WHERE id = ?2 AND plain <> ?1", code, n.id)
	if err != nil {
		return err
	}
	if changed, err := res.RowsAffected(); err != nil || changed == 0 {
		return err
	}
	return enqueue(c.l, n.id)
}
