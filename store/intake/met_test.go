package intake

import (
	"path/filepath"
	"testing"
)

// Files that were met are treated as those of a folder, not as named ones.
func TestRunMet(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a.txt": "one", "page.html": "two", "page_files/ad.html": "x", ".hidden": "x", "picture.jpg": "x", "sub/b.txt": "x", "program.log": "started",
	})
	entries, err := Entries(dir)
	if err != nil {
		t.Fatal(err)
	}
	var files, folders []string
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
			continue
		}
		files = append(files, filepath.Join(dir, e.Name()))
	}
	if len(folders) != 1 || folders[0] != "sub" || len(files) != 3 {
		t.Fatalf("folders %v, files %v", folders, files)
	}
	got, err := RunMet(t.Context(), newFake(), append(files, filepath.Join(dir, "gone.txt")), Options{Analyse: atOnce(analyse)})
	if err != nil || got.Seen != 4 || got.Added != 2 || got.Skipped[OtherKind] != 1 || len(got.Failed) != 1 || got.Seen != got.Total() {
		t.Errorf("%s, %v", got.String(), err)
	}
	var sum Account
	sum.Include(got)
	sum.Include(got)
	if sum.Seen != 8 || sum.Total() != 8 || sum.Skipped[OtherKind] != 2 || len(sum.Failed) != 2 {
		t.Errorf("twice: %s", sum.String())
	}
}
