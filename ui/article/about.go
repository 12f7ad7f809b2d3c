package article

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/pager"
	"offprint/ui/rows"
)

// act opens what is current: the link or name gone to; else it goes along the track.
func (p *Pane) act() tea.Cmd {
	if f, ok := p.pager.Focus(); ok && f.Overlaps(p.pager.Visible()) {
		if note := p.noteAt(f); note != nil {
			return nav.Send(nav.Show{Title: "Your note", Lines: note})
		}
		for _, l := range p.pager.Page().Links() {
			if !l.Image && l.Span.Overlaps(f) {
				return p.follow(l)
			}
		}
		if back, ok := p.noteSign(f); ok {
			p.jump(back)
			return p.moved()
		}
		if id := p.nameAt(f); id != 0 && p.track.kind != trackQuotes {
			return nav.Send(nav.OpenEntity{ID: id})
		}
	}
	return p.step(1)
}

// goEntity goes to the page of the current name, or lets one be chosen by letter.
func (p *Pane) goEntity() tea.Cmd {
	at, ok := p.pager.Cursor()
	if !ok {
		at, ok = p.pager.Focus()
		ok = ok && at.Overlaps(p.pager.Visible())
	}
	if ok {
		if id := p.nameAt(at); id != 0 && (p.passage.on || p.track.kind == trackMentions) {
			return nav.Send(nav.OpenEntity{ID: id})
		}
	}
	return p.showHints(hintNames)
}

// nameAt returns the archive's entity that is named at a place, 0 if there is
// none. A name inside what somebody is called by ("the Norwegian minister") goes first.
func (p *Pane) nameAt(at reader.Span) store.EntityID {
	named := p.article.Digest.Entities[:min(len(p.article.Named), len(p.article.Digest.Entities))]
	overlaps := func(s reader.Span) bool { return s.Overlaps(at) }
	for i := range named {
		if slices.ContainsFunc(named[i].Mentions, overlaps) {
			return p.article.Named[i].Entity
		}
	}
	for i := range named {
		if slices.ContainsFunc(named[i].Roles, overlaps) {
			return p.article.Named[i].Entity
		}
	}
	return 0
}

// goMsg asks for a place in the article.
type goMsg struct{ span reader.Span }

// contents offers the headings.
func (p *Pane) contents() tea.Cmd {
	if p.pager.Page() == nil {
		return nil
	}
	headings := p.pager.Page().Headings()
	if len(headings) == 0 {
		return nav.Send(nav.Say{Text: "This article has no headings"})
	}
	options := make([]nav.Option, len(headings))
	for i, h := range headings {
		options[i].Label = reader.Text("                ")[:min(2*max(0, h.Level-1), 12)] + h.Text
	}
	return nav.Send(nav.Choose{Title: "Contents", Options: options, Answer: func(i int) tea.Msg {
		return goMsg{headings[i].Span}
	}})
}

// goTo goes to a place that was chosen.
func (p *Pane) goTo(s reader.Span) tea.Cmd {
	if p.article == nil {
		return nil
	}
	p.before = p.pager.Place()
	p.pager.Goto(s, pager.AtTop)
	return tea.Batch(p.moved(), p.tellNote())
}

// info shows where the article comes from and what was mended in it.
func (p *Pane) info() tea.Cmd {
	a := p.article
	d := &a.Digest
	field := func(name, value reader.Text) reader.Text {
		if value == "" {
			value = "not known"
		}
		return name + reader.Text("            ")[:max(1, 12-len(name))] + value
	}
	lines := []reader.Text{
		field("Title", d.Article.Title),
		field("Byline", d.Article.Byline),
		field("Outlet", d.Article.Outlet),
		field("Published", date(d.Article.Published, "Monday 2 January 2006")),
		field("Added", date(a.Row.Added, "2 January 2006 15:04")),
		field("Address", d.Article.Address),
		field("File", a.Origin),
		field("Language", language(d.Article.Language)),
		field("Length", rows.Counted(d.Words, "word", "words")+", "+
			rows.Counted(len(d.Quotes), "quote", "quotes")+", "+rows.Counted(len(d.Entities), "name", "names")),
		field("SHA-256", reader.CleanLine(fmt.Sprintf("%x", a.Hash))),
	}
	switch {
	case a.AsIs:
		lines = append(lines, "", "Shown as it was saved, with nothing mended. gr mends it again.")
	case len(d.Article.Repairs) > 0:
		lines = append(lines, "", "Mended on the way in (gr shows it as it was saved):")
	}
	for _, r := range d.Article.Repairs {
		lines = append(lines, "  "+reader.CleanLine(string(r.Kind))+": "+reader.CleanLine(strings.TrimSpace(string(r.Text))))
	}
	return nav.Send(nav.Show{Title: "About this article", Lines: lines})
}

// asSaved switches the repairs of the article off, or on again.
func (p *Pane) asSaved() tea.Cmd {
	if p.article.Row.Stub {
		return nav.Send(nav.Say{Text: "No text of this article was saved that could be mended"})
	}
	return nav.Send(nav.ShowAs{ID: p.article.Row.ID, AsIs: !p.article.AsIs})
}

// versions compares the article with an older text of it.
func (p *Pane) versions() tea.Cmd {
	if p.article.Row.Versions == 0 {
		return nav.Send(nav.Say{Text: "Only one text of this article is known"})
	}
	return nav.Send(nav.OpenVersions{ID: p.article.Row.ID})
}

// copiesElsewhere offers the articles that tell the same story nearly word for
// word, to be compared with this one.
func (p *Pane) copiesElsewhere() tea.Cmd {
	if p.article.Row.Copies == 0 {
		return nav.Send(nav.Say{Text: "No other article tells this story in the same words"})
	}
	archive, id := p.archive, p.article.Row.ID
	return func() tea.Msg {
		found, err := archive.Copies(context.Background(), id)
		if err != nil {
			return nav.Fail{Doing: "finding the copies", Err: err}
		}
		if len(found) == 1 {
			return nav.OpenVersions{ID: id, Other: found[0].ID}
		}
		options := make([]nav.Option, len(found))
		for i, r := range found {
			options[i] = nav.Option{Label: r.Title, Detail: r.Outlet + " " + date(r.Published, "2 Jan 2006")}
		}
		return nav.Choose{Title: "Compare with", Options: options, Answer: func(i int) tea.Msg {
			return nav.OpenVersions{ID: id, Other: found[i].ID}
		}}
	}
}
