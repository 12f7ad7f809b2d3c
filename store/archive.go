package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver

	"offprint/store/schema"
)

// Options says how an archive is opened.
type Options struct {
	// ReadOnly opens without writing anything, also from read-only media; every change is ErrReadOnly.
	ReadOnly bool
	// NoCreate has an absent file be ErrNotExist.
	NoCreate bool
	// MakeFolder creates the parent folders of a file that is created.
	MakeFolder bool
	// NoBackup brings an older archive up without a copy of it beside: the file is a copy itself.
	NoBackup bool
	// Older is called before an archive of an older version is copied and
	// brought up, which takes seconds for a large one, with the path of the copy.
	Older func(copied string)
	// Analysis is the version of the makers whose digests Add is given, see Reanalyse.
	Analysis int
	// Rest says how long Index and Reanalyse are to leave the processor to
	// somebody who waits for it; 0 is not at all, and nil is never. It is asked
	// after each article, so that it must be quick.
	Rest func() time.Duration
	// Now is the clock; nil is time.Now.
	Now func() time.Time
}

// Archive is an open archive. Its methods may be called from several
// goroutines; reading goes on while something is written.
type Archive struct {
	path     string
	steps    []string // the migrations
	readOnly bool
	noBackup bool
	analysis int // version of the makers
	now      func() time.Time
	rest     func() time.Duration // how long work that nobody waits for stands back, see Options
	self     os.FileInfo          // the file that was opened
	older    func(copied string)  // see Options

	readDSN string
	readers *readers

	patience time.Duration // how long to wait for another program's transaction
	writing  chan struct{} // holds one during a transaction, see turn
	writerDB *sql.DB
	writer   *statements

	indexBad atomic.Bool // the index showed damage; Index makes it anew
}

// How long a writer waits for another program: in all, and at a time (see begin).
const (
	patience     = 5 * time.Second
	patienceStep = 20 * time.Millisecond
)

// Open opens the archive in the file at path and creates it if there is none
// (unless o says otherwise). The error is a *Error. A file whose journal
// (path-wal) is there but which is itself gone is not created anew. A program
// has an archive open once: whoever closes a file gives up all locks that the
// program has on it, and Open looks into the file before SQLite does.
func Open(ctx context.Context, path string, o Options) (*Archive, error) {
	return openAs(ctx, path, o, schema.Steps)
}

// openAs is Open for a program that knows these versions.
func openAs(ctx context.Context, path string, o Options, steps []string) (*Archive, error) {
	a := &Archive{steps: steps, patience: patience, writing: make(chan struct{}, 1), path: path, readOnly: o.ReadOnly, noBackup: o.NoBackup, analysis: o.Analysis, now: o.Now, rest: o.Rest, older: o.Older}
	if a.now == nil {
		a.now = time.Now
	}
	if a.rest == nil {
		a.rest = func() time.Duration { return 0 }
	}
	if err := a.open(ctx, o); err != nil {
		a.Close()
		if errors.Is(reason(err), ErrBusy) && lockless(filepath.Dir(a.path)) {
			err = &cause{ErrNoLocks, err}
		}
		return nil, a.fault("open", err)
	}
	return a, nil
}

func (a *Archive) open(ctx context.Context, o Options) error {
	registerFunctions()
	fresh, err := a.prepareFile(o)
	if err != nil {
		return err
	}
	if err := a.connect(ctx, fresh); err != nil {
		return err
	}
	if a.self, err = os.Stat(a.path); err != nil {
		return err
	}
	return nil
}

// prepareFile looks at what is there without SQLite, and makes an empty file
// if one is to be created. It reports whether the file is empty.
func (a *Archive) prepareFile(o Options) (fresh bool, err error) {
	info, err := os.Stat(a.path)
	switch {
	case err == nil && info.IsDir():
		return false, &cause{ErrNotArchive, err}
	case err == nil && !info.Mode().IsRegular():
		return false, ErrNotArchive
	case err == nil:
		return a.looks(info)
	case !os.IsNotExist(err):
		return false, err
	case o.ReadOnly || o.NoCreate:
		return false, a.missing()
	}
	if w, err := os.Stat(a.beside("-wal")); err == nil && w.Size() > 0 {
		return false, ErrNotExist // its journal is left: it was moved away or lost
	}
	if o.MakeFolder {
		if err := os.MkdirAll(filepath.Dir(a.path), 0o700); err != nil {
			return false, err
		}
	}
	f, err := os.OpenFile(a.path, os.O_CREATE|os.O_RDWR, 0o600)
	if os.IsNotExist(err) {
		return false, a.missing()
	}
	if err != nil {
		return false, err
	}
	return true, f.Close()
}

// missing says that there is no archive, or that the link to it leads nowhere.
func (a *Archive) missing() error {
	if _, err := os.Readlink(a.path); err == nil {
		return &cause{ErrLink, ErrNotExist}
	}
	return ErrNotExist
}

// magic is how every file of SQLite begins.
const magic = "SQLite format 3\x00"

// looks checks the first bytes of a file that exists.
func (a *Archive) looks(info os.FileInfo) (fresh bool, err error) {
	if info.Size() == 0 {
		if w, err := os.Stat(a.beside("-wal")); err == nil && w.Size() > 0 {
			return false, nil // a new archive whose first pages are still in its journal
		}
		if a.readOnly {
			return false, ErrNotArchive
		}
		return true, nil
	}
	f, err := os.Open(a.path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, 16)
	if n, err := f.ReadAt(head, 0); n < len(head) || string(head) != magic {
		if err != nil && n == 0 {
			return false, err
		}
		return false, ErrNotArchive
	}
	return false, nil
}

// connect opens the connections, checks whose file it is and brings it to the
// present version.
func (a *Archive) connect(ctx context.Context, fresh bool) error {
	if !a.readOnly {
		db, err := a.database(a.dsn("rw", "_pragma=synchronous(FULL)", "_pragma=cache_size(-8192)", "_pragma=journal_size_limit(67108864)", fmt.Sprintf("_busy_timeout=%d", patienceStep.Milliseconds())), 1)
		if err != nil {
			return err
		}
		a.writerDB = db
		a.writer = newStatements(db)
		if err := a.writable(); err != nil {
			return err
		}
		if err := a.settle(ctx, fresh); err != nil {
			return err
		}
	}
	a.readDSN = a.dsn("ro", "_pragma=query_only(1)", "_pragma=cache_size(-2048)", "_busy_timeout=5000")
	db, err := a.database(a.readDSN, maxReaders)
	if err != nil {
		return err
	}
	a.readers = newReaders(db)
	if !a.readOnly {
		return nil
	}
	identify := func(l *link) error { return a.identify(ctx, l.st) }
	err = a.readOnce(ctx, identify)
	if err != nil && a.sealed() {
		// Read-only media: SQLite cannot make the file that readers of a
		// journal share, but nobody can write there either.
		a.readers.close()
		a.readDSN = a.dsn("ro", "immutable=1")
		if db, err = a.database(a.readDSN, maxReaders); err != nil {
			return err
		}
		a.readers = newReaders(db)
		err = a.readOnce(ctx, identify)
	}
	return err
}

// sealed reports whether no journal stands beside the file, so that the file is all there is.
func (a *Archive) sealed() bool {
	info, err := os.Stat(a.beside("-wal"))
	return os.IsNotExist(err) || err == nil && info.Size() == 0
}

// writable reports why the file cannot be written, if so. SQLite gave the files
// of its journal the permissions that the archive had: those left of a time
// when it could only be read follow it. They are not opened: closing a file
// gives up all locks that this process has on it.
func (a *Archive) writable() error {
	f, err := os.OpenFile(a.path, os.O_RDWR, 0)
	if os.IsPermission(err) {
		return &cause{ErrReadOnly, err}
	}
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	for _, path := range []string{a.beside("-wal"), a.beside("-shm")} {
		left, err := os.Stat(path)
		if err != nil || left.Mode().Perm()&0o200 != 0 {
			continue
		}
		if err := os.Chmod(path, info.Mode().Perm()); err != nil {
			return &cause{ErrReadOnly, err}
		}
	}
	return nil
}

// beside returns the path of a file of the archive's journal: where path is a
// link, it stands beside what that leads to.
func (a *Archive) beside(end string) string {
	if real, err := filepath.EvalSymlinks(a.path); err == nil {
		return real + end
	}
	return a.path + end
}

// dsn names the file for the driver. Every character that means something in
// an address is escaped.
func (a *Archive) dsn(mode string, more ...string) string {
	path := a.path
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	u := (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	u = strings.NewReplacer("?", "%3f", "#", "%23", ":", "%3a").Replace(u)
	return "file:" + u + "?mode=" + mode + "&_pragma=temp_store(2)&" + strings.Join(more, "&")
}

func (a *Archive) database(dsn string, conns int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}

// there reports whether the file is still the one that was opened. Writing to
// one that was removed would be lost without a word.
func (a *Archive) there() error {
	info, err := os.Stat(a.path)
	if err != nil || !os.SameFile(info, a.self) {
		return ErrGone
	}
	return nil
}

// Close closes the archive. What was changed is on the disk already.
func (a *Archive) Close() error {
	var first error
	if a.readers != nil {
		first = a.fault("close", a.readers.close())
	}
	if a.writer != nil {
		a.writer.reset()
		if err := a.writerDB.Close(); err != nil && first == nil {
			first = a.fault("close", err)
		}
	}
	return first
}

// Path returns the path as given to Open.
func (a *Archive) Path() string { return a.path }
