package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/semaphore"

	"offprint/reader"
	"offprint/store"
)

// collector stores results in batches and keeps the account. It runs in the
// goroutine of Run alone.
type collector struct {
	ctx     context.Context
	stop    context.CancelCauseFunc
	archive Archive
	options Options
	memory  *semaphore.Weighted
	walker  *walker
	account Account
	batch   []result
	bytes   int64
	begun   time.Time // when the first result came into the batch
	inside  int       // articles so far of the file that comes in pieces
	broken  error     // why the archive takes no more
}

// take accounts for one result, or puts it into the batch.
func (c *collector) take(r result) {
	switch {
	case r.item != nil && r.item.More != nil:
		c.flush()
		c.stream(&r)
	case r.item != nil:
		if len(c.batch) == 0 {
			c.begun = time.Now()
		}
		c.batch = append(c.batch, r)
		c.bytes += r.item.Size
		if len(c.batch) >= batchItems || c.bytes >= batchBytes || time.Since(c.begun) >= batchTime {
			c.flush()
		}
	case r.empty:
		c.account.Empty = append(c.account.Empty, reader.CleanLine(r.path))
	case r.unchanged:
		c.account.Unchanged++
		c.each(&r, File{Status: Unchanged})
	case r.skipped != "":
		c.skip(&r)
	default:
		c.fail(&r)
	}
	c.tell()
}

func (c *collector) skip(r *result) {
	if c.account.Skipped == nil {
		c.account.Skipped = make(map[Reason]int)
	}
	c.account.Skipped[r.skipped]++
	why := reader.CleanLine(string(r.skipped))
	odd := r.skipped == Special || r.named && r.skipped != Stopped
	if odd && len(c.account.Odd) < maxOdd {
		c.account.Odd = append(c.account.Odd, Failure{reader.CleanLine(r.path), why})
	}
	c.each(r, File{Status: Skipped, Reason: why, Odd: odd})
}

// maxOdd is how many odd files are named one by one.
const maxOdd = 100

func (c *collector) fail(r *result) {
	c.account.Failed = append(c.account.Failed, Failure{reader.CleanLine(r.path), r.failed})
	c.each(r, File{Status: Failed, Reason: r.failed})
}

// each tells of one file that has its place in the account.
func (c *collector) each(r *result, f File) {
	if c.options.Each != nil {
		f.Path, f.Origin, f.Took = reader.CleanLine(r.path), r.origin, r.took
		c.options.Each(f)
	}
}

// tell reports the progress. Files in the batch count as done: they were read.
func (c *collector) tell() {
	if c.options.Progress == nil {
		return
	}
	c.options.Progress(Progress{
		Seen: int(c.walker.seen.Load()), Walked: c.walker.walked.Load(),
		Done: c.account.Total() + len(c.batch), Failed: len(c.account.Failed), Inside: c.inside,
	})
}

// flush stores the batch. It does so even after a cancellation: the work is done.
func (c *collector) flush() {
	batch := c.batch
	c.batch, c.bytes = nil, 0
	if len(batch) == 0 {
		return
	}
	// Workers finish in any order; the same folder gives the same archive.
	slices.SortFunc(batch, func(a, b result) int { return cmp.Compare(a.number, b.number) })
	err := c.add(batch)
	if err != nil && !hopeless(err) && len(batch) > 1 {
		for _, r := range batch { // so that one bad file fails alone
			if err := c.add([]result{r}); err != nil {
				c.refuse([]result{r}, err)
			}
		}
	} else if err != nil {
		c.refuse(batch, err)
	}
	for _, r := range batch {
		c.memory.Release(r.weight)
	}
}

// add stores some results in one transaction and counts them.
func (c *collector) add(batch []result) error {
	if c.broken != nil {
		return c.broken
	}
	items := make([]store.Item, len(batch))
	for i, r := range batch {
		items[i] = *r.item
	}
	outcomes, err := c.archive.Add(context.WithoutCancel(c.ctx), items)
	if err != nil {
		return err
	}
	for i, o := range outcomes {
		c.settle(&batch[i], o, bring(items[i].Digests))
	}
	return nil
}

// brought is what the account says of the articles of one file.
type brought struct {
	titles []reader.Text
	lost   int // documents of the file that could not be read
}

func bring(digests []reader.Digest) brought {
	var b brought
	b.add(digests, func(t reader.Text) reader.Text { return t })
	return b
}

func (b *brought) add(digests []reader.Digest, keep func(reader.Text) reader.Text) {
	for i := range digests {
		a := &digests[i].Article
		b.titles = append(b.titles, keep(a.Title))
		for _, r := range a.Repairs {
			if r.Kind == reader.RepairLost {
				b.lost += lostIn(r.Text)
			}
		}
	}
}

// lostIn is how many documents are told as lost in one line: the line says so
// where they are several.
func lostIn(line reader.Text) int {
	var n, all int
	if _, err := fmt.Sscanf(string(line), "and %d more", &n); err == nil && n > 0 {
		return n
	}
	if _, err := fmt.Sscanf(string(line), "%d of %d entries", &n, &all); err == nil && n > 0 && n <= all {
		return n
	}
	return 1
}

// stream stores a file whose articles are still being made, by itself. Where
// that ends early, what was stored until then stays, and the file is read
// again the next time.
func (c *collector) stream(r *result) {
	defer c.memory.Release(r.weight)
	defer r.stop()
	defer func() { c.inside = 0 }()
	if c.broken != nil {
		c.refuse([]result{*r}, c.broken)
		return
	}
	item := *r.item
	r.item = nil // so that nothing holds what is stored
	var b brought
	b.add(item.Digests, apart)
	more := item.More
	item.More = func() ([]reader.Digest, error) {
		piece, err := more()
		b.add(piece, apart)
		c.inside = len(b.titles)
		c.tell()
		return piece, err
	}
	items := []store.Item{item}
	r.item, item = &store.Item{Size: item.Size}, store.Item{}
	outcomes, err := c.archive.Add(context.WithoutCancel(c.ctx), items)
	switch {
	case err == nil:
		c.settle(r, outcomes[0], b)
	case c.ctx.Err() != nil && errors.Is(err, c.ctx.Err()):
		r.skipped = Stopped
		c.skip(r)
	default:
		c.refuse([]result{*r}, err)
	}
}

// apart is a title apart from its article's text, of which it may be a part.
func apart(t reader.Text) reader.Text { return reader.CleanLine(strings.Clone(string(t))) }

// settle counts one file that the archive took.
func (c *collector) settle(r *result, o store.Outcome, b brought) {
	c.account.Bytes += r.item.Size
	f := File{Status: Unchanged}
	switch o.Status {
	case store.StatusAdded:
		c.account.Added++
		f.Status = Added
	case store.StatusUpdated:
		c.account.Updated++
		f.Status = Updated
	case store.StatusStub:
		c.account.Stubs++
		f.Status = Stub
	default:
		c.account.Unchanged++
	}
	if f.Status != Unchanged {
		c.account.Articles += len(o.IDs)
		c.account.Lost += b.lost
		f.Lost, f.AsSaved = b.lost, o.AsSaved
	}
	if c.options.Each != nil && len(b.titles) == len(o.IDs) { // else it was known to be unchanged
		f.Articles = make([]Article, len(b.titles))
		for i, t := range b.titles {
			f.Articles[i] = Article{o.IDs[i], t}
		}
	}
	c.each(r, f)
}

// refuse accounts for results that the archive did not take. If it will not
// take others either, nothing is wrong with the files: the import is stopped,
// and its error says once why.
func (c *collector) refuse(batch []result, err error) {
	if hopeless(err) && c.broken == nil {
		c.broken = err
		c.stop(err)
	}
	for _, r := range batch {
		if c.broken != nil {
			r.skipped = Stopped
			c.skip(&r)
			continue
		}
		r.failed = Why(bare(err))
		c.fail(&r)
	}
}

// hopeless reports whether trying again with other files makes no sense.
func hopeless(err error) bool {
	for _, e := range []error{
		store.ErrFull, store.ErrReadOnly, store.ErrBusy, store.ErrCorrupt, store.ErrGone, store.ErrIO, store.ErrNewer,
		store.ErrNotArchive, store.ErrNotExist, store.ErrAccess, context.Canceled,
	} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// bare is the reason of an error of the archive without the archive's path,
// which has no place behind the name of a file.
func bare(err error) error {
	if e, ok := errors.AsType[*store.Error](err); ok {
		return e.Err
	}
	return err
}

// finish stores what is left and returns the account.
func (c *collector) finish() (Account, error) {
	c.flush()
	c.account.Seen = int(c.walker.seen.Load())
	c.tell()
	if c.broken != nil {
		return c.account, c.broken
	}
	return c.account, context.Cause(c.ctx)
}
