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
	press    keys.Press
	id       store.ID // the article that press is for, 0: nothing is to be done
}

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

// Forget drops the action that waits for an article to come: something else has
// taken over the screen.
func (d *Desk) Forget() { d.opening.press, d.opening.id = keys.Press{}, 0 }

// wait keeps an action for the article that is being opened; false if it is not
// for the article, or can be done now. A newer one takes its place.
func (d *Desk) wait(press keys.Press) (tea.Cmd, bool) {
	if press.Action == keys.Cancel {
		d.Forget()
		return nil, false
	}
	switch scope := press.Action.Scope(); {
	case d.early(press.Action) && d.pointing(press.Action):
		return nav.Send(nav.Say{Text: "The article is still being opened"}), true
	case !d.needsArticle(press.Action):
		return nil, false
	case d.early(press.Action):
		d.opening.press, d.opening.id = press, d.coming()
		return nil, true
	case scope == keys.Article && d.article.ID() == 0:
		return nav.Send(nav.Say{Text: "No article is open"}), true
	}
	return nil, false
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
	case keys.ToggleRead, keys.ToggleStar, keys.EditTags, keys.Export, keys.OpenOriginal:
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

// arrive does the action that has waited, once its article is there.
func (d *Desk) arrive() tea.Cmd {
	press, id := d.opening.press, d.opening.id
	switch {
	case id == 0:
		return nil
	case id != d.coming():
		d.Forget()
		return nil
	case d.early(press.Action):
		return nil
	}
	d.Forget()
	if d.article.Article() == nil { // it could not be opened, and that is said
		return nil
	}
	cmd, _ := d.Act(press)
	return cmd
}
