package store

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"offprint/reader"
)

// sqlOn runs a statement in the archive's file, as damage would change it.
func sqlOn(t *testing.T, a *Archive, text string, args ...any) {
	t.Helper()
	err := a.write(context.Background(), "break", func(l *link) error {
		_, err := l.st.on.ExecContext(l.ctx, text, args...)
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}

// TestCheckTellsWhatIsLost: each kind of damage is told with its article, and
// nothing else of the archive is called damaged.
func TestCheckTellsWhatIsLost(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for _, c := range []struct {
		name, damage string
		want         string // of the report's only line; "" is none
		article      ID
	}{
		{"nothing", "UPDATE article SET starred = starred", "", 0},
		{"a text", "DELETE FROM body WHERE id = 2", "its text is missing", 2},
		{"findings", "DELETE FROM finding WHERE id = 2", "its text is missing", 2},
		{"findings that are none", "UPDATE finding SET digest = x'ff00ff00' WHERE id = 3", "its findings cannot be read", 3},
		{"a plain text that is none", "UPDATE body SET plain = x'ffffff' WHERE id = 3", "its plain text cannot be read", 3},
		{"a changed text", "UPDATE body SET markdown = replace(markdown, 'common', 'uncommon') WHERE id = 1", "its text differs from its checksum", 1},
		{"a place in the index", "DELETE FROM place WHERE article = 2", "it is not in the full-text index", 2},
	} {
		a := testArchive(t)
		for _, title := range []string{"one", "two", "three"} {
			mustAdd(t, a, item(title, plainDigest(title, "2024-01-02", "common words of "+title)))
		}
		index(t, a)
		sqlOn(t, a, c.damage)
		r, err := a.Check(ctx)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if r.OK() != (c.want == "") || r.Articles != 3 {
			t.Errorf("%s: OK %v, %d articles", c.name, r.OK(), r.Articles)
		}
		told := 0
		for _, d := range r.Damaged {
			if strings.Contains(d.Reason, c.want) && d.Article == c.article {
				told++
			} else if d.Article != 0 && d.Article != c.article {
				t.Errorf("%s: another article is called damaged: %+v", c.name, d)
			}
		}
		if c.want != "" && told != 1 {
			t.Errorf("%s: told as %+v, want %q of article %d", c.name, r.Damaged, c.want, c.article)
		}
	}
}

// TestCheckOfADamagedIndex: whatever is wrong with the index, it is told once
// and as such, all texts are looked at, and Rebuild mends it.
func TestCheckOfADamagedIndex(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for _, damage := range []string{
		"UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10", "UPDATE search_data SET block = substr(block, 1, 8) WHERE id > 10",
		"DELETE FROM search_data", "DELETE FROM search_docsize", "DROP TABLE search_data", "DROP TABLE search", "DROP TABLE place", "DROP TABLE term", "DELETE FROM term",
	} {
		a := testArchive(t)
		for _, title := range []string{"one", "two", "three"} {
			mustAdd(t, a, item(title, plainDigest(title, "2024-01-02", "common words of "+title)))
		}
		index(t, a)
		sqlOn(t, a, "UPDATE body SET markdown = replace(markdown, 'common', 'uncommon') WHERE id = 3")
		sqlOn(t, a, "PRAGMA writable_schema = 1; "+damage+"; PRAGMA writable_schema = 0")
		must(t, a.Close())
		for _, readOnly := range []bool{true, false} {
			a, err := Open(ctx, a.Path(), Options{ReadOnly: readOnly})
			if err != nil {
				t.Fatalf("%s: %v", damage, err)
			}
			r, err := a.Check(ctx)
			if err != nil || r.Articles != 3 {
				t.Errorf("%s: %d articles, %v", damage, r.Articles, err)
			}
			text, index := 0, 0
			for _, d := range r.Damaged {
				switch d.Part {
				case "article":
					text++
				case "index":
					index++
				default:
					t.Errorf("%s: told as %+v", damage, d)
				}
			}
			if text != 1 || index == 0 || index > 4 {
				t.Errorf("%s: told as %+v, want one text and the index", damage, r.Damaged)
			}
			if !readOnly {
				must(t, a.Rebuild(ctx))
				if r, err := a.Check(ctx); err != nil || len(r.Damaged) != 1 {
					t.Errorf("%s: rebuilt, it is told as %+v, %v", damage, r.Damaged, err)
				}
			}
			must(t, a.Close())
		}
	}
}

// TestDamagedJournal: a change that can no longer be read is not half undone;
// it is told, and all else goes on.
func TestDamagedJournal(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for _, steps := range []string{
		"not JSON", `{}`, `{"Kind":"unheard of"}`,
		`{"Kind":"highlight","Steps":[{"ID":1,"Old":"x","New":"x"}]}`, `{"Kind":"entity","Steps":[{"ID":1,"Old":"x","New":"x"}]}`,
		`{"Kind":"renamed","Steps":[{"ID":1,"Old":[],"New":[]}]}`, `{"Kind":"correction","Steps":[{"ID":1,"Old":7,"New":7}]}`,
		`{"Kind":"shown","Steps":[{"ID":1,"Old":"x","New":"x"}]}`,
	} {
		a := testArchive(t)
		id := mustAdd(t, a, item("one", plainDigest("one", "2024-01-02", "some words")))[0].IDs[0]
		if err := a.SetStarred(ctx, []ID{id}, true); err != nil {
			t.Fatal(err)
		}
		sqlOn(t, a, "UPDATE journal SET steps = ?", steps)
		for range 2 {
			label, err := a.Undo(ctx)
			if !errors.Is(err, ErrCorrupt) || label != "" {
				t.Errorf("%s: undo is %q, %v, want ErrCorrupt", steps, label, err)
			}
		}
		if _, err := a.Redo(ctx); !errors.Is(err, ErrNothing) {
			t.Errorf("%s: redo of what was not undone: %v", steps, err)
		}
		if !read(t, a, id).Row.Starred {
			t.Errorf("%s: the star is gone", steps)
		}
		if err := a.SetRead(ctx, []ID{id}, true); err != nil {
			t.Errorf("%s: nothing can be changed any more: %v", steps, err)
		}
		if label, err := a.Undo(ctx); err != nil || label == "" || read(t, a, id).Row.Read {
			t.Errorf("%s: a newer change cannot be undone: %q, %v", steps, label, err)
		}
	}
}

// TestHighlightTriedAgain: what could not be stored leaves the caller's
// highlight as it was, and the same call stores it once that works.
func TestHighlightTriedAgain(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	id := mustAdd(t, a, item("one", plainDigest("one", "2024-01-02", "some words of a text")))[0].IDs[0]
	text := read(t, a, id).Digest.Article.Markdown
	h := Highlight{Article: id, Note: "why", Anchor: reader.AnchorAt(text, reader.Span{Start: 0, End: 10})}
	given := h
	sqlOn(t, a, "CREATE TRIGGER stop BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'stopped'); END")
	if err := a.SetHighlight(ctx, &h); err == nil {
		t.Fatal("it was stored all the same")
	}
	if !reflect.DeepEqual(h, given) {
		t.Errorf("after a failure it is %+v, was %+v", h, given)
	}
	sqlOn(t, a, "DROP TRIGGER stop")
	if err := a.SetHighlight(ctx, &h); err != nil || h.ID == 0 || h.Created.IsZero() {
		t.Errorf("tried again: %+v, %v", h, err)
	}
	if got := read(t, a, id).Highlights; len(got) != 1 || got[0].Note != "why" {
		t.Errorf("highlights %+v, want the one", got)
	}
	gone := Highlight{ID: h.ID + 7, Article: id, Anchor: h.Anchor}
	if err := a.SetHighlight(ctx, &gone); !errors.Is(err, ErrNoHighlight) {
		t.Errorf("a highlight that is not there: %v", err)
	}
	if err := a.RemoveHighlight(ctx, h.ID+7); !errors.Is(err, ErrNoHighlight) {
		t.Errorf("removing one that is not there: %v", err)
	}
	nowhere := Highlight{Article: id + 7, Anchor: h.Anchor}
	if err := a.SetHighlight(ctx, &nowhere); !errors.Is(err, ErrNoArticle) || nowhere.ID != 0 {
		t.Errorf("in no article: %v, %+v", err, nowhere)
	}
}
