package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// maxReaders is how many calls may read at once. Each costs up to 2 MiB
// of page cache when the archive is large; more makes no search quicker.
const maxReaders = 4

// readers are the connections that read. A call has one to itself, so that it
// can read in a transaction, and gives it back.
type readers struct {
	db   *sql.DB
	free chan *statements // those that nobody uses
	over chan struct{}    // closed when no call may begin any more

	mu    sync.Mutex
	conns map[*statements]*sql.Conn // those that were opened, at most maxReaders
}

// errClosed is what a call gets whose archive was closed.
var errClosed = errors.New("the archive has been closed")

func newReaders(db *sql.DB) *readers {
	return &readers{
		db:    db,
		free:  make(chan *statements, maxReaders),
		over:  make(chan struct{}),
		conns: map[*statements]*sql.Conn{},
	}
}

// take returns a connection; where all are in use it waits for one. give must
// be called when it is no longer used.
func (r *readers) take(ctx context.Context) (*statements, error) {
	select {
	case st := <-r.free:
		return st, nil
	default:
	}
	if st, err := r.open(ctx); st != nil || err != nil {
		return st, err
	}
	select {
	case st := <-r.free:
		return st, nil
	case <-r.over:
		return nil, errClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// open opens another connection; nil if there are enough.
func (r *readers) open(ctx context.Context) (*statements, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed() {
		return nil, errClosed
	}
	if len(r.conns) >= maxReaders {
		return nil, nil
	}
	conn, err := r.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	st := newStatements(conn)
	r.conns[st] = conn
	return st, nil
}

func (r *readers) give(st *statements) { r.free <- st }

// reset closes all statements, as a change of the schema asks for.
func (r *readers) reset() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for st := range r.conns {
		st.reset()
	}
}

// close closes the connections, each when its call has ended: a statement that
// is put back to a connection that is gone brings the program down. Calls that
// come later fail.
func (r *readers) close() error {
	for range r.end() {
		st := <-r.free
		st.reset()
		r.conns[st].Close() // what fails here fails below
	}
	return r.db.Close()
}

// end lets no call begin and returns how many connections there are to close,
// 0 the second time.
func (r *readers) end() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed() {
		return 0
	}
	close(r.over)
	return len(r.conns)
}

// closed reports whether no call may begin.
func (r *readers) closed() bool {
	select {
	case <-r.over:
		return true
	default:
		return false
	}
}

// read runs fn on a connection that reads: all of it sees the archive as it
// was at one moment. What looks like damage is tried once more, so fn must
// begin anew each time.
func (a *Archive) read(ctx context.Context, op string, fn func(*link) error) error {
	err := a.readOnce(ctx, fn)
	for range tries {
		if err == nil || !passing(err) {
			break
		}
		err = a.readOnce(ctx, fn)
	}
	return a.fault(op, err)
}

// readOnce is one attempt of read.
func (a *Archive) readOnce(ctx context.Context, fn func(*link) error) error {
	st, err := a.readers.take(ctx)
	if err != nil {
		return err
	}
	defer a.readers.give(st)
	defer func() {
		l := &link{context.WithoutCancel(ctx), st}
		l.do("ROLLBACK") // fails only if nothing was begun
	}()
	l := &link{ctx, st}
	if err := l.do("BEGIN"); err != nil {
		return err
	}
	return fn(l)
}
