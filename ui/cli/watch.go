package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
	"offprint/store/intake"
	"offprint/store/intake/watch"
)

// watchCommand is `offprint watch`.
func (p *program) watchCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "watch path...",
		Short: "Add what appears in folders, until stopped",
		Long: `Add files and folders as "offprint add" does, and then what appears or changes
in them, in new folders too, until the command is stopped with Ctrl-C. A file
is added when nobody has written to it for a second. Each time the account is
printed on a line, at the end that of all; the exit code is 1 if a file or a document in one failed.

A reader that is open on the archive shows what is added. Files that vanish
stay in the archive. Where the system does not tell of changes, as on network
drives, folders are looked at once a minute.`,
		Example: "offprint watch ~/Downloads/articles",
		GroupID: groupArchive,
		Args:    atLeastOne("what to watch"),
		RunE:    p.do(p.watch),
	}
}

// watch runs the command.
func (p *program) watch(ctx context.Context, paths []string) error {
	for _, path := range paths {
		if path == "-" || intake.IsAddress(path) {
			return &problem{msg: reader.CleanLine(path) + " is neither a file nor a folder", hint: "offprint add takes it", code: exitUsage}
		}
	}
	giveWay()
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	a, err := p.openArchive(ctx, store.Options{MakeFolder: true})
	if err != nil {
		return err
	}
	defer a.Close()
	w, err := watch.New(paths, watch.Options{Leave: p.own()}) // before the first import: nothing falls between
	if err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok {
			return fileProblem(e.Path, err, "")
		}
		return err
	}
	defer w.Close()
	var total intake.Account
	if err = p.watched(ctx, a, paths, &total); err == nil {
		p.sayWatching(w)
		p.adding.met = true
		err = w.Run(ctx, func(files []string) error { return p.watched(ctx, a, files, &total) })
	}
	p.out.raw("in all: " + total.String() + "\n")
	switch {
	case !stopped(err):
		return err
	case len(total.Failed)+total.Lost > 0:
		return errReported
	}
	return nil
}

// watched adds some files and prints the account if there is anything to tell.
func (p *program) watched(ctx context.Context, a *store.Archive, paths []string, total *intake.Account) error {
	account, err := p.add(ctx, a, paths)
	total.Include(account)
	if p.telling(&account) {
		p.out.raw(time.Now().Format("15:04:05") + "  " + account.String() + "\n")
	}
	if flushed := p.out.flush(); err == nil && flushed != nil {
		return writeError(flushed)
	}
	return err
}

// sayWatching says that the command is at work.
func (p *program) sayWatching(w *watch.Watcher) {
	all, unheard := w.Folders()
	p.say(reader.CleanLine("watching " + count(all, "folder") + "; Ctrl-C ends it"))
	if unheard > 0 {
		p.say(reader.CleanLine(fmt.Sprintf("the system does not tell of changes in %s, which are looked at once a minute", grouped(unheard))))
	}
	_ = p.err.flush()
}
