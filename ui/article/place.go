package article

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/task"
)

// saveDelay is how long the text stands still before its place is kept.
const saveDelay = time.Second

// saveMsg asks for the place to be kept, if the text has stood still.
type saveMsg struct{ task task.ID }

// moved is called after every movement: it has the place kept soon.
func (p *Pane) moved() tea.Cmd {
	if p.article == nil || p.pager.Place() == p.saved {
		return p.set()
	}
	_, id := p.jobs.saving.Begin(context.Background())
	return tea.Batch(p.set(), tea.Tick(saveDelay, func(time.Time) tea.Msg { return saveMsg{id} }))
}

// Leave keeps the place at once: call it before the article goes away.
func (p *Pane) Leave() tea.Cmd {
	p.jobs.saving.Stop()
	if p.article == nil || p.pager.Place() == p.saved {
		return nil
	}
	p.saved = p.pager.Place()
	archive, id, progress := p.archive, p.article.Row.ID, p.Progress()
	at := placeAnchor(p.article.Digest.Article.Markdown, p.saved)
	return func() tea.Msg {
		if err := archive.SavePosition(context.Background(), id, at, progress); err != nil {
			return nav.Fail{Doing: "keeping the place", Err: err}
		}
		return nav.ReadSoFar{ID: id, Progress: progress}
	}
}

// placeWords is how many bytes of text a kept place remembers, to find it again in a changed text.
const placeWords = 32

func placeAnchor(markdown reader.Text, at int) reader.Anchor {
	at = max(0, min(at, len(markdown)))
	return reader.AnchorAt(markdown, reader.Span{Start: at, End: min(len(markdown), at+placeWords)})
}
