package store

import (
	"bytes"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/passage"
)

// This file decides what becomes of an article that is there already when it
// is met again: a newer text, the text of a stub, or a stub, which takes
// nothing from a text. Nothing that was there is lost: texts and descriptions
// become versions, what the reader did stays.

// met is what update must know of the article that is there.
type met struct {
	id      ID
	hash    []byte
	deleted bool
	stub    bool
	asIs    bool // shown as it was saved
	added   int64
}

// update joins an article to the one that is there and says what that changed.
func (in *intake) update(id ID, d *reader.Digest, hash [32]byte, file int64) (Status, error) {
	old := met{id: id}
	err := in.l.one("SELECT hash, deleted <> 0, stub, added, as_is FROM article WHERE id = ?", []any{id}, &old.hash, &old.deleted, &old.stub, &old.added, &old.asIs)
	if err != nil {
		return 0, err
	}
	sooner := false
	if moment := in.added(&d.Article).Unix(); moment < old.added && !old.deleted {
		sooner = true
		if err := in.savedAt(id, moment); err != nil {
			return 0, err
		}
	}
	status, err := in.renew(&old, d, hash, file)
	if err != nil {
		return 0, err
	}
	// One that was deleted and stays so keeps nothing more.
	if old.deleted && status == StatusUnchanged {
		return status, nil
	}
	changed, err := in.keep(id, d, old.stub)
	if changed || sooner && status == StatusUnchanged {
		status = StatusUpdated
	}
	return status, err
}

// renew gives an article what is newer of text, title and description.
func (in *intake) renew(old *met, d *reader.Digest, hash [32]byte, file int64) (status Status, err error) {
	switch {
	case !d.Article.Stub:
		return in.retext(old, d, hash, file)
	case old.deleted:
		return StatusUnchanged, nil // it was not wanted
	case old.stub:
		status, err = in.restub(old, d, hash, file)
	default:
		if err = in.keepDescription(old, d, hash); err == nil {
			status, err = in.mend(old, &d.Article)
		}
	}
	if err == nil {
		err = in.identify(old.id, &d.Article, hash) // it may have been known by its title alone
	}
	return status, err
}

// retext gives an article a newer text, or a stub its first. A text is
// unchanged if it is this one, or was before.
func (in *intake) retext(old *met, d *reader.Digest, hash [32]byte, file int64) (Status, error) {
	if !old.stub {
		if bytes.Equal(old.hash, hash[:]) {
			if err := in.identify(old.id, &d.Article, hash); err != nil || !in.anew || old.deleted {
				return StatusUnchanged, err
			}
			return in.mend(old, &d.Article)
		}
		if had, err := in.had(old.id, hash); err != nil || had {
			return StatusUnchanged, err
		}
		older, err := in.older(old.id, &d.Article, file)
		if err != nil {
			return 0, err
		}
		if older && !old.deleted {
			return StatusUpdated, in.keepOlder(old.id, &d.Article, hash)
		}
		if old.asIs && !old.deleted {
			in.asSaved = append(in.asSaved, old.id)
		}
		return StatusUpdated, in.replace(old, d, hash, file)
	}
	known, err := in.known(old.id)
	if err != nil {
		return 0, err
	}
	filled := *d
	fillGaps(&filled.Article, known)
	if err := in.l.do("DELETE FROM attempt WHERE article = ?", old.id); err != nil {
		return 0, err
	}
	return StatusUpdated, in.replace(old, &filled, hash, file)
}

// restub joins a stub to a stub: what the first did not know is taken from
// the second, and its description if it is another.
func (in *intake) restub(old *met, d *reader.Digest, hash [32]byte, file int64) (Status, error) {
	had := len(d.Article.Markdown) == 0 || bytes.Equal(old.hash, hash[:])
	if !had {
		var err error
		if had, err = in.had(old.id, hash); err != nil {
			return 0, err
		}
	}
	if had {
		return in.mend(old, &d.Article)
	}
	both, err := in.known(old.id)
	if err != nil {
		return 0, err
	}
	fillGaps(both, &d.Article)
	both.Stub, both.Format, both.Markdown, both.Repairs = true, d.Article.Format, d.Article.Markdown, d.Article.Repairs
	next := *d
	next.Article = *both
	return StatusUpdated, in.replace(old, &next, hash, file)
}

// mend gives an article what it does not know and a stub of it does; its text stays.
func (in *intake) mend(old *met, stub *reader.Article) (Status, error) {
	known, err := in.known(old.id)
	if err != nil {
		return 0, err
	}
	both := *known
	fillGaps(&both, stub)
	if both.Title == known.Title && both.Byline == known.Byline && both.Published.Equal(known.Published) &&
		both.Outlet == known.Outlet && both.Address == known.Address && both.Language == known.Language {
		return StatusUnchanged, nil
	}
	art, err := articleText(in.l, old.id)
	if err == nil {
		err = findings(in.l, art)
	}
	if err != nil {
		return 0, err
	}
	file, err := in.l.number("SELECT file FROM article WHERE id = ?", old.id)
	if err != nil {
		return 0, err
	}
	d := art.Digest
	both.Stub, both.Format, both.Markdown, both.Repairs = old.stub, d.Article.Format, d.Article.Markdown, d.Article.Repairs
	d.Article = both
	return StatusUpdated, in.replace(old, &d, art.Hash, file)
}

// keepDescription keeps what a stub says of an article that has its text, as
// an older version, unless the text says the same.
func (in *intake) keepDescription(old *met, d *reader.Digest, hash [32]byte) error {
	if had, err := in.had(old.id, hash); err != nil || had || bytes.Equal(old.hash, hash[:]) {
		return err
	}
	var markdown string
	if err := in.l.one("SELECT markdown FROM body WHERE id = ?", []any{old.id}, &markdown); err != nil {
		return orNoArticle(err)
	}
	if says(markdown, d.Article.Markdown) {
		return nil
	}
	if err := in.keepVersion(old.id, string(d.Article.Title), d.Article.Markdown, hash[:]); err != nil {
		return err
	}
	return in.l.do("UPDATE article SET versions = versions + 1 WHERE id = ?", old.id)
}

// says reports whether all of a description stands in a text, word by word.
// An empty one says nothing that could be lost.
func says(text string, description reader.Text) bool {
	words := folded.Words(string(description))
	return len(words) == 0 || folded.HasPhrase(text, words, false)
}

// had reports whether an article had a text or description before.
func (in *intake) had(id ID, hash [32]byte) (bool, error) {
	n, err := in.l.number("SELECT count(*) FROM version WHERE article = ? AND hash = ?", id, hash[:])
	return n > 0, err
}

// known returns what is known of an article besides its text.
func (in *intake) known(id ID) (*reader.Article, error) {
	var title, byline, outlet, address, language string
	var published int64
	var dated bool
	err := in.l.one(`SELECT a.title, a.byline, o.name, a.address, a.language, coalesce(a.published, 0), a.published IS NOT NULL
		FROM article a JOIN outlet o ON o.id = a.outlet WHERE a.id = ?`, []any{id}, &title, &byline, &outlet, &address, &language, &published, &dated)
	if err != nil {
		return nil, err
	}
	art := &reader.Article{Title: reader.CleanLine(title), Byline: reader.CleanLine(byline), Outlet: reader.CleanLine(outlet),
		Address: reader.CleanLine(address), Language: string(reader.CleanLine(language))}
	if dated {
		art.Published = time.Unix(published, 0).UTC()
	}
	return art, nil
}

// fillGaps gives an article what it does not know and another does. A title
// that is an address is none.
func fillGaps(art, from *reader.Article) {
	if art.Title == "" || isAddress(art.Title) && from.Title != "" {
		art.Title = from.Title
	}
	for _, gap := range []struct{ to, from *reader.Text }{
		{&art.Byline, &from.Byline}, {&art.Outlet, &from.Outlet}, {&art.Address, &from.Address},
	} {
		if *gap.to == "" {
			*gap.to = *gap.from
		}
	}
	if art.Published.IsZero() {
		art.Published = from.Published
	}
	if art.Language == "" {
		art.Language = from.Language
	}
}

// isAddress reports whether a title is an address: services that could not read a page put it there.
func isAddress(title reader.Text) bool {
	s := string(title)
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.ContainsAny(s, " \t")
}

// replace takes an article out of all that is derived and puts it back with another text.
func (in *intake) replace(old *met, d *reader.Digest, hash [32]byte, file int64) error {
	at, names, err := loadDerived(in.l, old.id)
	if err != nil {
		return err
	}
	var former map[int64][]int64
	if !old.deleted {
		if former, err = in.g.take(at, names); err != nil {
			return err
		}
	}
	// The description of a stub is worth keeping only if its text does not say the same.
	if !bytes.Equal(old.hash, hash[:]) && !(old.stub && says(d.Plain.Text, at.markdown)) {
		var title string
		if err := in.l.one("SELECT title FROM article WHERE id = ?", []any{old.id}, &title); err != nil {
			return err
		}
		if err := in.keepVersion(old.id, title, at.markdown, old.hash); err != nil {
			return err
		}
	}
	if err := in.rewrite(at, d, hash, file); err != nil {
		return err
	}
	if err := carryHighlights(in.l, old.id, passage.New(d.Article.Markdown, &d.Plain)); err != nil {
		return err
	}
	return in.derive(at, d, former)
}

func (in *intake) keepVersion(id ID, title string, markdown reader.Text, hash []byte) error {
	return in.l.do(`INSERT INTO version (article, number, title, markdown, hash, replaced)
		SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM version WHERE article = ?1`, id, title, string(markdown), hash, in.now.Unix())
}

// rewrite writes the new text and what is said of it; at follows. Tags stay:
// keep adds those that are new. An article that was deleted comes back.
func (in *intake) rewrite(at *derived, d *reader.Digest, hash [32]byte, file int64) error {
	art := &d.Article
	outlet, err := in.outlet(art.Outlet)
	if err != nil {
		return err
	}
	added, err := in.l.number("SELECT added FROM article WHERE id = ?", at.id)
	if err != nil {
		return err
	}
	at.sorted, at.dated, at.outlet, at.stub = sortedBy(art.Published, time.Unix(added, 0)), !art.Published.IsZero(), outlet, art.Stub
	at.markdown, at.quotes, at.entities = art.Markdown, d.Quotes, d.Entities
	err = in.l.do(`UPDATE article SET sorted = ?, published = ?, outlet = ?, words = ?, quotes = ?, entities = ?, title = ?, byline = ?,
		language = ?, format = ?, address = ?, file = ?, as_is = as_is AND hash = ?, hash = ?, stub = ?, deleted = 0, analysed = ?,
		versions = (SELECT count(*) FROM version WHERE article = article.id) WHERE id = ?`,
		at.sorted, nullTime(art.Published), outlet, d.Words, len(d.Quotes), len(d.Entities), string(art.Title), string(art.Byline),
		art.Language, int(art.Format), string(art.Address), file, hash[:], hash[:], art.Stub, in.version, at.id)
	if err != nil {
		return err
	}
	err = in.l.do("UPDATE body SET markdown = ?, plain = ? WHERE id = ?", string(art.Markdown), d.Plain.Encode(art.Markdown), at.id)
	if err != nil {
		return err
	}
	return in.identify(at.id, art, hash)
}
