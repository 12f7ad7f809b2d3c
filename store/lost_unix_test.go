//go:build unix

package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A link that leads nowhere is told from an archive that never was.
func TestLinkToNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	link := filepath.Join(dir, "link.db")
	if err := os.Symlink(filepath.Join(dir, "disk", "archive.db"), link); err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{}, {NoCreate: true}, {ReadOnly: true}, {MakeFolder: true}} {
		_, err := Open(t.Context(), link, o)
		if !errors.Is(err, ErrLink) || !errors.Is(err, ErrNotExist) {
			t.Errorf("%+v: %v, want %v", o, err, ErrLink)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "disk"), 0o700); err != nil {
		t.Fatal(err)
	}
	a := openAt(t, link)
	mustAdd(t, a, item("1", plainDigest("One", "2024-01-01", "The ferry left.")))
	if _, err := os.Stat(filepath.Join(dir, "disk", "archive.db")); err != nil {
		t.Error(err)
	}
}

// The journal of an archive that a link leads to stands beside the archive:
// what is in it alone is read through the link, on read-only media, too.
func TestJournalBehindALink(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, link := filepath.Join(dir, "archive.db"), filepath.Join(dir, "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	a := openAt(t, link)
	noCheckpoints(t, a)
	mustAdd(t, a, item("1", plainDigest("One", "2024-01-01", "The ferry left.")))
	if a.sealed() {
		t.Error("it is taken for one without a journal")
	}
	if info, err := os.Stat(a.beside("-wal")); err != nil || info.Size() == 0 {
		t.Errorf("the journal: %v", err)
	}
	os.Remove(path) // lost, and its journal left
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrNotExist) {
		t.Errorf("%v, want that nothing is put in its place", err)
	}
}

// An archive that was read while it could not be written to can be written to
// once it may be: the files of the journal that were left then do not stop it.
func TestWritableAgain(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "archive.db")
	a := openAt(t, path)
	mustAdd(t, a, item("1", plainDigest("One", "2024-01-01", "The ferry left.")))
	a.Close()
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.WriteFile(path+end, nil, 0o400); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	for _, end := range []string{"-wal", "-shm"} {
		if info, err := os.Stat(path + end); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, want it to be as the archive", end, err)
		}
	}
	mustAdd(t, again, item("2", plainDigest("Two", "2024-01-02", "The ferry came back.")))
	sound(t, again)
}

// What was put into our words once is not put into others.
func TestReasonKeepsOurWords(t *testing.T) {
	t.Parallel()
	err := reason(&cause{ErrReadOnly, &fs.PathError{Op: "open", Path: "a.db", Err: fs.ErrPermission}})
	if !errors.Is(err, ErrReadOnly) || errors.Is(err, ErrAccess) || !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v", err)
	}
}

// A folder on this machine's disk has locks.
func TestLocks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if lockless(dir) {
		t.Error("it is said to have none")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if lockless(filepath.Join(dir, "none")) {
		t.Error("a folder that is not there is said to have none")
	}
}
