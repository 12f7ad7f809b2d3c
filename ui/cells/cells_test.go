package cells

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
)

var samples = []reader.Text{"", "a", "Café owners protest", "中国外交部:反对任何加剧紧张局势", "👩‍👩‍👧‍👦 family ⚠️ 👍🏽", "नमस्ते दुनिया", "שלום עולם", "e\u0301e\u0301e\u0301"}

func TestFitIsExact(t *testing.T) {
	t.Parallel()
	for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		m := Measure{method}
		for _, s := range samples {
			for w := range 20 {
				for name, got := range map[string]string{"Fit": m.Fit(s, w), "Right": m.Right(s, w), "FitStyled": m.FitStyled("\x1b[1m"+m.Shown(s)+"\x1b[m", w)} {
					if m.Width(got) != w {
						t.Errorf("%s(%q, %d) = %q is %d wide", name, s, w, got, m.Width(got))
					}
				}
			}
		}
	}
}

func TestCutMarksWhatIsMissing(t *testing.T) {
	t.Parallel()
	var m Measure
	if got := m.Cut("Parliament votes", 8); got != "Parliam…" {
		t.Errorf("got %q", got)
	}
	if got := m.Cut("short", 8); got != "short" {
		t.Errorf("got %q", got)
	}
}

func TestBlock(t *testing.T) {
	t.Parallel()
	var m Measure
	got := strings.Split(m.Block([]string{"one", "two and more", "three"}, 5, 4), "\n")
	want := []string{"one  ", "two a\x1b[m", "three", "     "}
	if len(got) != len(want) {
		t.Fatalf("got %d lines, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d: got %q, want %q", i, got[i], want[i])
		}
	}
}

func TestWrapKeepsWords(t *testing.T) {
	t.Parallel()
	var m Measure
	got := m.Wrap("We continue to favor restraint on all sides", 12)
	if joined := strings.Join(strings.Fields(strings.Join(got, " ")), " "); joined != "We continue to favor restraint on all sides" {
		t.Errorf("words changed: %q", joined)
	}
	for _, l := range got {
		if m.Width(l) > 12 {
			t.Errorf("%q is too wide", l)
		}
	}
}

// A line that is cut ends with a whole word, whatever its colours.
func TestWords(t *testing.T) {
	t.Parallel()
	var m Measure
	for _, c := range []struct {
		line string
		w    int
		want string
	}{
		{"the whole harbour", 20, "the whole harbour"},
		{"the whole harbour", 17, "the whole harbour"},
		{"the whole harbour", 16, "the whole"},
		{"the whole harbour", 10, "the whole"},
		{"the whole harbour", 9, "the whole"},
		{"a harbourmaster", 10, "a harbourm"},
		{"\x1b[1mthe whole\x1b[m \x1b[31mharbour\x1b[m", 14, "the whole"},
		{"港の全体 港の全体", 12, "港の全体"},
		{"", 5, ""},
		{"the whole", 0, "the whole"},
	} {
		if got := ansi.Strip(m.Words(c.line, c.w)); strings.TrimRight(got, " ") != c.want {
			t.Errorf("%q at %d: got %q, want %q", c.line, c.w, got, c.want)
		}
	}
}
