package grammar

import (
	"strings"

	"offprint/reader/quote/word"
)

// withoutNicknames takes the nicknames in marks out of the tokens from first
// on, all of one block, so that the name around them is one: Erik "The Bear"
// Moe. Their runs are no quotes.
func (a *Analysis) withoutNicknames(first int, heading bool) {
	kept := first
	for i := first; i < len(a.Tokens); i++ {
		if t := &a.Tokens[i]; t.Kind == KindMark && t.Sign == '(' {
			if end := a.nickname(i, first, heading); end > i {
				a.Runs[t.Run].Dead = true
				i = end - 1
				continue
			}
		}
		a.Tokens[kept] = a.Tokens[i]
		kept++
	}
	a.Tokens = a.Tokens[:kept]
}

// nickname returns the token behind the run whose opening mark is token i if it
// is a nickname between a forename and a surname, and i if it is none.
func (a *Analysis) nickname(i, first int, heading bool) int {
	end := i + 1
	for ; end < len(a.Tokens) && a.Tokens[end].Kind != KindMark; end++ {
		if t := &a.Tokens[end]; t.Kind != KindWord || !t.Upper && !t.Word.Is(word.Det|word.Prep) || end > i+3 {
			return i
		}
	}
	if i == first || end+1 >= len(a.Tokens) || end == i+1 {
		return i
	}
	before, after := &a.Tokens[i-1], &a.Tokens[end+1]
	if !before.Word.Is(word.Forename) && (heading || before.Word.Class != 0 || before.Caps) || !a.namePart(before) || !a.namePart(after) || after.Glued {
		return i
	}
	return end + 1
}

// namePart reports whether a token can be part of a person's name beside a nickname.
func (a *Analysis) namePart(t *Token) bool {
	return t.Kind == KindWord && t.Upper && t.Run == none && (t.Word.Is(word.Forename) || t.Word.Class == 0)
}

// PastNickname returns the forename that a nickname parts from the surname at
// token i, or i: who finds the names of a text may stop at the marks.
func (a *Analysis) PastNickname(i int) int {
	if i == 0 || i >= len(a.Tokens) || !a.Tokens[i-1].Word.Is(word.Forename) || !strings.ContainsAny(a.Text[a.Tokens[i-1].End:a.Tokens[i].Start], "\"“”„«»") {
		return i
	}
	return i - 1
}

// NameText returns the words of a name as one line.
func (a *Analysis) NameText(first, last int) string {
	text := a.Text[a.Tokens[first].Start:a.Tokens[last-1].End]
	if strings.ContainsAny(text, "\"“”„«»") { // a nickname
		words := make([]string, 0, 4)
		for k := first; k < last; k++ {
			words = append(words, a.Text[a.Tokens[k].Start:a.Tokens[k].End])
		}
		return strings.Join(words, " ")
	}
	return text
}
