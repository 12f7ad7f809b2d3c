package quote

// contentKind tells what a cue takes as its content.
type contentKind uint8

const (
	contentNone   contentKind = iota // nothing: the content stands before the cue
	contentQuote                     // a run right after it
	contentClause                    // a clause, with or without "that"
	contentTo                        // an infinitive
	contentObject                    // the thing talked about
)

// complement is what follows a cue.
type complement struct {
	kind  contentKind
	start int // phrase
	heard int // the hearer's noun phrase, or none
}

// complement finds what the verb at phrase v takes; i is the first phrase to look at.
func (a *analysis) complement(i, v int) complement {
	c := complement{heard: none, start: none}
	w := a.wordAt(v)
	for j := i; j < len(a.phrases); j++ {
		switch a.phrases[j].kind {
		case phraseAdv, phraseTime:
			continue
		case phraseQuote:
			if a.titleRun(j) {
				continue // told ABC's "Good Morning" that
			}
			return complement{contentQuote, j, c.heard}
		case phraseThat, phraseWh:
			return complement{contentClause, j, c.heard}
		case phraseColon, phraseComma, phraseDash:
			return a.afterCueSign(j, c)
		case phrasePrep:
			if (j == i || a.onlyBetween(i, j)) && a.contentPrep(j, w) {
				return complement{contentObject, j + 1, c.heard}
			}
			if a.kindAt(j+1) == phraseVerb {
				return c
			}
			j = a.overPrep(j)
		case phraseNoun:
			if done, ok := a.nounTaken(i, j, w, c); ok {
				return done
			}
			c.heard = j
		case phraseSub, phraseVerb, phraseRel:
			if a.textCarried(j, w) {
				continue
			}
			return a.innerTaken(i, j, w, c)
		default:
			return c
		}
	}
	return c
}

// afterCueSign finds the content after the colon, comma or dash at j.
func (a *analysis) afterCueSign(j int, c complement) complement {
	switch {
	case a.kindAt(j) == phraseDash:
		return a.overDashes(j, c)
	case a.kindAt(j) == phraseComma:
		return a.afterCueComma(j, c)
	case j+1 < len(a.phrases):
		return complement{contentQuote, j + 1, c.heard}
	}
	return c
}

// overDashes is c, or the "that" behind an aside between dashes, the first at
// phrase j: said - on the radio, as it happens - that.
func (a *analysis) overDashes(j int, c complement) complement {
	for k := j + 1; k+1 < len(a.phrases) && k < j+12; k++ {
		switch a.kindAt(k) {
		case phraseDash:
			if a.kindAt(k+1) == phraseThat {
				return complement{contentClause, k + 1, c.heard}
			}
			return c
		case phraseStop, phraseColon, phraseQuote:
			return c
		}
	}
	return c
}

// quotesWhom reports whether the cue w at a verb of quoting only names whose words
// stand behind the colon: she quoted Anna Lind: "...".
func (a *analysis) quotesWhom(j int, w word) bool {
	return w.cue == cueCall && w.lemma == a.language.words["quote"].lemma && a.kindAt(j+1) == phraseColon && a.kindAt(j+2) == phraseQuote && a.human(j)
}

// nounTaken returns what the cue w takes at noun phrase j; ok is false if that
// only names the hearer. The first phrase behind the cue is i.
func (a *analysis) nounTaken(i, j int, w word, c complement) (done complement, ok bool) {
	if a.wordAt(j).is(isSaying) && a.kindAt(j+1) == phraseColon && a.kindAt(j+2) == phraseQuote && w.cue == cueNone {
		return complement{contentQuote, j + 2, c.heard}, true // had one message: "..."
	}
	if k := a.warned(j, w); k != none && j == i {
		return complement{contentClause, k, j}, true
	}
	if j == i && a.quotesWhom(j, w) {
		return complement{contentQuote, j + 2, none}, true
	}
	if a.heard(j, i, w) && c.heard == none || a.isWord(j, "following") && a.kindAt(j+1) == phraseColon {
		return c, false // told Lind; wrote the following: "..."
	}
	return complement{a.nounContent(j, w), j, c.heard}, true
}

// nounContent tells whether the noun phrase j behind the cue w begins a clause
// or is the thing talked about.
func (a *analysis) nounContent(j int, w word) contentKind {
	if w.cue == cueCall || w.cue == cueObject {
		return contentObject
	}
	if w.cue == cueSay && a.runIsVerb(j) {
		return contentClause // said it "will not hold" the ice
	}
	if a.verbFollows(j) || w.is(isSayer) && (a.finiteAfter(j) || w.lemma == a.sayLemma() && a.someWords(j)) {
		return contentClause
	}
	return contentObject
}

// runIsVerb reports whether the run right behind noun phrase j holds the verb of
// the clause that this begins: it "firmly opposes" the plan.
func (a *analysis) runIsVerb(j int) bool {
	if a.kindAt(j+1) != phraseQuote || a.phrases[j].poss || a.bareDet(j) {
		return false
	}
	pronoun := a.wordAt(j).is(isPron) && a.phrases[j].last-a.phrases[j].first == 1
	for k := a.phrases[j+1].first + 1; k < a.phrases[j+1].last; k++ {
		switch w := a.tokens[k].word; {
		case w.is(isModal|isBe|isHave|isDo) && !w.is(isPoss), w.is(isThird|isPast) && !w.is(isNoun):
			return true
		case !w.is(isAdv | isNot):
			return pronoun && w.is(isThird|isPast|isBase)
		}
	}
	return false
}

// innerTaken returns what the cue w takes at the verb, the "who" or the opening
// word of a clause at phrase j; the first phrase behind the cue is i.
func (a *analysis) innerTaken(i, j int, w word, c complement) complement {
	if a.kindAt(j) == phraseRel {
		return a.behindHearer(j, c)
	}
	if k := a.thatBehind(j, w, c); k != none {
		return complement{contentClause, k, c.heard}
	}
	return complement{a.openContent(i, j, w), j, c.heard}
}

// thatBehind returns the "that" behind a short clause of time at phrase j, which
// tells when somebody was told, or none: told the Herald before she left that.
func (a *analysis) thatBehind(j int, w word, c complement) int {
	if a.kindAt(j) != phraseSub || w.cue != cueTell || c.heard == none || a.isWord(j, "because") || a.isWord(j, "if") {
		return none
	}
	for k := j + 1; k < len(a.phrases) && k < j+9; k++ {
		switch a.kindAt(k) {
		case phraseThat:
			return k
		case phraseStop, phraseColon, phraseQuote, phraseComma, phraseDash:
			return none
		}
	}
	return none
}

// textCarried reports whether the verb at phrase j only tells of the text that a
// verb of speech names how it came about: said in a letter carried by the Herald
// that.
func (a *analysis) textCarried(j int, w word) bool {
	if a.phrases[j].verb&participle == 0 || w.cue != cueSay || a.kindAt(j-1) != phraseNoun || a.kindAt(j-2) != phrasePrep || !a.wordAt(j-1).is(isSaying) {
		return false
	}
	for k := j + 1; k < len(a.phrases) && k < j+7; k++ {
		switch a.kindAt(k) {
		case phraseThat, phraseQuote:
			return true
		case phraseNoun, phrasePrep, phraseTime, phraseAdv:
		default:
			return false
		}
	}
	return false
}

// openContent tells what the verb or the "if" at phrase j behind the cue w
// begins; i is the first phrase behind the cue.
func (a *analysis) openContent(i, j int, w word) contentKind {
	if a.kindAt(j) == phraseSub {
		said := w.cue == cueSay && j == i
		if (said || w.cue == cueAsk) && a.isWord(j, "if") || said && (a.isWord(j, "while") || a.isWord(j, "although") || a.isWord(j, "once") || a.isWord(j, "unless")) {
			return contentClause
		}
		return contentNone
	}
	switch form := a.phrases[j].verb; {
	case form&finite != 0 && j == i && w.cue == cueSay && a.kindAt(j-2) == phraseNoun && (a.kindAt(j-3) == phraseRel || a.kindAt(j-3) == phraseThat || a.kindAt(j-3) == phraseWh):
		return contentClause // a strike that owners say costs them
	case form&infinitive != 0:
		return contentTo
	case form&gerund != 0 && j == i && w.cue == cueSay && a.finiteAfter(j):
		return contentClause
	}
	return contentNone
}

// someWords reports whether phrase j begins more than "nothing" or "so".
func (a *analysis) someWords(j int) bool {
	return len(a.phrases)-j > 3 && !a.wordAt(j).is(isPron|isObject)
}

// onlyBetween reports whether nothing but adverbs, times and the hearer stand
// between the phrases i and j.
func (a *analysis) onlyBetween(i, j int) bool {
	for k := i; k < j; k++ {
		switch a.phrases[k].kind {
		case phraseAdv, phraseTime:
		case phraseNoun:
			if k > i {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// finiteAfter reports whether a finite verb follows phrase j in its clause.
func (a *analysis) finiteAfter(j int) bool {
	for j++; j < len(a.phrases); j++ {
		switch a.phrases[j].kind {
		case phraseVerb:
			if a.phrases[j].verb&finite != 0 {
				return true
			}
		case phraseStop, phraseColon, phraseQuote:
			return false
		}
	}
	return false
}

// heard reports whether the noun phrase j is who is told.
func (a *analysis) heard(j, i int, w word) bool {
	if w.cue != cueTell && w.cue != cueAsk {
		return false
	}
	return j == i || a.kindAt(j-1) == phraseAdv
}

// afterCueComma finds the content after the comma at j: a run, or "that"
// behind an aside.
func (a *analysis) afterCueComma(j int, c complement) complement {
	if a.kindAt(j+1) == phraseQuote {
		return complement{contentQuote, j + 1, c.heard}
	}
	for k := j + 1; k < len(a.phrases) && k < j+14; k++ {
		if a.phrases[k].kind == phraseComma {
			if a.kindAt(k+1) == phraseThat {
				return complement{contentClause, k + 1, c.heard}
			}
			if a.kindAt(k+1) == phraseQuote && a.kindAt(j+1) != phraseVerb {
				return complement{contentQuote, k + 1, c.heard}
			}
			if a.kindAt(k+1) == phraseNoun && a.verbFollows(k+1) && a.conditional(j+1, k) {
				return complement{contentClause, k + 1, c.heard}
			}
			if a.kindAt(j+1) == phraseVerb && a.phrases[j+1].verb&participle != 0 {
				continue // in its letter, written by Lind, the mayor, that
			}
			return c
		}
		if a.publishedBy(k) {
			continue
		}
		if v := a.phrases[k].verb; a.phrases[k].kind == phraseVerb && v&finite != 0 && (k > j+1 || v&participle == 0 || a.kindAt(k+1) != phrasePrep) {
			return c
		}
	}
	return c
}

// conditional reports whether the words between two commas from phrase j to k
// are but a condition: if elected.
func (a *analysis) conditional(j, k int) bool {
	return a.kindAt(j) == phraseSub && k-j <= 4 && (a.isWord(j, "if") || a.isWord(j, "when") || a.isWord(j, "once"))
}

// contentPrep reports whether the preposition j introduces what is talked
// about: warned of, called for.
func (a *analysis) contentPrep(j int, w word) bool {
	if a.kindAt(j+1) != phraseNoun && a.kindAt(j+1) != phraseVerb {
		return false
	}
	switch {
	case w.cue == cueTalk:
		return a.isWord(j, "about") || a.isWord(j, "of") || a.isWord(j, "against")
	case w.lemma == a.language.words["point"].lemma || w.lemma == a.language.words["refer"].lemma:
		return a.isWord(j, "to")
	case w.cue == cueSay:
		return a.isWord(j, "of") || a.isWord(j, "about") || a.isWord(j, "against")
	case w.cue == cueAsk || w.cue == cueCall:
		if w.cue == cueCall && w.lemma != a.language.words["call"].lemma {
			return false
		}
		return a.isWord(j, "for") || a.isWord(j, "on") || a.isWord(j, "upon")
	}
	return false
}

// overPrep returns the last phrase of the prepositional phrase that begins at j.
func (a *analysis) overPrep(j int) int {
	for j+1 < len(a.phrases) && a.kindAt(j+1) == phraseAdv {
		j++
	}
	if a.kindAt(j+1) == phraseNoun && (a.phrases[j+1].poss || !a.startsClause(j+1)) || a.kindAt(j+1) == phraseTime {
		j++
		for a.phrases[j].poss && a.kindAt(j+1) == phraseNoun {
			j++
		}
		if a.kindAt(j+1) == phraseConj && a.kindAt(j+2) == phraseNoun && !a.verbFollows(j+2) {
			j += 2
		}
	} else if a.kindAt(j+1) == phraseVerb && a.phrases[j+1].verb&gerund != 0 {
		j++
	}
	return j
}

// startsClause reports whether the noun phrase after a preposition is a pronoun's clause.
func (a *analysis) startsClause(i int) bool {
	return a.wordAt(i).is(isPron) && !a.wordAt(i).is(isObject|isNumber)
}
