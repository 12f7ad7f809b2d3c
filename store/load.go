package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"offprint/reader"
	"offprint/store/pack"
	"offprint/store/tagset"
)

// loadDerived returns an article as the ledger booked it, with the ids of its names.
func loadDerived(l *link, id ID) (*derived, []int64, error) {
	d := &derived{id: id}
	var read bool
	var tags, markdown string
	var names, findings []byte
	err := l.one(`SELECT a.sorted, a.published IS NOT NULL, a.outlet, a.read, a.stub, a.tags, b.markdown, f.names, f.digest
		FROM article a JOIN body b ON b.id = a.id JOIN finding f ON f.id = a.id WHERE a.id = ?`, []any{id},
		&d.sorted, &d.dated, &d.outlet, &read, &d.stub, &tags, &markdown, &names, &findings)
	if absent(err) {
		return nil, nil, ErrNoArticle
	}
	if err != nil {
		return nil, nil, err
	}
	d.unread, d.markdown = !read, reader.Clean(markdown)
	if d.tags, err = knownTags(l, tagset.Split(tags)); err != nil {
		return nil, nil, err
	}
	var dig reader.Digest
	if reader.DecodeFindings(findings, len(d.markdown), &dig) == nil {
		d.quotes, d.entities = dig.Quotes, dig.Entities
	}
	d.fixes, err = corrections(l, id)
	return d, pack.ReadIDs(names), err
}

// knownTags returns the ids of tags. One that the archive does not know is damage and left out.
func knownTags(l *link, tags []reader.Text) ([]int64, error) {
	var ids []int64
	for _, t := range tags {
		id, err := l.number("SELECT id FROM tag WHERE key = ?", tagset.Key(t))
		if err != nil {
			return nil, err
		}
		if id != 0 {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// rowColumns are what scanRow reads, of article a and its outlet o.
const rowColumns = `a.id, a.title, a.byline, o.name, a.published, a.added, a.words, a.quotes, a.entities, a.highlights,
	a.read, a.starred, a.progress, a.tags, a.versions, a.language, a.stub,
	CASE a.story WHEN 0 THEN 0 ELSE (SELECT count(*) - 1 FROM article s WHERE s.story = a.story AND s.story <> 0 AND s.deleted = 0) END`

// rowSource is where rowColumns come from.
const rowSource = " FROM article a JOIN outlet o ON o.id = a.outlet "

// scanRow reads a row of rowColumns, and more columns after them. All text is
// cleaned: the file may come from anywhere.
func scanRow(scan func(...any) error, more ...any) (Row, error) {
	var r Row
	var t, b, o, g, lang string
	var published sql.NullInt64
	var added int64
	to := append([]any{&r.ID, &t, &b, &o, &published, &added, &r.Words, &r.Quotes, &r.Entities, &r.Highlights,
		&r.Read, &r.Starred, &r.Progress, &g, &r.Versions, &lang, &r.Stub, &r.Copies}, more...)
	if err := scan(to...); err != nil {
		return Row{}, err
	}
	r.Title, r.Byline, r.Outlet = reader.CleanLine(t), reader.CleanLine(b), reader.CleanLine(o)
	r.Language, r.Tags = string(reader.CleanLine(lang)), tagset.Split(g)
	if published.Valid {
		r.Published = time.Unix(published.Int64, 0).UTC()
	}
	r.Added = time.Unix(added, 0).UTC()
	return r, nil
}

// row returns the row of an article that is not deleted.
func row(l *link, id ID) (Row, error) {
	var r Row
	found := false
	err := l.all("SELECT "+rowColumns+rowSource+"WHERE a.id = ? AND a.deleted = 0", []any{id}, func(scan func(...any) error) (err error) {
		r, err = scanRow(scan)
		found = true
		return err
	})
	if err == nil && !found {
		err = ErrNoArticle
	}
	return r, err
}

// Article returns an article with its text and all findings. ErrNoArticle if it is not there or deleted.
func (a *Archive) Article(ctx context.Context, id ID) (*Article, error) {
	var art *Article
	err := a.read(ctx, "read an article", func(l *link) (err error) {
		art, err = article(l, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return art, nil
}

func article(l *link, id ID) (*Article, error) {
	art, err := articleText(l, id)
	if err != nil {
		return nil, err
	}
	for _, fill := range []func(*link, *Article) error{findings, quoted, personal, tried} {
		if err := fill(l, art); err != nil {
			return nil, err
		}
	}
	return art, nil
}

// articleText reads an article without its findings.
func articleText(l *link, id ID) (*Article, error) {
	r, err := row(l, id)
	if err != nil {
		return nil, err
	}
	art := &Article{Row: r, Marks: map[rune]reader.Anchor{}}
	var markdown, address, origin string
	var plain, hash []byte
	var format int
	err = l.one(`SELECT b.markdown, b.plain, a.address, a.format, a.hash, a.as_is, coalesce(o.origin, '')
		FROM article a JOIN body b ON b.id = a.id LEFT JOIN file o ON o.id = a.file WHERE a.id = ?`,
		[]any{id}, &markdown, &plain, &address, &format, &hash, &art.AsIs, &origin)
	if err != nil {
		return nil, err
	}
	d := &art.Digest
	d.Words = r.Words
	d.Article = reader.Article{Title: r.Title, Byline: r.Byline, Published: r.Published, Outlet: r.Outlet, Language: r.Language, Tags: r.Tags,
		Address: reader.CleanLine(address), Format: reader.Format(format), Stub: r.Stub, Markdown: reader.Clean(markdown)}
	art.Origin = reader.CleanLine(origin)
	copy(art.Hash[:], hash)
	if d.Plain, err = reader.DecodePlain(d.Article.Markdown, plain); err != nil {
		d.Plain = reader.Plain{} // damaged; the text itself is still there to read
	}
	return art, nil
}

// findings fills in what was found, and its names. Damaged findings are none.
func findings(l *link, art *Article) error {
	var digest, names []byte
	err := l.one("SELECT digest, names FROM finding WHERE id = ?", []any{art.Row.ID}, &digest, &names)
	if err != nil && !absent(err) {
		return err
	}
	if reader.DecodeFindings(digest, len(art.Digest.Article.Markdown), &art.Digest) != nil {
		return nil
	}
	ids := pack.ReadIDs(names)
	if art.Digest.Quotes, err = infer(l, art.Digest.Quotes, ids); err != nil {
		return err
	}
	return named(l, art, ids)
}

// named fills in Named.
func named(l *link, art *Article, names []int64) error {
	art.Named = make([]Named, len(art.Digest.Entities))
	for i := range min(len(names), len(art.Named)) {
		if names[i] == 0 {
			continue
		}
		n := &art.Named[i]
		err := l.one("SELECT e.id, e.articles FROM name n JOIN name e ON e.id = n.entity WHERE n.id = ?", []any{names[i]}, &n.Entity, &n.Articles)
		if err != nil && !absent(err) {
			return err
		}
	}
	return nil
}

// quoted applies the reader's corrections.
func quoted(l *link, art *Article) error {
	fixes, err := corrections(l, art.Row.ID)
	if err != nil {
		return err
	}
	if len(fixes) == 0 { // as nearly always, and a long article has ten thousand quotes
		return nil
	}
	quotes, kept := corrected(art.Digest.Quotes, fixes, art.Digest.Article.Markdown)
	art.Digest.Quotes = nil
	for i := range quotes {
		if kept[i] {
			art.Digest.Quotes = append(art.Digest.Quotes, quotes[i])
		}
	}
	return nil
}

// tried fills in when the text of a stub was last fetched in vain.
func tried(l *link, art *Article) error {
	if !art.Row.Stub {
		return nil
	}
	var when int64
	var reason string
	err := l.one("SELECT tried, reason FROM attempt WHERE article = ?", []any{art.Row.ID}, &when, &reason)
	if absent(err) {
		return nil
	}
	art.Tried, art.Reason = time.Unix(when, 0).UTC(), reader.CleanLine(reason)
	return err
}

// personal fills in what the reader left in the article.
func personal(l *link, art *Article) error {
	var err error
	if art.Highlights, err = highlights(l, art.Row.ID); err != nil {
		return err
	}
	for i := range art.Highlights {
		art.Highlights[i].tell(art.Digest.Article.Markdown, &art.Digest.Plain)
	}
	var anchor string
	err = l.one("SELECT anchor FROM position WHERE article = ?", []any{art.Row.ID}, &anchor)
	if err == nil {
		decodeAnchor(anchor, &art.Position)
	} else if !absent(err) {
		return err
	}
	return l.all("SELECT name, anchor FROM mark WHERE article = ?", []any{art.Row.ID}, func(scan func(...any) error) error {
		var name rune
		var anchor string
		if err := scan(&name, &anchor); err != nil {
			return err
		}
		var at reader.Anchor
		if decodeAnchor(anchor, &at) {
			art.Marks[name] = at
		}
		return nil
	})
}

func encodeAnchor(at reader.Anchor) string {
	b, _ := json.Marshal(at) // strings and numbers always can be
	return string(b)
}

// decodeAnchor reads what encodeAnchor wrote; it reports false for what makes no sense.
func decodeAnchor(s string, at *reader.Anchor) bool {
	return json.Unmarshal([]byte(s), at) == nil && at.Span.Start >= 0 && at.Span.End >= at.Span.Start
}

// Versions returns the older texts of an article, the newest first.
func (a *Archive) Versions(ctx context.Context, id ID) ([]Version, error) {
	var list []Version
	err := a.read(ctx, "read versions", func(l *link) error {
		list = nil
		return l.all("SELECT number, title, markdown, replaced FROM version WHERE article = ? ORDER BY number DESC", []any{id}, func(scan func(...any) error) error {
			var v Version
			var title, markdown string
			var replaced int64
			if err := scan(&v.Number, &title, &markdown, &replaced); err != nil {
				return err
			}
			v.Title, v.Markdown, v.Replaced = reader.CleanLine(title), reader.Clean(markdown), time.Unix(replaced, 0).UTC()
			list = append(list, v)
			return nil
		})
	})
	return list, err
}
