package cite_test

import (
	"fmt"
	"time"

	"offprint/reader"
	"offprint/reader/cite"
)

// A passage of an article in the forms that people paste.
func Example() {
	work := cite.Of(&reader.Article{
		Title: "Harbour talks", Byline: "Ana Roth", Outlet: "coast.example", Address: "https://coast.example/talks",
		Published: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC),
	}).Saying("We will wait.", "Ines Kaya")
	fmt.Println(work.Plain())
	fmt.Println()
	fmt.Println(work.Markdown())
	// Output:
	// “We will wait.” (Ines Kaya; Harbour talks, coast.example, 19 April 2024, https://coast.example/talks)
	//
	// > “We will wait.”
	// >
	// > — Ines Kaya, Ana Roth, [Harbour talks](<https://coast.example/talks>), coast.example, 19 April 2024
}
