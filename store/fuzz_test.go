package store

import (
	"strings"
	"testing"

	"offprint/reader"
)

// FuzzAddress checks that what does not matter to an address does not change its key.
func FuzzAddress(f *testing.F) {
	f.Add("news.example", "/a/b", "b=1&a=2")
	f.Fuzz(func(t *testing.T, host, path, query string) {
		if strings.ContainsAny(host+path+query, "#?@[]%:\\ ") || strings.ContainsAny(host, "/&=") || strings.Contains(query, ";") {
			return
		}
		if string(reader.CleanLine(host+path+query)) != host+path+query {
			return
		}
		plain := addressKey(reader.CleanLine("http://" + host + "/" + path + "?" + query))
		if plain == "" {
			return
		}
		for _, same := range []string{
			"https://" + host + "/" + path + "?" + query,
			"https://" + host + ":443/" + path + "?" + query,
			"http://" + host + "/" + path + "/?utm_source=mail&" + query + "&fbclid=7#part",
		} {
			if key := addressKey(reader.CleanLine(same)); key != plain {
				t.Fatalf("%q has the key %q, want %q", same, key, plain)
			}
		}
	})
}
