package quote

// looseCue returns the predicate that the run at phrase p hangs on though its
// verb is no cue: vowed to "...", his plan would "...". It is the nearest one
// before the run whose subject can speak.
func (a *analysis) looseCue(p int) int {
	best, blank, last := none, none, true // last: no other verb stands between it and the run
	for v := len(a.verbs) - 1; v >= 0; v-- {
		x := &a.verbs[v]
		if x.phrase > p || x.subject == none || x.subject > p {
			continue
		}
		w := a.wordAt(x.phrase)
		if w.cue != cueNone && (w.cue != cueWeak || x.kind == clauseMain || last) {
			return v
		}
		last = false
		switch {
		case best != none || a.nobody(x.subject) || w.cue == cueNone && x.patient == none && a.phrases[x.phrase].verb&passive != 0 || x.outer != none && !a.empty(a.verbs[x.outer].subject) || !a.human(x.subject) && !a.holdsWords(x.subject, p):
		case a.empty(x.subject):
			blank = v
		default:
			best = v
		}
	}
	if best == none {
		return blank
	}
	return best
}

// claimedThat reports whether the run at phrase p is what claims say that nobody is
// named for: there are claims that Lind was "asleep".
func (a *analysis) claimedThat(p int) bool {
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.phrase != p-1 || x.kind != clauseComplement || x.opened < 1 || a.kindAt(x.opened) != phraseThat || a.kindAt(x.opened-1) != phraseNoun {
			continue
		}
		h := a.headAt(x.opened - 1)
		if x.outer != none && a.kindAt(x.opened-2) != phrasePrep {
			if s := a.verbs[x.outer].subject; s != none && a.human(s) && !a.empty(s) {
				return false // the mayor gave assurances that it was "safe"
			}
		}
		return reportNouns[a.text[h.start:h.end]] && !a.tokens[a.phrases[x.opened-1].first].word.is(isPoss) && !a.phrases[x.opened-1].poss
	}
	return false
}

// empty reports whether noun phrase s is a subject that stands for nobody: it,
// there.
func (a *analysis) empty(s int) bool {
	return s != none && (a.isWord(s, "it") || a.isWord(s, "there") || a.isWord(s, "there's") || a.isWord(s, "it's"))
}

// nobody reports whether noun phrase s is but "no one" or the like, who says nothing.
func (a *analysis) nobody(s int) bool {
	p := &a.phrases[s]
	no, one := &a.tokens[p.first], &a.tokens[p.last-1]
	if p.last-p.first > 1 {
		one = &a.tokens[p.first+1]
	}
	return a.isWord(s, "nobody") || a.isWord(s, "none") || equalFold(a.text[no.start:no.end], "no") && equalFold(a.text[one.start:one.end], "one")
}

// holdsWords reports whether noun phrase s is a text that the run at phrase p,
// which is long enough, can be taken from: the letter makes a case: "...".
func (a *analysis) holdsWords(s, p int) bool {
	words, _, small := a.countWords(int(a.phrases[p].first), int(a.phrases[p].last))
	return words > 4 && small > 1 && a.wordAt(s).is(isSaying)
}

// plainFrame returns the predicate of a frame behind the run at phrase p whose
// grammar is too knotty for the rules of clauses: right before the first verb
// of speech stands somebody ("...," the Five for Fish director Anna Lind told
// the paper). It is none if there is no such verb before the next sign.
func (a *analysis) plainFrame(p int) int {
	next := p + 1
	if a.kindAt(next) == phraseComma {
		next++
	} else if !a.closedAsSpeech(p) {
		return none
	}
	if a.kindAt(next) == phraseConj {
		return none
	}
	for j := next; j < len(a.phrases) && j < next+9; j++ {
		switch a.kindAt(j) {
		case phraseQuote, phraseStop, phraseColon, phraseComma, phraseDash, phraseThat, phraseSub, phraseRel, phraseWh:
			return none
		case phraseVerb:
			c := a.wordAt(j).cue
			if c != cueSay && c != cueTell && c != cueAsk || a.phrases[j].verb&finite == 0 || a.kindAt(j-1) != phraseNoun || !a.human(j-1) {
				return none
			}
			return a.addVerb(predicate{phrase: j, subject: j - 1, outer: none, opened: next, owner: none})
		}
	}
	return none
}

// anotherBegins reports whether the run at phrase p, which a verb of speech and a
// comma announce, ends its sentence though a comma closes it: he wrote, "We sail,"
// He also sang.
func (a *analysis) anotherBegins(p int) bool {
	if a.bothAnnounced(p) {
		return true
	}
	if p < 2 || a.kindAt(p-1) != phraseComma || a.kindAt(p-2) != phraseVerb || a.wordAt(p-2).cue == cueNone || a.kindAt(p+1) != phraseNoun {
		return false
	}
	t := a.headAt(p + 1)
	return t.upper && t.word.is(isPron) && !a.spelled(int(a.phrases[p+1].head), "I") && !a.headline
}

// bothAnnounced reports whether a verb of speech and a comma or colon announce the
// run at phrase p and, right behind it, another frame announces words of its own:
// Lind said, "Why?" Moe said, "..."
func (a *analysis) bothAnnounced(p int) bool {
	if k := a.kindAt(p - 1); k != phraseComma && k != phraseColon || a.kindAt(p+1) != phraseNoun || !a.tokens[a.phrases[p+1].first].upper {
		return false
	}
	before, behind := false, false
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.inverted || a.wordAt(x.phrase).cue == cueNone || x.subject == none {
			continue
		}
		c := a.complement(x.phrase+1, x.phrase)
		if c.kind != contentQuote || a.kindAt(c.start-1) != phraseComma && a.kindAt(c.start-1) != phraseColon {
			continue
		}
		before = before || c.start == p && x.phrase < p
		behind = behind || c.start > p && x.opened == p+1
	}
	return before && behind
}

// objected returns the predicate of who answers what somebody else said with the
// words behind the colon, those of the run at phrase p, or none: the owners
// rejected Lind's claim: "...".
func (a *analysis) objected(p int) int {
	if p < 4 || a.kindAt(p-1) != phraseColon || a.kindAt(p-2) != phraseNoun || a.kindAt(p-3) != phraseVerb {
		return none
	}
	h := a.headAt(p - 2)
	if c := a.wordAt(p - 3).cue; c != cueObject && c != cueCall || !reportingNouns[a.text[h.start:h.end]] {
		return none
	}
	for v := range a.verbs {
		if x := &a.verbs[v]; x.phrase == p-3 && x.subject != none && a.canSpeak(x.subject) {
			return v
		}
	}
	return none
}

// nounCue ties the run at phrase p to the owner of a noun that reports: the
// mayor's promise of "...", his "..." remark. It reports whether it did.
func (a *analysis) nounCue(i, p int) bool {
	first := int(a.phrases[p].first)
	reach := first - 9
	if first > int(a.current.first)+2 && (a.likened(first-1) || a.likened(first-2)) {
		reach = first - 18 // her description of every move of the owners as a "..."
	}
	for k := first - 1; k > int(a.current.first) && k > reach; k-- {
		t := &a.tokens[k]
		if k == first-1 && t.kind == kindPunct && (t.sign == ',' || t.sign == '-' || t.sign == ':') {
			continue // her comment that, "..."; his stock answer - "..."
		}
		if t.kind != kindWord || t.word.cue != cueNone && t.word.is(isPast) && !t.word.is(isNoun) {
			break
		}
		if w := a.text[t.start:t.end]; !reportingNouns[w] && !(announcingNouns[w] && a.kindAt(p-1) == phraseColon) {
			continue
		}
		for o := k - 1; o >= int(a.current.first) && o > k-4; o-- {
			if a.tokens[o].word.is(isPoss) && a.tokens[o].kind == kindWord {
				return a.takeOwner(i, p, o, k)
			}
		}
		return false
	}
	last := int(a.phrases[p].last)
	if first > int(a.current.first) && a.tokens[first-1].word.is(isPoss) && a.tokens[first-1].kind == kindWord && last < int(a.current.last) && reportingNouns[a.text[a.tokens[last].start:a.tokens[last].end]] {
		return a.takeOwner(i, p, first-1, last)
	}
	return false
}

// takeOwner makes the quote of the run at phrase p by the owner whose
// possessive is token o; the noun that reports is token k.
func (a *analysis) takeOwner(i, p, o, k int) bool {
	head, from := o, o
	if a.tokens[o].glued { // the mayor's
		head = o - 1
		from = head
		begin := a.nounBegin(int32(head))
		for from > begin && a.tokens[from-1].kind == kindWord && a.tokens[from-1].run == none && !a.tokens[from-1].word.is(isPrep|isConj|isSub|isFinite|isThat|isIng|isTo) {
			from--
		}
	}
	if head < int(a.current.first) || a.tokens[head].run != none {
		return false
	}
	r := &a.runs[a.phrases[p].run]
	f := a.unsourced(i, patternNoun)
	f.head = int32(head)
	f.source = span{a.tokens[from].start, a.tokens[head].end}
	f.cue = span{a.tokens[k].start, a.tokens[k].end}
	a.append(f, span{r.start, r.end})
	return true
}

// nounBegin returns where the noun phrase that holds token i begins, or the sentence.
func (a *analysis) nounBegin(i int32) int {
	for k := range a.phrases {
		if p := &a.phrases[k]; p.kind == phraseNoun && p.first <= i && i < p.last {
			return int(p.first)
		}
	}
	return int(a.current.first)
}

// reportingNouns are what somebody says.
var reportingNouns = map[string]bool{
	"accusation": true, "accusations": true, "claim": true, "claims": true, "pledge": true, "promise": true, "promises": true,
	"call": true, "calls": true, "message": true, "comment": true, "comments": true, "remark": true, "remarks": true,
	"warning": true, "assertion": true, "argument": true, "statement": true, "view": true, "description": true,
	"answer": true, "question": true, "criticism": true, "vow": true, "suggestion": true, "proposal": true, "belief": true,
	"insistence": true, "admission": true, "slogan": true, "motto": true, "response": true, "assessment": true,
	"speech": true, "tweet": true, "rhetoric": true, "words": true, "contention": true, "declaration": true, "complaint": true,
}

// brokenOff returns the predicate of the frame that breaks off a sentence which
// begins with the run at phrase p and goes on unmarked, or none: "If we sail"
// with the owners, Lind said, "we go by night."
func (a *analysis) brokenOff(p int) int {
	if p != 0 {
		return none
	}
	for v := range a.verbs {
		x := &a.verbs[v]
		if c := a.wordAt(x.phrase).cue; c != cueSay && c != cueTell || x.kind != clauseMain || x.inverted || x.subject == none {
			continue
		}
		if x.opened < 2 || a.kindAt(x.opened-1) != phraseComma || a.finiteBetween(p+1, x.opened) {
			return none
		}
		if c := a.complement(x.phrase+1, x.phrase); c.kind == contentQuote && a.kindAt(c.start-1) == phraseComma {
			return v
		}
		return none
	}
	return none
}

// takeBroken makes the quote of predicate v with all that stands before its
// frame, beginning with the run at phrase p.
func (a *analysis) takeBroken(i, v, p int) {
	k := a.newFound(i, v, patternAround)
	a.addPart(k, a.stretch(p, a.verbs[v].opened-1))
}

// announcingNouns are what somebody says with the words behind a colon: the
// pilots' verdict: "...".
var announcingNouns = map[string]bool{
	"definition": true, "advice": true, "dictum": true, "verdict": true, "explanation": true, "reply": true,
	"plea": true, "demand": true, "demands": true, "appeal": true, "prediction": true, "observation": true,
	"conclusion": true, "mantra": true, "reaction": true, "announcement": true, "phrase": true, "quip": true,
	"reasoning": true, "excuse": true, "justification": true, "plan": true, "proposition": true, "philosophy": true,
	"instruction": true, "instructions": true, "prayer": true, "wish": true, "rationale": true, "logic": true,
}
