package quote

// phraseKind tells what a phrase of a sentence is.
type phraseKind uint8

const (
	phraseNoun  phraseKind = iota // a noun phrase that may be a subject
	phraseVerb                    // a verb with its auxiliaries
	phrasePrep                    // a preposition
	phraseQuote                   // a run with its marks
	phraseRel                     // who, which
	phraseThat                    // that
	phraseWh                      // what, whether
	phraseSub                     // because, when
	phraseConj                    // and, but
	phraseAdv                     // an adverb
	phraseComma                   // a comma
	phraseColon                   // a colon
	phraseDash                    // a dash
	phraseTime                    // Friday, last week
	phraseStop                    // . ! ? ;
	phraseOther
)

// phrase is a few tokens that go together.
type phrase struct {
	kind        phraseKind
	first, last int32 // tokens, last exclusive
	head        int32 // the token that carries it
	run         int32 // of phraseQuote
	poss        bool  // ends with a possessive
	verb        verbForm
}

// verbForm tells how a verb stands.
type verbForm uint8

const (
	finite verbForm = 1 << iota
	gerund
	infinitive
	participle // a past participle that may not be finite
	passive
	negated
	auxiliary // be, have, do or a modal alone
)

// headAt returns the token that carries phrase i.
func (a *analysis) headAt(i int) *token { return &a.tokens[a.phrases[i].head] }

// wordAt returns what the lexicon knows of the token that carries phrase i.
func (a *analysis) wordAt(i int) word { return a.headAt(i).word }

// isPerson reports whether phrase i turns on a person's name.
func (a *analysis) isPerson(i int) bool { return a.namesPerson(int(a.phrases[i].head)) }

// chunk cuts a sentence into a.phrases, brackets left out.
func (a *analysis) chunk(s sentence) {
	a.phrases = a.phrases[:0]
	depth := 0
	for i := a.pastDateline(s); i < int(s.last); {
		t := &a.tokens[i]
		if t.kind == kindPunct {
			switch t.sign {
			case '(', '[':
				if i == int(s.first) {
					i++ // the whole sentence is in brackets
					continue
				}
				if !a.bracketQuotes(i, int(s.last)) {
					depth++
				}
				i++
				continue
			case ')', ']':
				if depth > 0 {
					depth--
				}
				i++
				continue
			}
		}
		if depth > 0 && t.kind != kindMark && i-int(s.first) < 400 {
			i++
			continue
		}
		i = a.next(i, int(s.last))
	}
}

// bracketReach is how far into a bracket that is not closed is looked, in tokens:
// a text of nothing but brackets is no reason to read all of it for each.
const bracketReach = 400

// bracketQuotes reports whether a quote stands in the bracket that token i opens.
func (a *analysis) bracketQuotes(i, end int) bool {
	end = min(end, i+bracketReach)
	for i++; i < end; i++ {
		t := &a.tokens[i]
		if t.kind == kindMark {
			return true
		}
		if t.kind == kindPunct && (t.sign == ')' || t.sign == ']') {
			return false
		}
	}
	return false
}

// pastDateline returns the first token behind a dateline such as
// "WASHINGTON, June 10 (UPI) —".
func (a *analysis) pastDateline(s sentence) int {
	first := int(s.first)
	if !s.begins || !a.tokens[first].caps {
		return first
	}
	for i := first + 1; i < int(s.last) && i < first+12; i++ {
		t := &a.tokens[i]
		switch {
		case t.kind == kindMark || t.kind == kindWord && !t.upper && (t.word.is(isVerb) || a.nounish(i)):
			return first
		case t.kind == kindPunct && t.sign == '-' && !(t.glued && i+1 < int(s.last) && a.tokens[i+1].glued && a.text[t.start] == '-'):
			if i+1 < int(s.last) {
				return i + 1
			}
		}
	}
	return first
}

// next appends the phrase that begins at token i and returns the token after it.
func (a *analysis) next(i, end int) int {
	t := &a.tokens[i]
	switch {
	case t.kind == kindMark || t.kind == kindWord && t.run != none:
		return a.quotePhrase(i, end)
	case t.kind == kindPunct:
		return a.punctPhrase(i)
	case t.kind == kindNumber:
		return a.nounPhrase(i, end)
	}
	w := t.word
	switch {
	case a.behindAccording() && w.is(isVerb|isTime) && !w.is(isPrep|isSub|isConj):
		return a.nounPhrase(i, end) // according to polling
	case w.is(isPrep | isSub | isRel | isThat | isWh | isConj | isTo):
		if j := a.smallPhrase(i, end); j > i {
			return j
		}
	case a.verbHere(i, end):
		return a.verbPhrase(i, end)
	case a.floats(i, end) || a.adverbHere(i, end):
		a.push(phraseAdv, i, i+1, i)
		return i + 1
	case w.is(isAdv) && a.nounLikeAdverb(i, end):
		return a.nounPhrase(i, end)
	}
	if a.timeHere(i) || i+1 < end && a.timeHere(i+1) && !a.tokens[i+1].upper && (w.is(isNumber) || thisTime[a.text[t.start:t.end]]) {
		return a.timePhrase(i, end)
	}
	return a.nounPhrase(i, end)
}

// adverbHere reports whether token i is an adverb or a "not" in this place.
func (a *analysis) adverbHere(i, end int) bool {
	t := &a.tokens[i]
	w := t.word
	if w.class&isAdj != 0 && i+1 < end && a.tokens[i+1].word.is(isTo) && equalFold(a.text[t.start:t.end], "next") {
		return true // next to the photo, Lind wrote
	}
	if !w.is(isAdv|isNot) || w.is(isAdv) && a.nounLikeAdverb(i, end) {
		return false
	}
	return !t.upper || w.is(isAdv) && !w.is(isDet|isNoun|isAdj) && a.startsText(i)
}

// nounLikeAdverb reports whether the adverb at token i rather begins a noun
// phrase: most of it, more boats, Early said.
func (a *analysis) nounLikeAdverb(i, end int) bool {
	t := &a.tokens[i]
	if t.word.is(isDet) && (i+1 >= end || a.tokens[i+1].word.is(isPrep|isVerb) || a.nounish(i+1)) {
		return true
	}
	return t.upper && (a.namesPerson(i) || a.saysNext(i, end))
}

// thisTime are the words that make a time of the word behind them: this week.
var thisTime = map[string]bool{"this": true, "last": true, "next": true, "This": true, "Last": true, "Next": true, "every": true, "each": true, "Every": true, "Each": true}

func (a *analysis) push(k phraseKind, first, last, head int) *phrase {
	a.phrases = append(a.phrases, phrase{kind: k, first: int32(first), last: int32(last), head: int32(head), run: none})
	return &a.phrases[len(a.phrases)-1]
}

func (a *analysis) quotePhrase(i, end int) int {
	r := a.tokens[i].run
	j := i + 1
	for j < end && a.tokens[j].run == r {
		j++
	}
	a.push(phraseQuote, i, j, i).run = r
	return j
}

func (a *analysis) punctPhrase(i int) int {
	k := phraseOther
	switch a.tokens[i].sign {
	case ',':
		k = phraseComma
	case ':':
		k = phraseColon
	case '-':
		k = phraseDash
		if a.tokens[i].glued && a.text[a.tokens[i].start] == '-' && i+1 < len(a.tokens) && a.tokens[i+1].glued {
			k = phraseOther
		}
	case '.', '!', '?', ';':
		k = phraseStop
	}
	a.push(k, i, i+1, i)
	return i + 1
}

// smallPhrase appends a word of grammar; it returns i if the word is none here.
func (a *analysis) smallPhrase(i, end int) int {
	t := &a.tokens[i]
	w := t.word
	k := phrasePrep
	switch {
	case a.atLeast(i, end):
		return a.nounPhrase(i, end)
	case w.is(isTo):
		if a.opensInfinitive(i, end) {
			return a.verbPhrase(i, end)
		}
	case w.is(isConj):
		k = phraseConj
	case w.is(isThat):
		if a.thatIsDet(i, end) {
			return a.nounPhrase(i, end)
		}
		k = phraseThat
	case w.is(isRel):
		k = phraseRel
	case w.is(isWh):
		k = phraseWh
	case w.is(isSub):
		k = a.subordinate(i, end)
	case w.is(isPrep) && approximate[a.text[t.start:t.end]] && i+1 < end && a.numberAt(i+1):
		return a.nounPhrase(i, end)
	case w.is(isPrep) && w.is(isParticle) && a.afterVerb() && a.particleHere(i, end):
		k = phraseAdv
	}
	a.push(k, i, i+1, i)
	return i + 1
}

// opensInfinitive reports whether the "to" at token i begins an infinitive.
func (a *analysis) opensInfinitive(i, end int) bool {
	n := len(a.phrases)
	return i+1 < end && !a.tokens[i+1].upper && (n == 0 || !a.accordingAt(n-1)) && a.infinitiveFollows(i+1, end)
}

// subordinate tells what the word at token i is that mostly begins a clause:
// after she left, after the vote, once again.
func (a *analysis) subordinate(i, end int) phraseKind {
	switch {
	case a.onlyAdverb(i, end):
		return phraseAdv
	case i+1 < end && a.spelled(i+1, "of"):
		return phrasePrep
	case a.tokens[i].word.is(isPrep) && (!a.clauseFollows(i+1, end) || a.behindRelative()) && !a.putsIt(i+1, end):
		return phrasePrep
	}
	return phraseSub
}

// approximate are prepositions that rather belong to the number behind them.
var approximate = map[string]bool{"about": true, "over": true, "under": true, "around": true, "About": true, "Over": true}

// numberAt reports whether token i is a number, in figures or in words.
func (a *analysis) numberAt(i int) bool {
	return a.tokens[i].kind == kindNumber || a.tokens[i].word.is(isNumber)
}

// atLeast reports whether a number with words that bound it begins at token i:
// at least 12, up to 40, as many as 30.
func (a *analysis) atLeast(i, end int) bool {
	for _, words := range bounds {
		n := len(words)
		if i+n >= end || !a.numberAt(i+n) {
			continue
		}
		same := true
		for k, w := range words {
			t := &a.tokens[i+k]
			same = same && equalFold(a.text[t.start:t.end], w)
		}
		if same {
			return true
		}
	}
	return false
}

// bounds are the words before a number that begin with a preposition.
var bounds = [...][]string{{"at", "least"}, {"at", "most"}, {"up", "to"}, {"as", "many", "as"}, {"as", "few", "as"}, {"in", "all"}}

func (a *analysis) infinitiveFollows(i, end int) bool {
	for ; i < end && a.tokens[i].word.is(isAdv) && !a.tokens[i].word.is(isBase); i++ {
	}
	if i+1 < end && a.tokens[i].word.class == 0 && !a.tokens[i].upper && a.tokens[i].kind == kindWord {
		n := &a.tokens[i+1]
		return n.word.is(isDet|isPoss|isObject) || n.upper && n.kind == kindWord
	}
	return i < end && a.tokens[i].word.is(isBase|isBe|isHave|isDo)
}

// afterVerb reports whether the phrase before is a verb.
func (a *analysis) afterVerb() bool {
	n := len(a.phrases)
	return n > 0 && a.phrases[n-1].kind == phraseVerb
}

// particleHere reports whether the preposition i rather belongs to the verb: nothing follows that it could govern.
func (a *analysis) particleHere(i, end int) bool {
	if i+1 >= end {
		return true
	}
	t := &a.tokens[i+1]
	return t.kind == kindPunct || t.word.is(isThat|isPrep|isTo|isWh)
}

// namesIt reports whether the phrase read last is a verb that names something; no
// clause with "that" follows it: called that decision "late".
func (a *analysis) namesIt() bool {
	n := len(a.phrases)
	return a.phrases[n-1].kind == phraseVerb && a.wordAt(n-1).cue == cueCall
}

// thatIsDet tells "that day" from "that he came".
func (a *analysis) thatIsDet(i, end int) bool {
	n := len(a.phrases)
	if n > 0 && !a.namesIt() && (a.phrases[n-1].kind == phraseNoun || a.phrases[n-1].kind == phraseVerb || a.phrases[n-1].kind == phraseConj || a.phrases[n-1].kind == phraseTime || a.phrases[n-1].kind == phraseComma || a.phrases[n-1].kind == phraseAdv) {
		return false
	}
	return i+1 < end && a.tokens[i+1].kind == kindWord && !a.tokens[i+1].upper && !a.tokens[i+1].word.is(isFinite|isDet|isPoss|isPron)
}
