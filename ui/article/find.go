package article

import (
	"sort"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/prompt"
)

// beginFind opens the line for words to find.
func (p *Pane) beginFind() tea.Cmd {
	m := prompt.New("")
	p.find.line, p.find.from = &m, p.pager.Place()
	return nil
}

// Type takes a key press or a paste while [Pane.Typing].
func (p *Pane) Type(msg tea.Msg) tea.Cmd {
	if p.hints != nil {
		return p.typeHint(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "enter":
			return p.endFind()
		case "esc":
			p.find.line = nil
			p.drop()
			p.pager.SetPlace(p.find.from)
			return tea.Batch(p.mark(), p.set())
		}
	}
	if !p.find.line.Update(msg) {
		return nil
	}
	return p.findAs(p.find.line.Value())
}

// findAs shows the first place after where finding began.
func (p *Pane) findAs(words string) tea.Cmd {
	p.pager.Unfocus()
	p.pager.SetPlace(p.find.from)
	p.track = wordsOf(p.article, words)
	if len(p.track.spans) > 0 {
		i, _ := p.pager.NextOf(p.track.spans)
		p.track.at = i
		p.jump(p.track.spans[i])
	}
	return tea.Batch(p.mark(), p.set())
}

// endFind keeps what was found as the track.
func (p *Pane) endFind() tea.Cmd {
	words := p.find.line.Value()
	p.find.line = nil
	if words == "" || len(p.track.spans) == 0 {
		p.drop()
		if words == "" {
			return p.mark()
		}
		return tea.Batch(p.mark(), nav.Send(nav.Say{Text: "Not in this article: " + reader.CleanLine(words)}))
	}
	return p.moved()
}

// followWord makes the current word the track: the one selected, or that of the thing gone to last.
func (p *Pane) followWord() tea.Cmd {
	at, ok := p.pager.Cursor()
	if !ok {
		at, ok = p.pager.Focus()
	}
	if !ok {
		return nav.Send(nav.Say{Text: "No word is current: go to one with n, or choose one with v"})
	}
	word := string(p.pager.Page().Text(at))
	if len(word) > maxTrackWord {
		return nav.Send(nav.Say{Text: "That is more than a word: choose one with v"})
	}
	p.passage.on = false
	p.pager.DropCursor()
	p.track = wordsOf(p.article, word)
	return tea.Batch(p.step(1), p.mark())
}

// maxTrackWord is the longest text, in bytes, that is followed as a word.
const maxTrackWord = 60

func sortSpans(s []reader.Span) {
	sort.Slice(s, func(i, j int) bool { return s[i].Start < s[j].Start })
}
