package rows

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
)

// Marker keeps the user's highlights.
type Marker interface {
	SetHighlight(ctx context.Context, h *store.Highlight) error
	RemoveHighlight(ctx context.Context, id store.HighlightID) error
}

// AskNote asks for the note on a highlight, and keeps it.
func AskNote(archive Marker, h store.Highlight) tea.Cmd {
	return nav.Send(nav.Ask{Title: "Note on the passage", Initial: string(h.Note), Several: true, Answer: func(typed string) tea.Msg {
		h.Note = reader.Clean(typed)
		return tea.BatchMsg{func() tea.Msg {
			return changed(archive.SetHighlight(context.Background(), &h), "keeping the note", "Kept the note")
		}}
	}})
}

// RemoveHighlight takes a highlight away; undo brings it back.
func RemoveHighlight(archive Marker, id store.HighlightID) tea.Cmd {
	return func() tea.Msg {
		return changed(archive.RemoveHighlight(context.Background(), id), "removing the highlight", "Removed the highlight")
	}
}

// changed tells what came of a change of the archive that can be undone.
func changed(err error, doing, done reader.Text) tea.Msg {
	if err != nil {
		return nav.Fail{Doing: doing, Err: err}
	}
	return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(nav.Say{Text: done, Undo: true})}
}
