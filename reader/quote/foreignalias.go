package quote

// foreignAlias returns the last token of a person's name in apposition to the
// source that ends before token i: la alcaldesa de Ellmar, Signe Aldaur. It is
// none if there is no such name.
func (a *analysis) foreignAlias(i int) int32 {
	end := int(a.current.last)
	comma := false
	of := a.language.latin && i < end && a.ofRole(&a.tokens[i])
	for k := i; k < end && k < i+9; k++ {
		t := &a.tokens[k]
		switch {
		case t.kind == kindPunct && t.sign == ',' && !comma:
			comma = true
		case t.kind == kindPunct && t.sign != '-', t.kind == kindMark && !comma:
			return none
		case t.word.cue != cueNone || t.word.is(isAux) && comma:
			return none
		case a.namesPerson(k) && t.run == none && a.besideSource(k, comma, of):
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

// besideSource reports whether the name at token k is that of the source before
// it: behind a comma, a run, or the words of an office that "of" leads to.
func (a *analysis) besideSource(k int, comma, of bool) bool {
	return comma || a.tokens[k-1].run != none || of && !a.tokens[k-1].word.is(isPrep|isRole|isConj|isDet)
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
