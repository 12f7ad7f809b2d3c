package stubs

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/store/fetch"
)

// fake is an archive in memory.
type fake struct {
	stubs []store.Stub
	items []store.Item
	fail  error
}

func (f *fake) Stubs(_ context.Context, after store.ID, n int) (list []store.Stub, err error) {
	for _, s := range f.stubs {
		if s.ID > after && len(list) < n {
			list = append(list, s)
		}
	}
	return list, nil
}

func (f *fake) NoteFetch(_ context.Context, id store.ID, reason string) error {
	for i := range f.stubs {
		if f.stubs[i].ID == id {
			f.stubs[i].Tried, f.stubs[i].Reason = time.Now(), reader.CleanLine(reason)
			return nil
		}
	}
	return store.ErrNoArticle
}

func (f *fake) Article(context.Context, store.ID) (*store.Article, error) {
	return &store.Article{Row: store.Row{Added: time.Date(2015, 6, 1, 8, 0, 0, 0, time.UTC)}}, nil
}

func (f *fake) Add(_ context.Context, items []store.Item) ([]store.Outcome, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	f.items = append(f.items, items...)
	for _, it := range items {
		f.stubs = slices.DeleteFunc(f.stubs, func(s store.Stub) bool { return s.ID == it.Fills })
	}
	return make([]store.Outcome, len(items)), nil
}

// words is a maker that counts; "bug" panics.
func words(_ context.Context, p fetch.Page) ([]reader.Digest, error) {
	if strings.Contains(string(p.Data), "bug") {
		panic("index out of range")
	}
	return []reader.Digest{{Words: len(strings.Fields(string(p.Data))), Article: reader.Article{Markdown: reader.Clean(string(p.Data))}}}, nil
}

var (
	long  = strings.Repeat("The river rose in the night. ", 20)
	solid = strings.Repeat("夜のうちに川の水位が上がった。", 20) // without blanks
)

// web is a host with its copies below /web/, which counts what it is asked for.
func web(t *testing.T) (url string, asked *atomic.Int32) {
	t.Helper()
	asked = new(atomic.Int32)
	mux := http.NewServeMux()
	text := func(s string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			w.Header().Set("Content-Type", "text/plain")
			w.Write([]byte(s))
		}
	}
	mux.HandleFunc("/live/", text(long))
	mux.HandleFunc("/solid/", text(solid))
	mux.HandleFunc("/thin/", text("Please enable JavaScript"))
	mux.HandleFunc("/bug/", text("bug"))
	mux.HandleFunc("/moved/", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusFound) })
	mux.HandleFunc("/{$}", text(long))
	mux.HandleFunc("/busy/", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { asked.Add(1); http.NotFound(w, r) })
	mux.HandleFunc("/web/", func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.RequestURI, "kept") {
			http.NotFound(w, r)
			return
		}
		if !strings.HasPrefix(r.RequestURI, "/web/20150601080000id_/http") {
			t.Errorf("asked for the copy %s", r.RequestURI)
		}
		text(long)(w, r)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL, asked
}

// client speaks to web.
func client(t *testing.T, at string) *fetch.Client {
	t.Helper()
	c := fetch.New(fetch.Options{Private: true, Hurry: true, Wayback: at})
	t.Cleanup(c.Close)
	return c
}

// stubsAt makes stubs numbered from 1.
func stubsAt(at string, paths ...string) *fake {
	f := new(fake)
	for i, p := range paths {
		if strings.HasPrefix(p, "/") {
			p = at + p
		}
		f.stubs = append(f.stubs, store.Stub{ID: store.ID(i + 1), Address: reader.CleanLine(p)})
	}
	return f
}

func TestRun(t *testing.T) {
	t.Parallel()
	at, _ := web(t)
	f := stubsAt(at, "/live/1", "/gone/kept", "/gone/2", "/thin/kept", "/thin/3", "/moved/kept", "/bug/1", "", "/solid/2", "ftp://a.example/")
	all := slices.Clone(f.stubs)
	var last Progress
	got, err := Run(t.Context(), f, client(t, at), Options{Analyse: words, Progress: func(p Progress) { last = p }})
	if err != nil {
		t.Fatal(err)
	}
	if got.Live != 2 || got.Copies != 3 || len(got.Failed) != 5 || last != (Progress{10, 10, 5, 5}) {
		t.Errorf("%s, last progress %+v", got.String(), last)
	}
	reasons := make(map[store.ID]string)
	for _, s := range f.stubs {
		reasons[s.ID] = string(s.Reason)
	}
	for id, words := range map[store.ID]string{
		3: "answers 404 not found; the Wayback Machine has no copy", 5: "no article on the page; the Wayback", 7: "stumbled", 8: "no address", 10: "http://",
	} {
		if !strings.Contains(reasons[id], words) {
			t.Errorf("stub %d was not filled because %q, want %q", id, reasons[id], words)
		}
	}
	if len(got.Texts) != len(f.items) {
		t.Errorf("the account tells of %d texts, want %d", len(got.Texts), len(f.items))
	}
	for i, it := range f.items {
		if i < len(got.Texts) && (got.Texts[i].Origin != it.Origin || got.Texts[i].Address != all[it.Fills-1].Address) {
			t.Errorf("the account has %+v for stub %d", got.Texts[i], it.Fills)
		}
		if want := map[bool]string{true: solid, false: long}[it.Fills == 9]; string(it.Original) != want || it.Fills == 0 || len(it.Digests) != 1 {
			t.Errorf("stub %d is kept as %.100q, want %.100q", it.Fills, it.Original, want)
		}
		if want := it.Fills == 2 || it.Fills == 4 || it.Fills == 6; strings.Contains(it.Origin, "/web/2015") != want {
			t.Errorf("stub %d is filled from %s", it.Fills, it.Origin)
		}
	}
}

// A second run tries nothing that was tried in vain, unless it is told to.
func TestResting(t *testing.T) {
	t.Parallel()
	at, asked := web(t)
	f := stubsAt(at, "/gone/1", "/gone/2", "/live/1")
	f.stubs[0].Tried = time.Now().Add(Rest + time.Hour) // by a clock that was put right since
	f.stubs[1].Tried = time.Now().Add(-Rest - time.Hour)
	c := client(t, at)
	run := func(o Options) Account {
		o.Analyse = words
		got, err := Run(t.Context(), f, c, o)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := run(Options{Limit: 2}); got.settled() != 2 || got.Resting != 0 {
		t.Errorf("first: %s", got.String())
	}
	if got := run(Options{}); got.Live != 1 || got.Resting != 2 {
		t.Errorf("second: %s, %d resting", got.String(), got.Resting)
	}
	before := asked.Load()
	if got := run(Options{}); got.settled() != 0 || got.Resting != 2 || asked.Load() != before {
		t.Errorf("third: %s, %d resting", got.String(), got.Resting)
	}
	if got := run(Options{Retry: true, Only: map[store.ID]bool{2: true}}); len(got.Failed) != 1 || !strings.HasSuffix(string(got.Failed[0].Address), "/gone/2") {
		t.Errorf("again: %s", got.String())
	}
}

// A host that asks to come back later is asked once, and its stubs are not noted as tried.
func TestLater(t *testing.T) {
	t.Parallel()
	at, asked := web(t)
	f := stubsAt(at, "/busy/1", "/busy/2", "/busy/3")
	got, err := Run(t.Context(), f, client(t, at), Options{Analyse: words, Workers: 1})
	if err != nil || len(got.Failed) != 3 || asked.Load() != 1 {
		t.Errorf("%s, %v; the host was asked %d times", got.String(), err, asked.Load())
	}
	for _, s := range f.stubs {
		if !s.Tried.IsZero() {
			t.Errorf("stub %d was noted as tried: %s", s.ID, s.Reason)
		}
	}
}

// A host that nobody answers for is tried once; the copies are looked for all the same.
func TestDeadHost(t *testing.T) {
	t.Parallel()
	at, _ := web(t)
	dead := httptest.NewServer(http.NotFoundHandler())
	dead.Close()
	f := stubsAt(dead.URL, "/1", "/kept")
	got, err := Run(t.Context(), f, client(t, at), Options{Analyse: words, Workers: 1})
	if err != nil || got.Copies != 1 || len(got.Failed) != 1 {
		t.Errorf("%s, %v", got.String(), err)
	}
}

// offline is a web that is not there.
type offline struct{}

func (offline) Get(context.Context, string) (fetch.Page, error) {
	return fetch.Page{}, &fetch.Error{Kind: fetch.Offline}
}

func (offline) Copy(context.Context, string, time.Time) (fetch.Page, error) {
	return fetch.Page{}, &fetch.Error{Kind: fetch.Offline}
}

func TestOffline(t *testing.T) {
	t.Parallel()
	f := stubsAt("http://a.example", "/1", "/2", "/3")
	got, err := Run(t.Context(), f, offline{}, Options{Analyse: words})
	if !errors.Is(err, ErrOffline) || got.Stopped != 3 || len(got.Failed) != 0 {
		t.Errorf("%s, %v", got.String(), err)
	}
	for _, s := range f.stubs {
		if !s.Tried.IsZero() {
			t.Errorf("stub %d was noted as tried without a network", s.ID)
		}
	}
}

// partly is a web whose copies are not to be reached, and some hosts neither.
type partly struct{ Web }

func (p partly) Get(ctx context.Context, address string) (fetch.Page, error) {
	if strings.Contains(address, "dead") {
		return fetch.Page{}, &fetch.Error{Kind: fetch.Offline}
	}
	return p.Web.Get(ctx, address)
}

func (partly) Copy(context.Context, string, time.Time) (fetch.Page, error) {
	return fetch.Page{}, &fetch.Error{Kind: fetch.Offline}
}

// Where something is heard of some hosts there is a network, and the others fail alone.
func TestPartlyOffline(t *testing.T) {
	t.Parallel()
	at, _ := web(t)
	f := stubsAt(at, "/live/1", "/gone/1", "http://dead.example/1", "http://dead.example/2")
	got, err := Run(t.Context(), f, partly{client(t, at)}, Options{Analyse: words})
	if err != nil || got.Live != 1 || len(got.Failed) != 3 || got.Stopped != 0 {
		t.Errorf("%s, %v", got.String(), err)
	}
	for _, s := range f.stubs {
		if !s.Tried.IsZero() {
			t.Errorf("stub %d was noted as tried", s.ID)
		}
	}
}

func TestStopped(t *testing.T) {
	t.Parallel()
	at, _ := web(t)
	var paths []string
	for i := range 50 {
		paths = append(paths, fmt.Sprintf("/live/%d", i))
	}
	f := stubsAt(at, paths...)
	ctx, cancel := context.WithCancel(t.Context())
	got, err := Run(ctx, f, client(t, at), Options{Analyse: words, Workers: 2, Progress: func(p Progress) {
		if p.Done == 10 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || got.Live != len(f.items) || got.Live < 10 || got.Live > 13 || got.Stopped != 50-got.Live || len(got.Failed) > 0 {
		t.Errorf("%s, %v", got.String(), err)
	}
	got, err = Run(t.Context(), f, client(t, at), Options{Analyse: words})
	if err != nil || len(f.items) != 50 || len(f.stubs) != 0 {
		t.Errorf("going on: %s, %v; %d filled in all", got.String(), err, len(f.items))
	}
}

func TestArchiveBroken(t *testing.T) {
	t.Parallel()
	at, _ := web(t)
	f := stubsAt(at, "/live/1", "/live/2")
	f.fail = &store.Error{Err: store.ErrFull}
	got, err := Run(t.Context(), f, client(t, at), Options{Analyse: words, Workers: 1})
	if !errors.Is(err, store.ErrFull) || got.Filled() != 0 {
		t.Errorf("%s, %v", got.String(), err)
	}
}

func TestFill(t *testing.T) {
	t.Parallel()
	at, _ := web(t)
	f := new(fake)
	got, err := Fill(t.Context(), f, client(t, at), []store.Stub{{Address: reader.CleanLine(at + "/live/1")}}, Options{Analyse: words})
	if err != nil || got.Live != 1 || len(f.items) != 1 || f.items[0].Fills != 0 || f.items[0].Origin != at+"/live/1" {
		t.Errorf("%s, %v", got.String(), err)
	}
}
func TestAccountLine(t *testing.T) {
	t.Parallel()
	a := Account{Live: 7, Copies: 2, Stopped: 1, Failed: []Failure{{Reason: "x"}, {Reason: "y"}, {Reason: "y"}}}
	if got, want := a.String(), "stubs 13 = 7 filled + 2 filled from the Wayback Machine + 3 failed (2 y, 1 x) + 1 not reached"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
