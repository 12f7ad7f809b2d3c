package intake

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Entries returns what an import looks at of a folder, in the order of the
// names: files that may hold articles, and folders. It is for those who look
// for files to give to [RunMet].
func Entries(folder string) ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(folder)
	pages := savedPages(entries)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return leaveOut(e, pages) != "" }), err
}

// RunMet is [Run] for files that were met in folders and not named one by one:
// what holds no article is left out and has not failed.
func RunMet(ctx context.Context, a Archive, files []string, o Options) (Account, error) {
	return run(ctx, a, o, func(w *walker) {
		for _, p := range files {
			origin, err := filepath.Abs(p)
			if err != nil {
				w.settle(failure(p, err))
				continue
			}
			w.give(job{path: p, origin: origin, doubtful: !articleName(filepath.Base(p))})
		}
	})
}

// Include adds another account to this one.
func (a *Account) Include(b Account) {
	a.Seen += b.Seen
	a.Added += b.Added
	a.Updated += b.Updated
	a.Unchanged += b.Unchanged
	a.Stubs += b.Stubs
	a.Articles += b.Articles
	a.Lost += b.Lost
	a.Bytes += b.Bytes
	a.Failed = append(a.Failed, b.Failed...)
	a.Odd = append(a.Odd, b.Odd...)
	a.Empty = append(a.Empty, b.Empty...)
	for reason, n := range b.Skipped {
		if a.Skipped == nil {
			a.Skipped = make(map[Reason]int)
		}
		a.Skipped[reason] += n
	}
}
