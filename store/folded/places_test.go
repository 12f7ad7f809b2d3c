package folded

import (
	"strings"
	"testing"
)

// What is typed is found within words, too, and marked as it stands there.
func TestPlaces(t *testing.T) {
	t.Parallel()
	const text = "Die Straße, STRASSE; Œuvre, E\u0301lan vital – naïf. Aerø 5%"
	for letters, want := range map[string]string{
		"strasse": "Straße|STRASSE", "stras": "Straß|STRAS", "aß": "aß|ASS", "ße,": "ße,", "oeu": "Œu", "o": "Œ|ø", "élan": "E\u0301lan", "elan v": "E\u0301lan v",
		"naif": "naïf", "l – n": "l – n", "aero 5%": "Aerø 5%", "": "", "x": "", "tra": "tra|TRA", "5% ": "",
	} {
		var got []string
		for _, p := range Places(text, letters) {
			got = append(got, text[p[0]:p[1]])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q is found as %q, want %q", letters, got, want)
		}
	}
}

// FuzzPlaces checks that places stand in order within the text, hold what was
// typed, and that every word is found.
func FuzzPlaces(f *testing.F) {
	f.Add("Straße Œ a\u0301 \xff \u0301", "s")
	f.Fuzz(func(t *testing.T, text, letters string) {
		last := 0
		for _, p := range Places(text, letters) {
			if p[0] < last || p[1] <= p[0] || p[1] > len(text) || !strings.HasPrefix(string(foldAll(text[p[0]:p[1]])), string(foldAll(letters))) {
				t.Fatalf("%q in %q: %v after %d", letters, text, p, last)
			}
			last = p[1]
		}
		Each(text, func(start, end int, _ string) bool {
			if len(Places(text, text[start:end])) == 0 {
				t.Fatalf("%q is not found in %q", text[start:end], text)
			}
			return true
		})
	})
}
