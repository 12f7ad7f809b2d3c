package desk

import (
	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
)

// opening is an article on its way to the screen, and what is to be done then.
// Keys typed ahead are meant for it, not for the one that is still shown.
type opening struct {
	asked    store.ID // the desk has asked the program to open it
	unmarked store.ID // opened, and not marked as read yet
	marking  store.ID // being marked as read
	ahead    []ahead  // in the order in which they were typed
	arriving bool     // what waited is being done
}

// ahead is an action that waits for its article, with the keys typed after it
// if it takes text.
type ahead struct {
	press keys.Press
	id    store.ID // the article that it is for
	text  []tea.Msg
	ended bool // the text has its end
}

// maxAhead is how many actions wait at most: more come from a key that is held down.
const maxAhead = 32

// coming returns the article that is shown or will be.
func (d *Desk) coming() store.ID {
	if d.opening.asked != 0 {
		return d.opening.asked
	}
	return d.article.ID()
}

// early reports whether an action comes before what it is for is there. Read or
// unread turns what opening the article makes it.
func (d *Desk) early(action keys.Action) bool {
	o := d.opening
	if o.asked != 0 || d.article.Loading() {
		return true
	}
	return action == keys.ToggleRead && o.marking != 0 && o.marking == d.article.ID()
}

// ask has the program open an article.
func (d *Desk) ask(id store.ID) tea.Cmd {
	d.opening.asked = id
	return nav.Send(nav.OpenArticle{ID: id})
}

// Forget drops what waits for an article to come: something else has taken over
// the screen.
func (d *Desk) Forget() { d.opening.ahead = nil }

// wait keeps an action for the article that is being opened; false if it is not
// for the article, or can be done now.
func (d *Desk) wait(press keys.Press) (tea.Cmd, bool) {
	if press.Action == keys.Cancel {
		waited := len(d.opening.ahead) > 0
		d.Forget()
		return nil, waited
	}
	switch scope := press.Action.Scope(); {
	case d.early(press.Action) && d.pointing(press.Action):
		return nav.Send(nav.Say{Text: "The article is still being opened"}), true
	case !d.needsArticle(press.Action):
		return nil, false
	case d.early(press.Action):
		if len(d.opening.ahead) < maxAhead {
			d.opening.ahead = append(d.opening.ahead, ahead{press: press, id: d.coming()})
		}
		return nil, true
	case scope == keys.Article && d.article.ID() == 0:
		return nav.Send(nav.Say{Text: "No article is open"}), true
	}
	return nil, false
}

// typingAhead returns the action that waits last if keys are text for it.
func (d *Desk) typingAhead() *ahead {
	n := len(d.opening.ahead)
	if n == 0 || d.opening.arriving {
		return nil
	}
	last := &d.opening.ahead[n-1]
	switch last.press.Action {
	case keys.Find, keys.Hints, keys.GoEntity:
		if !last.ended && last.id == d.coming() {
			return last
		}
	}
	return nil
}

// typeAhead keeps text for the action that waits last; esc drops all that waits.
func (d *Desk) typeAhead(last *ahead, msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc":
			d.Forget()
			return
		case "enter":
			last.ended = true
		}
	}
	last.text = append(last.text, msg)
}

// needsArticle reports whether an action is for the article, whatever stands in it.
func (d *Desk) needsArticle(action keys.Action) bool {
	switch action.Scope() {
	case keys.Article:
		return true
	case keys.Motion:
		return d.focus == PaneArticle
	}
	switch action {
	case keys.ToggleRead, keys.ToggleStar, keys.EditTags, keys.Export, keys.OpenOriginal, keys.Delete:
		return d.focus != PaneList
	}
	return false
}

// pointing reports whether an action is for something in the text that is
// shown, which the next article does not have.
func (d *Desk) pointing(action keys.Action) bool {
	switch action {
	case keys.QuoteSwitch, keys.EntitySwitch, keys.EntityKinds:
		return false
	}
	switch action.Scope() {
	case keys.Select:
		return d.article.Selecting()
	case keys.Quotes, keys.Entities:
		return true
	}
	return false
}

// arrive does what has waited, in order, once its article is there.
func (d *Desk) arrive() tea.Cmd {
	if d.opening.arriving {
		return nil
	}
	d.opening.arriving = true
	defer func() { d.opening.arriving = false }()
	var cmds []tea.Cmd
	for len(d.opening.ahead) > 0 {
		next := d.opening.ahead[0]
		if next.id == d.coming() && d.early(next.press.Action) {
			break
		}
		d.opening.ahead = d.opening.ahead[1:]
		if next.id == d.coming() && d.article.Article() != nil { // else another was asked for, or it could not be opened
			cmds = append(cmds, d.late(next))
		}
	}
	return tea.Batch(cmds...)
}

// late does one action that has waited, with its text.
func (d *Desk) late(next ahead) tea.Cmd {
	cmd, _ := d.Act(next.press)
	cmds := []tea.Cmd{cmd}
	for _, msg := range next.text {
		if d.article.Typing() {
			cmds = append(cmds, d.article.Type(msg))
		}
	}
	return tea.Batch(cmds...)
}
