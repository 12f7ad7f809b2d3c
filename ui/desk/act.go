package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
	"offprint/ui/sidebar"
)

// show changes what is on the screen and how wide it is.
func (d *Desk) show(press keys.Press) (tea.Cmd, bool) {
	const step = 4 // cells
	switch press.Action {
	case keys.ShowQuotes:
		d.side.Toggle(sidebar.Quotes)
	case keys.ShowEntities:
		d.side.Toggle(sidebar.Entities)
	case keys.ShowList:
		if d.panes.list.w == 0 && !d.hideList && !d.textOnly { // the sidebar has its place
			return d.setFocus(PaneList), true
		}
		d.hideList = !d.hideList
	case keys.ShowText:
		d.textOnly = !d.textOnly
	case keys.Wider:
		return tea.Batch(d.article.Measure(step*press.N()), d.place()), true
	case keys.Narrower:
		return tea.Batch(d.article.Measure(-step*press.N()), d.place()), true
	case keys.ResetSizes:
		d.hideList, d.textOnly = false, false
		return tea.Batch(d.article.Measure(0), d.place()), true
	default:
		return nil, false
	}
	if d.sideHidden() && d.sideFocused() || (d.hideList || d.textOnly) && d.focus == PaneList {
		return d.setFocus(PaneArticle), true
	}
	return d.place(), true
}

// actArticle does what concerns whole articles: the selected ones, or the open one.
func (d *Desk) actArticle(press keys.Press) (tea.Cmd, bool) {
	switch press.Action {
	case keys.NextArticle:
		return d.step(press.N()), true
	case keys.PrevArticle:
		return d.step(-press.N()), true
	case keys.NextUnread:
		return d.unread(1), true
	case keys.PrevUnread:
		return d.unread(-1), true
	case keys.ToggleRead, keys.ToggleStar:
		return d.toggle(press.Action), true
	case keys.EditTags:
		return d.askTags(), true
	case keys.Export:
		if ids := d.targets(); len(ids) > 0 {
			return nav.Send(nav.Export{IDs: ids}), true
		}
		return nil, true
	case keys.Delete:
		ids := d.targets()
		return tea.Batch(d.setFocus(PaneList), d.list.Delete(ids)), true
	case keys.OpenOriginal:
		return d.openOriginal(), true
	}
	return nil, false
}

// openOriginal opens the address of the open article, or of the one under the
// list's cursor, which need not be on the screen.
func (d *Desk) openOriginal() tea.Cmd {
	open := func(a *store.Article) tea.Msg {
		if a == nil || a.Digest.Article.Address == "" {
			return nav.Say{Text: "The address of this article is not known"}
		}
		return nav.OpenLink{Address: a.Digest.Article.Address, Original: true}
	}
	a := d.article.Article()
	if r, ok := d.list.Current(); ok && d.focus == PaneList && (a == nil || a.Row.ID != r.ID) {
		archive := d.archive
		return func() tea.Msg {
			a, err := archive.Article(context.Background(), r.ID)
			if err != nil {
				return nav.Fail{Doing: "reading the article", Err: err}
			}
			return open(a)
		}
	}
	return nav.Send(open(a))
}

// step opens the next or previous article of the list.
func (d *Desk) step(n int) tea.Cmd {
	cmd, ok := d.list.Step(n)
	if !ok {
		return nav.Send(nav.Say{Text: "No more articles in that direction"})
	}
	r, here := d.list.Current()
	if !here {
		return cmd
	}
	return tea.Batch(cmd, d.ask(r.ID))
}

// unread goes to the next unread article of the list, or the one before; it is
// opened unless one is choosing in the list.
func (d *Desk) unread(dir int) tea.Cmd {
	cmd, ok := d.list.Unread(dir, d.focus != PaneList)
	if r, here := d.list.Current(); ok && here && d.focus != PaneList {
		return tea.Batch(cmd, d.ask(r.ID))
	}
	return cmd
}

// pastEnd goes on from the end of the article to the next unread one, when it
// is asked for a second time: who only held the key too long stays.
func (d *Desk) pastEnd() tea.Cmd {
	if d.ended != 0 && d.ended == d.article.ID() {
		d.ended = 0
		return d.unread(1)
	}
	d.ended = d.article.ID()
	return nav.Send(nav.Say{Text: "The end. Once more: the next unread article"})
}

// targets returns the articles that an action is for.
func (d *Desk) targets() []store.ID {
	if d.focus == PaneList {
		return d.list.Targets()
	}
	if id := d.article.ID(); id != 0 {
		return []store.ID{id}
	}
	return nil
}

// gatheredMsg brings back what was asked for of rows that had to be gathered first.
type gatheredMsg struct{ press keys.Press }

// gather has the list select the range, or the folded group under its cursor,
// that an action is for; false if the action is for what is here.
func (d *Desk) gather(press keys.Press) (tea.Cmd, bool) {
	if d.focus != PaneList {
		return nil, false
	}
	switch press.Action {
	case keys.ToggleRead, keys.ToggleStar, keys.EditTags, keys.Export, keys.Delete:
		cmd := d.list.Gather(gatheredMsg{press})
		return cmd, cmd != nil
	}
	return nil, false
}

// toggle turns the read flag or the star of the targets, as the first of them has it.
func (d *Desk) toggle(action keys.Action) tea.Cmd {
	ids := d.targets()
	row, ok := d.list.First()
	if a := d.article.Article(); d.focus != PaneList && a != nil {
		row, ok = a.Row, true
	}
	if len(ids) == 0 || !ok {
		return nil
	}
	if action == keys.ToggleRead {
		return d.toggleRead(ids, row.Read)
	}
	archive := d.archive
	say := nav.Say{Undo: true, Text: counted("Starred %s", len(ids))}
	if row.Starred {
		say.Text = counted("Took the star from %s", len(ids))
	}
	return changing(say, func(ctx context.Context) error { return archive.SetStarred(ctx, ids, !row.Starred) })
}

// toggleRead turns the read flag of articles. A row that stands for copies of
// its story is read with them, or the story would be unread again at once.
func (d *Desk) toggleRead(ids []store.ID, read bool) tea.Cmd {
	n, hidden := 0, func(context.Context) ([]store.ID, error) { return nil, nil }
	if d.focus == PaneList {
		n, hidden = d.list.Hidden(ids)
	}
	say := nav.Say{Undo: true, Text: counted("Marked %s read", len(ids)+n)}
	if read {
		say.Text = counted("Marked %s unread", len(ids)+n)
	}
	archive := d.archive
	return changing(say, func(ctx context.Context) error {
		more, err := hidden(ctx)
		if err != nil {
			return err
		}
		return archive.SetRead(ctx, slices.Concat(ids, more), !read)
	})
}

func counted(format string, n int) reader.Text {
	what := "the article"
	if n > 1 {
		what = string(rows.Number(n)) + " articles"
	}
	return reader.CleanLine(fmt.Sprintf(format, what))
}

// changing runs a change of the archive and tells everybody.
func changing(say nav.Say, do func(context.Context) error) tea.Cmd {
	return func() tea.Msg {
		if err := do(context.Background()); err != nil {
			return nav.Fail{Doing: "changing the archive", Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(say)}
	}
}

// tagsMsg brings the tags typed for some articles.
type tagsMsg struct {
	ids    []store.ID
	before []reader.Text
	typed  string
}

// askTags asks for the tags of the targets.
func (d *Desk) askTags() tea.Cmd {
	ids := d.targets()
	if len(ids) == 0 {
		return nil
	}
	var before []reader.Text
	if a := d.article.Article(); a != nil && len(ids) == 1 && a.Row.ID == ids[0] {
		before = a.Row.Tags
	} else if r, ok := d.list.Current(); ok && len(ids) == 1 {
		before = r.Tags
	}
	archive := d.archive
	return func() tea.Msg {
		known, err := archive.Tags(context.Background())
		if err != nil {
			return nav.Fail{Doing: "reading the tags", Err: err}
		}
		initial := ""
		for _, t := range before {
			initial += string(t) + ", "
		}
		return nav.Ask{
			Title: "Tags, apart by commas", Initial: initial,
			Suggest: func(typed string) []reader.Text { return suggest(known, typed) },
			Answer:  func(typed string) tea.Msg { return tagsMsg{ids, before, typed} },
		}
	}
}

// suggest lists the known tags that begin like the last one typed, but for those that are there.
func suggest(known []store.Count, typed string) []reader.Text {
	last := typed[strings.LastIndex(typed, ",")+1:]
	head := typed[:len(typed)-len(last)]
	last = strings.ToLower(strings.TrimSpace(last))
	var out []reader.Text
	for _, k := range known {
		name := strings.ToLower(string(k.Name))
		there := strings.Contains(", "+strings.ToLower(head), ", "+name+",")
		if strings.HasPrefix(name, last) && !there {
			if head != "" {
				out = append(out, reader.CleanLine(head)+" "+k.Name)
				continue
			}
			out = append(out, k.Name)
		}
	}
	return out
}

// setTags makes the tags of the articles those that were typed, as one change.
// Of several articles none loses a tag.
func (d *Desk) setTags(msg tagsMsg) tea.Cmd {
	var add, remove []reader.Text
	for _, t := range strings.Split(msg.typed, ",") {
		if tag := reader.CleanLine(strings.TrimLeft(strings.TrimSpace(t), "#")); tag != "" {
			add = append(add, tag)
		}
	}
	for _, t := range msg.before {
		if !slices.Contains(add, t) {
			remove = append(remove, t)
		}
	}
	add = slices.DeleteFunc(add, func(t reader.Text) bool { return slices.Contains(msg.before, t) })
	if len(add) == 0 && len(remove) == 0 {
		return nil
	}
	archive := d.archive
	return changing(nav.Say{Text: counted("Tagged %s", len(msg.ids)), Undo: true}, func(ctx context.Context) error {
		return archive.ChangeTags(ctx, msg.ids, add, remove)
	})
}
