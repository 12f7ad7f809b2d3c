package store

import (
	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/passage"
)

// Some services export passages with the title of their article but without
// its address. Such a stub joins the article of that title, whichever comes
// first, if there is no doubt which one is meant: the title is of some length
// and only one article has it, or a passage stands in the text.

const (
	titleWords = 4 // a shorter title is met again
	titleTwins = 8 // articles of one title that are looked at
)

// byTitle returns the article that a stub without an address belongs to, or
// the stub without an address that an article is of; 0 if there is none.
func (in *intake) byTitle(d *reader.Digest) (ID, error) {
	art := &d.Article
	if art.Title == "" {
		return 0, nil
	}
	text := "SELECT id FROM article INDEXED BY article_nameless WHERE title = ? COLLATE NOCASE AND deleted = 0 AND stub = 1 AND address = '' LIMIT ?"
	nameless := art.Stub && art.Address == ""
	if nameless {
		text = "SELECT id FROM article WHERE title = ? COLLATE NOCASE AND deleted = 0 AND NOT (stub = 1 AND address = '') LIMIT ?"
	}
	ids, err := in.l.numbers(text, string(art.Title), titleTwins)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	for _, id := range ids {
		stands, err := in.stands(ID(id), d, nameless)
		if err != nil || stands {
			return ID(id), err
		}
	}
	if len(ids) == 1 && len(folded.Words(string(art.Title))) >= titleWords {
		return ID(ids[0]), nil
	}
	return 0, nil
}

// stands reports whether a passage of the stub stands in the text: of the
// digest's in the article's, or of the article's in the digest's.
func (in *intake) stands(id ID, d *reader.Digest, nameless bool) (bool, error) {
	text := passage.New(d.Article.Markdown, &d.Plain)
	var passages []reader.Text
	if nameless {
		var err error
		if text, err = textOf(in.l, id); err != nil {
			return false, err
		}
		for _, p := range d.Article.Kept.Passages {
			passages = append(passages, p.Text)
		}
	} else {
		list, err := highlights(in.l, id)
		if err != nil {
			return false, err
		}
		for _, h := range list {
			passages = append(passages, h.Anchor.Exact)
		}
	}
	for _, p := range passages {
		if len(folded.Words(string(p))) < passage.Enough {
			continue
		}
		if _, ok := text.Words(string(p), true); ok {
			return true, nil
		}
	}
	return false, nil
}
