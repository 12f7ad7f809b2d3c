package highlights

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/reader/cite"
	"offprint/reader/markdown"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// load fetches the highlights of the query from row at on.
func (s *Screen) load(at int) tea.Cmd {
	archive, q := s.archive, s.query.Query()
	return s.list.Load(func(ctx context.Context, offset, n int) ([]row, error) {
		found, err := archive.Highlights(ctx, q, offset, n)
		out := make([]row, len(found))
		for i, h := range found {
			out[i] = row{h, wordsOf(&h.Highlight)}
		}
		return out, err
	}, at)
}

// wordsOf returns a passage on one line, without markup.
func wordsOf(h *store.Highlight) reader.Text {
	if words := reader.CleanLine(string(h.Words)); words != "" && !h.Lost {
		return words
	}
	return plain(h.Anchor.Exact)
}

// plain returns a passage on one line, without markup.
func plain(passage reader.Text) reader.Text {
	p := markdown.Plain(passage)
	if words := reader.CleanLine(p.Text); words != "" {
		return words
	}
	return reader.CleanLine(string(passage))
}

// copy copies the passage under the cursor with its source.
func (s *Screen) copy(as keys.Action) tea.Cmd {
	h, ok := s.list.Current()
	if !ok {
		return nil
	}
	archive := s.archive
	return s.copying.Begin(func(ctx context.Context) tea.Msg {
		a, err := archive.Article(ctx, h.Article)
		if err != nil {
			return nav.Fail{Doing: "reading where the passage stands", Err: err}
		}
		return rows.Cited(cite.Of(&a.Digest.Article).Saying(h.words, ""), "passage", as)
	})
}
