package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// wire makes copies of a few stories: cut at the end, so that copies of one
// share most of their words.
type wire struct{ stories [][]string }

func newWire(n int) *wire {
	w := &wire{}
	c := newCorpus(20)
	for i := range n {
		w.stories = append(w.stories, strings.Fields(string(c.article(i, 300).Article.Markdown)))
	}
	return w
}

func (w *wire) copy(name string, story, day, cut int) reader.Digest {
	words := w.stories[story]
	d := plainDigest(name, fmt.Sprintf("2024-01-%02d", day), strings.Join(words[:len(words)-cut], " "))
	d.Article.Published = d.Article.Published.Add(time.Duration(cut) * 37 * time.Minute)
	return d
}

func TestFoldedList(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, w := testArchive(t), newWire(2)
	for _, d := range []reader.Digest{w.copy("a1", 0, 1, 1), w.copy("a3", 0, 1, 3), w.copy("a2", 0, 1, 2), w.copy("next", 0, 2, 4), w.copy("b", 1, 1, 9)} {
		mustAdd(t, a, item(string(d.Article.Title), d))
	}
	every := parse(t, "is:unread")
	for _, c := range []struct {
		v    View
		want string
	}{
		{View{Group: GroupDay}, "5 01-02:next | 01-01:b a3 a2 a1"},
		{View{Group: GroupDay, Fold: true}, "3 01-02:next | 01-01:b a3+a2,a1"},
		{View{Group: GroupDay, Fold: true, Sort: SortOldest}, "3 01-01:a3+a1,a2 b | 01-02:next"},
		{View{Fold: true, Group: GroupNone}, "3 :next b a3+a2,a1"},
		{View{Fold: true, Group: GroupNone, Sort: SortTitle}, "3 :a3+a1,a2 b next"},
		{View{Fold: true, Group: GroupOutlet}, "5 :next b a3 a2 a1"},
	} {
		for _, v := range []View{c.v, {Query: every, Group: c.v.Group, Sort: c.v.Sort, Fold: c.v.Fold}} {
			if got := showFolded(t, a, v); got != c.want {
				t.Errorf("%+v = %q, want %q", v, got, c.want)
			}
		}
	}
	some := View{Group: GroupDay, Query: parse(t, "title:a1 OR title:a2 OR title:b"), Fold: true}
	index(t, a)
	if got, want := showFolded(t, a, some), "2 01-01:b a2+a1"; got != want {
		t.Errorf("what does not match is folded: %q, want %q", got, want)
	}
	l, err := a.List(ctx, View{Group: GroupDay, Fold: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.SetRead(ctx, []ID{2}, true); err != nil {
		t.Fatal(err)
	}
	if l.Unread() != 3 {
		t.Errorf("%d rows are unread, want 3", l.Unread())
	}
	if l, err = a.List(ctx, View{Group: GroupDay, Fold: true}); err != nil || l.Unread() != 2 || l.Groups()[1].Unread != 1 {
		t.Errorf("after reading one: %d unread, %+v, %v", l.Unread(), l.Groups(), err)
	}
}

// Copies of one evening and the next day are one row, which is on the day of
// the newest; a day of which nothing is left is not listed. A row stands for
// two days at most.
func TestFoldedOverMidnight(t *testing.T) {
	t.Parallel()
	a, w := testArchive(t), newWire(1)
	add := func(name, moment string, cut int) ID {
		d := w.copy(name, 0, 1, cut)
		at, err := time.Parse(time.RFC3339, moment)
		if err != nil {
			t.Fatal(err)
		}
		d.Article.Published = at
		return mustAdd(t, a, item(name, d))[0].IDs[0]
	}
	evening := add("evening", "2024-03-01T23:00:00Z", 1)
	add("next", "2024-03-02T21:00:00Z", 2)
	for _, q := range []string{"", "is:unread"} {
		if got, want := showFolded(t, a, View{Group: GroupDay, Fold: true, Query: parse(t, q)}), "1 03-02:next+evening"; got != want {
			t.Errorf("%q: %q, want %q", q, got, want)
		}
	}
	sameFolded(t, a)
	if err := a.SetStarred(t.Context(), []ID{evening}, true); err != nil {
		t.Fatal(err)
	}
	if got, want := showFolded(t, a, View{Group: GroupDay, Fold: true}), "1 03-01:evening+next"; got != want {
		t.Errorf("with a star: %q, want %q", got, want)
	}
	add("third", "2024-03-03T20:59:00Z", 3)
	add("fourth", "2024-03-04T20:58:00Z", 4)
	add("later", "2024-03-06T00:00:00Z", 5)
	if got, want := showFolded(t, a, View{Group: GroupDay, Fold: true}), "3 03-06:later | 03-04:fourth | 03-01:evening+third,next"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	sameFolded(t, a)
}

// A story is folded once in a change, however many of its copies the change is about.
func TestFoldedOnceInAChange(t *testing.T) {
	t.Parallel()
	a, w := testArchive(t), newWire(1)
	var ids []ID
	for i := range 40 {
		ids = append(ids, mustAdd(t, a, item(fmt.Sprint(i), w.copy(fmt.Sprint(i), 0, 1, i)))[0].IDs[0])
	}
	err := a.write(t.Context(), "test", func(l *link) error {
		c := newChange(l, time.Now(), "")
		state := func() string {
			list, err := l.numbers("SELECT copy * 1000 + id FROM article WHERE deleted = 0 ORDER BY id")
			if err != nil {
				t.Error(err)
			}
			return fmt.Sprint(list[len(list)-10:])
		}
		before := state()
		for _, id := range ids[:30] {
			if err := c.applyDeleted(int64(id), asJSON(true)); err != nil {
				return err
			}
			if err := c.applyRead(int64(ids[35]), asJSON(id%2 == 0)); err != nil {
				return err
			}
		}
		if after := state(); after != before || len(c.g.torn) != 1 {
			t.Errorf("folded within the change: %s, before %s; %d stories to fold", after, before, len(c.g.torn))
		}
		return c.close()
	})
	if err != nil {
		t.Fatal(err)
	}
	sameFolded(t, a)
}

// showFolded writes a list with what stands behind each row, and checks that
// Find leads from both to the row.
func showFolded(t *testing.T, a *Archive, v View) string {
	t.Helper()
	ctx := context.Background()
	l, err := a.List(ctx, v)
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for i, g := range l.Groups() {
		rows, err := l.Rows(ctx, i, 0, 100)
		if err != nil || len(rows) != g.Count {
			t.Errorf("%+v: group %d has %d rows, counts %d, %v", v, i, len(rows), g.Count, err)
		}
		var words []string
		for j, r := range rows {
			behind, err := l.Behind(ctx, r.ID)
			if err != nil || len(behind) != r.Folded {
				t.Errorf("%+v: %d rows behind %s, says %d, %v", v, len(behind), r.Title, r.Folded, err)
			}
			for _, b := range append([]Row{r}, behind...) {
				if gg, o, ok, err := l.Find(ctx, b.ID); gg != i || o != j || !ok || err != nil {
					t.Errorf("%+v: Find(%s) = %d %d %v %v, want %d %d", v, b.Title, gg, o, ok, err, i, j)
				}
			}
			word := string(r.Title)
			if len(behind) > 0 {
				word += "+" + strings.ReplaceAll(titles(behind), " ", ",")
			}
			words = append(words, word)
		}
		label := string(g.Label)
		if l.Grouping().byDate() {
			label = g.Day.Format("01-02")
		}
		parts = append(parts, label+":"+strings.Join(words, " "))
	}
	return fmt.Sprint(l.Len(), " ", strings.Join(parts, " | "))
}

// Whatever comes, goes, changes its text or is read: what is folded is what a
// plain count says, and a list of everything shows what a filter for everything does.
func TestFoldedAgainstRecount(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for seed := range uint64(3) {
		a, w, r := testArchive(t), newWire(4), rand.New(rand.NewPCG(seed, 3))
		var ids []ID
		for round := range 120 {
			var err error
			switch r.IntN(9) {
			case 0, 1, 2: // a new article, or a new text for one
				name := fmt.Sprint("f", r.IntN(40))
				d := w.copy(name, r.IntN(4), 1+r.IntN(3), r.IntN(60))
				d.Article.Address = reader.CleanLine("https://news.example/" + name)
				ids = append(ids, mustAdd(t, a, item(name, d))[0].IDs...)
			case 3:
				_, err = a.Undo(ctx)
			case 4:
				_, err = a.Redo(ctx)
			case 5:
				if len(ids) > 0 {
					err = a.Delete(ctx, ids[r.IntN(len(ids)):][:1])
				}
			case 6:
				if len(ids) > 0 {
					err = a.SetStarred(ctx, ids[r.IntN(len(ids)):][:1], r.IntN(2) == 0)
				}
			case 7:
				if len(ids) > 0 {
					err = a.SavePosition(ctx, ids[r.IntN(len(ids))], reader.Anchor{}, float64(r.IntN(2)))
				}
			default:
				if len(ids) > 0 {
					err = a.SetRead(ctx, ids[r.IntN(len(ids)):][:1], r.IntN(2) == 0)
				}
			}
			if !expected(err) && !errors.Is(err, ErrNothing) {
				t.Fatal(err)
			}
			if round%12 == 11 {
				sameFolded(t, a)
			}
		}
		if err := a.Rebuild(ctx); err != nil {
			t.Fatal(err)
		}
		sameFolded(t, a)
	}
}

func sameFolded(t *testing.T, a *Archive) {
	t.Helper()
	sound := slices.DeleteFunc(mustCheck(t, a), func(d Damage) bool { return d.Part == "index" })
	if len(sound) > 0 {
		t.Fatalf("check: %+v", sound)
	}
	every := parse(t, "is:read OR is:unread")
	for _, v := range []View{{Group: GroupDay, Fold: true}, {Group: GroupMonth, Fold: true}, {Group: GroupDate, Fold: true}, {Fold: true, Group: GroupNone}} {
		counted := showFolded(t, a, v)
		v.Query = every
		if found := showFolded(t, a, v); found != counted {
			t.Fatalf("a list of everything shows\n%s, a filter for it\n%s", counted, found)
		}
	}
}

func mustCheck(t *testing.T, a *Archive) []Damage {
	t.Helper()
	r, err := a.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r.Damaged
}

// An archive of before copies were folded has them folded.
func TestFoldMigration(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, w := testArchive(t), newWire(1)
	for i := range 4 {
		d := w.copy(fmt.Sprint("c", i), 0, 1+i/3, i)
		mustAdd(t, a, item(string(d.Article.Title), d))
	}
	want := showFolded(t, a, View{Group: GroupDay, Fold: true})
	err := a.write(ctx, "as before", func(l *link) error {
		for _, text := range []string{"DROP INDEX article_row", "DROP INDEX article_behind", "DROP INDEX article_story", "ALTER TABLE article DROP COLUMN copy", "DELETE FROM counter WHERE kind > 3",
			"CREATE INDEX article_story ON article (story) WHERE deleted = 0 AND story <> 0",
			"DROP TABLE import", "ALTER TABLE article DROP COLUMN as_is", "DROP INDEX article_nameless", "ALTER TABLE file DROP COLUMN charset", "PRAGMA user_version = 3"} {
			if err := l.do(text); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	a.Close()
	a = openAt(t, a.Path())
	if got := showFolded(t, a, View{Group: GroupDay, Fold: true}); got != want || !strings.Contains(got, "+") {
		t.Errorf("after the migration %q, want %q", got, want)
	}
	sameFolded(t, a)
}

// A copy that comes later does not hide the one that its reader has touched, in a list of everything nor in a filtered one.
func TestTouchedCopyStaysRow(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	touches := map[string]func(*Archive, ID) error{
		"star":     func(a *Archive, id ID) error { return a.SetStarred(ctx, []ID{id}, true) },
		"read":     func(a *Archive, id ID) error { return a.SetRead(ctx, []ID{id}, true) },
		"opened":   func(a *Archive, id ID) error { return a.Opened(ctx, id) },
		"position": func(a *Archive, id ID) error { return a.SavePosition(ctx, id, reader.Anchor{}, 0.5) },
		"note":     func(a *Archive, id ID) error { return a.SetHighlight(ctx, &Highlight{Article: id, Note: "mine"}) },
	}
	for what, touch := range touches {
		a, w := testArchive(t), newWire(1)
		var ids []ID
		for i := range 4 {
			d := w.copy(fmt.Sprint("c", i), 0, 1, i)
			ids = append(ids, mustAdd(t, a, item(string(d.Article.Title), d))[0].IDs[0])
			if i == 1 {
				if err := touch(a, ids[1]); err != nil {
					t.Fatal(err)
				}
			}
		}
		index(t, a)
		for _, q := range []string{"", "on:2026 OR before:2030-01-01"} {
			l, err := a.List(ctx, View{Fold: true, Query: parse(t, q), Group: GroupNone})
			if err != nil {
				t.Fatal(err)
			}
			rows, err := l.Rows(ctx, 0, 0, 10)
			if err != nil || len(rows) != 1 || rows[0].ID != ids[1] || rows[0].Folded != 3 {
				t.Errorf("%s, %q: rows %+v, %v, want %d with three behind", what, q, rows, err, ids[1])
			}
		}
		sound(t, a)
		if err := a.Delete(ctx, ids[1:2]); err != nil {
			t.Fatal(err)
		}
		sound(t, a)
	}
}
