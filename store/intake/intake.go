// Package intake brings files into an archive: it walks folders, reads what
// may hold an article, has it analysed by several workers at once, stores the
// results in batches, and accounts for every file that it met.
//
// Files are known by their content, see kind.go. The user's files are only
// ever read. Nothing but regular files is opened:
// no pipe, device or socket, and links inside a folder are not followed, since
// what they lead to is either met anyway or outside of what was asked for.
//
// [Run] is all there is to call. It depends on the archive and the makers as
// arguments only; the program's front end puts the three together.
package intake

import (
	"context"
	"io"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"offprint/reader"
	"offprint/store"
)

// Archive is where articles go; *store.Archive is one. Known is called from
// several goroutines at once, Add from one.
type Archive interface {
	Known(ctx context.Context, origin string, size int64, modified time.Time) (bool, error)
	Add(ctx context.Context, items []store.Item) ([]store.Outcome, error)
}

// MaxSize is the size of the largest file that is held in memory, in bytes. A
// saved article is a thousandth of it; what is larger is something else, or
// holds many: zip and tar files, web archives and mailboxes of up to
// MaxContainer are read document by document. Of those the documents that
// gave articles are kept, and not the file.
const (
	MaxSize      = 64 << 20
	MaxContainer = 16 << 30
)

// Analyse makes the digests of one file and calls give with each; an error of
// give ends the work and is returned.
type Analyse func(ctx context.Context, s reader.Source, give func(reader.Digest) error) error

const (
	batchItems = 200         // files in one transaction
	batchBytes = 16 << 20    // and their bytes
	batchTime  = time.Second // after which they are stored, however few: a program that is killed has lost that much work
	flying     = 2 * MaxSize
)

// Options says how files are brought in.
type Options struct {
	// Analyse makes digests of one file. It is called from several goroutines. Required.
	Analyse Analyse
	// Workers is how many files are analysed at once; 0 is one for each processor.
	Workers int
	// Stdin is what the path "-" stands for.
	Stdin io.Reader
	// Fetch gets what a path that is an address of the web stands for. It is
	// called from several goroutines. Nil: such paths fail.
	Fetch func(ctx context.Context, address string) (reader.Source, error)
	// Originals has the archive keep the bytes of the files, too, or of the
	// documents in those that are too large.
	Originals bool
	// Again has files read that were added before and have not changed.
	Again bool
	// Judge tells what an error of Analyse says of the file: OtherKind if it is
	// no article and nothing that holds any, NoText if there is no text in it or
	// it is none, else "". Nil: every error is a failure.
	Judge func(error) Reason
	// Own tells the files of the archive itself, which are left out; nil is none.
	Own func(path string) bool
	// Progress, if not nil, is told after each file. It is called from the goroutine of Run.
	Progress func(Progress)
	// Each, if not nil, is told what became of each file, once that is certain.
	// It is called from the goroutine of Run.
	Each func(File)
}

// Progress is how far an import has come.
type Progress struct {
	Seen   int  // files met so far
	Done   int  // of these, dealt with
	Failed int  // of these, not read
	Walked bool // Seen will not grow any more
	Inside int  // articles so far of the file that comes in pieces; 0 if none does
}

// Source is one set of files that are not on disk, such as those that ship
// inside the program.
type Source struct {
	Origin string // the same string each time
	Source reader.Source
}

// Run adds what the paths name, folders with all below them and addresses of
// the web among them, and accounts for every file. Files that cannot be read or analysed are in the account and do
// not stop the rest. An error means that the import as a whole was stopped:
// the archive cannot be written to any more, or ctx was cancelled. What was
// analysed until then is stored, and the account holds in that case too.
func Run(ctx context.Context, a Archive, paths []string, o Options) (Account, error) {
	return run(ctx, a, o, func(w *walker) { w.walk(paths) })
}

// RunSources is Run for files that were read already.
func RunSources(ctx context.Context, a Archive, sources []Source, o Options) (Account, error) {
	return run(ctx, a, o, func(w *walker) {
		for _, s := range sources {
			w.give(job{path: s.Source.Name, origin: s.Origin, source: &s.Source})
		}
	})
}

func run(ctx context.Context, a Archive, o Options, walk func(*walker)) (Account, error) {
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	w := &walker{ctx: ctx, jobs: make(chan job, 1024), results: make(chan result, 64)}
	memory := semaphore.NewWeighted(flying)

	var walking, working sync.WaitGroup
	walking.Go(func() {
		defer close(w.jobs)
		walk(w)
		w.walked.Store(true)
	})
	for range workers {
		working.Go(func() {
			worker := worker{archive: a, options: o, memory: memory}
			for j := range w.jobs {
				w.results <- worker.do(ctx, j)
			}
		})
	}
	go func() { // ends when the workers do, which the loop below waits for
		walking.Wait()
		working.Wait()
		close(w.results)
	}()
	c := collector{ctx: ctx, stop: stop, archive: a, options: o, memory: memory, walker: w}
	for r := range w.results {
		c.take(r)
	}
	return c.finish()
}
