package quote

// foreignColon ties the run s, which opens at token first behind a colon that
// no verb of speech explains, to who stands before it: Hans Vogel: „…“,
// Dennoch gesteht Vogel ein: „…“, or the one with whom the sentence begins:
// Vogel verwies darauf: „…“. Small words alone go on with who spoke before:
// Aber: „…“.
func (a *analysis) foreignColon(i, first, last int, s span) bool {
	begin, colon := int(a.current.first), first-1
	if colon <= begin || a.tokens[colon].kind != kindPunct || a.tokens[colon].sign != ':' || !a.likeSpeech(first, last) {
		return false
	}
	if a.smallWords(begin, colon) {
		return a.carryOn(i, s)
	}
	if from, to := a.nameAt(begin, colon); from < to {
		how := patternLoose
		if a.labelOnly(begin, from) {
			how = patternLabel
		}
		a.foreignTake(a.foreignSource(i, colon, from, to, how), s)
		return true
	}
	if from, to := a.beginner(begin, colon); from < to {
		a.foreignTake(a.foreignSource(i, colon, from, to, patternLoose), s)
		return true
	}
	return false
}

// likeSpeech reports whether the tokens of a run are a sentence rather than a
// title: a capital, an end, and nothing in brackets behind it.
func (a *analysis) likeSpeech(first, last int) bool {
	words, _, small := a.countWords(first, last)
	if words < 2 || !a.firstUpper(first, last) {
		return false
	}
	stop := a.endsAsSpeech(first)
	if last < int(a.current.last) {
		t := &a.tokens[last]
		stop = stop || t.kind == kindPunct && t.sign == '.'
		if !stop && t.kind == kindPunct && t.sign == '(' {
			return false
		}
	}
	return stop || words >= 8 && small >= 4
}

// smallWords reports whether at most four words without a meaning of their own
// stand between the tokens: Und weiter, Aber.
func (a *analysis) smallWords(i, j int) bool {
	if j-i > 4 {
		return false
	}
	for ; i < j; i++ {
		if t := &a.tokens[i]; t.kind != kindWord && t.kind != kindPunct || t.kind == kindWord && !t.word.is(isConj|isAdv|isPrep) {
			return false
		}
	}
	return true
}

// nameAt returns the person's name that ends right before the colon, or before
// one small word that belongs to the verb: gesteht Vogel ein. It is no name
// behind a preposition.
func (a *analysis) nameAt(begin, colon int) (from, to int) {
	to = colon
	if t := &a.tokens[to-1]; to-2 >= begin && t.kind == kindWord && !t.upper && t.word.is(isAdv|isPrep|isDet) {
		to--
	}
	if a.germanPronoun(begin, to-1) {
		return to - 1, to // Hierzu führte er aus:
	}
	n := a.people.at[to-1]
	if n == none || a.tokens[to-1].run != none {
		return colon, colon
	}
	for from = to - 1; from > begin && a.people.at[from-1] == n; from-- {
	}
	if !a.namesPerson(to-1) && (from > begin || !a.current.begins) {
		return colon, colon // the council of the Nordal church: "..."
	}
	for from > begin && a.tokens[from-1].kind == kindWord && a.tokens[from-1].word.is(isRole) && !a.tokens[from-1].word.is(isForename) {
		from--
	}
	if from > begin && a.tokens[from-1].word.is(isPrep|isPoss) {
		return colon, colon
	}
	return from, to
}

// germanPronoun reports whether token i is the pronoun of somebody behind a verb,
// in the words from begin on.
func (a *analysis) germanPronoun(begin, i int) bool {
	if !a.language.nouns || i <= begin {
		return false
	}
	t, b := &a.tokens[i], &a.tokens[i-1]
	return t.run == none && t.word.is(isPron) && t.word.is(isMale|isFemale) && b.kind == kindWord && !b.upper
}

// labelOnly reports whether nothing but the role of who is named from token
// from on stands before the name, or a dash.
func (a *analysis) labelOnly(begin, from int) bool {
	role := from == begin || a.tokens[from].word.is(isRole)
	for k := from - 1; k >= begin; k-- {
		t := &a.tokens[k]
		if t.kind == kindPunct && t.sign == '-' {
			break
		}
		if t.kind != kindWord || !t.upper && !t.word.is(isDet|isPrep|isRole) || t.word.is(isAdv|isConj) {
			return false
		}
		role = role || t.word.is(isRole)
	}
	return role
}

// beginner returns who the sentence begins with: a person, a role with its
// article or its name, he or she.
func (a *analysis) beginner(begin, colon int) (from, to int) {
	to = begin
	role := false
	for to < colon && a.tokens[to].kind == kindWord && a.tokens[to].word.is(isDet|isRole) && a.people.at[to] == none {
		role = role || a.tokens[to].word.is(isRole)
		to++
	}
	if to < colon && a.namesPerson(to) {
		for n := a.people.at[to]; to < colon && a.people.at[to] == n; to++ {
		}
		return begin, to
	}
	if t := &a.tokens[to]; to == begin && t.word.is(isPron) && t.word.is(isMale|isFemale) {
		if a.language.elides && t.word.is(isMale) {
			return colon, colon // Il aura fallu un an :
		}
		return begin, begin + 1
	}
	for to > begin && a.tokens[to-1].word.is(isDet) && !a.tokens[to-1].word.is(isRole) {
		to--
	}
	if role && to > begin {
		return begin, to
	}
	return colon, colon
}
