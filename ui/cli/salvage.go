package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"offprint/reader"
	"offprint/store"
)

// salvage writes what can be read of an archive into a new one, and says how
// much that is. The damaged one is not brought up to this version first, as
// other commands do: nothing is written to it.
func (p *program) salvage(ctx context.Context, to string) error {
	path, err := p.archivePath()
	if err != nil {
		return err
	}
	a, err := p.openAt(ctx, path, store.Options{ReadOnly: true, NoCreate: true})
	if errors.Is(err, store.ErrOlder) {
		var end func()
		if a, end, err = p.openCopy(ctx, path, filepath.Dir(to)); err == nil {
			defer end()
		}
	}
	if err != nil {
		return err
	}
	defer a.Close()
	saved, lost, err := a.Salvage(ctx, to)
	if err != nil {
		return err
	}
	p.out.raw(fmt.Sprintf("%s saved to ", count(saved, "article")))
	p.out.line(reader.CleanLine(to))
	if lost > 0 {
		return &problem{msg: reader.CleanLine(fmt.Sprintf("%s: %s could not be read", path, count(lost, "article"))), code: exitFailed}
	}
	return nil
}

// openCopy opens a copy of an archive of an older version, made byte for byte
// as damage allows nothing else, and brought up. end removes it.
func (p *program) openCopy(ctx context.Context, path, dir string) (a *store.Archive, end func(), err error) {
	dir, err = os.MkdirTemp(dir, ".salvage-")
	if err != nil {
		return nil, nil, fileProblem(dir, err, "a copy of the archive needs room there")
	}
	end = func() { _ = os.RemoveAll(dir) }
	name := filepath.Join(dir, "archive.db")
	for _, part := range []string{"", "-wal"} {
		if err = copyBytes(name+part, path+part); err != nil && !(part != "" && errors.Is(err, fs.ErrNotExist)) {
			end()
			return nil, nil, fileProblem(path+part, err, "")
		}
	}
	if a, err = p.openAt(ctx, name, store.Options{NoCreate: true, NoBackup: true}); err != nil {
		end()
		return nil, nil, err
	}
	return a, end, nil
}

// copyBytes copies a file of any size.
func copyBytes(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
