package quote

// nounReports finds what sentence i reports by a noun with its owner: Lind's
// claim that the pier is safe, a warning by the harbour that it is not.
func (a *analysis) nounReports(i int) {
	for p := range a.phrases {
		n := &a.phrases[p]
		if n.kind != phraseNoun || n.poss || !reportNouns[a.text[a.tokens[n.head].start:a.tokens[n.head].end]] {
			continue
		}
		that, by := p+1, none
		if a.kindAt(that) == phrasePrep && (a.isWord(that, "by") || a.isWord(that, "from")) && a.kindAt(that+1) == phraseNoun {
			by, that = that+1, that+2
		}
		if a.kindAt(that) != phraseThat || that+2 >= len(a.phrases) {
			continue
		}
		f, ok := a.ownerOf(i, p, by)
		if !ok {
			continue
		}
		s := a.stretch(that, a.nounEnd(that))
		if a.overlaps(i, s) || s.end-s.start < 12 {
			continue
		}
		a.append(f, s)
	}
}

// ownerOf returns an empty quote of whose report the noun phrase p is: the
// owner inside it, or the noun phrase by.
func (a *analysis) ownerOf(i, p, by int) (found, bool) {
	n := &a.phrases[p]
	f := a.unsourced(i, patternNoun)
	f.cue = span{a.tokens[n.head].start, a.tokens[n.head].end}
	if by != none {
		f.source, f.head = a.mention(by)
		return f, a.canSpeak(by)
	}
	for k := n.head - 1; k >= n.first; k-- {
		t := &a.tokens[k]
		if !t.word.is(isPoss) || t.kind != kindWord {
			continue
		}
		if !t.glued { // her claim
			f.head, f.source = k, span{t.start, t.end}
			return f, k == n.first && !equalFold(a.text[t.start:t.end], "its")
		}
		if k == n.first {
			return f, false
		}
		f.head, f.source = k-1, span{a.tokens[n.first].start, a.tokens[k-1].end}
		h := &a.tokens[k-1]
		return f, h.upper || h.word.is(isRole|isHuman|isOrg)
	}
	return f, false
}

// nounEnd returns where the clause that opens with the "that" at phrase from
// ends: with a comma or the sentence, or before the verb whose subject the
// noun is.
func (a *analysis) nounEnd(from int) int {
	verbs := 0
	for k := from + 1; k < len(a.phrases); k++ {
		switch a.kindAt(k) {
		case phraseComma, phraseStop, phraseColon, phraseDash:
			return k
		case phraseVerb:
			if a.phrases[k].verb&finite == 0 {
				continue
			}
			if b := a.before(k); verbs > 0 && a.kindAt(b) != phraseConj && a.kindAt(b) != phraseRel && !a.ownSubject(k) {
				return a.backOver(k)
			}
			verbs++
		}
	}
	return a.lastContent(from)
}

// ownSubject reports whether the verb at phrase k has a subject that stands
// behind the verb before it.
func (a *analysis) ownSubject(k int) bool {
	for j := k - 1; j >= 0 && a.kindAt(j) != phraseVerb; j-- {
		switch a.kindAt(j) {
		case phraseThat, phraseSub, phraseRel, phraseWh, phraseConj:
			return true
		}
	}
	return false
}

// reportNouns are the nouns whose "that" tells what somebody said.
var reportNouns = map[string]bool{
	"claim": true, "claims": true, "assertion": true, "assertions": true, "allegation": true, "allegations": true,
	"statement": true, "statements": true, "warning": true, "warnings": true, "suggestion": true, "suggestions": true,
	"accusation": true, "accusations": true, "argument": true, "arguments": true, "complaint": true, "complaints": true,
	"contention": true, "insistence": true, "admission": true, "announcement": true, "prediction": true,
	"predictions": true, "promise": true, "pledge": true, "vow": true, "charge": true, "charges": true,
	"declaration": true, "comment": true, "comments": true, "remark": true, "remarks": true, "criticism": true,
	"revelation": true, "acknowledgment": true, "assurance": true, "assurances": true, "denial": true, "demand": true,
	"demands": true, "report": true, "reports": true,
}
