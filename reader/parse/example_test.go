package parse_test

import (
	"errors"
	"fmt"

	"offprint/reader"
	"offprint/reader/parse"
)

// A saved page becomes an article; what is only around it is left out.
func ExampleParse() {
	articles, err := parse.Parse(reader.Source{Name: "harbour.html", Data: []byte(`<!doctype html>
<html lang="en"><head><title>Harbour talks begin | The Coast</title>
<meta property="og:site_name" content="The Coast">
<meta property="article:published_time" content="2024-04-19T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<article><h1>Harbour talks begin</h1>
<p class="byline">By Ana Roth</p>
<p>The talks on the harbour began on Friday, and nobody expects them to end soon, as both sides said in the morning.</p>
<p>“We will <em>wait</em>,” said Ines Kaya, who speaks for the town. The next meeting is to be held in a week.</p>
</article><footer>© The Coast</footer></body></html>`)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range articles {
		fmt.Println(a.Title, "|", a.Byline, "|", a.Outlet, "|", a.Published.Format("2 January 2006"))
		fmt.Println(a.Markdown)
	}
	// Output:
	// Harbour talks begin | Ana Roth | The Coast | 19 April 2024
	// The talks on the harbour began on Friday, and nobody expects them to end soon, as both sides said in the morning.
	//
	// “We will *wait*,” said Ines Kaya, who speaks for the town. The next meeting is to be held in a week.
}

// A mailbox, a feed or a web archive holds any number of articles.
func ExampleParse_many() {
	articles, _ := parse.Parse(reader.Source{Name: "sea.xml", Data: []byte(`<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Coast</title>
<item><title>Ferry sails again</title><link>https://coast.example/ferry</link>
<description>&lt;p&gt;The ferry to the island sails again from Monday on, the town says.&lt;/p&gt;</description></item>
<item><title>Bridge closed</title><link>https://coast.example/bridge</link>
<description>&lt;p&gt;The old bridge is closed until the river has fallen below its mark.&lt;/p&gt;</description></item>
</channel></rss>`)})
	for _, a := range articles {
		fmt.Println(a.Title, a.Address)
	}
	// Output:
	// Ferry sails again https://coast.example/ferry
	// Bridge closed https://coast.example/bridge
}

// What holds no text is told from what cannot be read.
func ExampleParse_empty() {
	_, err := parse.Parse(reader.Source{Name: "empty.txt", Data: []byte(" \n\n")})
	fmt.Println(errors.Is(err, parse.ErrEmpty), err)
	// Output:
	// true no text in it: nothing but blanks and marks
}
