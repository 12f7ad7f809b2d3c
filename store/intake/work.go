package intake

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sync/semaphore"

	"offprint/reader"
	"offprint/store"
)

// result is what became of one file before it is stored.
type result struct {
	number    int64 // of the job; 0 if there was none
	path      string
	origin    string
	named     bool          // on the command line
	took      time.Duration // reading and analysing
	skipped   Reason
	failed    reader.Text
	unchanged bool
	empty     bool // a folder with no file in it, which is none itself
	item      *store.Item
	stop      func() // ends the making of the item's further articles; nil if it has none
	weight    int64  // bytes of memory to be given back when the item is stored
}

func failure(path string, err error) result { return result{path: path, named: true, failed: Why(err)} }

// worker reads and analyses files.
type worker struct {
	archive Archive
	options Options
	memory  *semaphore.Weighted
}

// do deals with one file.
func (w *worker) do(ctx context.Context, j job) result {
	begun := time.Now()
	r := w.outcome(ctx, &j)
	r.number, r.path, r.origin, r.named, r.took = j.number, j.path, j.origin, j.named, time.Since(begun)
	return r
}

// outcome tells what becomes of a file.
func (w *worker) outcome(ctx context.Context, j *job) result {
	switch {
	case ctx.Err() != nil:
		return result{skipped: Stopped}
	case j.source != nil:
		return w.analyse(ctx, j, *j.source, 0)
	case j.stdin:
		return w.stream(ctx, j)
	case j.online:
		return w.page(ctx, j)
	case w.options.Own != nil && w.options.Own(j.path):
		return result{skipped: Own}
	}
	info, err := lookAt(j.path)
	if err != nil {
		return w.refused(j, err)
	}
	known := false
	if !w.options.Again {
		known, err = w.archive.Known(ctx, j.origin, info.Size(), info.ModTime())
	}
	switch {
	case ctx.Err() != nil:
		return result{skipped: Stopped}
	case err != nil:
		return result{failed: Why(bare(err))}
	case known:
		return result{unchanged: true}
	}
	return w.file(ctx, j)
}

// file looks at a file and has it read. Where the name does not tell that it
// is an article, its beginning must.
func (w *worker) file(ctx context.Context, j *job) result {
	open := openMet
	if j.named { // a link that is named is followed
		open = openFile
	}
	f, info, err := open(j.path)
	if err != nil {
		return w.refused(j, err)
	}
	if j.doubtful {
		looks, err := lookInto(f, j.path)
		if err != nil || looks == nothing {
			f.Close()
			return result{skipped: OtherKind} // unreadable or not, nobody asked for it
		}
		j.sure = looks == surely
	}
	switch err := sized(f, info.Size()); {
	case err != nil:
		f.Close()
		return w.refused(j, err)
	case info.Size() > MaxSize:
		return w.large(ctx, j, f, info)
	}
	defer f.Close()
	return w.small(ctx, j, f, info)
}

// small reads and analyses a file, once there is memory for it.
func (w *worker) small(ctx context.Context, j *job, f *os.File, info fs.FileInfo) result {
	weight := info.Size()
	if err := w.memory.Acquire(ctx, weight); err != nil {
		return result{skipped: Stopped}
	}
	data, err := readFile(f, info)
	if err != nil {
		w.memory.Release(weight)
		return w.refused(j, err)
	}
	if !j.named && beside(j.path, data) {
		w.memory.Release(weight)
		return result{skipped: OtherKind}
	}
	return w.analyse(ctx, j, reader.Source{Name: j.path, Data: data, Modified: info.ModTime()}, weight)
}

// refused is the result of a file that could not be read. One of which only
// its content tells that it is an article has not failed if it is empty.
func (w *worker) refused(j *job, err error) result {
	if j.doubtful && errors.Is(err, errEmpty) {
		return result{skipped: OtherKind}
	}
	return result{failed: Why(err)}
}

// stream reads and analyses standard input. It has no name: its origin is its content.
func (w *worker) stream(ctx context.Context, j *job) result {
	data, err := readStream(w.options.Stdin)
	if err != nil {
		return result{failed: Why(err)}
	}
	sum := sha256.Sum256(data)
	j.origin = fmt.Sprintf("standard input %x", sum[:8])
	return w.analyse(ctx, j, reader.Source{Data: data}, 0)
}

// page fetches and analyses a page of the web.
func (w *worker) page(ctx context.Context, j *job) result {
	if w.options.Fetch == nil {
		return result{failed: "addresses are not fetched here"}
	}
	s, err := w.options.Fetch(ctx, j.path)
	switch {
	case ctx.Err() != nil:
		return result{skipped: Stopped}
	case err != nil:
		return result{failed: Why(err)}
	}
	return w.analyse(ctx, j, s, 0)
}

// analyse makes an item of a file's content. Weight is the memory taken for it.
func (w *worker) analyse(ctx context.Context, j *job, s reader.Source, weight int64) result {
	return w.item(ctx, j, w.begin(ctx, s, func() error { return nil }), weight, func(item *store.Item) error {
		item.FileHash, item.Size, item.Modified = sha256.Sum256(s.Data), int64(len(s.Data)), s.Modified
		if w.options.Originals {
			item.Original, item.Charset = s.Data, s.Charset
		}
		return nil
	})
}

// large analyses a file that is not held here: it is read while its articles
// are made and stored, and once more for its hash. What is kept of it is what its articles are made from.
func (w *worker) large(ctx context.Context, j *job, f *os.File, info fs.FileInfo) result {
	if err := w.memory.Acquire(ctx, MaxSize); err != nil {
		f.Close()
		return result{skipped: Stopped}
	}
	content := io.NewSectionReader(f, 0, info.Size())
	st := w.begin(ctx, reader.Source{Name: j.path, Large: content, Modified: info.ModTime()}, func() error { return unchanged(f, info) })
	stop := st.stop
	st.stop = func() { stop(); f.Close() }
	return w.item(ctx, j, st, MaxSize, func(item *store.Item) (err error) {
		item.Size, item.Modified = info.Size(), info.ModTime()
		item.FileHash, err = hashOf(ctx, io.NewSectionReader(f, 0, info.Size()))
		return err
	})
}

// item makes an item of the articles of a file. describe says what else is known of the file.
func (w *worker) item(ctx context.Context, j *job, st *stream, weight int64, describe func(*store.Item) error) result {
	digests, whole, err := st.first()
	if err == nil && len(digests) == 0 {
		err = errEmpty
	}
	if err == nil && j.doubtful && whole && plainText(digests) {
		err = errNoArticle
	}
	item := &store.Item{Origin: j.origin, Digests: digests, Again: w.options.Again}
	if err == nil {
		err = describe(item)
	}
	if err != nil || whole {
		st.stop()
	}
	if err != nil {
		w.memory.Release(weight)
		return w.without(ctx, j, err)
	}
	r := result{item: item, weight: weight}
	if !whole {
		item.More, r.stop = st.next, st.stop
	}
	return r
}

// without is the result of a file that gave no article.
func (w *worker) without(ctx context.Context, j *job, err error) result {
	kind := Reason("")
	if w.options.Judge != nil {
		kind = w.options.Judge(err)
	}
	switch {
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		return result{skipped: Stopped}
	case kind == OtherKind, err == errNoArticle:
		return result{skipped: OtherKind}
	case kind == NoText && j.doubtful && !j.sure:
		return result{skipped: OtherKind}
	case kind == NoText && !j.named && j.source == nil && ending(j.path) == "":
		return result{skipped: NoText} // nobody said that it holds any
	}
	return result{failed: Why(err)}
}
