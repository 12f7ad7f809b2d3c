package grammar

import (
	"strings"

	"offprint/reader/quote/word"
)

// LongestTitle is how many words the run of phrase p may have as a title: more with
// a second one behind a colon.
func (a *Analysis) LongestTitle(p int) int {
	if r := &a.Runs[a.Phrases[p].Run]; strings.Contains(a.Text[r.Start:r.End], ": ") {
		return 14
	}
	return 9
}

// titleRun reports whether the run of phrase p is the title of a work by what
// stands right before it, a possessive or a kind of work.
func (a *Analysis) titleRun(p int) bool {
	first := int(a.Phrases[p].First)
	words, capitals, small := a.CountWords(first, int(a.Phrases[p].Last))
	if small > 0 || capitals == 0 || words > a.LongestTitle(p) {
		return false
	}
	if a.KindAt(p-1) == PhrasePrep {
		return words > 1 && !a.Likened(first-1) // speaking to "Harbour This Morning"
	}
	if a.KindAt(p-1) != PhraseNoun {
		return false
	}
	t := &a.Tokens[first-1]
	return t.Kind == KindWord && (t.Word.Is(word.Poss) && t.Glued || a.Work(first-1))
}

// CountWords counts the words of a run, those with a capital, and those
// without one that are no small words of grammar.
func (a *Analysis) CountWords(first, last int) (words, capitals, small int) {
	for i := first; i < last; i++ {
		t := &a.Tokens[i]
		if t.Kind != KindWord && t.Kind != KindNumber || t.Word.Is(word.Poss) && t.Glued {
			continue
		}
		words++
		if t.Upper || t.Kind == KindNumber {
			capitals++
		} else if !t.Word.Is(word.Prep | word.Det | word.Conj | word.To | word.Poss) {
			small++
		}
	}
	return words, capitals, small
}

// Likened reports whether token i is the "as" behind which stands what somebody
// calls something: rated it as "True", but not such as.
func (a *Analysis) Likened(i int) bool {
	return a.Spelled(i, "as") && (i <= int(a.Current.First) || !a.Spelled(i-1, "such"))
}

// Work reports whether token i is a kind of work.
func (a *Analysis) Work(i int) bool {
	t := &a.Tokens[i]
	return works[a.Text[t.Start:t.End]]
}

var works = map[string]bool{
	"book": true, "books": true, "novel": true, "film": true, "movie": true, "show": true, "series": true, "song": true,
	"album": true, "play": true, "musical": true, "memoir": true, "podcast": true, "program": true, "programme": true,
	"sitcom": true, "documentary": true, "segment": true, "magazine": true, "poem": true, "painting": true,
	"exhibition": true, "opera": true, "single": true, "essay": true, "biography": true, "drama": true, "comedy": true,
	"thriller": true, "hit": true, "classic": true, "column": true, "blog": true, "game": true, "report": true,
}
