package cli

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/store/query"
)

// openArchive opens the archive that the user means. Commands that only read
// pass ReadOnly and NoCreate: they work on read-only media too, and do not
// leave an empty archive behind where a name was mistyped.
func (p *program) openArchive(ctx context.Context, o store.Options) (*store.Archive, error) {
	path, err := p.archivePath()
	if err != nil {
		return nil, err
	}
	return p.openAt(ctx, path, o)
}

// openAt opens the archive in a file.
func (p *program) openAt(ctx context.Context, path string, o store.Options) (*store.Archive, error) {
	o.Analysis, o.Rest = digest.Version, p.hands.rest
	o.Older = func(copied string) {
		p.say(reader.CleanLine(path + ": of an older version; it is kept as " + copied + " and brought up"))
		_ = p.err.flush() // it may take a while
	}
	return store.Open(ctx, path, o)
}

// reading calls run with the archive opened for reading.
func (p *program) reading(ctx context.Context, run func(*store.Archive) error) error {
	a, err := p.openArchive(ctx, store.Options{ReadOnly: true, NoCreate: true})
	if errors.Is(err, store.ErrOlder) {
		if err = p.bringUp(ctx, err); err == nil {
			a, err = p.openArchive(ctx, store.Options{ReadOnly: true, NoCreate: true})
		}
	}
	if err != nil {
		return err
	}
	defer a.Close()
	return run(a)
}

// bringUp brings an archive of an older version up to this one, which opening
// it for writing does. older is what is said if it cannot be written to.
func (p *program) bringUp(ctx context.Context, older error) error {
	a, err := p.openArchive(ctx, store.Options{NoCreate: true})
	if errors.Is(err, store.ErrReadOnly) || errors.Is(err, store.ErrAccess) {
		return older
	}
	if err != nil {
		return err
	}
	return a.Close()
}

// hints say what to do about an archive that cannot be used.
var hints = []struct {
	err  error
	hint reader.Text
}{
	{store.ErrLink, "is the disk that it leads to connected?"},
	{store.ErrNotExist, "offprint add FOLDER makes one; offprint demo shows one"},
	{store.ErrNotArchive, "name another file with --archive"},
	{store.ErrNewer, "a newer offprint reads it; it was left as it is"},
	{store.ErrOlder, "it is brought up where it can be written to"},
	{store.ErrCorrupt, "offprint check says which part; it was left as it is"},
	{store.ErrReadOnly, "it can still be read: offprint list, search, show"},
	{store.ErrBusy, "try again when the other program is done"},
	{store.ErrNoLocks, "keep it on a disk of this machine; it can be read: offprint list, search, show"},
	{store.ErrFull, "make room and run the same command again: what was added is safe"},
	{store.ErrNoArticle, "offprint list shows the numbers of all articles"},
	{fs.ErrExist, "name a file that does not exist yet"},
	{store.ErrNoEntity, "offprint entities NAME looks for it"},
}

// archiveProblem finds words for an error of the archive.
func archiveProblem(err error) (*problem, bool) {
	e, ok := errors.AsType[*store.Error](err)
	if !ok {
		return nil, false
	}
	why := e.Err.Error()
	if errors.Is(e.Err, fs.ErrExist) {
		why = reason(fs.ErrExist)
	}
	out := &problem{msg: reader.CleanLine(e.Path) + ": " + reader.CleanLine(why), code: exitFailed, err: err}
	for _, h := range hints {
		if errors.Is(err, h.err) {
			out.hint = h.hint
			break
		}
	}
	return out, true
}

// parseQuery reads the query that the arguments make. An error shows the
// query with a mark under the place that cannot be read.
func parseQuery(args []string) (query.Query, error) {
	text := strings.Join(args, " ")
	q, err := query.Parse(text)
	if err == nil {
		return q, nil
	}
	e, ok := errors.AsType[*query.Error](err)
	if !ok {
		return q, err
	}
	start := max(0, min(e.Start, len(text)))
	end := max(start, min(e.End, len(text)))
	before, wrong, after := flat(text[:start]), flat(text[start:end]), flat(text[end:])
	mark := strings.Repeat(" ", ansi.StringWidth(before)) + strings.Repeat("^", max(1, ansi.StringWidth(wrong)))
	return q, &problem{
		msg:  "the query cannot be read: " + reader.CleanLine(e.Msg),
		hint: reader.Clean(before + wrong + after + "\n" + mark), code: exitUsage, err: err,
	}
}

// flat cleans a part of a line without trimming it.
func flat(s string) string {
	return strings.ReplaceAll(string(reader.Clean(s)), "\n", " ")
}

// completeQuery offers the fields of queries in shell completion.
func completeQuery(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var words []string
	for _, f := range query.Fields() {
		words = append(words, f+":")
	}
	for _, w := range query.IsWords {
		words = append(words, "is:"+w)
	}
	for _, w := range query.HasWords {
		words = append(words, "has:"+w)
	}
	return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// complete offers fixed values for a flag in shell completion.
func complete(c *cobra.Command, flag string, values []string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag was just made
	}
}
