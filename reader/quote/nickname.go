package quote

import "strings"

// withoutNicknames takes the nicknames in marks out of the tokens from first
// on, all of one block, so that the name around them is one: Erik "The Bear"
// Moe. Their runs are no quotes.
func (a *analysis) withoutNicknames(first int, heading bool) {
	kept := first
	for i := first; i < len(a.tokens); i++ {
		if t := &a.tokens[i]; t.kind == kindMark && t.sign == '(' {
			if end := a.nickname(i, first, heading); end > i {
				a.runs[t.run].dead = true
				i = end - 1
				continue
			}
		}
		a.tokens[kept] = a.tokens[i]
		kept++
	}
	a.tokens = a.tokens[:kept]
}

// nickname returns the token behind the run whose opening mark is token i if it
// is a nickname between a forename and a surname, and i if it is none.
func (a *analysis) nickname(i, first int, heading bool) int {
	end := i + 1
	for ; end < len(a.tokens) && a.tokens[end].kind != kindMark; end++ {
		if t := &a.tokens[end]; t.kind != kindWord || !t.upper && !t.word.is(isDet|isPrep) || end > i+3 {
			return i
		}
	}
	if i == first || end+1 >= len(a.tokens) || end == i+1 {
		return i
	}
	before, after := &a.tokens[i-1], &a.tokens[end+1]
	if !before.word.is(isForename) && (heading || before.word.class != 0 || before.caps) || !a.namePart(before) || !a.namePart(after) || after.glued {
		return i
	}
	return end + 1
}

// namePart reports whether a token can be part of a person's name beside a nickname.
func (a *analysis) namePart(t *token) bool {
	return t.kind == kindWord && t.upper && t.run == none && (t.word.is(isForename) || t.word.class == 0)
}

// pastNickname returns the forename that a nickname parts from the surname at
// token i, or i: who finds the names of a text may stop at the marks.
func (a *analysis) pastNickname(i int) int {
	if i == 0 || i >= len(a.tokens) || !a.tokens[i-1].word.is(isForename) || !strings.ContainsAny(a.text[a.tokens[i-1].end:a.tokens[i].start], "\"“”„«»") {
		return i
	}
	return i - 1
}

// nameText returns the words of a name as one line.
func (a *analysis) nameText(first, last int) string {
	text := a.text[a.tokens[first].start:a.tokens[last-1].end]
	if strings.ContainsAny(text, "\"“”„«»") { // a nickname
		words := make([]string, 0, 4)
		for k := first; k < last; k++ {
			words = append(words, a.text[a.tokens[k].start:a.tokens[k].end])
		}
		return strings.Join(words, " ")
	}
	return text
}
