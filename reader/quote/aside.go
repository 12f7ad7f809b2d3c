package quote

// pluralBefore reports whether what stands before the adverbs that end with
// token i can be the subject of a verb in its base form: voters almost always
// end up.
func (a *analysis) pluralBefore(i int) bool {
	for i > int(a.current.first) && a.tokens[i].word.is(isAdv) {
		i--
	}
	return a.tokens[i].kind == kindWord && (a.tokens[i].word.is(isPron|isTo|isModal|isDo|isPlural|isRel) || a.pluralNoun(i))
}

// behindAside reports whether the comma read last closes an aside behind a
// plural: the owners, however.
func (a *analysis) behindAside() bool {
	n := len(a.phrases) - 1
	if a.kindAt(n) != phraseComma || n < 0 {
		return false
	}
	for k := n - 1; k > 0 && k > n-7; k-- {
		switch a.phrases[k].kind {
		case phraseComma:
			if a.phrases[k-1].kind != phraseNoun {
				return false
			}
			h := int(a.phrases[k-1].head)
			return a.tokens[h].word.is(isPlural) || a.pluralNoun(h)
		case phraseVerb, phraseConj, phraseStop, phraseQuote, phraseColon:
			return false
		}
	}
	return false
}

// coupled reports whether token i ends a name that "and" joins to another or
// to a pronoun, so that both are a plural: he and Lind differ.
func (a *analysis) coupled(i int) bool {
	j := i
	for j > int(a.current.first) && a.tokens[j].kind == kindWord && a.tokens[j].upper {
		j--
	}
	if j == i || j == int(a.current.first) || !a.spelled(j, "and") {
		return false
	}
	b := &a.tokens[j-1]
	return b.kind == kindWord && (b.upper || b.word.is(isPron) && !b.word.is(isNumber|isDet))
}

// behindFrame reports whether the comma read last closes a frame: his wife, he
// says.
func (a *analysis) behindFrame() bool {
	n := len(a.phrases) - 1
	if n < 3 || a.phrases[n].kind != phraseComma || a.phrases[n-1].kind != phraseVerb || a.phrases[n-2].kind != phraseNoun || a.phrases[n-3].kind != phraseComma {
		return false
	}
	return a.wordAt(n-1).lemma == a.sayLemma()
}

// onlyAdverb reports whether the word at token i, which mostly begins a clause,
// does not: once again, he once said, as soon as.
func (a *analysis) onlyAdverb(i, end int) bool {
	switch {
	case i+2 >= end:
		return false
	case a.spelled(i, "once"):
		told := i > 0 && a.tokens[i-1].sign == ',' && a.tokens[i+1].word.is(isPart) // Moe, once described by Lind as
		return told || a.spelled(i+1, "again") || a.spelled(i+1, "more") || a.betweenSubject(i)
	case a.spelled(i, "as"):
		return a.tokens[i+1].word.is(isAdv) && a.spelled(i+2, "as")
	}
	return false
}

// betweenSubject reports whether token i stands between a subject and its verb:
// as my uncle once said.
func (a *analysis) betweenSubject(i int) bool {
	if i <= int(a.current.first) {
		return false
	}
	b, n := &a.tokens[i-1], &a.tokens[i+1]
	return b.kind == kindWord && b.run == none && !b.word.is(isFinite|isConj|isPrep) && n.kind == kindWord && n.word.is(isPast)
}

// saysNext reports whether "said" or the like follows the word at token i that
// begins a sentence: then it is a name, though it looks like an adverb.
func (a *analysis) saysNext(i, end int) bool {
	if i+1 >= end || !a.startsText(i) {
		return false
	}
	n := &a.tokens[i+1]
	return n.word.lemma == a.sayLemma() && n.word.is(isPast|isThird)
}

// everyOf reports whether the words of time from token i to j are rather a
// subject or an object: each year of school.
func (a *analysis) everyOf(i, j int) bool {
	return (a.spelled(i, "each") || a.spelled(i, "every")) && j < int(a.current.last) && a.spelled(j, "of")
}

// occupation reports whether w names who does something by its ending:
// lobbyists, a gynaecologist.
func occupation(w string) bool {
	if n := len(w); n > 0 && w[n-1] == 's' {
		w = w[:n-1]
	}
	return len(w) > 6 && (endsWith(w, "ist") || endsWith(w, "ician") || endsWith(w, "woman"))
}

// medialFrame reports whether noun phrase i opens a plain frame between two
// commas while the clause around waits for its verb.
func (a *analysis) medialFrame(i, b int) bool {
	if b != i-1 || a.kindAt(b) != phraseComma || a.kindAt(i+1) != phraseVerb || !a.human(i) || a.pending() == none {
		return false
	}
	p := &a.phrases[i+1]
	w := a.tokens[p.head].word
	words := a.kindAt(i+2) == phraseComma && a.kindAt(i+3) == phraseQuote && !a.officeBefore(i) // the pier, she said, "is old"
	return w.cue == cueSay && w.is(isPast|isThird) && p.last-p.first == 1 && (words || a.afterFrame(i+1) != none)
}

// behindHearer is c, or the "that" behind the relative clause which phrase j
// opens and which tells who hears it: told those who asked that.
func (a *analysis) behindHearer(j int, c complement) complement {
	for k := j + 1; c.heard == j-1 && k+1 < len(a.phrases) && k < j+12; k++ {
		switch a.phrases[k].kind {
		case phraseThat:
			if a.kindAt(k+1) == phraseNoun {
				return complement{contentClause, k, c.heard}
			}
		case phraseStop, phraseColon, phraseQuote, phraseComma:
			return c
		}
	}
	return c
}

// warned returns the "that" behind noun phrase j if it names whom the verb w
// warns or promises something, or none: warned owners of older boats that the
// pier. A promise may as well be of a thing: promised a pier that the town needs.
func (a *analysis) warned(j int, w word) int {
	of := func(verb string) bool { return w.lemma == a.language.words[verb].lemma }
	if !of("warn") && !of("caution") && !(of("promise") && a.human(j)) {
		return none
	}
	for k := j + 1; k < len(a.phrases); k++ {
		switch a.phrases[k].kind {
		case phrasePrep:
			k = a.overPrep(k)
		case phraseAdv, phraseTime:
		case phraseConj:
			if a.kindAt(k+1) == phraseNoun {
				k++
			}
		case phraseThat:
			if a.kindAt(k+1) == phraseVerb {
				return none
			}
			return k
		default:
			return none
		}
	}
	return none
}

// otherActs reports whether somebody else acts behind the conjunction that seems
// to join noun phrase i, the object of an infinitive, to another: to paint the
// pier and the council agreed. Verbs that take a clause have it there: to ensure
// the pier and the boats were safe.
func (a *analysis) otherActs(i int) bool {
	v := a.nextVerb(i)
	if v == none || a.commaBetween(i, v) {
		return false
	}
	k := i
	for k < v && a.phrases[k].kind != phraseConj {
		k++
	}
	if k == v {
		return false
	}
	w := a.tokens[a.phrases[v].first].word
	if !w.is(isPast|isThird|isAux) || w.is(isBase) && !w.is(isAux) || w.is(isDo) {
		return false
	}
	for j := k - 1; j > 0; j-- {
		switch p := &a.phrases[j]; p.kind {
		case phraseNoun, phrasePrep, phraseAdv, phraseTime:
		case phraseVerb:
			h := &a.tokens[p.head]
			return j < k-1 && p.verb&infinitive != 0 && (h.word.cue == cueNone || h.word.cue == cueWeak) && !ensuring[a.text[h.start:h.end]]
		default:
			return false
		}
	}
	return false
}

// ensuring are the infinitives of no speech that a clause can follow.
var ensuring = map[string]bool{
	"ensure": true, "make": true, "guarantee": true, "check": true, "bet": true, "be": true, "suppose": true,
}

// governedToo reports whether "and" joins noun phrase i to one that belongs to
// a preposition, at the head of a sentence that has no subject yet: between the
// mayor and the owners, the pilots said.
func (a *analysis) governedToo(i int) bool {
	if a.kindAt(i-1) != phraseConj || a.kindAt(i-2) != phraseNoun || a.kindAt(i-3) != phrasePrep || a.verbFollows(i) {
		return false
	}
	t := a.top()
	return t.kind == clauseMain && t.subject == none && t.verb == none
}

// mutely reports whether the subject of predicate v can hardly speak.
func (a *analysis) mutely(v int) bool {
	return a.verbs[v].subject == none || !a.canSpeak(a.verbs[v].subject)
}

// talks reports whether the verb of predicate v only takes what is talked about:
// spoke of the pier, but not spoke at noon.
func (a *analysis) talks(v int) bool {
	return a.verbWord(v).cue == cueTalk
}

// unlikePerson reports whether noun phrase i can hardly be what the name behind
// it belongs to: the polling places and procedures, Lind noted.
func (a *analysis) unlikePerson(i int) bool {
	t := a.headAt(i)
	return !a.human(i) && a.pluralNoun(int(a.phrases[i].head)) && !t.word.is(isOrg|isSaying) && !agent(a.text[t.start:t.end])
}

// mailing are the verbs whose object only gets the words: emailed them saying.
var mailing = map[string]bool{
	"emailed": true, "texted": true, "messaged": true, "phoned": true, "wrote": true, "told": true,
	"answered": true, "contacted": true, "called": true,
}

// addressed reports whether noun phrase b only tells to whom a text went: sent
// an email to supporters stating, emailed supporters stating.
func (a *analysis) addressed(b int) bool {
	if a.kindAt(b-1) == phraseVerb && a.phrases[b-1].verb&finite != 0 && a.top().verb != none && a.verbs[a.top().verb].phrase == b-1 {
		h := a.headAt(b - 1)
		return mailing[a.text[h.start:h.end]]
	}
	return a.kindAt(b-1) == phrasePrep && a.isWord(b-1, "to") && a.kindAt(b-2) == phraseNoun && a.wordAt(b-2).is(isSaying) && a.top().verb != none
}

// closingFrame reports whether noun phrase i opens a frame that ends the
// sentence, whatever is still open before it: the dredger will wait while the
// owners bargain over the price, Lind said.
func (a *analysis) closingFrame(i, b int) bool {
	if b != i-1 || a.kindAt(b) != phraseComma || a.kindAt(i+1) != phraseVerb || !a.human(i) || a.phrases[i+1].verb&finite == 0 || len(a.verbs) == 0 {
		return false
	}
	if w := a.wordAt(i + 1); w.cue != cueSay || !w.is(isPast|isThird) || a.phrases[i+1].last-a.phrases[i+1].first > 1 {
		return false
	}
	for k := i + 2; k < len(a.phrases); k++ {
		switch a.phrases[k].kind {
		case phraseAdv, phraseTime:
		case phraseStop:
			return true
		default:
			return false
		}
	}
	return true
}

// officeBefore reports whether noun phrase i is the name of who holds the
// office that is the subject at hand, the comma behind it left out.
func (a *analysis) officeBefore(i int) bool {
	s := a.top().subject
	if s != i-2 || a.kindAt(i-1) != phraseComma || !a.isPerson(i) {
		return false
	}
	h := int(a.phrases[s].head)
	return a.tokens[h].word.is(isRole) && !a.tokens[h].word.is(isPlural) && !a.namesPerson(h)
}

// saidInside reports whether the verb at phrase i is what somebody says in a
// relative clause of what it stands behind: which owners say was a mistake.
func (a *analysis) saidInside(i int) bool {
	t := a.top()
	if t.verb == none || t.kind == clauseMain || a.verbs[t.verb].phrase != i-1 || a.kindAt(i-2) != phraseNoun {
		return false
	}
	k := a.kindAt(i - 3)
	return (k == phraseRel || k == phraseWh) && a.wordAt(i-1).cue == cueSay
}

// behindAccording reports whether "according to" was read last, behind which
// somebody or something stands.
func (a *analysis) behindAccording() bool {
	n := len(a.phrases)
	return n > 1 && a.accordingAt(n-2) && a.phrases[n-1].kind == phrasePrep && a.isWord(n-1, "to")
}

// opensFrame reports whether noun phrase i, which phrase b stands before, opened
// a clause of its own: a frame, or what "whose" begins.
func (a *analysis) opensFrame(i, b int) bool {
	switch {
	case a.spelled(int(a.phrases[i].first), "whose"):
		a.stack = append(a.stack, clauseFrame{clauseRelative, i, none, i})
	case a.medialFrame(i, b): // whether it will sail, she said, is open
		a.stack = append(a.stack, clauseFrame{clauseMain, i, none, i})
	case a.closingFrame(i, b):
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, i, none, i})
	default:
		return false
	}
	return true
}

// openSaid opens the clause of the verb at phrase i, of which saidInside holds.
func (a *analysis) openSaid(i int) {
	a.stack = append(a.stack, clauseFrame{clauseComplement, a.top().opened, none, i})
	a.settle(len(a.stack)-1, i)
}
