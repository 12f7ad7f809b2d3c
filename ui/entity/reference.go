package entity

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/zim"
	"offprint/ui/task"
)

// Reference looks up what the user's encyclopedia has about a name; nil if it
// has nothing. It is called from a command.
type Reference func(ctx context.Context, page *store.EntityPage) (*zim.Article, error)

// reference is what the encyclopedia has about the name.
type reference struct {
	lookUp  Reference // nil if there is no encyclopedia
	work    task.Slot
	article *zim.Article // nil until it has come, and if there is none
	err     error
}

// SetReference gives the page an encyclopedia; nil is none. Call it before Init.
func (s *Screen) SetReference(r Reference) { s.reference.lookUp = r }

// consultedMsg brings what the encyclopedia has.
type consultedMsg struct {
	task    task.ID
	article *zim.Article
	err     error
}

// consult looks the name up.
func (s *Screen) consult() tea.Cmd {
	lookUp, page := s.reference.lookUp, s.page
	if lookUp == nil || page == nil {
		return nil
	}
	ctx, work := s.reference.work.Begin(context.Background())
	return func() tea.Msg {
		article, err := lookUp(ctx, page)
		return consultedMsg{task: work, article: article, err: err}
	}
}

// consulted shows what came.
func (s *Screen) consulted(msg consultedMsg) {
	if !s.reference.work.Done(msg.task) {
		return
	}
	s.reference.article, s.reference.err = msg.article, msg.err
	s.layOut()
	s.settle()
}

// widest is how wide the paragraph of the encyclopedia is at most, in cells.
const widest = 76

// encyclopedia draws the first paragraph of the article about the name, and where it is from.
func (s *Screen) encyclopedia(w int) []string {
	st, c, r := s.look.Styles, s.look.Cells, &s.reference
	if r.err != nil {
		return []string{"   " + st.Faint.Render(c.Cut("The encyclopedia could not be read: "+reader.CleanLine(r.err.Error()), w-4))}
	}
	if r.article == nil {
		return nil
	}
	lines := []string{""}
	for _, l := range c.Wrap(r.article.Paragraph, max(1, min(w-6, widest))) {
		lines = append(lines, "   "+st.Text.Render(l))
	}
	from := r.article.Title
	if r.article.Source != "" {
		from += " · " + r.article.Source
	}
	return append(lines, "   "+st.Faint.Render(c.Cut(from, w-4)))
}
