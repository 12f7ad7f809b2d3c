package intake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
)

// link makes a symbolic link, or skips the test where there are none.
func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skip(err)
	}
}

// TestLinksAreNotFollowed: neither in circles, nor out of the folder, nor to what is not there.
func TestLinksAreNotFollowed(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	write(t, outside, map[string]string{"secret.txt": "not asked for"})
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "one", "sub/b.txt": "two"})
	link(t, dir, filepath.Join(dir, "sub", "up"))
	link(t, "self", filepath.Join(dir, "self"))
	link(t, outside, filepath.Join(dir, "out"))
	link(t, filepath.Join(outside, "secret.txt"), filepath.Join(dir, "secret.txt"))
	link(t, filepath.Join(dir, "nowhere"), filepath.Join(dir, "gone.txt"))
	a := newFake()
	got := add(t, a, Options{}, dir)
	if got.Added != 2 || got.Skipped[Link] != 5 || len(got.Failed) != 0 {
		t.Errorf("%s, want two added and five links skipped", got.String())
	}
	for origin := range a.files {
		if !strings.HasPrefix(origin, dir) {
			t.Errorf("%s was added from outside", origin)
		}
	}
}

// TestOddNames: files are read whatever they are called, and their names are safe to show.
func TestOddNames(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	n := 0
	for _, name := range []string{
		"a\nb.txt", "a\x1b[31m.txt", "-rf.txt", "--.txt", "a\xff\xfe.txt", " .txt", "a b.txt", "%s%n.txt", "'\";$(x)`y`.txt", "a\u202etxt.exe.txt", "*?.txt",
		"\u200b.txt", "con.txt", "e\u0301.txt", "\u00e9.txt", "日本語.txt", "👩‍👩‍👧.txt", strings.Repeat("n", 240) + ".txt", "a\tb\rc\x07.txt", "~.txt", "C:\\a.txt",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("a text"), 0o666); err == nil {
			n++
		}
	}
	if n < 12 {
		t.Skipf("the file system takes only %d odd names", n)
	}
	a := newFake()
	var shown []reader.Text
	got := add(t, a, Options{}, dir)
	for _, f := range got.Failed {
		shown = append(shown, f.Path, f.Reason)
	}
	if got.Added != n || len(got.Failed) != 0 || len(a.files) != n {
		t.Errorf("%s, failed %q, want %d added", got.String(), shown, n)
	}
}

// TestDeepFolders: a file is found six hundred folders down.
func TestDeepFolders(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	deep := filepath.Join(dir, strings.Repeat("d"+string(filepath.Separator), 600))
	if err := os.MkdirAll(deep, 0o777); err != nil {
		t.Skip(err)
	}
	write(t, deep, map[string]string{"a.txt": "down here"})
	if got := add(t, newFake(), Options{}, dir); got.Added != 1 || len(got.Failed) != 0 {
		t.Errorf("%s, want one added", got.String())
	}
}

// TestFilesThatVanish: what is removed, replaced or taken away whole while the
// import runs is accounted for, with a reason, and the others are added.
func TestFilesThatVanish(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := map[string]string{"0/first.txt": "first"}
	for i := range 40 {
		files[fmt.Sprintf("1/%02d.txt", i)] = "text"
	}
	write(t, dir, files)
	o := Options{Judge: judge}
	o.Analyse = atOnce(func(ctx context.Context, s reader.Source) ([]reader.Digest, error) {
		if strings.HasSuffix(s.Name, "first.txt") {
			if err := os.RemoveAll(filepath.Join(dir, "1")); err != nil {
				t.Error(err)
			}
		}
		return analyse(ctx, s)
	})
	got, err := Run(t.Context(), newFake(), []string{dir}, o)
	if err != nil || got.Seen != got.Total() {
		t.Fatalf("%s, %v: seen %d of %d", got.String(), err, got.Seen, got.Total())
	}
	if got.Added < 1 || got.Added+len(got.Failed) != got.Seen {
		t.Errorf("%s, want each added or failed", got.String())
	}
	for _, f := range got.Failed {
		if f.Reason == "" {
			t.Errorf("%s failed without a reason", f.Path)
		}
	}
}
