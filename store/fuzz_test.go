package store

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"offprint/reader"
)

// FuzzWords checks that words stand in order inside the text, that folding
// what is folded changes nothing (the index depends on it), and that a text
// holds each of its words, their beginnings, and all of them in a row.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Café e-mail", "İstanbul ŁÓDŹ ёлка й", "東京都 text ไทย", "a\u0301b \u200d x", "ﬁ ½ ² \xff a", "ΌΣΟΣ ss ẞ", "Ǿ ǿ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		words := []string{}
		eachWord(s, func(start, end int, w string) bool {
			if start < last || end <= start || end > len(s) || w == "" || strings.ContainsAny(w, " \"*") || !utf8.ValidString(w) {
				t.Fatalf("%q: word %q at %d..%d after %d", s, w, start, end, last)
			}
			last = end
			words = append(words, w)
			return true
		})
		if again := wordsOf(strings.Join(words, " ")); len(words) > 0 && !reflect.DeepEqual(again, words) {
			t.Fatalf("%q: folded again %q, want %q", s, again, words)
		}
		w := indexer{terms: map[string]bool{}}
		for _, word := range words {
			w.terms[word] = true // so that none need be written
		}
		if got, want := w.fold(s), strings.Join(words, " "); got != want {
			t.Fatalf("%q: the index gets %q, want %q", s, got, want)
		}
		for _, w := range words {
			if !holdsPhrase(s, []string{w}, false) || !holdsPhrase(s, []string{w[:1]}, true) {
				t.Fatalf("%q does not hold its word %q", s, w)
			}
		}
		if len(words) > 0 && !holdsPhrase(s, words, false) {
			t.Fatalf("%q does not hold all its words in a row", s)
		}
	})
}

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
