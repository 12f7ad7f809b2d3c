package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/desk"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/overlay"
	"offprint/ui/search"
	"offprint/ui/task"
	"offprint/ui/theme"
)

// model is the root: it routes, and owns what belongs to no screen.
type model struct {
	o       Options
	look    nav.Look
	theme   theme.Name
	dark    bool // the terminal's ground
	told    bool // by the terminal, which not all do
	profile colorprofile.Profile

	keys    *keys.Reader
	desk    *desk.Desk
	upper   Screen          // lies over the desk, nil if none
	overlay overlay.Overlay // lies over everything, nil if none
	history history
	recent  search.Recent // searches of this session
	toast   toast
	last    keys.Press // for repeating
	mouse   bool
	stops   *stopSignals
	stamp   *store.Stamp // of the archive when it was last asked; nil before the first answer
	w, h    int
}

// toast is the line at the foot that says what happened.
type toast struct {
	text  reader.Text
	wrong bool
	until task.Slot
}

// over takes the toast away, unless another has come.
func (t *toast) over(msg toastOverMsg) {
	if t.until.Done(msg.task) {
		t.text = ""
	}
}

// toastTime is how long a toast stays.
const toastTime = 5 * time.Second

// toastOverMsg takes a toast away.
type toastOverMsg struct{ task task.ID }

// leaveMsg asks the program to end in good order.
type leaveMsg struct{}

func newModel(o Options) *model {
	m := &model{o: o, theme: o.Theme, dark: true, profile: colorprofile.TrueColor, keys: keys.NewReader(o.Keys), mouse: o.Mouse, stops: newStopSignals()}
	if o.Profile != nil {
		m.profile = *o.Profile
	}
	m.look = nav.Look{Styles: m.styles()}
	m.desk = desk.New(o.Archive, m.look, o.Desk)
	return m
}

// styles makes the styles for the theme, the background and the terminal.
func (m *model) styles() *theme.Styles {
	s := theme.New(m.theme, m.dark, m.profile)
	if m.o.TextStyle != nil {
		s = s.WithText(*m.o.TextStyle)
	}
	s.Words = m.o.Accessible
	return &s
}

// Init asks the terminal what it is, and fetches the list.
func (m *model) Init() tea.Cmd {
	cmds := []tea.Cmd{m.desk.Init(), tea.RequestBackgroundColor, m.watch(0)}
	if m.o.Notice != "" {
		cmds = append(cmds, nav.Send(nav.Say{Text: m.o.Notice}))
	}
	return tea.Batch(cmds...)
}

// screen returns the screen that keys go to.
func (m *model) screen() Screen {
	if m.upper != nil {
		return m.upper
	}
	return deskScreen{m.desk}
}

// Update takes a message. What waits for an article is not done below a screen
// or an overlay that has come meanwhile.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.take(msg)
	if m.upper != nil || m.overlay != nil {
		m.desk.Forget()
	}
	return m, cmd
}

// take routes a message.
func (m *model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = m.width(msg.Width), msg.Height
		return m.resize()
	case tea.KeyPressMsg:
		if m.o.Accessible {
			m.toast.text = "" // which stayed until now
		}
		return m.key(msg)
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.MouseMsg:
		return m.mouseMsg(msg)
	case tea.BackgroundColorMsg:
		m.told = true
		return m.terminal(msg.IsDark(), m.profile)
	case tea.ColorProfileMsg:
		return m.profiled(msg)
	case tea.ModeReportMsg:
		return m.modeReport(msg)
	case toastOverMsg:
		m.toast.over(msg)
		return nil
	case stampMsg:
		return m.stamped(msg)
	case suspendMsg:
		return m.suspend()
	case tea.ResumeMsg:
		m.stops.watch()
		return nil
	case leaveMsg:
		return m.leave()
	}
	if cmd, ok := m.request(msg); ok {
		return cmd
	}
	return m.broadcast(msg)
}

// broadcast gives a message to every screen.
func (m *model) broadcast(msg tea.Msg) tea.Cmd {
	cmd := m.desk.Update(msg)
	if m.upper != nil {
		return tea.Batch(cmd, m.upper.Update(msg))
	}
	return cmd
}

// footLines is the height of the footer.
const footLines = 1

func (m *model) resize() tea.Cmd {
	h := max(0, m.h-footLines)
	cmd := m.desk.Resize(m.w, h)
	if m.upper != nil {
		return tea.Batch(cmd, m.upper.Resize(m.w, h))
	}
	return cmd
}

// terminal takes what the terminal says of itself.
func (m *model) terminal(dark bool, profile colorprofile.Profile) tea.Cmd {
	if dark == m.dark && profile == m.profile {
		return nil
	}
	m.dark, m.profile = dark, profile
	return m.restyle()
}

// profiled takes the colours that the terminal knows, unless the user said which.
func (m *model) profiled(msg tea.ColorProfileMsg) tea.Cmd {
	if m.o.Profile != nil {
		return nil
	}
	return m.terminal(m.dark, msg.Profile)
}

// restyle rebuilds the styles and tells every screen.
func (m *model) restyle() tea.Cmd {
	m.look.Styles = m.styles()
	return m.broadcast(m.look)
}

// modeReport learns whether the terminal counts what people see as one character as one.
func (m *model) modeReport(msg tea.ModeReportMsg) tea.Cmd {
	if msg.Mode != ansi.ModeUnicodeCore || !(msg.Value.IsSet() || msg.Value.IsReset() || msg.Value.IsPermanentlySet()) {
		return nil
	}
	if m.look.Cells.Method == ansi.GraphemeWidth {
		return nil
	}
	m.look.Cells = cells.Measure{Method: ansi.GraphemeWidth}
	return m.restyle()
}

// leave ends the program once what must be kept is kept.
func (m *model) leave() tea.Cmd { return tea.Sequence(m.desk.Leave(), tea.Quit) }

// suspend gives the terminal back and stops the program until the shell continues it.
func (m *model) suspend() tea.Cmd {
	stops := m.stops
	return func() tea.Msg {
		stops.release()
		return tea.SuspendMsg{}
	}
}

// say shows a line at the foot for a while.
func (m *model) say(text reader.Text, wrong bool) tea.Cmd {
	m.toast.text, m.toast.wrong = text, wrong
	if m.o.Accessible {
		return nil
	}
	_, id := m.toast.until.Begin(m.context())
	return tea.Tick(toastTime, func(time.Time) tea.Msg { return toastOverMsg{id} })
}

// changeTheme goes on to the next theme.
func (m *model) changeTheme() tea.Cmd {
	names := theme.Names()
	next := names[0]
	for i, n := range names {
		if n == m.theme {
			next = names[(i+1)%len(names)]
		}
	}
	return m.setTheme(next)
}

func (m *model) setTheme(name theme.Name) tea.Cmd {
	m.theme = name
	return tea.Batch(m.restyle(), m.say(reader.CleanLine(fmt.Sprintf("Theme: %s", name)), false))
}
