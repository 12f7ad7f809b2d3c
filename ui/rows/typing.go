package rows

import (
	tea "charm.land/bubbletea/v2"

	"offprint/ui/keys"
)

// Motion returns the movement in the list that a key means while a line is
// typed above it, where letters are text.
func Motion(msg tea.Msg) (keys.Press, bool) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return keys.Press{}, false
	}
	switch k.String() {
	case "down", "ctrl+n":
		return keys.Press{Action: keys.MoveDown}, true
	case "up", "ctrl+p":
		return keys.Press{Action: keys.MoveUp}, true
	case "pgdown":
		return keys.Press{Action: keys.MovePageDown}, true
	case "pgup":
		return keys.Press{Action: keys.MovePageUp}, true
	}
	return keys.Press{}, false
}

// Steer moves the cursor if that is what a key means while a line is typed above the list.
func (l *List[T]) Steer(msg tea.Msg) (cmd tea.Cmd, moved bool) {
	press, ok := Motion(msg)
	if !ok {
		return nil, false
	}
	return l.Act(press)
}

// Key returns the name of a key press; "" for anything else, such as a paste.
func Key(msg tea.Msg) string {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		return k.String()
	}
	return ""
}
