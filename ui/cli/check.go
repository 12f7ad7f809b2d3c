package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
)

// checkHelp says what check does.
const checkHelp = `Read the whole archive: every text against its checksum, the counts against a
recount, the index against the texts. Nothing is changed, unless --rebuild
has the index and the counts made anew from the texts.

Of an archive that is damaged beyond that, --salvage writes all that can still
be read into a new one and leaves the damaged one as it is.

Before an archive of an older version is brought up it is copied: archive.db.v11
is what it was at version 11. check lists these copies with their sizes.
Nothing removes them by itself; --drop-copies does, if all is well.`

// checkCommand is `offprint check`.
func (p *program) checkCommand() *cobra.Command {
	var rebuild, drop bool
	var salvage string
	c := &cobra.Command{
		Use:     "check",
		Short:   "Read the whole archive and compare it with its checksums",
		Long:    checkHelp,
		Example: "offprint check\noffprint check --salvage rescued.db",
		GroupID: groupArchive,
		Args:    none,
		RunE: p.do(func(ctx context.Context, _ []string) error {
			switch {
			case salvage != "":
				return p.salvage(ctx, salvage)
			case rebuild:
				return p.rebuild(ctx)
			}
			return p.reading(ctx, func(a *store.Archive) error {
				if err := p.check(ctx, a); err != nil {
					return err
				}
				return p.copies(a.Path(), drop)
			})
		}),
	}
	c.Flags().BoolVar(&rebuild, "rebuild", false, "make the index and the counts anew")
	c.Flags().StringVar(&salvage, "salvage", "", "write what can be read into a new archive in this file")
	c.Flags().BoolVar(&drop, "drop-copies", false, "remove the copies of older versions")
	c.MarkFlagsMutuallyExclusive("rebuild", "salvage", "drop-copies")
	return c
}

func (p *program) check(ctx context.Context, a *store.Archive) error {
	r, err := a.Check(ctx)
	if err != nil {
		return err
	}
	if r.OK() {
		p.out.raw(count(r.Articles, "article") + ", all is well\n")
		return nil
	}
	index, text := false, false
	for _, d := range r.Damaged {
		line := d.Part
		if d.Article != 0 {
			line += fmt.Sprintf(" %d", d.Article)
		}
		p.out.line(reader.CleanLine(line + ": " + d.Reason))
		index = index || d.Part == "index" || d.Part == "counters"
		text = text || d.Part == "file" || d.Part == "article"
	}
	e := &problem{
		msg: reader.CleanLine(fmt.Sprintf("%s: %s in %s", a.Path(), count(len(r.Damaged), "damage"), count(r.Articles, "article"))), code: exitFailed,
	}
	switch {
	case text:
		e.hint = "offprint check --salvage FILE writes what can be read into a new archive"
	case index:
		e.hint = "offprint check --rebuild makes index and counts anew"
	}
	return e
}

func (p *program) rebuild(ctx context.Context) error {
	a, err := p.openArchive(ctx, store.Options{NoCreate: true})
	if err != nil {
		return err
	}
	defer a.Close()
	if err := a.Rebuild(ctx); err != nil {
		return err
	}
	return p.check(ctx, a)
}

// copies lists the copies of older versions of an archive that is well, or drops them.
func (p *program) copies(path string, drop bool) error {
	list, err := store.Copies(path)
	if err != nil {
		return err
	}
	if drop {
		free, err := store.DropCopies(list)
		if err != nil {
			return err
		}
		p.out.raw("dropped " + megabytes(free) + " of copies of older versions\n")
		return nil
	}
	for _, c := range list {
		what := fmt.Sprintf("a copy of version %d, made", c.Version)
		if c.Version == 0 {
			what = "a copy that was never finished, begun"
		}
		p.out.line(reader.CleanLine(fmt.Sprintf("%s: %s on %s, %s", c.Path, what, c.Made.Format(time.DateOnly), megabytes(c.Size))))
	}
	return nil
}

// megabytes is a size for people: "13.4 MB".
func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }
