package entity_test

import (
	"fmt"

	"offprint/reader/entity"
	"offprint/reader/markdown"
)

// All mentions of one thing are put together under its fullest name.
func ExampleFind() {
	p := markdown.Plain("Angela Merkel met Emmanuel Macron in Paris on Monday. Merkel said that the European Union was ready. The EU has waited for a year.\n")
	for _, e := range entity.Find(&p, "en") {
		fmt.Println(e.Kind, e.Name, e.Count(), e.Aliases)
	}
	// Output:
	// person Angela Merkel 2 [Merkel]
	// person Emmanuel Macron 1 []
	// organization European Union 2 [EU]
	// place Paris 1 []
}
