package store

import (
	"context"
	"errors"

	"offprint/reader"
)

// A list of what somebody kept for ten years is one file with tens of
// thousands of articles, a web archive one whose texts are not held in memory
// all at once. Such a file is added piece by piece, so that whoever stars an
// article meanwhile need not wait. Cut short, the file counts as not read: the
// next time goes over all of it, and finds what is there.

// bulkSize is how many articles of one file are added in a transaction.
const bulkSize = 4000

// errCount is that a file holds not as many articles as was said.
var errCount = errors.New("it holds not as many articles as it said")

// bulky reports whether an item is added in pieces.
func (it *Item) bulky() bool { return it.More != nil || len(it.Digests) > bulkSize }

// all is how many articles an item has.
func (it *Item) all() int {
	if it.More != nil {
		return it.Count
	}
	return len(it.Digests)
}

// addBulk adds a file of many articles.
func (a *Archive) addBulk(ctx context.Context, it *Item) (Outcome, error) {
	out := Outcome{IDs: make([]ID, it.all())}
	var file int64
	var parts []ID
	var same bool
	err := a.write(ctx, "add", func(l *link) (err error) {
		in := newIntake(a, l)
		if err := in.readdress(); err != nil {
			return err
		}
		file, parts, same, err = in.file(it)
		if same = same && len(parts) == len(out.IDs); err != nil || same {
			return err
		}
		return l.do("UPDATE file SET size = -1, hash = x'' WHERE id = ?", file) // it is not read yet
	})
	if err != nil || same {
		return Outcome{Status: StatusUnchanged, IDs: parts}, err
	}
	it.Original = nil // it was written, and may be large
	for from := 0; from < len(out.IDs); {
		if err := pause(ctx); err != nil {
			return Outcome{}, err
		}
		piece, err := it.piece(len(out.IDs) - from)
		if err != nil {
			return Outcome{}, err
		}
		one := *it
		one.Digests = piece
		status, err := a.addPiece(ctx, &one, file, parts, out.IDs, from)
		if err != nil {
			return Outcome{}, err
		}
		out.Status = moreTelling(out.Status, status)
		from += len(piece)
	}
	return out, nil
}

// piece takes the next digests off an item, as many as go into a transaction; more than most are errCount.
func (it *Item) piece(most int) ([]reader.Digest, error) {
	if len(it.Digests) == 0 && it.More != nil {
		more, err := it.More()
		if err != nil {
			return nil, err
		}
		it.Digests = more
	}
	n := min(bulkSize, len(it.Digests))
	if n == 0 || n > most {
		return nil, errCount
	}
	piece := it.Digests[:n]
	if it.Digests = it.Digests[n:]; len(it.Digests) == 0 {
		it.Digests = nil // so that nothing holds the piece when it is stored
	}
	return piece, nil
}

// addPiece adds some articles of a file in one transaction; see intake.parts.
func (a *Archive) addPiece(ctx context.Context, piece *Item, file int64, before, ids []ID, from int) (status Status, err error) {
	err = a.write(ctx, "add", func(l *link) (err error) {
		in := newIntake(a, l)
		if status, err = in.parts(piece, file, before, ids, from); err != nil {
			return err
		}
		if from+len(piece.Digests) == len(ids) {
			if err := in.read(piece, file, len(ids)); err != nil {
				return err
			}
		}
		return in.close()
	})
	return status, err
}

// read notes that all of a file was added, with so many articles.
func (in *intake) read(it *Item, file int64, articles int) error {
	if err := in.l.do("UPDATE file SET size = ?, hash = ? WHERE id = ?", it.Size, it.FileHash[:], file); err != nil {
		return err
	}
	return in.l.do("DELETE FROM part WHERE file = ? AND number >= ?", file, articles)
}
