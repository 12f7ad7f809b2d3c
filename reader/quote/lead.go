package quote

// outsaid reports whether predicate v, which leads to the run at phrase p, tells
// of words that were not said, or has a subject that can hardly speak, while a
// predicate around it reports: the vote signals "...", said Lind.
func (a *analysis) outsaid(v, p int) bool {
	k := a.kindAt(p - 1)
	unsaid := k != phraseColon && k != phraseComma && a.unsaid(a.verbs[v].phrase)
	mute := (k == phraseVerb || k == phraseNoun || k == phrasePrep) && a.mutely(v)
	if !unsaid && !mute {
		return false
	}
	u := a.around(p)
	if u == none || u == v {
		return false
	}
	return unsaid && !a.unsaid(a.verbs[u].phrase) || mute && !a.mutely(u)
}

// inReport reports whether predicate v, which does not report, stands in what
// another one reports, the run at phrase p behind a colon too: Lind said he was
// too late to look for proof: "...".
func (a *analysis) inReport(v, p int) bool {
	x := &a.verbs[v]
	if a.kindAt(p-1) != phraseColon || a.wordAt(x.phrase).cue != cueNone || a.phrases[x.phrase].verb&infinitive == 0 {
		return false
	}
	u := a.around(p)
	return u != none && u != v && a.verbs[u].phrase < x.phrase
}

// leadsElsewhere reports whether predicate x, which stands right before the run
// at phrase p, belongs to a clause that does not report it.
func (a *analysis) leadsElsewhere(x *predicate, p int) bool {
	k, c := a.kindAt(p-1), a.wordAt(x.phrase).cue
	switch c {
	case cueThink, cueTalk: // if he had planned to stay, "..."
		return x.kind != clauseMain && k == phraseComma
	case cueCall: // they were calling "every hour"
		return p == x.phrase+1 && a.phrases[x.phrase].verb&(passive|participle) == 0
	case cueWeak, cueNone:
		return x.kind != clauseMain && !x.joined && (k != phraseColon || c == cueNone && a.thatOfText(x.opened))
	}
	return false
}

// thatOfText reports whether phrase i is the "that" of a text, whose issuer has
// the words behind the colon: issued a statement that the ice had broken: "...".
func (a *analysis) thatOfText(i int) bool {
	return a.kindAt(i) == phraseThat && a.kindAt(i-1) == phraseNoun && a.wordAt(i-1).is(isSaying)
}

// leads reports whether a verb of that cue reports the run at phrase p, which
// is all that follows it. Verbs of speech do; others only behind a colon or
// comma, or if the run begins like a sentence.
func (a *analysis) leads(c cue, from, p int) bool {
	switch a.kindAt(p - 1) {
	case phraseColon:
		return c != cueNone || p-from < 12
	case phraseComma:
		return c != cueNone
	}
	switch c {
	case cueNone, cueThink:
		return false
	case cueWeak:
		return a.beginsUpper(p)
	}
	return true
}

// saidAround returns the predicate of speech in whose report predicate v stands,
// which reports nothing itself though it is the last one before the colon of the
// run at phrase p, or v: Lind told us the pier had gone as the storms came: "...".
func (a *analysis) saidAround(v, p int) int {
	x := &a.verbs[v]
	if a.kindAt(p-1) != phraseColon || a.wordAt(x.phrase).cue != cueNone || x.kind == clauseMain && a.human(x.subject) {
		return v
	}
	for u := v - 1; u >= 0; u-- {
		y := &a.verbs[u]
		c := a.wordAt(y.phrase).cue
		if y.phrase > x.phrase || y.subject == none || y.kind != clauseMain || c != cueSay && c != cueTell || !a.canSpeak(y.subject) || a.unsaid(y.phrase) {
			continue
		}
		for k := y.phrase; k < p-1; k++ {
			if s := a.kindAt(k); s == phraseStop || s == phraseColon || s == phraseQuote {
				return v
			}
		}
		return u
	}
	return v
}
