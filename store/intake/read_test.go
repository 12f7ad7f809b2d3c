package intake

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestOpenMet: what was met in a folder and has become a link since is not
// followed; what was named is.
func TestOpenMet(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file, link := filepath.Join(folder, "a.txt"), filepath.Join(folder, "b.txt")
	if err := os.WriteFile(file, []byte("The ferry goes on as before."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no links here:", err)
	}
	f, info, err := openMet(file)
	if err != nil || info.Size() != 28 {
		t.Fatalf("a file: %v, %v", info, err)
	}
	f.Close()
	if _, _, err := openMet(link); !errors.Is(err, errChanged) {
		t.Errorf("a link that was met: %v, want %v", err, errChanged)
	}
	if f, _, err = openFile(link); err != nil {
		t.Fatalf("a link that was named: %v", err)
	}
	f.Close()
}
