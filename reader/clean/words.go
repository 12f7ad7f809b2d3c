package clean

import "strings"

// Words are the words of a text in lower case.
type Words map[string]struct{}

// WordsFor returns the words of the blocks if a word is divided in them, else
// nil: it costs a pass over the text.
func WordsFor(blocks []Block) Words {
	if !needsWords(blocks) {
		return nil
	}
	w := Words{}
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			for _, f := range strings.FieldsFunc(l, func(r rune) bool { return !inWord(r) }) {
				w[strings.ToLower(f)] = struct{}{}
			}
		}
	}
	return w
}

// needsWords reports whether some line ends in a hyphen.
func needsWords(blocks []Block) bool {
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			if strings.HasSuffix(strings.TrimRight(l, " "), "-") {
				return true
			}
		}
	}
	return false
}

// endings are taken off a word to find its kin in the text.
var endings = []string{"s", "es", "ed", "d", "ing", "ly", "er", "ers", "al", "ion", "ions", "n", "en", "e", "'s"}

// divides reports whether head and tail are halves of one word that a line's
// end divided: the word, or one of the same stem, stands elsewhere in the
// text. A true compound, such as well-known, keeps its hyphen.
func (w Words) divides(head, tail string) bool {
	if head == "" || tail == "" {
		return false
	}
	word := strings.ToLower(head + tail)
	if w.has(word) {
		return true
	}
	for _, e := range endings {
		if stem := strings.TrimSuffix(word, e); stem != word && len(stem) >= 5 && len(stem) > len(head) {
			if w.has(stem) || w.has(stem+"e") {
				return true
			}
		}
		if w.has(word + e) {
			return true
		}
	}
	return false
}

func (w Words) has(word string) bool {
	_, ok := w[word]
	return ok
}
