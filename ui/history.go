package ui

import (
	tea "charm.land/bubbletea/v2"

	"offprint/ui/desk"
	"offprint/ui/nav"
)

// history is the places gone to, as requests that go there again.
type history struct {
	places []tea.Msg
	at     int // the place shown, if there are any
}

// maxHistory is how many places are remembered.
const maxHistory = 200

// push adds a place after the present one; what lay ahead is forgotten.
func (h *history) push(place tea.Msg) {
	if len(h.places) > 0 {
		h.places = h.places[:h.at+1]
	}
	h.places = append(h.places, place)
	if len(h.places) > maxHistory {
		h.places = h.places[1:]
	}
	h.at = len(h.places) - 1
}

// keep writes over the present place as it was left.
func (h *history) keep(place tea.Msg) {
	if len(h.places) > 0 && place != nil {
		h.places[h.at] = place
	}
}

// step returns the place n further on.
func (h *history) step(n int) (tea.Msg, bool) {
	at := h.at + n
	if at < 0 || at >= len(h.places) {
		return nil, false
	}
	h.at = at
	return h.places[at], true
}

// before returns the place before the present one.
func (h *history) before() (tea.Msg, bool) {
	if h.at < 1 {
		return nil, false
	}
	return h.places[h.at-1], true
}

// here returns the request that opens the present place as it is.
func (m *model) here() tea.Msg { return m.screen().Place() }

// place goes to a place that a request names; false if msg names none.
func (m *model) place(msg tea.Msg) (tea.Cmd, bool) {
	if !isPlace(msg) {
		return nil, false
	}
	if here := m.here(); here != nil && len(m.history.places) == 0 {
		m.history.push(here)
	} else {
		m.history.keep(here)
	}
	m.history.push(msg)
	return m.show(msg), true
}

func isPlace(msg tea.Msg) bool {
	switch msg.(type) {
	case nav.OpenArticle, nav.OpenList, nav.OpenEntity, nav.OpenEntities, nav.OpenQuotes, nav.OpenHighlights, nav.OpenSearch, nav.OpenVersions, nav.OpenWordings, nav.OpenImports:
		return true
	}
	return false
}

// show opens a place without touching the history.
func (m *model) show(place tea.Msg) tea.Cmd {
	switch msg := place.(type) {
	case nav.OpenArticle:
		m.upper = nil
		return m.desk.Open(msg)
	case nav.OpenList:
		m.upper = nil
		return m.desk.SetView(msg.View)
	}
	m.upper = m.open(place)
	if m.upper == nil {
		return nil
	}
	return tea.Batch(m.upper.Resize(m.w, max(0, m.h-footLines)), m.upper.Init())
}

// travel goes back (n < 0) or forward in the history.
func (m *model) travel(n int) tea.Cmd {
	m.desk.Forget()
	m.history.keep(m.here())
	place, ok := m.history.step(n)
	if !ok {
		return m.say("No more places in that direction", false)
	}
	return m.show(place)
}

// closeUpper goes back to the screen from which this one was opened: another one
// over the desk, or the desk.
func (m *model) closeUpper() tea.Cmd {
	switch before, _ := m.history.before(); before.(type) {
	case nil, nav.OpenArticle, nav.OpenList:
	default:
		return m.travel(-1)
	}
	m.history.keep(m.here())
	m.upper = nil
	if open, ok := m.desk.Place(); ok {
		m.history.push(open)
	}
	return nil
}

// deskScreen is the desk as a Screen.
type deskScreen struct{ *desk.Desk }

// Place returns the request that opens the article again, nil if none is open.
func (d deskScreen) Place() tea.Msg {
	if open, ok := d.Desk.Place(); ok {
		return open
	}
	return nil
}
