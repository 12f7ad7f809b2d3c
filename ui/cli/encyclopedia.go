package cli

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
	"offprint/store/zim"
)

// encyclopedia opens the ZIM file that the settings name; nil if they name none.
func (p *program) encyclopedia() (*zim.File, error) {
	c, err := p.settings()
	if err != nil || c.Zim == "" {
		return nil, err
	}
	path := c.Zim
	if below, ok := strings.CutPrefix(filepath.ToSlash(path), "~/"); ok {
		path = filepath.Join(p.env.home(), filepath.FromSlash(below))
	}
	f, err := zim.Open(path)
	if err != nil {
		return nil, fileProblem(path, err, "zim in the settings names this file")
	}
	return f, nil
}

// lookUp returns what the encyclopedia has about a name, nil if it has nothing.
// That it cannot be read is said; the rest of the command goes on.
func (p *program) lookUp(ctx context.Context, e *store.EntityPage) *zim.Article {
	f, err := p.encyclopedia()
	if err == nil && f == nil {
		return nil
	}
	var about *zim.Article
	if err == nil {
		defer f.Close()
		about, err = articleAbout(ctx, f, e)
	}
	if err != nil {
		p.say("no encyclopedia: " + reader.CleanLine(err.Error()))
	}
	return about
}

// articleAbout looks an entity up in a ZIM file.
func articleAbout(ctx context.Context, f *zim.File, e *store.EntityPage) (*zim.Article, error) {
	return f.Article(ctx, zim.Name{Text: e.Name, Aliases: e.Aliases, Kind: e.Kind})
}

// consulted looks the names of a list up in the encyclopedia. A nil one knows nothing.
type consulted struct {
	file    *zim.File
	archive *store.Archive
}

// consult opens the encyclopedia for a list, if it is wanted. Close it.
func (p *program) consult(wanted bool, a *store.Archive) (*consulted, error) {
	if !wanted {
		return nil, nil
	}
	f, err := p.encyclopedia()
	if err == nil && f == nil {
		err = &problem{msg: "there is no encyclopedia", hint: "zim in the settings names its file", code: exitUsage}
	}
	if err != nil {
		return nil, err
	}
	return &consulted{f, a}, nil
}

func (c *consulted) close() {
	if c != nil {
		_ = c.file.Close() // it was only read
	}
}

// about returns what the encyclopedia has about a name, nil if it has nothing.
func (c *consulted) about(ctx context.Context, r *store.EntityRow) (*zim.Article, error) {
	if c == nil {
		return nil, nil
	}
	aliases, err := c.archive.Aliases(ctx, r)
	if err != nil {
		return nil, err
	}
	return c.file.Article(ctx, zim.Name{Text: r.Name, Aliases: aliases, Kind: r.Kind})
}

// encyclopediaFlag is that of lists of names.
func encyclopediaFlag(c *cobra.Command, on *bool) {
	c.Flags().BoolVar(on, "encyclopedia", false, "with the page that the ZIM file of the settings has on each name, if it is clear which")
}
