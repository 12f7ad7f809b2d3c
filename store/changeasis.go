package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"

	"offprint/reader"
)

// An article may be shown as it was saved, with nothing mended. Its text then
// is what the makers read of the kept original with the repairs switched off;
// the mended one becomes a version and comes back when it is asked for. A new
// analysis keeps the text that is shown, and so does an import that brings
// the mended one again.

// shown is a text of an article as the journal keeps it, so that it can be
// shown again without the makers.
type shown struct {
	AsIs     bool           `json:"as_is"`
	Article  reader.Article `json:"article"`
	Plain    []byte         `json:"plain"`
	Findings []byte         `json:"findings"`
	Words    int            `json:"words"`
	Analysis int            `json:"analysis"` // version of the makers
}

// shownOf packs what the makers read.
func shownOf(asIs bool, d *reader.Digest, analysis int) shown {
	return shown{asIs, d.Article, d.Plain.Encode(d.Article.Markdown), reader.EncodeFindings(d), d.Words, analysis}
}

// digest unpacks it; the file of the archive is not trusted.
func (s *shown) digest() *reader.Digest {
	a := s.Article
	for _, t := range []*reader.Text{&a.Title, &a.Byline, &a.Outlet, &a.Address} {
		*t = reader.CleanLine(string(*t))
	}
	a.Language, a.Markdown = string(reader.CleanLine(a.Language)), reader.Clean(string(a.Markdown))
	d := &reader.Digest{Article: a, Words: s.Words}
	var err error
	if d.Plain, err = reader.DecodePlain(a.Markdown, s.Plain); err != nil {
		d.Plain = reader.Plain{}
	}
	_ = reader.DecodeFindings(s.Findings, len(a.Markdown), d) // damaged ones are none
	return d
}

// showing reads what is shown of an article now.
func showing(l *link, id ID) (shown, error) {
	art, err := articleText(l, id)
	if err != nil {
		return shown{}, err
	}
	var digest []byte
	var asIs bool
	var analysis int
	err = l.one("SELECT a.as_is, a.analysed, coalesce(f.digest, x'') FROM article a LEFT JOIN finding f ON f.id = a.id WHERE a.id = ?",
		[]any{id}, &asIs, &analysis, &digest)
	if err != nil {
		return shown{}, err
	}
	d := &art.Digest
	return shown{asIs, d.Article, d.Plain.Encode(d.Article.Markdown), digest, d.Words, analysis}, nil
}

// ShowAs shows an article as it was saved, or mended again: d is what the
// makers read of its original that way. What was known of it besides its text
// stays. Like all changes it can be undone. ErrNoArticle if it is not there.
func (a *Archive) ShowAs(ctx context.Context, id ID, asIs bool, d *reader.Digest) error {
	label := "showed 1 article as it was mended"
	if asIs {
		label = "showed 1 article as it was saved"
	}
	return a.changeAs(ctx, "shown", "", func(c *change) ([]step, string, error) {
		old, err := showing(c.l, id)
		if err != nil || old.AsIs == asIs {
			return nil, "", err
		}
		next := *d
		next.Article = old.Article
		next.Article.Markdown, next.Article.Repairs = d.Article.Markdown, d.Article.Repairs
		return []step{{ID: int64(id), Old: asJSON(old), New: asJSON(shownOf(asIs, &next, a.analysis))}}, label, nil
	})
}

// applyShown puts a text in the place of the one that is shown.
func (c *change) applyShown(id int64, value json.RawMessage) error {
	var s shown
	if json.Unmarshal(value, &s) != nil {
		return ErrCorrupt
	}
	old := met{id: ID(id)}
	var file int64
	err := c.l.one("SELECT hash, deleted <> 0, stub, file FROM article WHERE id = ?", []any{id}, &old.hash, &old.deleted, &old.stub, &file)
	if absent(err) || err == nil && old.deleted {
		return ErrNoArticle
	}
	if err != nil {
		return err
	}
	d := s.digest()
	hash := sha256.Sum256([]byte(d.Article.Markdown))
	in := &intake{l: c.l, g: c.g, now: c.now, version: s.Analysis, outlets: map[string]int64{}, tags: map[string]int64{}}
	if err := in.replace(&old, d, hash, file); err != nil {
		return err
	}
	// What is shown is no older text any more.
	if err := c.l.do("DELETE FROM version WHERE article = ? AND hash = ?", id, hash[:]); err != nil {
		return err
	}
	return c.l.do("UPDATE article SET as_is = ?, versions = (SELECT count(*) FROM version WHERE article = article.id) WHERE id = ?", s.AsIs, id)
}
