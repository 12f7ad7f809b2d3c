// Package uitest drives a Bubble Tea model without a terminal: it sends keys
// and sizes, runs every command that follows until nothing is left to do, and
// returns the screen. Each frame is checked to be exactly as large as the
// window, so that every test is a test of geometry too.
package uitest

import (
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/x/ansi"
)

// How long a command may take. A timer that has not rung by then is left
// behind: it is no short delay but a toast's. Work is waited for however busy
// the machine is, and fails the test where it never ends.
const (
	timerPatience = 300 * time.Millisecond
	workPatience  = time.Minute
)

// Driver drives one model.
type Driver struct {
	t      testing.TB
	model  tea.Model
	w, h   int
	quit   bool
	hasty  bool
	copied []string
	held   bool
	kept   []tea.Cmd // while held
}

// Hasty has all timers left behind at once: what waits for a moment of rest,
// as the article beside the list does, never comes. For long runs.
func (d *Driver) Hasty() { d.hasty = true }

// Hold keeps what follows from keys and messages back, for [Driver.Step] and
// [Driver.Release]: as on a machine too busy to do it between two keys.
func (d *Driver) Hold() { d.held = true }

// Step runs the commands that are held back; what follows from them is held back again.
func (d *Driver) Step() {
	d.t.Helper()
	kept := d.kept
	d.kept = nil
	for _, c := range kept {
		d.do(c)
	}
	d.check()
}

// Release runs what was held back and all that follows, and holds nothing back from now on.
func (d *Driver) Release() {
	d.t.Helper()
	d.held = false
	d.Step()
}

// New returns a driver of m in a window of w by h cells. Init and all that
// follows from it has run.
func New(t testing.TB, m tea.Model, w, h int) *Driver {
	t.Helper()
	d := &Driver{t: t, model: m}
	init := m.Init()
	d.Resize(w, h)
	d.run(init)
	d.check()
	return d
}

// Resize changes the window.
func (d *Driver) Resize(w, h int) {
	d.t.Helper()
	d.w, d.h = w, h
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Keys presses keys, apart by blanks, named as in package keys: "j j enter ctrl+d ]q".
func (d *Driver) Keys(keys string) {
	d.t.Helper()
	for _, k := range strings.Fields(keys) {
		for _, msg := range presses(k) {
			d.Send(msg)
		}
	}
}

// Type types text letter by letter.
func (d *Driver) Type(text string) {
	d.t.Helper()
	for _, r := range text {
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// Send sends a message and runs what follows from it.
func (d *Driver) Send(msg tea.Msg) {
	d.t.Helper()
	d.take(msg)
	d.check()
}

// Quit reports whether the program has ended.
func (d *Driver) Quit() bool { return d.quit }

// Copied returns what was sent to the clipboard, in order.
func (d *Driver) Copied() []string { return d.copied }

// Frame returns the screen without styles, one string a line.
func (d *Driver) Frame() []string {
	return strings.Split(ansi.Strip(d.view().Content), "\n")
}

// Text returns the screen without styles.
func (d *Driver) Text() string { return strings.Join(d.Frame(), "\n") }

func (d *Driver) view() tea.View { return d.model.View() }

// check holds every frame to the size of the window.
func (d *Driver) check() {
	d.t.Helper()
	if d.w == 0 || d.h == 0 {
		return
	}
	lines := strings.Split(d.view().Content, "\n")
	if len(lines) != d.h {
		d.t.Errorf("the frame has %d lines in a window of %dx%d", len(lines), d.w, d.h)
	}
	for i, l := range lines {
		if w := ansi.WcWidth.StringWidth(l); w > d.w {
			d.t.Errorf("line %d is %d cells wide in a window of %dx%d: %q", i, w, d.w, d.h, ansi.Strip(l))
		}
	}
}

// take gives the model a message, or unpacks it.
func (d *Driver) take(msg tea.Msg) {
	d.t.Helper()
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		d.quit = true
		return
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
		return
	}
	if cmds, ok := sequence(msg); ok {
		for _, c := range cmds {
			d.run(c)
		}
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.String && strings.Contains(v.Type().Name(), "lipboard") {
		d.copied = append(d.copied, v.String())
	}
	var cmd tea.Cmd
	d.model, cmd = d.model.Update(msg)
	d.run(cmd)
}

// run does a command, or keeps it while all is held back.
func (d *Driver) run(cmd tea.Cmd) {
	d.t.Helper()
	switch {
	case cmd == nil:
	case d.held:
		d.kept = append(d.kept, cmd)
	default:
		d.do(cmd)
	}
}

// do runs a command and takes its message. Timers are left behind.
func (d *Driver) do(cmd tea.Cmd) {
	d.t.Helper()
	if d.quit {
		return
	}
	got := make(chan tea.Msg, 1)
	go func() { got <- cmd() }()
	patience := workPatience
	if timer(cmd) {
		if patience = timerPatience; d.hasty {
			return
		}
	}
	select {
	case msg := <-got:
		d.take(msg)
	case <-time.After(patience):
		if patience == workPatience {
			d.t.Errorf("a command has not ended after %v", patience)
		}
	}
}

// timer reports whether a command was made by tea.Tick.
func timer(cmd tea.Cmd) bool {
	f := runtime.FuncForPC(reflect.ValueOf(cmd).Pointer())
	return f != nil && strings.Contains(f.Name(), "bubbletea/v2.Tick.")
}

// sequence returns the commands of a message made by tea.Sequence, which has
// no exported type.
func sequence(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeOf(tea.Cmd(nil)) {
		return nil, false
	}
	cmds := make([]tea.Cmd, v.Len())
	for i := range cmds {
		cmds[i], _ = v.Index(i).Interface().(tea.Cmd)
	}
	return cmds, true
}

// presses returns the key presses of one name: a named key, a key with
// modifiers, or one for each letter.
func presses(name string) []tea.KeyPressMsg {
	var mod tea.KeyMod
	for {
		head, rest, ok := strings.Cut(name, "+")
		if !ok || rest == "" {
			break
		}
		switch head {
		case "ctrl":
			mod |= tea.ModCtrl
		case "alt":
			mod |= tea.ModAlt
		case "shift":
			mod |= tea.ModShift
		}
		name = rest
	}
	if code, ok := named[name]; ok {
		k := tea.KeyPressMsg{Code: code, Mod: mod}
		if name == "space" {
			k.Text = " "
		}
		return []tea.KeyPressMsg{k}
	}
	var out []tea.KeyPressMsg
	for _, r := range name {
		k := tea.KeyPressMsg{Code: r, Mod: mod}
		if mod&^tea.ModShift == 0 {
			k.Text = string(r)
		}
		out = append(out, k)
	}
	return out
}

// named are the keys that have names.
var named = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f1": tea.KeyF1,
}
