package quotes

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
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
		return s.askSource(row), true
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
		say := nav.Say{Text: "Said by " + msg.what.Speaker, Undo: true}
		if msg.what.None {
			say.Text = "That is no quote"
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(say)}
	}
}

// speakerOffers is how many names are offered as speakers, the most named first.
const speakerOffers = 2000

// askWho asks who said a quote; the people and organisations of the archive are offered.
func (s *Screen) askWho(row store.QuoteRow) tea.Cmd {
	archive := s.archive
	return func() tea.Msg {
		found, err := archive.Entities(context.Background(), store.EntityFilter{AnyKind: true, Limit: speakerOffers})
		if err != nil {
			return nav.Fail{Doing: "reading the names", Err: err}
		}
		names, kinds := speakers(found)
		var initial string
		if row.Quote.Attributed() {
			initial = string(row.Quote.Speaker.Name)
		}
		return nav.Ask{
			Title: "Who said it?", Initial: initial, Take: true,
			Suggest: func(typed string) []reader.Text {
				if typed == initial {
					return names // the one that is there is about to be changed
				}
				return matching(names, typed)
			},
			Answer: func(typed string) tea.Msg {
				name := reader.CleanLine(typed)
				kind, known := kinds[name]
				if !known {
					kind = reader.SpeakerPerson
				}
				return correctMsg{row.ID, store.Correction{Speaker: name, Kind: kind}}
			},
		}
	}
}

// speakers lists those of the names that can speak, with their kinds.
func speakers(found []store.EntityRow) (names []reader.Text, kinds map[reader.Text]reader.SpeakerKind) {
	kinds = map[reader.Text]reader.SpeakerKind{}
	for _, e := range found {
		switch e.Kind {
		case reader.EntityPerson:
			kinds[e.Name] = reader.SpeakerPerson
		case reader.EntityOrganization:
			kinds[e.Name] = reader.SpeakerOrganization
		default:
			continue
		}
		names = append(names, e.Name)
	}
	return names, kinds
}

// matching lists the names of which a word begins like what is typed; all if that is nothing.
func matching(names []reader.Text, typed string) []reader.Text {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var out []reader.Text
	for _, n := range names {
		if strings.Contains(" "+strings.ToLower(string(n)), " "+typed) {
			out = append(out, n)
		}
	}
	return out
}

// askSource asks in which of the articles that have the same words to open them.
func (s *Screen) askSource(row store.QuoteRow) tea.Cmd {
	if row.Sources <= 1 {
		return nav.Send(nav.Say{Text: "No other article has these words"})
	}
	archive, now := s.archive, s.now()
	return func() tea.Msg {
		same, err := archive.SameQuote(context.Background(), row.ID)
		if err != nil {
			return nav.Fail{Doing: "reading where else it stands", Err: err}
		}
		options := make([]nav.Option, len(same))
		for i, q := range same {
			options[i] = nav.Option{Label: q.Row.Title, Detail: q.Row.Outlet + " · " + rows.Day(q.Row.Published, now)}
		}
		return nav.Choose{Title: "The same words stand in", Options: options, Answer: func(i int) tea.Msg {
			return nav.OpenArticle{ID: same[i].Row.ID, At: same[i].At}
		}}
	}
}
