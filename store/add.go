package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store/address"
	"offprint/store/folded"
	"offprint/store/pack"
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

// Add puts articles into the archive. All items are added or none, in one
// transaction, but for files of more than four thousand articles or with More
// of them, which are added one by one and in pieces (addbulk.go). Of two texts of one article the
// newer is shown and the other kept as a version. The outcomes are parallel to
// items. It does not touch the full-text index: call Index when the import is
// over, or now and then.
func (a *Archive) Add(ctx context.Context, items []Item) ([]Outcome, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var outcomes []Outcome
	for len(items) > 0 {
		if items[0].bulky() {
			out, err := a.addBulk(ctx, &items[0])
			if err != nil {
				return nil, err
			}
			outcomes, items = append(outcomes, out), items[1:]
			continue
		}
		n := slices.IndexFunc(items, func(it Item) bool { return it.bulky() })
		if n < 0 {
			n = len(items)
		}
		more, err := a.addTogether(ctx, items[:n])
		if err != nil {
			return nil, err
		}
		outcomes, items = append(outcomes, more...), items[n:]
	}
	return outcomes, nil
}

// addTogether adds items in one transaction.
func (a *Archive) addTogether(ctx context.Context, items []Item) ([]Outcome, error) {
	var outcomes []Outcome
	err := a.write(ctx, "add", func(l *link) error {
		outcomes = make([]Outcome, len(items))
		in := newIntake(a, l)
		if err := in.readdress(); err != nil {
			return err
		}
		for i := range items {
			var err error
			if outcomes[i], err = in.item(&items[i]); err != nil {
				return err
			}
		}
		return in.close()
	})
	return outcomes, err
}

// intake is one transaction of Add.
type intake struct {
	l   *link
	g   *ledger
	now time.Time
	// modified is the date of the file that is added, within its number.
	modified time.Time
	within   int64
	version  int // of the makers
	outlets  map[string]int64
	tags     map[string]int64
	// highlight is the highest number of a highlight; 0 until one is made.
	highlight int64
	packer    pack.Files // of originals
	again     bool       // the file was added before
	anew      bool       // it is read although it has not changed
	asSaved   []ID       // see Outcome
	kept      keptDocument
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
	if same && !it.Again && len(parts) == len(it.Digests) {
		return Outcome{Status: StatusUnchanged, IDs: parts}, nil
	}
	out := Outcome{IDs: make([]ID, len(it.Digests))}
	if len(parts) != len(it.Digests) {
		parts = nil // what stood at a place in the file tells nothing
	}
	in.asSaved = nil
	if out.Status, err = in.parts(it, file, parts, out.IDs, 0); err != nil {
		return Outcome{}, err
	}
	out.AsSaved = in.asSaved
	if err := in.l.do("DELETE FROM part WHERE file = ? AND number >= ?", file, len(it.Digests)); err != nil || !in.again || it.Original == nil {
		return out, err
	}
	return out, in.keptWhole(file)
}

// parts adds the digests of an item, which are those of its file from one on,
// and notes their ids. before are the articles that were in the file when it
// was last read, if the places of the file are the same ones.
func (in *intake) parts(it *Item, file int64, before, ids []ID, from int) (status Status, err error) {
	in.modified, in.within, in.anew = it.Modified, file, it.Again
	if from == 0 && len(it.Digests) == 1 && it.More == nil {
		in.within = alone
	}
	for k := range it.Digests {
		i := from + k
		was, fills := ID(0), ID(0)
		if before != nil {
			was = before[i]
		}
		if i == 0 {
			fills = it.Fills
		}
		id, one, err := in.digest(&it.Digests[k], was, fills, file)
		if err != nil {
			return 0, err
		}
		ids[k], status = id, moreTelling(status, one)
		if err := in.l.do("INSERT OR REPLACE INTO part (file, number, article) VALUES (?, ?, ?)", file, i, id); err != nil {
			return 0, err
		}
		if it.Digests[k].Article.From == nil {
			continue
		}
		if err := in.madeFrom(id, &it.Digests[k], file); err != nil {
			return 0, err
		}
	}
	return status, nil
}

// digest adds one article of a file. before is what stood at its place in the
// file when it was last read, fills the stub that it is the text of; 0 is none.
func (in *intake) digest(d *reader.Digest, before, fills ID, file int64) (ID, Status, error) {
	hash := sha256.Sum256([]byte(d.Article.Markdown))
	id, err := in.locate(d, hash)
	if err == nil && id == 0 && before != 0 {
		id, err = in.inherit(&d.Article, before)
	}
	if err == nil && id == 0 && fills == 0 {
		id, err = in.byTitle(d)
	}
	if err == nil && fills != 0 && fills != id {
		id, err = in.fill(fills, id)
	}
	if err != nil {
		return 0, 0, err
	}
	if id != 0 {
		status, err := in.update(id, d, hash, file)
		return id, status, err
	}
	id, err = in.insert(d, hash, file)
	if d.Article.Stub {
		return id, StatusStub, err
	}
	return id, StatusAdded, err
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
	in.again = err == nil
	var original any // no value if it is not kept
	if it.Original != nil {
		original = in.packer.Pack(it.Original)
	}
	if absent(err) {
		id, err = in.l.insert("INSERT INTO file (origin, size, modified, hash, original, charset) VALUES (?, ?, ?, ?, ?, ?)",
			it.Origin, it.Size, it.Modified.UnixNano(), it.FileHash[:], original, it.Charset)
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
	return id, parts, same, in.l.do("UPDATE file SET size = ?, modified = ?, hash = ?, original = coalesce(?, original), charset = ? WHERE id = ?",
		it.Size, it.Modified.UnixNano(), it.FileHash[:], original, it.Charset, id)
}

// minSameText is how long a text must be, in bytes, for two articles without
// a common address to be one because their texts are equal.
const minSameText = 200

// identities returns the numbers by which an article is recognised: of its
// address and of its text. A description is not: many pages may share it. file
// is that which the article is in; 0 if it is not known.
func identities(article *reader.Article, hash [32]byte, file int64) (byAddress, byText int64) {
	if key := identityKey(article); key != "" {
		h := sha256.Sum256([]byte(key))
		byAddress = int64(binary.LittleEndian.Uint64(h[:]) >> 1)
	}
	switch {
	case article.Stub:
	case len(article.Markdown) >= minSameText:
		byText = int64(binary.LittleEndian.Uint64(hash[:]) >> 1)
	case len(article.Markdown) > 0 && article.Address == "":
		byText = shortKey(article, hash, file)
	}
	return byAddress, byText
}

// alone stands for the file of an article that is all that its file holds: the
// same words under the same title in another file, be it moved, are the same.
const alone = -1

// shortKey is by what a text that others may have, too, is known again where
// there is no address: a short message or note that comes with the next export
// once more. Its title and date must be the same, without a date its file, if
// that holds others.
func shortKey(article *reader.Article, hash [32]byte, file int64) int64 {
	published, saved := article.Published, article.Kept.Saved
	switch {
	case !published.IsZero() || !saved.IsZero():
		file = 0
	case file == 0:
		return 0
	}
	h := sha256.Sum256(fmt.Appendf(nil, "short %x %d %d %d %s", hash, published.Unix(), saved.Unix(), file, article.Title))
	return int64(binary.LittleEndian.Uint64(h[:]) >> 1)
}

// identityKey is address.Key, which every stub has: without it each export of
// the same service would add the stub again. Nobody saved a site's front page
// with a service by mistake, so it counts for stubs.
func identityKey(article *reader.Article) string {
	key := address.Key(article.Address)
	switch {
	case key != "" || !article.Stub:
		return key
	case article.Address != "":
		return "stub " + strings.TrimRight(string(article.Address), "/")
	case article.Title != "":
		return "stub titled " + folded.Key(string(article.Title)) + " by " + folded.Key(string(article.Byline))
	}
	return ""
}

// locate returns the article that has or had the same address, or has the
// same text, 0 if there is none. A text that it had before is not enough: the
// file of that text may hold another article now. The numbers are long enough
// to be believed.
func (in *intake) locate(d *reader.Digest, hash [32]byte) (ID, error) {
	byAddress, byText := identities(&d.Article, hash, in.within)
	if byAddress != 0 {
		if id, err := in.atAddress(byAddress, d, hash); err != nil || id != 0 {
			return id, err
		}
	}
	if byText == 0 {
		return 0, nil
	}
	id, err := in.l.number(`SELECT a.id FROM identity i CROSS JOIN article a ON a.id = i.article
		WHERE i.key = ? AND a.hash = ? ORDER BY a.deleted <> 0, a.id LIMIT 1`, byText, hash[:])
	return ID(id), err
}

// inherit returns the article that stood at this place of the file before, if
// the new one can be its next version: not if both have addresses, which then
// differ, and not if one is a stub: lists change their order.
func (in *intake) inherit(article *reader.Article, before ID) (ID, error) {
	var address string
	var stub bool
	err := in.l.one("SELECT address, stub FROM article WHERE id = ?", []any{before}, &address, &stub)
	if absent(err) || err == nil && (address != "" && article.Address != "" || stub || article.Stub) {
		return 0, nil
	}
	return before, err
}

// identify makes an article recognisable. Keys are never taken back, so that
// an older text or address still leads to it.
func (in *intake) identify(id ID, article *reader.Article, hash [32]byte) error {
	byAddress, byText := identities(article, hash, in.within)
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
