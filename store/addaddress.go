package store

import (
	"offprint/reader"
	"offprint/store/address"
)

// factAddresses is the form of the addresses by which articles are known.
const factAddresses = "addresses"

// readdress makes all articles known by their addresses in the present form, if an older program added them.
func (in *intake) readdress() error {
	form, err := in.l.fact(factAddresses)
	if err != nil || form == address.Form {
		return err
	}
	for last := int64(0); ; {
		list := map[int64]reader.Article{}
		err := in.l.all("SELECT id, address, title, byline, stub FROM article WHERE id > ? ORDER BY id LIMIT 1000", []any{last}, func(scan func(...any) error) error {
			var at, title, byline string
			var art reader.Article
			err := scan(&last, &at, &title, &byline, &art.Stub)
			art.Address, art.Title, art.Byline = reader.CleanLine(at), reader.CleanLine(title), reader.CleanLine(byline)
			list[last] = art
			return err
		})
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return in.l.setFact(factAddresses, address.Form)
		}
		for id, art := range list {
			if err := in.identify(ID(id), &art, [32]byte{}); err != nil {
				return err
			}
		}
	}
}
