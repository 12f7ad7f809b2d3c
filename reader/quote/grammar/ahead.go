package grammar

import "offprint/reader/quote/word"

// clauseReach is how many tokens ahead the finite verb of a clause is looked for.
const clauseReach = 12

// clauseFollows reports whether a subject and a finite verb come within a few words.
func (a *Analysis) clauseFollows(i, end int) bool {
	for j := i; j < end && j < i+clauseReach; j++ {
		if j > i {
			j = a.pastBracket(j, end)
		}
		if j >= end {
			return false
		}
		if is, told := a.clauseAt(i, j, end); told {
			return is
		}
	}
	return false
}

// pastBracket returns the token behind the bracket that opens at token j and
// closes soon, or j: Captain Lind (Ellmar) said.
func (a *Analysis) pastBracket(j, end int) int {
	if a.Tokens[j].Kind != KindPunct || a.Tokens[j].Sign != '(' {
		return j
	}
	for k := j + 1; k < end && k < j+longestBracket; k++ {
		if t := &a.Tokens[k]; t.Kind == KindPunct && t.Sign == ')' {
			return k + 1
		}
	}
	return j
}

// clauseAt decides by token j whether a clause begins at token i; told is whether it does.
func (a *Analysis) clauseAt(i, j, end int) (is, told bool) {
	t := &a.Tokens[j]
	w, seen := t.Word, j > i
	switch {
	case t.Kind == KindPunct && t.Sign == '\'':
	case t.Kind == KindPunct && t.Sign == ',' && seen:
		return a.clauseGoesOn(j+1, end), true
	case t.Kind == KindPunct || t.Kind == KindMark:
		return false, true
	case w.Is(word.Pron) && !w.Is(word.Number) && !seen:
		return true, true
	case w.Is(word.Be|word.Have|word.Do|word.Modal) && !w.Is(word.Poss):
		return seen, true
	case w.Is(word.Past|word.Third) && !w.Is(word.Noun) && !t.Upper:
		return seen && !a.Tokens[j-1].Word.Is(word.Det|word.Poss|word.Prep), true
	case seen && a.verbOfClause(j, end):
		return true, true
	case a.endsClause(i, j, end):
		return false, true
	}
	return false, false
}

// verbOfClause reports whether token j, which may as well be a noun, is the verb
// of what stands before it: as officials pledge to, as Lind claims.
func (a *Analysis) verbOfClause(j, end int) bool {
	t, b := &a.Tokens[j], &a.Tokens[j-1]
	if t.Word.Is(word.Base) && t.Word.Cue != word.CueNone && a.PluralNoun(j-1) && j+1 < end && a.Tokens[j+1].Word.Is(word.To|word.That) {
		return true
	}
	return t.Word.Is(word.Third) && !t.Upper && (b.Upper || t.Word.Cue == word.CueSay && j+1 < end && a.Tokens[j+1].Sign == ':')
}

// endsClause reports whether token j shows that no clause begins at token i.
func (a *Analysis) endsClause(i, j, end int) bool {
	w := a.Tokens[j].Word
	switch {
	case j == i:
		return false
	case w.Is(word.Rel|word.That|word.Pron|word.To) && j > i+1, w.Is(word.Sub) && !w.Is(word.Prep) && !a.onlyAdverb(j, int(a.Current.Last)):
		return true // as secretary when the pier was built
	case w.Is(word.Conj) && j+1 < end && a.Tokens[j+1].Word.Is(word.Prep):
		return true // as a delegate and in a letter
	}
	return w.Is(word.Prep) && j > i+1 && !a.Spelled(j, "of") && !a.Spelled(j, "in") && !a.Spelled(j, "for")
}

// clauseGoesOn reports whether the participle at token i, behind a subject and a
// comma, opens an aside that a comma and the verb of the clause follow: after
// Lind, asked about it, had left.
func (a *Analysis) clauseGoesOn(i, end int) bool {
	if i >= end || a.Tokens[i].Kind != KindWord || !a.Tokens[i].Word.Is(word.Part) || a.Tokens[i].Upper {
		return false
	}
	for k := i + 1; k+1 < end && k < i+14; k++ {
		t := &a.Tokens[k]
		if t.Kind == KindPunct && t.Sign == ',' {
			w := a.Tokens[k+1].Word
			return w.Is(word.Be|word.Have|word.Modal) || w.Is(word.Past|word.Third) && w.Cue != word.CueNone
		}
		if t.Kind != KindWord && t.Kind != KindNumber {
			return false
		}
	}
	return false
}

// lastTime reports whether "last week" stands at token i, behind a noun: what lasts
// a week is rarely told so.
func (a *Analysis) lastTime(i, end int) bool {
	return a.Tokens[i].End-a.Tokens[i].Start == 4 && i+1 < end && a.Spelled(i, "last") && a.timeHere(i+1) && !a.Tokens[i+1].Upper && i > 0 && a.Tokens[i-1].Word.Is(word.Noun|word.Role|word.Human|word.Pron) && !a.Tokens[i-1].Word.Is(word.Plural|word.Modal)
}

// thisTime are the words that make a time of the word behind them: this week.
var thisTime = map[string]bool{"this": true, "last": true, "next": true, "This": true, "Last": true, "Next": true, "every": true, "each": true, "Every": true, "Each": true}
