package imports

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
	"offprint/ui/uitest"
)

// fake has runs, and files with as many articles as its map says.
type fake struct {
	runs  []store.Import
	files map[string]int
	err   error
}

func (f *fake) Imports(context.Context) ([]store.Import, error) { return f.runs, f.err }

func (f *fake) FileArticles(_ context.Context, origin string) ([]store.Row, error) {
	var list []store.Row
	for i := range f.files[origin] {
		list = append(list, store.Row{ID: store.ID(i + 1), Title: reader.CleanLine(fmt.Sprintf("Part %d", i+1))})
	}
	return list, f.err
}

func some() *fake {
	f := &fake{files: map[string]int{"/saved/one.md": 1, "/saved/box.mbox": 3}}
	f.runs = []store.Import{
		{
			ID: 9, Made: rowstest.Now(), Took: 90 * time.Second, Paths: []reader.Text{"saved", "more"},
			Seen: 1209, Failed: 1, Added: 1200, Skipped: 8, Reasons: "7 hidden, 1 no regular file",
			Files: []store.ImportedFile{
				{Path: "saved/broken.epub", Origin: "/saved/broken.epub", Status: "failed", Reason: "damaged: no container"},
				{Path: "saved/pipe", Status: "skipped", Reason: "no regular file"},
				{Path: "saved/one.md", Origin: "/saved/one.md", Status: "added"},
				{Path: "saved/box.mbox", Origin: "/saved/box.mbox", Status: "added"},
			},
		},
		{ID: 3, Made: rowstest.Now().AddDate(0, 0, -1), Paths: []reader.Text{"old"}, Seen: 2, Unchanged: 2},
	}
	return f
}

func start(t *testing.T, a Archive) (*uitest.Driver, *rowstest.Root) {
	t.Helper()
	root := rowstest.New(t, New(a, rowstest.Look(), nav.OpenImports{}, rowstest.Now))
	return uitest.New(t, root, 100, 30), root
}

func has(t *testing.T, d *uitest.Driver, want ...string) {
	t.Helper()
	frame := strings.Join(d.Frame(), "\n")
	for _, w := range want {
		if !strings.Contains(frame, w) {
			t.Errorf("%q is not shown in\n%s", w, frame)
		}
	}
}

func TestAccountIsShown(t *testing.T) {
	t.Parallel()
	d, _ := start(t, some())
	has(t, d, "saved, more", "1 failed · 1,200 added · 8 skipped (7 hidden, 1 no regular file)", "1 min",
		"saved/broken.epub", "damaged: no container", "saved/pipe", "Yesterday", "2 unchanged")
	if frame := strings.Join(d.Frame(), "\n"); strings.Contains(frame, "one.md") {
		t.Errorf("a file that went well is shown at once:\n%s", frame)
	}
	d.Keys("tab")
	has(t, d, "all files", "saved/one.md")
}

func TestFromAFileToItsArticles(t *testing.T) {
	t.Parallel()
	d, root := start(t, some())
	d.Keys("j enter")
	if _, ok := root.Last().(nav.Say); !ok {
		t.Errorf("a file without articles: %+v, want a word", root.Last())
	}
	d.Keys("tab j j j enter")
	if got, want := root.Last(), (nav.OpenArticle{ID: 1}); got != want {
		t.Errorf("a file with one article: %+v, want %+v", got, want)
	}
	d.Keys("j enter")
	choice, ok := root.Last().(nav.Choose)
	if !ok || len(choice.Options) != 3 || choice.Answer(2) != (nav.OpenArticle{ID: 3}) {
		t.Errorf("a file with three articles: %+v, want a choice", root.Last())
	}
	d.Keys("yy")
	if got, want := root.Last(), (nav.Copy{Text: "saved/box.mbox", What: "path"}); got != want {
		t.Errorf("copied %+v, want %+v", got, want)
	}
	if got, want := root.Screen.Place(), (nav.OpenImports{At: 4, All: true}); got != want {
		t.Errorf("place %+v, want %+v", got, want)
	}
}

// Of a long path the end is shown, which names the file.
func TestLongPaths(t *testing.T) {
	t.Parallel()
	f := some()
	f.runs[0].Files[0].Path = reader.CleanLine("/" + strings.Repeat("a long folder/", 20) + "broken.epub")
	d, _ := start(t, f)
	has(t, d, "  …/a long folder/", "/broken.epub     failed")
}

func TestFailures(t *testing.T) {
	t.Parallel()
	f := some()
	f.err = errors.New("disk")
	d, root := start(t, f)
	if _, ok := root.Last().(nav.Fail); !ok {
		t.Errorf("asked for %+v, want a failure", root.Last())
	}
	has(t, d, "could not be read")
}

func TestCounts(t *testing.T) {
	t.Parallel()
	for want, run := range map[reader.Text]store.Import{
		"no files":                               {},
		"2 stub · 1 unchanged":                   {Stubs: 2, Unchanged: 1},
		"3 skipped":                              {Skipped: 3},
		"1 updated · ended early: disk full":     {Updated: 1, Stopped: "disk full"},
		"1 failed · 5 added · 2 skipped (2 odd)": {Failed: 1, Added: 5, Skipped: 2, Reasons: "2 odd"},
	} {
		if got := counts(&run); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestGeometry(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]*fake{"some": some(), "none": {}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := start(t, f)
			d.Keys("tab G")
			rowstest.Sweep(d.Resize)
		})
	}
}
