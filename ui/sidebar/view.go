package sidebar

import (
	"fmt"
	"strings"

	"offprint/reader"
	"offprint/ui/rows"
	"offprint/ui/theme"
)

// Draw returns the pane in exactly its size. focused tells whether keys go to it.
func (p *Pane) Draw(focused bool) string {
	q, e := p.split(p.focus)
	var lines []string
	if q > 0 {
		lines = append(lines, p.drawQuotes(q, focused && p.focus == Quotes)...)
	}
	for len(lines) < q {
		lines = append(lines, "")
	}
	if e > 0 {
		lines = append(lines[:q], p.drawEntities(focused && p.focus == Entities)...)
	}
	return p.look.Cells.Block(lines, p.w, p.h)
}

// heading draws " QUOTES        4 · 2/4 ".
func (p *Pane) heading(name, right reader.Text, focused bool) string {
	s, c := p.look.Styles, p.look.Cells
	style := s.Pane.Unfocused
	if focused {
		style = s.Pane.Title
	}
	room := p.w - len(name) - 2
	return style.Render(" "+string(name)) + s.List.Count.Render(c.Right(right+" ", room+1))
}

func (p *Pane) drawQuotes(h int, focused bool) []string {
	var right reader.Text
	if n := p.quotes.Stops(); n > 0 {
		right = reader.CleanLine(fmt.Sprint(n))
		if p.track >= 0 {
			right = reader.CleanLine(fmt.Sprintf("%d/%d", p.track+1, n))
		}
	}
	lines := []string{p.heading("QUOTES", right, focused)}
	if p.article != nil && p.quotes.Stops() == 0 {
		return append(lines, p.look.Styles.Faint.Render(p.look.Cells.Cut("  Nobody is quoted here.", p.w)))
	}
	last := "" // the first line of the last quote in sight
	lines = append(lines, p.quotes.Lines(func(i int) []string {
		drawn := p.drawQuote(i, focused && i == p.quotes.Cursor())
		last = drawn[0]
		return drawn
	})...)
	if n := len(lines) - 1; n > 1 && lines[n] == last { // a name without a word says nothing
		lines[n] = ""
	}
	return lines[:min(h, len(lines))]
}

// drawQuote draws a quote: number and speaker, then as many of its words as fit.
func (p *Pane) drawQuote(i int, here bool) []string {
	s, c := p.look.Styles, p.look.Cells
	q := &p.article.Digest.Quotes[i]
	bar := " "
	if i == p.track {
		bar = s.Quote.Gutter.Render("▌")
	}
	number := fmt.Sprintf("%2d ", i+1)
	style := s.Quote.Speaker
	if !q.Attributed() {
		style = s.Quote.Unattributed
	}
	unsure := string(rows.Unsure(s, q, here))
	head := c.FitStyled(c.Cut(rows.Speaker(q), p.w-5-c.Width(unsure))+unsure, p.w-5)
	if here {
		head = s.List.Selected.Render(number + head)
	} else {
		head = s.Quote.Number.Render(number) + style.Render(head)
	}
	lines := []string{bar + head}
	body := s.Text
	if q.Kind == reader.QuoteIndirect {
		body = s.Faint
	}
	for _, line := range p.wrapped(i, p.words) {
		lines = append(lines, bar+"   "+body.Render(line))
	}
	return lines
}

// wrapped returns at most so many lines of a quote's words, the last cut if there are more.
// Of a mixed quote the speaker's own words are worth more than the reporter's:
// if those lines end before them, they begin a little before them instead.
func (p *Pane) wrapped(i, most int) []string {
	words, w := p.said(i), max(1, p.w-6)
	lines := rows.Wrapped(p.look.Cells, words, w, most)
	if p.article.Digest.Quotes[i].Kind != reader.QuoteMixed || strings.ContainsAny(strings.Join(lines, ""), quoteMarks) {
		return lines
	}
	return rows.Wrapped(p.look.Cells, "… "+ownWords(words), w, most)
}

// leadWords is how many of the reporter's words go before the speaker's own.
const leadWords = 4

// ownWords returns the words of a mixed quote from a few before the first mark.
func ownWords(words reader.Text) reader.Text {
	at := max(0, strings.IndexAny(string(words), quoteMarks))
	start := at
	for range leadWords + 1 {
		start = max(0, strings.LastIndexByte(string(words[:start]), ' '))
	}
	return reader.CleanLine(string(words[start:]))
}

// maxWords is how many bytes of a quote are looked at: more than two lines hold.
const maxWords = 400

const quoteMarks = `"“„«»”`

// said returns the quote's words with marks as its kind wants them.
func (p *Pane) said(i int) reader.Text {
	if p.texts[i] != "" {
		return p.texts[i]
	}
	q := &p.article.Digest.Quotes[i]
	var b strings.Builder
	for n, span := range q.Content {
		if n > 0 {
			b.WriteString(" … ")
		}
		start, end, ok := p.article.Digest.Plain.Range(span)
		if !ok {
			continue
		}
		b.WriteString(p.article.Digest.Plain.Text[start:min(end, start+maxWords)])
		if b.Len() > maxWords {
			break
		}
	}
	text := reader.CleanLine(b.String())
	// What is mixed of the reporter's words and the speaker's has marks inside.
	if q.Kind == reader.QuoteDirect && !strings.ContainsAny(string(text[:min(4, len(text))]), quoteMarks) ||
		q.Kind == reader.QuoteMixed && !strings.ContainsAny(string(text), quoteMarks) {
		text = "“" + text + "”"
	}
	p.texts[i] = text
	return text
}

func (p *Pane) drawEntities(focused bool) []string {
	var right reader.Text
	if p.article != nil {
		kind := reader.Text("all")
		if !p.allKinds {
			kind = rows.Kinds(p.kind)
		}
		right = reader.CleanLine(fmt.Sprint(len(p.order))) + " · " + kind
	}
	lines := []string{p.heading("ENTITIES", right, focused)}
	if p.article != nil && len(p.order) == 0 {
		return append(lines, p.look.Styles.Faint.Render(p.look.Cells.Cut("  Nothing is named here.", p.w)))
	}
	first, end := p.entities.Visible()
	for i := first; i < end; i++ {
		lines = append(lines, p.drawEntity(i, focused && i == p.entities.Cursor()))
	}
	return lines
}

// barCells is the width of the bar that compares mentions; panes narrower than
// barsFrom go without, names are worth more.
const (
	barCells = 5
	barsFrom = 38
)

// drawEntity draws "  L Iran          13 ▇▇▇▇▇ 2,113".
func (p *Pane) drawEntity(i int, here bool) string {
	s, c := p.look.Styles, p.look.Cells
	at := p.order[i]
	e := &p.article.Digest.Entities[at.index]
	look := s.Entity.Of(e.Kind)
	archive, bar := "", ""
	if at.index < len(p.article.Named) {
		archive = "  " + c.Right(rows.Number(p.article.Named[at.index].Articles), len(rows.Number(p.spread)))
	}
	if p.w >= barsFrom {
		bar = " " + bars(e.Count(), p.most)
	}
	count := c.Right(rows.Number(e.Count()), len(rows.Number(p.most)))
	indent := ""
	if at.under {
		indent = "  "
	}
	name := c.Fit(e.Name, p.w-6-len(indent)-len(count)-c.Width(bar)-len(archive))
	if here {
		return " " + s.List.Selected.Render(c.FitStyled(" "+indent+look.Letter+" "+name+" "+count+bar+archive, p.w-2))
	}
	return "  " + indent + look.Kind.Render(look.Letter) + " " + nameStyle(s, e).Render(name) + " " +
		s.List.Count.Render(count) + s.List.Bars.Render(bar) + s.List.Count.Render(archive)
}

// nameStyle is the entity's own; what is only likely is fainter.
func nameStyle(s *theme.Styles, e *reader.Entity) interface{ Render(...string) string } {
	if e.Confidence > 0 && e.Confidence < reader.SureEnough {
		return s.Faint
	}
	return s.Entity.Of(e.Kind).Name
}

// bars draws n of most as up to five blocks, at least one.
func bars(n, most int) string {
	full := barCells
	if most > 0 {
		full = max(1, (n*barCells+most-1)/most)
	}
	full = min(full, barCells)
	return strings.Repeat("▇", full) + strings.Repeat(" ", barCells-full)
}
