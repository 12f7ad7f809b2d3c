package theme

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"charm.land/lipgloss/v2"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	f := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(r) + 0.7152*f(g) + 0.0722*f(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	t.Parallel()
	read := []role{text, faint, title, meta, accent, link, caption, failure, star, code, quote, mark,
		person, organization, place, nationality, event, work}
	for _, c := range []struct {
		name    string
		palette *palette
		ground  []string
		least   float64
	}{
		{"dark", &darkPalette, []string{"#000000", "#1e1e1e", "#262626"}, 4.5},
		{"light", &lightPalette, []string{"#ffffff", "#f2efe6"}, 4.5},
		{"contrast dark", &contrastDark, []string{"#000000", "#1e1e1e"}, 7},
		{"contrast light", &contrastLight, []string{"#ffffff"}, 7},
	} {
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			p := &paint{palette: c.palette, profile: profile}
			for _, ground := range c.ground {
				for _, r := range read {
					if got := contrast(p.color(r), lipgloss.Color(ground)); got < c.least {
						t.Errorf("%s, %v: role %d on %s: contrast %.2f, want %.1f", c.name, profile, r, ground, got, c.least)
					}
				}
			}
			pairs := [][2]role{{text, quoteTint}, {title, markTint}, {hitText, hit}, {currentText, current},
				{chosenText, chosen}, {title, selected}, {text, unfocused}, {link, quoteTint}, {code, codeGround}}
			if profile == colorprofile.TrueColor { // with 256 colours highlights have the title's colour
				pairs = append(pairs, [][2]role{{text, markTint}, {link, markTint}}...)
			}
			for _, pair := range pairs {
				if got := contrast(p.color(pair[0]), p.color(pair[1])); got < 4.5 {
					t.Errorf("%s, %v: role %d on role %d: contrast %.2f, want 4.5", c.name, profile, pair[0], pair[1], got)
				}
			}
		}
	}
}

func TestMonoHasNoColour(t *testing.T) {
	t.Parallel()
	for _, s := range []Styles{New(Mono, true, colorprofile.TrueColor), New(Dark, true, colorprofile.Ascii)} {
		for name, st := range map[string]lipgloss.Style{"text": s.Text, "selected": s.List.Selected, "hit": s.Match.Hit, "speaker": s.Quote.Speaker} {
			_, foreground := st.GetForeground().(lipgloss.NoColor)
			_, background := st.GetBackground().(lipgloss.NoColor)
			if !foreground || !background {
				t.Errorf("%s has a colour: %v on %v", name, st.GetForeground(), st.GetBackground())
			}
		}
		if s.Layers.Hit.Bg != nil || s.Layers.Quote.Bg != nil || s.Article.Glamour.Document.Color != nil {
			t.Error("article text has a colour")
		}
		if s.Layers.Hit == s.Layers.Current || s.Layers.Hit.IsZero() || s.Layers.Entity[1].IsZero() {
			t.Error("without colour hit, current and entity are not told apart")
		}
	}
}

func TestEveryThemeTellsStatesApart(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		for _, dark := range []bool{true, false} {
			for _, p := range []colorprofile.Profile{colorprofile.Ascii, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
				s := New(name, dark, p)
				at := fmt.Sprintf("%s dark=%v %v", name, dark, p)
				if s.List.Selected.Render("x") == s.List.Unfocused.Render("x") {
					t.Errorf("%s: the focused pane's row looks like the others'", at)
				}
				if s.Layers.Current.IsZero() || s.Layers.Current == s.Layers.Hit {
					t.Errorf("%s: the current hit looks like the others", at)
				}
			}
		}
	}
}

func TestTextStyle(t *testing.T) {
	t.Parallel()
	c, err := TextStyle([]byte(`{"document":{"color":"252"},"strong":{"bold":true}}`))
	if err != nil || *c.Document.Color != "252" || !*c.Strong.Bold {
		t.Errorf("got %+v, %v", c, err)
	}
	s := New(Dark, true, colorprofile.TrueColor)
	with := s.WithText(c)
	if with.Article == s.Article || *with.Article.Glamour.Document.Color != "252" || s.Article.Glamour.Document.Color == with.Article.Glamour.Document.Color {
		t.Error("WithText must make an article style of its own")
	}
	if _, err := TextStyle([]byte(`{"document":`)); err == nil {
		t.Error("a broken style file is accepted")
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for _, n := range Names() {
		if got, ok := Parse(string(n)); !ok || got != n {
			t.Errorf("Parse(%q) = %q, %v", n, got, ok)
		}
	}
	if _, ok := Parse("solarized"); ok {
		t.Error("an unknown theme is accepted")
	}
}
