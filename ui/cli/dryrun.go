package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"offprint/store"
)

// dryArchive opens an archive for a dry run: a copy of the user's, or an empty
// one if there is none yet. Adding to it tells exactly what adding would do,
// and neither the archive nor its folder is touched. End removes it.
func (p *program) dryArchive(ctx context.Context) (a *store.Archive, end func(), err error) {
	dir, err := p.scratch()
	if err != nil {
		return nil, nil, err
	}
	end = func() {
		if a != nil {
			a.Close()
		}
		_ = os.RemoveAll(dir) // a folder of the cache
	}
	if a, err = p.dryCopy(ctx, dir); err != nil {
		end()
		return nil, nil, err
	}
	return a, end, nil
}

// dryCopy opens a copy of the user's archive in a folder. Of one of an older
// version it is the copy that is brought up.
func (p *program) dryCopy(ctx context.Context, dir string) (*store.Archive, error) {
	path := filepath.Join(dir, "archive.db")
	a, err := p.openArchive(ctx, store.Options{ReadOnly: true, NoCreate: true})
	switch {
	case errors.Is(err, store.ErrOlder):
		name, err := p.archivePath()
		if err != nil {
			return nil, err
		}
		copied, _, err := p.openCopy(ctx, name, dir) // goes with the folder
		return copied, err
	case errors.Is(err, store.ErrNotExist):
		return p.openAt(ctx, path, store.Options{})
	case err != nil:
		return nil, err
	}
	defer a.Close()
	if err := a.Backup(ctx, path); err != nil {
		return nil, err
	}
	return p.openAt(ctx, path, store.Options{})
}

// scratch makes a folder that holds the copy; it is in the cache, since that
// of temporary files may lie in memory.
func (p *program) scratch() (string, error) {
	cache := p.env.folder(cachePlace, runtime.GOOS)
	if cache != "" && os.MkdirAll(cache, 0o700) != nil {
		cache = ""
	}
	dir, err := os.MkdirTemp(cache, "dry-run-")
	if err != nil {
		return "", writeProblem(cache, err, "a dry run needs room for a copy of the archive")
	}
	return dir, nil
}
