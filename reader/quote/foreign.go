package quote

// foreignSpeech finds the quotes of sentence i in a language whose grammar of
// clauses the maker does not have: a run, and the frame right beside it.
func (a *analysis) foreignSpeech(i int) {
	a.phrases, a.verbs = a.phrases[:0], a.verbs[:0]
	first, last := int(a.current.first), int(a.current.last)
	for k := first; k < last; {
		r := a.tokens[k].run
		if r == none {
			k++
			continue
		}
		end := k
		for end < last && a.tokens[end].run == r {
			end++
		}
		a.foreignRun(i, k, end)
		k = end
	}
}

// foreignRun ties the run of the tokens from first to last to its speaker.
func (a *analysis) foreignRun(i, first, last int) {
	r := &a.runs[a.tokens[first].run]
	s := span{r.start, r.end}
	if r.from != none {
		if k := a.holder(r.from); k != none {
			a.addPart(k, s)
			return
		}
	}
	if a.language.words != nil && a.foreignFrame(i, first, last, s) {
		return
	}
	if k := len(a.found) - 1; r.dash && k >= 0 && a.found[k].sentence == int32(i) {
		a.addPart(k, s)
		return
	}
	alone := first == int(a.current.first) && !a.wordBetween(last, int(a.current.last))
	words, _, small := a.countWords(first, last)
	if a.language.words == nil {
		if words < 3 && s.end-s.start < 24 {
			return
		}
	} else if words < 3 || small == 0 && words < 8 || !alone && words < 6 {
		return // a title or a word held at arm's length
	}
	if alone && a.carryOn(i, s) {
		return
	}
	a.append(a.unsourced(i, patternNone), s)
}

// foreignFrame ties the run s of the tokens from first to last to the frame
// right behind or before it. It reports whether there is one.
func (a *analysis) foreignFrame(i, first, last int, s span) bool {
	how := patternAfter
	v, from, to, ok := a.frameBehind(last)
	if !ok {
		how = patternBefore
		v, from, to, ok = a.frameBefore(first)
	}
	if !ok {
		return false
	}
	if k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i) && a.found[k].head == int32(to-1) {
		a.addPart(k, s) // both sides of one frame
		return true
	}
	f := a.unsourced(i, how)
	f.head = int32(to - 1)
	f.source = span{a.tokens[from].start, a.tokens[to-1].end}
	f.cue = span{a.tokens[v].start, a.tokens[v].end}
	a.tokens[f.head].speaker = true
	a.append(f, s)
	return true
}

func (a *analysis) wordBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.tokens[i].kind == kindWord {
			return true
		}
	}
	return false
}

// frameBehind reads "said N" or "N said" from token i on: the verb, and the
// tokens of the source.
func (a *analysis) frameBehind(i int) (v, from, to int, ok bool) {
	end := int(a.current.last)
	for i < end && a.tokens[i].kind == kindPunct && (a.tokens[i].sign == ',' || a.tokens[i].sign == '-' || a.tokens[i].sign == '.') {
		i++
	}
	for v = i; v < end && v < i+7; v++ {
		t := &a.tokens[v]
		if t.kind == kindMark || t.kind == kindPunct || t.run != none {
			return 0, 0, 0, false
		}
		if t.word.cue == cueNone {
			continue
		}
		if t.word.is(isPron) { // dit-il
			return v, v, v + 1, true
		}
		if v > i && a.tokens[i].word.cue == cueNone && a.sourceWords(i, v) {
			from, to = a.trimSource(i, v)
			if from < to {
				return v, from, to, true
			}
		}
		from, to = a.sourceFrom(v+1, end)
		return v, from, to, from < to
	}
	return 0, 0, 0, false
}

// frameBefore reads "N said:" or "said N:" in what stands before token i.
func (a *analysis) frameBefore(i int) (v, from, to int, ok bool) {
	begin := int(a.current.first)
	for v = i - 1; v >= begin && v > i-40; v-- {
		t := &a.tokens[v]
		if t.kind == kindMark || t.run != none {
			return 0, 0, 0, false
		}
		if t.kind == kindPunct && (t.sign == '.' || t.sign == '!' || t.sign == '?') {
			return 0, 0, 0, false
		}
		if t.word.cue == cueNone {
			continue
		}
		if t.word.is(isPrep) { // according to
			if v > begin && a.tokens[v-1].word.is(isPron) { // by his words
				return v, v - 1, v, true
			}
			from, to = a.sourceFrom(v+1, i)
			return v, from, to, from < to
		}
		left := v
		for left > begin && a.tokens[left-1].kind == kindWord && a.tokens[left-1].run == none && !a.tokens[left-1].word.is(isConj|isSub) {
			left--
		}
		if from, to = a.trimSource(left, v); from < to && a.sourceWords(from, to) {
			return v, from, to, true
		}
		if from, to = a.sourceFrom(v+1, i); from < to {
			return v, from, to, true
		}
		return 0, 0, 0, false
	}
	return 0, 0, 0, false
}

// sourceWords reports whether somebody may be named between the tokens: a
// name, a pronoun, a role.
func (a *analysis) sourceWords(i, j int) bool {
	for ; i < j; i++ {
		if t := &a.tokens[i]; t.upper || t.word.is(isPron|isRole) {
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
		if t.kind != kindWord || t.run != none || t.word.is(isPrep|isConj|isSub|isTime|isThat|isAux) || t.word.cue != cueNone {
			break
		}
		if named && !t.upper && !t.word.is(isDet|isRole) && !particles[a.text[t.start:t.end]] {
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
