package library

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// filter is the line in which the list's query is typed.
type filter struct {
	line   *rows.Query // not nil while it is typed
	values rows.Values
}

// Typing reports whether the pane wants keys as text.
func (p *Pane) Typing() bool { return p.filter.line != nil }

// Asking says what the keys do while the filter is typed; "" if it is not.
func (p *Pane) Asking() reader.Text {
	if !p.Typing() {
		return ""
	}
	return p.filter.line.Asking() + "esc shows all"
}

// editFilter opens the filter's line over the heading.
func (p *Pane) editFilter() tea.Cmd {
	p.filter.line = rows.NewQuery(p.view.Query.String())
	p.filter.line.Edit()
	return p.filter.values.Fetch(p.archive)
}

// Type takes a key press or a paste while the filter is typed. Enter keeps
// the filter if it can be read, esc drops it; every change filters at once.
func (p *Pane) Type(msg tea.Msg) tea.Cmd {
	switch rows.Key(msg) {
	case "enter":
		if p.filter.line.Err() == nil { // else what is wrong with it stands below it
			p.endFilter()
		}
		return nil
	case "esc":
		p.endFilter()
		p.view.Query = query.Query{}
		return p.reload(p.keep())
	case "up", "ctrl+p":
		p.list.Move(-1)
		return p.want()
	case "down", "ctrl+n":
		p.list.Move(1)
		return p.want()
	}
	if !p.filter.line.Type(msg) {
		return nil // what cannot be read leaves what the last readable filter found
	}
	p.view.Query = p.filter.line.Query()
	return p.reload(0)
}

func (p *Pane) endFilter() {
	p.filter.values.Stop()
	p.filter.line = nil
}

// askSort asks for the order.
func (p *Pane) askSort() tea.Cmd {
	return p.ask("Sort by", []nav.Option{
		{Label: "newest first"}, {Label: "oldest first"}, {Label: "last added first"}, {Label: "title"}, {Label: "longest first"},
	}, int(p.view.Sort), func(v *store.View, i int) { v.Sort = store.Sort(i) })
}

// groupings are those that are offered, in this order.
var groupings = [...]store.Grouping{store.GroupDate, store.GroupDay, store.GroupMonth, store.GroupYear,
	store.GroupOutlet, store.GroupTag, store.GroupNone}

// askGroup asks for the grouping.
func (p *Pane) askGroup() tea.Cmd {
	return p.ask("Group by", []nav.Option{
		{Label: "date: days, months or years"}, {Label: "day"}, {Label: "month"}, {Label: "year"},
		{Label: "outlet"}, {Label: "tag"}, {Label: "not at all"},
	}, slices.Index(groupings[:], p.view.Group), func(v *store.View, i int) { v.Group = groupings[i] })
}

// ask offers what the view can be; now is what it is.
func (p *Pane) ask(title reader.Text, options []nav.Option, now int, set func(*store.View, int)) tea.Cmd {
	v := p.view
	if now >= 0 && now < len(options) {
		options[now].Detail = "now"
	}
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
