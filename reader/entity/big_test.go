package entity

import (
	"fmt"
	"strings"
	"testing"

	"offprint/reader/readertest"
)

// TestLongTextsTakeLinearTime: many names, runs without an end and the like
// must not take time that grows with the square of the text.
func TestLongTextsTakeLinearTime(t *testing.T) {
	t.Parallel()
	for name, piece := range map[string]func(int) string{
		"people":        func(i int) string { return fmt.Sprintf("Mr Adam Smith%sen said no. ", letters(i)) },
		"organisations": func(i int) string { return fmt.Sprintf("The Bank of %s said no. ", letters(i)) },
		"acronyms": func(i int) string {
			return fmt.Sprintf("The World %s Board (W%cB) said no. ", letters(i), letters(i)[0])
		},
		"roles": func(i int) string {
			return fmt.Sprintf("Norland Foreign Minister Adam Smith%sen said the minister of the sea and another minister said no. ", letters(i))
		},
		"initials": func(i int) string {
			return fmt.Sprintf("The World %s Board and the W%cB met. ", letters(i), letters(i)[0])
		},
		"owners":  func(i int) string { return fmt.Sprintf("Adam Smith%sen met Moon's Party's Board. ", letters(i)) },
		"nations": func(i int) string { return "Georgia's Atlanta, Congo and Jersey beat America in English. " },
		"laws": func(i int) string {
			return fmt.Sprintf("The %s and Act Day of the COVID-19 World Cup Act fell. ", letters(i))
		},
		"employers": func(i int) string { return fmt.Sprintf("The %s CEO Adam Smith%sen said no. ", letters(i), letters(i)) },
		"clubs": func(i int) string {
			return fmt.Sprintf("The goalkeeper of %s City saw the match. %s host Leeds United 3-1 and lost 2-0 to Denver. ", letters(i), letters(i))
		},
		"results": func(i int) string { return fmt.Sprintf("%s 3, %sen 2\n", letters(i), letters(i)) },
		"datelines": func(i int) string {
			return fmt.Sprintf("%s (Reuters) - The mayor of %s said no.\n", strings.ToUpper(letters(i)), letters(i))
		},
		"lists": func(i int) string {
			return fmt.Sprintf("Pfizer, Moderna and %s fell, and %s (NWD.OL) rose. ", letters(i), letters(i))
		},
		"one run":     func(i int) string { return letters(i) + " " },
		"one name":    func(i int) string { return "Anna " },
		"quotes":      func(i int) string { return "\"(“'s" },
		"possessives": func(i int) string { return "Nordwind's " },
		"one word":    func(i int) string { return "Abc-d’e." },
	} {
		for _, language := range []string{"en", "fr", "ru", "de"} {
			t.Run(name+" "+language, func(t *testing.T) {
				text := func(size int) string {
					var b strings.Builder
					for i := 0; b.Len() < size; i++ {
						b.WriteString(piece(i))
					}
					return b.String()
				}
				readertest.Linear(t, text(25_000), text(100_000), func(text string) { Find(plainOf(text), language) })
			})
		}
	}
}

// letters writes a number as a capital word.
func letters(n int) string {
	w := []byte{'A' + byte(n%26)}
	for n /= 26; n > 0; n /= 26 {
		w = append(w, 'a'+byte(n%26))
	}
	return string(w) + "ok"
}
