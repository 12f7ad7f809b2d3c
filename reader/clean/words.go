package clean

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Words are the words of a text in lower case.
type Words map[string]struct{}

// WordsFor returns the words of the blocks if a word is divided in them, else
// nil: it costs a pass over the text.
func WordsFor(blocks []Block) Words {
	if !needsWords(blocks) {
		return nil
	}
	return wordsOf(blocks)
}

func wordsOf(blocks []Block) Words {
	w := Words{}
	cut := false // the line before ended in half a word
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			fields := strings.FieldsFunc(l, func(r rune) bool { return !inWord(r) })
			if cut && len(fields) > 0 {
				fields = fields[1:]
			}
			if cut = strings.HasSuffix(strings.TrimRight(l, " "), "-"); cut && len(fields) > 0 {
				fields = fields[:len(fields)-1]
			}
			for _, f := range fields {
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

// endings are taken off a word to find its kin.
var endings = []string{"s", "es", "ed", "d", "ing", "ly", "er", "ers", "al", "ion", "ions", "n", "en", "e", "y", "ies"}

// divides reports whether head and tail are halves of one word that a line's
// end divided. The word, or one of the same stem, stands elsewhere in the text
// or is a common one; or, in English, one half is no word at all. A true
// compound, such as well-known, keeps its hyphen.
func (w Words) divides(head, tail string) bool {
	if head == "" || tail == "" {
		return false
	}
	word := strings.ToLower(head + tail)
	if w.knows(word, len(head)) {
		return true
	}
	if strings.ToLower(head) != head || !w.english() {
		return false
	}
	if slices.Contains(solid, head) && !functionWord(tail) {
		return true
	}
	for _, c := range compounding {
		if head == c || tail == c {
			return false
		}
	}
	common := commonEnglish()
	known := func(s string) bool { return w.has(s) || common.has(s) }
	return !known(head) || !known(tail)
}

// knows reports whether the word or one of its kin is a word of the text, or a
// common one where the text is English. head is how much of it stood on the first line.
func (w Words) knows(word string, head int) bool {
	common := Words(nil)
	if w.english() {
		common = commonEnglish()
	}
	known := func(s string) bool { return w.has(s) || common.has(s) }
	if known(word) {
		return true
	}
	for _, e := range endings {
		if stem := strings.TrimSuffix(word, e); stem != word && len(stem) >= 5 && len(stem) > head {
			if known(stem) || known(stem+"e") || known(stem+"y") {
				return true
			}
		}
		if len(word) >= 5 && known(word+e) {
			return true
		}
	}
	return false
}

// english reports whether the text is English, by its commonest words.
func (w Words) english() bool { return w.has("the") && (w.has("and") || w.has("of")) }

func (w Words) has(word string) bool {
	_, ok := w[word]
	return ok
}

// compounding are the parts that make compounds with a hyphen of any word.
var compounding = []string{"anti", "co", "counter", "cross", "ex", "half", "mid", "multi", "non", "off", "on", "pan", "post", "pre", "pro", "quasi",
	"re", "self", "semi", "sub", "two", "un", "vice", "well", "like", "based", "led", "wide", "style", "free", "in", "up", "down", "out", "old", "to"}

// solid are the parts that English writes together with what follows them.
var solid = []string{"over", "under", "inter", "fore", "micro", "super", "trans"}

//go:embed english.txt
var english string

// commonEnglish are the words of lower case that occur in eight or more of a
// few thousand press releases of the United States government.
var commonEnglish = sync.OnceValue(func() Words {
	w := make(Words, 7000)
	for word := range strings.Lines(english) {
		w[strings.TrimSuffix(word, "\n")] = struct{}{}
	}
	return w
})
