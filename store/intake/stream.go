package intake

import (
	"context"
	"fmt"

	"offprint/reader"
)

// A piece of a file's articles is what is held at once, in front of the
// archive and once more while the next is made.
const (
	pieceBytes = 4 << 20 // of texts
	pieceItems = 4000
)

// stream is one file's articles on their way from the makers to the archive,
// piece by piece. The makers wait until a piece is taken.
type stream struct {
	stop   context.CancelFunc // ends the makers' work on the file, if nobody wants the rest
	pieces chan []reader.Digest

	// Set before the first piece is there, and before pieces is closed.
	count int
	err   error
}

// begin has the articles of a file made.
func (w *worker) begin(ctx context.Context, s reader.Source) *stream {
	ctx, stop := context.WithCancel(ctx)
	st := &stream{stop: stop, pieces: make(chan []reader.Digest)}
	go func() { // ends with the file, or when stop is called
		defer close(st.pieces)
		st.err = st.run(ctx, w.options.Analyse, s)
	}()
	return st
}

// run calls the makers. A mistake in them fails the one file that shows it.
func (st *stream) run(ctx context.Context, analyse Analyse, s reader.Source) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the program stumbled over it, which is its own mistake: %v", r)
		}
	}()
	var piece []reader.Digest
	size := 0
	hand := func() error {
		select {
		case st.pieces <- piece:
		case <-ctx.Done():
			return ctx.Err()
		}
		piece, size = nil, 0
		return nil
	}
	err = analyse(ctx, s, func(n int) { st.count = n }, func(d reader.Digest) error {
		piece = append(piece, d)
		if size += len(d.Article.Markdown); size < pieceBytes && len(piece) < pieceItems {
			return nil
		}
		return hand()
	})
	if err != nil || len(piece) == 0 {
		return err
	}
	return hand()
}

// next returns the next piece; none at the end.
func (st *stream) next() ([]reader.Digest, error) {
	piece, ok := <-st.pieces
	if !ok {
		return nil, st.err
	}
	return piece, nil
}

// first returns the first piece, and whether it is all that there is. Only
// then it is certain that the file could be read to its end.
func (st *stream) first() (piece []reader.Digest, whole bool, err error) {
	piece, err = st.next()
	if err != nil || len(piece) < st.count {
		return piece, false, err
	}
	if _, ok := <-st.pieces; ok {
		return nil, false, fmt.Errorf("it holds more than the %d articles that it said", st.count)
	}
	return piece, true, st.err
}
