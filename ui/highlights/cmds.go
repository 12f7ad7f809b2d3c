package highlights

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/reader/cite"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/task"
)

// copiedMsg brings the text to copy, or why there is none, as a request.
type copiedMsg struct {
	task   task.ID
	answer tea.Msg
}

// load fetches the highlights of the query from row at on.
func (s *Screen) load(at int) tea.Cmd {
	archive, q := s.archive, s.query.Query()
	return s.list.Load(func(ctx context.Context, offset, n int) ([]store.HighlightRow, error) {
		return archive.Highlights(ctx, q, offset, n)
	}, at)
}

// copy copies the passage under the cursor with its source.
func (s *Screen) copy() tea.Cmd {
	row, ok := s.list.Current()
	if !ok {
		return nil
	}
	ctx, id := s.copying.Begin(context.Background())
	archive := s.archive
	return func() tea.Msg {
		a, err := archive.Article(ctx, row.Article)
		if err != nil {
			return copiedMsg{id, nav.Fail{Doing: "reading where the passage stands", Err: err}}
		}
		text := cite.Of(&a.Digest.Article).Saying(passage(a, &row), "").Plain()
		return copiedMsg{id, nav.Copy{Text: text, What: "passage with source"}}
	}
}

// passage returns the words of a highlight without markup, where they still stand in the article.
func passage(a *store.Article, row *store.HighlightRow) reader.Text {
	if s, ok := row.Anchor.Find(a.Digest.Article.Markdown); ok && !row.Lost {
		if start, end, ok := a.Digest.Plain.Range(s); ok {
			return reader.CleanLine(a.Digest.Plain.Text[start:end])
		}
	}
	return reader.CleanLine(string(row.Anchor.Exact))
}

// remove takes away the highlight under the cursor; undo brings it back.
func (s *Screen) remove() tea.Cmd {
	row, ok := s.list.Current()
	if !ok {
		return nil
	}
	archive := s.archive
	return func() tea.Msg {
		if err := archive.RemoveHighlight(context.Background(), row.ID); err != nil {
			return nav.Fail{Doing: "removing the highlight", Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(nav.Say{Text: "Removed the highlight", Undo: true})}
	}
}
