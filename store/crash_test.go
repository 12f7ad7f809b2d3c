package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"offprint/reader"
)

// crashes is a context that copies an archive's file and journal whenever it
// is asked for the 1st, 5th, 17th, 53rd ... time whether it is cancelled:
// what a program leaves behind that is killed in that moment. The end of the
// journal, as far as it came to during the work, is torn off at random, as by
// a machine that loses its power.
type crashes struct {
	context.Context
	t        *testing.T
	path     string
	r        *rand.Rand
	safe     int64 // of the journal: what was there before the work
	mu       sync.Mutex
	asked, n int
	copies   []string
}

func newCrashes(t *testing.T, path string, r *rand.Rand) *crashes {
	c := &crashes{Context: context.Background(), t: t, path: path, r: r, n: 1}
	if info, err := os.Stat(path + "-wal"); err == nil {
		c.safe = info.Size()
	}
	return c
}

func (c *crashes) Done() <-chan struct{} { c.tick(); return c.Context.Done() }
func (c *crashes) Err() error            { c.tick(); return c.Context.Err() }

func (c *crashes) tick() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asked++; c.asked < c.n || c.path == "" {
		return
	}
	c.n += 2 + 2*c.n
	c.copy(c.r.IntN(2) == 0)
}

// copy copies the archive, with a part of what was written last to the journal if it is torn.
func (c *crashes) copy(torn bool) {
	to := filepath.Join(c.t.TempDir(), "crashed.db")
	journal, err := os.ReadFile(c.path + "-wal") // the file itself does not change meanwhile
	if err != nil && !os.IsNotExist(err) {
		c.t.Error(err)
	}
	if grown := int64(len(journal)) - c.safe; grown > 0 && torn {
		journal = journal[:c.safe+c.r.Int64N(grown)]
	}
	file, err := os.ReadFile(c.path)
	if err == nil {
		err = os.WriteFile(to, file, 0o600)
	}
	if err == nil {
		err = os.WriteFile(to+"-wal", journal, 0o600)
	}
	if err != nil {
		c.t.Error(err)
	}
	c.copies = append(c.copies, to)
}

// stop returns the copies, the last ones of a journal torn while it was
// committed, and of a whole one. None is made any more.
func (c *crashes) stop() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range 4 {
		c.copy(i < 3)
	}
	c.path = ""
	return c.copies
}

// noCheckpoints has an archive write to its journal alone, so that a copy of both files is of one moment.
func noCheckpoints(t *testing.T, a *Archive) {
	t.Helper()
	if _, err := a.writer.on.ExecContext(context.Background(), "PRAGMA wal_autocheckpoint = 0"); err != nil {
		t.Fatal(err)
	}
}

// TestCrashed crashes in every change of the archive: what is opened
// afterwards is as before the change or as after it.
func TestCrashed(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	noCheckpoints(t, a)
	c := newCorpus(40)
	c.people, c.places, c.orgs = c.people[:8], c.places[:60], c.orgs[:4]
	d := c.article(9, 60)
	mustAdd(t, a, item("first", d))
	marked := &Highlight{Article: 1, Note: "why?", Anchor: reader.AnchorAt(d.Article.Markdown, reader.Span{Start: 2, End: 20})}
	r := rand.New(rand.NewPCG(7, 7))
	old, done := 0, 0
	for _, deed := range deeds(t, c, marked) {
		before := everything(t, a)
		ctx := newCrashes(t, a.Path(), r)
		if err := deed.do(ctx, a); err != nil {
			t.Fatal(deed.name, err)
		}
		after := everything(t, a)
		for i, path := range ctx.stop() {
			b := openAt(t, path)
			got := everything(t, b)
			switch {
			case firstDifference(got, after) == "":
				done++
			case firstDifference(got, before) == "":
				old++
			case deed.name != "note a fetch": // it adds a stub first
				t.Errorf("%s, crash %d, half done:\n%s", deed.name, i, firstDifference(got, before))
			}
			sound(t, b)
			b.Close()
		}
	}
	if old < 50 || done < 20 {
		t.Errorf("%d crashes before and %d after the change was kept", old, done)
	}
}

// TestCrashedWork crashes in what works in several transactions: it is gone on
// with, and nothing that the reader has is touched.
func TestCrashedWork(t *testing.T) {
	t.Parallel()
	p := newPlayer(t, 5, 12)
	noCheckpoints(t, p.a)
	for range 30 {
		if err := p.change(); !expected(err) {
			t.Fatal(err)
		}
	}
	want, r := dump(t, p.a), rand.New(rand.NewPCG(8, 8))
	for _, work := range []struct {
		name string
		do   func(ctx context.Context) error
	}{
		{"index", p.a.Index},
		{"rebuild", p.a.Rebuild},
		{"make the index anew", p.a.remake},
	} {
		ctx := newCrashes(t, p.a.Path(), r)
		if err := work.do(ctx); err != nil {
			t.Fatal(work.name, err)
		}
		copies := ctx.stop()
		for i, path := range copies {
			b := openAt(t, path)
			sound(t, b)
			index(t, b)
			sound(t, b)
			if diff := firstDifference(names(dump(t, b)), names(want)); diff != "" {
				t.Errorf("%s, crash %d:\n%s", work.name, i, diff)
			}
			b.Close()
		}
		if len(copies) < 5 {
			t.Errorf("%s: only %d crashes", work.name, len(copies))
		}
	}
}

// TestCrashedMigration crashes while an older archive is brought up: the next program brings it up.
func TestCrashedMigration(t *testing.T) {
	t.Parallel()
	path := older(t, func(a *Archive) { fillStreets(t, a) })
	ctx := newCrashes(t, path, rand.New(rand.NewPCG(9, 9)))
	a, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	copies := ctx.stop()
	want := everything(t, a)
	for i, path := range copies {
		b := openAt(t, path)
		if diff := firstDifference(everything(t, b), want); diff != "" {
			t.Errorf("crash %d: %s", i, diff)
		}
		sound(t, b)
		if got := fmt.Sprint(matches(t, b, "tag:strasse"), ", ", matches(t, b, "Straße")); got != "three two one, two one stub" {
			t.Errorf("crash %d: finds %s", i, got)
		}
		b.Close()
	}
	if len(copies) < 5 {
		t.Errorf("only %d crashes", len(copies))
	}
}
