package cli

import (
	"context"
	"errors"

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
	data, err := a.Original(ctx, id)
	if err != nil {
		return err
	}
	if data == nil {
		return errNoOriginal
	}
	part, err := a.Part(ctx, id)
	if err != nil {
		return err
	}
	s := reader.Source{Name: part.Origin, Data: data, Charset: part.Charset, AsIs: asIs}
	if intake.IsAddress(part.Origin) {
		s.Address = part.Origin
	}
	digests, err := p.analyse(ctx, s)
	if err != nil {
		return err
	}
	d, ok := sameArticle(digests, part.Place, article)
	if !ok {
		return errNotThere
	}
	return a.ShowAs(ctx, id, asIs, d)
}

// sameArticle finds an article among those of its file: the one at its place,
// if that has its address or title, else the first that has its address.
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
	return nil, false
}
