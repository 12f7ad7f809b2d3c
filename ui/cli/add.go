package cli

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/reader/parse"
	"offprint/store"
	"offprint/store/intake"
)

// addHelp says what add does.
const addHelp = `Add files, and folders with all below them, to the archive: plain text,
Markdown, HTML pages, PDF, what holds those (MHTML, WARC, EPUB, mail, feeds,
zip) and the lists that services and browsers export. What a file is shows its
content. What is there already and has not changed is not read again, unless
--again is given: after an update this program may find more in a file. Where
its text becomes another one the older is kept as a version. "-" is standard
input. Your files are only ever read.

The account at the end names every file, and where files hold several articles
what came of them; what was left out of a file is said. --report writes it with
each file and what came of it. Files, and documents within files, that could
not be read are named with the reason; the exit code is 1 if there were any.
Stopped, the same command goes on where it was. What takes more than 10 seconds
or 512 MiB to read is left out: a file, or a document within one. Zip and tar
files, web archives, mailboxes, exports (tables, JSON, Evernote) and pages with
pictures in them may have up to 16 GiB, other files 64 MiB. The originals of
files of up to 64 MiB are kept in the archive, as a whole where they hold
several articles; of a larger one the documents that gave articles. Links inside
folders, hidden files, pipes and devices are not read.

An address that begins with http:// or https:// is fetched once: that page and
nothing else, 10 MiB at most, within 30 seconds, without cookies or
credentials, and not from a private network unless --private is given. Nothing
but what is typed here is fetched.`

// addCommand is `offprint add`.
func (p *program) addCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "add path|address...",
		Short:   "Add files, folders and web pages to the archive",
		Long:    addHelp,
		GroupID: groupArchive,
		Args:    atLeastOne("what to add"),
		RunE: p.do(func(ctx context.Context, paths []string) error {
			giveWay()
			a, end, err := p.addingTo(ctx)
			if err != nil {
				return err
			}
			defer end()
			return p.sayAdded(p.add(ctx, a, paths))
		}),
	}
	p.privateFlag(c)
	c.Flags().StringVar(&p.adding.report, "report", "", "write the account with every file to this file, as JSON")
	c.Flags().BoolVar(&p.adding.again, "again", false, "read files anew that were added before and have not changed")
	c.Flags().BoolVar(&p.adding.dry, "dry-run", false, "read everything and say what would be added, but add nothing")
	return c
}

// addingTo opens what is added to, and returns what closes it.
func (p *program) addingTo(ctx context.Context) (*store.Archive, func(), error) {
	if p.adding.dry {
		return p.dryArchive(ctx)
	}
	a, err := p.openArchive(ctx, store.Options{MakeFolder: true})
	return a, func() { a.Close() }, err
}

// sayAdded prints the account of an import and returns what the command comes to.
func (p *program) sayAdded(account intake.Account, err error) error {
	if err != nil && account.Seen == 0 {
		return err // nothing was begun
	}
	for _, folder := range account.Empty {
		p.say(folder + ": there is no file in this folder")
	}
	_ = p.err.flush()
	if p.adding.dry {
		p.out.raw("would be: ")
	}
	p.out.raw(account.String() + "\n")
	if p.adding.made != "" {
		p.out.line(p.adding.made)
	}
	if err == nil && len(account.Failed)+account.Lost > 0 {
		return errReported
	}
	return afterAdding(err)
}

// afterAdding finds words for the end of an import.
func afterAdding(err error) error {
	if stopped(err) {
		return &problem{msg: "stopped", hint: "run the same command again to go on", code: exitFailed, err: err}
	}
	return err
}

// stopped reports whether an error says that the user ended the work.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }

// judge tells the import what an error of analyse says of a file.
func judge(err error) intake.Reason {
	switch {
	case errors.Is(err, parse.ErrOther):
		return intake.OtherKind
	case errors.Is(err, parse.ErrEmpty), errors.Is(err, parse.ErrBinary):
		return intake.NoText
	}
	return ""
}

// add brings files into the archive and its index up to date; the archive
// remembers the account. What failed is named on standard error. A signal ends
// it in good order: what was read until then is kept.
func (p *program) add(ctx context.Context, a *store.Archive, paths []string) (intake.Account, error) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	write := func([]byte) error { return nil }
	if p.adding.report != "" {
		folder, err := reportFolder(p.adding.report)
		if err != nil {
			return intake.Account{}, err
		}
		defer folder.Close()
		write = func(content []byte) error { return writeWhole(folder, filepath.Base(p.adding.report), content) }
	}
	archive, err := p.archivePath()
	if err != nil {
		return intake.Account{}, err
	}
	t := newTally(archive, p.adding.report != "")
	account, err := p.take(ctx, a, paths, t)
	p.adding.made = t.inside.made(&account)
	ctx = context.WithoutCancel(ctx) // what follows is the account of what was done
	if p.telling(&account) {
		if e := a.KeepImport(ctx, t.run(paths, &account, err)); err == nil {
			err = e
		}
	}
	if t.whole {
		content, e := t.report(ctx, a, paths, p.adding.dry, &account, err)
		if e == nil {
			e = write(content)
		}
		if err == nil {
			err = e
		}
	}
	return account, err
}

// take reads the files and brings the index up to date.
func (p *program) take(ctx context.Context, a *store.Archive, paths []string, t *tally) (intake.Account, error) {
	show := newProgress(&p.err)
	get, end := p.fetcher()
	defer end()
	run := intake.Run
	if p.adding.met {
		run = intake.RunMet
	}
	if slices.ContainsFunc(paths, intake.IsAddress) {
		show.say("fetching") // which may take a while before there is anything to count
	}
	account, err := run(ctx, a, paths, intake.Options{
		Fetch: get, Own: p.own(), Analyse: t.inside.watch(p.children.Each), Workers: p.readers(), Judge: judge, Stdin: p.stdin, Progress: show.update, Each: t.note,
		Originals: !p.adding.dry, Again: p.adding.again,
	})
	show.clear()
	for _, f := range account.Failed {
		p.say(f.Path + ": " + f.Reason)
	}
	for _, f := range account.Odd {
		p.say(f.Path + ": skipped: " + f.Reason)
	}
	for _, f := range t.inside.lost {
		p.say(f.Path + ": " + f.Reason)
	}
	_ = p.err.flush() // the account comes after them
	if err != nil || p.adding.dry || account.Added+account.Updated+account.Stubs == 0 {
		return account, err
	}
	p.keepAsSaved(ctx, a, t.asSaved)
	show.say("putting it into the index")
	err = a.Index(ctx)
	show.clear()
	return account, err
}

// progress is the line that shows how far an import has come. It is shown on
// terminals only.
type progress struct {
	to    *output
	shown bool
	began time.Time
	last  time.Time
}

func newProgress(to *output) *progress {
	return &progress{to: to, shown: to.terminal(), began: time.Now()}
}

// progressEvery is the time between two changes of the line.
const progressEvery = 100 * time.Millisecond

// update shows how far the import is, unless that was shown just now.
func (p *progress) update(now intake.Progress) {
	if !p.shown || time.Since(p.last) < progressEvery {
		return
	}
	p.last = time.Now()
	p.say(progressText(now, time.Since(p.began)))
}

// say puts text in the place of the line.
func (p *progress) say(text reader.Text) {
	if p.shown {
		p.to.raw("\r" + p.to.cut(string(text)) + "\x1b[K")
		_ = p.to.flush()
	}
}

// clear takes the line away.
func (p *progress) clear() {
	if p.shown {
		p.to.raw("\r\x1b[K")
		_ = p.to.flush()
	}
}

// progressText says count, rate and time left.
func progressText(now intake.Progress, spent time.Duration) reader.Text {
	rate := float64(now.Done) / max(spent.Seconds(), 0.001)
	of := ""
	if now.Walked {
		of = " of " + grouped(now.Seen)
	}
	text := fmt.Sprintf("%s%s files, %s a second", grouped(now.Done), of, grouped(int(rate)))
	if left := float64(now.Seen-now.Done) / max(rate, 0.001); now.Walked && now.Done > 0 && spent > time.Second {
		text += ", " + timeLeft(time.Duration(left*float64(time.Second))) + " left"
	}
	if now.Inside > 0 {
		text += fmt.Sprintf(", %s articles of a large one", grouped(now.Inside))
	}
	if now.Failed > 0 {
		text += fmt.Sprintf(", %s failed", grouped(now.Failed))
	}
	return reader.CleanLine(text)
}

// timeLeft is a length of time, as roughly as it is known.
func timeLeft(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds())+1)
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes())+1)
	}
	return fmt.Sprintf("%d h", int(d.Hours())+1)
}
