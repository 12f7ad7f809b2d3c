package bundle

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"offprint/reader/parse/inner"
)

// IsGzip reports whether data begins as gzip does.
func IsGzip(data []byte) bool { return bytes.HasPrefix(data, []byte("\x1f\x8b\x08")) }

// IsTar reports whether data begins as a tar file does.
func IsTar(data []byte) bool { return len(data) > 512 && string(data[257:262]) == "ustar" }

// Head returns the first bytes of what a gzip file unpacks to, 513 at most.
func Head(in *inner.Input) []byte {
	r, err := gzip.NewReader(bufio.NewReader(inner.From(in, 0)))
	if err != nil {
		return nil
	}
	head := make([]byte, 513)
	n, _ := io.ReadFull(r, head)
	return head[:n]
}

// Read yields the files in a tar or gzip file that may hold articles: those
// whose names say otherwise, hidden ones and the parts of saved pages are
// passed over. name is the file's own.
func Read(in *inner.Input, name string, b *inner.Budget) inner.Documents {
	packed := bufio.NewReaderSize(inner.From(in, 0), 256<<10)
	if IsTar(inner.Head(in, 513)) {
		return tarred(packed, b)
	}
	r, err := gzip.NewReader(packed)
	if err != nil {
		return failed(fmt.Errorf("%w: %w", inner.ErrDamaged, err))
	}
	if IsTar(Head(in)) {
		return tarred(b.Reader(r), b)
	}
	return single(r, in.Size(), name, b)
}

func failed(err error) inner.Documents {
	return func(yield func(inner.Document, error) bool) { yield(inner.Document{}, err) }
}

// single yields the one file that was packed.
func single(r *gzip.Reader, size int64, name string, b *inner.Budget) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		within := r.Name
		if within == "" {
			within = strings.TrimSuffix(path.Base(strings.ReplaceAll(name, `\`, "/")), ".gz")
		}
		data, err := b.Read(r, inner.MaxDocument)
		switch {
		case len(data) > suspectSize && int64(len(data))/suspectRatio > size:
			data, err = nil, inner.ErrBomb
		case err != nil && len(data) > 0 && !errors.Is(err, inner.ErrLarge):
			if !yield(inner.Document{Name: within, Data: data}, nil) { // what can be read of it
				return
			}
			data = nil
		}
		yield(inner.Document{Name: within, Data: data}, damaged(err))
	}
}

// maxTarred is how many files are read of a tar file, which has no directory.
const maxTarred = 1 << 20

// tarred yields the entries of a tar file that may hold articles.
func tarred(r io.Reader, b *inner.Budget) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		t := tar.NewReader(r)
		for n := 0; ; n++ {
			h, err := t.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
				yield(inner.Document{}, fmt.Errorf("%w: the rest could not be read", damaged(err)))
				return
			}
			if n >= maxTarred {
				yield(inner.Document{}, fmt.Errorf("%w: more than %d files; the rest was left out", inner.ErrLarge, maxTarred))
				return
			}
			if h.Typeflag != tar.TypeReg || !mayBeArticle(h.Name) {
				continue
			}
			d := inner.Document{Name: h.Name}
			switch {
			case h.Size > inner.MaxDocument && ending(h.Name) == ".mbox":
				d.Stream, err = b.Reader(t), nil
			case h.Size > inner.MaxDocument:
				err = fmt.Errorf("%w: more than %d MiB", inner.ErrLarge, inner.MaxDocument>>20)
			default:
				d.Data, err = b.Read(t, h.Size)
			}
			if !yield(d, damaged(err)) {
				return
			}
		}
	}
}

// endings are those of files that may hold articles.
var endings = map[string]bool{
	"": true, ".txt": true, ".text": true, ".md": true, ".markdown": true, ".mdown": true, ".mkd": true, ".html": true, ".htm": true, ".xhtml": true,
	".mht": true, ".mhtml": true, ".eml": true, ".mbox": true, ".epub": true, ".pdf": true, ".warc": true, ".wacz": true, ".rss": true, ".atom": true, ".xml": true, ".json": true, ".csv": true, ".opml": true, ".url": true, ".webloc": true, ".desktop": true,
	".zip": true, ".tgz": true, ".tar": true, ".gz": true, ".zst": true,
}

// Structured reports whether a file of that name is an article only if it is
// of a format that is known by its content: other XML and JSON is none, and a
// file without an ending may be anything.
func Structured(name string) bool {
	switch ending(name) {
	case ".xml", ".json", ".csv", ".opml", ".url", ".webloc", ".desktop", ".zst", ".gz", ".zip", ".tar", ".tgz", ".mbox", ".eml", ".warc", ".wacz", ".epub", ".pdf", ".mht", ".mhtml", ".rss", ".atom", "":
		return true
	}
	return false
}

// mayBeArticle tells by the name whether an entry is worth reading.
func mayBeArticle(name string) bool {
	if !endings[ending(name)] {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" || part == "CVS" {
			return false
		}
	}
	return true
}

// ending returns what follows the last dot, in lower case; empty if it is more
// likely a part of a title.
func ending(name string) string {
	e := strings.ToLower(path.Ext(name))
	if len(e) > 10 || strings.ContainsAny(e, " _") || e == "." {
		return ""
	}
	return e
}

// chosen returns what tells for each name whether it is to be read: folders
// that a browser saved beside a page belong to the page.
func chosen(names []string) func(string) bool {
	beside := map[string]bool{}
	for _, n := range names {
		switch e := ending(n); e {
		case ".html", ".htm", ".xhtml":
			stem := n[:len(n)-len(e)]
			for _, end := range []string{"_files/", "-files/", ".files/", "_Dateien/", "_fichiers/", "_archivos/"} {
				beside[stem+end] = true
			}
		}
	}
	return func(name string) bool {
		if !mayBeArticle(name) {
			return false
		}
		for i, c := range name {
			if c == '/' && beside[name[:i+1]] {
				return false
			}
		}
		return true
	}
}
