package alike

import (
	"unicode/utf8"

	"offprint/store/folded"
)

const (
	strangeLetters = 4    // letters of the words that are compared: shorter ones are in every text
	strangeWords   = 60   // different words that both texts must have to be compared
	strangeShare   = 0.35 // of the shorter text's words; unrelated news shares about half of that
)

// Strangers reports whether two texts share few of their words, so that one is
// no later version of the other. Of texts that have too few to tell it is false.
func Strangers(a, b string) bool {
	in, common := longWords(a), 0
	of := longWords(b)
	for w := range of {
		if in[w] {
			common++
		}
	}
	least := min(len(in), len(of))
	return least >= strangeWords && float64(common) < strangeShare*float64(least)
}

// longWords returns the different words of a text that are not short.
func longWords(text string) map[string]bool {
	set := map[string]bool{}
	folded.Each(text, func(_, _ int, w string) bool {
		if utf8.RuneCountInString(w) >= strangeLetters {
			set[w] = true
		}
		return true
	})
	return set
}
