// Package cells measures and cuts text in terminal cells. Everything that is
// laid out goes through one [Measure], because terminals differ in how wide
// they draw some emoji and Indic syllables: most count characters (wcwidth),
// some count what people see as one character (graphemes).
package cells

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
)

// Measure is a way of counting cells. The zero value counts as most terminals do.
type Measure struct{ Method ansi.Method }

// Width returns how many cells s takes. Colours and links in it take none.
func (m Measure) Width(s string) int { return m.Method.StringWidth(s) }

// Cut returns t cut to at most w cells, its end marked with … if something is missing.
func (m Measure) Cut(t reader.Text, w int) string {
	if w <= 0 {
		return ""
	}
	s := m.Shown(t)
	if len(s) <= w { // a cell takes at least a byte
		return s
	}
	return m.truncate(s, w, "…")
}

// truncate is Method.Truncate, held to its word: for some Indic syllables the
// two ways in which the library counts disagree.
func (m Measure) truncate(s string, w int, tail string) string {
	for n := w; n > 0; n-- {
		if cut := m.Method.Truncate(s, n, tail); m.Width(cut) <= w {
			return cut
		}
	}
	return ""
}

// Fit returns t cut or filled with blanks to exactly w cells.
func (m Measure) Fit(t reader.Text, w int) string {
	s := m.Cut(t, w)
	return s + Blank(w-m.Width(s))
}

// Right is Fit with the blanks before the text.
func (m Measure) Right(t reader.Text, w int) string {
	s := m.Cut(t, w)
	return Blank(w-m.Width(s)) + s
}

// FitStyled cuts or fills a line that is styled already to exactly w cells.
// The filling has no style.
func (m Measure) FitStyled(line string, w int) string {
	n := m.Width(line)
	switch {
	case n == w:
		return line
	case n < w:
		return line + Blank(w-n)
	case w <= 0:
		return ""
	}
	line = m.truncate(line, w, "")
	return line + "\x1b[m" + Blank(w-m.Width(line))
}

// Words cuts a line that is styled already to at most w cells, before the word
// that would be cut in two, unless that begins in the line's first half.
func (m Measure) Words(line string, w int) string {
	text := ansi.Strip(line)
	if w <= 0 || m.Width(text) <= w {
		return line
	}
	kept := m.truncate(text, w, "")
	if rest := text[len(kept):]; !strings.HasPrefix(rest, " ") {
		if i := strings.LastIndexByte(kept, ' '); i >= 0 && 2*m.Width(kept[:i]) > w {
			kept = strings.TrimRight(kept[:i], " ")
		}
	}
	return m.truncate(line, m.Width(kept), "") + "\x1b[m"
}

// Block returns exactly h lines of exactly w cells, made of lines and blanks.
func (m Measure) Block(lines []string, w, h int) string {
	if h <= 0 {
		return ""
	}
	var b strings.Builder
	for i := range h {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i < len(lines) {
			b.WriteString(m.FitStyled(lines[i], w))
		} else {
			b.WriteString(Blank(w))
		}
	}
	return b.String()
}

// Beside puts blocks of equally many lines next to each other, with a
// separator between them.
func Beside(separator string, blocks ...string) string {
	split := make([][]string, len(blocks))
	for i, b := range blocks {
		split[i] = strings.Split(b, "\n")
	}
	var out strings.Builder
	for y := range split[0] {
		if y > 0 {
			out.WriteByte('\n')
		}
		for i, lines := range split {
			if i > 0 {
				out.WriteString(separator)
			}
			if y < len(lines) {
				out.WriteString(lines[y])
			}
		}
	}
	return out.String()
}

// Wrap breaks t into lines of at most w cells at blanks; a longer word is cut.
func (m Measure) Wrap(t reader.Text, w int) []string {
	if w <= 0 {
		return nil
	}
	return strings.Split(m.Method.Wrap(m.Shown(t), w, ""), "\n")
}

// Blank returns n blanks; none if n is negative.
func Blank(n int) string {
	const blanks = "                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Shown returns t in the form in which its width is certain: where the
// terminal counts characters, emoji lose their variation selectors and skin
// tones, and of joined ones the first is shown. See the widths that were
// measured in tmux: these and only these moved the borders.
func (m Measure) Shown(t reader.Text) string {
	s := string(t)
	if m.Method == ansi.GraphemeWidth || !strings.ContainsAny(s, "\ufe0f\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff") {
		return s
	}
	var b strings.Builder
	joined := false
	for _, r := range s {
		switch {
		case r == 0xfe0f || r >= 0x1f3fb && r <= 0x1f3ff:
			continue
		case r == 0x200d:
			joined = true
			continue
		case joined && r >= 0x2190: // the rest of an emoji family; letters after a joiner stay
			joined = false
			continue
		}
		joined = false
		b.WriteRune(r)
	}
	return b.String()
}

// Over lays a box over base with its upper left corner at column x, line y.
// Both are blocks of whole lines; what would stand outside base is cut off.
func Over(base, box string, x, y int) string {
	lines := strings.Split(base, "\n")
	for i, part := range strings.Split(box, "\n") {
		at := y + i
		if at < 0 || at >= len(lines) {
			continue
		}
		under := lines[at]
		w := ansi.StringWidth(under)
		end := x + ansi.StringWidth(part)
		lines[at] = ansi.Cut(under, 0, x) + "\x1b[m" + part + "\x1b[m" + ansi.Cut(under, end, max(end, w))
	}
	return strings.Join(lines, "\n")
}
