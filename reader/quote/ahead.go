package quote

// clauseReach is how many tokens ahead the finite verb of a clause is looked for.
const clauseReach = 12

// clauseFollows reports whether a subject and a finite verb come within a few words.
func (a *analysis) clauseFollows(i, end int) bool {
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
func (a *analysis) pastBracket(j, end int) int {
	if a.tokens[j].kind != kindPunct || a.tokens[j].sign != '(' {
		return j
	}
	for k := j + 1; k < end && k < j+longestBracket; k++ {
		if t := &a.tokens[k]; t.kind == kindPunct && t.sign == ')' {
			return k + 1
		}
	}
	return j
}

// clauseAt decides by token j whether a clause begins at token i; told is whether it does.
func (a *analysis) clauseAt(i, j, end int) (is, told bool) {
	t := &a.tokens[j]
	w, seen := t.word, j > i
	switch {
	case t.kind == kindPunct && t.sign == '\'':
	case t.kind == kindPunct && t.sign == ',' && seen:
		return a.clauseGoesOn(j+1, end), true
	case t.kind == kindPunct || t.kind == kindMark:
		return false, true
	case w.is(isPron) && !w.is(isNumber) && !seen:
		return true, true
	case w.is(isBe|isHave|isDo|isModal) && !w.is(isPoss):
		return seen, true
	case w.is(isPast|isThird) && !w.is(isNoun) && !t.upper:
		return seen && !a.tokens[j-1].word.is(isDet|isPoss|isPrep), true
	case seen && a.verbOfClause(j, end):
		return true, true
	case a.endsClause(i, j, end):
		return false, true
	}
	return false, false
}

// verbOfClause reports whether token j, which may as well be a noun, is the verb
// of what stands before it: as officials pledge to, as Lind claims.
func (a *analysis) verbOfClause(j, end int) bool {
	t, b := &a.tokens[j], &a.tokens[j-1]
	if t.word.is(isBase) && t.word.cue != cueNone && a.pluralNoun(j-1) && j+1 < end && a.tokens[j+1].word.is(isTo|isThat) {
		return true
	}
	return t.word.is(isThird) && !t.upper && (b.upper || t.word.cue == cueSay && j+1 < end && a.tokens[j+1].sign == ':')
}

// endsClause reports whether token j shows that no clause begins at token i.
func (a *analysis) endsClause(i, j, end int) bool {
	w := a.tokens[j].word
	switch {
	case j == i:
		return false
	case w.is(isRel|isThat|isPron|isTo) && j > i+1, w.is(isSub) && !w.is(isPrep) && !a.onlyAdverb(j, int(a.current.last)):
		return true // as secretary when the pier was built
	case w.is(isConj) && j+1 < end && a.tokens[j+1].word.is(isPrep):
		return true // as a delegate and in a letter
	}
	return w.is(isPrep) && j > i+1 && !a.spelled(j, "of") && !a.spelled(j, "in") && !a.spelled(j, "for")
}

// clauseGoesOn reports whether the participle at token i, behind a subject and a
// comma, opens an aside that a comma and the verb of the clause follow: after
// Lind, asked about it, had left.
func (a *analysis) clauseGoesOn(i, end int) bool {
	if i >= end || a.tokens[i].kind != kindWord || !a.tokens[i].word.is(isPart) || a.tokens[i].upper {
		return false
	}
	for k := i + 1; k+1 < end && k < i+14; k++ {
		t := &a.tokens[k]
		if t.kind == kindPunct && t.sign == ',' {
			w := a.tokens[k+1].word
			return w.is(isBe|isHave|isModal) || w.is(isPast|isThird) && w.cue != cueNone
		}
		if t.kind != kindWord && t.kind != kindNumber {
			return false
		}
	}
	return false
}
