package store

import (
	"bytes"
	"unicode/utf8"

	"offprint/reader"
	"offprint/store/folded"
)

// Careless pages all name one address as theirs: their section's, or that of
// a request for consent. Two texts of one address are two articles if neither
// their titles agree nor their words.

const (
	strangeLetters = 4    // letters of the words that are compared: shorter ones are in every text
	strangeWords   = 60   // different words that both texts must have to be compared
	strangeTries   = 50   // articles of one address that are compared
	strangeShare   = 0.35 // of the shorter text's words; unrelated news shares about half of that
)

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
		alike, err := in.alikeTo(id, d, hash)
		if err != nil || alike {
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
	return !unlike(there.Plain().Text, d.Plain.Text), nil
}

// unlike reports whether two texts share few of their words. Of texts that
// have too few to tell it is false.
func unlike(a, b string) bool {
	in, common := longWords(a), 0
	of := longWords(b)
	for w := range of {
		if in[w] {
			common++
		}
	}
	least := min(len(in), len(of))
	return least >= strangeWords && float64(common) < strangeShare*float64(least)
}

// longWords returns the different words of a text that are not short.
func longWords(text string) map[string]bool {
	set := map[string]bool{}
	folded.Each(text, func(_, _ int, w string) bool {
		if utf8.RuneCountInString(w) >= strangeLetters {
			set[w] = true
		}
		return true
	})
	return set
}
