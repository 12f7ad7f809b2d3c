package typeset_test

import (
	"context"
	"fmt"

	"offprint/reader"
	"offprint/ui/typeset"
)

// A text is set at a width; what stands on the screen is found in the source, and the reverse.
func ExampleSet() {
	const text reader.Text = "# Harbour\n\nThe talks began on Friday, and *nobody* expects them to end soon.\n"
	page := typeset.Set(context.Background(), text, typeset.Options{Width: 30})
	for l := range typeset.LineNo(page.Len()) {
		fmt.Printf("%d|%s\n", l, page.LineText(l))
	}
	l, col, _ := page.Find(len("# Harbour\n\nThe talks began on Friday, and *"))
	offset, _ := page.SourceAt(l, col)
	fmt.Println(l, col, text.Slice(reader.Span{Start: offset, End: offset + len("nobody")}))
	// Output:
	// 0|Harbour
	// 1|
	// 2|The talks began on Friday, and
	// 3|nobody expects them to end
	// 4|soon.
	// 3 0 nobody
}
