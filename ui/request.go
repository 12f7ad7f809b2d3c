package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/overlay"
)

// request acts on a request of a screen; false if msg is none.
func (m *model) request(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case nav.Say:
		text := msg.Text
		if key := m.o.Keys.First(keys.Undo); msg.Undo && key != "" {
			text += " · " + reader.CleanLine(key) + " takes it back"
		}
		return m.say(text, false), true
	case nav.Fail:
		return m.fail(msg), true
	case nav.Ask:
		m.overlay = overlay.NewAsk(msg)
	case nav.Choose:
		m.overlay = overlay.NewChoice(msg)
	case nav.Show:
		m.overlay = overlay.NewSheet(msg)
	case nav.Do:
		return m.act(keys.Press{Action: msg.Action}), true
	case nav.Copy:
		text := reader.CleanLine(fmt.Sprintf("Sent the %s to the clipboard", msg.What))
		return tea.Batch(tea.SetClipboard(string(msg.Text)), m.say(text, false)), true
	case nav.Export:
		return m.export(msg.IDs), true
	case nav.ShowAs:
		return m.showAs(msg), true
	case nav.OpenLink:
		return m.openLink(msg), true
	case browseMsg:
		return m.browse(msg.address), true
	case nav.Back:
		return m.travel(-1), true
	case nav.Forward:
		return m.travel(1), true
	case nav.Close:
		return m.closeUpper(), true
	default:
		return m.place(msg)
	}
	return nil, true
}

// goTo goes to one of the program's places.
func (m *model) goTo(press keys.Press) tea.Cmd {
	m.desk.Forget() // whatever waits there for its article
	view := m.desk.ListView()
	switch press.Action {
	case keys.GoAll:
		view = store.View{Group: store.GroupDate, Fold: view.Fold}
	case keys.GoUnread:
		q, err := query.Parse("is:unread")
		if err != nil {
			return m.fail(nav.Fail{Doing: "reading the query", Err: err})
		}
		view.Query = q
	case keys.GoSources:
		view.Group = store.GroupOutlet
	case keys.GoTags:
		view.Group = store.GroupTag
	case keys.Search:
		return nav.Send(nav.OpenSearch{})
	case keys.GoEntities:
		return nav.Send(nav.OpenEntities{})
	case keys.GoQuotes:
		return nav.Send(nav.OpenQuotes{})
	case keys.GoMarks:
		return nav.Send(nav.OpenHighlights{})
	case keys.GoImports:
		return nav.Send(nav.OpenImports{})
	default:
		return nil
	}
	return nav.Send(nav.OpenList{View: view})
}

// export writes articles to files and says where they are.
func (m *model) export(ids []store.ID) tea.Cmd {
	write := m.o.Export
	if write == nil {
		return m.say("Nothing can be exported here", true)
	}
	return func() tea.Msg {
		where, err := write(context.Background(), ids)
		if err != nil {
			return nav.Fail{Doing: "exporting", Err: err}
		}
		return nav.Say{Text: where}
	}
}

// showAs has an article read anew from its original, with repairs or without.
func (m *model) showAs(msg nav.ShowAs) tea.Cmd {
	read := m.o.ShowAs
	if read == nil {
		return m.say("Originals cannot be read here", true)
	}
	say := nav.Say{Text: "Shown as it was mended", Undo: true}
	if msg.AsIs {
		say.Text = "Shown as it was saved, with nothing mended"
	}
	return func() tea.Msg {
		if err := read(context.Background(), msg.ID, msg.AsIs); err != nil {
			return nav.Fail{Doing: "reading the original", Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(say)}
	}
}

// offered lists the actions of the palette, which are those that can be called
// now, or of the help, which are all. What belongs to the place where one is
// comes first; in the palette movements, which nobody calls by name, come last.
func (m *model) offered(help bool) []keys.Row {
	scopes := m.screen().Scopes()
	rank := func(s keys.Scope) int {
		at := slices.Index(scopes, s)
		switch {
		case !help && s == keys.Motion:
			return len(scopes) + 1
		case at < 0:
			return len(scopes)
		}
		return at
	}
	var out []keys.Row
	for _, r := range m.o.Keys.Rows() {
		scope := r.Action.Scope()
		if help || slices.Contains(scopes, scope) || scope == keys.Article || scope == keys.List {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b keys.Row) int { return rank(a.Action.Scope()) - rank(b.Action.Scope()) })
	return out
}

// commands makes the palette, or the help.
func (m *model) commands(help bool) overlay.Overlay {
	var options []nav.Option
	var actions []keys.Action
	for _, r := range m.offered(help) {
		scope := r.Action.Scope()
		var labels []string
		for _, k := range r.Keys {
			labels = append(labels, keys.Label(k))
		}
		o := nav.Option{Label: reader.CleanLine(r.Help), Detail: reader.CleanLine(strings.Join(labels, "  ")), Also: reader.CleanLine(keys.Also(r.Action))}
		if help {
			o.Group = reader.CleanLine(scope.Heading())
		}
		options = append(options, o)
		actions = append(actions, r.Action)
	}
	title := reader.Text("Commands")
	if help {
		title = "Help: every key. Type to search, enter does it"
	}
	return overlay.NewChoice(nav.Choose{Title: title, Options: options, Answer: func(i int) tea.Msg {
		return nav.Do{Action: actions[i]}
	}})
}
