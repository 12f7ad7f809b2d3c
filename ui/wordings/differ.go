package wordings

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/compare"
)

// word is a word of a quote. Blank tells that a blank comes before it.
type word struct {
	text  reader.Text
	blank bool
	own   bool // the other quote does not have it here
}

// differ returns the words of two quotes, marked where they differ. Marks,
// case and punctuation make no difference.
func differ(a, b reader.Text) (first, second []word) {
	first, second = split(a), split(b)
	i, j := 0, 0
	edits := compare.Words(keysOf(first), keysOf(second))
	for at, e := range edits {
		n := strings.Count(e.Text, " ")
		switch {
		case e.Op == compare.Gone:
			own(settled(first, i, i+n, lone(edits, at)))
			i += n
			continue
		case e.Op == compare.New:
			own(settled(second, j, j+n, lone(edits, at)))
			j += n
			continue
		case n == 1 && len(e.Text) <= smallWord && at > 0 && at+1 < len(edits):
			own(first[i : i+1]) // "the" alone in the midst of what differs
			own(second[j : j+1])
		}
		i, j = i+n, j+n
	}
	return first, second
}

// smallWord is the length, with the blank after it, up to which a word that
// both have does not part two differences.
const smallWord = len("the ")

// lone reports whether nothing stands in the other quote where an edit is.
func lone(edits []compare.Edit, at int) bool {
	return (at == 0 || edits[at-1].Op == compare.Same) && (at+1 == len(edits) || edits[at+1].Op == compare.Same)
}

// settled returns the words from one to another that only one quote has. If
// they are alone and could as well begin a little earlier, they do so where
// they end with a clause then: "and 12 pumps," rather than "12 pumps, and".
func settled(list []word, from, to int, lone bool) []word {
	for k := 0; lone && k < to; k++ {
		if strings.ContainsAny(string(list[to-k-1].text[len(list[to-k-1].text)-1:]), ",;:.!?") {
			return list[from-k : to-k]
		}
		if from-k == 0 || list[from-k-1].own || key(list[from-k-1].text) != key(list[to-k-1].text) {
			break
		}
	}
	return list[from:to]
}

func own(list []word) {
	for i := range list {
		list[i].own = true
	}
}

// split returns the words of t. Where a script has no blanks every character is one.
func split(t reader.Text) []word {
	var list []word
	start, blank := 0, false
	add := func(end int) {
		if end > start {
			list = append(list, word{text: t.Slice(reader.Span{Start: start, End: end}), blank: blank && len(list) > 0})
			blank = false
		}
	}
	alone := false
	for i, r := range string(t) {
		switch {
		case unicode.IsSpace(r):
			add(i)
			start, blank, alone = i+utf8.RuneLen(r), true, false
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			add(i)
			start, alone = i, true
		case alone && unicode.IsLetter(r):
			add(i)
			start, alone = i, false
		}
	}
	add(len(t))
	return list
}

// keysOf writes the words for a comparison, with a blank after each.
func keysOf(list []word) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(key(w.text))
		b.WriteByte(' ')
	}
	return b.String()
}

// key is a word without what makes no difference.
func key(word reader.Text) string {
	key := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, string(word))
	if key == "" {
		return string(word)
	}
	return key
}
