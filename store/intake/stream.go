package intake

import (
	"context"
	"fmt"

	"offprint/reader"
)

// A piece of a file's articles is what is held at once, in front of the
// archive and once more while the next is made.
const (
	pieceBytes = 4 << 20 // of texts, and of what they are made from where that is kept
	pieceItems = 4000
)

// stream is one file's articles on their way from the makers to the archive,
// piece by piece. The makers wait until a piece is taken.
type stream struct {
	stop   context.CancelFunc // ends the makers' work on the file, if nobody wants the rest
	pieces chan piece
	err    error // set before pieces is closed
}

// piece are some articles of a file. The last is one only after the makers have
// read all of the file without an error.
type piece struct {
	digests []reader.Digest
	last    bool
}

// begin has the articles of a file made. done is called when the makers are
// through with it; its error is that of the file.
func (w *worker) begin(ctx context.Context, s reader.Source, done func() error) *stream {
	ctx, stop := context.WithCancel(ctx)
	st := &stream{stop: stop, pieces: make(chan piece)}
	go func() { // ends with the file, or when stop is called
		defer close(st.pieces)
		st.err = st.run(ctx, w.options.Analyse, s, w.options.Originals, done)
	}()
	return st
}

// run calls the makers. keep says that what articles are made from is wanted. A mistake in them fails the one file that shows it.
func (st *stream) run(ctx context.Context, analyse Analyse, s reader.Source, keep bool, done func() error) (err error) {
	defer stumbled(&err)
	var digests []reader.Digest
	var from *reader.Document
	size := 0
	hand := func(last bool) error {
		select {
		case st.pieces <- piece{digests, last}:
		case <-ctx.Done():
			return ctx.Err()
		}
		digests, size = nil, 0
		return nil
	}
	err = analyse(ctx, s, func(d reader.Digest) error {
		if size >= pieceBytes || len(digests) >= pieceItems {
			if err := hand(false); err != nil {
				return err
			}
		}
		if !keep {
			d.Article.From = nil
		} else if d.Article.From != nil && d.Article.From != from {
			from = d.Article.From
			size += len(from.Data)
		}
		digests = append(digests, d)
		size += len(d.Article.Markdown)
		return nil
	})
	if e := done(); e != nil && ctx.Err() == nil {
		err = e
	}
	if err != nil || len(digests) == 0 {
		return err
	}
	return hand(true)
}

// stumbled, deferred, makes an error of a panic over one file: the others go on.
func stumbled(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("the program stumbled over it, which is its own mistake: %v", r)
	}
}

// next returns the next articles; none at the end.
func (st *stream) next() ([]reader.Digest, error) {
	p, ok := <-st.pieces
	if !ok {
		return nil, st.err
	}
	return p.digests, nil
}

// first returns the first articles, and whether they are all that there are.
// Only then it is certain that the file could be read to its end.
func (st *stream) first() (digests []reader.Digest, whole bool, err error) {
	p, ok := <-st.pieces
	if !ok {
		return nil, false, st.err
	}
	return p.digests, p.last, nil
}
