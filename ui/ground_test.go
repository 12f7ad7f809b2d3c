package ui

import (
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"

	"offprint/ui/theme"
)

// A theme for the other ground brings its own, where the terminal has said what
// it has; else the ground is the terminal's.
func TestGroundOfTheTheme(t *testing.T) {
	t.Parallel()
	dark, light := tea.BackgroundColorMsg{Color: color.Black}, tea.BackgroundColorMsg{Color: color.White}
	for _, c := range []struct {
		name theme.Name
		says tea.Msg
		own  bool
	}{
		{theme.Light, dark, true}, {theme.Light, light, false}, {theme.Light, nil, false},
		{theme.Dark, light, true}, {theme.Dark, dark, false},
		{theme.Auto, light, false}, {theme.Auto, dark, false},
		{theme.Contrast, light, false}, {theme.Mono, light, false},
	} {
		o := options(t, openDemo(t))
		o.Theme = c.name
		m := newModel(o)
		m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		if c.says != nil {
			m.Update(c.says)
		}
		if v := m.View(); (v.BackgroundColor != nil) != c.own || (v.ForegroundColor != nil) != c.own {
			t.Errorf("%s told %v: ground %v with text %v, want its own: %v", c.name, c.says, v.BackgroundColor, v.ForegroundColor, c.own)
		}
	}
}
