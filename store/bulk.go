package store

import "context"

// A list of what somebody kept for ten years is one file with tens of
// thousands of articles. It is added piece by piece, so that whoever stars an
// article meanwhile need not wait. Cut short, the file counts as not read: the
// next time goes over all of it, and finds what is there.

// bulkSize is how many articles of one file are added in a transaction.
const bulkSize = 4000

// addBulk adds a file of many articles.
func (a *Archive) addBulk(ctx context.Context, it *Item) (Outcome, error) {
	out := Outcome{IDs: make([]ID, len(it.Digests))}
	var file int64
	var parts []ID
	var same bool
	err := a.write(ctx, "add", func(l *link) (err error) {
		in := newIntake(a, l)
		if err := in.readdress(); err != nil {
			return err
		}
		file, parts, same, err = in.file(it)
		if same = same && len(parts) == len(it.Digests); err != nil || same {
			return err
		}
		return l.do("UPDATE file SET size = -1, hash = x'' WHERE id = ?", file) // it is not read yet
	})
	if err != nil || same {
		return Outcome{Status: StatusUnchanged, IDs: parts}, err
	}
	for from := 0; from < len(it.Digests); from += bulkSize {
		if err := pause(ctx); err != nil {
			return Outcome{}, err
		}
		ids := out.IDs[from:min(from+bulkSize, len(it.Digests))]
		status, err := a.addPiece(ctx, it, file, parts, from, ids)
		if err != nil {
			return Outcome{}, err
		}
		out.Status = moreTelling(out.Status, status)
	}
	return out, nil
}

// addPiece adds the articles of a file from one on, in one transaction; see intake.parts.
func (a *Archive) addPiece(ctx context.Context, it *Item, file int64, before []ID, from int, ids []ID) (status Status, err error) {
	err = a.write(ctx, "add", func(l *link) (err error) {
		in := newIntake(a, l)
		if status, err = in.parts(it, file, before, from, ids); err != nil {
			return err
		}
		if from+len(ids) == len(it.Digests) {
			if err := in.read(it, file); err != nil {
				return err
			}
		}
		return in.close()
	})
	return status, err
}

// read notes that all of a file was added.
func (in *intake) read(it *Item, file int64) error {
	if err := in.l.do("UPDATE file SET size = ?, hash = ? WHERE id = ?", it.Size, it.FileHash[:], file); err != nil {
		return err
	}
	return in.l.do("DELETE FROM part WHERE file = ? AND number >= ?", file, len(it.Digests))
}
