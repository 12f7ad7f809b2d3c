package store

import (
	"errors"
	"unicode/utf8"

	"offprint/store/folded"
)

// ask runs what asks the index. Once that cannot answer it is told, and asked no more.
func (c *checker) ask(question func() error) error {
	if c.blind {
		return nil
	}
	err := question()
	if why := reason(err); errors.Is(why, ErrIndex) || errors.Is(why, ErrCorrupt) {
		c.blind = true
		c.add("index", 0, "the full-text index cannot be read")
		return nil
	}
	return err
}

// indexed asks the index for a word of an article's text and one of its notes,
// unless it has yet to see the article.
func (c *checker) indexed(id ID, text string) error {
	return c.ask(func() error {
		waits, err := c.l.number(`SELECT EXISTS (SELECT 1 FROM article WHERE id = ?1 AND deleted <> 0)
			OR EXISTS (SELECT 1 FROM todo WHERE article = ?1) OR EXISTS (SELECT 1 FROM fact WHERE key = 'stale' AND value <> 0)`, id)
		if err != nil || waits != 0 {
			return err
		}
		rank, err := c.l.number("SELECT rank FROM place WHERE article = ?", id)
		if err != nil {
			return err
		}
		if rank == 0 {
			c.add("index", id, "it is not in the full-text index")
			return nil
		}
		notes, err := notesOf(c.l, id)
		if err != nil {
			return err
		}
		for _, said := range []string{text, notes} {
			if err := c.word(id, rank, said); err != nil {
				return err
			}
		}
		return nil
	})
}

// word asks the index for one word of an article, its longest among the first
// hundred, and whether its beginnings can be looked up.
func (c *checker) word(id ID, rank int64, text string) error {
	longest, n := "", 0
	folded.Each(text, func(_, _ int, w string) bool {
		if utf8.RuneCountInString(w) > utf8.RuneCountInString(longest) {
			longest = w
		}
		n++
		return n < 100
	})
	if longest == "" {
		return nil
	}
	found, err := c.l.number("SELECT count(*) FROM search WHERE search MATCH ? AND rowid = ?", `"`+longest+`"`, rank)
	if err != nil {
		return err
	}
	if found == 0 {
		c.add("index", id, "the full-text index does not have its words")
		return nil
	}
	if utf8.RuneCountInString(longest) <= prefixLetters {
		return nil
	}
	known, err := c.l.number("SELECT count(*) FROM term WHERE term = ?", longest)
	if err == nil && known == 0 {
		c.add("index", id, "the full-text index does not have the beginnings of its words")
	}
	return err
}

// index compares the index with its own books.
func (c *checker) index() error {
	return c.ask(func() error {
		sound, err := indexSound(c.l)
		if err != nil {
			return err
		}
		if !sound {
			c.add("index", 0, "the full-text index has lost articles")
		}
		n, err := c.l.number(`SELECT count(*) FROM place p LEFT JOIN search_docsize d ON d.id = p.rank WHERE d.id IS NULL`)
		if err == nil && n > 0 {
			c.add("index", 0, "%d articles have a place but are not in the full-text index", n)
		}
		return err
	})
}
