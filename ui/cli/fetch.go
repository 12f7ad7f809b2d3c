package cli

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"offprint/reader"
	"offprint/store"
	"offprint/store/fetch"
	"offprint/store/fetch/stubs"
	"offprint/store/intake"
	"offprint/store/query"
)

// fetching is what the flags of `offprint fetch` say.
type fetching struct {
	stubs, dry, retry, anyway bool
	limit                     int
}

// wrong says what is wrong with the flags and arguments; nil if nothing is.
func (o *fetching) wrong(args []string) error {
	switch {
	case o.limit < 0:
		return errLimit
	case !o.stubs && len(args) == 0:
		return &problem{msg: "nothing says what to fetch", hint: "offprint fetch --stubs fetches all texts that are missing", code: exitUsage}
	}
	return nil
}

// fetchCommand is `offprint fetch`.
func (p *program) fetchCommand() *cobra.Command {
	var o fetching
	c := &cobra.Command{
		Use:   "fetch --stubs [query...] | number... | address...",
		Short: "Fill stubs with their texts from the web",
		Long: `Fetch the texts of stubs, the articles of which only the address was saved: all
of them with --stubs, or those that a query finds, or single ones by number or
address. A page that is gone, or that shows nothing to programs, is looked for
in the Wayback Machine of the Internet Archive: the copy that was made nearest
to the day on which the address was saved. Tags, highlights and stars of the
stub stay with its text.

Several hosts are asked at once, each once a second at most. With --stubs, what
a host says to programs in its robots.txt is kept to: pages that it asks to
leave alone are looked for in the Wayback Machine only. What was fetched
is kept at once: stop the command when you like, and run it again to go on. A
stub whose text could not be had is left alone for a day.

This is the only command besides "offprint add ADDRESS" that uses a network.
The addresses of pages that are gone are told to the Internet Archive.`,
		Example: `# what would be fetched?
offprint fetch --stubs --dry-run tag:climate

# the first hundred
offprint fetch --stubs --limit 100`,
		GroupID:           groupArchive,
		ValidArgsFunction: completeQuery,
		RunE: p.do(func(ctx context.Context, args []string) error {
			if wrong := o.wrong(args); wrong != nil {
				return wrong
			}
			return p.fetch(ctx, args, o)
		}),
	}
	o.flags(c.Flags())
	p.privateFlag(c)
	return c
}

// flags are those of the command.
func (o *fetching) flags(f *pflag.FlagSet) {
	f.BoolVar(&o.stubs, "stubs", false, "all stubs, or those that the query finds")
	f.IntVar(&o.limit, "limit", 0, "how many to try at most; 0 is all")
	f.BoolVar(&o.dry, "dry-run", false, "list what would be fetched, and use no network")
	f.BoolVar(&o.anyway, "ignore-robots", false, "fetch what hosts ask programs to leave alone (robots.txt), too")
	f.BoolVar(&o.retry, "retry", false, "try those again that were tried within a day")
}

// fetch runs the command with the archive opened.
func (p *program) fetch(ctx context.Context, args []string, o fetching) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	var q query.Query
	if o.stubs {
		var err error
		if q, err = parseQuery(args); err != nil {
			return err
		}
	}
	a, err := p.openArchive(ctx, store.Options{NoCreate: true})
	if err != nil {
		return err
	}
	defer a.Close()
	if !o.stubs {
		return p.fetchEach(ctx, a, args)
	}
	how := stubs.Options{Limit: o.limit, Retry: o.retry}
	if how.Only, err = matching(ctx, a, q); err != nil {
		return err
	}
	if o.dry {
		return p.listStubs(ctx, a, how)
	}
	p.online.Robots = !o.anyway
	return p.fill(ctx, a, how, stubs.Run)
}

// matching returns the articles that a query finds; nil for all.
func matching(ctx context.Context, a *store.Archive, q query.Query) (map[store.ID]bool, error) {
	if q.All() {
		return nil, nil
	}
	if q.Words() { // what an import left behind is asked, too
		if err := a.Index(ctx); err != nil {
			return nil, err
		}
	}
	list, err := a.List(ctx, store.View{Query: q, Group: store.GroupNone})
	if err != nil {
		return nil, err
	}
	ids := make(map[store.ID]bool)
	for offset := 0; offset < list.Len(); offset += pageRows {
		rows, err := list.Rows(ctx, 0, offset, pageRows)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			ids[r.ID] = true
		}
	}
	return ids, nil
}

// listStubs prints what would be fetched.
func (p *program) listStubs(ctx context.Context, a *store.Archive, how stubs.Options) error {
	list, resting, err := stubs.Pending(ctx, a, how)
	if err != nil {
		return err
	}
	for _, s := range list {
		p.out.raw(fmt.Sprintf("%7d  ", s.ID))
		p.out.line(s.Address)
	}
	p.sayResting(resting)
	p.say(reader.CleanLine(count(len(list), "stub") + " would be fetched"))
	return nil
}

func (p *program) sayResting(n int) {
	if n > 0 {
		p.say(reader.CleanLine(count(n, "stub") + " tried within a day left alone; --retry tries them again"))
	}
}

// fetchEach fetches articles that were named one by one.
func (p *program) fetchEach(ctx context.Context, a *store.Archive, args []string) error {
	list := make([]store.Stub, len(args))
	for i, arg := range args {
		if intake.IsAddress(arg) {
			list[i].Address = reader.CleanLine(arg)
			continue
		}
		id, err := strconv.ParseInt(arg, 10, 64)
		if err != nil {
			return &problem{
				msg: reader.CleanLine(arg) + " is neither the number of an article nor an address", code: exitUsage,
				hint: "--stubs takes a query",
			}
		}
		art, err := a.Article(ctx, store.ID(id))
		switch {
		case err != nil:
			return noArticle(store.ID(id), err)
		case !art.Row.Stub:
			return &problem{
				msg: reader.CleanLine(fmt.Sprintf("article %d has its text", id)), code: exitFailed,
				hint: "offprint add ADDRESS fetches it anew and keeps the old text as a version",
			}
		case art.Digest.Article.Address == "": // one of the user's own machine, for instance
			return &problem{
				msg: reader.CleanLine(fmt.Sprintf("article %d has no address of the web: %s", id, art.Row.Title)), code: exitFailed,
			}
		}
		list[i] = store.Stub{ID: art.Row.ID, Address: art.Digest.Article.Address}
	}
	return p.fill(ctx, a, stubs.Options{}, func(ctx context.Context, a stubs.Archive, web stubs.Web, o stubs.Options) (stubs.Account, error) {
		return stubs.Fill(ctx, a, web, list, o)
	})
}

// filling is how stubs are filled: stubs.Run, or stubs.Fill with its list.
type filling func(context.Context, stubs.Archive, stubs.Web, stubs.Options) (stubs.Account, error)

// patience is how long a host that asks to wait is waited for.
const patience = 30 * time.Second

// fill fills stubs, says what failed and prints the account.
func (p *program) fill(ctx context.Context, a *store.Archive, how stubs.Options, run filling) error {
	online := p.online
	online.Patience = patience
	client := fetch.New(online)
	defer client.Close()
	show := newProgress(&p.err)
	how.Analyse = func(ctx context.Context, page fetch.Page) ([]reader.Digest, error) {
		return p.analyse(ctx, pageSource(&page))
	}
	how.Progress = func(now stubs.Progress) { show.say(fillText(now, time.Since(show.began))) } // a few a second at most
	show.say("fetching")
	account, err := run(ctx, a, client, how)
	show.clear()
	if done := fetched(&account, time.Since(show.began), err); done.Seen > 0 {
		err = errors.Join(err, a.KeepImport(context.WithoutCancel(ctx), done))
	}
	for _, f := range account.Failed {
		p.say(f.Address + ": " + f.Reason)
	}
	p.sayResting(account.Resting)
	_ = p.err.flush() // the account comes after them
	p.out.raw(string(reader.CleanLine(account.String())) + "\n")
	if account.Filled() > 0 {
		show.say("putting it into the index")
		err = errors.Join(err, a.Index(context.WithoutCancel(ctx)))
		show.clear()
	}
	switch {
	case errors.Is(err, context.Canceled):
		return &problem{msg: "stopped", hint: "run the same command again to go on", code: exitFailed, err: err}
	case errors.Is(err, stubs.ErrOffline):
		return &problem{msg: reader.CleanLine(stubs.ErrOffline.Error()), hint: "run the same command again when there is one", code: exitFailed, err: err}
	case err != nil:
		return err
	case len(account.Failed) > 0:
		return errReported
	}
	return nil
}

// fetched is what the archive remembers of a run, beside those of imports.
func fetched(a *stubs.Account, took time.Duration, err error) store.Import {
	run := store.Import{
		Took: took, Paths: []reader.Text{"texts of stubs"}, Seen: a.Filled() + len(a.Failed),
		Updated: a.Filled(), Failed: len(a.Failed), Articles: a.Filled(),
	}
	for _, f := range a.Failed {
		run.Files = append(run.Files, store.ImportedFile{Path: f.Address, Status: reader.CleanLine(string(intake.Failed)), Reason: f.Reason})
	}
	for _, t := range a.Texts {
		run.Files = append(run.Files, store.ImportedFile{Path: t.Address, Origin: t.Origin, Status: reader.CleanLine(string(intake.Updated))})
	}
	switch {
	case errors.Is(err, stubs.ErrOffline):
		run.Stopped = "there is no network"
	case err != nil:
		run.Stopped = stoppedBy(err)
	}
	return run
}

// fillText says how far a run is.
func fillText(now stubs.Progress, spent time.Duration) reader.Text {
	text := fmt.Sprintf("%s of %s stubs, %s filled", grouped(now.Done), grouped(now.Total), grouped(now.Filled))
	if now.Failed > 0 {
		text += fmt.Sprintf(", %s failed", grouped(now.Failed))
	}
	if now.Done > 0 && spent > time.Second {
		left := spent / time.Duration(now.Done) * time.Duration(now.Total-now.Done)
		text += ", " + timeLeft(left) + " left"
	}
	return reader.CleanLine(text)
}
