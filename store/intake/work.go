package intake

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"

	"golang.org/x/sync/semaphore"

	"offprint/reader"
	"offprint/store"
)

// result is what became of one file before it is stored.
type result struct {
	number    int64 // of the job; 0 if there was none
	path      string
	skipped   Reason
	failed    reader.Text
	unchanged bool
	item      *store.Item
	weight    int64 // bytes of memory to be given back when the item is stored
}

func failure(path string, err error) result { return result{path: path, failed: Why(err)} }

// worker reads and analyses files.
type worker struct {
	archive Archive
	options Options
	memory  *semaphore.Weighted
}

// do deals with one file.
func (w *worker) do(ctx context.Context, j job) result {
	switch {
	case ctx.Err() != nil:
		return result{path: j.path, skipped: Stopped}
	case j.source != nil:
		return w.analyse(ctx, j, *j.source, 0)
	case j.stdin:
		return w.stream(ctx, j)
	}
	info, err := lookAt(j.path)
	if err != nil {
		return failure(j.path, err)
	}
	known, err := w.archive.Known(ctx, j.origin, info.Size(), info.ModTime())
	switch {
	case ctx.Err() != nil:
		return result{path: j.path, skipped: Stopped}
	case err != nil:
		return failure(j.path, bare(err))
	case known:
		return result{path: j.path, unchanged: true}
	}
	return w.file(ctx, j)
}

// file reads and analyses a file, once there is memory for it.
func (w *worker) file(ctx context.Context, j job) result {
	f, info, err := openFile(j.path)
	if err != nil {
		return failure(j.path, err)
	}
	defer f.Close()
	weight := info.Size()
	if err := w.memory.Acquire(ctx, weight); err != nil {
		return result{path: j.path, skipped: Stopped}
	}
	data, err := readFile(f, info)
	if err != nil {
		w.memory.Release(weight)
		return failure(j.path, err)
	}
	return w.analyse(ctx, j, reader.Source{Name: j.path, Data: data, Modified: info.ModTime()}, weight)
}

// stream reads and analyses standard input. It has no name: its origin is its content.
func (w *worker) stream(ctx context.Context, j job) result {
	data, err := readStream(w.options.Stdin)
	if err != nil {
		return failure(j.path, err)
	}
	sum := sha256.Sum256(data)
	j.origin = fmt.Sprintf("standard input %x", sum[:8])
	return w.analyse(ctx, j, reader.Source{Data: data}, 0)
}

// analyse makes an item of a file's content. Weight is the memory taken for it.
func (w *worker) analyse(ctx context.Context, j job, s reader.Source, weight int64) result {
	digests, err := w.digests(ctx, s)
	if err == nil && len(digests) == 0 {
		err = errEmpty
	}
	if err != nil {
		w.memory.Release(weight)
		switch {
		case ctx.Err() != nil && errors.Is(err, ctx.Err()):
			return result{path: j.path, skipped: Stopped}
		case !j.named && filepath.Ext(j.path) == "" && j.source == nil:
			return result{path: j.path, skipped: NoText} // nobody said that it holds any
		}
		return failure(j.path, err)
	}
	item := &store.Item{
		Origin: j.origin, FileHash: sha256.Sum256(s.Data), Size: int64(len(s.Data)), Modified: s.Modified, Digests: digests,
	}
	if w.options.Originals {
		item.Original = s.Data
	}
	return result{number: j.number, path: j.path, item: item, weight: weight}
}

// digests calls the makers. A mistake in them fails the one file that shows it.
func (w *worker) digests(ctx context.Context, s reader.Source) (d []reader.Digest, err error) {
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, fmt.Errorf("the program stumbled over it, which is its own mistake: %v", r)
		}
	}()
	return w.options.Analyse(ctx, s)
}
