package quote

// foreignInside splits a run that holds its own frame, as French papers print
// it, « Un fleuve, dit-elle, n'est pas un tuyau. », and Russian ones between
// dashes: «Мы готовы, — сказал Белов, — но денег нет». It reports whether
// there is one.
func (a *analysis) foreignInside(i, first, last int) bool {
	if !a.language.elides && !a.language.dashes {
		return false
	}
	for v := first + 2; v+1 < last; v++ {
		t := &a.tokens[v]
		if t.word.cue == cueNone || t.word.is(isPrep) {
			continue
		}
		begin := a.insideBegin(first, v)
		from, to := a.insideSource(v, last)
		if begin < 0 || from >= to {
			continue
		}
		r := &a.runs[t.run]
		f := a.foreignSource(i, v, from, to, patternAfter)
		a.tokens[f.head].speaker = true
		a.append(f, span{r.start, a.tokens[begin].start})
		for to < last && a.tokens[to].kind == kindPunct {
			to++
		}
		if to < last && a.tokens[to].kind == kindWord {
			a.addPart(len(a.found)-1, span{a.tokens[to].start, r.end})
		}
		return true
	}
	return false
}

// insideBegin returns the sign with which the frame of the verb v begins inside
// a run: a comma in French, behind which the words that help the verb may stand,
// else a dash behind another sign. It is none if there is no such sign.
func (a *analysis) insideBegin(first, v int) int {
	u := v
	for u > first && a.language.elides && a.tokens[u-1].word.is(isAux|isAdv|isObject) && a.tokens[u-1].kind == kindWord {
		u--
	}
	b := &a.tokens[u-1]
	switch {
	case u-1 <= first || b.kind != kindPunct:
	case a.language.elides && b.sign == ',':
		return u - 1
	case b.sign == '-' && a.tokens[u-2].kind == kindPunct:
		return u - 2
	}
	return none
}

// insideSource returns who speaks in the frame of the verb v inside a run: a
// name, with its role before it or not, he or she, up to a sign.
func (a *analysis) insideSource(v, last int) (from, to int) {
	from, to = v+1, v+1
	if a.tokens[v].word.is(isPron) {
		from = v
	}
	known := from == v
	for to < last && to < v+8 && a.tokens[to].kind == kindWord && from > v {
		t := &a.tokens[to]
		if t.word.cue != cueNone || t.word.is(isPrep|isConj|isAux) && !a.namesPerson(to) {
			return v, v
		}
		known = known || a.namesPerson(to) || t.word.is(isRole|isPron)
		to++
	}
	if to >= last || !known || a.tokens[to].kind != kindPunct && a.tokens[to].kind != kindMark {
		return v, v
	}
	if !a.language.elides && a.tokens[to].kind == kindPunct && to+1 < last && a.tokens[to+1].sign != '-' && a.tokens[to+1].kind != kindMark {
		return v, v
	}
	return from, to
}
