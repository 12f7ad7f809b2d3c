package quote

// join gives verb i the subject of an earlier verb: "... and added". A cue
// goes with the outermost cue, for a report's verbs run on at that level.
func (a *analysis) join(i int) {
	owner := a.joinOwner(i)
	if owner == none {
		return
	}
	v := a.active(owner)
	if a.phrases[i].verb&participle != 0 && a.phrases[v.phrase].verb&passive != 0 && a.phrases[i].last-a.phrases[i].first == 1 && !a.saysItself(i) {
		a.phrases[i].verb |= passive // was taken in and told
	}
	id := a.addVerb(predicate{phrase: i, subject: v.subject, outer: v.outer, kind: v.kind, opened: i, joined: true, owner: owner})
	for k := range a.stack {
		if a.stack[k].verb == owner {
			a.stack = a.stack[:k+1]
			a.stack[k].verb = id
			return
		}
	}
}

// tense tells a past form from a present one; 0 if the verb phrase i has auxiliaries.
func (a *analysis) tense(i int) class {
	p := &a.phrases[i]
	if p.last-p.first > 1 || p.verb&finite == 0 {
		return 0
	}
	switch w := a.tokens[p.head].word; {
	case w.is(isPast):
		return isPast
	case w.is(isThird):
		return isThird
	}
	return 0
}

// presentOuter reports whether the past verb v stands in what somebody says
// now: she says he came and asked.
func (a *analysis) presentOuter(v int) bool {
	u := a.verbs[v].outer
	return u != none && a.tense(a.verbs[v].phrase) == isPast && a.tense(a.verbs[u].phrase) == isThird
}

// sameAuxiliary reports whether both verbs begin with the same auxiliary: it
// would attack and would respond.
func (a *analysis) sameAuxiliary(i, j int) bool {
	x, y := &a.tokens[a.phrases[i].first], &a.tokens[a.phrases[j].first]
	return x.word.is(isModal|isHave|isBe|isDo) && a.text[x.start:x.end] == a.text[y.start:y.end]
}

func (a *analysis) joinOwner(i int) int {
	if n := len(a.verbs) - 1; n >= 0 && a.baseAlone(i) && a.phrases[a.verbs[n].phrase].verb&infinitive != 0 {
		return n // to get up and go
	}
	if v := a.top().verb; v != none && a.sameAuxiliary(i, a.verbs[v].phrase) {
		return v
	}
	if v := a.top().verb; v != none && a.tense(i) != 0 && a.tense(i) == a.tense(a.verbs[v].phrase) && a.presentOuter(v) {
		return v
	}
	if a.wordAt(i).cue != cueNone {
		for k := range a.stack {
			v := a.stack[k].verb
			if v != none && a.stack[k].kind != clauseSub && a.verbWord(v).cue != cueNone {
				return v
			}
		}
	}
	return a.top().verb
}

// baseAlone reports whether verb i is one word in its base form.
func (a *analysis) baseAlone(i int) bool {
	p := &a.phrases[i]
	w := a.tokens[p.head].word
	return p.last-p.first == 1 && w.is(isBase) && !w.is(isPast|isThird)
}

// active returns predicate v with the subject of its clause, also if the verb
// is passive.
func (a *analysis) active(v int) predicate {
	p := a.verbs[v]
	if p.patient != none {
		p.subject = p.patient
	}
	return p
}

// saysItself reports whether the verb at phrase i, which could be a participle, has
// words or a clause of its own: was forced to leave and said that.
func (a *analysis) saysItself(i int) bool {
	k := a.complement(i+1, i).kind
	return k == contentQuote || k == contentClause && a.wordAt(i).cue == cueSay
}
