package intake

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
)

// fake is an archive in memory.
type fake struct {
	mu    sync.Mutex
	files map[string]store.Item
	calls []int    // items of each Add
	order []string // origins in the order of Add
	fail  func([]store.Item) error
}

func newFake() *fake { return &fake{files: make(map[string]store.Item)} }

func (f *fake) Known(_ context.Context, origin string, size int64, modified time.Time) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	i, ok := f.files[origin]
	return ok && i.Size == size && i.Modified.Equal(modified), nil
}

func (f *fake) Add(ctx context.Context, items []store.Item) ([]store.Outcome, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if f.fail != nil {
		if err := f.fail(items); err != nil {
			return nil, err
		}
	}
	f.calls = append(f.calls, len(items))
	out := make([]store.Outcome, len(items))
	for i, item := range items {
		out[i].IDs = make([]store.ID, len(item.Digests))
		old, ok := f.files[item.Origin]
		switch {
		case !ok:
			out[i].Status = store.StatusAdded
		case old.FileHash != item.FileHash:
			out[i].Status = store.StatusUpdated
		}
		f.files[item.Origin] = item
		f.order = append(f.order, item.Origin)
	}
	return out, nil
}

// atOnce are makers that have all articles of a file at once.
func atOnce(analyse func(context.Context, reader.Source) ([]reader.Digest, error)) Analyse {
	return func(ctx context.Context, s reader.Source, give func(reader.Digest) error) error {
		digests, err := analyse(ctx, s)
		if err != nil {
			return err
		}
		for _, d := range digests {
			if err := give(d); err != nil {
				return err
			}
		}
		return nil
	}
}

// analyse takes any text; "binary" in it is refused, "program" is of another kind and "bug" panics.
func analyse(_ context.Context, s reader.Source) ([]reader.Digest, error) {
	switch text := string(s.Data); {
	case strings.Contains(text, "binary"):
		return nil, errBinary
	case strings.Contains(text, "program"):
		return nil, errOther
	case strings.Contains(text, "bug"):
		panic("index out of range")
	}
	a := reader.Article{Title: reader.CleanLine(s.Name), Format: reader.FormatText}
	if d := string(s.Data) + " "; strings.IndexByte("<{", d[0]) >= 0 || strings.HasPrefix(d, "HTTP/") || strings.HasPrefix(d, "mozLz40") {
		a.Format = reader.FormatHTML
	}
	return []reader.Digest{{Article: a}}, nil
}

var errBinary, errOther = errors.New("binary"), errors.New("other")

// judge knows the errors of analyse.
func judge(err error) Reason {
	switch {
	case errors.Is(err, errBinary):
		return NoText
	case errors.Is(err, errOther):
		return OtherKind
	}
	return ""
}

// write makes files below dir, by their slash-separated names.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// add runs an import and checks that its account is complete.
func add(t *testing.T, a Archive, o Options, paths ...string) Account {
	t.Helper()
	if o.Judge = judge; o.Analyse == nil {
		o.Analyse = atOnce(analyse)
	}
	got, err := Run(t.Context(), a, paths, o)
	if err != nil {
		t.Fatal(err)
	}
	if got.Seen != got.Total() {
		t.Errorf("seen %d, accounted for %d: %s", got.Seen, got.Total(), got.String())
	}
	return got
}

func TestAccount(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a.txt": "one", "b.md": "two", "sub/c.HTML": "three", "Talks resume. Nobody came": "four",
		"empty.txt": "", "junk.txt": "binary", "junk": "binary", "broken.md": "bug",
		".hidden": "x", ".git/HEAD": "x", "picture.jpg": "x",
		"page.html": "five", "page_files/ad.html": "x", "other_files/six.html": "six",
	})
	if err := os.Symlink(filepath.Join(dir, "a.txt"), filepath.Join(dir, "link.txt")); err != nil {
		t.Skip(err)
	}
	a := newFake()
	got := add(t, a, Options{}, dir)
	want := "seen 15 = 6 added + 0 updated + 0 unchanged + 0 stub + 6 skipped (1 hidden, 1 link, 1 no text, 1 other kind, " +
		"1 part of a page, 1 version control) + 3 failed"
	if s := got.String(); !strings.HasPrefix(s, want) {
		t.Errorf("account\n%s\nwant\n%s", s, want)
	}
	reasons := make(map[string]string)
	for _, f := range got.Failed {
		reasons[filepath.Base(string(f.Path))] = string(f.Reason)
	}
	for name, reason := range map[string]string{"empty.txt": "empty", "junk.txt": "binary", "broken.md": "the program stumbled"} {
		if !strings.HasPrefix(reasons[name], reason) {
			t.Errorf("%s failed because %q, want %q", name, reasons[name], reason)
		}
	}
	if again := add(t, a, Options{}, dir); again.Unchanged != 6 || again.Added != 0 || again.Updated != 0 {
		t.Errorf("the second time: %s, want 6 unchanged", again.String())
	}
	write(t, dir, map[string]string{"a.txt": "another text"})
	if third := add(t, a, Options{}, dir); third.Updated != 1 || third.Unchanged != 5 {
		t.Errorf("after a change: %s, want 1 updated, 5 unchanged", third.String())
	}
}

func TestNamedFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"article.jpg": "named files are always tried", "in/a.txt": "x"})
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "in"), link); err != nil {
		t.Skip(err)
	}
	got := add(t, newFake(), Options{Stdin: strings.NewReader("piped")},
		filepath.Join(dir, "article.jpg"), link, "-", filepath.Join(dir, "none\x1b[2J.txt"))
	if got.Added != 3 || len(got.Failed) != 1 {
		t.Fatalf("%s, want 3 added, 1 failed", got.String())
	}
	f := got.Failed[0]
	if f.Reason != "there is no such file" || strings.Contains(string(f.Path), "\x1b") {
		t.Errorf("failed %q because %q", f.Path, f.Reason)
	}
}

func TestSameFolderTwice(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "x", "sub/b.txt": "y"})
	got := add(t, newFake(), Options{}, dir, dir, filepath.Join(dir, "sub"), filepath.Join(dir, "a.txt"))
	if got.Seen != 2 || got.Added != 2 {
		t.Errorf("%s, want each file once", got.String())
	}
}

func TestMissingStdin(t *testing.T) {
	t.Parallel()
	if got := add(t, newFake(), Options{}, "-"); len(got.Failed) != 1 || got.Failed[0].Reason != "empty" {
		t.Errorf("failed %v, want standard input, empty", got.Failed)
	}
}

// A file that the archive refuses fails alone; a full disk ends the import,
// and the account is complete either way.
func TestArchiveRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := make(map[string]string)
	for i := range 500 {
		files[fmt.Sprintf("%03d.txt", i)] = "text"
	}
	write(t, dir, files)
	one := newFake()
	one.fail = func(items []store.Item) error {
		for _, i := range items {
			if strings.HasSuffix(i.Origin, "007.txt") {
				return errors.New("odd")
			}
		}
		return nil
	}
	if got := add(t, one, Options{}, dir); got.Added != 499 || len(got.Failed) != 1 {
		t.Errorf("%s, want one failed", got.String())
	}
	full := newFake()
	full.fail = func([]store.Item) error {
		if len(full.files) > 0 {
			return &store.Error{Op: "add", Path: "archive.db", Err: store.ErrFull}
		}
		return nil
	}
	got, err := Run(t.Context(), full, []string{dir}, Options{Analyse: atOnce(analyse)})
	if !errors.Is(err, store.ErrFull) {
		t.Errorf("error %v, want store.ErrFull", err)
	}
	if got.Added != batchItems || got.Seen != got.Total() || len(got.Failed) != 0 || got.Skipped[Stopped] != 500-batchItems {
		t.Errorf("%s, want one batch added, the others not reached", got.String())
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := make(map[string]string)
	for i := range 300 {
		files[fmt.Sprintf("%03d.txt", i)] = "text"
	}
	write(t, dir, files)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	a := newFake()
	o := Options{Analyse: atOnce(analyse), Workers: 2, Progress: func(p Progress) {
		if p.Done == 10 {
			cancel()
		}
	}}
	got, err := Run(ctx, a, []string{dir}, o)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	if got.Seen != got.Total() || got.Added < 10 || got.Added != len(a.files) {
		t.Errorf("%s with %d stored, want what was analysed to be stored and counted", got.String(), len(a.files))
	}
	rest := add(t, a, Options{}, dir)
	if rest.Added+got.Added != 300 {
		t.Errorf("%d then %d added, want 300 in all", got.Added, rest.Added)
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "x", "b.txt": "y", "c.txt": ""})
	var last Progress
	add(t, newFake(), Options{Progress: func(p Progress) {
		if p.Done < last.Done || p.Done > p.Seen {
			t.Errorf("progress %+v after %+v", p, last)
		}
		last = p
	}}, dir)
	if want := (Progress{Seen: 3, Done: 3, Failed: 1, Walked: true}); last != want {
		t.Errorf("at the end %+v, want %+v", last, want)
	}
}

func TestRunSources(t *testing.T) {
	t.Parallel()
	a := newFake()
	sources := []Source{
		{Origin: "demo/a", Source: reader.Source{Name: "a.txt", Data: []byte("x")}},
		{Origin: "demo/b", Source: reader.Source{Name: "b.txt", Data: []byte("y")}},
	}
	got, err := RunSources(t.Context(), a, sources, Options{Analyse: atOnce(analyse)})
	if err != nil || got.Added != 2 || got.Seen != 2 {
		t.Errorf("%s, %v, want 2 added", got.String(), err)
	}
	if _, ok := a.files["demo/b"]; !ok {
		t.Error("demo/b was not stored under its origin")
	}
}

func TestLargeFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "large.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(1<<40), f.Close()); err != nil {
		t.Skip(err)
	}
	got := add(t, newFake(), Options{}, path)
	if len(got.Failed) != 1 || !strings.HasPrefix(string(got.Failed[0].Reason), "larger than 64 MiB, ") {
		t.Errorf("failed %v, want one that is too large", got.Failed)
	}
}

// Whatever the workers do, a batch is stored in the order of the folder.
func TestOrder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := make(map[string]string)
	for i := range 100 {
		files[fmt.Sprintf("%03d.txt", i)] = "text"
	}
	write(t, dir, files)
	a := newFake()
	slow := func(ctx context.Context, s reader.Source) ([]reader.Digest, error) {
		if strings.HasSuffix(s.Name, "0.txt") {
			time.Sleep(time.Millisecond)
		}
		return analyse(ctx, s)
	}
	if _, err := Run(t.Context(), a, []string{dir}, Options{Analyse: atOnce(slow), Workers: 8}); err != nil {
		t.Fatal(err)
	}
	if len(a.order) != 100 || !slices.IsSorted(a.order) {
		t.Errorf("%d stored, in the order %v", len(a.order), a.order)
	}
}
