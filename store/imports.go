package store

import (
	"context"
	"encoding/json"
	"time"

	"offprint/reader"
)

// The limits of what is remembered of imports.
const (
	maxImports  = 50  // runs
	maxImported = 500 // files of one run that are named
)

// ImportID names a run of an import.
type ImportID int64

// Import is one run of an import with its account: Seen = Added + Updated +
// Unchanged + Stubs + Skipped + Failed, in files.
type Import struct {
	ID                                                      ImportID
	Made                                                    time.Time // when it ended; UTC
	Took                                                    time.Duration
	Paths                                                   []reader.Text // as they were given
	Seen, Added, Updated, Unchanged, Stubs, Skipped, Failed int
	Articles                                                int         // in the files that were added and updated, and stubs
	Reasons                                                 reader.Text // why files were skipped, such as "3 hidden, 1 link"
	Stopped                                                 reader.Text // why it ended before all was read; empty if it did not
	// Files are those that people may want to look at: first those that
	// failed, then those skipped without an obvious reason, then those that
	// brought something, 500 in all.
	Files []ImportedFile
}

// ImportedFile is a file of an [Import].
type ImportedFile struct {
	Path   reader.Text
	Origin string // what FileArticles knows it by; may be empty
	Status reader.Text
	Reason reader.Text // why it failed or was skipped
}

// Wrong reports whether a file was not read, though one might have expected it.
func (f ImportedFile) Wrong() bool { return f.Reason != "" }

// KeepImport remembers a run, with the time of now, and forgets all but the
// last 50.
func (a *Archive) KeepImport(ctx context.Context, run Import) error {
	run.Files = run.Files[:min(len(run.Files), maxImported)]
	account, err := json.Marshal(run)
	if err != nil {
		return a.fault("keep the account", err)
	}
	return a.write(ctx, "keep the account", func(l *link) error {
		id, err := l.insert("INSERT INTO import (made, account) VALUES (?, ?)", a.now().Unix(), string(account))
		if err != nil {
			return err
		}
		return l.do("DELETE FROM import WHERE id <= ?", id-maxImports)
	})
}

// Imports returns the runs that are remembered, the newest first. An account
// that cannot be read is left out.
func (a *Archive) Imports(ctx context.Context) ([]Import, error) {
	var list []Import
	err := a.read(ctx, "list imports", func(l *link) error {
		list = nil
		return l.all("SELECT id, made, account FROM import ORDER BY id DESC LIMIT ?", []any{maxImports}, func(scan func(...any) error) error {
			var id, made int64
			var account string
			if err := scan(&id, &made, &account); err != nil {
				return err
			}
			var run Import
			if json.Unmarshal([]byte(account), &run) != nil {
				return nil
			}
			run.ID, run.Made = ImportID(id), time.Unix(made, 0).UTC()
			run.clean()
			list = append(list, run)
			return nil
		})
	})
	return list, err
}

// clean makes the texts of an account safe: the file is not trusted.
func (run *Import) clean() {
	safe := func(texts ...*reader.Text) {
		for _, t := range texts {
			*t = reader.CleanLine(string(*t))
		}
	}
	safe(&run.Reasons, &run.Stopped)
	for i := range run.Paths {
		safe(&run.Paths[i])
	}
	for i := range run.Files {
		f := &run.Files[i]
		safe(&f.Path, &f.Status, &f.Reason)
	}
}

// FileArticles returns the articles that were in a file when it was added
// last, in its order; none if it never was, or if they were deleted.
func (a *Archive) FileArticles(ctx context.Context, origin string) ([]Row, error) {
	var rows []Row
	err := a.read(ctx, "look up a file", func(l *link) error {
		numbers, err := l.numbers(`SELECT p.article FROM file f JOIN part p ON p.file = f.id JOIN article a ON a.id = p.article AND a.deleted = 0
			WHERE f.origin = ? ORDER BY p.number`, origin)
		if err != nil {
			return err
		}
		ids, met := make([]ID, 0, len(numbers)), make(map[int64]bool, len(numbers))
		for _, n := range numbers {
			if !met[n] {
				ids, met[n] = append(ids, ID(n)), true
			}
		}
		rows, err = rowsOf(l, ids)
		return err
	})
	return rows, err
}
