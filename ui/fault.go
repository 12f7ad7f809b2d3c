package ui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
)

// fail says what did not work and what to do about it.
func (m *model) fail(f nav.Fail) tea.Cmd {
	if errors.Is(f.Err, context.Canceled) {
		return nil
	}
	why := f.Err
	if e, ok := why.(*store.Error); ok { // the path of the archive would leave no room for the reason
		why = e.Err
	}
	text := reader.CleanLine(fmt.Sprintf("%s failed: %v", capital(string(f.Doing)), why))
	if hint := hint(f.Err); hint != "" {
		text += ". " + hint
	}
	return m.say(text, true)
}

// hint says what can be done about an error of the archive.
func hint(err error) reader.Text {
	switch {
	case errors.Is(err, store.ErrBusy):
		return "Try again in a moment"
	case errors.Is(err, store.ErrReadOnly):
		return "It can be read, but not changed"
	case errors.Is(err, store.ErrFull):
		return "Nothing was lost; make room and try again"
	case errors.Is(err, store.ErrCorrupt):
		return "Quit and run: offprint check"
	case errors.Is(err, store.ErrGone):
		return "Quit and look where it went"
	}
	return ""
}

func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
