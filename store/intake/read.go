package intake

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"offprint/reader"
)

// What can be wrong with a file before anybody has looked into it.
var (
	errEmpty   = errors.New("empty")
	errLarge   = fmt.Errorf("larger than %d MiB, which is the most for a file that is no page, zip, tar, web archive, mailbox or export", MaxSize>>20)
	errHuge    = fmt.Errorf("larger than %d GiB, which is the most for a file of many documents", MaxContainer>>30)
	errSpecial = errors.New("a pipe, socket or device")
	errFolder  = errors.New("a folder")
	errChanged = errors.New("changed while it was read; add it again")
)

// lookAt returns what is known of a file without opening it: opening is enough
// to make some devices act.
func lookAt(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	return info, regular(info)
}

// openFile opens a regular file for reading and refuses everything else. It
// does not wait on a pipe, not even on one that has just taken the file's
// place. Call lookAt first.
func openFile(path string) (*os.File, fs.FileInfo, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|doNotWait, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil {
		err = regular(info)
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// regular refuses what is no file with something in it.
func regular(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular():
		return errSpecial
	case info.Size() == 0:
		return errEmpty
	}
	return nil
}

// openMet opens a file that was met in a folder. A link that has taken its
// place since is not followed: it may lead out of the folder.
func openMet(path string) (*os.File, fs.FileInfo, error) {
	f, info, err := openFile(path)
	if err != nil {
		return nil, nil, err
	}
	there, err := os.Lstat(path)
	if err == nil && !os.SameFile(there, info) {
		err = errChanged
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// sized refuses a large file that is not of the kinds that are read piece by piece.
func sized(f io.ReaderAt, size int64) error {
	if size <= MaxSize {
		return nil
	}
	head := make([]byte, headSize)
	switch _, err := f.ReadAt(head, 0); {
	case err != nil:
		return err
	case !container(head):
		return errLarge
	case size > MaxContainer:
		return errHuge
	}
	return nil
}

// readFile returns the whole content of an open file and makes sure that it
// stayed the same meanwhile.
func readFile(f *os.File, before fs.FileInfo) ([]byte, error) {
	data := make([]byte, before.Size())
	if _, err := io.ReadFull(f, data); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			return nil, errChanged
		}
		return nil, err
	}
	return data, unchanged(f, before)
}

// unchanged fails if an open file is not the same any more.
func unchanged(f *os.File, before fs.FileInfo) error {
	after, err := f.Stat()
	if err == nil && (after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())) {
		err = errChanged
	}
	return err
}

// hashOf reads a file for its hash, until ctx is done.
func hashOf(ctx context.Context, r io.Reader) (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	for err == nil && ctx.Err() == nil {
		_, err = io.CopyN(h, r, 16<<20)
	}
	switch {
	case err == nil:
		return sum, ctx.Err()
	case !errors.Is(err, io.EOF):
		return sum, err
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// readStream reads standard input to its end, within the limit.
func readStream(r io.Reader) ([]byte, error) {
	if r == nil {
		return nil, errEmpty
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) == 0:
		return nil, errEmpty
	case len(data) > MaxSize:
		return nil, errLarge
	}
	return data, nil
}

// ReadFile reads one file with the care and the limits of an import.
func ReadFile(path string) (reader.Source, error) {
	if _, err := lookAt(path); err != nil {
		return reader.Source{}, err
	}
	f, info, err := openFile(path)
	if err != nil {
		return reader.Source{}, err
	}
	defer f.Close()
	if info.Size() > MaxSize {
		return reader.Source{}, errLarge
	}
	data, err := readFile(f, info)
	return reader.Source{Name: path, Data: data, Modified: info.ModTime()}, err
}

// ReadStream reads standard input to its end, within the same limits.
func ReadStream(r io.Reader) (reader.Source, error) {
	data, err := readStream(r)
	return reader.Source{Data: data}, err
}

// Why says in a few words why a file could not be read, without its path.
func Why(err error) reader.Text {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "you may not read it"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "its path is too long"
	}
	return reader.CleanLine(err.Error())
}
