package store

import (
	"bytes"
	"context"
	"crypto/sha256"

	"offprint/reader"
	"offprint/store/pack"
)

// Document returns the document that an article was made from, if its file is
// too large to be kept as a whole; nil if that is not so. Its strings are not clean.
func (a *Archive) Document(ctx context.Context, id ID) (*reader.Document, error) {
	var d *reader.Document
	err := a.read(ctx, "read an original", func(l *link) error {
		var got reader.Document
		var packed []byte
		err := l.one(`SELECT d.name, d.charset, d.original FROM article a JOIN made m ON m.article = a.id AND m.file = a.file
			JOIN document d ON d.id = m.document WHERE a.id = ? AND a.deleted = 0`, []any{id}, &got.Name, &got.Charset, &packed)
		if absent(err) {
			return nil
		}
		if err == nil {
			got.Data, err = pack.Unpack(packed)
		}
		d = &got
		return err
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

// keptDocument is the document of a large file that was kept last, with its number.
type keptDocument struct {
	from *reader.Document
	id   int64
}

// madeFrom notes what an article is made from, if it is this text of it that
// the archive shows.
func (in *intake) madeFrom(id ID, d *reader.Digest, file int64) error {
	from, hash := d.Article.From, sha256.Sum256([]byte(d.Article.Markdown))
	shown, err := in.l.number("SELECT count(*) FROM article WHERE id = ? AND file = ? AND hash = ?", id, file, hash[:])
	if err != nil || shown == 0 {
		return err
	}
	var old int64
	var was []byte
	err = in.l.one("SELECT d.id, d.original FROM made m JOIN document d ON d.id = m.document WHERE m.article = ?", []any{id}, &old, &was)
	if err != nil && !absent(err) {
		return err
	}
	if from != in.kept.from {
		packed := in.packer.Pack(from.Data)
		if in.kept.id = old; !bytes.Equal(packed, was) { // else the file is read once more
			in.kept.id, err = in.l.insert("INSERT INTO document (name, charset, original) VALUES (?, ?, ?)", from.Name, from.Charset, packed)
			if err != nil {
				return err
			}
		}
		in.kept.from = from
	}
	err = in.l.do("INSERT OR REPLACE INTO made (article, file, document) VALUES (?, ?, ?)", id, file, in.kept.id)
	if err != nil || old == 0 || old == in.kept.id {
		return err
	}
	return in.l.do("DELETE FROM document WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM made WHERE document = ?1)", old)
}

// keptWhole has the articles that are in a file be made from that: it was too
// large once and is kept now.
func (in *intake) keptWhole(file int64) error {
	return in.l.do("DELETE FROM made WHERE file = ?1 AND article IN (SELECT article FROM part WHERE file = ?1)", file)
}

// dropDocuments forgets the documents that no article is made from any more.
func dropDocuments(l *link) error {
	return l.do("DELETE FROM document WHERE NOT EXISTS (SELECT 1 FROM made WHERE made.document = document.id)")
}
