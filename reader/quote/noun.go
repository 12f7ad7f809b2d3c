package quote

// nounPhrase appends the noun phrase that begins at token i.
func (a *analysis) nounPhrase(i, end int) int {
	first := &a.tokens[i]
	if first.word.is(isPron) && !first.word.is(isDet|isNumber) || first.word.is(isObject) && !first.word.is(isPoss) {
		a.push(phraseNoun, i, i+1, i)
		return i + 1
	}
	j, head := i, i
	poss := false
	for ; j < end; j++ {
		t := &a.tokens[j]
		if t.kind == kindPunct && a.signInNoun(i, j, end) {
			continue
		}
		// a mark: the rest of a phrase whose middle is quoted is left: a "very bad" deal
		if t.kind == kindMark || t.kind == kindPunct || t.kind == kindWord && j > i && a.endsNoun(i, j, end) {
			break
		}
		if t.word.is(isPoss) && t.glued && j > i {
			poss = j+1 >= end || a.tokens[j+1].kind != kindWord || a.endsNoun(i, j+1, end)
			continue
		}
		if t.kind == kindNumber || head == i || a.carries(t, &a.tokens[head]) {
			head = j
		}
	}
	if j == i {
		a.push(phraseOther, i, i+1, i)
		return i + 1
	}
	a.push(phraseNoun, i, j, head).poss = poss
	return j
}

// carries reports whether the word t rather than head is the noun that a
// phrase turns on: one Democrat familiar.
func (a *analysis) carries(t, head *token) bool {
	return !t.word.is(isAdj) || t.word.is(isRole|isHuman) || t.upper || head.word.is(isAdj|isDet|isPoss|isNumber)
}

// signInNoun reports whether the sign at token j stands inside the noun phrase
// from i: crews' boats, $ 5, north/south, a 5 % rise.
func (a *analysis) signInNoun(i, j, end int) bool {
	t := &a.tokens[j]
	if j+1 >= end {
		return false
	}
	switch t.sign {
	case '\'':
		return t.glued && j > i && a.tokens[j+1].kind == kindWord && !a.tokens[j+1].glued
	case '$', '%', '/':
		return true
	case '(', ')':
		return j > i && a.bracketInNoun(i, j, end)
	case '-':
		return t.glued && a.tokens[j+1].glued
	}
	return false
}

// bracketInNoun reports whether the bracket at token j parts a name from the
// noun that it belongs to: the Harbour Office (HO) site.
func (a *analysis) bracketInNoun(i, j, end int) bool {
	if a.tokens[j].sign == ')' {
		for k := j - 1; k > i && k >= j-longestBracket; k-- {
			if a.tokens[k].sign == '(' {
				return true
			}
		}
		return false
	}
	k := j + 1
	for k < end && k < j+longestBracket && a.tokens[k].kind == kindWord && a.tokens[k].upper && a.tokens[k].run == none {
		k++
	}
	if k+1 >= end || a.tokens[k].sign != ')' || k == j+1 || k == j+2 && !a.tokens[j+1].caps {
		return false
	}
	t := &a.tokens[k+1]
	return t.kind == kindWord && !t.upper && a.nounish(k+1) && !a.verbHere(k+1, end)
}

// longestBracket is how many tokens a bracket inside a noun phrase may have.
const longestBracket = 6

// endsNoun reports whether the noun phrase from i ends before token j.
func (a *analysis) endsNoun(i, j, end int) bool {
	t, last := &a.tokens[j], &a.tokens[j-1]
	w := t.word
	switch {
	case t.upper && a.names.Joined(j):
		return false // Reporters Without Borders
	case w.is(isTitle) && t.upper && a.titleOpens(i, j):
		return true
	case t.upper && (j == i+1 && a.behindSite(i, j, end) || !last.upper && a.behindOpening(j, end)):
		return true
	case w.is(isPoss) && t.glued:
		return false // 's after a name is mostly a possessive
	case w.is(isThat | isRel | isWh | isConj | isTo):
		return !(w.is(isConj) && (a.joinsName(j, end) || a.joinsOffice(i, j, end)))
	case w.is(isPrep | isSub):
		return a.prepEnds(j, end)
	case w.is(isDet|isPoss) && !w.is(isNumber):
		return !last.word.is(isDet) && !(w.is(isAdv) && last.word.is(isPoss)) // all the, both these, his most
	case w.is(isPron) && !w.is(isNumber), w.is(isObject) && !w.is(isPoss), w.is(isNot):
		return true
	case w.is(isTime):
		if is, told := a.endsAtTime(i, j); told {
			return is
		}
	}
	if a.verbHere(j, end) {
		return true
	}
	return w.is(isAdv) && !w.is(isAdj|isDet) && !t.upper && !last.word.is(isDet|isPoss) && !a.ordinal(j)
}

// titleOpens reports whether the title at token j begins somebody's name behind
// a noun phrase from i that a preposition governs: in a letter Sen. Lind said.
func (a *analysis) titleOpens(i, j int) bool {
	n, last := len(a.phrases)-1, &a.tokens[j-1]
	if n < 0 || a.phrases[n].kind != phrasePrep || a.text[a.tokens[j].end-1] != '.' || last.upper || last.kind != kindWord {
		return false
	}
	return a.nounish(j-1) && !last.word.is(isRole|isHuman|isAdj|isDet|isPoss|isOrg)
}

// behindOpening reports whether somebody's name and a verb of speech stand at token
// j, behind a participle that opens the sentence and its object, without a comma:
// Describing the boats Lind said.
func (a *analysis) behindOpening(j, end int) bool {
	if len(a.phrases) == 0 || a.phrases[0].kind != phraseVerb || a.phrases[0].verb&gerund == 0 || !a.namesPerson(j) || a.tokens[j-1].word.is(isRole|isHuman|isAdj|isDet|isPoss|isOrg|isTitle) {
		return false
	}
	for k := j + 1; k < end && k < j+4; k++ {
		if t := &a.tokens[k]; t.kind != kindWord || !t.upper {
			return t.kind == kindWord && t.word.cue == cueSay && t.word.is(isPast)
		}
	}
	return false
}

// behindSite reports whether somebody's name begins at token j, behind the site on
// which something was written: on Twitter Lind wrote.
func (a *analysis) behindSite(i, j, end int) bool {
	n := len(a.phrases) - 1
	if n < 0 || a.phrases[n].kind != phrasePrep || !a.isWord(n, "on") || !sites[a.text[a.tokens[i].start:a.tokens[i].end]] {
		return false
	}
	for k := j + 1; k < end && k < j+4; k++ {
		if t := &a.tokens[k]; t.kind != kindWord || !t.upper {
			return t.kind == kindWord && t.word.is(isPast|isThird|isAux)
		}
	}
	return false
}

// sites are where people write for everybody.
var sites = map[string]bool{
	"Twitter": true, "X": true, "Facebook": true, "Instagram": true, "TikTok": true, "YouTube": true, "Telegram": true,
	"Snapchat": true, "Reddit": true, "LinkedIn": true, "Weibo": true, "Threads": true, "Bluesky": true,
}

// ordinal reports whether token j is a "first" behind an adjective: the former
// first lady.
func (a *analysis) ordinal(j int) bool {
	return a.tokens[j-1].word.is(isAdj) && a.spelled(j, "first")
}

// prepEnds reports whether the preposition at token j ends a noun phrase: not
// inside the name of a body, nor as the noun behind an article (the like).
func (a *analysis) prepEnds(j, end int) bool {
	if a.inCharge(j, end) {
		return false
	}
	noun := a.tokens[j-1].word.is(isDet|isPoss) && j+1 < end && a.nounish(j+1)
	return !a.joinsOrg(j, end) && !noun
}

// inCharge reports whether the preposition at token j stands inside an office
// that somebody's name follows: Special Agent in Charge Karl Moe.
func (a *analysis) inCharge(j, end int) bool {
	if !a.spelled(j, "in") || j+2 >= end || !a.spelled(j+1, "Charge") && !a.spelled(j+1, "charge") {
		return false
	}
	return a.tokens[j-1].upper && a.tokens[j+2].upper && a.tokens[j+2].kind == kindWord
}

// chargeEnds reports whether token k ends an office with a preposition inside it:
// Special Agent in Charge.
func (a *analysis) chargeEnds(k int) bool {
	return k > 0 && a.spelled(k, "Charge") && a.spelled(k-1, "in")
}

// endsAtTime decides whether the word of time at token j ends the noun phrase
// from i; told is whether it does: officials Monday, but Monday's vote, Doris Day
// and USA Today.
func (a *analysis) endsAtTime(i, j int) (is, told bool) {
	t, last := &a.tokens[j], &a.tokens[j-1]
	switch {
	case !t.upper:
		return j > i && last.kind == kindWord, !last.word.is(isDet | isPoss | isAdj | isNumber)
	case a.namesPerson(j):
		return false, true
	}
	return !a.names.Joined(j), !last.word.is(isDet | isPoss | isAdj)
}

// joinsOrg reports whether the preposition j stands inside a name: Bank of America.
func (a *analysis) joinsOrg(j, end int) bool {
	if j == 0 || j+1 >= end || a.text[a.tokens[j].start:a.tokens[j].end] != "of" && a.text[a.tokens[j].start:a.tokens[j].end] != "for" {
		return false
	}
	last, next := &a.tokens[j-1], &a.tokens[j+1]
	return last.upper && last.word.is(isOrg) && next.upper && next.kind == kindWord
}

// joinsOffice reports whether the conjunction j stands inside somebody's
// office: Waters and Transport Minister Lind. The noun phrase begins at i; it
// holds no article and nobody's name.
func (a *analysis) joinsOffice(i, j, end int) bool {
	if j-i > 3 || a.text[a.tokens[j].start] != 'a' {
		return false
	}
	for k := i; k < j; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || !t.upper || t.word.is(isForename|isDet) || a.namesPerson(k) {
			return false
		}
	}
	for k := j + 1; k+1 < end && k < j+5; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || !t.upper || a.namesPerson(k) {
			return false
		}
		if k > j+1 && t.word.is(isRole|isTitle) {
			return a.tokens[k+1].kind == kindWord && a.tokens[k+1].upper && a.nameWord(k+1, false)
		}
	}
	return false
}

// names tells the grammar who is named where: package quote knows.
type names interface {
	// Person reports whether token i belongs to a person's name.
	Person(i int) bool
	// Sure reports whether it does, and the text proves that it is one.
	Sure(i int) bool
	// Joined reports whether token i and the one before it are of one name.
	Joined(i int) bool
}

// namesPerson reports whether token i belongs to a person's name.
func (a *analysis) namesPerson(i int) bool { return a.names.Person(i) }

// surePerson reports whether token i names a person beyond doubt.
func (a *analysis) surePerson(i int) bool { return a.names.Sure(i) }

// joinsName reports whether the conjunction j stands inside a name: Johnson & Johnson.
func (a *analysis) joinsName(j, end int) bool {
	return j > 0 && j+1 < end && a.text[a.tokens[j].start] == '&' && a.tokens[j-1].upper && a.tokens[j+1].upper
}
