package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// PartSentences puts the blank back between two sentences that lost it
// ("last year.The court"). The words on both sides must be words in lower case
// that occur elsewhere in the text, or common ones, unless the second is one
// that begins sentences only: asp.Net and Booking.Com stay.
func PartSentences(blocks []Block, notes *Notes) []Block {
	if notes.AsIs {
		return blocks
	}
	var words Words
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Prose {
			continue
		}
		for j, l := range b.Lines {
			if at := gluedAt(l, 0); at >= 0 {
				if words == nil {
					words = soleWords(blocks)
				}
				b.Lines[j] = part(l, words, notes)
			}
		}
	}
	return blocks
}

// soleWords returns the words of the text that stand by themselves, so that a
// word that is glued to another does not vouch for itself.
func soleWords(blocks []Block) Words {
	w := Words{}
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			for _, f := range strings.Fields(l) {
				f = strings.TrimFunc(f, func(r rune) bool { return !inWord(r) })
				if !strings.ContainsAny(f, ".!?/@") {
					w[strings.ToLower(f)] = struct{}{}
				}
			}
		}
	}
	return w
}

// gluedAt returns the place in l from which a sentence begins right behind
// another's mark, at or after from; -1 if there is none.
func gluedAt(l string, from int) int {
	for i := max(from, 2); i < len(l)-1; i++ {
		if c := l[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(l[:i])
		after, _ := utf8.DecodeRuneInString(l[i+1:])
		if unicode.IsLower(before) && unicode.IsUpper(after) {
			return i + 1
		}
	}
	return -1
}

func part(l string, words Words, notes *Notes) string {
	common := Words(nil)
	if words.english() {
		common = commonEnglish()
	}
	known := func(w string) bool { return words.has(w) || common.has(w) }
	for at := gluedAt(l, 0); at >= 0; at = gluedAt(l, at+1) {
		prev, next := lastWord(l[:at-1]), wordHead(l[at:min(len(l), at+100)])
		low := strings.ToLower(next)
		small := strings.ToLower(prev) == prev
		opens := opener(next) || prev == next || min(len(prev), len(next)) >= gluedLeast && (known(low) && known(strings.ToLower(prev)) || small && (words.has(low) || known(prev) && wordFollows(l[at+len(next):])))
		if runes(prev) < 2 || !opens && (!small || !known(prev) || !known(low)) || inAddress(l, at) || strings.HasSuffix(l[:at-1-len(prev)], ".") {
			continue
		}
		notes.Add(reader.RepairSpace, prev+l[at-1:at]+next)
		l = l[:at] + " " + l[at:]
	}
	return l
}

// gluedLeast is how long two words are at least that may be names, or of which
// the first may be new to the text, in bytes: no ending of an address is as long.
const gluedLeast = 5

// wordFollows reports whether a blank and a word follow: an address ends before one.
func wordFollows(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, " "))
	return strings.HasPrefix(rest, " ") && unicode.IsLetter(r)
}

// opener reports whether word begins sentences and names nothing.
func opener(word string) bool {
	switch word {
	case "The", "This", "These", "That", "Those", "There", "It", "He", "She", "They", "We", "But", "And", "After", "Before", "When", "While", "With", "However", "Although",
		"According", "Additionally", "Because", "Despite", "During", "Following", "Furthermore", "Like", "Meanwhile", "Moreover", "Since", "Their", "Then", "Throughout", "Under", "Until":
		return true
	}
	return false
}

// inAddress reports whether the word around at looks like an address or a path.
func inAddress(l string, at int) bool {
	start := strings.LastIndexAny(l[:at], " \n") + 1
	end := strings.IndexAny(l[at:], " \n")
	if end < 0 {
		end = len(l) - at
	}
	return strings.ContainsAny(l[start:at+end], "/@\\_<>=") || strings.Contains(l[start:at+end], "](")
}
