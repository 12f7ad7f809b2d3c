package digest_test

import (
	"fmt"

	"offprint/reader"
	"offprint/reader/digest"
)

// A file goes in; its articles come out, with who said what and what is named in them.
func ExampleOf() {
	digests, err := digest.Of(reader.Source{Name: "talks.md", Data: []byte("# Harbour talks\n\n" +
		"Angela Merkel came to Paris on Friday. “We will wait,” Merkel said.\n")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range digests {
		fmt.Println(d.Article.Title)
		for _, q := range d.Quotes {
			fmt.Printf("%s: %s\n", q.Speaker.Name, q.Words(&d.Plain))
		}
		for _, e := range d.Entities {
			fmt.Println(e.Kind, e.Name)
		}
	}
	// Output:
	// Harbour talks
	// Angela Merkel: We will wait
	// person Angela Merkel
	// place Paris
}
