package ui

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/reader/markdown"
	"offprint/store"
	"offprint/ui/cli/demo"
	"offprint/ui/desk"
	"offprint/ui/keys"
	"offprint/ui/theme"
	"offprint/ui/uitest"
)

// today is the date of all tests.
var today = time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)

// recorded is one article with what the makers found when it was written
// down. The tests of the screen stand on it, so that a better maker does not
// change them: go test ./ui -record writes it anew from the demo.
type recorded struct {
	Name     string
	Article  reader.Article
	Quotes   []reader.Quote
	Entities []reader.Entity
	Words    int
}

const recordedFile = "testdata/archive.json"

var record = flag.Bool("record", false, "write "+recordedFile+" anew from the demo")

func readRecorded() ([]recorded, error) {
	if *record {
		if err := writeRecorded(); err != nil {
			return nil, err
		}
	}
	data, err := os.ReadFile(recordedFile)
	if err != nil {
		return nil, err
	}
	var out []recorded
	return out, json.Unmarshal(data, &out)
}

func writeRecorded() error {
	var out []recorded
	for _, s := range demo.Sources() {
		digests, err := digest.Of(s)
		if err != nil {
			return err
		}
		for _, d := range digests {
			out = append(out, recorded{s.Name, d.Article, d.Quotes, d.Entities, d.Words})
		}
	}
	data, err := json.MarshalIndent(out, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(recordedFile, data, 0o666)
}

// demoFile is the demo's archive, made once for all tests; each test works on a copy.
var demoFile = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "offprint-ui-test")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "demo.db")
	ctx := context.Background()
	a, err := store.Open(ctx, path, store.Options{Now: func() time.Time { return today }})
	if err != nil {
		return "", err
	}
	defer a.Close()
	recorded, err := readRecorded()
	if err != nil {
		return "", err
	}
	for _, r := range recorded {
		d := reader.Digest{Article: r.Article, Plain: markdown.Plain(r.Article.Markdown), Quotes: r.Quotes, Entities: r.Entities, Words: r.Words}
		if _, err := a.Add(ctx, []store.Item{{Origin: "demo/" + r.Name, Size: 1, Digests: []reader.Digest{d}}}); err != nil {
			return "", err
		}
	}
	return path, a.Index(ctx)
})

func TestMain(m *testing.M) {
	if how := os.Getenv("OFFPRINT_TEST_CRASH"); how != "" {
		os.Exit(runCrash(how))
	}
	waitTogether()
	code := m.Run()
	if path, err := demoFile(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// waitTogether has more tests run at once than there are processors, unless
// the caller says how many: they wait for timers nine tenths of their time.
func waitTogether() {
	flag.Parse()
	said := false
	flag.Visit(func(f *flag.Flag) { said = said || f.Name == "test.parallel" })
	if !said {
		_ = flag.Set("test.parallel", strconv.Itoa(4*runtime.GOMAXPROCS(0)))
	}
}

// openDemo opens a copy of the demo's archive.
func openDemo(t testing.TB) *store.Archive {
	t.Helper()
	path, err := demoFile()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(t.TempDir(), "demo.db")
	if err := os.WriteFile(mine, data, 0o666); err != nil {
		t.Fatal(err)
	}
	a, err := store.Open(context.Background(), mine, store.Options{Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func defaultKeys() (*keys.Map, error) { return keys.New(nil) }

// options are those of a test: a fixed clock and colours, no mouse.
func options(t testing.TB, a *store.Archive) Options {
	t.Helper()
	m, err := defaultKeys()
	if err != nil {
		t.Fatal(err)
	}
	profile := colorprofile.TrueColor
	return Options{
		Archive: a, Keys: m, Theme: theme.Dark, Profile: &profile,
		Desk: desk.Options{Measure: 72, Now: func() time.Time { return today }},
	}
}

// start runs the reader on the demo in a window of w by h cells.
func start(t testing.TB, w, h int) (*uitest.Driver, *store.Archive) {
	t.Helper()
	a := openDemo(t)
	return uitest.New(t, newModel(options(t, a)), w, h), a
}
