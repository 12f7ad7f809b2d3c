package store

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"strings"

	"offprint/reader"
)

// Salvage copies all that can still be read of a damaged archive into a new
// one, in a file that must not exist: articles with their texts, older texts,
// original files, findings, tags, flags, highlights, corrections and
// positions. Decisions about names and the journal stay behind. It returns how many articles were saved and how
// many could not be read. The archive itself is not touched.
func (a *Archive) Salvage(ctx context.Context, path string) (saved, lost int, err error) {
	if _, err := os.Lstat(path); err == nil {
		return 0, 0, &Error{"salvage to", path, fs.ErrExist}
	}
	to, err := Open(ctx, path, Options{Analysis: a.analysis, Now: a.now})
	if err != nil {
		return 0, 0, err
	}
	defer to.Close()
	st, err := a.readers.take(ctx)
	if err != nil {
		return 0, 0, a.fault("salvage", err)
	}
	defer a.readers.give(st)
	s := &salvor{from: &link{ctx, st}, to: to, documents: map[int64]int64{}}
	for last := ID(0); ; {
		var batch []*remains
		var missed int
		batch, missed, last = readable(s.from, last)
		if err := ctx.Err(); err != nil {
			return saved, lost, err
		}
		lost += missed
		if len(batch) > 0 {
			if err := s.takeIn(ctx, batch); err != nil {
				return saved, lost, err
			}
			saved += len(batch)
		}
		if last < 0 {
			return saved, lost, to.Index(ctx)
		}
	}
}

// salvor takes what can be read of one archive into another.
type salvor struct {
	from      *link // not in one transaction, which damage could end
	to        *Archive
	documents map[int64]int64 // those that are there, by their numbers before
}

// original returns a file as it is kept, and the encoding that its host told; nil if it cannot be read.
func (s *salvor) original(origin reader.Text) (data any, charset string) {
	var packed []byte
	if s.from.one("SELECT original, charset FROM file WHERE origin = ?", []any{string(origin)}, &packed, &charset) == nil && packed != nil {
		data = packed
	}
	return data, charset
}

// What Salvage reads at once, and how many numbers it tries beyond damage.
const (
	salvageChunk = 100
	salvageGap   = 100000
)

// readable reads the next articles after last. next is where to go on; -1 if that was all.
func readable(l *link, last ID) (batch []*remains, lost int, next ID) {
	blind := 0 // numbers tried since the list of articles itself could not be read
	for len(batch) < salvageChunk && l.ctx.Err() == nil {
		id, err := l.number("SELECT id FROM article WHERE id > ? AND deleted = 0 ORDER BY id LIMIT 1", last)
		switch {
		case err == nil && id == 0:
			return batch, lost, -1
		case err == nil:
			last, blind = ID(id), 0
		default: // damage in this place: try the numbers one by one
			last++
			if blind++; blind > salvageGap {
				return batch, lost, -1
			}
		}
		art, err := articleText(l, last)
		switch {
		case err == nil:
			batch = append(batch, remainsOf(l, art))
		case err != ErrNoArticle || blind == 0:
			lost++
		}
	}
	return batch, lost, last
}

// belongings are the rows that belong to an article and need no look: how
// they are read by its number, and written with its new number first.
var belongings = []struct{ read, write string }{
	{"SELECT fact FROM kept WHERE article = ?", "INSERT OR IGNORE INTO kept (article, fact) VALUES (?, ?)"},
	{"SELECT as_is FROM article WHERE id = ?", "UPDATE article SET as_is = ?2 WHERE id = ?1"},
	{"SELECT tried, reason FROM attempt WHERE article = ?", "INSERT INTO attempt (article, tried, reason) VALUES (?, ?, ?)"},
	{"SELECT number, title, markdown, hash, replaced FROM version WHERE article = ?",
		"INSERT INTO version (article, number, title, markdown, hash, replaced) VALUES (?, ?, ?, ?, ?, ?)"},
	{"SELECT anchor, none, speaker, kind FROM correction WHERE article = ? ORDER BY id",
		"INSERT INTO correction (article, anchor, none, speaker, kind) VALUES (?, ?, ?, ?, ?)"},
}

// remains is what can be read of an article.
type remains struct {
	*Article
	rows [][][]any // of its belongings
	from document  // nothing if its file is kept
}

// document is what an article is made from, packed.
type document struct {
	id            int64
	name, charset string
	original      []byte
}

// remainsOf reads what belongs to a text; what is damaged of it is left out: the text counts.
func remainsOf(l *link, art *Article) *remains {
	for _, fill := range []func(*link, *Article) error{findings, quoted, personal} {
		_ = fill(l, art)
	}
	r := &remains{Article: art, rows: make([][][]any, len(belongings))}
	for i, b := range belongings {
		width := strings.Count(b.write, "?") - 1
		_ = l.all(b.read, []any{art.Row.ID}, func(scan func(...any) error) error {
			row, to := make([]any, width), make([]any, width)
			for k := range row {
				to[k] = &row[k]
			}
			err := scan(to...)
			if err == nil {
				r.rows[i] = append(r.rows[i], row)
			}
			return err
		})
	}
	d := &r.from
	if l.one("SELECT d.id, d.name, d.charset, d.original FROM article a JOIN made m ON m.article = a.id AND m.file = a.file JOIN document d ON d.id = m.document WHERE a.id = ?", []any{art.Row.ID},
		&d.id, &d.name, &d.charset, &d.original) != nil {
		r.from = document{}
	}
	return r
}

// takeIn adds articles that were read.
func (s *salvor) takeIn(ctx context.Context, batch []*remains) error {
	var documents map[int64]int64
	err := s.to.write(ctx, "salvage", func(l *link) error {
		documents = maps.Clone(s.documents) // what is tried again begins anew
		in := newIntake(s.to, l)
		for _, art := range batch {
			file, err := s.file(l, art.Article)
			if err != nil {
				return err
			}
			in.now = art.Row.Added
			id, err := in.insert(&art.Digest, art.Hash, file)
			if err != nil {
				return err
			}
			if err := in.restore(id, art); err != nil {
				return err
			}
			if err := restoreDocument(l, id, file, &art.from, documents); err != nil {
				return err
			}
		}
		return in.close()
	})
	if err == nil {
		s.documents = documents
	}
	return err
}

// file names the file that an article came from, as one that changed since: it is read again when it is met.
func (s *salvor) file(l *link, art *Article) (int64, error) {
	file, err := l.number("SELECT id FROM file WHERE origin = ?", string(art.Origin))
	if err != nil || file != 0 {
		return file, err
	}
	data, charset := s.original(art.Origin)
	return l.insert("INSERT INTO file (origin, size, modified, hash, original, charset) VALUES (?, -1, 0, x'', ?, ?)", string(art.Origin), data, charset)
}

// restoreDocument gives an article what it is made from; documents are those
// that are there, by their numbers before.
func restoreDocument(l *link, id ID, file int64, d *document, documents map[int64]int64) (err error) {
	if d.id == 0 {
		return nil
	}
	now, ok := documents[d.id]
	if !ok {
		if now, err = l.insert("INSERT INTO document (name, charset, original) VALUES (?, ?, ?)", d.name, d.charset, d.original); err != nil {
			return err
		}
		documents[d.id] = now
	}
	return l.do("INSERT INTO made (article, file, document) VALUES (?, ?, ?)", id, file, now)
}

// restore gives an article what its reader did with it.
func (in *intake) restore(id ID, art *remains) error {
	r := &art.Row
	err := in.l.do("UPDATE article SET starred = ?, progress = ? WHERE id = ?", r.Starred, r.Progress, id)
	if err != nil {
		return err
	}
	if r.Read {
		c := &change{l: in.l, g: in.g}
		if err := c.applyRead(int64(id), asJSON(true)); err != nil {
			return err
		}
	}
	for i, b := range belongings {
		for _, row := range art.rows[i] {
			if err := in.l.do(b.write, append([]any{id}, row...)...); err != nil {
				return err
			}
		}
	}
	if err := in.l.do("UPDATE article SET versions = (SELECT count(*) FROM version WHERE article = ?1) WHERE id = ?1", id); err != nil {
		return err
	}
	if err := in.restorePlaces(id, art.Article); err != nil {
		return err
	}
	return countHighlights(in.l, id)
}

// restorePlaces gives an article its highlights, marks and position.
func (in *intake) restorePlaces(id ID, art *Article) error {
	for _, h := range art.Highlights {
		err := in.l.do("INSERT INTO highlight (article, anchor, note, created, lost) VALUES (?, ?, ?, ?, ?)",
			id, encodeAnchor(h.Anchor), string(h.Note), h.Created.Unix(), h.Lost)
		if err != nil {
			return err
		}
	}
	if art.Position != (reader.Anchor{}) {
		if err := in.l.do("INSERT INTO position (article, anchor) VALUES (?, ?)", id, encodeAnchor(art.Position)); err != nil {
			return err
		}
	}
	for name, at := range art.Marks {
		if err := in.l.do("INSERT INTO mark (article, name, anchor) VALUES (?, ?, ?)", id, name, encodeAnchor(at)); err != nil {
			return err
		}
	}
	return nil
}
