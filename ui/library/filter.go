package library

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
	"offprint/ui/prompt"
	"offprint/ui/rows"
)

// filter is the line in which the list's query is typed.
type filter struct {
	line    *prompt.Model // not nil while it is typed
	mistake reader.Text   // what is wrong with it, if anything
}

// Typing reports whether the pane wants keys as text.
func (p *Pane) Typing() bool { return p.filter.line != nil }

// editFilter opens the filter's line over the heading.
func (p *Pane) editFilter() tea.Cmd {
	m := prompt.New(p.view.Query.String())
	p.filter = filter{line: &m}
	return nil
}

// Type takes a key press or a paste while the filter is typed. Enter keeps
// the filter, esc drops it; every change filters at once.
func (p *Pane) Type(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "enter":
			p.filter.line = nil
			return nil
		case "esc":
			p.filter = filter{}
			p.view.Query = query.Query{}
			return p.reload(p.keep())
		case "up", "ctrl+p":
			p.list.Move(-1)
			return p.want()
		case "down", "ctrl+n":
			p.list.Move(1)
			return p.want()
		}
	}
	if !p.filter.line.Update(msg) {
		return nil
	}
	q, err := query.Parse(p.filter.line.Value())
	if bad := (*query.Error)(nil); errors.As(err, &bad) {
		p.filter.mistake = reader.CleanLine(bad.Error())
		return nil // keep showing what the last readable filter found
	}
	p.filter.mistake = ""
	p.view.Query = q.Typing()
	return p.reload(0)
}

// askSort asks for the order.
func (p *Pane) askSort() tea.Cmd {
	return p.ask("Sort by", []nav.Option{
		{Label: "newest first"}, {Label: "oldest first"}, {Label: "last added first"}, {Label: "title"}, {Label: "longest first"},
	}, func(v *store.View, i int) { v.Sort = store.Sort(i) })
}

// groupings are those that are offered, in this order.
var groupings = [...]store.Grouping{store.GroupDate, store.GroupDay, store.GroupMonth, store.GroupYear,
	store.GroupOutlet, store.GroupTag, store.GroupNone}

// askGroup asks for the grouping.
func (p *Pane) askGroup() tea.Cmd {
	return p.ask("Group by", []nav.Option{
		{Label: "date: days, months or years"}, {Label: "day"}, {Label: "month"}, {Label: "year"},
		{Label: "outlet"}, {Label: "tag"}, {Label: "not at all"},
	}, func(v *store.View, i int) { v.Group = groupings[i] })
}

func (p *Pane) ask(title reader.Text, options []nav.Option, set func(*store.View, int)) tea.Cmd {
	v := p.view
	return nav.Send(nav.Choose{Title: title, Options: options, Answer: func(i int) tea.Msg {
		set(&v, i)
		return nav.OpenList{View: v}
	}})
}

// Delete deletes articles; undo brings them back.
func (p *Pane) Delete(ids []store.ID) tea.Cmd {
	if len(ids) == 0 {
		return nil
	}
	if _, top := p.topmost(); top >= 0 { // where the next article will stand
		p.list.Select(top)
	}
	p.selected, p.deleted = noSelection(), ids[0]
	say := nav.Say{Text: "Deleted the article", Undo: true}
	if len(ids) > 1 {
		say.Text = "Deleted " + rows.Number(len(ids)) + " articles"
	}
	archive := p.archive
	return func() tea.Msg {
		if err := archive.Delete(context.Background(), ids); err != nil {
			return nav.Fail{Doing: "deleting", Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(say)}
	}
}
