package quote

// contentEnd returns where the content of predicate v that begins at phrase
// from ends: before another cue of the same speaker, before the clause around
// goes on, or with the sentence. A bare object and an infinitive end sooner
// than a clause.
func (a *analysis) contentEnd(v, from int, kind contentKind) int {
	end := len(a.phrases)
	for end > from+1 && a.kindAt(end-1) == phraseStop {
		end--
	}
	for w := range a.verbs {
		x := &a.verbs[w]
		if w == v || x.phrase <= from || x.phrase >= end {
			continue
		}
		if cut := a.cutBefore(v, w); cut > from && cut < end {
			end = cut
		}
	}
	for k := from + 1; k < end; k++ {
		if a.endsHere(k, kind) {
			end = k
		}
	}
	return end
}

// endsHere reports whether the content ends at phrase k by a sign of its own.
func (a *analysis) endsHere(k int, kind contentKind) bool {
	switch a.kindAt(k) {
	case phraseStop:
		return a.text[a.headAt(k).start] == ';'
	case phraseComma:
		if a.accordingAt(k+1) || a.absolute(k+1) || kind == contentClause && a.contrasts(k+1) {
			return true
		}
		return kind != contentClause && kind != contentQuote && !a.listComma(k)
	case phrasePrep: // planned to sell by tweeting that
		return kind == contentTo && a.isWord(k, "by") && a.kindAt(k+1) == phraseVerb && a.wordAt(k+1).cue != cueNone
	case phraseDash:
		return kind == contentTo || kind == contentObject
	case phraseSub:
		return (kind == contentObject || kind == contentTo) && !a.isWord(k, "if") && !a.isWord(k, "where")
	case phraseConj:
		return (kind == contentObject || kind == contentTo) && a.kindAt(k+1) == phraseNoun && a.startsOwn(k+1)
	}
	return false
}

// contrasts reports whether the writer goes on at phrase k, behind a comma, with
// what others do meanwhile: while the rest want to wait, but the boats sank.
// What stands in marks there is still the speaker's.
func (a *analysis) contrasts(k int) bool {
	switch a.kindAt(k) {
	case phraseSub:
		if !a.isWord(k, "while") {
			return false
		}
	case phraseConj:
		if !a.isWord(k, "but") && !a.isWord(k, "and") || a.kindAt(k+1) != phraseNoun || !a.verbFollows(k+1) {
			return false
		}
	default:
		return false
	}
	for ; k < len(a.phrases) && a.phrases[k].kind != phraseStop; k++ {
		if a.phrases[k].kind == phraseQuote {
			return false
		}
	}
	return true
}

// absolute reports whether "with somebody saying" stands at phrase k.
func (a *analysis) absolute(k int) bool {
	if a.kindAt(k) != phrasePrep || !a.isWord(k, "with") || a.kindAt(k+1) != phraseNoun || a.kindAt(k+2) != phraseVerb {
		return false
	}
	if v := &a.phrases[k+2]; v.verb&gerund == 0 || a.tokens[v.head].word.cue != cueNone {
		return v.verb&gerund != 0
	}
	for j := k + 3; j < len(a.phrases) && j < k+9 && a.kindAt(j) != phraseComma; j++ { // taking to Twitter to call it
		if p := &a.phrases[j]; p.kind == phraseVerb && p.verb&(gerund|infinitive) != 0 && a.tokens[p.head].word.cue != cueNone {
			return true
		}
	}
	return false
}

// listComma reports whether the comma k stands inside a list or before a
// relative clause of the object.
func (a *analysis) listComma(k int) bool {
	for j := k + 1; j < len(a.phrases) && j < k+6; j++ {
		switch a.kindAt(j) {
		case phraseConj:
			return true
		case phraseNoun, phraseComma, phraseAdv, phrasePrep:
		default:
			return false
		}
	}
	return false
}

// startsOwn reports whether a main clause begins with noun phrase i.
func (a *analysis) startsOwn(i int) bool {
	for v := range a.verbs {
		if x := &a.verbs[v]; x.opened == i || x.subject == i && x.kind == clauseMain {
			return true
		}
	}
	return false
}

// cutBefore returns the phrase at which the content of v ends because of
// predicate w, or none: w is another report by the same speaker, or a clause
// around v that goes on.
func (a *analysis) cutBefore(v, w int) int {
	x, y := &a.verbs[w], &a.verbs[v]
	switch {
	case !x.joined && x.subject != none && !x.inverted:
		return a.cutAtClause(x, y)
	case a.ownGerund(x, y):
		return a.backOver(x.subject - 1)
	case x.joined && (x.owner == v || y.joined && x.owner == y.owner):
		return a.cutAtJoined(x)
	}
	return none
}

// cutAtClause is cutBefore where predicate x has a clause of its own, whose
// subject stands before it.
func (a *analysis) cutAtClause(x, y *predicate) int {
	behind := x.opened > y.phrase
	switch before := a.kindAt(x.opened - 1); {
	case behind && before == phraseConj && a.reportsToo(x, y):
		return a.backOver(x.opened - 1)
	case behind && a.meanwhile(x) && a.reportsToo(x, y):
		return a.backOver(x.opened)
	case a.goesOnAround(x, y):
		return a.backOver(x.phrase)
	case behind && before == phraseComma && x.kind == clauseMain && x.outer == none && a.opens(y):
		return x.opened - 1
	case behind && before == phraseQuote && x.opened == y.subject:
		return x.opened // calling it "old" the mayor said
	}
	return none
}

// meanwhile reports whether "while" opens the clause of predicate x, which tells what
// somebody else said: said it was "old" while Moe called it "ancient".
func (a *analysis) meanwhile(x *predicate) bool {
	return a.kindAt(x.opened) == phraseSub && (a.isWord(x.opened, "while") || a.isWord(x.opened, "whereas")) && x.subject == x.opened+1 && a.human(x.subject)
}

// reportsToo reports whether the clause of predicate x, which "and" joins, is a
// report beside that of y rather than a part of it.
func (a *analysis) reportsToo(x, y *predicate) bool {
	switch a.wordAt(x.phrase).cue {
	case cueNone, cueThink:
		return false
	case cueWeak:
		return a.says(x)
	}
	return x.kind != clauseRelative || y.kind == clauseRelative
}

// says reports whether "saying" or the like shares the subject of predicate x: but
// Moe disagreed, saying it was "old".
func (a *analysis) says(x *predicate) bool {
	for v := range a.verbs {
		y := &a.verbs[v]
		if y.joined && y.owner != none && &a.verbs[y.owner] == x && a.wordAt(y.phrase).cue == cueSay {
			return true
		}
	}
	return false
}

// goesOnAround reports whether predicate x goes on with a clause around that of y:
// the mayor, who says that it is late, left.
func (a *analysis) goesOnAround(x, y *predicate) bool {
	if x.opened < y.phrase && x.subject < y.phrase && (x.subject != y.subject || a.phrases[y.phrase].verb&gerund != 0) {
		return true
	}
	return y.kind == clauseRelative && x.subject == y.subject && (!y.joined || x.kind == clauseMain)
}

// ownGerund reports whether "and" joins the gerund x with its own subject to the
// gerund y: Lind saying it was "old" and Moe calling it.
func (a *analysis) ownGerund(x, y *predicate) bool {
	both := a.phrases[x.phrase].verb&a.phrases[y.phrase].verb&gerund != 0
	return both && a.wordAt(x.phrase).cue != cueNone && (x.subject == x.phrase-1 || x.subject == x.phrase-3 && a.placeBehindName(x.phrase-1)) && x.phrase > y.phrase && a.kindAt(x.subject-1) == phraseConj
}

// cutAtJoined is cutBefore where predicate x shares the speaker: and said, adding.
func (a *analysis) cutAtJoined(x *predicate) int {
	b := a.before(x.phrase)
	form, c := a.phrases[x.phrase].verb, a.wordAt(x.phrase).cue
	joined := a.kindAt(b) == phraseComma || a.kindAt(b) == phraseConj
	switch {
	case c == cueNone:
	case joined && form&(gerund|finite) != 0:
		return a.backOver(b)
	case form&gerund != 0 && a.kindAt(b) == phraseQuote && a.closedAsSpeech(b) && c == cueSay:
		return x.phrase // called it "dead," adding that
	}
	return none
}

// opens reports whether predicate y belongs to what opens the sentence,
// before its main clause: After bragging that ..., he left.
func (a *analysis) opens(y *predicate) bool {
	return y.kind == clauseSub || y.joined && y.owner == none || y.kind == clauseRelative && y.opened == y.phrase
}

// backOver returns the phrase k, or the comma or conjunction before it.
func (a *analysis) backOver(k int) int {
	for a.kindAt(k-1) == phraseAdv {
		k--
	}
	if a.kindAt(k-1) == phraseComma {
		return k - 1
	}
	return k
}
