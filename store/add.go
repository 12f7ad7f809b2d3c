package store

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"time"

	"offprint/reader"
)

// Known reports whether a file of this size and date was added before and
// has not changed since, so that it need not be read.
func (a *Archive) Known(ctx context.Context, origin string, size int64, modified time.Time) (bool, error) {
	known := false
	err := a.read(ctx, "look up a file", func(l *link) error {
		var s, m int64
		err := l.one("SELECT size, modified FROM file WHERE origin = ?", []any{origin}, &s, &m)
		known = err == nil && s == size && m == modified.UnixNano()
		if absent(err) {
			return nil
		}
		return err
	})
	return known, err
}

// Add puts articles into the archive, all or none: one transaction. The
// outcomes are parallel to items. It does not touch the full-text index:
// call Index when the import is over, or now and then.
func (a *Archive) Add(ctx context.Context, items []Item) ([]Outcome, error) {
	var outcomes []Outcome
	err := a.write(ctx, "add", func(l *link) error {
		outcomes = make([]Outcome, len(items))
		in := newIntake(a, l)
		for i := range items {
			var err error
			if outcomes[i], err = in.item(&items[i]); err != nil {
				return err
			}
		}
		return in.g.close()
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// intake is one transaction of Add.
type intake struct {
	l       *link
	g       *ledger
	now     time.Time
	version int // of the makers
	outlets map[string]int64
	tags    map[string]int64
}

func newIntake(a *Archive, l *link) *intake {
	return &intake{l: l, g: newLedger(l), now: a.now(), version: a.analysis, outlets: map[string]int64{}, tags: map[string]int64{}}
}

// item adds one file.
func (in *intake) item(it *Item) (Outcome, error) {
	file, parts, same, err := in.file(it)
	if err != nil {
		return Outcome{}, err
	}
	if same && len(parts) == len(it.Digests) {
		return Outcome{Status: StatusUnchanged, IDs: parts}, nil
	}
	out := Outcome{IDs: make([]ID, len(it.Digests))}
	for i := range it.Digests {
		d := &it.Digests[i]
		hash := sha256.Sum256([]byte(d.Article.Markdown))
		id, err := in.locate(&d.Article, hash)
		if err == nil && id == 0 && len(parts) == len(it.Digests) {
			id, err = in.inherit(&d.Article, parts[i])
		}
		if err != nil {
			return Outcome{}, err
		}
		status := StatusAdded
		if id == 0 {
			if d.Article.Stub {
				status = StatusStub
			}
			id, err = in.insert(d, hash, file)
		} else {
			status, err = in.update(id, d, hash, file)
		}
		if err != nil {
			return Outcome{}, err
		}
		out.IDs[i] = id
		out.Status = moreTelling(out.Status, status)
		if err := in.l.do("INSERT OR REPLACE INTO part (file, number, article) VALUES (?, ?, ?)", file, i, id); err != nil {
			return Outcome{}, err
		}
	}
	return out, in.l.do("DELETE FROM part WHERE file = ? AND number >= ?", file, len(it.Digests))
}

// telling orders what to say of a file with several articles: added before
// stub before updated before unchanged.
var telling = [...]int{StatusUnchanged: 0, StatusUpdated: 1, StatusStub: 2, StatusAdded: 3}

func moreTelling(a, b Status) Status {
	if telling[a] >= telling[b] {
		return a
	}
	return b
}

// file writes the row of a file and returns its id, the articles that were in
// it before, and whether its content is the same as then.
func (in *intake) file(it *Item) (id int64, parts []ID, same bool, err error) {
	var old []byte
	err = in.l.one("SELECT id, hash FROM file WHERE origin = ?", []any{it.Origin}, &id, &old)
	original := compress(it.Original)
	if absent(err) {
		id, err = in.l.insert("INSERT INTO file (origin, size, modified, hash, original) VALUES (?, ?, ?, ?, ?)",
			it.Origin, it.Size, it.Modified.UnixNano(), it.FileHash[:], original)
		return id, nil, false, err
	}
	if err != nil {
		return 0, nil, false, err
	}
	numbers, err := in.l.numbers("SELECT article FROM part WHERE file = ? ORDER BY number", id)
	if err != nil {
		return 0, nil, false, err
	}
	for _, n := range numbers {
		parts = append(parts, ID(n))
	}
	same = bytes.Equal(old, it.FileHash[:]) && it.FileHash != [32]byte{}
	return id, parts, same, in.l.do("UPDATE file SET size = ?, modified = ?, hash = ?, original = coalesce(?, original) WHERE id = ?",
		it.Size, it.Modified.UnixNano(), it.FileHash[:], original, id)
}

// compress packs a file that is kept; nil stays nil.
func compress(b []byte) any {
	if b == nil {
		return nil
	}
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.DefaultCompression) // fails only for levels that do not exist
	w.Write(b)                                              // a buffer takes all
	w.Close()
	return out.Bytes()
}

// maxOriginal bounds what unpacking a kept file may give, in bytes.
const maxOriginal = 256 << 20

func decompress(b []byte) ([]byte, error) {
	return io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b)), maxOriginal))
}

// minSameText is how long a text must be, in bytes, for two articles without
// a common address to be one because their texts are equal.
const minSameText = 200

// identities returns the numbers by which an article is recognised: of its address and of its text.
func identities(article *reader.Article, hash [32]byte) (byAddress, byText int64) {
	if key := addressKey(article.Address); key != "" {
		h := sha256.Sum256([]byte(key))
		byAddress = int64(binary.LittleEndian.Uint64(h[:]) >> 1)
	}
	if len(article.Markdown) >= minSameText {
		byText = int64(binary.LittleEndian.Uint64(hash[:]) >> 1)
	}
	return byAddress, byText
}

// locate returns the article that has the same address or text, 0 if there is none.
func (in *intake) locate(article *reader.Article, hash [32]byte) (ID, error) {
	byAddress, byText := identities(article, hash)
	for _, key := range []int64{byAddress, byText} {
		if key == 0 {
			continue
		}
		ids, err := in.l.numbers("SELECT article FROM identity WHERE key = ?", key)
		if err != nil {
			return 0, err
		}
		for _, id := range ids {
			var address string
			var old []byte
			if err := in.l.one("SELECT address, hash FROM article WHERE id = ?", []any{id}, &address, &old); err != nil {
				return 0, err
			}
			if key == byAddress && addressKey(reader.CleanLine(address)) == addressKey(article.Address) || bytes.Equal(old, hash[:]) {
				return ID(id), nil
			}
		}
	}
	return 0, nil
}

// inherit returns the article that stood at this place of the file before, if
// the new one can be its next version: not if both have addresses, which then differ.
func (in *intake) inherit(article *reader.Article, before ID) (ID, error) {
	var address string
	err := in.l.one("SELECT address FROM article WHERE id = ?", []any{before}, &address)
	if absent(err) || err == nil && address != "" && article.Address != "" {
		return 0, nil
	}
	return before, err
}

// identify makes an article recognisable. Keys are never taken back, so that
// an older text or address still leads to it.
func (in *intake) identify(id ID, article *reader.Article, hash [32]byte) error {
	byAddress, byText := identities(article, hash)
	for _, key := range []int64{byAddress, byText} {
		if key == 0 {
			continue
		}
		if err := in.l.do("INSERT OR IGNORE INTO identity (key, article) VALUES (?, ?)", key, id); err != nil {
			return err
		}
	}
	return nil
}
