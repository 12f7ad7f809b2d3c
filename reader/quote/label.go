package quote

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// label finds the sentence's speaker where a transcript or headline names it
// before a colon: LAVROV: We said so. Transcripts may go on with further
// speakers in the same paragraph. It reports whether it took the sentence.
func (a *analysis) label(i int) bool {
	inside := a.carried.labelled == a.Current.Block+1
	if !inside && a.headlineTail(i) {
		return true
	}
	if len(a.Phrases) < 3 || a.KindAt(0) != grammar.PhraseNoun || a.KindAt(1) != grammar.PhraseColon || !a.Current.Begins && !inside && a.KindAt(2) != grammar.PhraseQuote {
		return false
	}
	p := &a.Phrases[0]
	if a.asks(int(p.First)) {
		a.carried.labelled = a.Current.Block + 1
		return true
	}
	if !a.labels(p, inside) {
		return false
	}
	f := found{first: none, last: none, head: p.Head, alias: none, person: none, sentence: int32(i), how: patternLabel, verb: none, paragraph: a.Current.Block}
	f.source = span{a.Tokens[p.First].Start, a.Tokens[p.Last-1].End}
	c := a.HeadAt(1)
	f.cue = span{c.Start, c.End}
	s := a.stretch(2, len(a.Phrases))
	if inside || a.KindAt(2) != grammar.PhraseQuote { // all up to the next speaker is what they say
		s.end = a.turnEnd(int(p.Last))
		if !inside && !a.startsSpeech(s) {
			return false
		}
		a.carried.labelled = a.Current.Block + 1
	}
	a.append(f, s)
	return true
}

// labels reports whether the noun phrase p before a colon can be a speaker:
// inside a transcript only what is in capitals throughout.
func (a *analysis) labels(p *grammar.Phrase, inside bool) bool {
	if !inside && a.headlineSource(p) {
		return true
	}
	caps := true
	for k := p.First; k < p.Last; k++ {
		t := &a.Tokens[k]
		if t.Kind != grammar.KindWord || !t.Upper {
			return false
		}
		caps = caps && (t.Caps || t.Word.Is(word.Title))
	}
	switch {
	case caps && notices[a.Text[a.Tokens[p.Head].Start:a.Tokens[p.Head].End]]:
		return false
	case caps:
		return true
	case inside || a.Named.At[p.Head] == none && !a.Headline, a.headlineHere() && !a.Headline: // Anna Lind: a life on the quay
		return false
	}
	return a.SurePerson(int(p.Head)) || a.Headline && (a.Named.At[p.Head] != none || p.Last-p.First > 1)
}

// innerLabel makes the run at phrase p, a paragraph of a transcript in marks,
// the quote of whom it names in capitals before a colon: "LIND: We said so."
// It reports whether it did.
func (a *analysis) innerLabel(i, p int) bool {
	first, last := a.Phrases[p].First, a.Phrases[p].Last
	if !a.Current.Begins || p != 0 || a.Tokens[first].Kind != grammar.KindMark {
		return false
	}
	k := first + 1
	for k < last && k < first+5 && a.Tokens[k].Kind == grammar.KindWord && (a.Tokens[k].Caps || a.Tokens[k].Upper && a.Tokens[k].Word.Is(word.Title)) {
		k++
	}
	if k == first+1 || k+1 >= last || a.Tokens[k].Sign != ':' || !a.Tokens[k-1].Caps || notices[a.Text[a.Tokens[k-1].Start:a.Tokens[k-1].End]] {
		return false
	}
	f := a.unsourced(i, patternLabel)
	f.head = k - 1
	f.source = span{a.Tokens[first+1].Start, a.Tokens[k-1].End}
	f.cue = span{a.Tokens[k].Start, a.Tokens[k].End}
	a.append(f, span{a.Tokens[k+1].Start, a.Runs[a.Phrases[p].Run].End})
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
	return (a.Spelled(i, "Q") || a.Spelled(i, "QUESTION")) && i+1 < len(a.Tokens) && a.Tokens[i+1].Sign == ':'
}

// turnEnd returns where ends what the speaker says whose label ends before token
// i: before the next label, or with the paragraph.
func (a *analysis) turnEnd(i int) int32 {
	end := int32(a.Plain.Blocks[a.Current.Block].End)
	for i++; i < len(a.Tokens) && a.Tokens[i].Start < end; i++ {
		if !a.Stops(i-1) && a.Tokens[i-1].Kind != grammar.KindMark {
			continue
		}
		k := i
		for k < len(a.Tokens) && k < i+5 && a.Tokens[k].Kind == grammar.KindWord && (a.Tokens[k].Caps || a.Tokens[k].Upper && a.Tokens[k].Word.Is(word.Title)) {
			k++
		}
		if k < len(a.Tokens) && a.Tokens[k].Sign == ':' && k > i || a.asks(i) {
			return a.Tokens[i-1].End
		}
	}
	return end
}

// colonName ties the run at phrase p to the noun phrase before its colon if no
// verb reports there: From the report: "..." and, behind a heading and a dash,
// Anna Lind: "..."; but also "Continued Lind:" and "It does not surprise Anna
// Lind:". It reports whether it did.
func (a *analysis) colonName(i, p int) bool {
	if p < 2 || a.KindAt(p-1) != grammar.PhraseColon && !(a.KindAt(p-1) == grammar.PhraseComma && p < 8 && a.statesFirst()) {
		return false
	}
	last := p - 2
	for last > 1 && (a.KindAt(last) == grammar.PhraseTime || a.KindAt(last) == grammar.PhraseNoun && a.KindAt(last-1) == grammar.PhrasePrep && (a.IsWord(last-1, "in") || a.IsWord(last-1, "on"))) {
		if a.KindAt(last) == grammar.PhraseNoun || a.KindAt(last-1) == grammar.PhrasePrep {
			last--
		}
		last-- // Anna Lind in December 1992
	}
	if a.KindAt(last) != grammar.PhraseNoun {
		return false
	}
	if last = a.beforeOffice(last); !a.CanSpeak(last) {
		return false
	}
	from, cue := a.colonClause(last)
	if from == none {
		return false
	}
	source := last
	for source > from && (a.KindAt(source-1) == grammar.PhraseConj || a.KindAt(source-1) == grammar.PhrasePrep && a.IsWord(source-1, "of")) && a.KindAt(source-2) == grammar.PhraseNoun && source-2 >= from {
		source -= 2
	}
	if h := a.Phrases[source].Head; a.Named.At[h] == none && !a.Tokens[h].Word.Is(word.Saying|word.Role) && !a.listsName(source, p) {
		return false
	}
	if cue == none {
		cue = p - 1
	}
	c := a.HeadAt(cue)
	r := &a.Runs[a.Phrases[p].Run]
	f := a.unsourced(i, patternLabel)
	f.source, f.head = a.mention(source)
	f.source.end = a.Tokens[a.Phrases[last].Last-1].End
	f.cue = span{c.Start, c.End}
	a.append(f, span{r.Start, r.End})
	return true
}

// beforeOffice returns the name that the words which end with noun phrase last
// only tell the office of (Anna Lind, captain of the Marten), or last.
func (a *analysis) beforeOffice(last int) int {
	office := last
	for a.KindAt(office-1) == grammar.PhrasePrep && a.KindAt(office-2) == grammar.PhraseNoun {
		office -= 2
	}
	if a.KindAt(office-1) != grammar.PhraseComma || a.KindAt(office-2) != grammar.PhraseNoun || !a.WordAt(office).Is(word.Role|word.Title|word.Human) || !a.IsPerson(office-2) {
		return last
	}
	return office - 2
}

// listsName reports whether the words from the noun phrase s on are all that
// stands before the colon of the run at phrase p in an item of a list, and look
// like a name: Ellmar Shipping: "...", Institute of Tides: "...".
func (a *analysis) listsName(s, p int) bool {
	if s != 0 || a.Plain.Blocks[a.Current.Block].Kind != reader.BlockListItem {
		return false
	}
	first, last := a.Phrases[s].First, a.Phrases[p-2].Last
	for k := first; k < last; k++ {
		if t := &a.Tokens[k]; !t.Upper && !a.Spelled(int(k), "of") && !a.Spelled(int(k), "and") && !a.Spelled(int(k), "for") {
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
	for from > 0 && a.KindAt(from-1) != grammar.PhraseStop && a.KindAt(from-1) != grammar.PhraseDash && a.KindAt(from-1) != grammar.PhraseQuote {
		switch k := a.KindAt(from - 1); {
		case k == grammar.PhraseVerb && from-1 == 0 && from == last && (a.WordAt(0).Cue == word.CueSay || a.WordAt(0).Cue == word.CueWeak || a.WordAt(0).Cue == word.CueAsk):
			return from, 0 // Continued Lind:
		case k == grammar.PhraseVerb && from == last && a.WordAt(from-1).Cue == word.CueNone && a.IsPerson(last):
			return from, none // does not surprise Anna Lind:
		case k == grammar.PhraseVerb, k == grammar.PhraseThat, k == grammar.PhraseColon:
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
	for i := a.Phrases[2].First; int(i) < len(a.Tokens) && a.Tokens[i].Start < s.end; i++ {
		if a.Tokens[i].Kind == grammar.KindWord {
			words++
		}
	}
	return words >= 3
}
