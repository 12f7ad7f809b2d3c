package address

import (
	"strings"
	"testing"

	"offprint/reader"
)

func TestKey(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://www.News.example:443/a/b/?utm_source=x&z=1&a=2#top":         "news.example/a/b?a=2&z=1",
		"http://news.example:8080/A":                                         "news.example:8080/A",
		"http://news.example/":                                               "",
		"http://news.example/?fbclid=3":                                      "",
		"http://news.example/?p=12":                                          "news.example?p=12",
		"https://m.news.example/a/":                                          "news.example/a",
		"https://amp.news.example/a/amp/":                                    "news.example/a",
		"https://en.m.wikipedia.org/wiki/A":                                  "en.wikipedia.org/wiki/A",
		"https://m.example/a":                                                "m.example/a",
		"https://news.example/amp":                                           "news.example/amp",
		"http://news.example/Norway%27s%20sun?q=%c3%a9+x":                    "news.example/Norway%27s%20sun?q=%C3%A9+x",
		"http://news.example/Norway's sun?q=é%20x":                           "news.example/Norway%27s%20sun?q=%C3%A9+x",
		"http://news.example/a%2Fb":                                          "news.example/a%2Fb",
		"https://web.archive.org/web/20150601id_/http://news.example/a?id=1": "news.example/a?id=1",
		"https://web.archive.org/web/2015/https:/news.example/a":             "news.example/a",
		"https://www.google.com/amp/s/www.news.example/a":                    "news.example/a",
		"https://news-example.cdn.ampproject.org/c/s/news.example/a":         "news.example/a",
		"https://web.archive.org/details/a":                                  "web.archive.org/details/a",
		"mailto:a@b.example":                                                 "",
		"not an address":                                                     "",
		"":                                                                   "",
	} {
		if got := Key(reader.CleanLine(in)); got != want {
			t.Errorf("Key(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzKey checks that what does not matter to an address does not change its key.
func FuzzKey(f *testing.F) {
	f.Add("news.example", "/a/b", "b=1&a=2")
	f.Fuzz(func(t *testing.T, host, path, query string) {
		if strings.ContainsAny(host+path+query, "#?@[]%:\\ ") || strings.ContainsAny(host, "/&=") || strings.Contains(query, ";") {
			return
		}
		if string(reader.CleanLine(host+path+query)) != host+path+query {
			return
		}
		plain := Key(reader.CleanLine("http://" + host + "/" + path + "?" + query))
		if plain == "" {
			return
		}
		for _, same := range []string{
			"https://" + host + "/" + path + "?" + query,
			"https://" + host + ":443/" + path + "?" + query,
			"http://" + host + "/" + path + "/?utm_source=mail&" + query + "&fbclid=7#part",
		} {
			if key := Key(reader.CleanLine(same)); key != plain {
				t.Fatalf("%q has the key %q, want %q", same, key, plain)
			}
		}
	})
}
