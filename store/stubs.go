package store

import (
	"context"
	"errors"

	"offprint/reader"
)

var errUnfinished = errors.New("not there yet")

// Report is what Check found.
type Report struct {
	Articles int
	Damaged  []Damage // empty if all is well
}

// Damage is one thing that Check found wrong.
type Damage struct {
	Part    string // "file", "article", "counters" or "index"
	Article ID     // 0 if it is not about one
	Reason  string
}

// OK reports whether nothing is wrong.
func (r Report) OK() bool { return len(r.Damaged) == 0 }

// Check reads the whole archive and compares every text with its checksum, the counters with a recount and the
// index with the texts. It changes nothing.
func (a *Archive) Check(ctx context.Context) (Report, error) { return Report{}, errUnfinished }

// Rebuild makes the full-text index and all counters anew from the texts.
func (a *Archive) Rebuild(ctx context.Context) error { return errUnfinished }

// Reanalyse gives every article whose findings are older than version to make and keeps what it returns. It works
// in short transactions and may be cancelled and called again. It returns how many articles it did.
func (a *Archive) Reanalyse(ctx context.Context, version int, make func(reader.Article) reader.Digest) (int, error) {
	return 0, errUnfinished
}
