package grammar

import "offprint/reader/quote/word"

// ContentKind tells what a cue takes as its content.
type ContentKind uint8

const (
	ContentNone   ContentKind = iota // nothing: the content stands before the cue
	ContentQuote                     // a run right after it
	ContentClause                    // a clause, with or without "that"
	ContentTo                        // an infinitive
	ContentObject                    // the thing talked about
)

// Complement is what follows a cue.
type Complement struct {
	Kind  ContentKind
	Start int // phrase
	Heard int // the hearer's noun phrase, or none
}

// Complement finds what the verb at phrase v takes; i is the first phrase to look at.
func (a *Analysis) Complement(i, v int) Complement {
	c := Complement{Heard: none, Start: none}
	w := a.WordAt(v)
	for j := i; j < len(a.Phrases); j++ {
		switch a.Phrases[j].Kind {
		case PhraseAdv, PhraseTime:
			continue
		case PhraseQuote:
			if a.titleRun(j) {
				continue // told ABC's "Good Morning" that
			}
			return Complement{ContentQuote, j, c.Heard}
		case PhraseThat, PhraseWh:
			return Complement{ContentClause, j, c.Heard}
		case PhraseColon, PhraseComma, PhraseDash:
			return a.afterCueSign(j, c)
		case PhrasePrep:
			if (j == i || a.onlyBetween(i, j)) && a.contentPrep(j, w) {
				return Complement{ContentObject, j + 1, c.Heard}
			}
			if a.KindAt(j+1) == PhraseVerb {
				return c
			}
			j = a.OverPrep(j)
		case PhraseNoun:
			if done, ok := a.nounTaken(i, j, w, c); ok {
				return done
			}
			c.Heard = j
		case PhraseSub, PhraseVerb, PhraseRel:
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
func (a *Analysis) afterCueSign(j int, c Complement) Complement {
	switch {
	case a.KindAt(j) == PhraseDash:
		return a.overDashes(j, c)
	case a.KindAt(j) == PhraseComma:
		return a.afterCueComma(j, c)
	case j+1 < len(a.Phrases):
		return Complement{ContentQuote, j + 1, c.Heard}
	}
	return c
}

// overDashes is c, or the "that" behind an aside between dashes, the first at
// phrase j: said - on the radio, as it happens - that.
func (a *Analysis) overDashes(j int, c Complement) Complement {
	for k := j + 1; k+1 < len(a.Phrases) && k < j+12; k++ {
		switch a.KindAt(k) {
		case PhraseDash:
			if a.KindAt(k+1) == PhraseThat {
				return Complement{ContentClause, k + 1, c.Heard}
			}
			return c
		case PhraseStop, PhraseColon, PhraseQuote:
			return c
		}
	}
	return c
}

// QuotesWhom reports whether the cue w at a verb of quoting only names whose words
// stand behind the colon: she quoted Anna Lind: "...".
func (a *Analysis) QuotesWhom(j int, w word.Entry) bool {
	return w.Cue == word.CueCall && w.Lemma == a.Language.Words["quote"].Lemma && a.KindAt(j+1) == PhraseColon && a.KindAt(j+2) == PhraseQuote && a.Human(j)
}

// nounTaken returns what the cue w takes at noun phrase j; ok is false if that
// only names the hearer. The first phrase behind the cue is i.
func (a *Analysis) nounTaken(i, j int, w word.Entry, c Complement) (done Complement, ok bool) {
	if a.WordAt(j).Is(word.Saying) && a.KindAt(j+1) == PhraseColon && a.KindAt(j+2) == PhraseQuote && w.Cue == word.CueNone {
		return Complement{ContentQuote, j + 2, c.Heard}, true // had one message: "..."
	}
	if k := a.warned(j, w); k != none && j == i {
		return Complement{ContentClause, k, j}, true
	}
	if j == i && a.QuotesWhom(j, w) {
		return Complement{ContentQuote, j + 2, none}, true
	}
	if a.heard(j, i, w) && c.Heard == none || a.IsWord(j, "following") && a.KindAt(j+1) == PhraseColon {
		return c, false // told Lind; wrote the following: "..."
	}
	return Complement{a.nounContent(j, w), j, c.Heard}, true
}

// nounContent tells whether the noun phrase j behind the cue w begins a clause
// or is the thing talked about.
func (a *Analysis) nounContent(j int, w word.Entry) ContentKind {
	if w.Cue == word.CueCall || w.Cue == word.CueObject {
		return ContentObject
	}
	if w.Cue == word.CueSay && a.runIsVerb(j) {
		return ContentClause // said it "will not hold" the ice
	}
	if a.VerbFollows(j) || w.Is(word.Sayer) && (a.FiniteAfter(j) || w.Lemma == a.sayLemma() && a.someWords(j)) {
		return ContentClause
	}
	return ContentObject
}

// runIsVerb reports whether the run right behind noun phrase j holds the verb of
// the clause that this begins: it "firmly opposes" the plan.
func (a *Analysis) runIsVerb(j int) bool {
	if a.KindAt(j+1) != PhraseQuote || a.Phrases[j].Poss || a.BareDet(j) {
		return false
	}
	pronoun := a.WordAt(j).Is(word.Pron) && a.Phrases[j].Last-a.Phrases[j].First == 1
	for k := a.Phrases[j+1].First + 1; k < a.Phrases[j+1].Last; k++ {
		switch w := a.Tokens[k].Word; {
		case w.Is(word.Modal|word.Be|word.Have|word.Do) && !w.Is(word.Poss), w.Is(word.Third|word.Past) && !w.Is(word.Noun):
			return true
		case !w.Is(word.Adv | word.Not):
			return pronoun && w.Is(word.Third|word.Past|word.Base)
		}
	}
	return false
}

// innerTaken returns what the cue w takes at the verb, the "who" or the opening
// word of a clause at phrase j; the first phrase behind the cue is i.
func (a *Analysis) innerTaken(i, j int, w word.Entry, c Complement) Complement {
	if a.KindAt(j) == PhraseRel {
		return a.behindHearer(j, c)
	}
	if k := a.thatBehind(j, w, c); k != none {
		return Complement{ContentClause, k, c.Heard}
	}
	return Complement{a.openContent(i, j, w), j, c.Heard}
}

// thatBehind returns the "that" behind a short clause of time at phrase j, which
// tells when somebody was told, or none: told the Herald before she left that.
func (a *Analysis) thatBehind(j int, w word.Entry, c Complement) int {
	if a.KindAt(j) != PhraseSub || w.Cue != word.CueTell || c.Heard == none || a.IsWord(j, "because") || a.IsWord(j, "if") {
		return none
	}
	for k := j + 1; k < len(a.Phrases) && k < j+9; k++ {
		switch a.KindAt(k) {
		case PhraseThat:
			return k
		case PhraseStop, PhraseColon, PhraseQuote, PhraseComma, PhraseDash:
			return none
		}
	}
	return none
}

// textCarried reports whether the verb at phrase j only tells of the text that a
// verb of speech names how it came about: said in a letter carried by the Herald
// that.
func (a *Analysis) textCarried(j int, w word.Entry) bool {
	if a.Phrases[j].Verb&Participle == 0 || w.Cue != word.CueSay || a.KindAt(j-1) != PhraseNoun || a.KindAt(j-2) != PhrasePrep || !a.WordAt(j-1).Is(word.Saying) {
		return false
	}
	for k := j + 1; k < len(a.Phrases) && k < j+7; k++ {
		switch a.KindAt(k) {
		case PhraseThat, PhraseQuote:
			return true
		case PhraseNoun, PhrasePrep, PhraseTime, PhraseAdv:
		default:
			return false
		}
	}
	return false
}

// openContent tells what the verb or the "if" at phrase j behind the cue w
// begins; i is the first phrase behind the cue.
func (a *Analysis) openContent(i, j int, w word.Entry) ContentKind {
	if a.KindAt(j) == PhraseSub {
		said := w.Cue == word.CueSay && j == i
		if (said || w.Cue == word.CueAsk) && a.IsWord(j, "if") || said && (a.IsWord(j, "while") || a.IsWord(j, "although") || a.IsWord(j, "once") || a.IsWord(j, "unless")) {
			return ContentClause
		}
		return ContentNone
	}
	switch form := a.Phrases[j].Verb; {
	case form&Finite != 0 && j == i && w.Cue == word.CueSay && a.KindAt(j-2) == PhraseNoun && (a.KindAt(j-3) == PhraseRel || a.KindAt(j-3) == PhraseThat || a.KindAt(j-3) == PhraseWh):
		return ContentClause // a strike that owners say costs them
	case form&Infinitive != 0:
		return ContentTo
	case form&Gerund != 0 && j == i && w.Cue == word.CueSay && a.FiniteAfter(j):
		return ContentClause
	}
	return ContentNone
}

// someWords reports whether phrase j begins more than "nothing" or "so".
func (a *Analysis) someWords(j int) bool {
	return len(a.Phrases)-j > 3 && !a.WordAt(j).Is(word.Pron|word.Object)
}

// onlyBetween reports whether nothing but adverbs, times and the hearer stand
// between the phrases i and j.
func (a *Analysis) onlyBetween(i, j int) bool {
	for k := i; k < j; k++ {
		switch a.Phrases[k].Kind {
		case PhraseAdv, PhraseTime:
		case PhraseNoun:
			if k > i {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// FiniteAfter reports whether a finite verb follows phrase j in its clause.
func (a *Analysis) FiniteAfter(j int) bool {
	for j++; j < len(a.Phrases); j++ {
		switch a.Phrases[j].Kind {
		case PhraseVerb:
			if a.Phrases[j].Verb&Finite != 0 {
				return true
			}
		case PhraseStop, PhraseColon, PhraseQuote:
			return false
		}
	}
	return false
}

// heard reports whether the noun phrase j is who is told.
func (a *Analysis) heard(j, i int, w word.Entry) bool {
	if w.Cue != word.CueTell && w.Cue != word.CueAsk {
		return false
	}
	return j == i || a.KindAt(j-1) == PhraseAdv
}

// afterCueComma finds the content after the comma at j: a run, or "that"
// behind an aside.
func (a *Analysis) afterCueComma(j int, c Complement) Complement {
	if a.KindAt(j+1) == PhraseQuote {
		return Complement{ContentQuote, j + 1, c.Heard}
	}
	for k := j + 1; k < len(a.Phrases) && k < j+14; k++ {
		if a.Phrases[k].Kind == PhraseComma {
			if a.KindAt(k+1) == PhraseThat {
				return Complement{ContentClause, k + 1, c.Heard}
			}
			if a.KindAt(k+1) == PhraseQuote && a.KindAt(j+1) != PhraseVerb {
				return Complement{ContentQuote, k + 1, c.Heard}
			}
			if a.KindAt(k+1) == PhraseNoun && a.VerbFollows(k+1) && a.conditional(j+1, k) {
				return Complement{ContentClause, k + 1, c.Heard}
			}
			if a.KindAt(j+1) == PhraseVerb && a.Phrases[j+1].Verb&Participle != 0 {
				continue // in its letter, written by Lind, the mayor, that
			}
			return c
		}
		if a.publishedBy(k) {
			continue
		}
		if v := a.Phrases[k].Verb; a.Phrases[k].Kind == PhraseVerb && v&Finite != 0 && (k > j+1 || v&Participle == 0 || a.KindAt(k+1) != PhrasePrep) {
			return c
		}
	}
	return c
}

// conditional reports whether the words between two commas from phrase j to k
// are but a condition: if elected.
func (a *Analysis) conditional(j, k int) bool {
	return a.KindAt(j) == PhraseSub && k-j <= 4 && (a.IsWord(j, "if") || a.IsWord(j, "when") || a.IsWord(j, "once"))
}

// contentPrep reports whether the preposition j introduces what is talked
// about: warned of, called for.
func (a *Analysis) contentPrep(j int, w word.Entry) bool {
	if a.KindAt(j+1) != PhraseNoun && a.KindAt(j+1) != PhraseVerb {
		return false
	}
	switch {
	case w.Cue == word.CueTalk:
		return a.IsWord(j, "about") || a.IsWord(j, "of") || a.IsWord(j, "against")
	case w.Lemma == a.Language.Words["point"].Lemma || w.Lemma == a.Language.Words["refer"].Lemma:
		return a.IsWord(j, "to")
	case w.Cue == word.CueSay:
		return a.IsWord(j, "of") || a.IsWord(j, "about") || a.IsWord(j, "against")
	case w.Cue == word.CueAsk || w.Cue == word.CueCall:
		if w.Cue == word.CueCall && w.Lemma != a.Language.Words["call"].Lemma {
			return false
		}
		return a.IsWord(j, "for") || a.IsWord(j, "on") || a.IsWord(j, "upon")
	}
	return false
}

// OverPrep returns the last phrase of the prepositional phrase that begins at j.
func (a *Analysis) OverPrep(j int) int {
	for j+1 < len(a.Phrases) && a.KindAt(j+1) == PhraseAdv {
		j++
	}
	if a.KindAt(j+1) == PhraseNoun && (a.Phrases[j+1].Poss || !a.startsClause(j+1)) || a.KindAt(j+1) == PhraseTime {
		j++
		for a.Phrases[j].Poss && a.KindAt(j+1) == PhraseNoun {
			j++
		}
		if a.KindAt(j+1) == PhraseConj && a.KindAt(j+2) == PhraseNoun && !a.VerbFollows(j+2) {
			j += 2
		}
	} else if a.KindAt(j+1) == PhraseVerb && a.Phrases[j+1].Verb&Gerund != 0 {
		j++
	}
	return j
}

// startsClause reports whether the noun phrase after a preposition is a pronoun's clause.
func (a *Analysis) startsClause(i int) bool {
	return a.WordAt(i).Is(word.Pron) && !a.WordAt(i).Is(word.Object|word.Number)
}
