package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"offprint/reader"
	"offprint/store"
	"offprint/store/intake"
)

// showOriginal gives back the bytes of the file that an article was saved as:
// to standard output, unless that is a terminal, or to a new file.
func (p *program) showOriginal(ctx context.Context, name, to string) error {
	if to == "" && p.out.terminal() {
		return &problem{
			msg: "the original is not written to a terminal, which might act on it", code: exitUsage,
			hint: "offprint show --original " + reader.CleanLine(name) + " -o FILE",
		}
	}
	data, err := p.original(ctx, name)
	if err != nil {
		return err
	}
	if to == "" {
		p.out.raw(string(data))
		return nil
	}
	if _, err := os.Lstat(to); err == nil {
		return fileProblem(to, fs.ErrExist, "-o names a new file")
	}
	folder, err := os.OpenRoot(filepath.Dir(to))
	if err != nil {
		return writeProblem(to, err, "")
	}
	defer folder.Close()
	return writeWhole(folder, filepath.Base(to), data)
}

// containers are the formats in which an article is a part of its file.
var containers = []reader.Format{
	reader.FormatEPUB, reader.FormatFeed, reader.FormatWARC, reader.FormatZip, reader.FormatTar, reader.FormatExport,
}

// original returns the file that the argument names, or that an article of
// the archive was read from.
func (p *program) original(ctx context.Context, name string) ([]byte, error) {
	id, isFile := articleNumber(name)
	if isFile {
		s, err := p.source(name)
		if err != nil {
			return nil, &problem{msg: reader.CleanLine(name) + ": " + intake.Why(err), code: exitFailed, err: err}
		}
		return s.Data, nil
	}
	var data []byte
	var from reader.Text
	err := p.reading(ctx, func(a *store.Archive) (err error) {
		data, from, err = p.kept(ctx, a, id)
		return err
	})
	if err != nil {
		return nil, noArticle(id, err)
	}
	if data == nil {
		return nil, &problem{msg: "its original was not kept", hint: "it was read from " + from + "; it is kept when that is added again after a change", code: exitFailed}
	}
	return data, nil
}

// kept returns what the archive kept of the file that an article was read from,
// nil if that is nothing, and what the file is called. Where it is more or less
// than the article, that is said.
func (p *program) kept(ctx context.Context, a *store.Archive, id store.ID) (data []byte, from reader.Text, err error) {
	article, err := a.Article(ctx, id)
	if err != nil {
		return nil, "", err
	}
	from = article.Origin
	switch d, err := a.Document(ctx, id); {
	case err != nil:
		return nil, "", err
	case d != nil:
		p.say("it was saved inside of " + from + ", of which this is what the article was made from: " + reader.CleanLine(d.Name))
		return d.Data, from, nil
	}
	if data, err = a.Original(ctx, id); err != nil || data == nil {
		return nil, from, err
	}
	others, err := a.FileArticles(ctx, string(from))
	if err == nil && (len(others) > 1 || slices.Contains(containers, article.Digest.Article.Format)) {
		p.say("it was saved inside of " + from + ", which is given as a whole")
	}
	return data, from, err
}

// articleNumber reads the number of an article; isFile is true if name is none,
// or if a file is called so.
func articleNumber(name string) (id store.ID, isFile bool) {
	n, err := strconv.ParseInt(name, 10, 64)
	if err != nil {
		return 0, true
	}
	if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) {
		return 0, true
	}
	return store.ID(n), false
}

// noArticle says that an article is not there, if that is what err says.
func noArticle(id store.ID, err error) error {
	if !errors.Is(err, store.ErrNoArticle) {
		return err
	}
	return &problem{
		msg: reader.CleanLine(fmt.Sprintf("the archive has no article %d", id)), code: exitFailed, err: err,
		hint: "offprint list shows the numbers of all articles",
	}
}
