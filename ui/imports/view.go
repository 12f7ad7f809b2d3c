package imports

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/rows"
)

const (
	rowLines = 3 // of a run or a file; the last is blank
	headRows = 2
)

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.list.SetHeight(max(0, h-headRows))
	return s.list.Want()
}

// Draw returns the screen in exactly its size.
func (s *Screen) Draw() string {
	st, c := s.look.Styles, s.look.Cells
	shown := reader.Text("what went wrong")
	if s.all {
		shown = "all files"
	}
	lines := []string{" " + st.Pane.Title.Render(c.Cut("IMPORTS", s.w-1)) + "  " + st.List.Count.Render(c.Cut(shown, s.w-10)), ""}
	if n, _ := s.list.Known(); n == 0 {
		lines = append(lines, s.empty()...)
		return c.Block(lines, s.w, s.h)
	}
	at, _ := s.list.Even()
	lines = append(lines, s.list.Lines(func(i int) []string { return s.drawRow(i, i == at) })...)
	return c.Block(lines, s.w, s.h)
}

func (s *Screen) drawRow(i int, here bool) []string {
	r, ok := s.list.At(i)
	switch {
	case !ok:
		return rows.Waiting(s.look, here)
	case r.file != nil:
		return s.drawFile(r.file, here)
	}
	return s.drawRun(r.run, here)
}

// drawRun draws when and what was added, and the counts.
func (s *Screen) drawRun(run *store.Import, here bool) []string {
	st, c := s.look.Styles, s.look.Cells
	made := run.Made.In(s.now().Location())
	when := rows.Day(made, s.now()) + " " + reader.CleanLine(made.Format("15:04"))
	first := when + "  " + joined(", ", run.Paths...)
	said := st.Text.Render(c.Cut(counts(run), s.w-4))
	if run.Failed > 0 || run.Stopped != "" {
		said = st.Title.Render(c.Cut(counts(run), s.w-4))
	}
	return []string{
		rows.Title(s.look, first, took(run.Took), st.Title, s.w, here),
		rows.Bar(s.look, here) + said, "",
	}
}

// drawFile draws one file and why it is named.
func (s *Screen) drawFile(f *store.ImportedFile, here bool) []string {
	st, c := s.look.Styles, s.look.Cells
	why := f.Reason
	if why == "" {
		why = "enter goes to what is in it"
	}
	return []string{
		rows.Title(s.look, "  "+s.tail(f.Path, s.w-10-c.Width(string(f.Status))), f.Status, st.Text, s.w, here),
		rows.Bar(s.look, here) + "  " + st.Meta.Render(c.Cut(why, s.w-6)), "",
	}
}

// tail leaves out the first folders of a path that is wider than w cells: its end says more.
func (s *Screen) tail(path reader.Text, w int) reader.Text {
	lead := reader.Text("")
	for s.look.Cells.Width(string(lead+path)) > w {
		i := strings.IndexAny(string(path[min(1, len(path)):]), `/\`)
		if i < 0 {
			break
		}
		path, lead = path.Slice(reader.Span{Start: i + 1, End: len(path)}), "…"
	}
	return lead + path
}

// counts says in one line what became of the files of a run. What is none is left out.
func counts(run *store.Import) reader.Text {
	var parts []reader.Text
	add := func(n int, what reader.Text) {
		if n > 0 {
			parts = append(parts, rows.Number(n)+" "+what)
		}
	}
	add(run.Failed, "failed")
	add(run.Added, "added")
	add(run.Updated, "updated")
	add(run.Stubs, "stub")
	add(run.Unchanged, "unchanged")
	skipped := reader.Text("skipped")
	if run.Reasons != "" {
		skipped += " (" + run.Reasons + ")"
	}
	add(run.Skipped, skipped)
	if len(parts) == 0 {
		parts = append(parts, "no files")
	}
	if run.Stopped != "" {
		parts = append(parts, "ended early: "+run.Stopped)
	}
	return joined(" · ", parts...)
}

func joined(between string, parts ...reader.Text) reader.Text {
	list := make([]string, len(parts))
	for i, p := range parts {
		list[i] = string(p)
	}
	return reader.CleanLine(strings.Join(list, between))
}

// took writes how long a run took, if that was long enough to be noticed.
func took(d time.Duration) reader.Text {
	switch {
	case d < time.Second:
		return ""
	case d < time.Minute:
		return rows.Number(int(d.Seconds())) + " s"
	}
	return rows.Number(int(d.Minutes())) + " min"
}

// empty says what would be here, and how it comes.
func (s *Screen) empty() []string {
	return s.list.Empty(s.look, s.w, "Here stands what was added to the archive, and what could not be read, with the reasons.",
		"offprint add FOLDER adds articles.")
}
