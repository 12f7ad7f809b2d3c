package rows

import (
	"fmt"

	"offprint/reader"
	"offprint/reader/cite"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
)

// Work returns a quote of the archive as a work that can be cited. Its key tells
// the quotes of one article apart.
func Work(q *store.QuoteRow) cite.Work {
	r := &q.Row
	of := cite.Work{Title: r.Title, Byline: r.Byline, Outlet: r.Outlet, Published: r.Published, Address: q.Address}
	of.Mark = fmt.Sprintf("-%d", q.ID)
	return of.Quoting(&q.Quote, q.Text)
}

// Cited returns what a row's words are copied as, in the form that the action
// names: [keys.RowCopy] with their source, else as a citation. what names the
// words for the notice.
func Cited(said cite.Work, what reader.Text, action keys.Action) nav.Copy {
	switch action {
	case keys.RowCite:
		return nav.Copy{Text: said.Markdown(), What: "citation"}
	case keys.RowBibTeX:
		return nav.Copy{Text: said.BibTeX(), What: "citation as BibTeX"}
	case keys.RowCSL:
		return nav.Copy{Text: said.CSL(), What: "citation as CSL JSON"}
	}
	return nav.Copy{Text: said.Plain(), What: what + " with source"}
}
