package article

import (
	"fmt"
	"strings"

	"offprint/ui/cells"
)

// Draw returns the pane in exactly its size. focused tells whether keys go to it.
func (p *Pane) Draw(focused bool) string {
	lines := make([]string, 0, p.h)
	if p.article == nil {
		return p.look.Cells.Block(p.blank(), p.w, p.h)
	}
	lines = append(lines, p.drawHead(focused)...)
	text := strings.Split(p.pager.View(), "\n")
	if p.hints != nil {
		p.hints.over(text, p.look.Styles.Match.Hit.Render, p.w)
	}
	lines = append(lines, text...)
	if p.find.line != nil && p.h > 0 {
		lines = lines[:min(len(lines), p.h-1)]
		for len(lines) < p.h-1 {
			lines = append(lines, "")
		}
		lines = append(lines, p.findLine())
	}
	return p.look.Cells.Block(lines, p.w, p.h)
}

func (p *Pane) findLine() string {
	s := p.look.Styles
	found := "  nothing"
	if n := len(p.track.spans); p.find.line.Value() == "" {
		found = ""
	} else if n > 0 {
		found = fmt.Sprintf("  %d/%d", p.track.at+1, n)
	}
	field := max(1, p.w-len(findPrompt)-len(found)-1)
	return s.Overlay.Prompt.Render(findPrompt) + p.look.Cells.FitStyled(p.find.line.View(s, field), field) + s.List.Count.Render(found)
}

const findPrompt = " find: "

// Cursor returns the cell of the text cursor in the pane; ok is false if there is none.
func (p *Pane) Cursor() (x, y int, ok bool) {
	if p.find.line == nil {
		return 0, 0, false
	}
	return min(p.w-1, len(findPrompt)+p.find.line.CursorX()), p.h - 1, true
}

// blank is what stands where no article is shown.
func (p *Pane) blank() []string {
	if p.err == nil {
		return nil
	}
	return []string{"", cells.Blank(2) + p.look.Styles.Error.Render("This article could not be opened.")}
}
