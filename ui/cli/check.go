package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
)

// checkCommand is `offprint check`.
func (p *program) checkCommand() *cobra.Command {
	var rebuild bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Read the whole archive and compare it with its checksums",
		Long: `Read the whole archive: every text against its checksum, the counts against a
recount, the index against the texts. Nothing is changed, unless --rebuild
has the index and the counts made anew from the texts.`,
		GroupID: groupArchive,
		Args:    cobra.NoArgs,
		RunE: p.do(func(ctx context.Context, _ []string) error {
			if rebuild {
				return p.rebuild(ctx)
			}
			return p.reading(ctx, func(a *store.Archive) error { return p.check(ctx, a) })
		}),
	}
	c.Flags().BoolVar(&rebuild, "rebuild", false, "make the index and the counts anew")
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
	index := false
	for _, d := range r.Damaged {
		line := d.Part
		if d.Article != 0 {
			line += fmt.Sprintf(" %d", d.Article)
		}
		p.out.line(reader.CleanLine(line + ": " + d.Reason))
		index = index || d.Part == "index" || d.Part == "counters"
	}
	e := &problem{
		msg: reader.CleanLine(fmt.Sprintf("%s: %s in %s", a.Path(), count(len(r.Damaged), "damage"), count(r.Articles, "article"))), code: exitFailed,
	}
	if index {
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
