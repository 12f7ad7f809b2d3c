package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"offprint/reader"
)

// Each passage is kept once with each of its notes; one without a note is
// given the first that comes.
func TestPassagesOfOneArticle(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	kept := reader.Kept{Saved: june}
	for i := range 300 {
		text := reader.CleanLine(fmt.Sprintf("The passage number %d of a long book", i))
		kept.Passages = append(kept.Passages, reader.Passage{Text: text}, reader.Passage{Text: "“" + text + "”"})
		if i%3 == 0 {
			kept.Passages = append(kept.Passages, reader.Passage{Text: text, Note: "one"}, reader.Passage{Text: text, Note: "two"}, reader.Passage{Text: text, Note: "One."})
		}
	}
	id := mustAdd(t, a, export(1, stubOf("https://books.example/long", "A long book", kept)))[0].IDs[0]
	notes := map[reader.Text]int{}
	for _, h := range read(t, a, id).Highlights {
		notes[h.Note]++
	}
	if notes[""] != 200 || notes["one"] != 100 || notes["two"] != 100 || len(notes) != 3 {
		t.Errorf("highlights by note: %v, want 200 without, 100 with each", notes)
	}
	sound(t, a)
}

// What the reader took away does not come back with a file, also where it was
// added before the archive remembered what files say.
func TestTakenAwayStaysAway(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	d := page("https://news.example/river", "River", "2015-05-30", river)
	d.Article.Tags = []reader.Text{"floods", "north"}
	id := mustAdd(t, a, item("river.html", d))[0].IDs[0]
	if err := a.write(ctx, "as before", func(l *link) error { return l.do("DELETE FROM kept") }); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		a.ChangeTags(ctx, []ID{id}, nil, []reader.Text{"floods"}), a.SetStarred(ctx, []ID{id}, true), a.SetStarred(ctx, []ID{id}, false),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	mustAdd(t, a, item("moved/river.html", d), export(1, stubOf("https://news.example/river", "River", reader.Kept{Starred: true}, "floods", "south")))
	r := read(t, a, id).Row
	if slices.Contains(r.Tags, "floods") || !slices.Contains(r.Tags, "north") || !slices.Contains(r.Tags, "south") || r.Starred {
		t.Errorf("tags %q, starred %v, want north and south alone, and no star", r.Tags, r.Starred)
	}
	sound(t, a)
}

func BenchmarkPassages(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		var kept reader.Kept
		for i := range n {
			kept.Passages = append(kept.Passages, reader.Passage{Text: reader.CleanLine(fmt.Sprintf("The passage number %d of a long book with words enough to fill a line or two", i))})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				mustAdd(b, testArchive(b), export(1, stubOf("https://books.example/long", "A long book", kept)))
			}
		})
	}
}
