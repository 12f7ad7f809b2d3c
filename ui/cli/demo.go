package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"offprint/reader/digest"
	"offprint/store"
	"offprint/store/intake"
	"offprint/ui/cli/demo"
)

// demoCommand is `offprint demo`.
func (p *program) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Open the reader on articles that come with the program",
		Long: `Open the reader on articles that come with the program. They are kept in an
archive of their own in your cache folder; what you do with them stays there.`,
		GroupID: groupRead,
		Args:    none,
		RunE: p.do(func(ctx context.Context, _ []string) error {
			if err := p.needTerminal(); err != nil {
				return err
			}
			a, err := p.demoArchive(ctx)
			if err != nil {
				return err
			}
			defer a.Close()
			return p.open(ctx, a, "", false)
		}),
	}
}

// demoArchive opens the archive of the demo and puts its articles in. It lies
// in the cache folder unless a flag or the environment names a file. One that
// cannot be used any more is made anew: it is a cache.
func (p *program) demoArchive(ctx context.Context) (*store.Archive, error) {
	path := p.flags.archive
	if path == "" {
		dir := p.env.folder(cachePlace, runtime.GOOS)
		if dir == "" {
			return nil, &problem{msg: "there is no home folder to keep the demo in", hint: "name a file with --archive", code: exitFailed}
		}
		path = filepath.Join(dir, "demo.db")
	}
	a, err := store.Open(ctx, path, store.Options{MakeFolder: true, Analysis: digest.Version})
	if err != nil && p.flags.archive == "" && spoilt(err) {
		for _, end := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(path + end)
		}
		a, err = store.Open(ctx, path, store.Options{MakeFolder: true, Analysis: digest.Version})
	}
	if err != nil {
		return nil, err
	}
	if err := p.fillDemo(ctx, a); err != nil {
		a.Close()
		return nil, err
	}
	return a, nil
}

// spoilt reports whether an archive must be made anew to be used.
func spoilt(err error) bool {
	return errors.Is(err, store.ErrCorrupt) || errors.Is(err, store.ErrNewer) || errors.Is(err, store.ErrNotArchive)
}

// fillDemo adds the articles of the demo, which does nothing when they are there.
func (p *program) fillDemo(ctx context.Context, a *store.Archive) error {
	var sources []intake.Source
	for _, s := range demo.Sources() {
		sources = append(sources, intake.Source{Origin: "demo/" + s.Name, Source: s})
	}
	account, err := intake.RunSources(ctx, a, sources, intake.Options{Analyse: p.children.Each, Workers: p.readers()})
	if err != nil {
		return err
	}
	for _, f := range account.Failed {
		p.say(f.Path + ": " + f.Reason)
	}
	return a.Index(ctx)
}
