package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"offprint/store"
)

// purgeCommand is `offprint purge`.
func (p *program) purgeCommand() *cobra.Command {
	var before string
	c := &cobra.Command{
		Use:   "purge --before DATE",
		Short: "Drop for good what you deleted",
		Long: `Drop for good the articles that were deleted in the reader before a date, with
their texts, highlights and notes. Until then the archive keeps them, and U in
the reader brings them back; afterwards nothing does.

A file that they came from is not added again by itself. Your own files are
left alone.`,
		Example: `offprint purge --before 2026-01-01`,
		GroupID: groupArchive,
		Args:    none,
		RunE: p.do(func(ctx context.Context, _ []string) error {
			day, err := time.Parse(time.DateOnly, before)
			if err != nil {
				return &problem{msg: "--before needs a date", hint: "such as --before 2026-01-01: what was deleted on that day or later stays", code: exitUsage}
			}
			return p.purge(ctx, day)
		}),
	}
	c.Flags().StringVar(&before, "before", "", "what was deleted before this date")
	return c
}

func (p *program) purge(ctx context.Context, before time.Time) error {
	a, err := p.openArchive(ctx, store.Options{NoCreate: true})
	if err != nil {
		return err
	}
	defer a.Close()
	n, err := a.Purge(ctx, before)
	if err != nil {
		return err
	}
	p.out.raw(fmt.Sprintf("dropped %s for good\n", count(n, "article")))
	return nil
}
