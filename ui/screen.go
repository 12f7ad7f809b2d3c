package ui

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/keys"
)

// Screen is what fills the window above the footer: the desk, the search, an
// entity's page. The root gives it actions, text and sizes; it answers with
// commands, and with requests of package nav for all that lies outside it.
type Screen interface {
	// Init returns the command that fetches what the screen shows.
	Init() tea.Cmd
	// Update takes the screen's own results and what concerns everybody
	// (nav.Look, nav.Changed). Results of other screens come too: they are ignored.
	Update(msg tea.Msg) tea.Cmd
	// Act does what a key asks for; false if it means nothing here.
	Act(press keys.Press) (tea.Cmd, bool)
	// Typing reports whether key presses and pastes go to Type as text.
	Typing() bool
	// Type takes a key press or a paste while Typing.
	Type(msg tea.Msg) tea.Cmd
	// Resize gives the screen its size: it draws exactly w cells by h lines.
	Resize(w, h int) tea.Cmd
	// Draw joins what is ready. It neither wraps long texts nor reads anything.
	Draw() string
	// Cursor returns where the text cursor is; ok is false if there is none.
	Cursor() (x, y int, ok bool)
	// Scopes names where keys are looked up, the inner first.
	Scopes() []keys.Scope
	// Hints lists the actions that the footer names, the most useful first.
	Hints() []keys.Action
	// Status is what the footer says about where one is, such as "quotes 2/14".
	Status() reader.Text
	// Place returns the request of package nav that opens the screen again as it is.
	Place() tea.Msg
}
