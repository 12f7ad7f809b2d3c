package quote

// sourceWords reports whether somebody may be named between the tokens: a
// name, a pronoun, a role. Where nouns have capitals, a capital alone tells
// nothing: the word must stand alone, behind an article, or be a known name.
func (a *analysis) sourceWords(i, j int) bool {
	alone := !a.language.nouns || j-i == 1 || i < j && a.tokens[i].word.is(isDet)
	for ; i < j; i++ {
		if t := &a.tokens[i]; t.word.is(isPron|isRole) || t.upper && (alone || a.people.at[i] != none) {
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
	for i < end && a.tokens[i].word.is(isObject|isAdv|isTime|isAux) && !a.tokens[i].upper {
		i++
	}
	from, to = i, i
	named := false
	for to < end && to < from+10 {
		t := &a.tokens[to]
		if t.kind == kindMark && t.sign == '(' && to > from && !named { // the head of «Север» Anna Lind
			k := to
			for k < end && a.tokens[k].run == t.run {
				k++
			}
			if !a.foreignName(to, k) || k >= end || !a.namesPerson(k) {
				break
			}
			to = k
			continue
		}
		if t.kind != kindWord || t.run != none || t.word.is(isPrep|isConj|isSub|isTime|isThat|isAux|isNot) || t.word.cue != cueNone {
			break
		}
		if named && !t.upper && !t.word.is(isDet|isRole) && !particles[a.text[t.start:t.end]] && !a.nameSoon(to, end) {
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

// foreignInside splits a run that holds its own frame, as French papers print
// it: « Un fleuve, dit-elle, n'est pas un tuyau. » It reports whether there is one.
func (a *analysis) foreignInside(i, first, last int) bool {
	if !a.language.elides {
		return false
	}
	for v := first + 2; v+1 < last; v++ {
		t := &a.tokens[v]
		if t.word.cue == cueNone || a.tokens[v-1].kind != kindPunct || a.tokens[v-1].sign != ',' {
			continue
		}
		to := v + 1
		from := v
		if !t.word.is(isPron) {
			from = v + 1
			for to < last && a.namesPerson(to) {
				to++
			}
		}
		if from >= to || to >= last || a.tokens[to].kind != kindPunct && a.tokens[to].kind != kindMark {
			continue
		}
		r := &a.runs[t.run]
		f := a.foreignSource(i, v, from, to, patternAfter)
		a.tokens[f.head].speaker = true
		a.append(f, span{r.start, a.tokens[v-1].start})
		if a.tokens[to].kind == kindPunct {
			to++
		}
		if to < last && a.tokens[to].kind == kindWord {
			a.addPart(len(a.found)-1, span{a.tokens[to].start, r.end})
		}
		return true
	}
	return false
}
