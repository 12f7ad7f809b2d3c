package ui

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/overlay"
)

// context is that of the program's own small tasks, which end with it.
func (m *model) context() context.Context { return context.Background() }

// key takes a key press: text for a field, or an action.
func (m *model) key(msg tea.KeyPressMsg) tea.Cmd {
	if m.overlay != nil {
		return m.overlayKey(msg)
	}
	s := m.screen()
	if s.Typing() {
		if msg.String() == "ctrl+c" {
			return m.leave()
		}
		return s.Type(msg)
	}
	typed, _, _ := m.keys.Pending()
	press := m.keys.Press(msg, s.Scopes())
	switch {
	case press.Unbound:
		return m.unbound(append(slices.Clone(typed), msg.String()))
	case press.Action == "":
		return nil
	}
	return m.act(press)
}

// unbound says that keys do nothing here, and where those are listed that do.
func (m *model) unbound(typed []string) tea.Cmd {
	text := ""
	for _, k := range typed {
		text += keys.Label(k)
	}
	text += " does nothing here"
	if help := m.o.Keys.First(keys.Help); help != "" {
		text += ": " + help + " lists the keys"
	}
	return m.say(reader.CleanLine(text), false)
}

func (m *model) overlayKey(msg tea.Msg) tea.Cmd {
	open := m.overlay
	cmd, done := open.Key(msg)
	if done && m.overlay == open {
		m.overlay = nil
	}
	return cmd
}

func (m *model) paste(msg tea.PasteMsg) tea.Cmd {
	if m.overlay != nil {
		return m.overlayKey(msg)
	}
	if s := m.screen(); s.Typing() {
		return s.Type(msg)
	}
	return nil
}

// act does an action: the screen's if it knows it, else the program's.
func (m *model) act(press keys.Press) tea.Cmd {
	if press.Action == keys.Repeat {
		if m.last.Action == "" {
			return nil
		}
		press = m.last
	}
	if press.Action.Scope() != keys.Motion {
		m.last = press
	}
	if press.Action == keys.Cancel {
		m.toast.text = ""
	}
	if cmd, ok := m.screen().Act(press); ok {
		return cmd
	}
	return m.global(press)
}

// global does what can be done anywhere.
func (m *model) global(press keys.Press) tea.Cmd {
	switch press.Action {
	case keys.Quit:
		return m.leave()
	case keys.Back, keys.RowBack:
		if m.upper != nil {
			return m.closeUpper()
		}
		return m.leave()
	case keys.Cancel:
		if m.upper != nil {
			return m.closeUpper()
		}
	case keys.Help, keys.Palette:
		m.overlay = m.commands(press.Action == keys.Help)
	case keys.HistoryBack:
		return m.travel(-1)
	case keys.HistoryNext:
		return m.travel(1)
	case keys.Undo, keys.Redo:
		return m.undo(press.Action == keys.Redo)
	case keys.ThemeNext:
		return m.changeTheme()
	case keys.Signs:
		m.showSigns()
	case keys.Mouse:
		return m.switchMouse()
	case keys.Redraw:
		return tea.Batch(tea.ClearScreen, m.broadcast(nav.Changed{}))
	case keys.Suspend:
		return m.suspend()
	default:
		return m.goTo(press)
	}
	return nil
}

// switchMouse gives the mouse to the program, or back to the terminal.
func (m *model) switchMouse() tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		return m.say("The mouse is on: hold shift to select text", false)
	}
	return m.say("The mouse is off: select text as in any terminal", false)
}

// undo takes the last change back, or does it again.
func (m *model) undo(again bool) tea.Cmd {
	archive := m.o.Archive
	return func() tea.Msg {
		do, doing, done, nothing := archive.Undo, reader.Text("undoing"), reader.Text("Undone: "), reader.Text("Nothing to undo")
		if again {
			do, doing, done, nothing = archive.Redo, "doing it again", "Done again: ", "Nothing was undone that could be done again"
		}
		label, err := do(context.Background())
		switch {
		case errors.Is(err, store.ErrNothing):
			return nav.Say{Text: nothing}
		case err != nil:
			return nav.Fail{Doing: doing, Err: err}
		}
		return tea.BatchMsg{nav.Send(nav.Changed{}), nav.Send(nav.Say{Text: done + label})}
	}
}

// mouseMsg gives the mouse to the screen it is over.
func (m *model) mouseMsg(msg tea.MouseMsg) tea.Cmd {
	if m.overlay != nil {
		return m.overlayMouse(msg)
	}
	if m.upper == nil {
		return m.desk.Mouse(msg)
	}
	if _, click := msg.(tea.MouseClickMsg); click {
		return m.click(msg.Mouse())
	}
	return m.wheel(msg)
}

// overlayMouse gives the mouse to the overlay: a click chooses, on what is chosen
// it does it, and outside the box it closes that; the wheel scrolls.
func (m *model) overlayMouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		key := tea.KeyPressMsg{Code: tea.KeyDown}
		if at.Button == tea.MouseWheelUp {
			key.Code = tea.KeyUp
		}
		var cmds []tea.Cmd
		for range wheelLines {
			if m.overlay != nil {
				cmds = append(cmds, m.overlayKey(key))
			}
		}
		return tea.Batch(cmds...)
	case tea.MouseClickMsg:
		box, left, top := m.overlay.Draw(m.look, m.w, m.h)
		lines := strings.Split(box, "\n")
		if at.X < left || at.X >= left+m.look.Cells.Width(lines[0]) || at.Y < top || at.Y >= top+len(lines) {
			m.overlay = nil
			return nil
		}
		if p, ok := m.overlay.(overlay.Pointed); ok && p.Click(at.Y-top) {
			return m.overlayKey(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
	}
	return nil
}

// pointed is a screen of rows on which one can click.
type pointed interface{ Click(x, y int) (again bool) }

// click chooses what is at the pointer; what was chosen before is opened.
func (m *model) click(at tea.Mouse) tea.Cmd {
	s, ok := m.upper.(pointed)
	if !ok || at.Button != tea.MouseLeft || !s.Click(at.X, at.Y) {
		return nil
	}
	cmd, _ := m.upper.Act(keys.Press{Action: keys.RowOpen})
	return cmd
}

// wheelLines is how far one notch of the wheel scrolls.
const wheelLines = 3

// wheel makes movements of the wheel.
func (m *model) wheel(msg tea.MouseMsg) tea.Cmd {
	w, ok := msg.(tea.MouseWheelMsg)
	if !ok {
		return nil
	}
	press := keys.Press{Action: keys.MoveDown, Count: wheelLines}
	if w.Button == tea.MouseWheelUp {
		press.Action = keys.MoveUp
	}
	cmd, _ := m.upper.Act(press)
	return cmd
}
