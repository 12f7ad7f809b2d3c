package ui

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/keys"
	"offprint/ui/uitest"
)

// monkeyKeys are all keys that do something somewhere, but for those that are there to end or stop the program.
func monkeyKeys(t *testing.T) []string {
	t.Helper()
	var list []string
	for _, r := range keys.Table() {
		if r.Action == keys.Quit || r.Action == keys.Suspend || r.Action == keys.Back {
			continue
		}
		for _, k := range r.Keys {
			if parsed, err := keys.ParseKeys(k); err == nil {
				list = append(list, strings.Join(parsed, " "))
			}
		}
	}
	return append(list, "enter", "enter", "esc", "esc", "tab", "1", "3", "a", "z", "backspace", "delete", "left", "right")
}

// kept is all that the reader of an archive decided, as the archive tells it.
func kept(t *testing.T, a *store.Archive) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	for _, r := range rows(t, a, "") {
		fmt.Fprintln(&b, r.ID, r.Starred, slices.Sorted(slices.Values(r.Tags)), r.Highlights)
		art, err := a.Article(ctx, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range art.Digest.Quotes {
			fmt.Fprintln(&b, q.Content, q.Speaker)
		}
	}
	marked, err := a.Highlights(ctx, query.Query{}, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range marked {
		fmt.Fprintln(&b, h.Article, h.Anchor.Exact, h.Note)
	}
	names, err := a.Entities(ctx, store.EntityFilter{AnyKind: true, Limit: 10000})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		fmt.Fprintln(&b, n.ID, n.Name, n.Articles, n.Quotes)
	}
	return b.String()
}

// TestAnyKeys presses any keys in windows of any size: every frame fits its
// window, nothing stops the program, and undo brings back all that was decided.
func TestAnyKeys(t *testing.T) {
	t.Parallel()
	steps := 700
	if testing.Short() {
		steps = 150
	}
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 3))
			a := openDemo(t)
			o := options(t, a)
			o.Analyse = digest.Article
			o.Browse = func(string) error { return nil }
			o.Export = func(context.Context, []store.ID) (reader.Text, error) { return "Written", nil }
			before := kept(t, a)
			pressAny(t, o, r, steps, nil)
			report, err := a.Check(context.Background())
			if err != nil || !report.OK() {
				t.Errorf("the archive: %+v, %v", report, err)
			}
			for range 2000 {
				if _, err := a.Undo(context.Background()); err != nil {
					break
				}
			}
			if after := kept(t, a); after != before {
				t.Errorf("all undone: got\n%s\nwant\n%s", differing(after, before), differing(before, after))
			}
		})
	}
}

// differing returns the lines of one text that another lacks.
func differing(text, other string) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.Contains(other, line+"\n") {
			out = append(out, line)
		}
	}
	return strings.Join(out[:min(len(out), 20)], "\n")
}

// pressAny presses so many keys at random, with another size, click or paste
// now and then. beside, if not nil, is called now and then, too.
func pressAny(t *testing.T, o Options, r *rand.Rand, steps int, beside func(*uitest.Driver)) {
	t.Helper()
	press := monkeyKeys(t)
	begin := func() *uitest.Driver {
		d := uitest.New(t, newModel(o), 100, 30)
		d.Hasty()
		return d
	}
	d := begin()
	var done []string
	for range steps {
		k := press[r.IntN(len(press))]
		switch r.IntN(40) {
		case 0:
			w, h := 1+r.IntN(180), 1+r.IntN(60)
			k = fmt.Sprint(w, "x", h)
			d.Resize(w, h)
		case 1:
			k = "click"
			d.Send(tea.MouseClickMsg{X: r.IntN(180), Y: r.IntN(60), Button: tea.MouseLeft})
		case 2:
			k = "paste"
			d.Send(tea.PasteMsg{Content: "harbour\n"})
		case 3:
			k = "drag and wheel"
			x, y := r.IntN(180), r.IntN(60)
			d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
			d.Send(tea.MouseMotionMsg{X: x + 2, Y: y + r.IntN(5) - 2, Button: tea.MouseLeft})
			d.Send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
		case 4:
			if beside != nil {
				k = "beside"
				beside(d)
			}
		default:
			d.Keys(k)
		}
		done = append(done, k)
		if d.Quit() { // the q of some longer key
			d = begin()
		}
		if t.Failed() {
			t.Fatalf("after %q", done[max(0, len(done)-12):])
		}
	}
}

// TestAnyKeysWhenNothingWorks is the same where the archive cannot be read or
// written any more, or not written: the screen stands, and says what failed.
func TestAnyKeysWhenNothingWorks(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		a := openDemo(t)
		if seed%2 == 0 {
			o := options(t, a)
			d := uitest.New(t, newModel(o), 100, 30)
			a.Close()
			d.Keys("* j enter")
			shows(t, d, "failed")
			pressAny(t, o, rand.New(rand.NewPCG(seed, 4)), 300, nil)
			continue
		}
		path := a.Path()
		a.Close()
		b, err := store.Open(context.Background(), path, store.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { b.Close() })
		o := options(t, b)
		o.Analyse = digest.Article
		before := kept(t, b)
		pressAny(t, o, rand.New(rand.NewPCG(seed, 4)), 300, nil)
		if after := kept(t, b); after != before {
			t.Error("an archive that is only read has changed")
		}
		d := uitest.New(t, newModel(o), 100, 30)
		d.Keys("*")
		shows(t, d, "It can be read, but not changed")
	}
}

// TestAnyKeysBesideAnotherProgram is the same while another program adds,
// changes and deletes articles: what is on the screen may be gone by now.
func TestAnyKeysBesideAnotherProgram(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 5))
		a := openDemo(t)
		b, err := store.Open(ctx, a.Path(), store.Options{Now: func() time.Time { return today }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { b.Close() })
		o := options(t, a)
		o.Analyse = digest.Article
		n := 0
		pressAny(t, o, r, 500, func(d *uitest.Driver) {
			n++
			all := rows(t, b, "")
			if len(all) == 0 || r.IntN(3) == 0 {
				art := reader.Article{Title: reader.CleanLine(fmt.Sprint("New ", n)), Address: reader.CleanLine(fmt.Sprint("https://new.example/", n%5)),
					Published: today.AddDate(0, 0, -r.IntN(900)), Markdown: reader.Clean(fmt.Sprintf("Anna Lind said edition %d was “the last of them all.”", n))}
				if _, err := b.Add(ctx, []store.Item{{Origin: fmt.Sprint(n % 5), FileHash: [32]byte{byte(n)}, Digests: []reader.Digest{digest.Article(art)}}}); err != nil {
					t.Fatal(err)
				}
			} else if id := all[r.IntN(len(all))].ID; r.IntN(2) == 0 {
				if err := b.Delete(ctx, []store.ID{id}); err != nil {
					t.Fatal(err)
				}
			} else if _, err := b.Undo(ctx); err != nil && !errors.Is(err, store.ErrNothing) {
				t.Fatal(err)
			}
			if r.IntN(2) == 0 {
				s, err := a.Stamp(ctx)
				d.Send(stampMsg{s, err == nil})
			}
		})
		if err := a.Index(ctx); err != nil {
			t.Error(err)
		}
		report, err := a.Check(ctx)
		if err != nil || !report.OK() {
			t.Errorf("the archive: %+v, %v", report, err)
		}
	}
}
