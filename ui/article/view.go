package article

import (
	"fmt"
	"strings"
	"time"

	"offprint/reader"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// HeadLines is how many lines stand above the text: title, byline, a blank.
func (p *Pane) HeadLines() int {
	switch {
	case p.h < 8:
		return 1
	case p.h < 12:
		return 2
	}
	return 3
}

// Draw returns the pane in exactly its size. focused tells whether keys go to
// it; lead stands before the title, where the list is not on the screen.
func (p *Pane) Draw(focused bool, lead reader.Text) string {
	lines := make([]string, 0, p.h)
	if p.article == nil {
		return p.look.Cells.Block(p.blank(), p.w, p.h)
	}
	head := []string{p.title(focused, lead), p.byline(), ""}
	lines = append(lines, head[:min(p.HeadLines(), p.h)]...)
	text := strings.Split(p.pager.View(), "\n")
	if p.hints != nil {
		p.hints.over(text, p.look.Styles.Match.Hit.Render, p.w)
	}
	lines = append(lines, text...)
	if p.find != nil && p.h > 0 {
		lines = lines[:min(len(lines), p.h-1)]
		for len(lines) < p.h-1 {
			lines = append(lines, "")
		}
		lines = append(lines, p.findLine())
	}
	return p.look.Cells.Block(lines, p.w, p.h)
}

func (p *Pane) title(focused bool, lead reader.Text) string {
	s, c := p.look.Styles, p.look.Cells
	percent := reader.CleanLine(fmt.Sprintf("%d%%", int(p.Progress()*100)))
	switch {
	case p.article.Row.Stub && s.Words:
		percent = "stub"
	case p.article.Row.Stub:
		percent = stubMark
	}
	style := s.Pane.Here
	if focused {
		style = s.Pane.Title
	}
	before := " "
	if lead != "" {
		before = " " + s.Pane.Crumb.Render(c.Cut(lead, p.w/3)) + "  "
	}
	title := p.article.Row.Title
	if title == "" {
		title = "(untitled)"
	}
	room := p.w - c.Width(before) - c.Width(string(percent)) - 3
	return before + style.Render(c.Fit(title, room)) + "  " + s.List.Count.Render(string(percent)) + " "
}

// byline draws "AFP · Fri 19 Apr 2024 · 299 words · 2 min · ★ · #iran", as much as there is room for.
func (p *Pane) byline() string {
	s, c := p.look.Styles, p.look.Cells
	r := p.article.Row
	layout := "Mon 2 Jan 2006"
	if p.w < 60 {
		layout = "2 Jan 2006"
	}
	parts := []reader.Text{r.Byline, date(r.Published, layout)}
	if p.w >= 60 {
		parts = append(parts, r.Outlet)
	}
	parts = append(parts, p.length())
	if r.Starred {
		parts = append(parts, rows.Star(s))
	}
	switch {
	case r.Copies == 1:
		parts = append(parts, "≈ 1 near copy")
	case r.Copies > 1:
		parts = append(parts, reader.CleanLine(fmt.Sprintf("≈ %d near copies", r.Copies)))
	}
	for _, t := range r.Tags {
		parts = append(parts, "#"+t)
	}
	if n := len(p.article.Highlights); n > 0 {
		parts = append(parts, reader.CleanLine(fmt.Sprintf("%d highlighted", n)))
	}
	var line reader.Text
	for _, part := range parts {
		if part == "" {
			continue
		}
		if line != "" {
			line += " · "
		}
		line += part
	}
	return " " + s.Meta.Render(c.Cut(line, p.w-2))
}

// length says how long the text is; of a stub, when it was saved.
func (p *Pane) length() reader.Text {
	r := p.article.Row
	switch {
	case r.Stub:
		return "saved " + date(r.Added, "2 Jan 2006")
	case p.w >= 60:
		return reader.CleanLine(fmt.Sprintf("%d words · %d min", r.Words, minutes(r.Words)))
	}
	return reader.CleanLine(fmt.Sprintf("%d min", minutes(r.Words)))
}

// stubMark stands for how far an article was read where only its address was saved.
const stubMark = "◌ stub"

// wordsAMinute is how fast people read news on a screen: Brysbaert (2019), a
// meta-analysis of 190 studies, gives 238 words a minute for non-fiction.
const wordsAMinute = 238

func minutes(words int) int { return max(1, (words+wordsAMinute/2)/wordsAMinute) }

func (p *Pane) findLine() string {
	s := p.look.Styles
	found := "  nothing"
	if n := len(p.track.spans); p.find.Value() == "" {
		found = ""
	} else if n > 0 {
		found = fmt.Sprintf("  %d/%d", p.track.at+1, n)
	}
	field := max(1, p.w-len(findPrompt)-len(found)-1)
	return s.Overlay.Prompt.Render(findPrompt) + p.look.Cells.FitStyled(p.find.View(s, field), field) + s.List.Count.Render(found)
}

const findPrompt = " find: "

// Cursor returns the cell of the text cursor in the pane; ok is false if there is none.
func (p *Pane) Cursor() (x, y int, ok bool) {
	if p.find == nil {
		return 0, 0, false
	}
	return min(p.w-1, len(findPrompt)+p.find.CursorX()), p.h - 1, true
}

// blank is what stands where no article is shown.
func (p *Pane) blank() []string {
	if p.err == nil {
		return nil
	}
	return []string{"", cells.Blank(2) + p.look.Styles.Error.Render("This article could not be opened.")}
}

func date(t time.Time, layout string) reader.Text {
	if t.IsZero() {
		return ""
	}
	return reader.CleanLine(t.Format(layout))
}
