package quote

import "strings"

// sourceWords reports whether somebody may be named between the tokens: a
// name, a pronoun, a role. Where nouns have capitals, a capital alone tells
// nothing: the word must stand alone, behind an article, or be a known name.
func (a *analysis) sourceWords(i, j int) bool {
	alone := !a.language.nouns || j-i == 1 || i < j && a.tokens[i].word.is(isDet)
	for ; i < j; i++ {
		if t := &a.tokens[i]; t.word.is(isPron|isRole) || t.upper && !t.word.is(isDet|isTime) && (alone || a.people.at[i] != none) {
			return true
		}
	}
	return false
}

// trimSource drops what cannot belong to the source at both ends.
func (a *analysis) trimSource(from, to int) (int, int) {
	for to > from && a.tokens[to-1].word.is(isAux|isAdv|isTime|isObject|isPrep|isNot) && !a.tokens[to-1].upper {
		to--
	}
	for from < to && (a.tokens[from].word.is(isAdv|isTime|isConj|isSub|isPrep|isAux) || a.tokens[from].kind != kindWord) {
		from++
	}
	for k := from; k < to; k++ {
		if a.tokens[k].word.is(isPrep) { // the minister in Berlin
			to = k
		}
	}
	return from, to
}

// sourceFrom reads the source behind a verb: the words up to a sign, a
// preposition or a conjunction.
func (a *analysis) sourceFrom(i, end int) (from, to int) {
	if from, to = a.particleSource(i, end); from < to {
		return from, to
	}
	i = a.pastAside(a.pastSmall(i, end), end)
	from, to = i, i
	named := false
	for to < end && to < from+10 {
		t := &a.tokens[to]
		if k := a.sourcePiece(from, to, end, named); k > to {
			to, named = k, named || a.namesPerson(k-1)
			continue
		}
		if t.kind != kindWord || t.run != none || t.word.is(isPrep|isConj|isSub|isTime|isThat|isAux|isNot) || t.word.cue != cueNone || a.hearer(from, to) {
			break
		}
		if named && !t.upper && !t.word.is(isDet|isRole) && !particles[a.text[t.start:t.end]] && !a.nameSoon(to, end) {
			break
		}
		if a.anotherName(from, to) {
			break
		}
		named = named || t.upper
		to++
	}
	if !a.sourceWords(from, to) {
		return from, from
	}
	for to > from+1 && !a.tokens[to-1].upper && !a.tokens[to-1].word.is(isRole|isPron) && a.sourceWords(from, to-1) {
		to--
	}
	return from, to
}

// particleSource returns the surname with particles behind a German verb and its
// small words, if there is one: sagte von Lind.
func (a *analysis) particleSource(i, end int) (from, to int) {
	from = a.pastSmall(i, end)
	if !a.language.nouns || from >= end || !a.namesPerson(from) || a.tokens[from].upper {
		return i, i
	}
	for to = from; to < end && a.people.at[to] == a.people.at[from]; to++ {
	}
	return from, to
}

// sourcePiece returns the end of what stands at token to and belongs to the
// source that begins at from though its words alone would end it; named is
// whether a name was read. It is to if nothing does.
func (a *analysis) sourcePiece(from, to, end int, named bool) int {
	t := &a.tokens[to]
	if t.kind == kindMark && t.sign == '(' && to > from && !named { // the head of «Север» Anna Lind
		k := to
		for k < end && a.tokens[k].run == t.run {
			k++
		}
		if a.foreignName(to, k) && k < end && a.namesPerson(k) {
			return k
		}
		return to
	}
	if a.language.nouns && named && a.people.at[to] != none && a.people.at[to] == a.people.at[to-1] {
		return to + 1 // Anna von Lind
	}
	if a.halfWord(to, end) {
		return to + 2 // die Familien- und Frauenministerin
	}
	return a.secondRole(from, to, end)
}

// nameSoon reports whether a person's name follows within a few small words of
// token i: the hydrologist of the Ellmar university Anna Lind, where the
// language has no word for "of the".
func (a *analysis) nameSoon(i, end int) bool {
	if !a.language.bare {
		return false
	}
	for k := i; k < end && k < i+4 && a.tokens[k].kind == kindWord && a.tokens[k].run == none; k++ {
		if a.namesPerson(k) {
			return true
		}
		if a.tokens[k].word.is(isPrep|isConj) || a.tokens[k].word.cue != cueNone {
			return false
		}
	}
	return false
}

// pastSmall returns the first token from i on that is no small word between a
// verb and its subject: sagte gestern, dijo también.
func (a *analysis) pastSmall(i, end int) int {
	for i < end {
		w := a.tokens[i].word
		dated := w.is(isDet) && i+1 < end && a.tokens[i+1].word.is(isTime) // este lunes
		if !dated && (!w.is(isObject|isAdv|isTime|isAux) || a.tokens[i].upper && !w.is(isTime)) {
			break
		}
		i++
	}
	return i
}

// pastAside returns where the subject begins if a preposition and its words
// stand before it, between commas or not: opina en cambio Ruiz, dijeron a la
// agencia los abogados, lamenta, por su parte, Ana Gómez; or the paper to which
// it was said: сообщил «Северу» глава порта. It is i if nothing does.
func (a *analysis) pastAside(i, end int) int {
	k := i
	comma := k < end && a.tokens[k].kind == kindPunct && a.tokens[k].sign == ','
	if comma {
		k++
	}
	switch {
	case k >= end:
		return i
	case a.tokens[k].kind == kindMark && a.tokens[k].sign == '(' && !comma:
		if k = a.pastSmall(a.pastRun(k, end), end); k < end && a.subjectHere(k) {
			return k
		}
		return i
	case !a.tokens[k].word.is(isPrep) || a.tokens[k].word.cue != cueNone:
		return i
	}
	for n := k + 2; n < end && n < k+8; n++ {
		if a.asideEnds(k, n, comma) && a.subjectHere(n) {
			return n
		}
		t := &a.tokens[n]
		inner := t.kind == kindWord || comma && t.kind == kindPunct && t.sign == ','
		if t.run != none || t.word.cue != cueNone || !inner || t.word.is(isConj|isPron) {
			return i
		}
	}
	return i
}

// pastRun returns the token behind the run that token k belongs to.
func (a *analysis) pastRun(k, end int) int {
	r := a.tokens[k].run
	for k < end && a.tokens[k].run == r {
		k++
	}
	return k
}

// asideEnds reports whether the aside that the preposition at token k begins can
// end before token n: at a comma if one opened it, or else with a word that
// nothing has to follow.
func (a *analysis) asideEnds(k, n int, comma bool) bool {
	b := &a.tokens[n-1]
	if comma != (b.kind == kindPunct && b.sign == ',') || !comma && b.kind != kindWord {
		return false
	}
	return !b.word.is(isPrep|isDet|isRole|isPoss) || a.postposed(k, n-1)
}

// postposed reports whether the German preposition at token i only ends what the
// one at token k begins: von Anfang an.
func (a *analysis) postposed(k, i int) bool {
	return a.language.nouns && i > k+1 && a.spelled(k, "von") && (a.spelled(i, "an") || a.spelled(i, "aus"))
}

// subjectHere reports whether a name, or a role with its article, begins at
// token i. A German article may as well be that of a genitive.
func (a *analysis) subjectHere(i int) bool {
	t, b := &a.tokens[i], &a.tokens[i-1]
	if a.namesPerson(i) {
		return a.people.at[i-1] != a.people.at[i]
	}
	if t.word.is(isRole) && (a.language.bare || a.language.nouns) {
		return a.language.bare || i+1 < len(a.tokens) && a.namesPerson(i+1)
	}
	role := i+1 < len(a.tokens) && (a.roleHere(i+1) || i+2 < len(a.tokens) && !a.tokens[i+1].upper && a.roleHere(i+2))
	return t.word.is(isDet) && !t.word.is(isPrep) && role && (!a.language.nouns || b.word.is(isTime) || !genitiveArticle(a.text[t.start:t.end]))
}

// genitiveArticle reports whether w can begin a German genitive: der, eines.
func genitiveArticle(w string) bool { return hasAnySuffix(w, "er", "es") }

// roleHere reports whether token i is a role, in the plural too: los abogados.
func (a *analysis) roleHere(i int) bool {
	t := &a.tokens[i]
	if one, ok := strings.CutSuffix(a.text[t.start:t.end], "s"); ok && a.language.latin {
		return a.language.words[one].is(isRole) || a.language.words[strings.TrimSuffix(one, "e")].is(isRole)
	}
	return t.word.is(isRole)
}

// halfWord reports whether token i is the hyphen of a German word whose end
// stands behind a conjunction: Familien- und Frauenministerin.
func (a *analysis) halfWord(i, end int) bool {
	t := &a.tokens[i]
	return a.language.nouns && t.kind == kindPunct && t.sign == '-' && t.glued && i+2 < end && a.tokens[i+1].word.is(isConj) && a.tokens[i+2].upper
}

// secondRole returns the end of the name that the conjunction at token to
// leads to, behind another role: die Juristin und Autorin Anna Lind.
func (a *analysis) secondRole(from, to, end int) int {
	if to == from || !a.tokens[to].word.is(isConj) || a.namesPerson(to-1) {
		return to
	}
	for k := to + 1; k < end && k < to+5; k++ {
		switch t := &a.tokens[k]; {
		case k > to+1 && a.namesPerson(k) && (a.tokens[k-1].word.is(isRole) || a.language.nouns && a.tokens[k-1].upper):
			for k++; k < end && a.people.at[k] == a.people.at[k-1]; k++ {
			}
			return k
		case t.kind != kindWord || t.run != none || t.word.cue != cueNone || t.word.is(isPrep|isConj) || a.namesPerson(k):
			return to
		}
	}
	return to
}

// hearer reports whether the German article at token to begins no genitive but
// the paper to which the person before it spoke: sagte Vogel der Zeitung.
func (a *analysis) hearer(from, to int) bool {
	if !a.language.nouns || to == from || !a.tokens[to].word.is(isDet) || a.tokens[from].word.is(isDet) || !a.tokens[to-1].upper {
		return false
	}
	return !a.tokens[to-1].word.is(isRole)
}

// anotherName reports whether token to begins another name than the one that
// ends before it, which no role leads to: so beschreibt das FBI Anna Lind.
func (a *analysis) anotherName(from, to int) bool {
	if to == from || a.people.at[to] == none || a.people.at[to] == a.people.at[to-1] {
		return false
	}
	if a.people.at[to-1] == none { // a thing is nobody's role: das Amt Anna Lind
		return a.language.nouns && to > from+1 && equalFold(a.text[a.tokens[from].start:a.tokens[from].end], "das")
	}
	for k := from; k < to; k++ {
		if a.tokens[k].word.is(isRole) {
			return false
		}
	}
	return true
}

// plainNoun returns the end of a noun with its article right behind a verb of
// speech that follows a run: puntualizó el científico, erzählt der 48-Jährige.
// The tables do not know every role; German nouns have their capitals.
func (a *analysis) plainNoun(i, end int) int {
	if i+1 >= end || !a.tokens[i].word.is(isDet) {
		return i
	}
	t := &a.tokens[i+1]
	if a.language.nouns && t.kind == kindNumber && hasAnySuffix(a.text[t.start:t.end], "-J", "-j") && i+2 < end {
		return i + 3 // the number ends before the ä
	}
	if !a.language.latin {
		return i
	}
	if !plainWord(t) {
		return i
	}
	if i+2 < end && !a.tokens[i+2].upper && !a.language.nouns && plainWord(&a.tokens[i+2]) {
		return i + 3 // las mismas fuentes
	}
	return i + 2
}

// plainWord reports whether a token is a word outside of marks that is none of
// grammar and no verb of speech.
func plainWord(t *token) bool {
	return t.kind == kindWord && t.run == none && t.word.cue == cueNone && !t.word.is(isTime|isAdv|isPrep|isConj|isPron|isAux|isObject|isDet)
}

// betweenCommas returns the person's name that stands between commas right
// before token left: Der Präsident des Bundes (BDI), Hans Vogel, sagte.
func (a *analysis) betweenCommas(begin, left int) (from, to int) {
	comma := func(i int) bool { return i > begin && a.tokens[i].kind == kindPunct && a.tokens[i].sign == ',' }
	if to = left - 1; !comma(to) || !a.namesPerson(to-1) {
		return begin, begin
	}
	for from = to - 1; from > begin && a.people.at[from-1] == a.people.at[to-1]; from-- {
	}
	if !comma(from - 1) {
		return begin, begin
	}
	return from, to
}
