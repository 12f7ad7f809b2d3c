package cli

import (
	"context"
	"errors"
	"fmt"

	"offprint/reader"
	"offprint/store"
	"offprint/store/intake"
)

// What may keep an article from being read anew.
var (
	errNoOriginal = errors.New("its original was not kept; adding the file again keeps it")
	errNotThere   = errors.New("its original gives other articles now")
)

// showAs reads an article anew from its original, as it was saved or mended,
// and has the archive show that. It is given to the reader.
func (p *program) showAs(ctx context.Context, a *store.Archive, id store.ID, asIs bool) error {
	article, err := a.Article(ctx, id)
	if err != nil {
		return err
	}
	s, place, err := sourceOf(ctx, a, id)
	if err != nil {
		return err
	}
	s.AsIs = asIs
	digests, err := p.analyse(ctx, s)
	if err != nil {
		return err
	}
	d, ok := sameArticle(digests, place, article)
	if !ok {
		return errNotThere
	}
	return a.ShowAs(ctx, id, asIs, d)
}

// keepAsSaved has articles whose repairs were switched off before a newer text
// of them came be shown as that was saved. Where it cannot be, that is said.
func (p *program) keepAsSaved(ctx context.Context, a *store.Archive, ids []store.ID) {
	for _, id := range ids {
		if err := p.showAs(ctx, a, id, true); err != nil {
			p.say(reader.CleanLine(fmt.Sprintf("article %d is shown mended: its newer text cannot be shown as it was saved: %v", id, err)))
		}
	}
}

// sourceOf is what an article was made from, and its place among the articles
// that come of that.
func sourceOf(ctx context.Context, a *store.Archive, id store.ID) (s reader.Source, place int, err error) {
	switch d, err := a.Document(ctx, id); {
	case err != nil:
		return s, 0, err
	case d != nil:
		s = reader.Source{Name: d.Name, Data: d.Data, Charset: d.Charset}
		if intake.IsAddress(d.Name) {
			s.Address = d.Name
		}
		return s, 0, nil
	}
	data, err := a.Original(ctx, id)
	if err == nil && data == nil {
		err = errNoOriginal
	}
	if err != nil {
		return s, 0, err
	}
	part, err := a.Part(ctx, id)
	s = reader.Source{Name: part.Origin, Data: data, Charset: part.Charset}
	if intake.IsAddress(part.Origin) {
		s.Address = part.Origin
	}
	return s, part.Place, err
}

// sameArticle finds an article among those of its file: the one at its place,
// if that has its address or title, else the first that has its address or, in
// want of one, its title.
func sameArticle(digests []reader.Digest, place int, a *store.Article) (*reader.Digest, bool) {
	address, title := a.Digest.Article.Address, a.Row.Title
	if place < len(digests) {
		d := &digests[place]
		if len(digests) == 1 || d.Article.Address == address && address != "" || d.Article.Title == title {
			return d, true
		}
	}
	for i := range digests {
		if address != "" && digests[i].Article.Address == address {
			return &digests[i], true
		}
	}
	for i := range digests {
		if address == "" && title != "" && digests[i].Article.Title == title {
			return &digests[i], true
		}
	}
	return nil, false
}
