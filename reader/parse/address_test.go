package parse_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"offprint/reader"
	"offprint/reader/parse"
)

// A page that was fetched has the address that it names itself, else the one
// that it was fetched from, and its links are resolved with that.
func TestFetchedAddress(t *testing.T) {
	t.Parallel()
	const body = `<body><article><p>The bridge over the Elm was closed on Monday after engineers found cracks in two
of its piers, the town said in a statement. See <a href="/maps/1">the map</a> for the detour that lorries must take.</p>
<p>It will stay closed until the spring, when the piers are to be replaced at the cost of the county.</p></article></body>`
	const at = "https://www.elm-post.example/news/bridge?x=1"
	for name, c := range map[string]struct {
		src           reader.Source
		address, link string
		outlet        reader.Text
	}{
		"named by nobody": {
			reader.Source{Data: []byte("<html><head><title>The bridge</title></head>" + body), Address: at},
			at, "https://www.elm-post.example/maps/1", "elm-post.example",
		},
		"named by the page": {
			reader.Source{Data: []byte(`<html><head><link rel="canonical" href="https://elm-post.example/bridge"></head>` + body), Address: at},
			"https://elm-post.example/bridge", "https://elm-post.example/maps/1", "elm-post.example",
		},
		"named after the site": {
			reader.Source{Data: []byte(`<html><head><link rel="canonical" href="https://elm-post.example/"></head>` + body), Address: at},
			at, "https://www.elm-post.example/maps/1", "elm-post.example",
		},
		"text":        {reader.Source{Data: []byte("The bridge\n\nIt was closed on Monday.\n"), Address: at}, at, "", "elm-post.example"},
		"no address":  {reader.Source{Data: []byte("The bridge\n\nIt was closed on Monday.\n"), Address: "file:///etc/passwd"}, "", "", ""},
		"no escaping": {reader.Source{Data: []byte("The bridge\n\nIt was closed.\n"), Address: "https://a.example/\x1b]0;x\a"}, "", "", ""},
	} {
		articles, err := parse.Parse(c.src)
		if err != nil || len(articles) != 1 {
			t.Fatalf("%s: %d articles, %v", name, len(articles), err)
		}
		a := articles[0]
		if string(a.Address) != c.address || a.Outlet != c.outlet || c.link != "" && !strings.Contains(string(a.Markdown), c.link) {
			t.Errorf("%s: address %q, outlet %q, in\n%s", name, a.Address, a.Outlet, a.Markdown)
		}
	}
}

// The encoding that the host named decides where the page names none.
func TestFetchedCharset(t *testing.T) {
	t.Parallel()
	const text = "<title>Most</title><article><p>W Łodzi zamknięto most, bo pękły dwa filary.</p></article>"
	data, err := charmap.ISO8859_2.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for charset, want := range map[string]bool{"ISO-8859-2": true, "latin2": true, "utf-8": false, "nonsense": false} {
		articles, err := parse.Parse(reader.Source{Data: []byte(data), Format: reader.FormatHTML, Charset: charset})
		if err != nil || len(articles) != 1 {
			t.Fatalf("%s: %d articles, %v", charset, len(articles), err)
		}
		if got := strings.Contains(string(articles[0].Markdown), "W Łodzi zamknięto most"); want && !got {
			t.Errorf("%s: %q", charset, articles[0].Markdown)
		}
	}
	articles, err := parse.Parse(reader.Source{Data: []byte(text), Format: reader.FormatHTML, Charset: "iso-8859-2"})
	if err != nil || !strings.Contains(string(articles[0].Markdown), "Łodzi") {
		t.Errorf("UTF-8 under a wrong name: %v, %v", articles, err)
	}
}
