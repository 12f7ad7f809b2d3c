package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestDeepPage: a long page nested deep is read with its paragraphs apart and
// in order, whatever holds them.
func TestDeepPage(t *testing.T) {
	t.Parallel()
	const depth, count = 150, 6000
	for _, c := range []struct{ name, open, shut string }{
		{"div", "<div>", "</div>"},
		{"list", "<ul><li>", "</li></ul>"},
		{"table", "<table><tr><td>", "</td></tr></table>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			b.WriteString("<html><body><h1>The log of the harbour</h1>" + strings.Repeat(c.open, depth))
			for i := range count {
				fmt.Fprintf(&b, "<p>On day %d the clerk wrote down what the tide had brought,<br>and went home before it was dark, as he always did.</p>\n", i)
			}
			b.WriteString(strings.Repeat(c.shut, depth))
			as, err := parse.Parse(reader.Source{Name: "deep.html", Data: []byte(b.String())})
			if err != nil || len(as) != 1 {
				t.Fatal(len(as), err)
			}
			md := string(as[0].Markdown)
			at := 0
			for i := range count {
				n := strings.Index(md[at:], fmt.Sprintf("On day %d the clerk", i))
				if n < 0 || i > 0 && !strings.Contains(md[at:at+n], "\n\n") {
					t.Fatalf("paragraph %d is not behind the one before it", i)
				}
				at += n + 1
			}
		})
	}
}
