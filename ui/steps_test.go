package ui

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/theme"
	"offprint/ui/uitest"
)

// J and K open the next and previous article over the heads of groups, ]u the next unread one.
func TestStepsThroughTheList(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	all := rows(t, a, "")
	d.Keys("enter J")
	shows(t, d, "2/18")
	d.Keys("2 J")
	shows(t, d, "4/18")
	d.Keys("K K K")
	shows(t, d, "1/18")
	d.Keys("K")
	shows(t, d, "No more articles in that direction")
	if got := rows(t, a, "is:read"); len(got) != 4 {
		t.Errorf("%d articles are read, want the four that were opened", len(got))
	}
	d.Keys("alt+1 ]u")
	shows(t, d, "5/18")
	d.Keys("G")
	shows(t, d, fmt.Sprintf("%d/18", len(all)))
	d.Keys("[u [u")
	shows(t, d, "16/18")
}

// A range is chosen with V, and what is done is done with all in it.
func TestRange(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("j V j j *")
	want := rows(t, a, "")[1:4]
	got := rows(t, a, "is:starred")
	if len(got) != 3 || got[0].ID != want[0].ID || got[2].ID != want[2].ID {
		t.Errorf("starred %v, want %v", got, want)
	}
	d.Keys("esc V k esc *")
	if n := len(rows(t, a, "is:starred")); n > 3 {
		t.Errorf("%d are starred after a range was given up", n)
	}
}

// What is pasted is text where text is typed, and nothing elsewhere.
func TestPaste(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Send(tea.PasteMsg{Content: "D*rx\x1b[31m"})
	if n := len(rows(t, a, "is:unread -is:starred")); n != 18 {
		t.Fatalf("a paste did something: %d of 18 articles are as they were", n)
	}
	d.Keys("/")
	d.Send(tea.PasteMsg{Content: "dredg\n\x1b[31m"})
	shows(t, d, "dredg")
	d.Keys("enter")
	lacks(t, d, "/18")
	d.Keys("esc t")
	d.Send(tea.PasteMsg{Content: "mud"})
	d.Keys("enter")
	if n := len(rows(t, a, "tag:mud")); n != 1 {
		t.Errorf("%d articles have the tag that was pasted, want 1", n)
	}
}

// A filter that finds nothing leaves the cursor on an article when it goes.
func TestCursorAfterAnEmptyList(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("/")
	d.Type("nothingatall")
	d.Keys("enter esc *")
	if n := len(rows(t, a, "is:starred")); n != 1 {
		t.Errorf("%d articles are starred, want the one under the cursor", n)
	}
	d.Keys("U j j j j j j j j j /")
	d.Type("harbour")
	d.Keys("enter *")
	if n := len(rows(t, a, "is:starred")); n != 1 {
		t.Errorf("%d articles are starred in the filtered list, want the one under the cursor", n)
	}
}

// gr shows an article as it was saved, and gr again as it was mended.
func TestAsSaved(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	o := options(t, a)
	var asked []bool
	o.ShowAs = func(ctx context.Context, id store.ID, asIs bool) error {
		asked = append(asked, asIs)
		art := reader.Article{Title: "Mended", Markdown: "The text as it was mended."}
		if asIs {
			art = reader.Article{Title: "Saved", Markdown: "The te- xt as it was saved."}
		}
		d := digest.Article(art)
		return a.ShowAs(ctx, id, asIs, &d)
	}
	d := uitest.New(t, newModel(o), 120, 40)
	d.Keys("enter gr")
	shows(t, d, "The te- xt as it was saved", "with nothing mended")
	d.Keys("gi")
	shows(t, d, "gr mends it again")
	d.Keys("esc gr")
	shows(t, d, "The text as it was mended", "Shown as it was mended")
	if fmt.Sprint(asked) != "[true false]" {
		t.Errorf("asked for %v, want as saved and then mended", asked)
	}
	d.Keys("U U")
	shows(t, d, "Velmark's half-built tidal barrage")
}

// # follows the word that is chosen, through all its places.
func TestFollowWord(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("enter #")
	shows(t, d, "No word is current")
	d.Keys("/")
	d.Type("barrage")
	d.Keys("enter #")
	shows(t, d, "barrage 2/")
	d.Keys("N")
	shows(t, d, "barrage 1/")
	d.Keys("V ) ) #")
	shows(t, d, "That is more than a word")
}

// Names are gone to one after the other, and the page of the current one is a key away.
func TestNamesInText(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("enter ]e ]e ]e [e gd")
	shows(t, d, "type a letter")
	d.Keys("esc alt+4")
	all := d.Text()
	d.Keys("F")
	shows(t, d, "people")
	lacks(t, d, "O University")
	d.Keys("F")
	lacks(t, d, "P Joren Haslet")
	for range 7 {
		if d.Text() == all {
			break
		}
		d.Keys("F")
	}
	shows(t, d, "O University", "P Joren Haslet")
}

// A passage grows and shrinks by words, sentences and paragraphs, from either end.
func TestPassage(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("enter")
	copied := func() string {
		got := d.Copied()
		if len(got) == 0 {
			return ""
		}
		return got[len(got)-1]
	}
	for _, c := range []struct{ keys, first, last, not string }{
		{"alt+3 gg enter alt+2 v y", "It is not what anyone", "the best thing about it", "Waters"},
		{"alt+3 gg enter alt+2 v o v y", "It", "", "It is"},
		{"alt+3 gg enter alt+2 v o v w w y", "It is not", "", "not what"},
		{"alt+3 gg enter alt+2 v o v w w b y", "It is", "", "is not"},
		{"alt+3 gg enter alt+2 v o v ) y", "It is not what", "behind him", "The accord"},
		{"alt+3 gg enter alt+2 v o v } y", "It is not what", "behind him", "The accord"},
		{"alt+3 gg enter alt+2 v o v w w o w y", "is not", "", "It is"},
		{"alt+3 gg enter alt+2 v o v j y", "It is not what", "", "The accord"},
		{"alt+3 gg enter alt+2 v o v 2 w esc yl", "http", "", "It is"},
	} {
		d.Keys(c.keys)
		got := strings.Join(strings.Fields(copied()), " ")
		if !strings.Contains(got, c.first) || !strings.Contains(got, c.last) || strings.Contains(got, c.not) {
			t.Errorf("%s copied %q, want %q to %q without %q", c.keys, got, c.first, c.last, c.not)
		}
	}
}

// A sheet scrolls and goes away with any other key.
func TestSheet(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 60, 12)
	d.Keys("enter gi")
	shows(t, d, "About this article", "1–")
	d.Keys("j")
	shows(t, d, "2–")
	d.Keys("pgdown pgdown pgdown pgdown pgdown pgdown pgdown")
	shows(t, d, "SHA-256")
	d.Keys("pgup pgup pgup pgup pgup pgup pgup pgup k")
	shows(t, d, "Title", "1–")
	d.Keys("x")
	lacks(t, d, "About this article")
}

// Older texts are compared one after the other, and changes gone through.
func TestThroughVersions(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	art, err := a.Article(context.Background(), rows(t, a, "")[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for i, words := range []string{"every second winter", "every third winter"} {
		changed := art.Digest.Article
		text := strings.Replace(string(changed.Markdown), "every winter", words, 1)
		changed.Markdown = reader.Clean(strings.Replace(text, "7.8 metres", fmt.Sprintf("%d metres", 8+i), 1))
		if _, err := a.Add(context.Background(), []store.Item{{Origin: "again", FileHash: [32]byte{byte(i + 1)}, Digests: []reader.Digest{digest.Article(changed)}}}); err != nil {
			t.Fatal(err)
		}
	}
	o := options(t, a)
	o.Analyse = digest.Article
	d := uitest.New(t, newModel(o), 100, 20)
	d.Keys("enter gv")
	shows(t, d, "every", "second", "third", "changes 4")
	d.Keys("n n")
	shows(t, d, "metres")
	d.Keys("N")
	shows(t, d, "winter")
	first := d.Text()
	d.Keys(",")
	lacks(t, d, "second")
	d.Keys(",")
	d.Keys("n n N")
	if got := d.Text(); got != first {
		t.Errorf("after the oldest text not the newest again:\n%s\nwant\n%s", got, first)
	}
	d.Keys("enter")
	shows(t, d, "1/18 · 17 unread", "every third")
}

// The terminal may tell late what it is; the look follows, but not the one that the user chose.
func TestTerminalTellsWhatItIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		theme         theme.Name
		profile       bool // set by the user
		light, plain  bool // whether the look changes with it
		inTheEndPlain bool
	}{
		{theme.Auto, false, true, true, true},
		{theme.Dark, false, false, true, true},
		{theme.Auto, true, true, false, false},
	} {
		o := options(t, openDemo(t))
		o.Theme = c.theme
		if !c.profile {
			o.Profile = nil
		}
		m := newModel(o)
		d := uitest.New(t, m, 100, 30)
		d.Send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
		d.Send(tea.BackgroundColorMsg{Color: color.Black})
		before := m.View().Content
		d.Send(tea.BackgroundColorMsg{Color: color.White})
		light := m.View().Content
		if (light != before) != c.light {
			t.Errorf("%+v: a light ground changed the look: %v", c, light != before)
		}
		d.Send(tea.ColorProfileMsg{Profile: colorprofile.Ascii})
		if plain := m.View().Content; (plain != light) != c.plain {
			t.Errorf("%+v: no colours changed the look: %v", c, plain != light)
		}
		if colours := strings.Contains(m.View().Content, "38;"); colours == c.inTheEndPlain {
			t.Errorf("%+v: colours are shown: %v", c, colours)
		}
	}
}

// A terminal that counts characters as people do gets its lines measured so.
func TestGraphemes(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	m := newModel(options(t, a))
	d := uitest.New(t, m, 100, 30)
	d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
	if m.look.Cells.Method != ansi.WcWidth {
		t.Error("a terminal that knows no graphemes has them counted")
	}
	d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if m.look.Cells.Method != ansi.GraphemeWidth {
		t.Error("graphemes are not counted")
	}
}

// What fails is said with what can be done about it; what was cancelled is not said.
func TestFailuresAreSaid(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 160, 30)
	for err, want := range map[error]string{
		store.ErrBusy:                  "Try again in a moment",
		store.ErrReadOnly:              "It can be read, but not changed",
		store.ErrFull:                  "make room and try again",
		store.ErrCorrupt:               "offprint check",
		store.ErrGone:                  "look where it went",
		errors.New("it \x1b[31mbroke"): "it ␛[31mbroke",
	} {
		d.Send(nav.Fail{Doing: "changing the archive", Err: fmt.Errorf("op: %w", err)})
		shows(t, d, want)
	}
	d, _ = start(t, 160, 30)
	d.Send(nav.Fail{Doing: "changing the archive", Err: fmt.Errorf("op: %w", context.Canceled)})
	lacks(t, d, "failed")
	d.Keys("U")
	shows(t, d, "Nothing to undo")
	d.Keys("* ctrl+r")
	shows(t, d, "Nothing was undone that could be done again")
}
