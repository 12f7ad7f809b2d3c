package quote

import "offprint/reader"

// label finds the sentence's speaker where a transcript or headline names it
// before a colon: LAVROV: We said so. Transcripts may go on with further
// speakers in the same paragraph. It reports whether it took the sentence.
func (a *analysis) label(i int) bool {
	inside := a.carried.labelled == a.current.block+1
	if !inside && a.headlineTail(i) {
		return true
	}
	if len(a.phrases) < 3 || a.kindAt(0) != phraseNoun || a.kindAt(1) != phraseColon || !a.current.begins && !inside && a.kindAt(2) != phraseQuote {
		return false
	}
	p := &a.phrases[0]
	if a.asks(int(p.first)) {
		a.carried.labelled = a.current.block + 1
		return true
	}
	if !a.labels(p, inside) {
		return false
	}
	f := found{first: none, last: none, head: p.head, alias: none, person: none, sentence: int32(i), how: patternLabel, verb: none, paragraph: a.current.block}
	f.source = span{a.tokens[p.first].start, a.tokens[p.last-1].end}
	c := a.headAt(1)
	f.cue = span{c.start, c.end}
	s := a.stretch(2, len(a.phrases))
	if inside || a.kindAt(2) != phraseQuote { // all up to the next speaker is what they say
		s.end = a.turnEnd(int(p.last))
		if !inside && !a.startsSpeech(s) {
			return false
		}
		a.carried.labelled = a.current.block + 1
	}
	a.append(f, s)
	return true
}

// labels reports whether the noun phrase p before a colon can be a speaker:
// inside a transcript only what is in capitals throughout.
func (a *analysis) labels(p *phrase, inside bool) bool {
	if !inside && a.headlineSource(p) {
		return true
	}
	caps := true
	for k := p.first; k < p.last; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || !t.upper {
			return false
		}
		caps = caps && (t.caps || t.word.is(isTitle))
	}
	switch {
	case caps && notices[a.text[a.tokens[p.head].start:a.tokens[p.head].end]]:
		return false
	case caps:
		return true
	case inside || a.people.at[p.head] == none && !a.headline, a.headlineHere() && !a.headline: // Anna Lind: a life on the quay
		return false
	}
	return a.surePerson(int(p.head)) || a.headline && (a.people.at[p.head] != none || p.last-p.first > 1)
}

// innerLabel makes the run at phrase p, a paragraph of a transcript in marks,
// the quote of whom it names in capitals before a colon: "LIND: We said so."
// It reports whether it did.
func (a *analysis) innerLabel(i, p int) bool {
	first, last := a.phrases[p].first, a.phrases[p].last
	if !a.current.begins || p != 0 || a.tokens[first].kind != kindMark {
		return false
	}
	k := first + 1
	for k < last && k < first+5 && a.tokens[k].kind == kindWord && (a.tokens[k].caps || a.tokens[k].upper && a.tokens[k].word.is(isTitle)) {
		k++
	}
	if k == first+1 || k+1 >= last || a.tokens[k].sign != ':' || !a.tokens[k-1].caps || notices[a.text[a.tokens[k-1].start:a.tokens[k-1].end]] {
		return false
	}
	f := a.unsourced(i, patternLabel)
	f.head = k - 1
	f.source = span{a.tokens[first+1].start, a.tokens[k-1].end}
	f.cue = span{a.tokens[k].start, a.tokens[k].end}
	a.append(f, span{a.tokens[k+1].start, a.runs[a.phrases[p].run].end})
	return true
}

// notices are words in capitals before a colon that nobody is called by.
var notices = map[string]bool{
	"NOTE": true, "NOTES": true, "CONTACT": true, "CONTACTS": true, "UPDATE": true, "UPDATED": true, "CORRECTION": true,
	"BACKGROUND": true, "PHOTO": true, "PHOTOS": true, "VIDEO": true, "WATCH": true, "READ": true, "MORE": true,
	"RELATED": true, "ANALYSIS": true, "OPINION": true, "EXCLUSIVE": true, "BREAKING": true, "LIVE": true, "FACTBOX": true,
	"EXPLAINER": true, "TIMELINE": true, "WHAT": true, "WHEN": true, "WHERE": true, "WHO": true, "WHY": true, "HOW": true,
	"DATE": true, "TIME": true, "PLACE": true, "IMPORTANT": true, "WARNING": true, "REMINDER": true, "DISCLAIMER": true,
}

// asks reports whether token i is the Q of a question that nobody is named for.
func (a *analysis) asks(i int) bool {
	return (a.spelled(i, "Q") || a.spelled(i, "QUESTION")) && i+1 < len(a.tokens) && a.tokens[i+1].sign == ':'
}

// turnEnd returns where ends what the speaker says whose label ends before token
// i: before the next label, or with the paragraph.
func (a *analysis) turnEnd(i int) int32 {
	end := int32(a.plain.Blocks[a.current.block].End)
	for i++; i < len(a.tokens) && a.tokens[i].start < end; i++ {
		if !a.stops(i-1) && a.tokens[i-1].kind != kindMark {
			continue
		}
		k := i
		for k < len(a.tokens) && k < i+5 && a.tokens[k].kind == kindWord && (a.tokens[k].caps || a.tokens[k].upper && a.tokens[k].word.is(isTitle)) {
			k++
		}
		if k < len(a.tokens) && a.tokens[k].sign == ':' && k > i || a.asks(i) {
			return a.tokens[i-1].end
		}
	}
	return end
}

// colonName ties the run at phrase p to the noun phrase before its colon if no
// verb reports there: From the report: "..." and, behind a heading and a dash,
// Anna Lind: "..."; but also "Continued Lind:" and "It does not surprise Anna
// Lind:". It reports whether it did.
func (a *analysis) colonName(i, p int) bool {
	if p < 2 || a.kindAt(p-1) != phraseColon && !(a.kindAt(p-1) == phraseComma && p < 8 && a.statesFirst()) {
		return false
	}
	last := p - 2
	for last > 1 && (a.kindAt(last) == phraseTime || a.kindAt(last) == phraseNoun && a.kindAt(last-1) == phrasePrep && (a.isWord(last-1, "in") || a.isWord(last-1, "on"))) {
		if a.kindAt(last) == phraseNoun || a.kindAt(last-1) == phrasePrep {
			last--
		}
		last-- // Anna Lind in December 1992
	}
	if a.kindAt(last) != phraseNoun {
		return false
	}
	if last = a.beforeOffice(last); !a.canSpeak(last) {
		return false
	}
	from, cue := a.colonClause(last)
	if from == none {
		return false
	}
	source := last
	for source > from && (a.kindAt(source-1) == phraseConj || a.kindAt(source-1) == phrasePrep && a.isWord(source-1, "of")) && a.kindAt(source-2) == phraseNoun && source-2 >= from {
		source -= 2
	}
	if h := a.phrases[source].head; a.people.at[h] == none && !a.tokens[h].word.is(isSaying|isRole) && !a.listsName(source, p) {
		return false
	}
	if cue == none {
		cue = p - 1
	}
	c := a.headAt(cue)
	r := &a.runs[a.phrases[p].run]
	f := a.unsourced(i, patternLabel)
	f.source, f.head = a.mention(source)
	f.source.end = a.tokens[a.phrases[last].last-1].end
	f.cue = span{c.start, c.end}
	a.append(f, span{r.start, r.end})
	return true
}

// beforeOffice returns the name that the words which end with noun phrase last
// only tell the office of (Anna Lind, captain of the Marten), or last.
func (a *analysis) beforeOffice(last int) int {
	office := last
	for a.kindAt(office-1) == phrasePrep && a.kindAt(office-2) == phraseNoun {
		office -= 2
	}
	if a.kindAt(office-1) != phraseComma || a.kindAt(office-2) != phraseNoun || !a.wordAt(office).is(isRole|isTitle|isHuman) || !a.isPerson(office-2) {
		return last
	}
	return office - 2
}

// listsName reports whether the words from the noun phrase s on are all that
// stands before the colon of the run at phrase p in an item of a list, and look
// like a name: Ellmar Shipping: "...", Institute of Tides: "...".
func (a *analysis) listsName(s, p int) bool {
	if s != 0 || a.plain.Blocks[a.current.block].Kind != reader.BlockListItem {
		return false
	}
	first, last := a.phrases[s].first, a.phrases[p-2].last
	for k := first; k < last; k++ {
		if t := &a.tokens[k]; !t.upper && !a.spelled(int(k), "of") && !a.spelled(int(k), "and") && !a.spelled(int(k), "for") {
			return false
		}
	}
	return last-first > 1
}

// colonClause returns where the words begin that end with the noun phrase last
// and a colon, and the verb of speech that opens them. The begin is none if a
// verb there has another subject.
func (a *analysis) colonClause(last int) (from, cue int) {
	from = last
	for from > 0 && a.kindAt(from-1) != phraseStop && a.kindAt(from-1) != phraseDash && a.kindAt(from-1) != phraseQuote {
		switch k := a.kindAt(from - 1); {
		case k == phraseVerb && from-1 == 0 && from == last && (a.wordAt(0).cue == cueSay || a.wordAt(0).cue == cueWeak || a.wordAt(0).cue == cueAsk):
			return from, 0 // Continued Lind:
		case k == phraseVerb && from == last && a.wordAt(from-1).cue == cueNone && a.isPerson(last):
			return from, none // does not surprise Anna Lind:
		case k == phraseVerb, k == phraseThat, k == phraseColon:
			return none, none
		}
		from--
	}
	return from, none
}

// startsSpeech reports whether s holds words enough to be speech; a tally
// (Lind: 2,316) does not.
func (a *analysis) startsSpeech(s span) bool {
	words := 0
	for i := a.phrases[2].first; int(i) < len(a.tokens) && a.tokens[i].start < s.end; i++ {
		if a.tokens[i].kind == kindWord {
			words++
		}
	}
	return words >= 3
}
