package quote

import "strings"

// cueHere reports whether token v reports speech here.
func (a *analysis) cueHere(v int) bool {
	t := &a.tokens[v]
	switch {
	case t.word.cue == cueNone:
		return false
	case t.word.is(isAdv): // German "so" only between a sign and a name
		return v > int(a.current.first) && a.tokens[v-1].kind != kindWord && v+1 < len(a.tokens) && (a.tokens[v+1].upper || a.tokens[v+1].word.is(isDet))
	case v == int(a.current.first) || a.tokens[v-1].kind != kindWord || t.word.is(isPron|isPrep):
		return true
	case a.language.nouns:
		return !t.upper
	}
	return !a.language.latin || !a.nounHere(v) && !a.participleAlone(v)
}

// nounHere reports whether an article makes token v a noun: una denuncia, son
// annonce. The articles that also stand for a thing do not: la calificó.
func (a *analysis) nounHere(v int) bool {
	b := &a.tokens[v-1]
	if !b.word.is(isDet) || b.word.is(isObject) {
		return false
	}
	switch strings.ToLower(a.text[b.start:b.end]) {
	case "le", "la", "les", "l'", "l’", "los", "las":
		w := a.text[a.tokens[v].start:a.tokens[v].end]
		return !a.language.elides && (w[len(w)-1] == 'a' || w[len(w)-1] == 'e')
	}
	return true
}

// participleAlone reports whether token v is a participle and no word before it
// makes it a report: un acte qualifié de « barbare ».
func (a *analysis) participleAlone(v int) bool {
	t := &a.tokens[v]
	w := a.text[t.start:t.end]
	if !hasAnySuffix(w, "é", "ée", "és", "ées", "ado", "ido", "dicho", "escrito") {
		return false
	}
	for k := v - 1; k >= int(a.current.first) && k > v-7; k-- {
		b := &a.tokens[k]
		if b.word.is(isAux) || b.word.is(isPron) && b.word.cue != cueNone {
			return false
		}
		if b.run != none || b.word.cue != cueNone {
			break
		}
	}
	return true
}

func hasAnySuffix(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// foreignSource makes an empty quote whose source are the tokens from from to
// to and whose verb is token v.
func (a *analysis) foreignSource(i, v, from, to int, how pattern) found {
	f := a.unsourced(i, how)
	for k := from; k < to && to-from > 1 && !a.namesPerson(to-1); k++ {
		if w := a.tokens[k].word; w.is(isPron) && w.is(isMale|isFemale) { // sie ihren Fans
			from, to = k, k+1
		}
	}
	f.head = int32(to - 1)
	f.source = span{a.tokens[from].start, a.tokens[to-1].end}
	f.cue = span{a.tokens[v].start, a.tokens[v].end}
	if a.sayerGender(v, to-1); a.namesPerson(to - 1) {
		return f
	}
	for k := from; k < to; k++ {
		if a.tokens[k].word.is(isRole) {
			f.head = int32(k) // the head of Nordal Hydro is not Nordal Hydro
			break
		}
	}
	f.alias = a.foreignAlias(to)
	return f
}

// foreignAlias returns the last token of a person's name in apposition to the
// source that ends before token i: la alcaldesa de Ellmar, Signe Aldaur. It is
// none if there is no such name.
func (a *analysis) foreignAlias(i int) int32 {
	end := int(a.current.last)
	comma := false
	for k := i; k < end && k < i+9; k++ {
		t := &a.tokens[k]
		switch {
		case t.kind == kindPunct && t.sign == ',' && !comma:
			comma = true
		case t.kind == kindPunct && t.sign != '-', t.kind == kindMark && !comma:
			return none
		case t.word.cue != cueNone || t.word.is(isAux) && comma:
			return none
		case a.namesPerson(k) && t.run == none && (comma || a.tokens[k-1].run != none):
			for k+1 < end && a.people.at[k+1] == a.people.at[k] {
				k++
			}
			return int32(k)
		case comma && !t.word.is(isDet|isRole) && t.kind == kindWord && !t.upper:
			return none
		}
	}
	return none
}

// frameBehind reads "said N" or "N said" from token i on.
func (a *analysis) frameBehind(sentence, i int) (found, bool) {
	end := int(a.current.last)
	for i < end && a.tokens[i].kind == kindPunct && (a.tokens[i].sign == ',' || a.tokens[i].sign == '-' || a.tokens[i].sign == '.') {
		i++
	}
	for v := i; v < end && v < i+7; v++ {
		t := &a.tokens[v]
		if t.kind == kindMark || t.kind == kindPunct || t.run != none {
			return found{}, false
		}
		if !a.cueHere(v) {
			if v == i && a.grown(v) {
				return a.foreignSource(sentence, v, v, v+1, patternAfter), true
			}
			if v > i && v <= i+3 && a.namesPerson(v) && a.verblike(i, v) {
				from, to := a.sourceFrom(v, end)
				return a.foreignSource(sentence, i, from, to, patternAfter), from < to
			}
			continue
		}
		if t.word.is(isPron) { // dit-il
			f := a.foreignSource(sentence, v, v, v+1, patternAfter)
			return f, true
		}
		if v > i && a.tokens[i].word.cue == cueNone && a.sourceWords(i, v) {
			if from, to := a.trimSource(i, v); from < to {
				return a.foreignSource(sentence, v, from, to, patternAfter), true
			}
		}
		from, to := a.sourceFrom(v+1, end)
		if from >= to {
			return a.frameOfAlias(sentence, v, v+1, patternAfter)
		}
		return a.foreignSource(sentence, v, from, to, patternAfter), true
	}
	return found{}, false
}

// grown reports whether token v is a verb grown together with its subject,
// right behind a run: finit-elle.
func (a *analysis) grown(v int) bool {
	t := &a.tokens[v]
	return a.language.elides && t.word.is(isMale|isFemale) && t.word.is(isPron) && strings.ContainsRune(a.text[t.start:t.end], '-')
}

// verblike reports whether the tokens from i up to v, right behind a run, can
// only be a verb that the tables do not know: «...», s'amuse Marc Dubois.
func (a *analysis) verblike(i, v int) bool {
	if a.tokens[i-1].kind != kindPunct {
		return false
	}
	for k := i; k < v; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || t.upper || t.word.is(isPrep|isConj|isTime|isAdv|isThat|isDet) && !t.word.is(isRole) && k == i {
			return false
		}
	}
	return true
}

// frameOfAlias reads "reconoce su capitán, Anselmo Quiroga": words without a
// capital, and the name they introduce.
func (a *analysis) frameOfAlias(sentence, v, i int, how pattern) (found, bool) {
	k := i
	for k < int(a.current.last) && k < i+6 && a.tokens[k].kind == kindWord && a.tokens[k].run == none && !a.tokens[k].upper {
		k++
	}
	if k == i || k >= int(a.current.last) || a.tokens[k].kind != kindPunct || a.tokens[k].sign != ',' || !a.tokens[i].word.is(isDet|isPoss) {
		return found{}, false
	}
	alias := a.foreignAlias(k)
	if alias == none {
		return found{}, false
	}
	f := a.foreignSource(sentence, v, i, k, how)
	f.alias = alias
	return f, true
}

// frameBefore reads "N said:" or "said N:" in what stands before token i.
func (a *analysis) frameBefore(sentence, i int) (found, bool) {
	begin := int(a.current.first)
	for v := i - 1; v >= begin && v > i-40; v-- {
		t := &a.tokens[v]
		if t.kind == kindMark && t.sign == ')' && a.foreignName(a.opening(v), v+1) {
			v = a.opening(v) // a name in marks
			continue
		}
		if t.kind == kindMark || t.run != none {
			return found{}, false
		}
		if t.kind == kindPunct && (t.sign == '.' || t.sign == '!' || t.sign == '?') {
			return found{}, false
		}
		if a.cueHere(v) {
			return a.frameAround(sentence, v, i)
		}
	}
	return found{}, false
}

// opening returns the first token of the run whose closing mark is token v.
func (a *analysis) opening(v int) int {
	r := a.tokens[v].run
	for v > int(a.current.first) && a.tokens[v-1].run == r {
		v--
	}
	return v
}

// frameAround reads who says what the cue v reports, before token i.
func (a *analysis) frameAround(sentence, v, i int) (found, bool) {
	begin, t := int(a.current.first), &a.tokens[v]
	if t.word.is(isPrep) { // according to
		if v > begin && a.tokens[v-1].word.is(isPron) { // by his words
			return a.foreignSource(sentence, v, v-1, v, patternBefore), true
		}
		from, to := a.sourceFrom(v+1, i)
		return a.foreignSource(sentence, v, max(from, begin), max(to, from+1), patternBefore), from < to
	}
	if t.word.is(isPron) { // dit-elle
		return a.foreignSource(sentence, v, v, v+1, patternBefore), true
	}
	left := v
	for left > begin && a.tokens[left-1].kind == kindWord && a.tokens[left-1].run == none && !a.tokens[left-1].word.is(isConj|isSub) {
		left--
	}
	if from, to := a.leftSource(left, v, i); from < to {
		return a.foreignSource(sentence, v, from, to, patternBefore), true
	}
	if from, to := a.sourceFrom(v+1, i); from < to {
		return a.foreignSource(sentence, v, from, to, patternBefore), true
	}
	if from, to := a.overAsides(begin, left); from < to {
		return a.foreignSource(sentence, v, from, to, patternBefore), true
	}
	return found{}, false
}

// leftSource returns who stands in the words from left up to the verb v. Words
// that open with a preposition are no source, but a name right before the verb
// is; neither are words without a name if one stands behind the verb, before
// token i: Ähnlich äußerte sich Vogel.
func (a *analysis) leftSource(left, v, i int) (from, to int) {
	if left < v && a.tokens[left].word.is(isPrep) || a.language.nouns && left < v && !a.known(left, v) {
		if a.namesPerson(v - 1) {
			for from = v - 1; from > left && a.people.at[from-1] == a.people.at[v-1]; from-- {
			}
			return from, v
		}
		if from, to = a.sourceFrom(v+1, i); from < to && a.known(from, to) || a.tokens[left].word.is(isPrep) {
			return v, v
		}
	}
	if from, to = a.trimSource(left, v); from < to && a.sourceWords(from, to) {
		return from, to
	}
	return v, v
}

// known reports whether a name, a pronoun or a role stands between the tokens.
func (a *analysis) known(i, j int) bool {
	for ; i < j; i++ {
		if a.people.at[i] != none || a.tokens[i].word.is(isPron|isRole) {
			return true
		}
	}
	return false
}

// overAsides returns the name or role with which the sentence begins if an
// aside between commas parts it from the verb behind token left: Ruiz, que ha
// dragado en Vigo, sostiene.
func (a *analysis) overAsides(begin, left int) (from, to int) {
	if left <= begin || a.tokens[left-1].kind != kindPunct || a.tokens[left-1].sign != ',' {
		return begin, begin
	}
	k := begin
	for k < left-1 && a.tokens[k].kind == kindWord {
		k++
	}
	if k >= left-1 || a.tokens[k].sign != ',' {
		return begin, begin
	}
	if from, to = a.trimSource(begin, k); from < to && a.sourceWords(from, to) && (a.namesPerson(from) || a.namesPerson(to-1) || a.tokens[from].word.is(isRole|isDet)) {
		return from, to
	}
	return begin, begin
}

// rememberForeign keeps who the sentence i is about, for the quotes of the
// next one: who its frame names ("so Vogel"), or the name or the pronoun that
// it begins with.
func (a *analysis) rememberForeign(i int) {
	begin, end := int(a.current.first), int(a.current.last)
	for v := begin; v < end; v++ {
		if a.tokens[v].run != none || !a.cueHere(v) {
			continue
		}
		if f, ok := a.frameAround(i, v, end); ok && (a.namesPerson(int(f.head)) || f.alias != none || a.tokens[f.head].word.is(isRole|isPron)) {
			a.carried.subject, a.carried.head, a.carried.subjectS = f.source, f.head, i
			if f.alias != none {
				a.carried.head = f.alias
			}
			return
		}
		if a.carried.subjectS == i-1 { // El contrato, advirtió, termina
			a.carried.subjectS = i
			return
		}
	}
	a.rememberBegin(i, begin, end)
}

// rememberBegin keeps whom the sentence i begins with: a name, he or she, or a
// role with its name behind it.
func (a *analysis) rememberBegin(i, begin, end int) {
	role := none
	at := begin
	for at < end && a.tokens[at].kind == kindWord && a.tokens[at].word.is(isDet|isRole) && !a.namesPerson(at) {
		if a.tokens[at].word.is(isRole) {
			role = at
		}
		at++
	}
	c := &a.carried
	switch {
	case at >= end || a.tokens[at].run != none:
	case a.namesPerson(at):
		to := at + 1
		for to < end && a.people.at[to] == a.people.at[at] {
			to++
		}
		c.subject, c.head, c.subjectS = span{a.tokens[at].start, a.tokens[to-1].end}, int32(to-1), i
	case role != none:
		c.subject, c.head, c.subjectS = span{a.tokens[begin].start, a.tokens[role].end}, int32(role), i
		if alias := a.foreignAlias(at); alias != none {
			c.head = alias
		}
	case a.tokens[at].word.is(isMale | isFemale):
		c.subject, c.head, c.subjectS = span{a.tokens[at].start, a.tokens[at].end}, int32(at), i
	}
}
