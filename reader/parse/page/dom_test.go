package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// slowText is textOf by way of the standard library.
func slowText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(c *html.Node) {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && hidden(c):
			return
		case c.Type == html.ElementNode && blockTag(c.DataAtom):
			b.WriteByte(' ')
		}
		for c := c.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestTextOf: the words of every element are those that the slow way finds,
// and their length is known without them.
func TestTextOf(t *testing.T) {
	t.Parallel()
	for _, page := range []string{
		"",
		"  ",
		"<p> a <b>b</b>c\t\n<i> d</i> </p>e<br>f",
		"a<b> </b>b<i>\u00a0</i><i></i>c\u2003d \u0085e\v\f\rf",
		"<div><p>one</p><p>two</p><script>none</script> three<style>no</style></div>",
		"broken \xff\xfe bytes\xc2",
		"<ul><li>один</li><li>два</li></ul><select><option>no</select>три",
		"\u200bnot\u200bspace\u180e ",
	} {
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		for n := doc; n != nil; n = next(n, doc, false) {
			want := slowText(n)
			if got := textOf(n); got != want {
				t.Errorf("%q: %q, want %q", page, got, want)
			}
			if got := textLen(n); got != len(want) {
				t.Errorf("%q: %d bytes, want %d", page, got, len(want))
			}
		}
	}
}
