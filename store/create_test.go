package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"sync"
	"testing"
)

// Several programs may be the first to open an archive.
func TestMadeByTwo(t *testing.T) {
	t.Parallel()
	for range 10 {
		path := filepath.Join(t.TempDir(), "a.db")
		var opening sync.WaitGroup
		errs := make(chan error, 4)
		for range cap(errs) {
			opening.Go(func() {
				a, err := Open(context.Background(), path, Options{})
				if err == nil {
					err = a.Close()
				}
				errs <- err
			})
		}
		opening.Wait()
		close(errs)
		for err := range errs {
			if err != nil {
				t.Error(err)
			}
		}
	}
}

// A database in which nothing is yet becomes an archive; one in which
// something is does not.
func TestBlank(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"PRAGMA journal_mode = WAL": nil, "CREATE TABLE x (y)": ErrNotArchive,
		"PRAGMA user_version = 3": ErrNotArchive, "PRAGMA application_id = 7": ErrNotArchive,
	} {
		path := filepath.Join(t.TempDir(), "a.db")
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(text); err != nil {
			t.Fatal(err)
		}
		db.Close()
		a, err := Open(context.Background(), path, Options{})
		if !errors.Is(err, want) {
			t.Errorf("after %q: %v, want %v", text, err, want)
		}
		if err == nil {
			a.Close()
		}
	}
}
