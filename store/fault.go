package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"modernc.org/sqlite"

	"offprint/store/query"
)

// The result codes of SQLite that are told apart.
const (
	codeError    = 1 // among others, a table that is not there: the index's, as all others are made at once
	codeBusy     = 5
	codeLocked   = 6
	codeReadOnly = 8
	codeIO       = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeProtocol = 15 // the journal's locks were in use each time it looked
	codeSchema   = 17
	codeNotDB    = 26

	codeCorruptIndex = 11 | 1<<8 // what FTS5 says of its own tables
)

// lockCodes are those of a file that cannot be locked, or its journal not be
// shared: to unlock, to lock for reading and for writing, to look for a lock,
// and the two of the journal.
var lockCodes = []int{codeIO | 8<<8, codeIO | 9<<8, codeIO | 15<<8, codeIO | 14<<8, codeIO | 20<<8, codeIO | 21<<8}

// fault wraps an error for the outside. Errors that say all by themselves
// (context, query, our own) are left as they are or wrapped with their place.
func (a *Archive) fault(op string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if _, ok := errors.AsType[*Error](err); ok {
		return err
	}
	if _, ok := errors.AsType[*query.Error](err); ok {
		return err
	}
	err = reason(err)
	if errors.Is(err, ErrIndex) {
		a.indexBad.Store(true) // Index makes it anew
	}
	return &Error{Op: op, Path: a.path, Err: err}
}

// reason turns an error of the driver or the system into one of ours, with
// the original kept for whoever looks closer.
func reason(err error) error {
	if _, ok := errors.AsType[*cause](err); ok {
		return err // in our words already
	}
	var sentinel error
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		sentinel = sentinels[e.Code()&0xff]
		if e.Code() == codeCorruptIndex || e.Code()&0xff == codeError && noTable(err) == nil {
			sentinel = ErrIndex
		}
		if e.Code()&0xff == codeIO && errors.Is(err, syscall.ENOSPC) {
			sentinel = ErrFull
		}
		if slices.Contains(lockCodes, e.Code()) {
			sentinel = ErrNoLocks
		}
	}
	switch {
	case sentinel != nil:
	case errors.Is(err, fs.ErrNotExist):
		sentinel = ErrNotExist
	case errors.Is(err, fs.ErrPermission):
		sentinel = ErrAccess
	case errors.Is(err, syscall.ENOSPC):
		sentinel = ErrFull
	case errors.Is(err, syscall.EROFS):
		sentinel = ErrReadOnly
	default:
		return err
	}
	if errors.Is(err, sentinel) {
		return err
	}
	return &cause{sentinel, err}
}

var sentinels = map[int]error{
	codeBusy: ErrBusy, codeLocked: ErrBusy, codeProtocol: ErrBusy, codeReadOnly: ErrReadOnly, codeIO: ErrIO,
	codeCorrupt: ErrCorrupt, codeFull: ErrFull, codeCantOpen: ErrAccess, codeNotDB: ErrNotArchive,
}

// cause says what is wrong in our words and keeps the error that told it.
type cause struct{ is, from error }

func (c *cause) Error() string   { return c.is.Error() }
func (c *cause) Unwrap() []error { return []error{c.is, c.from} }

// passing reports whether the error may be gone when the same is tried again:
// what could be damage, as one failing read looks the same, and tables that
// changed in this moment, as when the index is exchanged.
func passing(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	switch e.Code() & 0xff {
	case codeCorrupt, codeNotDB, codeIO, codeSchema:
		return true
	case codeError:
		return strings.Contains(e.Error(), "vtable constructor failed") || noTable(err) == nil
	}
	return false
}

// absent reports whether a query of one row had none.
func absent(err error) bool { return errors.Is(err, sql.ErrNoRows) }
