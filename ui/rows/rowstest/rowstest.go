// Package rowstest is a root model for the tests of one screen: it turns keys
// into actions as the program does, keeps the requests that the screen makes,
// and holds every frame to its exact size. The driver of package uitest drives it.
//
// Begin with [New].
package rowstest

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/theme"
)

// Screen is what fills the window; package ui has the same.
type Screen interface {
	Init() tea.Cmd
	Update(msg tea.Msg) tea.Cmd
	Act(press keys.Press) (tea.Cmd, bool)
	Typing() bool
	Type(msg tea.Msg) tea.Cmd
	Resize(w, h int) tea.Cmd
	Draw() string
	Cursor() (x, y int, ok bool)
	Scopes() []keys.Scope
	Hints() []keys.Action
	Status() reader.Text
	Place() tea.Msg
}

// Root is the root model of one screen.
type Root struct {
	Screen Screen
	// Asked is what the screen asked of the program, in order.
	Asked []tea.Msg

	t    testing.TB
	keys *keys.Reader
	w, h int
}

// New returns the root model of s.
func New(t testing.TB, s Screen) *Root {
	t.Helper()
	m, err := keys.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range s.Hints() {
		if _, ok := m.Row(a); !ok {
			t.Errorf("the hint %q is no action", a)
		}
	}
	return &Root{Screen: s, t: t, keys: keys.NewReader(m)}
}

// Look is how everything looks in tests.
func Look() nav.Look {
	s := theme.New(theme.Dark, true, colorprofile.TrueColor)
	return nav.Look{Styles: &s}
}

// Now is the moment of all tests: noon of 15 January 2026.
func Now() time.Time { return time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC) }

// Last returns what the screen asked for last; nil if it was nothing.
func (r *Root) Last() tea.Msg {
	if len(r.Asked) == 0 {
		return nil
	}
	return r.Asked[len(r.Asked)-1]
}

// Init begins the screen.
func (r *Root) Init() tea.Cmd { return r.Screen.Init() }

// Update routes a message.
func (r *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.w, r.h = msg.Width, msg.Height
		return r, r.Screen.Resize(r.w, r.h)
	case tea.KeyPressMsg:
		if r.Screen.Typing() {
			return r, r.Screen.Type(msg)
		}
		press := r.keys.Press(msg, r.Screen.Scopes())
		if press.Action == "" {
			return r, nil
		}
		cmd, _ := r.Screen.Act(press)
		return r, cmd
	case tea.PasteMsg:
		return r, r.Screen.Type(msg)
	case nav.Changed, nav.Look:
		return r, r.Screen.Update(msg)
	}
	if reflect.TypeOf(msg).PkgPath() == reflect.TypeFor[nav.Changed]().PkgPath() {
		r.Asked = append(r.Asked, msg)
		return r, nil
	}
	return r, r.Screen.Update(msg)
}

// View draws the screen. A frame that is not exactly as large as the window is an error.
func (r *Root) View() tea.View {
	r.t.Helper()
	frame := r.Screen.Draw()
	if r.w == 0 {
		return tea.View{Content: frame}
	}
	lines := strings.Split(frame, "\n")
	if len(lines) != r.h {
		r.t.Errorf("%d lines in a window of %dx%d", len(lines), r.w, r.h)
	}
	for i, l := range lines {
		if w := ansi.WcWidth.StringWidth(l); w != r.w {
			r.t.Errorf("line %d is %d cells wide in a window of %dx%d: %q", i, w, r.w, r.h, ansi.Strip(l))
		}
	}
	if x, y, ok := r.Screen.Cursor(); ok && (x < 0 || y < 0 || x >= r.w || y >= r.h) {
		r.t.Errorf("the text cursor is at %d,%d in a window of %dx%d", x, y, r.w, r.h)
	}
	return tea.View{Content: frame}
}

// Sweep calls f with every size of a sweep: the smallest, odd ones, and those
// at which layouts change.
func Sweep(f func(w, h int)) {
	for _, w := range []int{1, 2, 3, 7, 13, 21, 39, 41, 59, 61, 79, 81, 101, 119, 121, 161, 203} {
		for _, h := range []int{1, 2, 3, 5, 8, 11, 13, 15, 23, 35, 37, 61} {
			f(w, h)
		}
	}
}
