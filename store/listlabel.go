package store

import (
	"context"

	"offprint/reader"
)

// counts reads names with their numbers.
func counts(l *link, text string, args ...any) ([]Count, error) {
	var list []Count
	err := l.all(text, args, func(scan func(...any) error) error {
		var c Count
		var name string
		err := scan(&name, &c.Articles)
		c.Name = reader.CleanLine(name)
		list = append(list, c)
		return err
	})
	return list, err
}

// Tags returns all tags by name.
func (a *Archive) Tags(ctx context.Context) ([]Count, error) {
	return a.counts(ctx, "list tags", "SELECT t.name, c.n FROM counter c JOIN tag t ON t.id = c.key WHERE c.kind = 3 ORDER BY t.key")
}

// Outlets returns all outlets, the one with most articles first.
func (a *Archive) Outlets(ctx context.Context) ([]Count, error) {
	return a.counts(ctx, "list outlets", "SELECT o.name, c.n FROM counter c JOIN outlet o ON o.id = c.key WHERE c.kind = 2 ORDER BY c.n DESC, o.name")
}

func (a *Archive) counts(ctx context.Context, op, text string) ([]Count, error) {
	var list []Count
	err := a.read(ctx, op, func(l *link) (err error) {
		list, err = counts(l, text)
		return err
	})
	return list, err
}
