package cli

import (
	"context"
	"path/filepath"
	"strings"

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
