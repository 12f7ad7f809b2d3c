package store

import (
	"bytes"

	"offprint/reader"
	"offprint/store/alike"
	"offprint/store/folded"
)

// Careless pages all name one address as theirs: their section's, or that of
// a request for consent. Two texts of one address are two articles if neither
// their titles agree nor their words.

// strangeTries is how many articles of one address are compared.
const strangeTries = 50

// atAddress returns the article of those known by an address that a digest is
// a text of: the first with much the same words, else the first with its
// title; 0 if there is none.
func (in *intake) atAddress(key int64, d *reader.Digest, hash [32]byte) (ID, error) {
	ids, err := in.l.numbers(`SELECT a.id FROM identity i CROSS JOIN article a ON a.id = i.article
		WHERE i.key = ? ORDER BY a.deleted <> 0, a.id`, key)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	if d.Article.Stub {
		return ID(ids[0]), nil
	}
	titled := ID(0)
	for _, n := range ids[:min(len(ids), strangeTries)] {
		id := ID(n)
		same, err := in.alikeTo(id, d, hash)
		if err != nil || same {
			return id, err
		}
		title := ""
		if err := in.l.one("SELECT title FROM article WHERE id = ?", []any{id}, &title); err != nil {
			return 0, err
		}
		if titled == 0 && folded.Key(title) == folded.Key(string(d.Article.Title)) {
			titled = id
		}
	}
	return titled, nil
}

// alikeTo reports whether a text can be one of an article by its words: a stub
// has none yet.
func (in *intake) alikeTo(id ID, d *reader.Digest, hash [32]byte) (bool, error) {
	var old []byte
	var stub bool
	if err := in.l.one("SELECT hash, stub FROM article WHERE id = ?", []any{id}, &old, &stub); err != nil {
		return false, err
	}
	if stub || bytes.Equal(old, hash[:]) {
		return true, nil
	}
	if had, err := in.had(id, hash); err != nil || had {
		return had, err
	}
	there, err := textOf(in.l, id)
	if err != nil {
		return false, err
	}
	return !alike.Strangers(there.Plain().Text, d.Plain.Text), nil
}
