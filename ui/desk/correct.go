package desk

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

// correctMsg brings what the user typed about a quote or a name.
type correctMsg struct {
	say nav.Say
	do  func(context.Context) error
}

func (d *Desk) correct(msg correctMsg) tea.Cmd { return changing(msg.say, msg.do) }

// actQuote does what a key asks for on a quote of the sidebar.
func (d *Desk) actQuote(press keys.Press) (tea.Cmd, bool) {
	i, ok := d.side.Quote()
	a := d.article.Article()
	if !ok || a == nil || i >= len(a.Digest.Quotes) {
		return nil, false
	}
	switch press.Action {
	case keys.QuoteJump:
		return d.article.GoQuote(i), true
	case keys.QuoteSpeaker:
		return d.askSpeaker(a, i), true
	case keys.QuoteReject:
		return changing(nav.Say{Text: "That is no quote", Undo: true}, d.correction(a, i, store.Correction{None: true})), true
	}
	return nil, false
}

// correction returns the work of correcting a quote of the open article.
func (d *Desk) correction(a *store.Article, i int, what store.Correction) func(context.Context) error {
	archive, article, at := d.archive, a.Row.ID, a.Digest.Quotes[i].Extent()
	return func(ctx context.Context) error {
		id, err := archive.QuoteIn(ctx, article, at)
		if err != nil {
			return err
		}
		return archive.CorrectQuote(ctx, id, what)
	}
}

// askSpeaker asks who said a quote; the people that the article names are offered.
func (d *Desk) askSpeaker(a *store.Article, i int) tea.Cmd {
	var people []reader.Text
	for _, e := range a.Digest.Entities {
		if e.Kind == reader.EntityPerson || e.Kind == reader.EntityOrganization {
			people = append(people, e.Name)
		}
	}
	initial := ""
	if q := &a.Digest.Quotes[i]; q.Attributed() {
		initial = string(q.Speaker.Name)
	}
	return nav.Send(nav.Ask{
		Title: "Who said it?", Initial: initial, Take: true,
		Suggest: func(typed string) []reader.Text {
			if typed == initial {
				return people // the one that is there is about to be changed
			}
			return matching(people, typed)
		},
		Answer: func(typed string) tea.Msg {
			name := reader.CleanLine(typed)
			what := store.Correction{Speaker: name, Kind: speakerKind(a, name)}
			return correctMsg{nav.Say{Text: "Said by " + name, Undo: true}, d.correction(a, i, what)}
		},
	})
}

// speakerKind takes the kind of the article's entity of that name; somebody unknown is a person.
func speakerKind(a *store.Article, name reader.Text) reader.SpeakerKind {
	for _, e := range a.Digest.Entities {
		if e.Name == name && e.Kind == reader.EntityOrganization {
			return reader.SpeakerOrganization
		}
	}
	return reader.SpeakerPerson
}

// actEntity does what a key asks for on a name of the sidebar.
func (d *Desk) actEntity(press keys.Press) (tea.Cmd, bool) {
	i, ok := d.side.Entity()
	a := d.article.Article()
	if !ok || a == nil || i >= len(a.Named) {
		return nil, false
	}
	id, name := a.Named[i].Entity, a.Digest.Entities[i].Name
	archive := d.archive
	switch press.Action {
	case keys.EntityJump:
		cmd, again := d.article.GoMentions(i)
		if again {
			return nav.Send(nav.OpenEntity{ID: id}), true
		}
		return cmd, true
	case keys.EntityPage:
		return nav.Send(nav.OpenEntity{ID: id}), true
	case keys.EntityRename:
		return nav.Send(nav.Ask{Title: "The right name of " + name, Initial: string(name), Answer: func(typed string) tea.Msg {
			to := reader.CleanLine(typed)
			return correctMsg{nav.Say{Text: name + " is now " + to, Undo: true}, func(ctx context.Context) error {
				return archive.RenameEntity(ctx, id, to)
			}}
		}}), true
	case keys.EntityDrop:
		return changing(nav.Say{Text: name + " is no name", Undo: true}, func(ctx context.Context) error {
			return archive.DropEntity(ctx, id)
		}), true
	case keys.EntityMerge:
		return d.askMerge(id, name), true
	}
	return nil, false
}

// askMerge asks which other entity is the same; the archive's names are offered.
func (d *Desk) askMerge(id store.EntityID, name reader.Text) tea.Cmd {
	archive := d.archive
	return func() tea.Msg {
		found, err := archive.Entities(context.Background(), store.EntityFilter{AnyKind: true, Limit: mergeOffers})
		if err != nil {
			return nav.Fail{Doing: "reading the names", Err: err}
		}
		var options []nav.Option
		var ids []store.EntityID
		for _, r := range found {
			if r.ID != id {
				options = append(options, nav.Option{Label: r.Name, Detail: rows.Kind(r.Kind)})
				ids = append(ids, r.ID)
			}
		}
		return nav.Choose{Title: name + " is the same as", Options: options, Answer: func(i int) tea.Msg {
			return correctMsg{nav.Say{Text: name + " is the same as " + options[i].Label, Undo: true}, func(ctx context.Context) error {
				return archive.MergeEntities(ctx, id, ids[i])
			}}
		}}
	}
}

// mergeOffers is how many names are offered for a merge, the most named first.
const mergeOffers = 2000

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
