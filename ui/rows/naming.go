package rows

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
)

// Names is what questions about names need of the archive.
type Names interface {
	Entities(ctx context.Context, f store.EntityFilter) ([]store.EntityRow, error)
}

// offers is how many names of the archive are offered, the most named first.
const offers = 2000

// AskSpeaker asks who said a quote. The names that stand near it are offered
// first, then the people and organisations of the archive; nothing means that
// it is not known. then makes the message of the answer.
func AskSpeaker(archive Names, q *reader.Quote, near []reader.Entity, then func(store.Correction) tea.Msg) tea.Cmd {
	initial := ""
	if q.Attributed() {
		initial = string(q.Speaker.Name)
	}
	return func() tea.Msg {
		found, err := archive.Entities(context.Background(), store.EntityFilter{AnyKind: true, Limit: offers})
		if err != nil {
			return nav.Fail{Doing: "reading the names", Err: err}
		}
		var s speakers
		for i := range near {
			s.add(near[i].Name, near[i].Kind)
		}
		for i := range found {
			s.add(found[i].Name, found[i].Kind)
		}
		return nav.Ask{
			Title: "Who said it? (empty: not known)", Initial: initial, Replace: true, Take: true,
			Suggest: func(typed string) []reader.Text {
				if typed == initial {
					return s.names // the one that is there is about to be changed
				}
				return s.matching(typed)
			},
			Answer: func(typed string) tea.Msg {
				name := reader.CleanLine(typed)
				return then(store.Correction{Speaker: name, Kind: s.kind(name)})
			},
		}
	}
}

// SpeakerPage returns the request for all that the speaker of a quote said, or
// what tells the user that nobody is named.
func SpeakerPage(q *reader.Quote) tea.Msg {
	if !q.Attributed() {
		return nav.Say{Text: "Nobody is known to have said this"}
	}
	return nav.OpenQuotes{Query: Term(query.FieldSaid, q.Speaker.Name)}
}

// SaidBy tells the user who is now taken to have said a quote, or that it is none.
func SaidBy(c store.Correction) nav.Say {
	switch {
	case c.None:
		return nav.Say{Text: "That is no quote", Undo: true}
	case c.Speaker == "":
		return nav.Say{Text: "Who said it is not known", Undo: true}
	}
	return nav.Say{Text: "Said by " + c.Speaker, Undo: true}
}

// speakers are names of those who can speak, each once.
type speakers struct {
	names []reader.Text
	kinds map[reader.Text]reader.SpeakerKind
}

// add takes a name, unless what bears it does not speak.
func (s *speakers) add(name reader.Text, kind reader.EntityKind) {
	speaks := reader.SpeakerPerson
	switch kind {
	case reader.EntityPerson:
	case reader.EntityOrganization:
		speaks = reader.SpeakerOrganization
	default:
		return
	}
	if s.kinds == nil {
		s.kinds = map[reader.Text]reader.SpeakerKind{}
	}
	if _, known := s.kinds[name]; !known {
		s.kinds[name] = speaks
		s.names = append(s.names, name)
	}
}

// kind returns what a name that was typed is; somebody unknown is a person.
func (s *speakers) kind(name reader.Text) reader.SpeakerKind {
	if kind, known := s.kinds[name]; known {
		return kind
	}
	return reader.SpeakerPerson
}

// matching lists the names of which a word begins like what is typed; all if that is nothing.
func (s *speakers) matching(typed string) []reader.Text {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var out []reader.Text
	for _, n := range s.names {
		if strings.Contains(" "+strings.ToLower(string(n)), " "+typed) {
			out = append(out, n)
		}
	}
	return out
}

// AskSame asks which other name is the same as one; those that f lets through
// are offered. then makes the message of the answer.
func AskSame(archive Names, id store.EntityID, name reader.Text, f store.EntityFilter, then func(store.EntityRow) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		f.Limit = offers
		found, err := archive.Entities(context.Background(), f)
		if err != nil {
			return nav.Fail{Doing: "reading the names", Err: err}
		}
		var options []nav.Option
		var others []store.EntityRow
		for _, r := range found {
			if r.ID != id {
				options = append(options, nav.Option{Label: r.Name, Detail: Kind(r.Kind)})
				others = append(others, r)
			}
		}
		if len(options) == 0 {
			return nav.Say{Text: "There is no other name of this kind"}
		}
		return nav.Choose{Title: name + " is the same as", Options: options, Answer: func(i int) tea.Msg { return then(others[i]) }}
	}
}

// SameAs tells the user that a name is now taken to be another's.
func SameAs(name, other reader.Text) nav.Say {
	return nav.Say{Text: name + " is the same as " + other, Undo: true}
}

// Sources is what questions about a quote's articles need of the archive.
type Sources interface {
	SameQuote(ctx context.Context, id store.QuoteID) ([]store.QuoteRow, error)
}

// AskSource asks in which of the articles that have the same words as a quote
// to open them.
func AskSource(archive Sources, id store.QuoteID, now func() time.Time) tea.Cmd {
	return func() tea.Msg {
		same, err := archive.SameQuote(context.Background(), id)
		if err != nil {
			return nav.Fail{Doing: "reading where else it stands", Err: err}
		}
		if len(same) <= 1 {
			return nav.Say{Text: "No other article has these words"}
		}
		options := make([]nav.Option, len(same))
		for i, q := range same {
			options[i] = nav.Option{Label: q.Row.Title, Detail: Day(q.Row.Published, now())} // first: the end may be cut
			if q.Row.Outlet != "" {
				options[i].Detail += " · " + q.Row.Outlet
			}
		}
		return nav.Choose{Title: "The same words stand in", Options: options, Answer: func(i int) tea.Msg {
			return nav.OpenArticle{ID: same[i].Row.ID, At: same[i].At}
		}}
	}
}
