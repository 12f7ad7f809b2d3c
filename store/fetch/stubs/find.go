package stubs

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/store/fetch"
)

// filler is one run.
type filler struct {
	archive Archive
	web     Web
	options Options
	// Of the goroutine of run alone:
	account Account
	heard   bool    // of a host
	doubts  []found // of which nothing was heard

	mu   sync.Mutex
	dead map[string]error // hosts of which nothing can be had, and why
}

func newFiller(a Archive, web Web, o Options) *filler {
	return &filler{archive: a, web: web, options: o, dead: make(map[string]error)}
}

func (f *filler) workers() int {
	if f.options.Workers > 0 {
		return f.options.Workers
	}
	return workers
}

// found is what was found for a stub: a page with its digests, or why there is none.
type found struct {
	stub    store.Stub
	page    fetch.Page
	digests []reader.Digest
	err     error
	// unheard is set if nothing was heard of any host: perhaps there is no network.
	unheard bool
}

// errThin is that of pages that show nothing to programs.
var errThin = errors.New("there is no article on the page")

// find looks for the text of a stub: on the web, then among the copies.
func (f *filler) find(ctx context.Context, s store.Stub) found {
	r := found{stub: s}
	if s.Address == "" {
		r.err = errors.New("it has no address")
		return r
	}
	r.page, r.digests, r.err = f.live(ctx, s)
	there, ok := errors.AsType[*fetch.Error](r.err)
	unnamed := ok && there.Unnamed()
	r.unheard = ok && there.Kind == fetch.Offline
	if r.err == nil || ctx.Err() != nil || r.unheard || !copyMayHelp(r.err) {
		return r
	}
	page, digests, err := f.copied(ctx, s)
	copied, ok := errors.AsType[*fetch.Error](err)
	switch {
	case err == nil:
		r.page, r.digests, r.err = page, digests, nil
	case ctx.Err() != nil:
		r.err = ctx.Err()
	default:
		r.unheard = ok && unnamed && copied.Unnamed()
		r.err = fmt.Errorf("%s; %w", r.err.Error(), err)
	}
	return r
}

// copyMayHelp reports whether a page that is not to be had may be had as a copy.
func copyMayHelp(err error) bool {
	e, ok := errors.AsType[*fetch.Error](err)
	if !ok {
		return true // it was got and is not the article
	}
	return e.Kind == fetch.Gone || e.Kind == fetch.Refused || e.Kind == fetch.Broken
}

// live gets the page as it is now.
func (f *filler) live(ctx context.Context, s store.Stub) (fetch.Page, []reader.Digest, error) {
	page, err := f.ask(host(s.Address), func() (fetch.Page, error) { return f.web.Get(ctx, string(s.Address)) })
	if err != nil {
		return page, nil, err
	}
	if lost := page.Lost(); lost != "" {
		return page, nil, errors.New(lost)
	}
	digests, err := f.read(ctx, page, s.Title)
	return page, digests, err
}

// copied gets the copy that was made nearest to when the address was saved.
func (f *filler) copied(ctx context.Context, s store.Stub) (fetch.Page, []reader.Digest, error) {
	near := time.Time{}
	if s.ID != 0 {
		art, err := f.archive.Article(ctx, s.ID)
		if err != nil {
			return fetch.Page{}, nil, err
		}
		near = art.Row.Added
	}
	page, err := f.ask(copies, func() (fetch.Page, error) { return f.web.Copy(ctx, string(s.Address), near) })
	if err != nil {
		return page, nil, err
	}
	digests, err := f.read(ctx, page, s.Title)
	if err != nil {
		err = fmt.Errorf("the copy of the Wayback Machine: %w", err)
	}
	return page, digests, err
}

// copies stands for the host of the copies.
const copies = "copies"

// ask gets a page of a host, unless nothing can be had of that. It tries once
// more if the host asked to wait; it is the client that waits.
func (f *filler) ask(host string, get func() (fetch.Page, error)) (fetch.Page, error) {
	f.mu.Lock()
	err := f.dead[host]
	f.mu.Unlock()
	if err != nil {
		return fetch.Page{}, err
	}
	page, err := get()
	e, ok := errors.AsType[*fetch.Error](err)
	if ok && e.Kind == fetch.Later && e.Wait > 0 {
		page, err = get()
		e, ok = errors.AsType[*fetch.Error](err)
	}
	if ok && e.Host {
		f.mu.Lock()
		f.dead[host] = err
		f.mu.Unlock()
	}
	return page, err
}

// read finds the article of a title on a page. What goes wrong in it is the page's fault.
func (f *filler) read(ctx context.Context, page fetch.Page, title reader.Text) (digests []reader.Digest, err error) {
	defer func() {
		if r := recover(); r != nil {
			digests, err = nil, fmt.Errorf("the program stumbled over it, which is its own mistake: %v", r)
		}
	}()
	digests, err = f.options.Analyse(ctx, page)
	switch {
	case err != nil:
		return nil, err
	case len(digests) != 1:
		return nil, fmt.Errorf("it holds %d articles", len(digests))
	case digests[0].Article.Stub, digests[0].Words < minWords && len(digests[0].Article.Markdown) < minBytes:
		return nil, errThin
	case asks(&digests[0], title):
		return nil, errWall
	}
	return digests, nil
}
