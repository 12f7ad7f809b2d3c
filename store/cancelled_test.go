package store

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"offprint/reader"
)

// countdown is a context that is cancelled when it has been asked so many
// times whether it is: in the midst of whatever runs.
type countdown struct {
	context.Context
	left   atomic.Int64
	cancel context.CancelFunc
}

func newCountdown(n int64) *countdown {
	ctx, cancel := context.WithCancel(context.Background())
	c := &countdown{Context: ctx, cancel: cancel}
	c.left.Store(n)
	return c
}

func (c *countdown) tick() {
	if c.left.Add(-1) == 0 {
		c.cancel()
	}
}

func (c *countdown) Done() <-chan struct{} { c.tick(); return c.Context.Done() }
func (c *countdown) Err() error            { c.tick(); return c.Context.Err() }

// everything is a number for each table of an archive, made of all its rows.
func everything(t testing.TB, a *Archive) []string {
	t.Helper()
	var lines []string
	err := a.read(context.Background(), "dump", func(l *link) error {
		var tables []string
		err := l.all("SELECT m.name, (SELECT count(*) FROM pragma_table_info(m.name)) FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.sql NOT LIKE 'CREATE VIRTUAL%'", nil, func(scan func(...any) error) error {
			var name string
			var columns int
			err := scan(&name, &columns)
			tables = append(tables, fmt.Sprint(columns, " ", name))
			return err
		})
		if err != nil {
			return err
		}
		for _, table := range tables {
			var columns int
			var name string
			if _, err := fmt.Sscan(table, &columns, &name); err != nil {
				return err
			}
			sum, n := fnv.New64a(), 0
			row, to := make([]any, columns), make([]any, columns)
			for i := range row {
				to[i] = &row[i]
			}
			if err := l.all(`SELECT * FROM "`+name+`"`, nil, func(scan func(...any) error) error {
				err := scan(to...)
				n++
				fmt.Fprintln(sum, row...)
				return err
			}); err != nil {
				return err
			}
			lines = append(lines, fmt.Sprintf("%s: %d rows, %x", name, n, sum.Sum64()))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines
}

// deed is something that is done to an archive as a whole or not at all.
type deed struct {
	name string
	do   func(ctx context.Context, a *Archive) error
}

// deeds are all changes of the archive, in an order in which each finds something to do.
func deeds(t *testing.T, c *corpus, marked *Highlight) []deed {
	d := func(i int) reader.Digest { return c.article(i, 60) }
	stub := stubOf("https://news.example/stub", "A stub", reader.Kept{Starred: true, Passages: []reader.Passage{{Text: "river rose in the night"}}}, "floods")
	newer := d(2)
	newer.Article.Address = d(1).Article.Address
	add := func(items ...Item) func(context.Context, *Archive) error {
		return func(ctx context.Context, a *Archive) error { _, err := a.Add(ctx, items); return err }
	}
	entity := func(ctx context.Context, a *Archive, i int) EntityID {
		rows, err := a.Entities(context.Background(), EntityFilter{AnyKind: true, Limit: 1, Offset: i})
		if err != nil || len(rows) == 0 {
			t.Fatal(rows, err)
		}
		return rows[0].ID
	}
	return []deed{
		{"add", add(item("a", d(1), d(3)))},
		{"add a stub", add(export(1, stub))},
		{"add its text", add(item("b", page("https://news.example/stub", "Not a stub", "2015-01-01", river)))},
		{"add a newer text", add(item("c", newer))},
		{"mark read", func(ctx context.Context, a *Archive) error { return a.SetRead(ctx, []ID{1, 2}, true) }},
		{"star", func(ctx context.Context, a *Archive) error { return a.SetStarred(ctx, []ID{1, 2}, true) }},
		{"tag", func(ctx context.Context, a *Archive) error {
			return a.ChangeTags(ctx, []ID{1, 2}, []reader.Text{"one", "two"}, []reader.Text{"floods"})
		}},
		{"highlight", func(ctx context.Context, a *Archive) error { h := *marked; return a.SetHighlight(ctx, &h) }},
		{"position", func(ctx context.Context, a *Archive) error { return a.SavePosition(ctx, 1, marked.Anchor, 0.5) }},
		{"mark", func(ctx context.Context, a *Archive) error { return a.SetMark(ctx, 1, 'a', marked.Anchor) }},
		{"correct", func(ctx context.Context, a *Archive) error {
			rows, err := a.Quotes(context.Background(), parse(t, ""), QuotesOldest, 0, 1)
			if err != nil || len(rows) == 0 {
				t.Fatal(rows, err)
			}
			return a.CorrectQuote(ctx, rows[0].ID, Correction{Speaker: "Anna Corrected", Kind: reader.SpeakerPerson})
		}},
		{"merge", func(ctx context.Context, a *Archive) error {
			return a.MergeEntities(ctx, entity(ctx, a, 1), entity(ctx, a, 0))
		}},
		{"rename", func(ctx context.Context, a *Archive) error { return a.RenameEntity(ctx, entity(ctx, a, 1), "Another") }},
		{"drop", func(ctx context.Context, a *Archive) error { return a.DropEntity(ctx, entity(ctx, a, 2)) }},
		{"show as saved", func(ctx context.Context, a *Archive) error { x := d(4); return a.ShowAs(ctx, 1, true, &x) }},
		{"keep an import", func(ctx context.Context, a *Archive) error { return a.KeepImport(ctx, Import{Seen: 1, Added: 1}) }},
		{"note a fetch", func(ctx context.Context, a *Archive) error {
			_, err := a.Add(context.Background(), []Item{export(2, stubOf("https://news.example/other", "Other", reader.Kept{}))})
			if err != nil {
				return err
			}
			stubs, err := a.Stubs(context.Background(), 0, 1)
			if err != nil || len(stubs) == 0 {
				t.Fatal(stubs, err)
			}
			return a.NoteFetch(ctx, stubs[0].ID, "no answer")
		}},
		{"delete", func(ctx context.Context, a *Archive) error { return a.Delete(ctx, []ID{2}) }},
		{"undo", func(ctx context.Context, a *Archive) error { _, err := a.Undo(ctx); return err }},
		{"redo", func(ctx context.Context, a *Archive) error { _, err := a.Redo(ctx); return err }},
		{"remove the highlight", func(ctx context.Context, a *Archive) error { return a.RemoveHighlight(ctx, 2) }},
		{"leave", func(ctx context.Context, a *Archive) error { return a.SetLeft(ctx, Left{Article: 1, Sort: SortOldest}) }},
		{"purge", func(ctx context.Context, a *Archive) error {
			_, err := a.Purge(ctx, a.now().Add(time.Hour))
			return err
		}},
	}
}

// TestWholeOrNotAtAll cancels every change of the archive at every moment at
// which it may notice: it is done then, or has failed and nothing has changed.
func TestWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	c := newCorpus(40)
	c.people, c.places, c.orgs = c.people[:8], c.places[:60], c.orgs[:4]
	d := c.article(9, 60)
	mustAdd(t, a, item("first", d))
	marked := &Highlight{Article: 1, Note: "why?", Anchor: reader.AnchorAt(d.Article.Markdown, reader.Span{Start: 2, End: 20})}
	stops, apart, least := 0, int64(16), 150
	if testing.Short() {
		apart, least = 2, 50
	}
	for _, deed := range deeds(t, c, marked) {
		for n := int64(1); ; n += 1 + n/apart {
			if n > 3000 {
				t.Fatalf("%s: not done after %d stops", deed.name, n)
			}
			before := everything(t, a)
			ctx := newCountdown(n)
			err := deed.do(ctx, a)
			ctx.cancel()
			if err == nil {
				break
			}
			stops++
			if !errors.Is(err, context.Canceled) && !strings.Contains(err.Error(), "interrupted") {
				t.Errorf("%s, stop %d: %v, want context.Canceled", deed.name, n, err)
			}
			if diff := firstDifference(everything(t, a), before); diff != "" && deed.name != "note a fetch" {
				t.Fatalf("%s, stop %d, half done:\n%s", deed.name, n, diff)
			}
		}
	}
	if stops < least {
		t.Errorf("only %d stops", stops)
	}
	index(t, a)
	sound(t, a)
}

// TestGoesOnWhereItStopped cancels what works in several transactions again
// and again: each time it comes further, and in the end all is as if it had
// never been cancelled.
func TestGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	c := newCorpus(40)
	for i := range 30 {
		mustAdd(t, a, item(fmt.Sprint(i), c.article(i, 60)))
	}
	again := func(name string, do func(context.Context) error) {
		t.Helper()
		for n := int64(40); ; n += n / 2 {
			ctx := newCountdown(n)
			err := do(ctx)
			ctx.cancel()
			if err == nil {
				return
			}
			if n > 1<<24 {
				t.Fatalf("%s never ends: %v", name, err)
			}
		}
	}
	again("index", a.Index)
	sound(t, a)
	again("analyse", func(ctx context.Context) error {
		_, err := a.Reanalyse(ctx, 2, func(art reader.Article) reader.Digest {
			for i := range 30 {
				if d := c.article(i, 60); d.Article.Address == art.Address {
					return d
				}
			}
			return reader.Digest{Article: art}
		})
		return err
	})
	again("rebuild", a.Rebuild)
	index(t, a)
	sound(t, a)
	dir := t.TempDir()
	again("backup", func(ctx context.Context) error {
		err := a.Backup(ctx, filepath.Join(dir, "backup.db"))
		if left, _ := os.ReadDir(dir); err != nil && len(left) > 0 {
			t.Fatalf("a backup that failed left %v", left)
		}
		return err
	})
	if b := openAt(t, filepath.Join(dir, "backup.db")); firstDifference(everything(t, b), everything(t, a)) != "" {
		t.Error("the backup differs")
	}
}
