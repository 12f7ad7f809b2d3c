package store

import (
	"path/filepath"
	"sync"
	"testing"
)

// Whoever leaves the reader closes the archive while it may still be read in
// the background: that ends those calls, and nothing else.
func TestCloseWhileOthersRead(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "archive.db")
	for range 40 {
		a, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var begun, ended sync.WaitGroup
		for range 2 * maxReaders {
			begun.Add(1)
			ended.Go(func() {
				if _, err := a.Stamp(t.Context()); err != nil {
					t.Errorf("before the archive is closed: %v", err)
				}
				begun.Done()
				for err := error(nil); err == nil; {
					_, err = a.Stamp(t.Context())
				}
			})
		}
		begun.Wait()
		if err := a.Close(); err != nil {
			t.Error(err)
		}
		ended.Wait()
		if _, err := a.Stamp(t.Context()); err == nil {
			t.Error("a closed archive can be read")
		}
	}
}
