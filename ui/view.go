package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/cells"
	"offprint/ui/keys"
)

// View joins the screen, the footer and what lies over them.
func (m *model) View() tea.View {
	v := m.emptyView()
	if m.w == 0 || m.h == 0 {
		return v
	}
	s := m.screen()
	frame := m.footer()
	if m.h > footLines {
		frame = s.Draw() + "\n" + frame
	}
	x, y, cursor := s.Cursor()
	if m.overlay != nil {
		box, left, top := m.overlay.Draw(m.look, m.w, m.h)
		if m.o.Accessible {
			frame = m.empty()
		}
		frame = cells.Over(frame, box, left, top)
		if x, y, cursor = m.overlay.Cursor(); cursor {
			x, y = x+left, y+top
		}
		frame = m.clip(frame)
	}
	if m.o.Accessible {
		if !cursor {
			x, y = m.reading(frame)
			cursor = true
		}
		frame = spoken(frame)
	}
	v.Content = frame
	if cursor && x < m.w && y < m.h {
		v.Cursor = tea.NewCursor(x, y)
	}
	return v
}

// emptyView asks the terminal for what the program needs of it.
func (m *model) emptyView() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: "offprint"}
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.told && m.look.Styles.IsDark != m.dark {
		v.BackgroundColor, v.ForegroundColor = m.look.Styles.Ground()
	}
	return v
}

// clip cuts a frame to the window: a box may be larger than a very small one.
func (m *model) clip(frame string) string {
	return m.look.Cells.Block(strings.Split(frame, "\n"), m.w, m.h)
}

// footer draws the last line: keys typed so far and how they may go on, else
// where one is and what can be done; at the right what happened last.
func (m *model) footer() string {
	c := m.look.Cells
	right := ""
	if m.toast.text != "" {
		style := m.look.Styles.Toast
		if m.toast.wrong {
			style = m.look.Styles.Error
		}
		right = style.Render(c.Cut(m.toast.text, max(0, m.w-2))) + " "
	}
	room := m.w - c.Width(right)
	if room < 12 {
		return c.FitStyled(" "+right, m.w)
	}
	if m.overlay != nil { // its lower edge says which keys do what
		return c.FitStyled("", room) + right
	}
	if a, ok := m.screen().(asking); ok && a.Asking() != "" {
		return c.FitStyled(" "+m.asked(a.Asking(), room-2), room) + right
	}
	return c.FitStyled(m.hints(room-1), room) + right
}

// asked draws what a screen says of the keys while it takes them as text, as
// hints are drawn.
func (m *model) asked(say reader.Text, room int) string {
	s, c := m.look.Styles.Footer, m.look.Cells
	var line string
	for part := range strings.SplitSeq(string(say), " · ") {
		key, what := "", part
		for _, k := range []string{"enter ", "esc ", "tab ", "up and down "} {
			if rest, ok := strings.CutPrefix(part, k); ok {
				key, what = k, rest
			}
		}
		if c.Width(part) > room {
			break
		}
		room -= c.Width(part) + 2
		line += s.Key.Render(strings.TrimSpace(key))
		if key != "" {
			line += " "
		}
		line += s.Desc.Render(what) + "  "
	}
	return line
}

// hints draws as many hints as fit whole.
func (m *model) hints(room int) string {
	s, c := m.look.Styles.Footer, m.look.Cells
	line, used := " ", 1
	add := func(key, what string) {
		n := c.Width(key) + 1 + c.Width(what) + 2
		if used+n > room {
			return
		}
		line += s.Key.Render(key) + " " + s.Desc.Render(what) + "  "
		used += n
	}
	if typed, count, pending := m.keys.Pending(); pending {
		var labels []string
		for _, t := range typed {
			labels = append(labels, keys.Label(t))
		}
		line += m.look.Styles.Accent.Render(count+strings.Join(labels, "")) + "  "
		used += len(count) + len(labels) + 2
		if len(typed) > 0 {
			for _, r := range m.keys.Map().Continuations(typed, m.screen().Scopes()) {
				add(keys.Label(r.Keys[0]), short(r))
			}
		}
		return line
	}
	room -= m.helpRoom()
	if status := m.screen().Status(); status != "" {
		add(m.keys.Map().First(keys.TrackNext)+"/"+m.keys.Map().First(keys.TrackPrevious), string(c.Cut(status, room/2)))
	}
	for _, a := range m.screen().Hints() {
		if a == keys.Help {
			room += m.helpRoom()
		}
		if r, ok := m.keys.Map().Row(a); ok && r.Hint != "" && len(r.Keys) > 0 {
			add(keys.Label(r.Keys[0]), m.hint(r))
		}
	}
	return line
}

// asking is a screen that takes keys in a way of its own for a moment. The
// footer says what it waits for in place of the hints; "" is nothing.
type asking interface{ Asking() reader.Text }

// naming is a screen that has words of its own for what an action does in it; ""
// is those of the table of keys.
type naming interface {
	Hint(a keys.Action) reader.Text
}

// hint is what the footer says of an action.
func (m *model) hint(r keys.Row) string {
	if n, ok := m.screen().(naming); ok && n.Hint(r.Action) != "" {
		return string(n.Hint(r.Action))
	}
	return r.Hint
}

// helpRoom is what the hint of the help takes, which is always there.
func (m *model) helpRoom() int {
	r, ok := m.keys.Map().Row(keys.Help)
	if !ok || len(r.Keys) == 0 || !slices.Contains(m.screen().Hints(), keys.Help) {
		return 0
	}
	return m.look.Cells.Width(keys.Label(r.Keys[0])) + m.look.Cells.Width(r.Hint) + 3
}

// short returns what the footer says of an action: its hint, else its help up to a colon.
func short(r keys.Row) string {
	if r.Hint != "" {
		return r.Hint
	}
	help, _, _ := strings.Cut(r.Help, ":")
	return help
}
