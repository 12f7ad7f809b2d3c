package people

import (
	"strings"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
	"offprint/reader/slavic"
)

// nominative returns the name between the tokens, and its words if it stands
// in another case in the text: Анны Беловой.
func (a *Analysis) nominative(first, last int, kind reader.EntityKind) (string, []string) {
	text := a.NameText(first, last)
	if n, ok := a.Language.Bodies[text]; ok {
		return n, nil
	}
	if kind != reader.EntityPerson || !a.Language.Bare || last-first < 2 {
		return text, nil
	}
	words, changed := slavic.Nominative(strings.Fields(text), a.Language.Forename)
	if !changed {
		return text, nil
	}
	return strings.Join(words, " "), words
}

// pastTown returns where the name itself begins among the tokens of one that
// was given, in a language without articles: behind the town of an office, мэр
// Эльмара Анна Линд, and behind an adverb, Позже Линд.
func (a *Analysis) pastTown(first, last int) int {
	if !a.Language.Bare {
		return first
	}
	for first < last-1 && a.Tokens[first].Word.Is(word.Adv|word.Time) && !a.Tokens[first].Word.Is(word.Forename) {
		first++
	}
	if first == 0 || last-first < 3 || a.Tokens[first].Word.Is(word.Forename) {
		return first
	}
	t, b := &a.Tokens[first], &a.Tokens[first-1]
	w := a.Text[t.Start:t.End]
	if b.Kind != grammar.KindWord || b.Word.Cue != word.CueNone || b.Upper && !b.Word.Is(word.Role) || b.Word.Is(word.Prep|word.Conj) || !word.HasAnySuffix(w, "а", "я", "ы", "и", "у", "і") {
		return first
	}
	for k := first + 1; k < last-1; k++ {
		if n := &a.Tokens[k]; a.Language.Forename(strings.ToLower(a.Text[n.Start:n.End])) != slavic.Unknown {
			return k
		}
	}
	if last-first == 3 && a.standsIn(w) {
		return first + 1
	}
	return first
}

// standsIn reports whether the text elsewhere has the word w, in another case,
// as a place behind a preposition: в Эльмаре.
func (a *Analysis) standsIn(w string) bool {
	_, n := utf8.DecodeLastRuneInString(w)
	for i := 1; i < len(a.Tokens); i++ {
		t, b := &a.Tokens[i], &a.Tokens[i-1]
		if !t.Upper || t.Kind != grammar.KindWord || b.Kind != grammar.KindWord || !strings.HasPrefix(a.Text[t.Start:t.End], w[:len(w)-n]) || int(t.End-t.Start) > len(w)+2 {
			continue
		}
		switch strings.ToLower(a.Text[b.Start:b.End]) {
		case "в", "во", "из", "у", "із", "до":
			return true
		}
	}
	return false
}

// untowned is pastTown for the words of a name that begins at token first.
func (a *Analysis) untowned(words []string, first int) []string {
	if !a.Language.Bare {
		return words
	}
	w := a.Text[a.Tokens[first].Start:a.Tokens[first].End]
	for k := range words {
		if words[k] == w {
			return words[k:]
		}
	}
	return words
}

// Seat returns the body in whose house it was said, in the words from left up
// to the verb v: В министерстве обороны заявили. The verb has no subject and
// stands in the plural.
func (a *Analysis) Seat(left, v int) (from, to int) {
	if left+1 >= v || !a.seatHere(v, left) {
		return v, v
	}
	for to = v; to > left+1 && a.Tokens[to-1].Word.Is(word.Adv|word.Time|word.Object|word.Prep|word.Pron); to-- {
	}
	return left + 1, to
}

// SeatBehind is seat for what stands behind the verb: заявили в МИД Франции.
func (a *Analysis) SeatBehind(v, end int) (from, to int) {
	if v+2 >= end || !a.seatHere(v, v+1) {
		return v, v
	}
	for to = v + 2; to < end && a.Tokens[to].Kind == grammar.KindWord && a.Tokens[to].Run == none && !a.Tokens[to].Word.Is(word.Prep|word.Conj|word.Time); to++ {
	}
	return v + 2, to
}

// seatHere reports whether token i is the preposition before a body, and the
// verb v a plural.
func (a *Analysis) seatHere(v, i int) bool {
	t := &a.Tokens[v]
	if !a.Language.Bare || !word.HasAnySuffix(a.Text[t.Start:t.End], "ли", "лись", "лися", "ют", "ят", "уть") {
		return false
	}
	switch strings.ToLower(a.Text[a.Tokens[i].Start:a.Tokens[i].End]) {
	case "в", "во", "у", "при":
		return a.Tokens[i+1].Word.Is(word.Org) || a.Tokens[i+1].Caps
	}
	return false
}

// sameName reports whether two names are one: Петр and Пётр.
func (a *Analysis) sameName(x, y string) bool {
	return x == y || a.Language.Bare && strings.ReplaceAll(x, "ё", "е") == strings.ReplaceAll(y, "ё", "е")
}
