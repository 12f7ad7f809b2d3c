package store

import (
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write makes a file.
func write(t *testing.T, path, content string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sealed makes a whole archive without a journal beside it, and changes its bytes.
func sealed(t *testing.T, path string, change func(b []byte) []byte) string {
	t.Helper()
	a, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", strings.Repeat("some words ", 4000))))
	index(t, a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return write(t, path, string(change(b)))
}

func TestOpenErrors(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := t.TempDir()
	put := func(at int, v uint32) func([]byte) []byte {
		return func(b []byte) []byte { binary.BigEndian.PutUint32(b[at:], v); return b }
	}
	lost := filepath.Join(dir, "lost.db")
	write(t, filepath.Join(dir, "lost.db-wal"), "a journal without its archive")
	for _, c := range []struct {
		name, path string
		o          Options
		want       error
	}{
		{"absent, no folder", filepath.Join(dir, "no", "a.db"), Options{}, ErrNotExist},
		{"absent, not to be created", filepath.Join(dir, "none.db"), Options{NoCreate: true}, ErrNotExist},
		{"absent, read-only", filepath.Join(dir, "none.db"), Options{ReadOnly: true}, ErrNotExist},
		{"moved away", lost, Options{}, ErrNotExist},
		{"text", write(t, filepath.Join(dir, "text"), strings.Repeat("no database at all\n", 400)), Options{}, ErrNotArchive},
		{"short", write(t, filepath.Join(dir, "short"), "x"), Options{}, ErrNotArchive},
		{"folder", dir, Options{}, ErrNotArchive},
		{"empty, read-only", write(t, filepath.Join(dir, "empty"), ""), Options{ReadOnly: true}, ErrNotArchive},
		{"other application", sealed(t, filepath.Join(dir, "other"), put(68, 0x12345678)), Options{}, ErrNotArchive},
		{"newer", sealed(t, filepath.Join(dir, "newer"), put(60, 99)), Options{}, ErrNewer},
		{"newer, read-only", sealed(t, filepath.Join(dir, "newer-ro"), put(60, 99)), Options{ReadOnly: true}, ErrNewer},
	} {
		a, err := Open(ctx, c.path, c.o)
		if err == nil {
			a.Close()
		}
		e, ok := errors.AsType[*Error](err)
		if !errors.Is(err, c.want) || !ok || e.Path != c.path {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if _, err := os.Stat(c.path); c.want == ErrNotExist && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: a file was made", c.name)
		}
	}
}

func TestOpenDamaged(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := t.TempDir()
	half := sealed(t, filepath.Join(dir, "half"), func(b []byte) []byte { return b[:len(b)/2/4096*4096] })
	a, err := Open(ctx, half, Options{})
	if err == nil {
		defer a.Close()
		_, err = a.Check(ctx)
		if err == nil {
			_, err = a.Article(ctx, 1)
		}
	}
	if !errors.Is(err, ErrCorrupt) {
		t.Errorf("truncated: %v, want ErrCorrupt", err)
	}
	zeros := sealed(t, filepath.Join(dir, "zeros"), func(b []byte) []byte { clear(b[4096*3 : 4096*8]); return b })
	if a, err := Open(ctx, zeros, Options{}); err == nil {
		defer a.Close()
		if r, err := a.Check(ctx); err == nil && r.OK() {
			t.Error("zeroed pages: Check finds nothing")
		}
	} else if !errors.Is(err, ErrCorrupt) {
		t.Errorf("zeroed pages: %v, want ErrCorrupt", err)
	}
}

func TestOpenCreates(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new folder", "a b%20?#;&x=1.db")
	a, err := Open(context.Background(), path, Options{MakeFolder: true})
	if err != nil {
		t.Fatal(err)
	}
	id := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "text")))[0].IDs[0]
	a.Close()
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	a, err = Open(context.Background(), path, Options{NoCreate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if _, err := a.Article(context.Background(), id); err != nil {
		t.Error(err)
	}
}

func TestReadOnly(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "sealed")
	path := filepath.Join(dir, "a.db")
	a, err := Open(ctx, path, Options{MakeFolder: true})
	if err != nil {
		t.Fatal(err)
	}
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs
	index(t, a)
	for _, when := range []string{"beside a writer", "alone", "in a folder that cannot be written"} {
		if when == "alone" {
			a.Close()
		}
		if when == "in a folder that cannot be written" {
			os.Chmod(path, 0o400)
			os.Chmod(dir, 0o500)
			defer os.Chmod(dir, 0o700)
		}
		ro, err := Open(ctx, path, Options{ReadOnly: true})
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if got := searchTitles(t, ro, "text"); got != "one" {
			t.Errorf("%s: search finds %q", when, got)
		}
		if err := ro.SetRead(ctx, ids, true); !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: SetRead: %v, want ErrReadOnly", when, err)
		}
		sound(t, ro)
		ro.Close()
	}
	if os.Geteuid() != 0 {
		if _, err := Open(ctx, path, Options{}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("open for writing: %v, want ErrReadOnly", err)
		}
	}
}

func TestFileGone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "text")))[0].IDs
	if err := os.Rename(a.Path(), a.Path()+".moved"); err != nil {
		t.Fatal(err)
	}
	if err := a.SetRead(ctx, ids, true); !errors.Is(err, ErrGone) {
		t.Errorf("SetRead: %v, want ErrGone", err)
	}
	if _, err := os.Stat(a.Path()); err == nil {
		t.Error("a new archive stands in place of the one that is gone")
	}
}
