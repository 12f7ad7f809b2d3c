package query_test

import (
	"errors"
	"fmt"
	"strings"

	"offprint/store/query"
)

// A query is read into a tree that says what was asked.
func ExampleParse() {
	q, err := query.Parse(`said:lavrov (sanctions OR "oil price") -opinion after:2024-04`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, kid := range q.Root.Kids {
		fmt.Println(query.Query{Root: kid})
	}
	// Output:
	// said:lavrov
	// sanctions OR "oil price"
	// -opinion
	// after:2024-04
}

// A mistake tells where it is, so that it can be underlined.
func ExampleError() {
	const typed = "iran is:nice"
	_, err := query.Parse(typed)
	if e, ok := errors.AsType[*query.Error](err); ok {
		fmt.Println(typed)
		fmt.Println(strings.Repeat(" ", e.Start) + strings.Repeat("^", e.End-e.Start))
		fmt.Println(e.Msg)
	}
	// Output:
	// iran is:nice
	//         ^^^^
	// after is: stands one of unread, read, starred, highlighted, stub
}

// Terms gives what an article must say, for whoever marks it in a text.
func ExampleQuery_Terms() {
	q, _ := query.Parse(`iran title:"oil price" -opinion`)
	for t := range q.Terms {
		fmt.Println(t.Text)
	}
	// Output:
	// iran
	// oil price
}
