package quotes

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// correctMsg brings what the user has decided about a quote.
type correctMsg struct {
	id   store.QuoteID
	what store.Correction
}

// correct does what a key asks for to set right what the makers found, or
// shows where else the words stand.
func (s *Screen) correct(press keys.Press) (tea.Cmd, bool) {
	row, ok := s.list.Current()
	if !ok {
		return nil, false
	}
	switch press.Action {
	case keys.RowReject:
		return s.change(correctMsg{row.ID, store.Correction{None: true}}), true
	case keys.RowCorrect:
		return s.askWho(row), true
	case keys.RowWordings:
		return nav.Send(nav.OpenWordings{ID: row.ID}), true
	case keys.RowSources:
		return rows.AskSource(s.archive, row.ID, s.now), true
	}
	return nil, false
}

// change keeps a correction and tells everybody.
func (s *Screen) change(msg correctMsg) tea.Cmd {
	archive := s.archive
	return func() tea.Msg {
		if err := archive.CorrectQuote(context.Background(), msg.id, msg.what); err != nil {
			return nav.Fail{Doing: "correcting the quote", Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(rows.SaidBy(msg.what))}
	}
}

// askWho asks who said a quote.
func (s *Screen) askWho(row store.QuoteRow) tea.Cmd {
	return rows.AskSpeaker(s.archive, &row.Quote, nil, func(what store.Correction) tea.Msg { return correctMsg{row.ID, what} })
}
