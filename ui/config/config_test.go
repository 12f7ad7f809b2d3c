package config

import (
	"errors"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

var testActions = []string{"article.next-quote", "article.previous-quote", "list.star"}

func TestExampleIsTheDefault(t *testing.T) {
	t.Parallel()
	got, err := Parse("example", []byte(Example()), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Keys = map[string]map[string][]string{}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the example file gives %+v, want the defaults %+v", got, want)
	}
	for _, s := range settings {
		if !strings.Contains(Example(), s) {
			t.Errorf("the example file does not name %s", s)
		}
	}
}

func TestAbsentIsNotZero(t *testing.T) {
	t.Parallel()
	got, err := Parse("c", []byte("mouse = false\nfold-copies = false\ntitles = \"one\"\npanes = []\nzim = \"~/a.zim\"\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.Zim != "~/a.zim" {
		t.Errorf("zim %q, want the path as it is written", got.Zim)
	}
	if got.Titles != "one" || Default().Titles != "auto" {
		t.Errorf("titles: %q, want what the file says, and %q without it", got.Titles, Default().Titles)
	}
	if _, err := Parse("c", []byte("titles = \"three\"\n"), nil); err == nil || !strings.Contains(err.Error(), "one of auto, one, two") {
		t.Errorf("three lines: %v", err)
	}
	if got.Fold || !Default().Fold {
		t.Errorf("copies are folded: %v, want what the file says, and folded without it", got.Fold)
	}
	if got.Mouse || len(got.Panes) != 0 {
		t.Errorf("mouse %v panes %v, want what the file says: false and none", got.Mouse, got.Panes)
	}
	if got.Measure != 72 || got.Theme != "auto" {
		t.Errorf("measure %d theme %q, want the defaults", got.Measure, got.Theme)
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	text := "[keys.article]\nnext-quote = [\"]q\", \"alt+down\"]\nprevious-quote = \"[q\"\n[keys.list]\nstar = []\n"
	got, err := Parse("c", []byte(text), testActions)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]map[string][]string{
		"article": {"next-quote": {"]q", "alt+down"}, "previous-quote": {"[q"}},
		"list":    {"star": {}},
	}
	if !reflect.DeepEqual(got.Keys, want) {
		t.Errorf("keys %v, want %v", got.Keys, want)
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, text, err, hint string }{
		{"unknown setting", "theme = \"dark\"\nmesure = 70\n", `c:2: unknown setting "mesure"`, "did you mean measure?"},
		{"unknown table", "\n[colours]\na = 1\n", `c:2: unknown setting "colours"`, "did you mean color?"},
		{"unknown action", "[keys.article]\n\nnext-qoute = [\"x\"]\n", `c:3: unknown action "article.next-qoute"`, "did you mean article.next-quote?"},
		{"wrong screen", "[keys.artcle]\nnext-quote = [\"x\"]\n", `c:2: unknown action "artcle.next-quote"`, "did you mean article.next-quote?"},
		{"a number for a key", "[keys.list]\nstar = 3\n", "c:2: the keys of list.star must be a list of strings", "for instance"},
		{"too wide", "# wide\nmeasure = 100\n", "c:2: measure is 100, but must lie between 66 and 76", ""},
		{"zero is not absent", "measure = 0\n", "c:1: measure is 0", ""},
		{"empty is not absent", "theme = \"\"\n", `c:1: theme is "", but must be one of auto, dark`, ""},
		{"unknown theme", "theme = \"drak\"\n", `c:1: theme is "drak"`, "did you mean dark?"},
		{"unknown pane", "panes = [\"lists\"]\n", `c:1: panes is "lists"`, "did you mean list?"},
		{"no switch", "mouse = \"yes\"\n", "c:1: mouse must be true or false", ""},
		{"no text", "theme = 3\n", "c:1: theme must be text in quotation marks", ""},
		{"no number", "measure = 70.5\n", "c:1: measure must be a whole number", ""},
		{"a number too large", "measure = 99999999999999999999\n", "c:1: measure: decimal number is too large", ""},
		{"no list", "panes = \"list\"\n", "c:1: panes must be a list of texts", ""},
		{"a list of numbers", "panes = [1]\n", "c:1: panes must be a list of texts", ""},
		{"no table", "keys = 1\n", "c:1: keys must be a table", ""},
		{"a table", "[theme]\n", "c:1: theme must be text", ""},
		{"twice", "theme = \"dark\"\ntheme = \"mono\"\n", "c:2: theme: key theme is already defined", ""},
		{"no quotation marks", "theme = dark\n", "c:1: unexpected character", "text stands in quotation marks"},
		{"not TOML", "theme = \n", "c:1:", ""},
		{"escape sequence in a name", "\"\\u001b]52;c;eA==\\u0007\" = 1\n", "c:1: unknown setting", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Parse("c", []byte(c.text), testActions)
			e, ok := errors.AsType[*Error](err)
			if !ok {
				t.Fatalf("error %v (%T), want *Error", err, err)
			}
			if !strings.HasPrefix(e.Error(), c.err) {
				t.Errorf("error %q, want it to begin with %q", e.Error(), c.err)
			}
			if !strings.Contains(string(e.Hint), c.hint) {
				t.Errorf("hint %q, want %q", e.Hint, c.hint)
			}
			if strings.ContainsAny(e.Error(), "\x1b\a\n") {
				t.Errorf("error %q holds control characters", e.Error())
			}
		})
	}
}

func TestLoadMissing(t *testing.T) {
	t.Parallel()
	got, err := Load(filepath.Join(t.TempDir(), "none.toml"), nil)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v, want fs.ErrNotExist", err)
	}
	if !reflect.DeepEqual(got, Default()) {
		t.Errorf("settings %+v, want the defaults", got)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"serach", "search"}, {"lst", "list"}, {"quote", "quotes"}, {"wholly-different", ""}, {"q", ""},
	} {
		if got := Nearest(c[0], []string{"search", "list", "quotes", "entities"}); got != c[1] {
			t.Errorf("Nearest(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// FuzzParse: any bytes either give settings within their bounds or an error
// that is safe to show.
func FuzzParse(f *testing.F) {
	f.Add([]byte(Example()))
	f.Add([]byte("[keys.article]\nnext-quote = [\"]q\", \"alt+down\"]\n"))
	f.Add([]byte("keys = { list = { star = 1 } }"))
	f.Add([]byte("measure = 9223372036854775808"))
	f.Add([]byte("\"\\u001b[2J\" = 1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("fuzz", data, testActions)
		if err != nil {
			if strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
				t.Errorf("error %q holds control characters", err)
			}
			return
		}
		if c.Measure < MinMeasure || c.Measure > MaxMeasure {
			t.Errorf("measure %d was let through", c.Measure)
		}
		for screen, actions := range c.Keys {
			for action := range actions {
				if !slices.Contains(testActions, screen+"."+action) {
					t.Errorf("unknown action %s.%s was let through", screen, action)
				}
			}
		}
	})
}
