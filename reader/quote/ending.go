package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// contentEnd returns where the content of predicate v that begins at phrase
// from ends: before another cue of the same speaker, before the clause around
// goes on, or with the sentence. A bare object and an infinitive end sooner
// than a clause.
func (a *analysis) contentEnd(v, from int, kind grammar.ContentKind) int {
	end := len(a.Phrases)
	for end > from+1 && a.KindAt(end-1) == grammar.PhraseStop {
		end--
	}
	for w := range a.Verbs {
		x := &a.Verbs[w]
		if w == v || x.Phrase <= from || x.Phrase >= end {
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
func (a *analysis) endsHere(k int, kind grammar.ContentKind) bool {
	switch a.KindAt(k) {
	case grammar.PhraseStop:
		return a.Text[a.HeadAt(k).Start] == ';'
	case grammar.PhraseComma:
		if a.AccordingAt(k+1) || a.absolute(k+1) || kind == grammar.ContentClause && a.contrasts(k+1) {
			return true
		}
		return kind != grammar.ContentClause && kind != grammar.ContentQuote && !a.listComma(k)
	case grammar.PhrasePrep: // planned to sell by tweeting that
		return kind == grammar.ContentTo && a.IsWord(k, "by") && a.KindAt(k+1) == grammar.PhraseVerb && a.WordAt(k+1).Cue != word.CueNone
	case grammar.PhraseDash:
		return kind == grammar.ContentTo || kind == grammar.ContentObject
	case grammar.PhraseSub:
		return (kind == grammar.ContentObject || kind == grammar.ContentTo) && !a.IsWord(k, "if") && !a.IsWord(k, "where")
	case grammar.PhraseConj:
		return (kind == grammar.ContentObject || kind == grammar.ContentTo) && a.KindAt(k+1) == grammar.PhraseNoun && a.startsOwn(k+1)
	}
	return false
}

// contrasts reports whether the writer goes on at phrase k, behind a comma, with
// what others do meanwhile: while the rest want to wait, but the boats sank.
// What stands in marks there is still the speaker's.
func (a *analysis) contrasts(k int) bool {
	switch a.KindAt(k) {
	case grammar.PhraseSub:
		if !a.IsWord(k, "while") {
			return false
		}
	case grammar.PhraseConj:
		if !a.IsWord(k, "but") && !a.IsWord(k, "and") || a.KindAt(k+1) != grammar.PhraseNoun || !a.VerbFollows(k+1) || a.Spelled(int(a.Phrases[a.NextVerb(k+1)].First), "would") {
			return false
		}
	default:
		return false
	}
	for ; k < len(a.Phrases) && a.Phrases[k].Kind != grammar.PhraseStop; k++ {
		if a.Phrases[k].Kind == grammar.PhraseQuote {
			return false
		}
	}
	return true
}

// absolute reports whether "with somebody saying" stands at phrase k.
func (a *analysis) absolute(k int) bool {
	if a.KindAt(k) != grammar.PhrasePrep || !a.IsWord(k, "with") || a.KindAt(k+1) != grammar.PhraseNoun || a.KindAt(k+2) != grammar.PhraseVerb {
		return false
	}
	if v := &a.Phrases[k+2]; v.Verb&grammar.Gerund == 0 || a.Tokens[v.Head].Word.Cue != word.CueNone {
		return v.Verb&grammar.Gerund != 0
	}
	for j := k + 3; j < len(a.Phrases) && j < k+9 && a.KindAt(j) != grammar.PhraseComma; j++ { // taking to Twitter to call it
		if p := &a.Phrases[j]; p.Kind == grammar.PhraseVerb && p.Verb&(grammar.Gerund|grammar.Infinitive) != 0 && a.Tokens[p.Head].Word.Cue != word.CueNone {
			return true
		}
	}
	return false
}

// listComma reports whether the comma k stands inside a list or before a
// relative clause of the object.
func (a *analysis) listComma(k int) bool {
	for j := k + 1; j < len(a.Phrases) && j < k+6; j++ {
		switch a.KindAt(j) {
		case grammar.PhraseConj:
			return true
		case grammar.PhraseNoun, grammar.PhraseComma, grammar.PhraseAdv, grammar.PhrasePrep:
		default:
			return false
		}
	}
	return false
}

// startsOwn reports whether a main clause begins with noun phrase i.
func (a *analysis) startsOwn(i int) bool {
	for v := range a.Verbs {
		if x := &a.Verbs[v]; x.Opened == i || x.Subject == i && x.Kind == grammar.ClauseMain {
			return true
		}
	}
	return false
}

// cutBefore returns the phrase at which the content of v ends because of
// predicate w, or none: w is another report by the same speaker, or a clause
// around v that goes on.
func (a *analysis) cutBefore(v, w int) int {
	x, y := &a.Verbs[w], &a.Verbs[v]
	switch {
	case !x.Joined && x.Subject != none && !x.Inverted:
		return a.cutAtClause(x, y)
	case a.ownGerund(x, y):
		return a.backOver(x.Subject - 1)
	case x.Joined && (x.Owner == v || y.Joined && x.Owner == y.Owner):
		return a.cutAtJoined(x)
	}
	return none
}

// cutAtClause is cutBefore where predicate x has a clause of its own, whose
// subject stands before it.
func (a *analysis) cutAtClause(x, y *grammar.Predicate) int {
	behind := x.Opened > y.Phrase
	switch before := a.KindAt(x.Opened - 1); {
	case behind && before == grammar.PhraseConj && a.reportsToo(x, y):
		return a.backOver(x.Opened - 1)
	case behind && a.meanwhile(x) && a.reportsToo(x, y):
		return a.backOver(x.Opened)
	case a.goesOnAround(x, y):
		return a.backOver(x.Phrase)
	case behind && before == grammar.PhraseComma && x.Kind == grammar.ClauseMain && x.Outer == none && a.opens(y):
		return x.Opened - 1
	case behind && before == grammar.PhraseQuote && x.Opened == y.Subject:
		return x.Opened // calling it "old" the mayor said
	}
	return none
}

// meanwhile reports whether "while" opens the clause of predicate x, which tells what
// somebody else said: said it was "old" while Moe called it "ancient".
func (a *analysis) meanwhile(x *grammar.Predicate) bool {
	return a.KindAt(x.Opened) == grammar.PhraseSub && (a.IsWord(x.Opened, "while") || a.IsWord(x.Opened, "whereas")) && x.Subject == x.Opened+1 && a.Human(x.Subject)
}

// reportsToo reports whether the clause of predicate x, which "and" joins, is a
// report beside that of y rather than a part of it.
func (a *analysis) reportsToo(x, y *grammar.Predicate) bool {
	switch a.WordAt(x.Phrase).Cue {
	case word.CueNone, word.CueThink:
		return false
	case word.CueWeak:
		return a.says(x)
	}
	return x.Kind != grammar.ClauseRelative || y.Kind == grammar.ClauseRelative
}

// says reports whether "saying" or the like shares the subject of predicate x: but
// Moe disagreed, saying it was "old".
func (a *analysis) says(x *grammar.Predicate) bool {
	for v := range a.Verbs {
		y := &a.Verbs[v]
		if y.Joined && y.Owner != none && &a.Verbs[y.Owner] == x && a.WordAt(y.Phrase).Cue == word.CueSay {
			return true
		}
	}
	return false
}

// goesOnAround reports whether predicate x goes on with a clause around that of y:
// the mayor, who says that it is late, left.
func (a *analysis) goesOnAround(x, y *grammar.Predicate) bool {
	if x.Opened < y.Phrase && x.Subject < y.Phrase && (x.Subject != y.Subject || a.Phrases[y.Phrase].Verb&grammar.Gerund != 0) {
		return true
	}
	return y.Kind == grammar.ClauseRelative && x.Subject == y.Subject && (!y.Joined || x.Kind == grammar.ClauseMain)
}

// ownGerund reports whether "and" joins the gerund x with its own subject to the
// gerund y: Lind saying it was "old" and Moe calling it.
func (a *analysis) ownGerund(x, y *grammar.Predicate) bool {
	both := a.Phrases[x.Phrase].Verb&a.Phrases[y.Phrase].Verb&grammar.Gerund != 0
	return both && a.WordAt(x.Phrase).Cue != word.CueNone && (x.Subject == x.Phrase-1 || x.Subject == x.Phrase-3 && a.PlaceBehindName(x.Phrase-1)) && x.Phrase > y.Phrase && a.KindAt(x.Subject-1) == grammar.PhraseConj
}

// cutAtJoined is cutBefore where predicate x shares the speaker: and said, adding.
func (a *analysis) cutAtJoined(x *grammar.Predicate) int {
	b := a.Before(x.Phrase)
	form, c := a.Phrases[x.Phrase].Verb, a.WordAt(x.Phrase).Cue
	joined := a.KindAt(b) == grammar.PhraseComma || a.KindAt(b) == grammar.PhraseConj
	switch {
	case c == word.CueNone:
	case joined && form&(grammar.Gerund|grammar.Finite) != 0:
		return a.backOver(b)
	case form&grammar.Gerund != 0 && a.KindAt(b) == grammar.PhraseQuote && a.ClosedAsSpeech(b) && c == word.CueSay:
		return x.Phrase // called it "dead," adding that
	}
	return none
}

// opens reports whether predicate y belongs to what opens the sentence,
// before its main clause: After bragging that ..., he left.
func (a *analysis) opens(y *grammar.Predicate) bool {
	return y.Kind == grammar.ClauseSub || y.Joined && y.Owner == none || y.Kind == grammar.ClauseRelative && y.Opened == y.Phrase
}

// backOver returns the phrase k, or the comma or conjunction before it.
func (a *analysis) backOver(k int) int {
	for a.KindAt(k-1) == grammar.PhraseAdv {
		k--
	}
	if a.KindAt(k-1) == grammar.PhraseComma {
		return k - 1
	}
	return k
}
