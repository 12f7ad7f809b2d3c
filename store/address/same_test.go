package address

import (
	"testing"

	"offprint/reader"
)

// TestKeyKeepsApart: what names another page keeps another key.
func TestKeyKeepsApart(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"https://news.example/a", "https://news.example/b"},
		{"https://news.example/a", "https://news.example/A"},
		{"https://news.example/a", "https://sport.news.example/a"},
		{"https://news.example/a", "https://news.example:8080/a"},
		{"https://news.example/a", "https://news.example/a?page=2"},
		{"https://news.example/a?id=1", "https://news.example/a?id=2"},
		{"https://news.example/a?id", "https://news.example/a?id="},
		{"https://news.example/a%2Fb", "https://news.example/a/b"},
		{"https://news.example/camp", "https://news.example/c"},
		{"https://mobile.example/a", "https://example/a"},
		{"https://web.archive.org/web/2015id_/http://news.example/a", "https://web.archive.org/web/2015id_/http://news.example/b"},
	} {
		if a, b := Key(reader.CleanLine(c[0])), Key(reader.CleanLine(c[1])); a == b || a == "" || b == "" {
			t.Errorf("%s and %s have the keys %q and %q", c[0], c[1], a, b)
		}
	}
}

// TestKeyOfOddAddresses: what is damaged has a key of its own or none, and
// never one that others share by chance.
func TestKeyOfOddAddresses(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"http://news.example/%zz":                            "", // no address
		"https:///a":                                         "",
		"/a/b":                                               "",
		"https://news.example./a":                            "news.example/a",
		"https://news.example:80/a":                          "news.example/a",
		"https://news.example:/a":                            "news.example:/a",
		"https://news.example/a?&&id=1&":                     "news.example/a?id=1",
		"https://news.example/a?id=%zz&b=%41":                "news.example/a?b=A&id=%zz",
		"https://news.example/a%2fb":                         "news.example/a%2fb",
		"https://news.example/%61%2Db":                       "news.example/a-b",
		"https://news.example/a?UTM_Source=x&FBCLID=1":       "news.example/a",
		"https://news.example/a?utmost=1":                    "news.example/a?utmost=1",
		"https://news.example//":                             "",
		"https://web.archive.org/web/2015/":                  "web.archive.org/web/2015",
		"https://web.archive.org/web/2015/news.example/a":    "news.example/a",
		"https://web.archive.org/web/2015/http://[bad/":      "web.archive.org/web/2015/http://%5Bbad",
		"https://WEB.archive.org/web/2015/http://x.example/": "",
		"https://mobile.news.example/a":                      "news.example/a",
		"  https://news.example/a\n":                         "news.example/a",
		"https://[::1]:443/a":                                "::1/a",
	} {
		if got := Key(reader.CleanLine(in)); got != want {
			t.Errorf("Key(%q) = %q, want %q", in, got, want)
		}
	}
}
