package store

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"offprint/store/schema"
)

// Copy is what an archive was before a newer program brought it up (see
// keepOld). Nothing reads it any more but a user who wants to go back.
type Copy struct {
	Path    string
	Version int       // of the archive in it; 0 if it was never finished, as when the power failed
	Size    int64     // in bytes
	Made    time.Time // by the clock of the file system
}

// The names of copies, behind that of their archive, and of those that are being made.
var (
	copyEnd    = regexp.MustCompile(`^\.v([0-9]{1,4})(\.[0-9]{1,4})?$`)
	unfinished = regexp.MustCompile(`^\.v[0-9]{1,4}(\.[0-9]{1,4})?\.copy-[0-9]+(-journal)?$`)
)

// stillMade is how long after the last write a copy may still be being made.
const stillMade = time.Hour

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
		version, ok := copyNamed(e.Name(), name)
		info, err := e.Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue
		}
		c := Copy{filepath.Join(folder, e.Name()), version, info.Size(), info.ModTime()}
		if version == 0 && time.Since(c.Made) > stillMade {
			list = append(list, c)
		} else if is, err := versionIn(c.Path); version != 0 && err == nil && is == version {
			list = append(list, c)
		}
	}
	return list, nil
}

// copyNamed tells of what version of an archive a file is by its name; 0 of one that is being made.
func copyNamed(file, archive string) (version int, ok bool) {
	if end, ok := strings.CutPrefix(file, "."+archive); ok && unfinished.MatchString(end) {
		return 0, true
	}
	end, ok := strings.CutPrefix(file, archive)
	m := copyEnd.FindStringSubmatch(end)
	if !ok || m == nil {
		return 0, false
	}
	version, err := strconv.Atoi(m[1])
	return version, err == nil && version > 0
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
	if string(head[:16]) != magic || binary.BigEndian.Uint32(head[68:]) != schema.ApplicationID {
		return 0, fmt.Errorf("%s: %w", path, fs.ErrInvalid)
	}
	return int(binary.BigEndian.Uint32(head[60:])), nil
}
