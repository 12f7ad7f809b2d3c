package cli

import (
	"context"
	"errors"

	"offprint/store"
)

// open runs the reader on an archive until the user leaves it.
func (p *program) open(ctx context.Context, a *store.Archive) error {
	return errors.New("there is no reader in this build")
}

// openPaths adds what the arguments name, if there are any, and opens the
// reader. What failed is said before the screen is taken; the rest is read.
func (p *program) openPaths(ctx context.Context, args []string) error {
	if !p.out.terminal() {
		return &problem{
			msg: "the reader needs a terminal", hint: "offprint list, search, show and quotes print to files and pipes", code: exitUsage,
		}
	}
	a, err := p.openArchive(ctx, store.Options{MakeFolder: true})
	if err != nil {
		return err
	}
	defer a.Close()
	if len(args) > 0 {
		account, err := p.add(ctx, a, args)
		if err != nil {
			return err
		}
		if account.Added+account.Updated+account.Unchanged == 0 {
			p.out.raw(account.String() + "\n")
			return errReported
		}
	}
	return p.open(ctx, a)
}
