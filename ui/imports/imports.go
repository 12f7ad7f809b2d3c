// Package imports is the screen of the account: the last imports, the newest
// first, each with its counts and below it the files that failed or were left
// out without an obvious reason, with the reasons. Tab shows the files that
// brought something, too; enter goes to what came of a file.
//
// Begin with [Screen]; view.go draws it.
package imports

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// Archive is what the screen needs of the archive.
type Archive interface {
	Imports(ctx context.Context) ([]store.Import, error)
	FileArticles(ctx context.Context, origin string) ([]store.Row, error)
}

// row is a run of an import, or one of its files.
type row struct {
	run  *store.Import
	file *store.ImportedFile // nil for the run itself
	key  int64
}

// Screen is the list of imports.
type Screen struct {
	archive Archive
	look    nav.Look
	now     func() time.Time

	list    *rows.List[row]
	all     bool // files that went well, too
	begin   int  // the row to begin at
	seeking rows.Errand
	w, h    int
}

// New returns the imports as open asks for them. now tells today, for "Today".
func New(archive Archive, look nav.Look, open nav.OpenImports, now func() time.Time) *Screen {
	return &Screen{
		archive: archive, look: look, now: now, all: open.All, begin: open.At,
		list: rows.NewList("imports", rowLines, func(r row) int64 { return r.key }),
	}
}

// Init fetches the runs.
func (s *Screen) Init() tea.Cmd { return s.load(s.begin) }

// load fetches what is to be shown, from row at on.
func (s *Screen) load(at int) tea.Cmd {
	archive, all := s.archive, s.all
	return s.list.Load(func(ctx context.Context, offset, n int) ([]row, error) {
		runs, err := archive.Imports(ctx)
		if err != nil {
			return nil, err
		}
		list := flat(runs, all)
		offset = min(offset, len(list))
		return list[offset:min(offset+n, len(list))], nil
	}, at)
}

// filesInRun is more than the archive keeps of one run.
const filesInRun = 1 << 16

// flat lists the runs with their files.
func flat(runs []store.Import, all bool) []row {
	var list []row
	for i := range runs {
		run := &runs[i]
		key := int64(run.ID) * filesInRun
		list = append(list, row{run: run, key: key})
		for j := range run.Files {
			if f := &run.Files[j]; all || f.Wrong() {
				list = append(list, row{run: run, file: f, key: key + int64(j) + 1})
			}
		}
	}
	return list
}

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	cmd, _ := s.list.Told(msg, &s.look, &s.seeking)
	return cmd
}

// Act does what a key asks for; false if it means nothing here.
func (s *Screen) Act(press keys.Press) (tea.Cmd, bool) {
	if cmd, ok := s.list.Act(press); ok {
		return cmd, true
	}
	switch press.Action {
	case keys.RowOpen:
		return s.open(), true
	case keys.RowNext, keys.RowPrevious:
		s.all = !s.all
		return s.load(0), true
	case keys.RowCopy:
		if r, ok := s.list.Current(); ok && r.file != nil {
			return nav.Send(nav.Copy{Text: r.file.Path, What: "path"}), true
		}
		return nil, true
	}
	return nil, false
}

// open goes to what came of the file under the cursor.
func (s *Screen) open() tea.Cmd {
	r, ok := s.list.Current()
	if !ok || r.file == nil {
		return nil
	}
	archive, file := s.archive, *r.file
	return s.seeking.Begin(func(ctx context.Context) tea.Msg { return seek(ctx, archive, file) })
}

// seek returns the request that shows the articles of a file.
func seek(ctx context.Context, archive Archive, file store.ImportedFile) tea.Msg {
	var found []store.Row
	if file.Origin != "" {
		var err error
		if found, err = archive.FileArticles(ctx, file.Origin); err != nil {
			return nav.Fail{Doing: "looking for the articles of the file", Err: err}
		}
	}
	switch len(found) {
	case 0:
		return nav.Say{Text: "No article came of this file"}
	case 1:
		return nav.OpenArticle{ID: found[0].ID}
	}
	choice := nav.Choose{Title: reader.Text("Articles of ") + file.Path, Answer: func(i int) tea.Msg {
		return nav.OpenArticle{ID: found[i].ID}
	}}
	for _, a := range found {
		choice.Options = append(choice.Options, nav.Option{Label: a.Title, Detail: a.Outlet})
	}
	return choice
}

// Typing reports that keys are never text here.
func (s *Screen) Typing() bool { return false }

// Type takes nothing.
func (s *Screen) Type(tea.Msg) tea.Cmd { return nil }

// Cursor reports that there is no text cursor.
func (s *Screen) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Place returns the request that opens the screen again as it is.
func (s *Screen) Place() tea.Msg {
	at, _ := s.list.Even()
	return nav.OpenImports{At: at, All: s.all}
}

// Scopes names where keys are looked up, the inner first.
func (s *Screen) Scopes() []keys.Scope { return []keys.Scope{keys.Rows, keys.Motion, keys.Global} }

// Hints lists the actions that the footer names, the most useful first.
func (s *Screen) Hints() []keys.Action {
	return []keys.Action{keys.RowOpen, keys.Back, keys.RowNext, keys.RowCopy, keys.Search, keys.Palette, keys.Help}
}

// Hint says what tab shows.
func (s *Screen) Hint(a keys.Action) reader.Text {
	switch {
	case a != keys.RowNext:
		return ""
	case s.all:
		return "what went wrong"
	}
	return "all files"
}

// Status says nothing: the heading says which files are shown.
func (s *Screen) Status() reader.Text { return "" }

// Click puts the cursor on what is at a cell, and reports whether it was there before.
func (s *Screen) Click(_, y int) (again bool) { return s.list.Click(y, s.h) }
