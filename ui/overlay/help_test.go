package overlay

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
)

// The key that opened the help closes it, unless it is part of what is typed.
func TestQuestionMarkCloses(t *testing.T) {
	t.Parallel()
	mark := tea.KeyPressMsg{Code: '?', Text: "?"}
	c := NewChoice(nav.Choose{Options: []nav.Option{{Label: "quit?"}, {Label: reader.Text("open")}}})
	if _, done := c.Key(mark); !done {
		t.Error("? does not close it")
	}
	c.Key(tea.KeyPressMsg{Code: 't', Text: "t"})
	if _, done := c.Key(mark); done || c.input.Value() != "t?" {
		t.Errorf("? after t: done %v, typed %q", done, c.input.Value())
	}
}
