package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// nounReports finds what sentence i reports by a noun with its owner: Lind's
// claim that the pier is safe, a warning by the harbour that it is not.
func (a *analysis) nounReports(i int) {
	for p := range a.Phrases {
		n := &a.Phrases[p]
		if n.Kind != grammar.PhraseNoun || n.Poss || !reportNouns[a.Text[a.Tokens[n.Head].Start:a.Tokens[n.Head].End]] {
			continue
		}
		that, by := p+1, none
		if a.KindAt(that) == grammar.PhrasePrep && (a.IsWord(that, "by") || a.IsWord(that, "from")) && a.KindAt(that+1) == grammar.PhraseNoun {
			by, that = that+1, that+2
		}
		if a.KindAt(that) != grammar.PhraseThat || that+2 >= len(a.Phrases) {
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
	n := &a.Phrases[p]
	f := a.unsourced(i, patternNoun)
	f.cue = span{a.Tokens[n.Head].Start, a.Tokens[n.Head].End}
	if by != none {
		f.source, f.head = a.mention(by)
		return f, a.CanSpeak(by)
	}
	for k := n.Head - 1; k >= n.First; k-- {
		t := &a.Tokens[k]
		if !t.Word.Is(word.Poss) || t.Kind != grammar.KindWord {
			continue
		}
		if !t.Glued { // her claim
			f.head, f.source = k, span{t.Start, t.End}
			return f, k == n.First && !word.EqualFold(a.Text[t.Start:t.End], "its")
		}
		if k == n.First {
			return f, false
		}
		f.head, f.source = k-1, span{a.Tokens[n.First].Start, a.Tokens[k-1].End}
		h := &a.Tokens[k-1]
		return f, h.Upper || h.Word.Is(word.Role|word.Human|word.Org)
	}
	return f, false
}

// nounEnd returns where the clause that opens with the "that" at phrase from
// ends: with a comma or the sentence, or before the verb whose subject the
// noun is.
func (a *analysis) nounEnd(from int) int {
	verbs := 0
	for k := from + 1; k < len(a.Phrases); k++ {
		switch a.KindAt(k) {
		case grammar.PhraseComma, grammar.PhraseStop, grammar.PhraseColon, grammar.PhraseDash:
			return k
		case grammar.PhraseVerb:
			if a.Phrases[k].Verb&grammar.Finite == 0 {
				continue
			}
			if b := a.Before(k); verbs > 0 && a.KindAt(b) != grammar.PhraseConj && a.KindAt(b) != grammar.PhraseRel && !a.ownSubject(k) {
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
	for j := k - 1; j >= 0 && a.KindAt(j) != grammar.PhraseVerb; j-- {
		switch a.KindAt(j) {
		case grammar.PhraseThat, grammar.PhraseSub, grammar.PhraseRel, grammar.PhraseWh, grammar.PhraseConj:
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
