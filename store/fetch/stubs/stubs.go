// Package stubs fills stubs, articles of which only the address was saved,
// with their texts: from the page as it is now, or where that is gone, from
// the copy that the Wayback Machine made nearest to the day on which the
// address was saved.
//
// [Run] goes over the stubs of an archive, several at once but each host in
// turn, and accounts for each. It may be stopped at any time: what was filled
// is filled, and a stub that was tried in vain is left alone for a day, so
// that the next run goes on where this one was. A stub whose host asked to
// come back later is tried in any case.
package stubs

import (
	"context"
	"crypto/sha256"
	"errors"
	"net/url"
	"sync"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/store/fetch"
)

// Archive is where the stubs are; *store.Archive is one.
type Archive interface {
	Stubs(ctx context.Context, after store.ID, n int) ([]store.Stub, error)
	NoteFetch(ctx context.Context, id store.ID, reason string) error
	Article(ctx context.Context, id store.ID) (*store.Article, error)
	Add(ctx context.Context, items []store.Item) ([]store.Outcome, error)
}

// Web is where the texts are; *fetch.Client is one.
type Web interface {
	Get(ctx context.Context, address string) (fetch.Page, error)
	Copy(ctx context.Context, address string, near time.Time) (fetch.Page, error)
}

// Options says which stubs are filled, and how.
type Options struct {
	// Analyse makes digests of a page. It is called from several goroutines. Required.
	Analyse func(context.Context, fetch.Page) ([]reader.Digest, error)
	// Only are the stubs that are meant; nil is all.
	Only map[store.ID]bool
	// Limit is how many are tried; 0 is all.
	Limit int
	// Retry tries those as well that were tried in vain within [Rest].
	Retry bool
	// Workers is how many are fetched at once; 0 is 8.
	Workers int
	// Progress, if not nil, is told after each. It is called from the goroutine of Run.
	Progress func(Progress)
}

// Rest is how long a stub is left alone after it was tried in vain.
const Rest = 24 * time.Hour

const (
	pageStubs = 1000 // asked of the archive at once
	workers   = 8
	// What is shorter asks for a newer browser, or for consent. Both are looked
	// at: not every language writes its words apart.
	minWords, minBytes = 30, 400
)

// Progress is how far a run has come.
type Progress struct{ Total, Done, Filled, Failed int }

// ErrOffline stops a run: nothing can be had, which is no fault of the stubs.
var ErrOffline = errors.New("there is no network, or no name server in it")

// Pending returns the stubs that Run would try, in the order of their ids, and
// how many it would leave alone because they were tried shortly before.
func Pending(ctx context.Context, a Archive, o Options) (list []store.Stub, resting int, err error) {
	now := time.Now()
	for after := store.ID(0); ; {
		page, err := a.Stubs(ctx, after, pageStubs)
		if err != nil {
			return nil, 0, err
		}
		for _, s := range page {
			after = s.ID
			switch {
			case o.Only != nil && !o.Only[s.ID]:
			case !o.Retry && now.Sub(s.Tried).Abs() < Rest:
				resting++
			case o.Limit == 0 || len(list) < o.Limit:
				list = append(list, s)
			}
		}
		if len(page) < pageStubs {
			return list, resting, nil
		}
	}
}

// Run fills stubs and accounts for each. An error means that the run as a
// whole was stopped: the archive cannot be written to, there is no network
// ([ErrOffline]), or ctx was cancelled. The account holds in that case too.
func Run(ctx context.Context, a Archive, web Web, o Options) (Account, error) {
	list, resting, err := Pending(ctx, a, o)
	if err != nil {
		return Account{}, err
	}
	f := newFiller(a, web, o)
	f.account.Resting = resting
	return f.run(ctx, list)
}

// Fill is Run for stubs that were named one by one. One without an ID is an
// address of which nothing may be known: its page is added like any other.
func Fill(ctx context.Context, a Archive, web Web, list []store.Stub, o Options) (Account, error) {
	return newFiller(a, web, o).run(ctx, list)
}

func host(address reader.Text) string {
	u, err := url.Parse(string(address))
	if err != nil {
		return ""
	}
	return u.Host
}

// run fills some stubs: several goroutines fetch, this one writes.
func (f *filler) run(ctx context.Context, list []store.Stub) (Account, error) {
	inner, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	line, done := newLine(list), make(chan found)
	var working sync.WaitGroup
	for range f.workers() {
		working.Go(func() {
			line.each(inner, func(s store.Stub) { done <- f.find(inner, s) })
		})
	}
	go func() { // ends when the workers do, which the loop below waits for
		working.Wait()
		close(done)
	}()
	for r := range done {
		if err := f.settle(inner, &r); err != nil {
			stop(err)
		}
		if f.options.Progress != nil {
			f.options.Progress(f.account.progress(len(list)))
		}
	}
	err := context.Cause(inner)
	if err == nil {
		err = f.decide()
	}
	f.account.Stopped = len(list) - f.account.settled()
	return f.account, err
}

// settle writes what became of a stub. An error stops the run.
func (f *filler) settle(ctx context.Context, r *found) error {
	if r.err != nil && ctx.Err() != nil {
		return nil // not reached any more
	}
	if r.unheard {
		return f.doubt(r)
	}
	f.heard = true
	ctx = context.WithoutCancel(ctx) // the work is done
	if r.err == nil {
		r.err = f.keep(ctx, r)
		if r.err == nil {
			return nil
		}
		if _, ok := errors.AsType[*store.Error](r.err); ok {
			return r.err
		}
	}
	f.account.fail(r)
	e, ok := errors.AsType[*fetch.Error](r.err)
	if ok && (e.Kind == fetch.Later || e.Kind == fetch.Offline) || r.stub.ID == 0 {
		return nil
	}
	err := f.archive.NoteFetch(ctx, r.stub.ID, r.err.Error())
	if errors.Is(err, store.ErrNoArticle) {
		return nil // it was filled or deleted meanwhile
	}
	return err
}

// maxDoubts is how many stubs nothing may be heard of before the network is
// taken to be away.
const maxDoubts = 5

// doubt puts a stub aside of which nothing was heard. If nothing was heard of
// any other either, there is no network, and the run ends.
func (f *filler) doubt(r *found) error {
	f.doubts = append(f.doubts, *r)
	if !f.heard && len(f.doubts) >= maxDoubts {
		return ErrOffline
	}
	return nil
}

// decide accounts for what was put aside: stubs that failed, since others were
// heard of, or that were not reached.
func (f *filler) decide() error {
	if len(f.doubts) > 0 && !f.heard {
		return ErrOffline
	}
	for i := range f.doubts {
		f.account.fail(&f.doubts[i])
	}
	return nil
}

// keep stores a text that was found.
func (f *filler) keep(ctx context.Context, r *found) error {
	item := store.Item{
		Origin: r.page.Address, FileHash: sha256.Sum256(r.page.Data), Size: int64(len(r.page.Data)), Original: r.page.Data, Charset: r.page.Charset,
		Digests: r.digests, Fills: r.stub.ID,
	}
	if r.page.Copy != "" {
		item.Origin = r.page.Copy
	}
	if _, err := f.archive.Add(ctx, []store.Item{item}); err != nil {
		return err
	}
	f.account.Texts = append(f.account.Texts, Text{r.stub.Address, item.Origin})
	if r.page.Copy != "" {
		f.account.Copies++
	} else {
		f.account.Live++
	}
	return nil
}
