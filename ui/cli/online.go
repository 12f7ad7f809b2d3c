package cli

import (
	"context"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store/fetch"
)

// privateFlag is that of commands that fetch.
func (p *program) privateFlag(c *cobra.Command) {
	c.Flags().BoolVar(&p.online.Private, "private", false, "fetch from this machine and private networks, too")
}

// fetcher returns what gets pages for an import, and what ends it.
func (p *program) fetcher() (get func(context.Context, string) (reader.Source, error), end func()) {
	client := fetch.New(p.online)
	return func(ctx context.Context, address string) (reader.Source, error) {
		page, err := client.Get(ctx, address)
		if err != nil {
			return reader.Source{}, err
		}
		return pageSource(&page), nil
	}, client.Close
}

// pageSource is a page as the makers take it. The host's word for its kind
// goes before what it looks like where that leaves doubts.
func pageSource(page *fetch.Page) reader.Source {
	s := reader.Source{Name: page.Address, Data: page.Data, Address: page.Address, Charset: page.Charset}
	switch page.ContentType {
	case "text/html", "application/xhtml+xml":
		s.Format = reader.FormatHTML
	case "text/markdown", "text/x-markdown":
		s.Format = reader.FormatMarkdown
	}
	return s
}
