package store

import (
	"context"

	"offprint/reader"
)

// A list of what somebody kept for ten years is one file with tens of
// thousands of articles, a web archive one whose texts are not held in memory
// all at once. Such a file is added piece by piece, so that whoever stars an
// article meanwhile need not wait. Cut short, the file counts as not read: the
// next time goes over all of it, and finds what is there.

// bulkSize is how many articles of one file are added in a transaction.
const bulkSize = 4000

// bulky reports whether an item is added in pieces.
func (it *Item) bulky() bool { return it.More != nil || len(it.Digests) > bulkSize }

// addBulk adds a file of many articles.
func (a *Archive) addBulk(ctx context.Context, it *Item) (Outcome, error) {
	file, parts, same, err := a.beginBulk(ctx, it)
	if err != nil || same {
		return Outcome{Status: StatusUnchanged, IDs: parts}, err
	}
	if it.More != nil || len(parts) != len(it.Digests) {
		parts = nil // what stood at a place in the file tells nothing
	}
	whole := it.Original != nil
	it.Original = nil // it was written, and may be large
	var out Outcome
	var kept keptDocument
	for {
		if err := a.pause(ctx); err != nil {
			return Outcome{}, err
		}
		piece, err := it.piece()
		if err != nil {
			return Outcome{}, err
		}
		if len(piece) == 0 {
			return out, a.write(ctx, "add", func(l *link) error { return newIntake(a, l).read(it, file, len(out.IDs), whole) })
		}
		one := *it
		one.Digests = piece
		added, err := a.addPiece(ctx, &one, file, parts, len(out.IDs), &kept)
		if err != nil {
			return Outcome{}, err
		}
		out.IDs, out.Status = append(out.IDs, added.IDs...), moreTelling(out.Status, added.Status)
		out.AsSaved = append(out.AsSaved, added.AsSaved...)
	}
}

// beginBulk notes the file of an item as one that is not read yet, and returns
// the articles that were at its places. Same is set if it was read before.
func (a *Archive) beginBulk(ctx context.Context, it *Item) (file int64, parts []ID, same bool, err error) {
	err = a.write(ctx, "add", func(l *link) (err error) {
		in := newIntake(a, l)
		if err := in.readdress(); err != nil {
			return err
		}
		file, parts, same, err = in.file(it)
		if same = same && !it.Again && (it.More != nil || len(parts) == len(it.Digests)); err != nil || same {
			return err
		}
		return l.do("UPDATE file SET size = -1, hash = x'' WHERE id = ?", file)
	})
	return file, parts, same, err
}

// piece takes the next digests off an item, as many as go into a transaction; none at the end.
func (it *Item) piece() ([]reader.Digest, error) {
	if len(it.Digests) == 0 && it.More != nil {
		more, err := it.More()
		if err != nil {
			return nil, err
		}
		it.Digests = more
	}
	n := min(bulkSize, len(it.Digests))
	piece := it.Digests[:n]
	if it.Digests = it.Digests[n:]; len(it.Digests) == 0 {
		it.Digests = nil // so that nothing holds the piece when it is stored
	}
	return piece, nil
}

// addPiece adds some articles of a file in one transaction, those from one on;
// see intake.parts. The document that was kept last goes from piece to piece.
func (a *Archive) addPiece(ctx context.Context, piece *Item, file int64, before []ID, from int, kept *keptDocument) (out Outcome, err error) {
	out.IDs = make([]ID, len(piece.Digests))
	last := *kept
	err = a.write(ctx, "add", func(l *link) (err error) {
		in := newIntake(a, l)
		in.kept = last
		if out.Status, err = in.parts(piece, file, before, out.IDs, from); err != nil {
			return err
		}
		out.AsSaved, *kept = in.asSaved, in.kept
		return in.close()
	})
	return out, err
}

// read notes that all of a file was added, with so many articles. whole is set
// if it is kept as a whole.
func (in *intake) read(it *Item, file int64, articles int, whole bool) error {
	if err := in.l.do("UPDATE file SET size = ?, hash = ? WHERE id = ?", it.Size, it.FileHash[:], file); err != nil {
		return err
	}
	if err := in.l.do("DELETE FROM part WHERE file = ? AND number >= ?", file, articles); err != nil || !whole {
		return err
	}
	return in.keptWhole(file)
}
