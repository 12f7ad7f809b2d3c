package rows

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"offprint/reader"
	"offprint/reader/cite"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/nav"
	"offprint/ui/theme"
)

func blank(n int) string { return cells.Blank(n) }

// indent is what stands before every line of a row: " ┃ ", or blanks.
const indent = 3

// Bar returns what stands before a line of a row: the cursor's bar, or blanks. It is three cells wide.
func Bar(look nav.Look, here bool) string {
	if here {
		return " " + look.Styles.List.Bar.Render("┃") + " "
	}
	return blank(indent)
}

// Rightmost is how many of w cells the right part of a row's first line has at
// most: half of them, and of what the left part leaves up to two thirds.
func Rightmost(look nav.Look, left reader.Text, w int) int {
	const apart = 4
	room := w - indent
	return max(0, room/2, min(room*2/3, room-look.Cells.Width(string(left))-apart))
}

// Title draws a row's first line in w cells: text, and right at its end, cut
// to its part of them. The cursor's row stands out.
func Title(look nav.Look, text, right reader.Text, style lipgloss.Style, w int, here bool) string {
	return signed(look, "", style, text, right, style, w, here)
}

// signed is Title with a sign before the text, which has a style of its own.
func signed(look nav.Look, sign string, mark lipgloss.Style, text, right reader.Text, style lipgloss.Style, w int, here bool) string {
	s, c := look.Styles, look.Cells
	end := ""
	if right != "" {
		end = "  " + c.Cut(right, Rightmost(look, reader.CleanLine(sign)+text, w)) + " "
	}
	line := c.Fit(text, w-indent-c.Width(sign)-c.Width(end))
	if here {
		return Bar(look, true) + s.List.Selected.Render(sign+line+end)
	}
	return Bar(look, false) + mark.Render(sign) + style.Render(line) + s.List.Count.Render(end)
}

// Article draws the first line of an article's row: whether it is unread, begun
// or starred, its title, outlet and date.
func Article(look nav.Look, r store.Row, now time.Time, w int, here bool) string {
	s := look.Styles
	title, style := r.Title, s.Title
	sign, mark := "", s.List.Count
	if title == "" {
		title = "(untitled)"
	}
	right := Source(look, r, now, w)
	switch {
	case s.Words && r.Read:
		style = s.Text
	case s.Words:
		right = "unread · " + right
	case Begun(r):
		sign, style = "◐ ", s.Text
	case r.Read:
		sign, style = "  ", s.Text
	default:
		sign, mark = "● ", s.List.Unread
	}
	return signed(look, sign, mark, title, right, style, w, here)
}

// Begun reports whether an article was left before its end.
func Begun(r store.Row) bool { return r.Read && !r.Stub && r.Progress > 0 && r.Progress < 1 }

// Star is the sign or the word for a star.
func Star(s *theme.Styles) reader.Text {
	if s.Words {
		return "starred"
	}
	return "★"
}

// Stub is the sign or the word for an article of which only the address was saved.
func Stub(s *theme.Styles) reader.Text {
	if s.Words {
		return "stub"
	}
	return "◌"
}

// dateOnly is the width of a row from which an outlet stands beside the date.
const dateOnly = 64

// Source says where and when an article appeared, for a row of w cells:
// "★ The Reporter · 19 Apr 2024"; a stub has ◌ before it. Where there is little room the outlet is cut
// or left out, never the date.
func Source(look nav.Look, r store.Row, now time.Time, w int) reader.Text {
	out := Day(r.Published, now)
	if r.Outlet != "" && w >= dateOnly {
		room := (w-indent)/2 - look.Cells.Width(string(out)) - len(" ·  ★ ◌ ")
		out = reader.CleanLine(look.Cells.Cut(r.Outlet, room)) + " · " + out
	}
	if r.Stub {
		out = Stub(look.Styles) + " " + out
	}
	if r.Starred {
		out = Star(look.Styles) + " " + out
	}
	return out
}

// Quoted returns a quote's words with marks, unless they are the reporter's or
// have marks already.
func Quoted(q *store.QuoteRow) reader.Text { return cite.Quoted(q.Quote.Kind, q.Text) }

// Marked draws a line of text in at most w cells with the marked parts (bytes
// of line) standing out. If it is too long it begins where the first of them shows.
func Marked(look nav.Look, line reader.Text, marks []reader.Span, w int) string {
	s, c := look.Styles, look.Cells
	if w <= 0 {
		return ""
	}
	marks = within(marks, len(line))
	from, lead := window(c, line, marks, w)
	var b strings.Builder
	b.WriteString(s.Faint.Render(lead))
	used := c.Width(lead)
	put := func(part reader.Text, style lipgloss.Style) {
		if part == "" || used >= w {
			return
		}
		cut := c.Cut(part, w-used)
		used += c.Width(cut)
		b.WriteString(style.Render(cut))
	}
	at := from
	for _, m := range marks {
		if m.Start < at {
			continue
		}
		put(line.Slice(reader.Span{Start: at, End: m.Start}), s.Text)
		put(line.Slice(m), s.Match.Hit)
		at = m.End
	}
	put(line.Slice(reader.Span{Start: at, End: len(line)}), s.Text)
	return b.String()
}

// within returns the spans that lie in n bytes.
func within(spans []reader.Span, n int) []reader.Span {
	whole := reader.Span{End: n}
	for i, s := range spans {
		if !whole.Covers(s) || s.Empty() {
			return append(spans[:i:i], within(spans[i+1:], n)...)
		}
	}
	return spans
}

// window returns the byte at which a line begins to be shown so that its first
// mark is in sight, and what stands for the part left out.
func window(c cells.Measure, line reader.Text, marks []reader.Span, w int) (from int, lead string) {
	if len(marks) == 0 || c.Width(string(line)) <= w {
		return 0, ""
	}
	if c.Width(string(line.Slice(reader.Span{Start: 0, End: marks[0].End}))) < w-1 {
		return 0, ""
	}
	from, room := marks[0].Start, w/3
	for from > 0 && room > 0 { // a third of the line before the mark
		_, n := utf8.DecodeLastRuneInString(string(line[:from]))
		from -= n
		room--
	}
	if i := strings.IndexByte(string(line[from:marks[0].Start]), ' '); i >= 0 {
		from += i + 1
	}
	return from, "…"
}

// maxWrapped is how many bytes are looked at for a few lines of text.
const maxWrapped = 1200

// Wrapped returns t in up to n lines of at most w cells; the last ends in … if there is more.
func Wrapped(c cells.Measure, t reader.Text, w, n int) []string {
	if w <= 0 || n <= 0 {
		return nil
	}
	if len(t) > maxWrapped {
		t = t.Slice(reader.Span{End: maxWrapped}) + "…"
	}
	lines := c.Wrap(t, w)
	if len(lines) <= n {
		return lines
	}
	rest := reader.CleanLine(strings.Join(lines[n-1:], " "))
	return append(lines[:n-1:n-1], c.Cut(rest, w))
}

// Day writes a date as people say it: Today, Yesterday, 19 Apr 2024.
func Day(d, now time.Time) reader.Text {
	if d.IsZero() {
		return "no date"
	}
	y, m, n := now.Date()
	dy, dm, dn := d.Date()
	today, day := time.Date(y, m, n, 0, 0, 0, 0, time.UTC), time.Date(dy, dm, dn, 0, 0, 0, 0, time.UTC)
	switch today.Sub(day) {
	case 0:
		return "Today"
	case 24 * time.Hour:
		return "Yesterday"
	}
	return reader.CleanLine(d.Format("2 Jan 2006"))
}

// Between writes a stretch of time: "3 Jan 2022 – 19 Apr 2024", one date if it is a day.
func Between(first, last, now time.Time) reader.Text {
	from, to := Day(first, now), Day(last, now)
	if from == to {
		return from
	}
	return from + " – " + to
}

// Years writes a stretch of time in years: "2022–2024", one year if it is in one.
func Years(first, last time.Time) reader.Text {
	switch {
	case first.IsZero() || last.IsZero():
		return ""
	case first.Year() == last.Year():
		return reader.CleanLine(first.Format("2006"))
	}
	return reader.CleanLine(first.Format("2006") + "–" + last.Format("2006"))
}

// Number writes n with commas: 100,412.
func Number(n int) reader.Text {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return reader.CleanLine(s)
}

// Counted writes a number of things: "1 article", "2,113 articles".
func Counted(n int, one, many reader.Text) reader.Text {
	if n == 1 {
		return "1 " + one
	}
	return Number(n) + " " + many
}

// Roomy is the height of a screen from which blank lines stand between its rows.
const Roomy = 14

// Gap returns how many blank lines stand under the head and after each row of
// a screen of height h.
func Gap(h int) int {
	if h < Roomy {
		return 0
	}
	return 1
}

// Waiting draws a row that is not here yet.
func Waiting(look nav.Look, here bool) []string {
	return []string{Bar(look, here) + look.Styles.Faint.Render("┄")}
}

// Empty returns the lines that stand where there are no rows: what would be
// there, and the key that fills it.
func Empty(look nav.Look, w int, say ...reader.Text) []string {
	lines := []string{""}
	for _, t := range say {
		for _, l := range look.Cells.Wrap(t, max(1, w-2*indent)) {
			lines = append(lines, blank(indent)+look.Styles.Faint.Render(l))
		}
	}
	return lines
}

// Empty returns the lines that stand where the list has no rows: that they
// could not be read, nothing before an answer has come, else say.
func (l *List[T]) Empty(look nav.Look, w int, say ...reader.Text) []string {
	switch {
	case l.err != nil:
		return Empty(look, w, "The "+l.of+" could not be read.", "ctrl+l tries again.")
	case !l.here:
		return nil
	}
	return Empty(look, w, say...)
}
