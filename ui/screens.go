package ui

import (
	tea "charm.land/bubbletea/v2"
)

// screensArchive is what the screens over the desk need of the archive.
type screensArchive interface{}

// open makes the screen that a request asks for; nil if it asks for none.
func (m *model) open(place tea.Msg) Screen { return nil }
