package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/uitest"
)

// shows fails unless every text is on the screen.
func shows(t *testing.T, d *uitest.Driver, texts ...string) {
	t.Helper()
	screen := d.Text()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			t.Errorf("no %q on the screen:\n%s", text, screen)
		}
	}
}

// lacks fails if a text is on the screen.
func lacks(t *testing.T, d *uitest.Driver, texts ...string) {
	t.Helper()
	screen := d.Text()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			t.Errorf("%q is on the screen:\n%s", text, screen)
		}
	}
}

// rows returns the archive's articles that a query finds, newest first.
func rows(t *testing.T, a *store.Archive, q string) []store.Row {
	t.Helper()
	parsed, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	l, err := a.List(context.Background(), store.View{Query: parsed, Group: store.GroupNone})
	if err != nil {
		t.Fatal(err)
	}
	if l.Len() == 0 {
		return nil
	}
	r, err := l.Rows(context.Background(), 0, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestStarAndUndo(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("*")
	shows(t, d, "Starred the article · U takes it back", "★")
	if got := rows(t, a, "is:starred"); len(got) != 1 {
		t.Fatalf("%d articles are starred", len(got))
	}
	d.Keys("U")
	shows(t, d, "Undone:")
	if got := rows(t, a, "is:starred"); len(got) != 0 {
		t.Error("undo did not take the star away")
	}
	d.Keys("ctrl+r")
	if got := rows(t, a, "is:starred"); len(got) != 1 {
		t.Error("redo did not bring the star back")
	}
}

func TestOpeningMarksRead(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	if got := rows(t, a, "is:read"); len(got) != 0 {
		t.Fatal("an article is read before anything was opened")
	}
	d.Keys("enter")
	if got := rows(t, a, "is:read"); len(got) != 1 {
		t.Errorf("%d articles are read after one was opened", len(got))
	}
	d.Keys("r")
	if got := rows(t, a, "is:read"); len(got) != 0 {
		t.Error("r did not make it unread again")
	}
}

func TestDeleteComesBack(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	all := len(rows(t, a, ""))
	d.Keys("x x D")
	shows(t, d, "Deleted 2 articles")
	if got := len(rows(t, a, "")); got != all-2 {
		t.Errorf("%d articles left of %d", got, all)
	}
	d.Keys("U")
	if got := len(rows(t, a, "")); got != all {
		t.Errorf("%d articles after undo, want %d", got, all)
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	before := len(rows(t, a, "tag:tarve"))
	d.Keys("enter t")
	shows(t, d, "Tags, apart by commas")
	d.Type("low water, Tarve")
	d.Keys("enter")
	if got := rows(t, a, `tag:"low water" tag:tarve`); len(got) != 1 {
		t.Errorf("%d articles have the tags", len(got))
	}
	shows(t, d, "#low water")
	d.Keys("U")
	if got := len(rows(t, a, `tag:"low water"`)) + len(rows(t, a, "tag:tarve")); got != before {
		t.Errorf("%d articles have the tags after undo, want %d as before", got, before)
	}
}

// A passage is chosen by words, highlighted, listed, opened at its place, and taken back.
func TestHighlight(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("enter v w w w a")
	shows(t, d, "Note")
	d.Type("look this up")
	d.Keys("enter")
	shows(t, d, "Highlighted")
	list, err := a.Highlights(context.Background(), query.Query{}, 0, 10)
	if err != nil || len(list) != 1 {
		t.Fatalf("highlights: %v, %v", list, err)
	}
	h := list[0]
	if n := len(strings.Fields(string(h.Anchor.Exact))); n != 4 || h.Note != "look this up" {
		t.Errorf("highlighted %q with note %q", h.Anchor.Exact, h.Note)
	}
	d.Keys("gm")
	shows(t, d, "look this up")
	d.Keys("enter")
	shows(t, d, "1/18 · 17 unread")
	d.Keys("U")
	if list, _ := a.Highlights(context.Background(), query.Query{}, 0, 10); len(list) != 0 {
		t.Error("undo left the highlight")
	}
}

// The place is kept over resizes there and back, and over a restart.
func TestPlaceSurvives(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	d := uitest.New(t, newModel(options(t, a)), 80, 24)
	open := rows(t, a, `title:winters`)
	if len(open) != 1 {
		t.Fatalf("%d articles are about winters", len(open))
	}
	d.Keys("j j j j enter d d d d")
	before := d.Frame()[3:10]
	for _, size := range [][2]int{{160, 45}, {61, 17}, {100, 30}, {80, 24}} {
		d.Resize(size[0], size[1])
	}
	if after := d.Frame()[3:10]; strings.Join(after, "\n") != strings.Join(before, "\n") {
		t.Errorf("after resizes:\n%s\nbefore:\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
	}
	d.Keys("Q")
	if !d.Quit() {
		t.Fatal("Q did not quit")
	}
	d = uitest.New(t, newModel(options(t, a)), 80, 24)
	d.Keys("j j j j enter")
	if after := d.Frame()[3:10]; strings.Join(after, "\n") != strings.Join(before, "\n") {
		t.Errorf("after a restart:\n%s\nbefore:\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
	}
}

// From a name to its page, to another article that names it, and back.
func TestNameAndHistory(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 160, 45)
	first := d.Frame()[1]
	d.Keys("enter alt+4 enter")
	shows(t, d, "n/N")
	d.Keys("enter")
	shows(t, d, "Named with")
	d.Keys("H")
	if got := d.Frame()[1]; got[40:] != first[40:] {
		t.Errorf("H went to %q, want %q", got, first)
	}
	d.Keys("L")
	shows(t, d, "Named with")
	d.Keys("q")
	shows(t, d, "ARTICLES")
}

func TestCopyQuoteWithSource(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("enter n yy")
	got := d.Copied()
	if len(got) != 1 || !strings.Contains(got[0], "2025") || !strings.ContainsAny(got[0], "“\"") {
		t.Errorf("copied %q", got)
	}
	shows(t, d, "Sent the quote of ", " with its source to the clipboard")
}

// A correction holds and can be taken back.
func TestCorrectSpeaker(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("enter alt+3 c") // the name that is there is selected
	d.Type("Nadia Example")
	d.Keys("enter")
	shows(t, d, "Said by Nadia Example", "1 Nadia Example")
	id := rows(t, a, "")[0].ID
	article, err := a.Article(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if got := article.Digest.Quotes[0].Speaker.Name; got != "Nadia Example" {
		t.Errorf("the archive says %q", got)
	}
	n := len(article.Digest.Quotes)
	d.Keys("X")
	if article, _ = a.Article(context.Background(), id); len(article.Digest.Quotes) != n-1 {
		t.Errorf("%d quotes after one was refused, want %d", len(article.Digest.Quotes), n-1)
	}
	d.Keys("U U")
	if article, _ = a.Article(context.Background(), id); article.Digest.Quotes[0].Speaker.Name == "Nadia Example" || len(article.Digest.Quotes) != n {
		t.Error("undo left a correction")
	}
}

func TestFilterAndFind(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("/")
	d.Type("dredg")
	want := rows(t, a, "dredg*")
	shows(t, d, "Dockers Walk Out")
	if len(want) == 0 || len(want) == len(rows(t, a, "")) {
		t.Fatalf("the filter is no test: %d articles", len(want))
	}
	d.Keys("ctrl+u")
	d.Type("is:nothing")
	shows(t, d, "/  is:nothing", "starred") // what is wrong, and what would be right
	d.Keys("ctrl+u")
	d.Type("said:orr")
	d.Keys("tab")
	shows(t, d, `/  said:"Dagny Orrel"`, "tab completes", "esc shows all")
	d.Keys("esc enter /")
	d.Type("barrage")
	shows(t, d, "find: barrage", "1/", "enter keeps what is found")
	d.Keys("enter n")
	shows(t, d, "barrage 2/")
	d.Keys("esc")
	lacks(t, d, "barrage 2/")
}

// Nothing is opened in a browser before its host was shown and agreed to.
func TestOriginalIsAskedFor(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	o := options(t, a)
	var opened []string
	o.Browse = func(address string) error { opened = append(opened, address); return nil }
	d := uitest.New(t, newModel(o), 120, 40)
	d.Keys("enter o")
	shows(t, d, "Open in the browser")
	if len(opened) != 0 {
		t.Fatal("opened without being asked")
	}
	d.Keys("enter")
	if len(opened) != 1 || !strings.HasPrefix(opened[0], "http") {
		t.Errorf("opened %q", opened)
	}
}

// The chosen articles are exported, else the open one.
func TestExport(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	o := options(t, a)
	var got []store.ID
	o.Export = func(_ context.Context, ids []store.ID) (reader.Text, error) {
		got = ids
		return "Written to a folder", nil
	}
	d := uitest.New(t, newModel(o), 120, 40)
	d.Keys("x x e")
	shows(t, d, "Written to a folder")
	if len(got) != 2 {
		t.Errorf("%d articles exported, want 2", len(got))
	}
	d.Keys("esc enter e")
	if len(got) != 1 {
		t.Errorf("%d articles exported, want the open one", len(got))
	}
}

// What another program adds is shown without a key.
func TestOtherProgramsChangesAreSeen(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	m := newModel(options(t, a))
	d := uitest.New(t, m, 120, 40)
	stamp := func() {
		s, err := a.Stamp(context.Background())
		d.Send(stampMsg{s, err == nil})
	}
	stamp()
	shows(t, d, "1/18")
	if err := a.Delete(context.Background(), []store.ID{rows(t, a, "")[1].ID}); err != nil {
		t.Fatal(err)
	}
	stamp()
	shows(t, d, "1/17")
}

// So is what it adds to an archive that was empty when the reader was opened,
// and in the first moments.
func TestFirstArticleOfAnotherProgramIsSeen(t *testing.T) {
	t.Parallel()
	a, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	d := uitest.New(t, newModel(options(t, a)), 120, 40)
	shows(t, d, "No articles yet.", "offprint demo", "offprint FOLDER")
	d.Keys("tab enter alt+4")
	lacks(t, d, "QUOTES")
	art := reader.Article{Title: "The first article", Markdown: "It came from elsewhere."}
	if _, err := a.Add(context.Background(), []store.Item{{Origin: "x", FileHash: [32]byte{1}, Digests: []reader.Digest{digest.Article(art)}}}); err != nil {
		t.Fatal(err)
	}
	s, err := a.Stamp(context.Background())
	d.Send(stampMsg{s, err == nil})
	shows(t, d, "The first article")
	lacks(t, d, "offprint demo")
}
