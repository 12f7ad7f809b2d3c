package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// foreignColon ties the run s, which opens at token first behind a colon that
// no verb of speech explains, to who stands before it: Hans Vogel: „…“,
// Dennoch gesteht Vogel ein: „…“, or the one with whom the sentence begins:
// Vogel verwies darauf: „…“. Small words alone go on with who spoke before:
// Aber: „…“.
func (a *analysis) foreignColon(i, first, last int, s span) bool {
	begin, colon := int(a.Current.First), first-1
	if colon <= begin || a.Tokens[colon].Kind != grammar.KindPunct || a.Tokens[colon].Sign != ':' || !a.likeSpeech(first, last) {
		return false
	}
	if a.smallWords(begin, colon) {
		return a.carryOn(i, s)
	}
	if from, to := a.nameAt(begin, colon); from < to {
		how := patternLoose
		if a.labelOnly(begin, from) {
			how = patternLabel
		}
		a.foreignTake(a.foreignSource(i, colon, from, to, how), s)
		return true
	}
	if from, to := a.beginner(begin, colon); from < to {
		a.foreignTake(a.foreignSource(i, colon, from, to, patternLoose), s)
		return true
	}
	return false
}

// likeSpeech reports whether the tokens of a run are a sentence rather than a
// title: a capital, an end, and nothing in brackets behind it.
func (a *analysis) likeSpeech(first, last int) bool {
	words, _, small := a.CountWords(first, last)
	if words < 2 || !a.firstUpper(first, last) {
		return false
	}
	stop := a.endsAsSpeech(first)
	if last < int(a.Current.Last) {
		t := &a.Tokens[last]
		stop = stop || t.Kind == grammar.KindPunct && t.Sign == '.'
		if !stop && t.Kind == grammar.KindPunct && t.Sign == '(' {
			return false
		}
	}
	return stop || words >= 8 && small >= 4
}

// smallWords reports whether at most four words without a meaning of their own
// stand between the tokens: Und weiter, Aber.
func (a *analysis) smallWords(i, j int) bool {
	if j-i > 4 {
		return false
	}
	for ; i < j; i++ {
		if t := &a.Tokens[i]; t.Kind != grammar.KindWord && t.Kind != grammar.KindPunct || t.Kind == grammar.KindWord && !t.Word.Is(word.Conj|word.Adv|word.Prep) {
			return false
		}
	}
	return true
}

// nameAt returns the person's name that ends right before the colon, or before
// one small word that belongs to the verb: gesteht Vogel ein. It is no name
// behind a preposition.
func (a *analysis) nameAt(begin, colon int) (from, to int) {
	to = colon
	if t := &a.Tokens[to-1]; to-2 >= begin && t.Kind == grammar.KindWord && !t.Upper && t.Word.Is(word.Adv|word.Prep|word.Det) {
		to--
	}
	if a.germanPronoun(begin, to-1) {
		return to - 1, to // Hierzu führte er aus:
	}
	n := a.Named.At[to-1]
	if n == none || a.Tokens[to-1].Run != none {
		return colon, colon
	}
	for from = to - 1; from > begin && a.Named.At[from-1] == n; from-- {
	}
	if !a.NamesPerson(to-1) && (from > begin || !a.Current.Begins) {
		return colon, colon // the council of the Nordal church: "..."
	}
	for from > begin && a.Tokens[from-1].Kind == grammar.KindWord && a.Tokens[from-1].Word.Is(word.Role) && !a.Tokens[from-1].Word.Is(word.Forename) {
		from--
	}
	if from > begin && a.Tokens[from-1].Word.Is(word.Prep|word.Poss) {
		return colon, colon
	}
	return from, to
}

// germanPronoun reports whether token i is the pronoun of somebody behind a verb,
// in the words from begin on.
func (a *analysis) germanPronoun(begin, i int) bool {
	if !a.Language.Nouns || i <= begin {
		return false
	}
	t, b := &a.Tokens[i], &a.Tokens[i-1]
	return t.Run == none && t.Word.Is(word.Pron) && t.Word.Is(word.Male|word.Female) && b.Kind == grammar.KindWord && !b.Upper
}

// labelOnly reports whether nothing but the role of who is named from token
// from on stands before the name, or a dash.
func (a *analysis) labelOnly(begin, from int) bool {
	role := from == begin || a.Tokens[from].Word.Is(word.Role)
	for k := from - 1; k >= begin; k-- {
		t := &a.Tokens[k]
		if t.Kind == grammar.KindPunct && t.Sign == '-' {
			break
		}
		if t.Kind != grammar.KindWord || !t.Upper && !t.Word.Is(word.Det|word.Prep|word.Role) || t.Word.Is(word.Adv|word.Conj) {
			return false
		}
		role = role || t.Word.Is(word.Role)
	}
	return role
}

// beginner returns who the sentence begins with: a person, a role with its
// article or its name, he or she.
func (a *analysis) beginner(begin, colon int) (from, to int) {
	to = begin
	role := false
	for to < colon && a.Tokens[to].Kind == grammar.KindWord && a.Tokens[to].Word.Is(word.Det|word.Role) && a.Named.At[to] == none {
		role = role || a.Tokens[to].Word.Is(word.Role)
		to++
	}
	if to < colon && a.NamesPerson(to) {
		for n := a.Named.At[to]; to < colon && a.Named.At[to] == n; to++ {
		}
		return begin, to
	}
	if t := &a.Tokens[to]; to == begin && t.Word.Is(word.Pron) && t.Word.Is(word.Male|word.Female) {
		if a.Language.Elides && t.Word.Is(word.Male) {
			return colon, colon // Il aura fallu un an :
		}
		return begin, begin + 1
	}
	for to > begin && a.Tokens[to-1].Word.Is(word.Det) && !a.Tokens[to-1].Word.Is(word.Role) {
		to--
	}
	if role && to > begin {
		return begin, to
	}
	return colon, colon
}
