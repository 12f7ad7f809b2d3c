package desk

import (
	"context"

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
		none := store.Correction{None: true}
		return changing(rows.SaidBy(none), d.correction(a, i, none)), true
	case keys.QuotePage:
		return nav.Send(rows.SpeakerPage(&a.Digest.Quotes[i])), true
	case keys.QuoteOthers:
		return d.withQuote(a, i, func(id store.QuoteID) tea.Msg { return nav.OpenWordings{ID: id} }), true
	case keys.QuoteSources:
		archive, now := d.archive, d.now
		return d.withQuote(a, i, func(id store.QuoteID) tea.Msg { return rows.AskSource(archive, id, now)() }), true
	}
	return d.article.CopyQuote(press.Action, i)
}

// withQuote finds the archive's number of a quote of the open article, and asks for what do makes of it.
func (d *Desk) withQuote(a *store.Article, i int, do func(store.QuoteID) tea.Msg) tea.Cmd {
	archive, article, at := d.archive, a.Row.ID, a.Digest.Quotes[i].Extent()
	return func() tea.Msg {
		id, err := archive.QuoteIn(context.Background(), article, at)
		if err != nil {
			return nav.Fail{Doing: "finding the quote", Err: err}
		}
		return do(id)
	}
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

// askSpeaker asks who said a quote; those whom the article names are offered first.
func (d *Desk) askSpeaker(a *store.Article, i int) tea.Cmd {
	return rows.AskSpeaker(d.archive, &a.Digest.Quotes[i], a.Digest.Entities, func(what store.Correction) tea.Msg {
		return correctMsg{rows.SaidBy(what), d.correction(a, i, what)}
	})
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
	return rows.AskSame(archive, id, name, store.EntityFilter{AnyKind: true}, func(into store.EntityRow) tea.Msg {
		return correctMsg{rows.SameAs(name, into.Name), func(ctx context.Context) error {
			return archive.MergeEntities(ctx, id, into.ID)
		}}
	})
}
