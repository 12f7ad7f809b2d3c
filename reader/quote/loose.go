package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// looseCue returns the predicate that the run at phrase p hangs on though its
// verb is no cue: vowed to "...", his plan would "...". It is the nearest one
// before the run whose subject can speak.
func (a *analysis) looseCue(p int) int {
	best, blank, last := none, none, true // last: no other verb stands between it and the run
	for v := len(a.Verbs) - 1; v >= 0; v-- {
		x := &a.Verbs[v]
		if x.Phrase > p || x.Subject == none || x.Subject > p {
			continue
		}
		w := a.WordAt(x.Phrase)
		if w.Cue != word.CueNone && (w.Cue != word.CueWeak || x.Kind == grammar.ClauseMain || last) {
			return v
		}
		last = false
		switch {
		case best != none || a.nobody(x.Subject) || w.Cue == word.CueNone && x.Patient == none && a.Phrases[x.Phrase].Verb&grammar.Passive != 0 || x.Outer != none && !a.Empty(a.Verbs[x.Outer].Subject) && !(a.Verbs[x.Outer].Kind == grammar.ClauseSub && a.KindAt(x.Opened) == grammar.PhraseSub) || !a.Human(x.Subject) && !a.holdsWords(x.Subject, p):
		case a.Empty(x.Subject):
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
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Phrase != p-1 || x.Kind != grammar.ClauseComplement || x.Opened < 1 || a.KindAt(x.Opened) != grammar.PhraseThat || a.KindAt(x.Opened-1) != grammar.PhraseNoun {
			continue
		}
		h := a.HeadAt(x.Opened - 1)
		if x.Outer != none && a.KindAt(x.Opened-2) != grammar.PhrasePrep {
			if s := a.Verbs[x.Outer].Subject; s != none && a.Human(s) && !a.Empty(s) {
				return false // the mayor gave assurances that it was "safe"
			}
		}
		return reportNouns[a.Text[h.Start:h.End]] && !a.Tokens[a.Phrases[x.Opened-1].First].Word.Is(word.Poss) && !a.Phrases[x.Opened-1].Poss
	}
	return false
}

// nobody reports whether noun phrase s is but "no one" or the like, who says nothing.
func (a *analysis) nobody(s int) bool {
	p := &a.Phrases[s]
	no, one := &a.Tokens[p.First], &a.Tokens[p.Last-1]
	if p.Last-p.First > 1 {
		one = &a.Tokens[p.First+1]
	}
	return a.IsWord(s, "nobody") || a.IsWord(s, "none") || word.EqualFold(a.Text[no.Start:no.End], "no") && word.EqualFold(a.Text[one.Start:one.End], "one")
}

// holdsWords reports whether noun phrase s is a text that the run at phrase p,
// which is long enough, can be taken from: the letter makes a case: "...".
func (a *analysis) holdsWords(s, p int) bool {
	words, _, small := a.CountWords(int(a.Phrases[p].First), int(a.Phrases[p].Last))
	return words > 4 && small > 1 && a.WordAt(s).Is(word.Saying)
}

// plainFrame returns the predicate of a frame behind the run at phrase p whose
// grammar is too knotty for the rules of clauses: right before the first verb
// of speech stands somebody ("...," the Five for Fish director Anna Lind told
// the paper). It is none if there is no such verb before the next sign.
func (a *analysis) plainFrame(p int) int {
	next := p + 1
	if a.KindAt(next) == grammar.PhraseComma {
		next++
	} else if !a.ClosedAsSpeech(p) {
		return none
	}
	if a.KindAt(next) == grammar.PhraseConj {
		return none
	}
	for j := next; j < len(a.Phrases) && j < next+9; j++ {
		switch a.KindAt(j) {
		case grammar.PhraseQuote, grammar.PhraseStop, grammar.PhraseColon, grammar.PhraseComma, grammar.PhraseDash, grammar.PhraseThat, grammar.PhraseSub, grammar.PhraseRel, grammar.PhraseWh:
			return none
		case grammar.PhraseVerb:
			c := a.WordAt(j).Cue
			if c != word.CueSay && c != word.CueTell && c != word.CueAsk || a.Phrases[j].Verb&grammar.Finite == 0 || a.KindAt(j-1) != grammar.PhraseNoun || !a.Human(j-1) {
				return none
			}
			return a.AddVerb(grammar.Predicate{Phrase: j, Subject: j - 1, Outer: none, Opened: next, Owner: none})
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
	if p < 2 || a.KindAt(p-1) != grammar.PhraseComma || a.KindAt(p-2) != grammar.PhraseVerb || a.WordAt(p-2).Cue == word.CueNone || a.KindAt(p+1) != grammar.PhraseNoun {
		return false
	}
	t := a.HeadAt(p + 1)
	return t.Upper && t.Word.Is(word.Pron) && !a.Spelled(int(a.Phrases[p+1].Head), "I") && !a.Headline
}

// bothAnnounced reports whether a verb of speech and a comma or colon announce the
// run at phrase p and, right behind it, another frame announces words of its own:
// Lind said, "Why?" Moe said, "..."
func (a *analysis) bothAnnounced(p int) bool {
	if k := a.KindAt(p - 1); k != grammar.PhraseComma && k != grammar.PhraseColon || a.KindAt(p+1) != grammar.PhraseNoun || !a.Tokens[a.Phrases[p+1].First].Upper {
		return false
	}
	before, behind := false, false
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Inverted || a.WordAt(x.Phrase).Cue == word.CueNone || x.Subject == none {
			continue
		}
		c := a.Complement(x.Phrase+1, x.Phrase)
		if c.Kind != grammar.ContentQuote || a.KindAt(c.Start-1) != grammar.PhraseComma && a.KindAt(c.Start-1) != grammar.PhraseColon {
			continue
		}
		before = before || c.Start == p && x.Phrase < p
		behind = behind || c.Start > p && x.Opened == p+1
	}
	return before && behind
}

// objected returns the predicate of who answers what somebody else said with the
// words behind the colon, those of the run at phrase p, or none: the owners
// rejected Lind's claim: "...".
func (a *analysis) objected(p int) int {
	if p < 4 || a.KindAt(p-1) != grammar.PhraseColon || a.KindAt(p-2) != grammar.PhraseNoun || a.KindAt(p-3) != grammar.PhraseVerb {
		return none
	}
	h := a.HeadAt(p - 2)
	if c := a.WordAt(p - 3).Cue; c != word.CueObject && c != word.CueCall || !reportingNouns[a.Text[h.Start:h.End]] {
		return none
	}
	for v := range a.Verbs {
		if x := &a.Verbs[v]; x.Phrase == p-3 && x.Subject != none && a.CanSpeak(x.Subject) {
			return v
		}
	}
	return none
}

// nounCue ties the run at phrase p to the owner of a noun that reports: the
// mayor's promise of "...", his "..." remark. It reports whether it did.
func (a *analysis) nounCue(i, p int) bool {
	first := int(a.Phrases[p].First)
	reach := first - 9
	if first > int(a.Current.First)+2 && (a.Likened(first-1) || a.Likened(first-2)) {
		reach = first - 18 // her description of every move of the owners as a "..."
	}
	for k := first - 1; k > int(a.Current.First) && k > reach; k-- {
		t := &a.Tokens[k]
		if k == first-1 && t.Kind == grammar.KindPunct && (t.Sign == ',' || t.Sign == '-' || t.Sign == ':') {
			continue // her comment that, "..."; his stock answer - "..."
		}
		if t.Kind != grammar.KindWord || t.Word.Cue != word.CueNone && t.Word.Is(word.Past) && !t.Word.Is(word.Noun) {
			break
		}
		if w := a.Text[t.Start:t.End]; !reportingNouns[w] && !(announcingNouns[w] && a.KindAt(p-1) == grammar.PhraseColon) {
			continue
		}
		for o := k - 1; o >= int(a.Current.First) && o > k-4; o-- {
			if a.Tokens[o].Word.Is(word.Poss) && a.Tokens[o].Kind == grammar.KindWord {
				return a.takeOwner(i, p, o, k)
			}
		}
		return false
	}
	last := int(a.Phrases[p].Last)
	if first > int(a.Current.First) && a.Tokens[first-1].Word.Is(word.Poss) && a.Tokens[first-1].Kind == grammar.KindWord && last < int(a.Current.Last) && reportingNouns[a.Text[a.Tokens[last].Start:a.Tokens[last].End]] {
		return a.takeOwner(i, p, first-1, last)
	}
	return false
}

// takeOwner makes the quote of the run at phrase p by the owner whose
// possessive is token o; the noun that reports is token k.
func (a *analysis) takeOwner(i, p, o, k int) bool {
	head, from := o, o
	if a.Tokens[o].Glued { // the mayor's
		head = o - 1
		from = head
		begin := a.nounBegin(int32(head))
		for from > begin && a.Tokens[from-1].Kind == grammar.KindWord && a.Tokens[from-1].Run == none && !a.Tokens[from-1].Word.Is(word.Prep|word.Conj|word.Sub|word.Finite|word.That|word.Ing|word.To) {
			from--
		}
	}
	if head < int(a.Current.First) || a.Tokens[head].Run != none {
		return false
	}
	r := &a.Runs[a.Phrases[p].Run]
	f := a.unsourced(i, patternNoun)
	f.head = int32(head)
	f.source = span{a.Tokens[from].Start, a.Tokens[head].End}
	f.cue = span{a.Tokens[k].Start, a.Tokens[k].End}
	a.append(f, span{r.Start, r.End})
	return true
}

// nounBegin returns where the noun phrase that holds token i begins, or the sentence.
func (a *analysis) nounBegin(i int32) int {
	for k := range a.Phrases {
		if p := &a.Phrases[k]; p.Kind == grammar.PhraseNoun && p.First <= i && i < p.Last {
			return int(p.First)
		}
	}
	return int(a.Current.First)
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
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if c := a.WordAt(x.Phrase).Cue; c != word.CueSay && c != word.CueTell || x.Kind != grammar.ClauseMain || x.Inverted || x.Subject == none {
			continue
		}
		if x.Opened < 2 || a.KindAt(x.Opened-1) != grammar.PhraseComma || a.FiniteBetween(p+1, x.Opened) {
			return none
		}
		if c := a.Complement(x.Phrase+1, x.Phrase); c.Kind == grammar.ContentQuote && a.KindAt(c.Start-1) == grammar.PhraseComma {
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
	a.addPart(k, a.stretch(p, a.Verbs[v].Opened-1))
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
