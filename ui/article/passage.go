package article

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/typeset"
)

// beginChoice puts a cursor on the text, by words or by sentences. What is
// current, such as the quote gone to, is chosen as a whole.
func (p *Pane) beginChoice(sentences bool) tea.Cmd {
	unit := typeset.Word
	if sentences {
		unit = typeset.Sentence
	}
	p.pager.SetCursor(-1, unit)
	p.pager.Anchor()
	if f, ok := p.pager.Focus(); ok && f.Overlaps(p.pager.Visible()) {
		p.pager.Cover(f)
	}
	p.passage.on = true
	return nil
}

// choose does what a key asks for while a passage is chosen.
func (p *Pane) choose(press keys.Press) (tea.Cmd, bool) {
	switch press.Action {
	case keys.SelWordNext:
		p.pager.SetUnit(typeset.Word)
		p.pager.MoveCursor(press.N())
	case keys.SelWordBack:
		p.pager.SetUnit(typeset.Word)
		p.pager.MoveCursor(-press.N())
	case keys.SelSentence:
		p.pager.SetUnit(typeset.Sentence)
		p.pager.MoveCursor(press.N() - 1)
	case keys.SelParagraph:
		p.pager.SetUnit(typeset.Paragraph)
		p.pager.MoveCursor(press.N() - 1)
	case keys.MoveDown:
		p.pager.MoveCursorLines(press.N())
	case keys.MoveUp:
		p.pager.MoveCursorLines(-press.N())
	case keys.SelStart:
		p.pager.SetUnit(typeset.Word)
		p.pager.Anchor()
	case keys.SelSwap:
		p.pager.Swap()
	case keys.SelCopy:
		return p.endChoice(p.copyPassage()), true
	case keys.SelMark:
		return p.endChoice(p.highlight("")), true
	case keys.SelNote:
		return p.askNote(), true
	case keys.Cancel, keys.Back:
		return p.endChoice(nil), true
	case keys.NextArticle, keys.PrevArticle, keys.ToggleRead, keys.ToggleStar, keys.EditTags, keys.Export, keys.OpenOriginal, keys.Delete:
		// They are about the whole article, and lie beside keys of this mode.
		return nav.Send(nav.Say{Text: "A passage is being chosen: x highlights it, y copies it, esc ends"}), true
	default:
		return nil, false
	}
	return p.moved(), true
}

func (p *Pane) endChoice(cmd tea.Cmd) tea.Cmd {
	p.passage.on = false
	p.pager.DropCursor()
	return cmd
}

// highlight keeps the chosen passage as a highlight.
func (p *Pane) highlight(note reader.Text) tea.Cmd {
	s, ok := p.pager.Selection()
	if !ok {
		return nil
	}
	return p.keepHighlight(s, note)
}

// keepHighlight keeps a highlight of a span. What stands below the article, or
// in its place, is no part of it: a note made there is one on the whole article.
func (p *Pane) keepHighlight(s reader.Span, note reader.Text) tea.Cmd {
	at := reader.AnchorAt(p.article.Digest.Article.Markdown, s)
	if at.Exact == "" {
		if note == "" {
			return nav.Send(nav.Say{Text: "This is no part of the article: it cannot be highlighted"})
		}
		at = reader.Anchor{}
	}
	h := &store.Highlight{Article: p.article.Row.ID, Note: note, Anchor: at}
	archive := p.archive
	return func() tea.Msg {
		if err := archive.SetHighlight(context.Background(), h); err != nil {
			return nav.Fail{Doing: "highlighting", Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(nav.Say{Text: "Highlighted", Undo: true})}
	}
}

// noteMsg brings the note for a passage.
type noteMsg struct {
	span reader.Span
	note reader.Text
}

// askNote asks for a note; the passage stays chosen until it comes.
func (p *Pane) askNote() tea.Cmd {
	s, ok := p.pager.Selection()
	if !ok {
		return nil
	}
	return nav.Send(nav.Ask{Title: "Note on the passage", Several: true, Answer: func(typed string) tea.Msg {
		return noteMsg{s, reader.Clean(typed)}
	}})
}
