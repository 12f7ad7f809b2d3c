package entity

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// correctMsg brings what the user has decided about the name.
type correctMsg struct {
	say nav.Say
	do  func(context.Context) error
}

// changing runs a change of the archive and tells everybody.
func changing(msg correctMsg) tea.Cmd {
	return func() tea.Msg {
		if err := msg.do(context.Background()); err != nil {
			return nav.Fail{Doing: "correcting the name", Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(msg.say)}
	}
}

// correct does what a key asks for to set right what the makers found.
func (s *Screen) correct(press keys.Press) (tea.Cmd, bool) {
	if s.page == nil {
		return nil, false
	}
	archive, id, name := s.archive, s.page.ID, s.page.Name
	switch press.Action {
	case keys.RowCorrect:
		return nav.Send(nav.Ask{Title: "The right name of " + name, Initial: string(name), Answer: func(typed string) tea.Msg {
			to := reader.CleanLine(typed)
			return correctMsg{nav.Say{Text: name + " is now " + to, Undo: true}, func(ctx context.Context) error {
				return archive.RenameEntity(ctx, id, to)
			}}
		}}), true
	case keys.RowReject:
		return changing(correctMsg{nav.Say{Text: name + " is no name", Undo: true}, func(ctx context.Context) error {
			return archive.DropEntity(ctx, id)
		}}), true
	case keys.RowMerge:
		return s.askMerge(), true
	case keys.RowSplit:
		return s.askSplit(), true
	}
	return nil, false
}

// askMerge asks which other name is the same; those of the same kind are offered.
func (s *Screen) askMerge() tea.Cmd {
	archive, id, name := s.archive, s.page.ID, s.page.Name
	return rows.AskSame(archive, id, name, store.EntityFilter{Kind: s.page.Kind}, func(into store.EntityRow) tea.Msg {
		return correctMsg{rows.SameAs(name, into.Name), func(ctx context.Context) error {
			return archive.MergeEntities(ctx, id, into.ID)
		}}
	})
}

// askSplit asks which of the names that it goes by is somebody else's.
func (s *Screen) askSplit() tea.Cmd {
	archive, id, names := s.archive, s.page.ID, s.page.Names
	if len(names) < 2 {
		return nav.Send(nav.Say{Text: "In no article has " + s.page.Name + " another full name"})
	}
	var options []nav.Option
	for _, n := range names {
		options = append(options, nav.Option{Label: n.Text, Detail: articles(n.Articles)})
	}
	return nav.Send(nav.Choose{Title: "Which of its names is another's?", Options: options, Answer: func(i int) tea.Msg {
		return correctMsg{nav.Say{Text: names[i].Text + " stands apart now", Undo: true}, func(ctx context.Context) error {
			_, err := archive.SplitEntity(ctx, id, []int64{names[i].ID})
			return err
		}}
	}})
}
