package quote

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// carried is what one sentence hands on to the next.
type carried struct {
	found    int // the last quote with a source, or none
	block    int32
	sentence int
	promised found // by a colon at the end of a paragraph
	reported bool  // the sentence at hand is in reported speech: foreigncarry.go
	labelled int32 // the block, counted from 1, whose speaker a label names

	subject  span // the last subject that can speak
	head     int32
	subjectS int
	thinks   bool // who thinks, rather than does, something
}

func (a *analysis) resetCarried() {
	a.carried = carried{found: none, head: none, sentence: none, subjectS: none}
}

// endSentence ties the runs of sentence i that nobody claimed to the speaker
// before, and remembers who spoke.
func (a *analysis) endSentence(i, before int) {
	if a.carried.labelled == a.Current.Block+1 {
		return
	}
	for p := range a.Phrases {
		if a.Phrases[p].Kind != grammar.PhraseQuote || a.Phrases[p].Run == none {
			continue
		}
		r := a.Phrases[p].Run
		if a.covered(r) || a.Runs[r].Dead || a.notSpeech(p) {
			continue
		}
		a.carry(i, p)
	}
	a.framedChain(i, before)
	if k := a.lastSource(before); k != none {
		a.carried.found, a.carried.block, a.carried.sentence = k, a.Current.Block, i
	}
	for k := before; k < len(a.found); k++ {
		a.found[k].verb = none
	}
	a.rememberSubject(i)
	a.promise(i)
}

// lastSource returns the last of the quotes from before on that has a source,
// one right before its frame if there is any ("...," said Lind, whom the owners
// asked to wait), or none.
func (a *analysis) lastSource(before int) int {
	last := none
	for k := len(a.found) - 1; k >= before; k-- {
		f := &a.found[k]
		if f.source.start >= f.source.end {
			continue
		}
		if f.how == patternAfter {
			return k
		}
		if last == none {
			last = k
		}
	}
	return last
}

// promise notes a sentence that ends with a colon and a cue: the paragraph
// that follows is what it reports.
func (a *analysis) promise(i int) {
	n := len(a.Phrases)
	if n == 0 || a.Phrases[n-1].Kind != grammar.PhraseColon || i+1 >= len(a.Sentences) || a.Sentences[i+1].Block == a.Current.Block {
		return
	}
	best := none
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Subject == none || a.IsWord(x.Subject, "it") || a.IsWord(x.Subject, "there") {
			continue
		}
		if c := a.WordAt(x.Phrase).Cue; c != word.CueNone && c != word.CueThink || best == none {
			best = v
		}
	}
	if best != none {
		a.carried.promised = a.sourceOf(i, best, patternBefore)
	}
	if k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i) && a.found[k].how == patternAccording {
		f := a.found[k] // As Lind wrote, the pier is closed:
		f.first, f.last, f.how, f.verb = none, none, patternBefore, none
		a.carried.promised = f
	}
	if a.statesFirst() { // Stated Lind:
		f := a.unsourced(i, patternBefore)
		c := a.HeadAt(0)
		f.cue = span{c.Start, c.End}
		f.source, f.head = a.mention(1)
		f.alias = a.aliasOf(1)
		a.carried.promised = f
	}
}

// statesFirst reports whether the sentence is but a verb of speech, who speaks,
// and a colon.
func (a *analysis) statesFirst() bool {
	if len(a.Phrases) < 3 || a.KindAt(0) != grammar.PhraseVerb || a.KindAt(1) != grammar.PhraseNoun || !a.Human(1) {
		return false
	}
	for k := 2; k < len(a.Phrases)-1; k++ {
		if k := a.KindAt(k); k == grammar.PhraseVerb || k == grammar.PhraseStop {
			return false
		}
	}
	v := &a.Phrases[0]
	w := a.Tokens[v.Head].Word
	return v.Verb&grammar.Finite != 0 && (w.Cue == word.CueSay || w.Cue == word.CueWeak || w.Cue == word.CueAsk)
}

// carry gives the run at phrase p, which has no cue, a speaker from what was before.
func (a *analysis) carry(i, p int) {
	r := a.Phrases[p].Run
	s := span{a.Runs[r].Start, a.Runs[r].End}
	if a.innerLabel(i, p) {
		return
	}
	if from := a.Runs[r].From; from != none {
		if k := a.holder(from); k != none {
			a.addPart(k, s)
			return
		}
	}
	alone := a.quoteAlone()
	if alone && a.shouted(p) {
		return
	}
	if alone && a.Current.Begins && a.promisedHere(i) {
		f := a.carried.promised
		f.sentence, f.paragraph = int32(i), a.Current.Block
		a.append(f, s)
		return
	}
	if a.signed(i, p, s) || a.namedBehind(i, p, s) || a.headless(i, p, s) {
		return
	}
	words, _, _ := a.CountWords(int(a.Phrases[p].First), int(a.Phrases[p].Last))
	if ((alone || a.bareColon(p)) && !a.heading() || a.speaksOn(i) && words > 2) && a.carryOn(i, s) {
		return
	}
	if alone || a.Runs[r].End-a.Runs[r].Start > 40 {
		a.append(a.guessed(i, p, words), s)
	}
}

func (a *analysis) append(f found, s span) {
	a.found = append(a.found, f)
	a.addPart(len(a.found)-1, s)
}

func (a *analysis) promisedHere(i int) bool {
	return a.carried.promised.sentence == int32(i-1) && a.carried.promised.how == patternBefore && a.carried.promised.source.end > 0
}

// speaksOn reports whether somebody was quoted in the sentence before, of the
// same paragraph, and seems to speak still.
func (a *analysis) speaksOn(i int) bool {
	c := &a.carried
	return c.found != none && c.sentence == i-1 && c.block == a.Current.Block && a.found[c.found].how != patternIndirect
}

// bareColon reports whether the run at phrase p ends a sentence without a verb,
// behind a colon: Then, later that month: "...".
func (a *analysis) bareColon(p int) bool {
	if a.KindAt(p-1) != grammar.PhraseColon || a.carried.found == none {
		return false
	}
	for k := range a.Phrases {
		switch a.Phrases[k].Kind {
		case grammar.PhraseVerb:
			return false
		case grammar.PhraseNoun:
			if a.KindAt(k-1) != grammar.PhrasePrep && k < p {
				return false
			}
		}
		if k > p && a.Phrases[k].Kind != grammar.PhraseStop {
			return false
		}
	}
	return true
}

// heading reports whether the sentence at hand stands in a heading, whose words
// are not those of who spoke before it.
func (a *analysis) heading() bool {
	return a.Plain.Blocks[a.Current.Block].Kind == reader.BlockHeading
}

// carryOn lets the speaker of the sentence before go on, or else its subject.
func (a *analysis) carryOn(i int, s span) bool {
	c := &a.carried
	k := c.found
	if k != none && a.found[k].how == patternIndirect && a.spokenOf(a.found[k].head, s) {
		return false // "Nothing, Anna," is not Anna's
	}
	if k != none && (c.sentence == i-1 || c.sentence == i-2 && c.block == a.Current.Block && (a.PronounAt(c.head) || !a.newSpeaker(i-1))) {
		if c.block == a.Current.Block {
			a.addPart(k, s)
			c.found, c.sentence = k, i
			return true
		}
		f := a.found[k]
		f.first, f.last, f.sentence, f.how, f.verb, f.cue = none, none, int32(i), patternCarried, none, span{}
		f.paragraph = a.Current.Block
		a.append(f, s)
		c.found, c.block, c.sentence = len(a.found)-1, a.Current.Block, i
		return true
	}
	if c.subjectS == i-1 && c.head != none {
		f := a.unsourced(i, patternSubject)
		f.source, f.head = c.subject, c.head
		a.append(f, s)
		return true
	}
	return false
}

// spokenOf reports whether the words s name the person whom token head names.
func (a *analysis) spokenOf(head int32, s span) bool {
	p := &a.Named
	if head == none || p.At[head] == none {
		return false
	}
	id := p.Namings[p.At[head]].Person
	first, last := a.TokensIn(int(s.start), int(s.end))
	for i := first; i < last; i++ {
		if n := p.At[i]; n != none && p.Namings[n].Person == id && p.List[id].Kind == reader.EntityPerson {
			return true
		}
	}
	return false
}

// newSpeaker reports whether the subject of sentence i may be who speaks next:
// somebody with a name or a role. "They also lie far away" and "There was a
// crowd" stand between two quotes of one speaker.
func (a *analysis) newSpeaker(i int) bool {
	c := &a.carried
	if c.subjectS != i || c.head == none {
		return false
	}
	t := &a.Tokens[c.head]
	return a.Named.At[c.head] != none || t.Word.Is(word.Role|word.Human) || a.PronounAt(c.head) || t.Upper && !t.Word.Is(word.Pron|word.Det)
}

// quoteAlone reports whether the sentence is nothing but runs and signs.
func (a *analysis) quoteAlone() bool {
	for k := range a.Phrases {
		switch a.Phrases[k].Kind {
		case grammar.PhraseQuote, grammar.PhraseStop, grammar.PhraseComma, grammar.PhraseDash, grammar.PhraseConj, grammar.PhraseOther:
		default:
			return false
		}
	}
	return true
}
