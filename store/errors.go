package store

import "errors"

// Error is what every method of this package returns when it fails, but for
// context errors and *query.Error. Test it with errors.Is against the
// sentinels below.
type Error struct {
	Op   string // what was being done, such as "open" or "add"
	Path string // the archive's file
	Err  error
}

// Error returns "op path: reason". The path is as given: clean it before it is shown.
func (e *Error) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// What can be wrong with an archive or a request.
var (
	ErrNotExist    = errors.New("there is no such archive")
	ErrLink        = errors.New("a link to an archive that is not there") // also ErrNotExist
	ErrNotArchive  = errors.New("not an archive of this program")
	ErrNewer       = errors.New("written by a newer version of this program")
	ErrOlder       = errors.New("written by an older version of this program, and not yet brought up")
	ErrCorrupt     = errors.New("the archive is damaged")
	ErrIndex       = errors.New("the search index is damaged; it will be made anew")
	ErrReadOnly    = errors.New("the archive cannot be written to")
	ErrBusy        = errors.New("another program is writing to the archive")
	ErrNoLocks     = errors.New("the file system cannot lock the archive, which writing to it needs")
	ErrFull        = errors.New("no space left on the disk")
	ErrAccess      = errors.New("the archive cannot be opened")
	ErrGone        = errors.New("the archive's file was removed or replaced while open")
	ErrIO          = errors.New("the disk failed")
	ErrNoArticle   = errors.New("no such article in the archive")
	ErrNoEntity    = errors.New("no such name in the archive")
	ErrNoQuote     = errors.New("no such quote in the archive")
	ErrNoHighlight = errors.New("no such highlight in the archive")
	ErrNoName      = errors.New("a name needs a letter or digit")
	ErrNothing     = errors.New("nothing to undo or redo")
	ErrNoTag       = errors.New("a tag needs a letter or digit")
)
