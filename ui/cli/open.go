package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/store/intake"
	"offprint/store/query"
	"offprint/store/zim"
	"offprint/ui"
	"offprint/ui/config"
	"offprint/ui/desk"
	"offprint/ui/keys"
	"offprint/ui/theme"
)

// openPaths adds what the arguments name, if there are any, and opens the
// reader. What failed is said before the screen is taken, in the reader's
// notice, and once more when it is left; the rest is read.
func (p *program) openPaths(ctx context.Context, paths []string) error {
	if err := p.needTerminal(); err != nil {
		return err
	}
	a, notice, err := p.openForReading(ctx, len(paths) > 0)
	if err != nil {
		return err
	}
	defer a.Close()
	failed := reader.Text("")
	if len(paths) > 0 {
		account, err := p.add(ctx, a, paths)
		if err != nil || account.Added+account.Updated+account.Unchanged+account.Stubs == 0 {
			p.out.raw(account.String() + "\n")
			if err == nil {
				err = nothingToRead(&account)
			}
			return afterAdding(err)
		}
		failed = notAdded(&account)
		if notice, err = p.noticeOf(&account); err != nil {
			return err
		}
	}
	if err := p.open(ctx, a, notice, true); err != nil || failed == "" {
		return err
	}
	p.say(failed + "; the reader's screen of imports says which")
	return errReported
}

// notAdded counts the files that could not be added, and the documents in
// others; empty if there were none.
func notAdded(account *intake.Account) reader.Text {
	var what []string
	if n := len(account.Failed); n > 0 {
		what = append(what, count(n, "file"))
	}
	if account.Lost > 0 {
		what = append(what, count(account.Lost, "document")+" in files")
	}
	if len(what) == 0 {
		return ""
	}
	return reader.CleanLine(strings.Join(what, " and ") + " could not be added")
}

// nothingToRead ends what was to be read with an import that found nothing. What
// failed has been told by then.
func nothingToRead(account *intake.Account) error {
	if len(account.Failed) > 0 {
		return errReported
	}
	return &problem{
		msg: "there is nothing in it that could be read", code: exitFailed,
		hint: "offprint add --help tells which files are articles; offprint demo shows the program",
	}
}

// noticeOf is what the reader says of the import before it: the account, and
// where to look if anything failed.
func (p *program) noticeOf(account *intake.Account) (reader.Text, error) {
	notice := reader.CleanLine(account.String())
	failed := notAdded(account)
	if failed == "" {
		return notice, nil
	}
	c, err := p.settings()
	if err != nil {
		return "", err
	}
	bindings, err := keys.New(keys.Overrides(c.Keys))
	if err != nil {
		return "", err
	}
	notice = failed
	if key := bindings.First(keys.GoImports); key != "" {
		notice += " · " + reader.CleanLine(key) + " says which and why"
	}
	return notice, nil
}

// needTerminal refuses to open the reader where nobody would see it.
func (p *program) needTerminal() error {
	if p.out.terminal() {
		return nil
	}
	return &problem{
		msg: "the reader needs a terminal", hint: "offprint list, search, show and quotes print to files and pipes", code: exitUsage,
	}
}

// openForReading opens the archive for the reader. One that cannot be written
// to is still read, unless something is to be added; the notice says so.
func (p *program) openForReading(ctx context.Context, adding bool) (*store.Archive, reader.Text, error) {
	a, err := p.openArchive(ctx, store.Options{MakeFolder: true})
	if err == nil || adding || !errors.Is(err, store.ErrReadOnly) {
		return a, "", err
	}
	a, err = p.openArchive(ctx, store.Options{ReadOnly: true, NoCreate: true})
	return a, "This archive cannot be written to: nothing you mark is kept", err
}

// open runs the reader on an archive until the user leaves it; with resume it
// begins as it was left the last time.
func (p *program) open(ctx context.Context, a *store.Archive, notice reader.Text, resume bool) error {
	c, err := p.settings()
	if err != nil {
		return err
	}
	o, err := p.readerOptions(c)
	if err != nil {
		return err
	}
	o.Archive, o.Notice = a, notice
	if resume {
		if err := resumeList(ctx, a, c, &o.Desk); err != nil {
			return err
		}
	}
	o.Export = func(ctx context.Context, ids []store.ID) (reader.Text, error) { return exportHere(ctx, a, ids) }
	o.ShowAs = func(ctx context.Context, id store.ID, asIs bool) error { return p.showAs(ctx, a, id, asIs) }
	known, err := p.encyclopedia()
	if err != nil && notice == "" { // the archive is read without
		o.Notice = "No encyclopedia: " + reader.CleanLine(err.Error())
	}
	if known != nil {
		defer known.Close()
		o.Reference = func(ctx context.Context, e *store.EntityPage) (*zim.Article, error) {
			return articleAbout(ctx, known, e)
		}
	}
	stop := upkeep(ctx, a)
	defer stop()
	if err := p.out.flush(); err != nil {
		return writeError(err)
	}
	return ui.Run(ctx, o)
}

// readerOptions makes of the settings what the reader needs to know.
func (p *program) readerOptions(c config.Config) (ui.Options, error) {
	bindings, err := keys.New(keys.Overrides(c.Keys))
	if err != nil {
		return ui.Options{}, err
	}
	name, _ := theme.Parse(c.Theme)
	style, err := textStyle(c)
	if err != nil {
		return ui.Options{}, err
	}
	o := ui.Options{
		Keys: bindings, Theme: name, TextStyle: style, Mouse: c.Mouse, Accessible: c.Accessible, Browse: browse, Environ: p.env.list(),
		Analyse: digest.Article, Touched: p.hands.touch,
		Desk: desk.Options{
			View:    store.View{Query: query.Query{}, Group: groups[c.Group], Sort: sorts[c.Sort], Fold: c.Fold},
			Measure: c.Measure, Linear: c.Accessible, Titles: slices.Index(config.TitleLines, c.Titles),
		},
	}
	if p.out.to != io.Writer(os.Stdout) { // a test; else the reader finds the terminal itself, also behind a pipe
		o.Input, o.Output = p.stdin, p.out.to
	}
	if c.Color != "auto" {
		profile := p.profile(c)
		o.Profile = &profile
	}
	for name, pane := range map[string]desk.Pane{"list": desk.PaneList, "quotes": desk.PaneQuotes, "entities": desk.PaneEntities} {
		if !slices.Contains(c.Panes, name) {
			o.Desk.Hidden = append(o.Desk.Hidden, pane)
		}
	}
	return o, nil
}

// resumeList has the list begin as it was left, but for what the settings say
// themselves, and has kept how it is left this time.
func resumeList(ctx context.Context, a *store.Archive, c config.Config, o *desk.Options) error {
	left, err := a.Left(ctx)
	if err != nil {
		return err
	}
	if c.Sort == config.Last {
		o.View.Sort = left.Sort
	}
	if c.Group == config.Last {
		o.View.Group = left.Group
	}
	o.At = left.Article
	o.Left = func(ctx context.Context, now store.Left) error {
		if now == left {
			return nil
		}
		return a.SetLeft(ctx, now)
	}
	return nil
}

// groups are the groupings of the list by the names that settings have for them.
var groups = map[string]store.Grouping{
	config.Last: store.GroupDate, "date": store.GroupDate, "day": store.GroupDay, "month": store.GroupMonth, "year": store.GroupYear,
	"outlet": store.GroupOutlet, "tag": store.GroupTag, "none": store.GroupNone,
}

// exportFolder is where the reader's export goes, below the working folder.
const exportFolder = "offprint-export"

// exportHere writes articles as Markdown below the working folder and says where.
func exportHere(ctx context.Context, a *store.Archive, ids []store.ID) (reader.Text, error) {
	folder, err := openFolder(exportFolder)
	if err != nil {
		return "", err
	}
	defer folder.Close()
	put := func(name string, content []byte) error { return writeWhole(folder, name, content) }
	for _, id := range ids {
		if err := exportOne(ctx, a, id, "markdown", true, put); err != nil {
			return "", err
		}
	}
	where := exportFolder
	if dir, err := os.Getwd(); err == nil {
		where = filepath.Join(dir, exportFolder)
	}
	return reader.CleanLine(count(len(ids), "article") + " written to " + where), nil
}

// profile returns the colours that may be used on standard output.
func (p *program) profile(c config.Config) colorprofile.Profile {
	switch c.Color {
	case "never":
		return colorprofile.ASCII
	case "16":
		return colorprofile.ANSI
	case "256":
		return colorprofile.ANSI256
	case "true":
		return colorprofile.TrueColor
	}
	return colorprofile.Detect(p.out.to, p.env.list())
}
