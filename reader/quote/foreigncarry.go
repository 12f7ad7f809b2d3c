package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// foreignCarry gives the run s of the tokens from first to last, which has no
// frame, to who spoke before if it is a sentence of its own.
func (a *analysis) foreignCarry(i, first, last int, s span) {
	alone := first == int(a.Current.First) && !a.wordBetween(last, int(a.Current.Last))
	if alone && !a.heading() && a.carryOn(i, s) {
		return
	}
	a.append(a.unsourced(i, patternNone), s)
}

// foreignBare ties the run s to a verb of speech that stands alone behind it:
// «No», dijo. Its speaker is who the sentence before was about.
func (a *analysis) foreignBare(i, first, last int, s span) bool {
	v := last
	for v < int(a.Current.Last) && a.Tokens[v].Kind == grammar.KindPunct && (a.Tokens[v].Sign == ',' || a.Tokens[v].Sign == '-') {
		v++
	}
	if v == last || v >= int(a.Current.Last) || !a.cueHere(v) || a.Tokens[v].Word.Is(word.Prep|word.Pron) {
		return false
	}
	if n := v + 1; !a.drops() && n < int(a.Current.Last) && a.Tokens[n].Kind != grammar.KindPunct && !a.Tokens[n].Word.Is(word.Conj) {
		return false
	}
	return first == int(a.Current.First) && a.carryOn(i, s) || a.drops() && a.speaksStill(i, s, 4)
}

// drops reports whether the language leaves out he and she: Spanish.
func (a *analysis) drops() bool { return a.Language.Latin && !a.Language.Elides }

// bareBefore ties the run s, which opens at token first, to a verb of speech
// without a subject before it: Al respecto, explicó que «…», y agregó que «…».
func (a *analysis) bareBefore(i, first int, s span) bool {
	if !a.drops() {
		return false
	}
	for v := first - 1; v >= int(a.Current.First) && v > first-25; v-- {
		t := &a.Tokens[v]
		if t.Kind == grammar.KindMark || t.Run != none || t.Kind == grammar.KindPunct && t.Sign != ',' && t.Sign != ':' {
			return false
		}
		if a.cueHere(v) && !t.Word.Is(word.Prep|word.Pron|word.Adv) {
			return a.speaksStill(i, s, 4)
		}
	}
	return false
}

// speaksStill gives the run s to who spoke last, in this sentence or one of the few
// before it, or else to whom the sentence before was about.
func (a *analysis) speaksStill(i int, s span, few int) bool {
	f := a.unsourced(i, patternSubject)
	c := &a.carried
	k := len(a.found) - 1
	switch {
	case k >= 0 && i-int(a.found[k].sentence) <= few && a.found[k].head != none && (c.subjectS <= int(a.found[k].sentence) || c.head == none):
		f.source, f.head, f.alias = a.found[k].source, a.found[k].head, a.found[k].alias
	case c.head != none && i-c.subjectS <= few:
		f.source, f.head = c.subject, c.head
	default:
		return false
	}
	a.append(f, s)
	return true
}

// reported reports whether the words of the sentence without marks are
// somebody's, as the verb tells in German: Man müsse das Haus „von Grund auf
// neu bauen“.
func (a *analysis) reported() bool {
	if !a.Language.Nouns {
		return false
	}
	for k := int(a.Current.First); k < int(a.Current.Last); k++ {
		if a.Tokens[k].Run == none && a.Tokens[k].Word.Is(word.Reported) {
			return true
		}
	}
	return false
}

// rememberForeign keeps who the sentence i is about, for the quotes of the
// next one: who its frame names ("so Vogel"), or the name or the pronoun that
// it begins with.
func (a *analysis) rememberForeign(i int) {
	begin, end := int(a.Current.First), int(a.Current.Last)
	bare := false
	for v := begin; v < end; v++ {
		if a.Tokens[v].Run != none || !a.cueHere(v) {
			continue
		}
		if f, ok := a.frameAround(i, v, end); ok && a.rememberable(&f, v) {
			a.carried.subject, a.carried.head, a.carried.subjectS = f.source, f.head, i
			if f.alias != none {
				a.carried.head = f.alias
			}
			return
		}
		bare = true
	}
	if bare && a.carried.head != none && a.carried.subjectS == i-1 { // El contrato, advirtió, termina
		a.carried.subjectS = i
		return
	}
	if c := &a.carried; a.carried.reported && (c.subjectS == i-1 || c.sentence == i-1 && c.found != none) {
		if k := c.found; k != none && c.sentence == i-1 && a.found[k].head != none {
			c.subject, c.head = a.found[k].source, a.found[k].head
		}
		if c.head != none {
			c.subjectS = i // Das sei alles.
			return
		}
	}
	a.rememberBegin(i, begin, end)
}

// rememberable reports whether the source of f, which the verb v reports, may
// go on speaking in the next sentence: a person, he or she, a role, or in
// reported speech the body right behind the verb, teilte das Amt mit.
func (a *analysis) rememberable(f *found, v int) bool {
	if a.NamesPerson(int(f.head)) || f.alias != none || a.Tokens[f.head].Word.Is(word.Role|word.Pron) {
		return true
	}
	return a.carried.reported && int(a.sourceFirst(f)) == v+1 && a.Tokens[v+1].Word.Is(word.Det)
}

// rememberBegin keeps whom the sentence i begins with: a name, he or she, or a
// role with its name behind it.
func (a *analysis) rememberBegin(i, begin, end int) {
	role := none
	at := begin
	for at < end && a.Tokens[at].Kind == grammar.KindWord && a.Tokens[at].Word.Is(word.Det|word.Role) && !a.NamesPerson(at) {
		if a.Tokens[at].Word.Is(word.Role) {
			role = at
		}
		at++
	}
	c := &a.carried
	switch {
	case at >= end || a.Tokens[at].Run != none:
	case a.NamesPerson(at):
		to := at + 1
		for to < end && a.Named.At[to] == a.Named.At[at] {
			to++
		}
		c.subject, c.head, c.subjectS = span{a.Tokens[at].Start, a.Tokens[to-1].End}, int32(to-1), i
	case role != none:
		c.subject, c.head, c.subjectS = span{a.Tokens[begin].Start, a.Tokens[role].End}, int32(role), i
		if alias := a.foreignAlias(at); alias != none {
			c.head = alias
		}
	case a.Tokens[at].Word.Is(word.Male | word.Female):
		c.subject, c.head, c.subjectS = span{a.Tokens[at].Start, a.Tokens[at].End}, int32(at), i
	}
}
