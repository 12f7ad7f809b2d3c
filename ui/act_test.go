package ui

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"offprint/store"
	"offprint/store/query"
	"offprint/ui/keys"
	"offprint/ui/theme"
	"offprint/ui/uitest"
)

// Marks bring back to a place, also after a restart, and ” to where one was before.
func TestLetterMarks(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	d := uitest.New(t, newModel(options(t, a)), 100, 24)
	d.Keys("j j j j enter } } } m a")
	shows(t, d, "Mark a set: 'a comes back here")
	there := strings.Join(d.Frame()[2:12], "\n")
	d.Keys("gg")
	top := strings.Join(d.Frame()[2:12], "\n")
	if top == there {
		t.Fatal("gg did not move")
	}
	d.Keys("' a")
	if got := strings.Join(d.Frame()[2:12], "\n"); got != there {
		t.Errorf("'a went to\n%s\nwant\n%s", got, there)
	}
	d.Keys("' '")
	if got := strings.Join(d.Frame()[2:12], "\n"); got != top {
		t.Errorf("'' went to\n%s\nwant\n%s", got, top)
	}
	d.Keys("' b")
	shows(t, d, "No mark b in this article")
	d.Keys("m 1")
	shows(t, d, "Marks are the letters a to z")
	d = uitest.New(t, newModel(options(t, a)), 100, 24)
	d.Keys("j j j j enter gg ' a")
	if got := strings.Join(d.Frame()[2:12], "\n"); got != there {
		t.Errorf("after a restart 'a went to\n%s\nwant\n%s", got, there)
	}
}

// x takes the highlight in view away, and undo brings it back with its note.
func TestRemoveHighlight(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("enter x")
	shows(t, d, "No highlight in view")
	d.Keys("v w w a")
	d.Type("dear to me")
	d.Keys("enter x")
	shows(t, d, "Removed the highlight")
	marked := func() []store.HighlightRow {
		list, err := a.Highlights(context.Background(), query.Query{}, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	if got := marked(); len(got) != 0 {
		t.Fatalf("%d highlights left", len(got))
	}
	d.Keys("U")
	if got := marked(); len(got) != 1 || got[0].Note != "dear to me" {
		t.Errorf("after undo: %+v", got)
	}
}

// What is copied is what is looked at, with its source where it should have one.
func TestCopiedText(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	o := options(t, a)
	own, err := keys.New(keys.Overrides{"article": {"copy-bibtex": {"yb"}, "copy-csl": {"yc"}}})
	if err != nil {
		t.Fatal(err)
	}
	o.Keys = own
	d := uitest.New(t, newModel(o), 160, 45)
	d.Keys("enter ]q")
	for _, c := range []struct{ keys, want string }{
		{"yq", "It is not what anyone at this table asked for"},
		{"yy", "alderstedcourier.example"},
		{"yp", "Waters and Transport Minister Joren Haslet said after the signing"},
		{"yl", "https://"},
		{"ym", "]("},
		{"yb", "@"},
		{"Y", "# Velmark's Half-Built Barrage to Be Finished, and to Sleep in Winter"},
	} {
		d.Keys(c.keys)
		got := d.Copied()
		if len(got) == 0 || !strings.Contains(got[len(got)-1], c.want) {
			t.Errorf("%s copied %q, want %q in it", c.keys, got[max(0, len(got)-1):], c.want)
		}
	}
	d.Keys("yc")
	got := d.Copied()
	if !json.Valid([]byte(got[len(got)-1])) {
		t.Errorf("yc copied %q, want JSON", got[len(got)-1])
	}
	d.Keys("v w w y")
	got = d.Copied()
	if last := got[len(got)-1]; !strings.Contains(last, "alderstedcourier.example") && !strings.Contains(last, "2025") {
		t.Errorf("a passage was copied as %q, want it with its source", last)
	}
}

// Two names are made one from the sidebar, and undo parts them again.
func TestMergeFromSidebar(t *testing.T) {
	t.Parallel()
	d, a := start(t, 160, 45)
	count := func(name string) int {
		rows, err := a.Entities(context.Background(), store.EntityFilter{Name: name, AnyKind: true})
		if err != nil {
			t.Fatal(err)
		}
		return len(rows)
	}
	d.Keys("enter")
	click(t, d, "O Tarve Watch")
	before := count("tarve watch")
	d.Keys("M")
	shows(t, d, "Tarve Watch is the same as")
	d.Type("piet lau")
	d.Keys("enter")
	shows(t, d, "Tarve Watch is the same as Piet Lauwerin")
	page := func() []string {
		rows, err := a.Entities(context.Background(), store.EntityFilter{Name: "lauwerin", AnyKind: true})
		if err != nil || len(rows) == 0 {
			t.Fatal(rows, err)
		}
		p, err := a.Entity(context.Background(), rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, n := range p.Names {
			names = append(names, string(n.Text))
		}
		return names
	}
	if got := page(); len(got) != 2 {
		t.Errorf("Piet Lauwerin goes by %q, want two names", got)
	}
	d.Keys("U")
	if got, n := page(), count("tarve watch"); len(got) != 1 || n != before {
		t.Errorf("after undo Piet Lauwerin goes by %q, %d are called Tarve Watch, want 1 and %d", got, n, before)
	}
}

// Headings, names, links and paragraphs are gone to and come back from.
func TestStepsInArticle(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 24)
	d.Keys("j j j j enter") // the long one, which has headings
	shows(t, d, "Four Winters on the Tarve")
	top := d.Text()
	d.Keys("]h ]h")
	if d.Text() == top {
		t.Error("]h did not move")
	}
	shows(t, d, "The letter")
	d.Keys("]h ]h ]h")
	lacks(t, d, "The letter")
	d.Keys("[h [h [h")
	shows(t, d, "The letter")
	d.Keys("gg } } }")
	third := strings.Join(d.Frame()[2:20], "\n")
	d.Keys("} {")
	if got := strings.Join(d.Frame()[2:20], "\n"); got != third {
		t.Errorf("{ did not come back:\n%s\nwant\n%s", got, third)
	}
	d.Keys("gc")
	shows(t, d, "Contents")
	d.Keys("down down enter")
	lacks(t, d, "Contents")
	d.Keys("gi")
	shows(t, d, "About this article", "SHA-256", "Length")
}

// The theme changes through all of them and back, and says which it is.
func TestThemeGoesRound(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	var seen []theme.Name
	for range theme.Names() {
		d.Keys("gT")
		_, after, _ := strings.Cut(d.Text(), "Theme: ")
		name, _, _ := strings.Cut(after, " ")
		if slices.Contains(seen, theme.Name(name)) || !slices.Contains(theme.Names(), theme.Name(name)) {
			t.Errorf("theme %q after %q, want another", name, seen)
		}
		seen = append(seen, theme.Name(name))
	}
	if last := seen[len(seen)-1]; last != theme.Dark {
		t.Errorf("the last theme is %q, want the one that was set", last)
	}
}

// Related articles stand at the foot, of a short article too, and are opened from there.
func TestRelatedAtTheFoot(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 30)
	d.Keys("enter")
	first := d.Frame()[1]
	d.Keys("G")
	for tries := 0; tries < 20 && !strings.Contains(d.Text(), "Related in the archive"); tries++ {
		d.Keys("J K G") // on a busy machine the text does not wait for its foot
	}
	shows(t, d, "Related in the archive", "100%")
	d.Keys("]l enter")
	if got := d.Frame()[1]; got == first {
		t.Errorf("the link did not open another article: %q", got)
	}
}

// q goes back to the screen from which another was opened, and from the first to the panes.
func TestBackThroughScreens(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 140, 40)
	d.Keys("gq w")
	shows(t, d, "OTHER WORDINGS")
	d.Keys("q")
	shows(t, d, "QUOTES", "newest first")
	d.Keys("q")
	shows(t, d, "ARTICLES")
	d.Keys("ge enter tab enter")
	shows(t, d, "Ellmar  place")
	d.Keys("q")
	shows(t, d, "Hersk  place")
	d.Keys("q")
	shows(t, d, "ENTITIES")
	d.Keys("enter H q")
	shows(t, d, "ARTICLES")
	d.Keys("gq enter") // an article is opened in the panes, whatever led there
	d.Keys("q q")
	shows(t, d, "ARTICLES")
}

// The footer says what tab leads to on each screen.
func TestFooterNamesWhatTabDoes(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 140, 40)
	for _, c := range []struct{ keys, says string }{
		{"ge", "tab kind"}, {"enter", "tab about"}, {"tab", "tab articles"}, {"ga I", "tab all files"}, {"tab", "tab what went wrong"},
	} {
		d.Keys(c.keys)
		shows(t, d, c.says)
	}
}
