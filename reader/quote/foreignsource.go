package quote

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/people"
	"offprint/reader/quote/word"
)

// sourceWords reports whether somebody may be named between the tokens: a
// name, a pronoun, a role. Where nouns have capitals, a capital alone tells
// nothing: the word must stand alone, behind an article, or be a known name.
func (a *analysis) sourceWords(i, j int) bool {
	alone := !a.Language.Nouns || j-i == 1 || i < j && a.Tokens[i].Word.Is(word.Det)
	for ; i < j; i++ {
		if t := &a.Tokens[i]; t.Word.Is(word.Pron|word.Role) || t.Upper && !t.Word.Is(word.Det|word.Time) && (alone || a.Named.At[i] != none) {
			return true
		}
	}
	return false
}

// trimSource drops what cannot belong to the source at both ends.
func (a *analysis) trimSource(from, to int) (int, int) {
	for to > from && a.Tokens[to-1].Word.Is(word.Aux|word.Adv|word.Time|word.Object|word.Prep|word.Not) && !a.Tokens[to-1].Upper {
		to--
	}
	for from < to && (a.Tokens[from].Word.Is(word.Adv|word.Time|word.Conj|word.Sub|word.Prep|word.Aux) || a.Tokens[from].Kind != grammar.KindWord) {
		from++
	}
	for k := from; k < to; k++ {
		if a.Tokens[k].Word.Is(word.Prep) { // the minister in Berlin
			to = k
		}
	}
	return from, to
}

// sourceFrom reads the source behind a verb: the words up to a sign, a
// preposition or a conjunction.
func (a *analysis) sourceFrom(i, end int) (from, to int) {
	if from, to = a.particleSource(i, end); from < to {
		return from, to
	}
	i = a.pastAside(a.pastSmall(i, end), end)
	from, to = i, i
	named := false
	for to < end && to < from+10 {
		t := &a.Tokens[to]
		if k := a.sourcePiece(from, to, end, named); k > to {
			to, named = k, named || a.NamesPerson(k-1)
			continue
		}
		if t.Kind != grammar.KindWord || t.Run != none || t.Word.Is(word.Prep|word.Conj|word.Sub|word.Time|word.That|word.Aux|word.Not) || t.Word.Cue != word.CueNone || a.hearer(from, to) {
			break
		}
		if named && !t.Upper && !t.Word.Is(word.Det|word.Role) && !people.Particles[a.Text[t.Start:t.End]] && !a.nameSoon(to, end) {
			break
		}
		if a.anotherName(from, to) {
			break
		}
		named = named || t.Upper
		to++
	}
	if !a.sourceWords(from, to) {
		return from, from
	}
	for to > from+1 && !a.Tokens[to-1].Upper && !a.Tokens[to-1].Word.Is(word.Role|word.Pron) && a.sourceWords(from, to-1) {
		to--
	}
	return from, to
}

// particleSource returns the surname with particles behind a German verb and its
// small words, if there is one: sagte von Lind.
func (a *analysis) particleSource(i, end int) (from, to int) {
	from = a.pastSmall(i, end)
	if !a.Language.Nouns || from >= end || !a.NamesPerson(from) || a.Tokens[from].Upper {
		return i, i
	}
	for to = from; to < end && a.Named.At[to] == a.Named.At[from]; to++ {
	}
	return from, to
}

// sourcePiece returns the end of what stands at token to and belongs to the
// source that begins at from though its words alone would end it; named is
// whether a name was read. It is to if nothing does.
func (a *analysis) sourcePiece(from, to, end int, named bool) int {
	t := &a.Tokens[to]
	if t.Kind == grammar.KindMark && t.Sign == '(' && to > from && !named { // the head of «Север» Anna Lind
		k := to
		for k < end && a.Tokens[k].Run == t.Run {
			k++
		}
		if a.foreignName(to, k) && k < end && a.NamesPerson(k) {
			return k
		}
		return to
	}
	if a.Language.Nouns && named && a.Named.At[to] != none && a.Named.At[to] == a.Named.At[to-1] {
		return to + 1 // Anna von Lind
	}
	if a.halfWord(to, end) {
		return to + 2 // die Familien- und Frauenministerin
	}
	return a.secondRole(from, to, end)
}

// nameSoon reports whether a person's name follows within a few small words of
// token i: the hydrologist of the Ellmar university Anna Lind, where the
// language has no word for "of the".
func (a *analysis) nameSoon(i, end int) bool {
	if !a.Language.Bare {
		return false
	}
	for k := i; k < end && k < i+4 && a.Tokens[k].Kind == grammar.KindWord && a.Tokens[k].Run == none; k++ {
		if a.NamesPerson(k) {
			return true
		}
		if a.Tokens[k].Word.Is(word.Prep|word.Conj) || a.Tokens[k].Word.Cue != word.CueNone {
			return false
		}
	}
	return false
}

// pastSmall returns the first token from i on that is no small word between a
// verb and its subject: sagte gestern, dijo también.
func (a *analysis) pastSmall(i, end int) int {
	for i < end {
		w := a.Tokens[i].Word
		dated := w.Is(word.Det) && i+1 < end && a.Tokens[i+1].Word.Is(word.Time) // este lunes
		if !dated && (!w.Is(word.Object|word.Adv|word.Time|word.Aux) || a.Tokens[i].Upper && !w.Is(word.Time)) {
			break
		}
		i++
	}
	return i
}

// pastAside returns where the subject begins if a preposition and its words
// stand before it, between commas or not: opina en cambio Ruiz, dijeron a la
// agencia los abogados, lamenta, por su parte, Ana Gómez; or the paper to which
// it was said: сообщил «Северу» глава порта. It is i if nothing does.
func (a *analysis) pastAside(i, end int) int {
	k := i
	comma := k < end && a.Tokens[k].Kind == grammar.KindPunct && a.Tokens[k].Sign == ','
	if comma {
		k++
	}
	switch {
	case k >= end:
		return i
	case a.Tokens[k].Kind == grammar.KindMark && a.Tokens[k].Sign == '(' && !comma:
		if k = a.pastSmall(a.pastRun(k, end), end); k < end && a.subjectHere(k) {
			return k
		}
		return i
	case !a.Tokens[k].Word.Is(word.Prep) || a.Tokens[k].Word.Cue != word.CueNone:
		return i
	}
	for n := k + 2; n < end && n < k+8; n++ {
		if a.asideEnds(k, n, comma) && a.subjectHere(n) {
			return n
		}
		t := &a.Tokens[n]
		inner := t.Kind == grammar.KindWord || comma && t.Kind == grammar.KindPunct && t.Sign == ','
		if t.Run != none || t.Word.Cue != word.CueNone || !inner || t.Word.Is(word.Conj|word.Pron) {
			return i
		}
	}
	return i
}

// pastRun returns the token behind the run that token k belongs to.
func (a *analysis) pastRun(k, end int) int {
	r := a.Tokens[k].Run
	for k < end && a.Tokens[k].Run == r {
		k++
	}
	return k
}

// asideEnds reports whether the aside that the preposition at token k begins can
// end before token n: at a comma if one opened it, or else with a word that
// nothing has to follow.
func (a *analysis) asideEnds(k, n int, comma bool) bool {
	b := &a.Tokens[n-1]
	if comma != (b.Kind == grammar.KindPunct && b.Sign == ',') || !comma && b.Kind != grammar.KindWord {
		return false
	}
	return !b.Word.Is(word.Prep|word.Det|word.Role|word.Poss) || a.postposed(k, n-1)
}

// postposed reports whether the German preposition at token i only ends what the
// one at token k begins: von Anfang an.
func (a *analysis) postposed(k, i int) bool {
	return a.Language.Nouns && i > k+1 && a.Spelled(k, "von") && (a.Spelled(i, "an") || a.Spelled(i, "aus"))
}

// subjectHere reports whether a name, or a role with its article, begins at
// token i. A German article may as well be that of a genitive.
func (a *analysis) subjectHere(i int) bool {
	t, b := &a.Tokens[i], &a.Tokens[i-1]
	if a.NamesPerson(i) {
		return a.Named.At[i-1] != a.Named.At[i]
	}
	if t.Word.Is(word.Role) && (a.Language.Bare || a.Language.Nouns) {
		return a.Language.Bare || i+1 < len(a.Tokens) && a.NamesPerson(i+1)
	}
	role := i+1 < len(a.Tokens) && (a.roleHere(i+1) || i+2 < len(a.Tokens) && !a.Tokens[i+1].Upper && a.roleHere(i+2))
	return t.Word.Is(word.Det) && !t.Word.Is(word.Prep) && role && (!a.Language.Nouns || b.Word.Is(word.Time) || !genitiveArticle(a.Text[t.Start:t.End]))
}

// genitiveArticle reports whether w can begin a German genitive: der, eines.
func genitiveArticle(w string) bool { return word.HasAnySuffix(w, "er", "es") }

// roleHere reports whether token i is a role, in the plural too: los abogados.
func (a *analysis) roleHere(i int) bool {
	t := &a.Tokens[i]
	if one, ok := strings.CutSuffix(a.Text[t.Start:t.End], "s"); ok && a.Language.Latin {
		return a.Language.Words[one].Is(word.Role) || a.Language.Words[strings.TrimSuffix(one, "e")].Is(word.Role)
	}
	return t.Word.Is(word.Role)
}

// halfWord reports whether token i is the hyphen of a German word whose end
// stands behind a conjunction: Familien- und Frauenministerin.
func (a *analysis) halfWord(i, end int) bool {
	t := &a.Tokens[i]
	return a.Language.Nouns && t.Kind == grammar.KindPunct && t.Sign == '-' && t.Glued && i+2 < end && a.Tokens[i+1].Word.Is(word.Conj) && a.Tokens[i+2].Upper
}

// secondRole returns the end of the name that the conjunction at token to
// leads to, behind another role: die Juristin und Autorin Anna Lind.
func (a *analysis) secondRole(from, to, end int) int {
	if to == from || !a.Tokens[to].Word.Is(word.Conj) || a.NamesPerson(to-1) {
		return to
	}
	for k := to + 1; k < end && k < to+5; k++ {
		switch t := &a.Tokens[k]; {
		case k > to+1 && a.NamesPerson(k) && (a.Tokens[k-1].Word.Is(word.Role) || a.Language.Nouns && a.Tokens[k-1].Upper):
			for k++; k < end && a.Named.At[k] == a.Named.At[k-1]; k++ {
			}
			return k
		case t.Kind != grammar.KindWord || t.Run != none || t.Word.Cue != word.CueNone || t.Word.Is(word.Prep|word.Conj) || a.NamesPerson(k):
			return to
		}
	}
	return to
}

// hearer reports whether the German article at token to begins no genitive but
// the paper to which the person before it spoke: sagte Vogel der Zeitung.
func (a *analysis) hearer(from, to int) bool {
	if !a.Language.Nouns || to == from || !a.Tokens[to].Word.Is(word.Det) || a.Tokens[from].Word.Is(word.Det) || !a.Tokens[to-1].Upper {
		return false
	}
	return !a.Tokens[to-1].Word.Is(word.Role)
}

// anotherName reports whether token to begins another name than the one that
// ends before it, which no role leads to: so beschreibt das FBI Anna Lind.
func (a *analysis) anotherName(from, to int) bool {
	if to == from || a.Named.At[to] == none || a.Named.At[to] == a.Named.At[to-1] {
		return false
	}
	if a.Named.At[to-1] == none { // a thing is nobody's role: das Amt Anna Lind
		return a.Language.Nouns && to > from+1 && word.EqualFold(a.Text[a.Tokens[from].Start:a.Tokens[from].End], "das")
	}
	for k := from; k < to; k++ {
		if a.Tokens[k].Word.Is(word.Role) {
			return false
		}
	}
	return true
}

// plainNoun returns the end of a noun with its article right behind a verb of
// speech that follows a run: puntualizó el científico, erzählt der 48-Jährige.
// The tables do not know every role; German nouns have their capitals.
func (a *analysis) plainNoun(i, end int) int {
	if i+1 >= end || !a.Tokens[i].Word.Is(word.Det) {
		return i
	}
	t := &a.Tokens[i+1]
	if a.Language.Nouns && t.Kind == grammar.KindNumber && word.HasAnySuffix(a.Text[t.Start:t.End], "-J", "-j") && i+2 < end {
		return i + 3 // the number ends before the ä
	}
	if !a.Language.Latin {
		return i
	}
	if !plainWord(t) {
		return i
	}
	if i+2 < end && !a.Tokens[i+2].Upper && !a.Language.Nouns && plainWord(&a.Tokens[i+2]) {
		return i + 3 // las mismas fuentes
	}
	return i + 2
}

// plainWord reports whether a token is a word outside of marks that is none of
// grammar and no verb of speech.
func plainWord(t *grammar.Token) bool {
	return t.Kind == grammar.KindWord && t.Run == none && t.Word.Cue == word.CueNone && !t.Word.Is(word.Time|word.Adv|word.Prep|word.Conj|word.Pron|word.Aux|word.Object|word.Det)
}

// betweenCommas returns the person's name that stands between commas right
// before token left: Der Präsident des Bundes (BDI), Hans Vogel, sagte.
func (a *analysis) betweenCommas(begin, left int) (from, to int) {
	comma := func(i int) bool { return i > begin && a.Tokens[i].Kind == grammar.KindPunct && a.Tokens[i].Sign == ',' }
	if to = left - 1; !comma(to) || !a.NamesPerson(to-1) {
		return begin, begin
	}
	for from = to - 1; from > begin && a.Named.At[from-1] == a.Named.At[to-1]; from-- {
	}
	if !comma(from - 1) {
		return begin, begin
	}
	return from, to
}
