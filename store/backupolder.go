package store

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// Copy is what an archive was before a newer program brought it up (see
// keepOld). Nothing reads it any more but a user who wants to go back.
type Copy struct {
	Path    string
	Version int       // of the archive in it
	Size    int64     // in bytes
	Made    time.Time // by the clock of the file system
}

// copyEnd is what the name of a copy has behind that of its archive.
var copyEnd = regexp.MustCompile(`^\.v([0-9]{1,4})(\.[0-9]{1,4})?$`)

// Copies returns the copies beside the archive at path, in the order of their
// names. A file that is named like one and is no archive of that version is none.
func Copies(path string) ([]Copy, error) {
	folder, name := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(folder))
	if err != nil {
		return nil, &Error{"look for copies of", path, reason(err)}
	}
	var list []Copy
	for _, e := range entries {
		if len(e.Name()) <= len(name) || e.Name()[:len(name)] != name {
			continue
		}
		m := copyEnd.FindStringSubmatch(e.Name()[len(name):])
		info, err := e.Info()
		if m == nil || err != nil || !info.Mode().IsRegular() {
			continue
		}
		version, _ := strconv.Atoi(m[1])
		c := Copy{filepath.Join(folder, e.Name()), version, info.Size(), info.ModTime()}
		if is, err := versionIn(c.Path); err == nil && is == version {
			list = append(list, c)
		}
	}
	return list, nil
}

// DropCopies removes copies for good. It leaves alone what is no longer as
// Copies told, and returns how many bytes it made free.
func DropCopies(list []Copy) (free int64, err error) {
	for _, c := range list {
		info, err := os.Lstat(c.Path)
		if err != nil || info.Size() != c.Size || !info.ModTime().Equal(c.Made) {
			continue
		}
		if err := os.Remove(c.Path); err != nil {
			return free, &Error{"drop", c.Path, reason(err)}
		}
		free += c.Size
	}
	return free, nil
}

// versionIn reads the version of an archive in a file that nobody writes to,
// from the header that SQLite gives it.
func versionIn(path string) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	head := make([]byte, 72)
	if _, err := f.ReadAt(head, 0); err != nil {
		return 0, err
	}
	if string(head[:16]) != magic || binary.BigEndian.Uint32(head[68:]) != applicationID {
		return 0, fmt.Errorf("%s: %w", path, fs.ErrInvalid)
	}
	return int(binary.BigEndian.Uint32(head[60:])), nil
}
