package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// foreignSource makes an empty quote whose source are the tokens from from to
// to and whose verb is token v.
func (a *analysis) foreignSource(i, v, from, to int, how pattern) found {
	f := a.unsourced(i, how)
	for k := from; k < to && to-from > 1 && !a.NamesPerson(to-1); k++ {
		if w := a.Tokens[k].Word; w.Is(word.Pron) && w.Is(word.Male|word.Female) { // sie ihren Fans
			from, to = k, k+1
		}
	}
	f.head = int32(to - 1)
	f.source = span{a.Tokens[from].Start, a.Tokens[to-1].End}
	f.cue = span{a.Tokens[v].Start, a.Tokens[v].End}
	if a.SayerGender(v, to-1); a.NamesPerson(to - 1) {
		return f
	}
	for k := from; k < to; k++ {
		if a.Tokens[k].Word.Is(word.Role | word.Org) {
			f.head = int32(k) // the head of Nordal Hydro is not Nordal Hydro
			break
		}
	}
	if !a.Tokens[f.head].Word.Is(word.Pron) {
		f.alias = a.foreignAlias(to)
	}
	return f
}

// frameBehind reads "said N" or "N said" from token i on.
func (a *analysis) frameBehind(sentence, i int) (found, bool) {
	end := int(a.Current.Last)
	for i < end && a.Tokens[i].Kind == grammar.KindPunct && (a.Tokens[i].Sign == ',' || a.Tokens[i].Sign == '-' || a.Tokens[i].Sign == '.') {
		i++
	}
	for v := i; v < end && v < i+7; v++ {
		t := &a.Tokens[v]
		if t.Kind == grammar.KindMark || t.Kind == grammar.KindPunct || t.Run != none {
			return found{}, false
		}
		if a.cueHere(v) {
			return a.frameOfCue(sentence, i, v)
		}
		if f, ok, told := a.frameOfUnknown(sentence, i, v); told {
			return f, ok
		}
	}
	return found{}, false
}

// frameOfCue reads the frame of the cue v behind a run that ends before token i.
func (a *analysis) frameOfCue(sentence, i, v int) (found, bool) {
	if a.Tokens[v].Word.Is(word.Pron) { // dit-il
		return a.foreignSource(sentence, v, v, v+1, patternAfter), true
	}
	if v > i && a.Tokens[i].Word.Cue == word.CueNone && a.sourceWords(i, v) {
		if from, to := a.trimSource(i, v); from < to {
			return a.foreignSource(sentence, v, from, to, patternAfter), true
		}
	}
	end := int(a.Current.Last)
	from, to := a.sourceFrom(v+1, end)
	if from >= to {
		from, to = a.SeatBehind(v, end)
	}
	if from < to {
		return a.foreignSource(sentence, v, from, to, patternAfter), true
	}
	f, ok := a.frameOfAlias(sentence, v, v+1, patternAfter)
	if k := a.plainNoun(v+1, end); !ok && v <= i+2 && k > v+1 {
		return a.foreignSource(sentence, v, v+1, k, patternAfter), true
	}
	return f, ok
}

// frameOfUnknown reads a frame right behind a run, which ends before token i, with
// a verb that the tables do not know; it ends at token v. Told is whether it is one.
func (a *analysis) frameOfUnknown(sentence, i, v int) (f found, ok, told bool) {
	if v == i {
		if a.grown(v) {
			return a.foreignSource(sentence, v, v, v+1, patternAfter), true, true
		}
		return found{}, false, false
	}
	w := a.Tokens[v].Word
	pronoun := v == i+1 && a.Language.Nouns && w.Is(word.Pron) && w.Is(word.Male|word.Female)
	if v > i+3 || !pronoun && !a.NamesPerson(v) || !a.verblike(i, v) {
		return found{}, false, false
	}
	if w.Is(word.Pron) {
		return a.foreignSource(sentence, i, v, v+1, patternAfter), true, true
	}
	from, to := a.sourceFrom(v, int(a.Current.Last))
	return a.foreignSource(sentence, i, from, to, patternAfter), from < to, true
}

// frameBefore reads "N said:" or "said N:" in what stands before token i.
func (a *analysis) frameBefore(sentence, i int) (found, bool) {
	begin := int(a.Current.First)
	var vague found // Vogel sagte laut Manuskript:
	for v := i - 1; v >= begin && v > i-40; v-- {
		t := &a.Tokens[v]
		if t.Kind == grammar.KindMark && t.Sign == ')' && a.foreignName(a.opening(v), v+1) {
			v = a.opening(v) // a name in marks
			continue
		}
		if t.Kind == grammar.KindMark || t.Run != none {
			break
		}
		if t.Kind == grammar.KindPunct && (t.Sign == '.' || t.Sign == '!' || t.Sign == '?') {
			break
		}
		if !a.cueHere(v) {
			continue
		}
		f, ok := a.frameAround(sentence, v, i)
		switch {
		case ok && t.Word.Is(word.Prep) && !a.knownSource(&f):
			vague = f
		case ok && (vague.cue.end == 0 || a.knownSource(&f)):
			return f, true
		}
	}
	return vague, vague.cue.end > 0
}

// knownSource reports whether the source of f is a name, a role or a pronoun.
func (a *analysis) knownSource(f *found) bool {
	return f.alias != none || a.Named.At[f.head] != none || a.Tokens[f.head].Word.Is(word.Role|word.Pron)
}

// opening returns the first token of the run whose closing mark is token v.
func (a *analysis) opening(v int) int {
	r := a.Tokens[v].Run
	for v > int(a.Current.First) && a.Tokens[v-1].Run == r {
		v--
	}
	return v
}

// frameAround reads who says what the cue v reports, before token i.
func (a *analysis) frameAround(sentence, v, i int) (found, bool) {
	begin, t := int(a.Current.First), &a.Tokens[v]
	if t.Word.Is(word.Prep) {
		return a.frameOfAccording(sentence, v, i)
	}
	if t.Word.Is(word.Pron) { // dit-elle
		return a.foreignSource(sentence, v, v, v+1, patternBefore), true
	}
	left := v
	for left > begin && a.Tokens[left-1].Kind == grammar.KindWord && a.Tokens[left-1].Run == none && !a.Tokens[left-1].Word.Is(word.Conj|word.Sub) {
		left--
	}
	if a.pronounBehind(left, v, i) {
		return a.foreignSource(sentence, v, v+1, v+2, patternBefore), true // In Anlehnung an Rosa fragte er
	}
	from, to := a.leftSource(left, v, i)
	if from < to {
		if !a.NamesPerson(to-1) && a.nameBeforeComma(left) {
			from, to = begin, left-1
		}
		return a.foreignSource(sentence, v, from, to, patternBefore), true
	}
	from, to = a.rightSource(left, v, i)
	if from < to {
		return a.foreignSource(sentence, v, from, to, patternBefore), true
	}
	return found{}, false
}

// frameOfAccording reads "according to N" of the preposition v, before token i.
func (a *analysis) frameOfAccording(sentence, v, i int) (found, bool) {
	begin := int(a.Current.First)
	if v > begin && a.Tokens[v-1].Word.Is(word.Pron) { // by his words
		return a.foreignSource(sentence, v, v-1, v, patternBefore), true
	}
	from, to := a.sourceFrom(v+1, i)
	return a.foreignSource(sentence, v, max(from, begin), max(to, from+1), patternBefore), from < to
}

// pronounBehind reports whether he or she stands right behind the German verb v,
// before token i; the words before the verb begin at token left.
func (a *analysis) pronounBehind(left, v, i int) bool {
	if n := v + 1; !a.Language.Nouns || n >= i || !a.Tokens[n].Word.Is(word.Pron) || !a.Tokens[n].Word.Is(word.Male|word.Female) {
		return false
	}
	return left == v || a.Tokens[left].Word.Is(word.Prep|word.Adv)
}

// nameBeforeComma reports whether a name and a comma are all that stands before
// token left in its sentence: Anna Lind, Landesvorstand des Bundes, erklärt.
func (a *analysis) nameBeforeComma(left int) bool {
	begin, comma := int(a.Current.First), left-1
	return comma > begin && a.Tokens[comma].Kind == grammar.KindPunct && a.Tokens[comma].Sign == ',' && a.NamesPerson(begin) && a.Named.At[begin] == a.Named.At[comma-1]
}

// rightSource returns who stands behind the verb v, before token i, or over the
// asides before token left.
func (a *analysis) rightSource(left, v, i int) (from, to int) {
	begin := int(a.Current.First)
	from, to = a.sourceFrom(v+1, i)
	if v > begin && a.Tokens[v-1].Word.Is(word.Conj) && !a.known(from, to) {
		to = from // und fordern die Einsperrung
	}
	if from < to && a.known(from, to) {
		return from, to
	}
	over, end := a.overAsides(begin, left)
	if over >= end {
		over, end = a.betweenCommas(begin, left)
	}
	if over < end {
		return over, end
	}
	return from, to
}

// leftSource returns who stands in the words from left up to the verb v. Words
// that open with a preposition are no source, but a name right before the verb
// is; neither are words without a name if one stands behind the verb, before
// token i: Ähnlich äußerte sich Vogel.
func (a *analysis) leftSource(left, v, i int) (from, to int) {
	if from, to = a.Seat(left, v); from < to {
		return from, to
	}
	if left < v && a.Tokens[left].Word.Is(word.Prep) || a.Language.Nouns && left < v && !a.known(left, v) {
		if a.NamesPerson(v - 1) {
			for from = v - 1; from > left && a.Named.At[from-1] == a.Named.At[v-1]; from-- {
			}
			if a.ownedBy(from) {
				return v, v
			}
			return from, v
		}
		if from, to = a.sourceFrom(v+1, i); from < to && a.known(from, to) || a.Tokens[left].Word.Is(word.Prep) {
			return v, v
		}
	}
	from, to = a.trimSource(left, v)
	if name, end := a.nameBefore(left, v); name < end && (from >= to || !a.NamesPerson(to-1) || !a.Language.Nouns && !a.Tokens[from].Upper && !a.Tokens[from].Word.Is(word.Det|word.Role|word.Poss)) {
		return name, end
	}
	if from < to && a.sourceWords(from, to) {
		return from, to
	}
	return v, v
}

// nameBefore returns the person's name right before the verb v and its small
// words: au cours duquel Anne Leroy a déclaré.
func (a *analysis) nameBefore(left, v int) (from, to int) {
	for to = v; to > left && a.Tokens[to-1].Word.Is(word.Aux|word.Adv|word.Object|word.Not|word.Time) && !a.Tokens[to-1].Upper; to-- {
	}
	if to == left || !a.NamesPerson(to-1) {
		return v, v
	}
	for from = to - 1; from > left && a.Named.At[from-1] == a.Named.At[to-1]; from-- {
	}
	if a.ownedBy(from) {
		return v, v
	}
	return from, to
}

// ownedBy reports whether what stands before the name at token i is theirs, and
// not they: sobre la situación de Granda dijo.
func (a *analysis) ownedBy(i int) bool {
	return a.Language.Latin && i > 0 && a.OfRole(&a.Tokens[i-1])
}

// known reports whether a name, a pronoun or a role stands between the tokens.
func (a *analysis) known(i, j int) bool {
	for ; i < j; i++ {
		if a.Named.At[i] != none || a.Tokens[i].Word.Is(word.Pron|word.Role) {
			return true
		}
	}
	return false
}

// overAsides returns the name or role with which the sentence begins if an
// aside between commas parts it from the verb behind token left: Ruiz, que ha
// dragado en Vigo, sostiene.
func (a *analysis) overAsides(begin, left int) (from, to int) {
	if left <= begin || a.Tokens[left-1].Kind != grammar.KindPunct || a.Tokens[left-1].Sign != ',' {
		return begin, begin
	}
	k := begin
	for k < left-1 && a.Tokens[k].Kind == grammar.KindWord {
		k++
	}
	if k >= left-1 || a.Tokens[k].Sign != ',' {
		return begin, begin
	}
	if from, to = a.trimSource(begin, k); from < to && a.sourceWords(from, to) && (a.NamesPerson(from) || a.NamesPerson(to-1) || a.Tokens[from].Word.Is(word.Role|word.Det)) {
		return from, to
	}
	return begin, begin
}
