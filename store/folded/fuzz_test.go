package folded

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzWords checks that words stand in order inside the text, that folding
// what is folded changes nothing (the index depends on it), and that a text
// holds each of its words, their beginnings, and all of them in a row. The
// former words are as many, and others.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Café e-mail", "İstanbul ŁÓDŹ ёлка й", "東京都 text ไทย", "a\u0301b \u200d x", "ﬁ ½ ² \xff a", "ΌΣΟΣ ss ẞ", "Ǿ ǿ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		words := []string{}
		Each(s, func(start, end int, w string) bool {
			if start < last || end <= start || end > len(s) || w == "" || strings.ContainsAny(w, " \"*") || !utf8.ValidString(w) {
				t.Fatalf("%q: word %q at %d..%d after %d", s, w, start, end, last)
			}
			last = end
			words = append(words, w)
			return true
		})
		if again := Words(strings.Join(words, " ")); len(words) > 0 && !reflect.DeepEqual(again, words) {
			t.Fatalf("%q: folded again %q, want %q", s, again, words)
		}
		var met []string
		got := Text(s, func(word []byte) { met = append(met, string(word)) })
		if want := strings.Join(words, " "); got != want {
			t.Fatalf("%q: the index gets %q, want %q", s, got, want)
		}
		long := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return len(w) <= 3 })
		if !slices.Equal(met, long) {
			t.Fatalf("%q: the index meets %q, want %q", s, met, long)
		}
		if old := Former(s); old != nil && slices.Equal(old, words) || old != nil && len(old) != len(words) {
			t.Fatalf("%q: former words %q beside %q", s, old, words)
		}
		for _, w := range words {
			if !HasPhrase(s, []string{w}, false) || !HasPhrase(s, []string{w[:1]}, true) {
				t.Fatalf("%q does not hold its word %q", s, w)
			}
		}
		if len(words) > 0 && !HasPhrase(s, words, false) {
			t.Fatalf("%q does not hold all its words in a row", s)
		}
	})
}
