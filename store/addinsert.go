package store

import (
	"time"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/pack"
	"offprint/store/tagset"
)

// The moments that are kept: years 1 to 9999. Dates beyond are not dates of articles.
var (
	firstMoment = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	lastMoment  = time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC).Unix()
)

// sortedBy returns the moment by which an article is listed: its publication, else when it was added.
func sortedBy(published, added time.Time) int64 {
	if published.IsZero() {
		published = added
	}
	return min(max(published.Unix(), firstMoment), lastMoment)
}

func nullTime(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.Unix()
}

// added returns when an article counts as added: when it was saved elsewhere, if that is known and past.
func (in *intake) added(art *reader.Article) time.Time {
	if saved := art.Kept.Saved; !saved.IsZero() && saved.Before(in.now) && saved.Unix() > firstMoment {
		return saved
	}
	return in.now
}

// insert adds an article that is new.
func (in *intake) insert(d *reader.Digest, hash [32]byte, file int64) (ID, error) {
	art := &d.Article
	outlet, err := in.outlet(art.Outlet)
	if err != nil {
		return 0, err
	}
	tags, err := in.tagIDs(art.Tags)
	if err != nil {
		return 0, err
	}
	added := in.added(art)
	sorted := sortedBy(art.Published, added)
	row, err := in.l.insert(`INSERT INTO article (id, sorted, published, added, outlet, words, quotes, entities,
		title, byline, language, tags, format, address, file, hash, analysed, stub, read, starred)
		VALUES (1 + max(coalesce((SELECT max(id) FROM article), 0), coalesce((SELECT value FROM fact WHERE key = 'article'), 0)),
			?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		sorted, nullTime(art.Published), added.Unix(), outlet, d.Words, len(d.Quotes), len(d.Entities),
		string(art.Title), string(art.Byline), art.Language, tagset.Join(art.Tags), int(art.Format), string(art.Address), file, hash[:], in.version,
		art.Stub, art.Kept.Read, art.Kept.Starred)
	if err != nil {
		return 0, err
	}
	id := ID(row)
	err = in.l.do("INSERT INTO body (id, markdown, plain) VALUES (?, ?, ?)", id, string(art.Markdown), d.Plain.Encode(art.Markdown))
	if err != nil {
		return 0, err
	}
	if err := in.identify(id, art, hash); err != nil {
		return 0, err
	}
	at := &derived{id: id, sorted: sorted, dated: !art.Published.IsZero(), outlet: outlet, unread: !art.Kept.Read, stub: art.Stub,
		tags: tags, markdown: art.Markdown, quotes: d.Quotes, entities: d.Entities}
	if err := in.derive(at, d, nil); err != nil {
		return 0, err
	}
	return id, in.keepNew(id, d)
}

// derive puts an article into all that is derived, and in line for the index.
func (in *intake) derive(at *derived, d *reader.Digest, former map[int64][]int64) error {
	at.found = true
	names, err := in.g.put(at, former)
	if err != nil {
		return err
	}
	err = in.l.do("INSERT OR REPLACE INTO finding (id, names, digest) VALUES (?, ?, ?)", at.id, pack.IDs(names), reader.EncodeFindings(d))
	if err != nil {
		return err
	}
	return enqueue(in.l, at.id)
}

// enqueue puts an article in line for the index.
func enqueue(l *link, id ID) error {
	return l.do("INSERT OR REPLACE INTO todo (article) VALUES (?)", id)
}

// outlet returns the id of an outlet, which is made if it is new.
func (in *intake) outlet(name reader.Text) (int64, error) {
	if id, ok := in.outlets[string(name)]; ok {
		return id, nil
	}
	id, err := in.l.number("SELECT id FROM outlet WHERE name = ?", string(name))
	if err == nil && id == 0 {
		id, err = in.l.insert("INSERT INTO outlet (name, key) VALUES (?, ?)", string(name), folded.Key(string(name)))
	}
	if err == nil {
		in.outlets[string(name)] = id
	}
	return id, err
}

// tagIDs returns the ids of tags, which are made if they are new. Tags
// without a word in them are left out, as in tagset.Join.
func (in *intake) tagIDs(tags []reader.Text) ([]int64, error) {
	var ids []int64
	for _, t := range tagset.Unique(tags) {
		id, err := tagID(in.l, in.tags, t)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// tagID returns the id of a tag, which is made if it is new; known may be nil.
func tagID(l *link, known map[string]int64, tag reader.Text) (int64, error) {
	key := tagset.Key(tag)
	if id, ok := known[key]; ok {
		return id, nil
	}
	id, err := l.number("SELECT id FROM tag WHERE key = ?", key)
	if err == nil && id == 0 {
		id, err = l.insert("INSERT INTO tag (name, key) VALUES (?, ?)", string(tag), key)
	}
	if err == nil && known != nil {
		known[key] = id
	}
	return id, err
}
