package grammar

import "offprint/reader/quote/word"

// pluralBefore reports whether what stands before the adverbs that end with
// token i can be the subject of a verb in its base form: voters almost always
// end up.
func (a *Analysis) pluralBefore(i int) bool {
	for i > int(a.Current.First) && a.Tokens[i].Word.Is(word.Adv) {
		i--
	}
	return a.Tokens[i].Kind == KindWord && (a.Tokens[i].Word.Is(word.Pron|word.To|word.Modal|word.Do|word.Plural|word.Rel) || a.PluralNoun(i))
}

// behindAside reports whether the comma read last closes an aside behind a
// plural: the owners, however.
func (a *Analysis) behindAside() bool {
	n := len(a.Phrases) - 1
	if a.KindAt(n) != PhraseComma || n < 0 {
		return false
	}
	for k := n - 1; k > 0 && k > n-7; k-- {
		switch a.Phrases[k].Kind {
		case PhraseComma:
			if a.Phrases[k-1].Kind != PhraseNoun {
				return false
			}
			h := int(a.Phrases[k-1].Head)
			return a.Tokens[h].Word.Is(word.Plural) || a.PluralNoun(h)
		case PhraseVerb, PhraseConj, PhraseStop, PhraseQuote, PhraseColon:
			return false
		}
	}
	return false
}

// coupled reports whether token i ends a name that "and" joins to another or
// to a pronoun, so that both are a plural: he and Lind differ.
func (a *Analysis) coupled(i int) bool {
	j := i
	for j > int(a.Current.First) && a.Tokens[j].Kind == KindWord && a.Tokens[j].Upper {
		j--
	}
	if j == i || j == int(a.Current.First) || !a.Spelled(j, "and") {
		return false
	}
	b := &a.Tokens[j-1]
	return b.Kind == KindWord && (b.Upper || b.Word.Is(word.Pron) && !b.Word.Is(word.Number|word.Det))
}

// behindFrame reports whether the comma read last closes a frame: his wife, he
// says.
func (a *Analysis) behindFrame() bool {
	n := len(a.Phrases) - 1
	if n < 3 || a.Phrases[n].Kind != PhraseComma || a.Phrases[n-1].Kind != PhraseVerb || a.Phrases[n-2].Kind != PhraseNoun || a.Phrases[n-3].Kind != PhraseComma {
		return false
	}
	return a.WordAt(n-1).Lemma == a.sayLemma()
}

// onlyAdverb reports whether the word at token i, which mostly begins a clause,
// does not: once again, he once said, as soon as.
func (a *Analysis) onlyAdverb(i, end int) bool {
	switch {
	case i+2 >= end:
		return false
	case a.Spelled(i, "once"):
		told := i > 0 && a.Tokens[i-1].Sign == ',' && a.Tokens[i+1].Word.Is(word.Part) // Moe, once described by Lind as
		return told || a.Spelled(i+1, "again") || a.Spelled(i+1, "more") || a.betweenSubject(i)
	case a.Spelled(i, "as"):
		return a.Tokens[i+1].Word.Is(word.Adv) && a.Spelled(i+2, "as")
	}
	return false
}

// betweenSubject reports whether token i stands between a subject and its verb:
// as my uncle once said.
func (a *Analysis) betweenSubject(i int) bool {
	if i <= int(a.Current.First) {
		return false
	}
	b, n := &a.Tokens[i-1], &a.Tokens[i+1]
	return b.Kind == KindWord && b.Run == none && !b.Word.Is(word.Finite|word.Conj|word.Prep) && n.Kind == KindWord && n.Word.Is(word.Past)
}

// saysNext reports whether "said" or the like follows the word at token i that
// begins a sentence: then it is a name, though it looks like an adverb.
func (a *Analysis) saysNext(i, end int) bool {
	if i+1 >= end || !a.startsText(i) {
		return false
	}
	n := &a.Tokens[i+1]
	return n.Word.Lemma == a.sayLemma() && n.Word.Is(word.Past|word.Third)
}

// everyOf reports whether the words of time from token i to j are rather a
// subject or an object: each year of school.
func (a *Analysis) everyOf(i, j int) bool {
	return (a.Spelled(i, "each") || a.Spelled(i, "every")) && j < int(a.Current.Last) && a.Spelled(j, "of")
}

// Occupation reports whether w names who does something by its ending:
// lobbyists, a gynaecologist.
func Occupation(w string) bool {
	if n := len(w); n > 0 && w[n-1] == 's' {
		w = w[:n-1]
	}
	return len(w) > 6 && (endsWith(w, "ist") || endsWith(w, "ician") || endsWith(w, "woman"))
}

// medialFrame reports whether noun phrase i opens a plain frame between two
// commas while the clause around waits for its verb.
func (a *Analysis) medialFrame(i, b int) bool {
	if b != i-1 || a.KindAt(b) != PhraseComma || a.KindAt(i+1) != PhraseVerb || !a.Human(i) || a.pending() == none {
		return false
	}
	p := &a.Phrases[i+1]
	w := a.Tokens[p.Head].Word
	words := a.KindAt(i+2) == PhraseComma && a.KindAt(i+3) == PhraseQuote && !a.officeBefore(i) // the pier, she said, "is old"
	return w.Cue == word.CueSay && w.Is(word.Past|word.Third) && p.Last-p.First == 1 && (words || a.afterFrame(i+1) != none)
}

// behindHearer is c, or the "that" behind the relative clause which phrase j
// opens and which tells who hears it: told those who asked that.
func (a *Analysis) behindHearer(j int, c Complement) Complement {
	for k := j + 1; c.Heard == j-1 && k+1 < len(a.Phrases) && k < j+12; k++ {
		switch a.Phrases[k].Kind {
		case PhraseThat:
			if a.KindAt(k+1) == PhraseNoun {
				return Complement{ContentClause, k, c.Heard}
			}
		case PhraseStop, PhraseColon, PhraseQuote, PhraseComma:
			return c
		}
	}
	return c
}

// warned returns the "that" behind noun phrase j if it names whom the verb w
// warns or promises something, or none: warned owners of older boats that the
// pier. A promise may as well be of a thing: promised a pier that the town needs.
func (a *Analysis) warned(j int, w word.Entry) int {
	of := func(verb string) bool { return w.Lemma == a.Language.Words[verb].Lemma }
	if !of("warn") && !of("caution") && !(of("promise") && a.Human(j)) {
		return none
	}
	for k := j + 1; k < len(a.Phrases); k++ {
		switch a.Phrases[k].Kind {
		case PhrasePrep:
			k = a.OverPrep(k)
		case PhraseAdv, PhraseTime:
		case PhraseConj:
			if a.KindAt(k+1) == PhraseNoun {
				k++
			}
		case PhraseThat:
			if a.KindAt(k+1) == PhraseVerb {
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
func (a *Analysis) otherActs(i int) bool {
	v := a.NextVerb(i)
	if v == none || a.commaBetween(i, v) {
		return false
	}
	k := i
	for k < v && a.Phrases[k].Kind != PhraseConj {
		k++
	}
	if k == v {
		return false
	}
	w := a.Tokens[a.Phrases[v].First].Word
	if !w.Is(word.Past|word.Third|word.Aux) || w.Is(word.Base) && !w.Is(word.Aux) || w.Is(word.Do) {
		return false
	}
	for j := k - 1; j > 0; j-- {
		switch p := &a.Phrases[j]; p.Kind {
		case PhraseNoun, PhrasePrep, PhraseAdv, PhraseTime:
		case PhraseVerb:
			h := &a.Tokens[p.Head]
			return j < k-1 && p.Verb&Infinitive != 0 && (h.Word.Cue == word.CueNone || h.Word.Cue == word.CueWeak) && !ensuring[a.Text[h.Start:h.End]]
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
func (a *Analysis) governedToo(i int) bool {
	if a.KindAt(i-1) != PhraseConj || a.KindAt(i-2) != PhraseNoun || a.KindAt(i-3) != PhrasePrep || a.VerbFollows(i) {
		return false
	}
	t := a.top()
	return t.kind == ClauseMain && t.subject == none && t.verb == none
}

// Mutely reports whether the subject of predicate v can hardly speak.
func (a *Analysis) Mutely(v int) bool {
	return a.Verbs[v].Subject == none || !a.CanSpeak(a.Verbs[v].Subject)
}

// Talks reports whether the verb of predicate v only takes what is talked about:
// spoke of the pier, but not spoke at noon.
func (a *Analysis) Talks(v int) bool {
	return a.VerbWord(v).Cue == word.CueTalk
}

// unlikePerson reports whether noun phrase i can hardly be what the name behind
// it belongs to: the polling places and procedures, Lind noted.
func (a *Analysis) unlikePerson(i int) bool {
	t := a.HeadAt(i)
	return !a.Human(i) && a.PluralNoun(int(a.Phrases[i].Head)) && !t.Word.Is(word.Org|word.Saying) && !Agent(a.Text[t.Start:t.End])
}

// mailing are the verbs whose object only gets the words: emailed them saying.
var mailing = map[string]bool{
	"emailed": true, "texted": true, "messaged": true, "phoned": true, "wrote": true, "told": true,
	"answered": true, "contacted": true, "called": true,
}

// addressed reports whether noun phrase b only tells to whom a text went: sent
// an email to supporters stating, emailed supporters stating.
func (a *Analysis) addressed(b int) bool {
	if a.KindAt(b-1) == PhraseVerb && a.Phrases[b-1].Verb&Finite != 0 && a.top().verb != none && a.Verbs[a.top().verb].Phrase == b-1 {
		h := a.HeadAt(b - 1)
		return mailing[a.Text[h.Start:h.End]]
	}
	return a.KindAt(b-1) == PhrasePrep && a.IsWord(b-1, "to") && a.KindAt(b-2) == PhraseNoun && a.WordAt(b-2).Is(word.Saying) && a.top().verb != none
}

// ClosingFrame reports whether noun phrase i opens a frame that ends the
// sentence, whatever is still open before it: the dredger will wait while the
// owners bargain over the price, Lind said.
func (a *Analysis) ClosingFrame(i, b int) bool {
	if b != i-1 || a.KindAt(b) != PhraseComma || a.KindAt(i+1) != PhraseVerb || !a.Human(i) || a.Phrases[i+1].Verb&Finite == 0 || len(a.Verbs) == 0 {
		return false
	}
	if w := a.WordAt(i + 1); w.Cue != word.CueSay || !w.Is(word.Past|word.Third) || a.Phrases[i+1].Last-a.Phrases[i+1].First > 1 {
		return false
	}
	for k := i + 2; k < len(a.Phrases); k++ {
		switch a.Phrases[k].Kind {
		case PhraseAdv, PhraseTime:
		case PhraseStop:
			return true
		default:
			return false
		}
	}
	return true
}

// officeBefore reports whether noun phrase i is the name of who holds the
// office that is the subject at hand, the comma behind it left out.
func (a *Analysis) officeBefore(i int) bool {
	s := a.top().subject
	if s != i-2 || a.KindAt(i-1) != PhraseComma || !a.IsPerson(i) {
		return false
	}
	h := int(a.Phrases[s].Head)
	return a.Tokens[h].Word.Is(word.Role) && !a.Tokens[h].Word.Is(word.Plural) && !a.NamesPerson(h)
}

// saidInside reports whether the verb at phrase i is what somebody says in a
// relative clause of what it stands behind: which owners say was a mistake.
func (a *Analysis) saidInside(i int) bool {
	t := a.top()
	if t.verb == none || t.kind == ClauseMain || a.Verbs[t.verb].Phrase != i-1 || a.KindAt(i-2) != PhraseNoun {
		return false
	}
	k := a.KindAt(i - 3)
	return (k == PhraseRel || k == PhraseWh) && a.WordAt(i-1).Cue == word.CueSay
}

// behindAccording reports whether "according to" was read last, behind which
// somebody or something stands.
func (a *Analysis) behindAccording() bool {
	n := len(a.Phrases)
	return n > 1 && a.AccordingAt(n-2) && a.Phrases[n-1].Kind == PhrasePrep && a.IsWord(n-1, "to")
}

// opensFrame reports whether noun phrase i, which phrase b stands before, opened
// a clause of its own: a frame, or what "whose" begins.
func (a *Analysis) opensFrame(i, b int) bool {
	switch {
	case a.Spelled(int(a.Phrases[i].First), "whose"):
		a.stack = append(a.stack, clauseFrame{ClauseRelative, i, none, i})
	case a.medialFrame(i, b): // whether it will sail, she said, is open
		a.stack = append(a.stack, clauseFrame{ClauseMain, i, none, i})
	case a.ClosingFrame(i, b):
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, i, none, i})
	default:
		return false
	}
	return true
}

// openSaid opens the clause of the verb at phrase i, of which saidInside holds.
func (a *Analysis) openSaid(i int) {
	a.stack = append(a.stack, clauseFrame{ClauseComplement, a.top().opened, none, i})
	a.settle(len(a.stack)-1, i)
}
