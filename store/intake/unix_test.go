//go:build unix

package intake

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestSpecialFiles(t *testing.T) {
	t.Parallel()
	dir, err := os.MkdirTemp("", "s") // a socket's path must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	pipe := filepath.Join(dir, "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Skip(err)
	}
	l, err := net.Listen("unix", filepath.Join(dir, "socket.txt"))
	if err != nil {
		t.Skip(err)
	}
	defer l.Close()
	got := add(t, newFake(), Options{}, dir, pipe, "/dev/zero")
	if got.Skipped[Special] != 2 || len(got.Odd) != 2 || len(got.Failed) != 2 {
		t.Fatalf("%s, odd %v; want two skipped in the folder, two named ones failed", got.String(), got.Odd)
	}
	for _, f := range got.Failed {
		if f.Reason != "a pipe, socket or device" {
			t.Errorf("%s failed because %q", f.Path, f.Reason)
		}
	}
}

func TestPipeInPlaceOfAFile(t *testing.T) {
	t.Parallel()
	pipe := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Skip(err)
	}
	if _, _, err := openFile(pipe); err != errSpecial {
		t.Errorf("opening a pipe: %v, want %v without waiting", err, errSpecial)
	}
}

func TestUnreadable(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "x", "locked/b.txt": "y", "c.txt": "z"})
	locked := filepath.Join(dir, "locked")
	for _, p := range []string{locked, filepath.Join(dir, "c.txt")} {
		if err := os.Chmod(p, 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(locked, 0o700) })
	got := add(t, newFake(), Options{}, dir)
	if got.Added != 1 || len(got.Failed) != 2 {
		t.Fatalf("%s, want one added, folder and file failed", got.String())
	}
	for _, f := range got.Failed {
		if f.Reason != "you may not read it" {
			t.Errorf("%s failed because %q", f.Path, f.Reason)
		}
	}
}
