package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync"
	"time"
)

// preparer is a *sql.DB or *sql.Conn.
type preparer interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// statements keeps prepared statements by their text: preparing costs more
// than most of them cost to run.
type statements struct {
	on   preparer
	mu   sync.Mutex
	kept map[string]*statement
}

// statement is a prepared statement that may be in use when it is no longer kept.
type statement struct {
	*sql.Stmt
	users   int
	dropped bool
}

// maxStatements bounds what is kept; texts made of a query differ each time.
const maxStatements = 200

func newStatements(on preparer) *statements {
	return &statements{on: on, kept: map[string]*statement{}}
}

// get returns the statement; put must be called when it is no longer used.
func (s *statements) get(ctx context.Context, text string) (*statement, error) {
	if st := s.use(text, nil); st != nil {
		return st, nil
	}
	// Not under the lock: this may wait for a connection, whose user may want a statement.
	prepared, err := s.on.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return s.use(text, prepared), nil
}

// use returns the statement that is kept, else the one prepared, which it keeps; nil if there is neither.
func (s *statements) use(text string, prepared *sql.Stmt) *statement {
	s.mu.Lock()
	defer s.mu.Unlock()
	st, ok := s.kept[text]
	switch {
	case ok && prepared != nil:
		prepared.Close() // another was quicker
	case !ok && prepared == nil:
		return nil
	case !ok:
		if len(s.kept) >= maxStatements {
			s.drop()
		}
		st = &statement{Stmt: prepared}
		s.kept[text] = st
	}
	st.users++
	return st
}

func (s *statements) put(st *statement) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if st.users--; st.dropped && st.users == 0 {
		st.Close()
	}
}

// drop forgets all statements; the lock is held. One in use is closed when it is put back.
func (s *statements) drop() {
	for text, st := range s.kept {
		if st.dropped = true; st.users == 0 {
			st.Close()
		}
		delete(s.kept, text)
	}
}

// reset closes all statements, as a change of the schema asks for.
func (s *statements) reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop()
}

// link runs statements for one call of the archive: in a reader's transaction,
// or in the writer's.
type link struct {
	ctx context.Context
	st  *statements
}

func (l *link) exec(text string, args ...any) (sql.Result, error) {
	st, err := l.st.get(l.ctx, text)
	if err != nil {
		return nil, err
	}
	defer l.st.put(st)
	return st.ExecContext(l.ctx, args...)
}

// do is exec for statements whose result nobody wants.
func (l *link) do(text string, args ...any) error {
	_, err := l.exec(text, args...)
	return err
}

// rowsAtOnce is how many rows insertRows writes with one statement; that
// costs about as much by itself as writing a small row does.
const rowsAtOnce = 8

// insertRows runs an insert, the text up to VALUES, of rows of so many columns.
func (l *link) insertRows(text string, columns int, values []any) error {
	row := "(?" + strings.Repeat(", ?", columns-1) + ")"
	for len(values) > 0 {
		n := min(len(values)/columns, rowsAtOnce)
		if err := l.do(text+row+strings.Repeat(", "+row, n-1), values[:n*columns]...); err != nil {
			return err
		}
		values = values[n*columns:]
	}
	return nil
}

// insert runs an insert and returns the new row's id.
func (l *link) insert(text string, args ...any) (int64, error) {
	res, err := l.exec(text, args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// one reads one row; the error is sql.ErrNoRows if there is none.
func (l *link) one(text string, args []any, to ...any) error {
	st, err := l.st.get(l.ctx, text)
	if err != nil {
		return err
	}
	defer l.st.put(st)
	return st.QueryRowContext(l.ctx, args...).Scan(to...)
}

// all calls row for every row. scan fills the variables it is given.
func (l *link) all(text string, args []any, row func(scan func(...any) error) error) error {
	st, err := l.st.get(l.ctx, text)
	if err != nil {
		return err
	}
	defer l.st.put(st)
	rows, err := st.QueryContext(l.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// number reads one number, 0 if there is no row.
func (l *link) number(text string, args ...any) (int64, error) {
	var n sql.NullInt64
	err := l.one(text, args, &n)
	if absent(err) {
		return 0, nil
	}
	return n.Int64, err
}

// numbers reads one column of numbers.
func (l *link) numbers(text string, args ...any) ([]int64, error) {
	var list []int64
	err := l.all(text, args, func(scan func(...any) error) error {
		var n int64
		if err := scan(&n); err != nil {
			return err
		}
		list = append(list, n)
		return nil
	})
	return list, err
}

// tries is how often a call is tried again after an error that may pass.
const tries = 2

// write runs fn in a transaction that is on the disk when write returns nil.
// Nothing of it is kept otherwise.
func (a *Archive) write(ctx context.Context, op string, fn func(*link) error) error {
	if a.readOnly {
		return &Error{op, a.path, ErrReadOnly}
	}
	over, err := a.turn(ctx)
	if err != nil {
		return a.fault(op, err)
	}
	defer over()
	if err := a.there(); err != nil {
		return a.fault(op, err)
	}
	ours := func(l *link) error {
		if err := a.ours(l); err != nil {
			return err
		}
		return fn(l)
	}
	err = a.transact(ctx, ours)
	for range tries {
		if err == nil || !passing(err) {
			break
		}
		err = a.transact(ctx, ours)
	}
	return a.fault(op, err)
}

// turn waits until no other goroutine writes, and returns what ends the turn.
// Whoever is cancelled meanwhile waits no longer.
func (a *Archive) turn(ctx context.Context) (over func(), err error) {
	select {
	case a.writing <- struct{}{}:
		return func() { <-a.writing }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// ours reports whether the archive is still of this version. A newer program
// may have brought it up while it was open here: what this one would write,
// that one could not find again.
func (a *Archive) ours(l *link) error {
	version, err := l.number("PRAGMA user_version")
	if err == nil && version > int64(len(a.steps)) {
		err = ErrNewer
	}
	return err
}

// transact is one attempt of write; the lock is held.
func (a *Archive) transact(ctx context.Context, fn func(*link) error) (err error) {
	l := &link{ctx, a.writer}
	kept := false
	defer func() {
		if !kept {
			a.writer.on.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") // fails only if SQLite did it already, or nothing was begun
		}
	}()
	if err := a.begin(l); err != nil { // it may have begun all the same, if it was cancelled
		return err
	}
	if err := fn(l); err != nil {
		return err
	}
	// All is done: a cancellation that came now would have it kept and called a failure.
	l.ctx = context.WithoutCancel(ctx)
	if err := l.do("COMMIT"); err != nil {
		return err
	}
	kept = true
	return nil
}

// begin waits for its turn to write. SQLite looks ever less often the longer
// it waits, so it is asked anew after patienceStep: it then looks every 10 ms
// at least, and meets the gap that a program leaves which makes its index anew
// (indexPause).
func (a *Archive) begin(l *link) error {
	for begun := time.Now(); ; {
		err := l.do("BEGIN IMMEDIATE")
		if err == nil || !errors.Is(reason(err), ErrBusy) || time.Since(begun) > a.patience {
			return err
		}
	}
}
