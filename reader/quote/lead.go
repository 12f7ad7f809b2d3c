package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// outsaid reports whether predicate v, which leads to the run at phrase p, tells
// of words that were not said, or has a subject that can hardly speak, while a
// predicate around it reports: the vote signals "...", said Lind.
func (a *analysis) outsaid(v, p int) bool {
	k := a.KindAt(p - 1)
	unsaid := k != grammar.PhraseColon && k != grammar.PhraseComma && a.unsaid(a.Verbs[v].Phrase)
	mute := (k == grammar.PhraseVerb || k == grammar.PhraseNoun || k == grammar.PhrasePrep) && a.Mutely(v)
	if !unsaid && !mute {
		return false
	}
	u := a.around(p)
	if u == none || u == v {
		return false
	}
	return unsaid && !a.unsaid(a.Verbs[u].Phrase) || mute && !a.Mutely(u)
}

// inReport reports whether predicate v, which does not report, stands in what
// another one reports, the run at phrase p behind a colon too: Lind said he was
// too late to look for proof: "...".
func (a *analysis) inReport(v, p int) bool {
	x := &a.Verbs[v]
	if a.KindAt(p-1) != grammar.PhraseColon || a.WordAt(x.Phrase).Cue != word.CueNone || a.Phrases[x.Phrase].Verb&grammar.Infinitive == 0 {
		return false
	}
	u := a.around(p)
	return u != none && u != v && a.Verbs[u].Phrase < x.Phrase
}

// leadsElsewhere reports whether predicate x, which stands right before the run
// at phrase p, belongs to a clause that does not report it.
func (a *analysis) leadsElsewhere(x *grammar.Predicate, p int) bool {
	k, c := a.KindAt(p-1), a.WordAt(x.Phrase).Cue
	switch c {
	case word.CueThink, word.CueTalk: // if he had planned to stay, "..."
		return x.Kind != grammar.ClauseMain && k == grammar.PhraseComma
	case word.CueCall: // they were calling "every hour"
		return p == x.Phrase+1 && a.Phrases[x.Phrase].Verb&(grammar.Passive|grammar.Participle) == 0
	case word.CueWeak, word.CueNone:
		return x.Kind != grammar.ClauseMain && !x.Joined && (k != grammar.PhraseColon || c == word.CueNone && a.thatOfText(x.Opened))
	}
	return false
}

// thatOfText reports whether phrase i is the "that" of a text, whose issuer has
// the words behind the colon: issued a statement that the ice had broken: "...".
func (a *analysis) thatOfText(i int) bool {
	return a.KindAt(i) == grammar.PhraseThat && a.KindAt(i-1) == grammar.PhraseNoun && a.WordAt(i-1).Is(word.Saying)
}

// leads reports whether a verb of that cue reports the run at phrase p, which
// is all that follows it. Verbs of speech do; others only behind a colon or
// comma, or if the run begins like a sentence.
func (a *analysis) leads(c word.Cue, from, p int) bool {
	switch a.KindAt(p - 1) {
	case grammar.PhraseColon:
		return c != word.CueNone || p-from < 12
	case grammar.PhraseComma:
		return c != word.CueNone
	}
	switch c {
	case word.CueNone, word.CueThink:
		return false
	case word.CueWeak:
		return a.beginsUpper(p)
	}
	return true
}

// saidAround returns the predicate of speech in whose report predicate v stands,
// which reports nothing itself though it is the last one before the colon of the
// run at phrase p, or v: Lind told us the pier had gone as the storms came: "...".
func (a *analysis) saidAround(v, p int) int {
	x := &a.Verbs[v]
	if a.KindAt(p-1) != grammar.PhraseColon || a.WordAt(x.Phrase).Cue != word.CueNone || x.Kind == grammar.ClauseMain && a.Human(x.Subject) {
		return v
	}
	for u := v - 1; u >= 0; u-- {
		y := &a.Verbs[u]
		c := a.WordAt(y.Phrase).Cue
		if y.Phrase > x.Phrase || y.Subject == none || y.Kind != grammar.ClauseMain || c != word.CueSay && c != word.CueTell || !a.CanSpeak(y.Subject) || a.unsaid(y.Phrase) {
			continue
		}
		for k := y.Phrase; k < p-1; k++ {
			if s := a.KindAt(k); s == grammar.PhraseStop || s == grammar.PhraseColon || s == grammar.PhraseQuote {
				return v
			}
		}
		return u
	}
	return v
}
