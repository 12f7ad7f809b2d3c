package grammar

import "offprint/reader/quote/word"

// PhraseKind tells what a phrase of a sentence is.
type PhraseKind uint8

const (
	PhraseNoun  PhraseKind = iota // a noun phrase that may be a subject
	PhraseVerb                    // a verb with its auxiliaries
	PhrasePrep                    // a preposition
	PhraseQuote                   // a run with its marks
	PhraseRel                     // who, which
	PhraseThat                    // that
	PhraseWh                      // what, whether
	PhraseSub                     // because, when
	PhraseConj                    // and, but
	PhraseAdv                     // an adverb
	PhraseComma                   // a comma
	PhraseColon                   // a colon
	PhraseDash                    // a dash
	PhraseTime                    // Friday, last week
	PhraseStop                    // . ! ? ;
	PhraseOther                   // a sign that parts nothing
)

// Phrase is a few tokens that go together.
type Phrase struct {
	Kind        PhraseKind
	First, Last int32 // tokens, last exclusive
	Head        int32 // the token that carries it
	Run         int32 // of PhraseQuote
	Poss        bool  // ends with a possessive
	Verb        VerbForm
}

// VerbForm tells how a verb stands.
type VerbForm uint8

const (
	Finite     VerbForm = 1 << iota // has a tense: said, is saying
	Gerund                          // saying
	Infinitive                      // to say
	Participle                      // a past participle that may not be finite
	Passive                         // was told
	Negated                         // did not say
	Auxiliary                       // be, have, do or a modal alone
)

// HeadAt returns the token that carries phrase i.
func (a *Analysis) HeadAt(i int) *Token { return &a.Tokens[a.Phrases[i].Head] }

// WordAt returns what the lexicon knows of the token that carries phrase i.
func (a *Analysis) WordAt(i int) word.Entry { return a.HeadAt(i).Word }

// IsPerson reports whether phrase i turns on a person's name.
func (a *Analysis) IsPerson(i int) bool { return a.NamesPerson(int(a.Phrases[i].Head)) }

// Chunk cuts a sentence into a.Phrases, brackets left out.
func (a *Analysis) Chunk(s Sentence) {
	a.Phrases = a.Phrases[:0]
	depth := 0
	for i := a.pastDateline(s); i < int(s.Last); {
		t := &a.Tokens[i]
		if t.Kind == KindPunct {
			switch t.Sign {
			case '(', '[':
				if i == int(s.First) {
					i++ // the whole sentence is in brackets
					continue
				}
				if !a.bracketQuotes(i, int(s.Last)) {
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
		if depth > 0 && t.Kind != KindMark && i-int(s.First) < 400 {
			i++
			continue
		}
		i = a.next(i, int(s.Last))
	}
}

// bracketReach is how far into a bracket that is not closed is looked, in tokens:
// a text of nothing but brackets is no reason to read all of it for each.
const bracketReach = 400

// bracketQuotes reports whether a quote stands in the bracket that token i opens.
func (a *Analysis) bracketQuotes(i, end int) bool {
	end = min(end, i+bracketReach)
	for i++; i < end; i++ {
		t := &a.Tokens[i]
		if t.Kind == KindMark {
			return true
		}
		if t.Kind == KindPunct && (t.Sign == ')' || t.Sign == ']') {
			return false
		}
	}
	return false
}

// pastDateline returns the first token behind a dateline such as
// "WASHINGTON, June 10 (UPI) —".
func (a *Analysis) pastDateline(s Sentence) int {
	first := int(s.First)
	if !s.Begins || !a.Tokens[first].Caps {
		return first
	}
	for i := first + 1; i < int(s.Last) && i < first+12; i++ {
		t := &a.Tokens[i]
		switch {
		case t.Kind == KindMark || t.Kind == KindWord && !t.Upper && (t.Word.Is(word.Verb) || a.nounish(i)):
			return first
		case t.Kind == KindPunct && t.Sign == '-' && !(t.Glued && i+1 < int(s.Last) && a.Tokens[i+1].Glued && a.Text[t.Start] == '-'):
			if i+1 < int(s.Last) {
				return i + 1
			}
		}
	}
	return first
}

// next appends the phrase that begins at token i and returns the token after it.
func (a *Analysis) next(i, end int) int {
	t := &a.Tokens[i]
	switch {
	case t.Kind == KindMark || t.Kind == KindWord && t.Run != none:
		return a.quotePhrase(i, end)
	case t.Kind == KindPunct:
		return a.punctPhrase(i)
	case t.Kind == KindNumber:
		return a.nounPhrase(i, end)
	}
	w := t.Word
	switch {
	case a.behindAccording() && w.Is(word.Verb|word.Time) && !w.Is(word.Prep|word.Sub|word.Conj):
		return a.nounPhrase(i, end) // according to polling
	case w.Is(word.Prep | word.Sub | word.Rel | word.That | word.Wh | word.Conj | word.To):
		if j := a.smallPhrase(i, end); j > i {
			return j
		}
	case a.lastTime(i, end):
		return a.timePhrase(i, end)
	case a.verbHere(i, end):
		return a.verbPhrase(i, end)
	case a.floats(i, end) || a.adverbHere(i, end):
		a.push(PhraseAdv, i, i+1, i)
		return i + 1
	case w.Is(word.Adv) && a.nounLikeAdverb(i, end):
		return a.nounPhrase(i, end)
	}
	if a.timeHere(i) || i+1 < end && a.timeHere(i+1) && !a.Tokens[i+1].Upper && (w.Is(word.Number) || thisTime[a.Text[t.Start:t.End]]) {
		return a.timePhrase(i, end)
	}
	return a.nounPhrase(i, end)
}

// adverbHere reports whether token i is an adverb or a "not" in this place.
func (a *Analysis) adverbHere(i, end int) bool {
	t, w := &a.Tokens[i], a.Tokens[i].Word
	if w.Class&word.Adj != 0 && i+1 < end && a.Tokens[i+1].Word.Is(word.To) && word.EqualFold(a.Text[t.Start:t.End], "next") {
		return true // next to the photo, Lind wrote
	}
	if !w.Is(word.Adv|word.Not) || w.Is(word.Adv) && a.nounLikeAdverb(i, end) {
		return false
	}
	onlyA := i+1 < end && a.Tokens[i+1].Word.Is(word.Det) && !a.Tokens[i+1].Upper
	return !t.Upper || w.Is(word.Adv) && !w.Is(word.Det|word.Noun) && (onlyA || !w.Is(word.Adj)) && a.startsText(i)
}

// nounLikeAdverb reports whether the adverb at token i rather begins a noun
// phrase: most of it, more boats, Early said.
func (a *Analysis) nounLikeAdverb(i, end int) bool {
	t := &a.Tokens[i]
	if t.Word.Is(word.Det) && (i+1 >= end || a.Tokens[i+1].Word.Is(word.Prep|word.Verb) || a.nounish(i+1)) {
		return true
	}
	return t.Upper && (a.NamesPerson(i) || a.saysNext(i, end))
}

func (a *Analysis) push(k PhraseKind, first, last, head int) *Phrase {
	a.Phrases = append(a.Phrases, Phrase{Kind: k, First: int32(first), Last: int32(last), Head: int32(head), Run: none})
	return &a.Phrases[len(a.Phrases)-1]
}

func (a *Analysis) quotePhrase(i, end int) int {
	r := a.Tokens[i].Run
	j := i + 1
	for j < end && a.Tokens[j].Run == r {
		j++
	}
	a.push(PhraseQuote, i, j, i).Run = r
	return j
}

func (a *Analysis) punctPhrase(i int) int {
	k := PhraseOther
	switch a.Tokens[i].Sign {
	case ',':
		k = PhraseComma
	case ':':
		k = PhraseColon
	case '-':
		k = PhraseDash
		if a.Tokens[i].Glued && a.Text[a.Tokens[i].Start] == '-' && i+1 < len(a.Tokens) && a.Tokens[i+1].Glued {
			k = PhraseOther
		}
	case '.', '!', '?', ';':
		k = PhraseStop
	}
	a.push(k, i, i+1, i)
	return i + 1
}

// smallPhrase appends a word of grammar; it returns i if the word is none here.
func (a *Analysis) smallPhrase(i, end int) int {
	t := &a.Tokens[i]
	w := t.Word
	k := PhrasePrep
	switch {
	case a.atLeast(i, end):
		return a.nounPhrase(i, end)
	case w.Is(word.To):
		if a.opensInfinitive(i, end) {
			return a.verbPhrase(i, end)
		}
	case w.Is(word.Conj):
		k = PhraseConj
	case w.Is(word.That):
		if a.thatIsDet(i, end) {
			return a.nounPhrase(i, end)
		}
		k = PhraseThat
	case w.Is(word.Rel):
		k = PhraseRel
	case w.Is(word.Wh):
		k = PhraseWh
	case w.Is(word.Sub):
		k = a.subordinate(i, end)
	case w.Is(word.Prep) && approximate[a.Text[t.Start:t.End]] && i+1 < end && a.NumberAt(i+1):
		return a.nounPhrase(i, end)
	case w.Is(word.Prep) && w.Is(word.Particle) && a.afterVerb() && a.particleHere(i, end):
		k = PhraseAdv
	}
	a.push(k, i, i+1, i)
	return i + 1
}

// opensInfinitive reports whether the "to" at token i begins an infinitive.
func (a *Analysis) opensInfinitive(i, end int) bool {
	n := len(a.Phrases)
	return i+1 < end && !a.Tokens[i+1].Upper && (n == 0 || !a.AccordingAt(n-1)) && a.infinitiveFollows(i+1, end)
}

// subordinate tells what the word at token i is that mostly begins a clause:
// after she left, after the vote, once again.
func (a *Analysis) subordinate(i, end int) PhraseKind {
	switch {
	case a.onlyAdverb(i, end):
		return PhraseAdv
	case i+1 < end && a.Spelled(i+1, "of"):
		return PhrasePrep
	case a.Tokens[i].Word.Is(word.Prep) && (!a.clauseFollows(i+1, end) || a.behindRelative()) && !a.putsIt(i+1, end):
		return PhrasePrep
	}
	return PhraseSub
}

// approximate are prepositions that rather belong to the number behind them.
var approximate = map[string]bool{"about": true, "over": true, "under": true, "around": true, "About": true, "Over": true}

// NumberAt reports whether token i is a number, in figures or in words.
func (a *Analysis) NumberAt(i int) bool {
	return a.Tokens[i].Kind == KindNumber || a.Tokens[i].Word.Is(word.Number)
}

// atLeast reports whether a number with words that bound it begins at token i:
// at least 12, up to 40, as many as 30.
func (a *Analysis) atLeast(i, end int) bool {
	for _, words := range bounds {
		n := len(words)
		if i+n >= end || !a.NumberAt(i+n) {
			continue
		}
		same := true
		for k, w := range words {
			t := &a.Tokens[i+k]
			same = same && word.EqualFold(a.Text[t.Start:t.End], w)
		}
		if same {
			return true
		}
	}
	return false
}

// bounds are the words before a number that begin with a preposition.
var bounds = [...][]string{{"at", "least"}, {"at", "most"}, {"up", "to"}, {"as", "many", "as"}, {"as", "few", "as"}, {"in", "all"}}

func (a *Analysis) infinitiveFollows(i, end int) bool {
	for ; i < end && a.Tokens[i].Word.Is(word.Adv) && !a.Tokens[i].Word.Is(word.Base); i++ {
	}
	if i+1 < end && a.Tokens[i].Word.Class == 0 && !a.Tokens[i].Upper && a.Tokens[i].Kind == KindWord {
		n := &a.Tokens[i+1]
		return n.Word.Is(word.Det|word.Poss|word.Object) || n.Upper && n.Kind == KindWord
	}
	return i < end && a.Tokens[i].Word.Is(word.Base|word.Be|word.Have|word.Do)
}

// afterVerb reports whether the phrase before is a verb.
func (a *Analysis) afterVerb() bool {
	n := len(a.Phrases)
	return n > 0 && a.Phrases[n-1].Kind == PhraseVerb
}

// particleHere reports whether the preposition i rather belongs to the verb: nothing follows that it could govern.
func (a *Analysis) particleHere(i, end int) bool {
	if i+1 >= end {
		return true
	}
	t := &a.Tokens[i+1]
	return t.Kind == KindPunct || t.Word.Is(word.That|word.Prep|word.To|word.Wh)
}

// namesIt reports whether the phrase read last is a verb that names something; no
// clause with "that" follows it: called that decision "late".
func (a *Analysis) namesIt() bool {
	n := len(a.Phrases)
	return a.Phrases[n-1].Kind == PhraseVerb && a.WordAt(n-1).Cue == word.CueCall
}

// thatIsDet tells "that day" from "that he came".
func (a *Analysis) thatIsDet(i, end int) bool {
	n := len(a.Phrases)
	if n > 0 && !a.namesIt() && (a.Phrases[n-1].Kind == PhraseNoun || a.Phrases[n-1].Kind == PhraseVerb || a.Phrases[n-1].Kind == PhraseConj || a.Phrases[n-1].Kind == PhraseTime || a.Phrases[n-1].Kind == PhraseComma || a.Phrases[n-1].Kind == PhraseAdv) {
		return false
	}
	return i+1 < end && a.Tokens[i+1].Kind == KindWord && !a.Tokens[i+1].Upper && !a.Tokens[i+1].Word.Is(word.Finite|word.Det|word.Poss|word.Pron)
}
