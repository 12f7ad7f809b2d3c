package quote

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// cueHere reports whether token v reports speech here.
func (a *analysis) cueHere(v int) bool {
	t := &a.Tokens[v]
	switch {
	case t.Word.Cue == word.CueNone:
		return false
	case t.Word.Is(word.Adv): // German "so" only between a sign and a name
		return v > int(a.Current.First) && a.Tokens[v-1].Kind != grammar.KindWord && v+1 < len(a.Tokens) && (a.Tokens[v+1].Upper || a.Tokens[v+1].Word.Is(word.Det) || a.NamesPerson(v+1))
	case v == int(a.Current.First) || a.Tokens[v-1].Kind != grammar.KindWord || t.Word.Is(word.Pron|word.Prep):
		return true
	case a.Language.Nouns:
		return !t.Upper
	}
	return !a.Language.Latin || !a.nounHere(v) && !a.participleAlone(v)
}

// nounHere reports whether an article makes token v a noun: una denuncia, son
// annonce. The articles that also stand for a thing do not: la calificó.
func (a *analysis) nounHere(v int) bool {
	b := &a.Tokens[v-1]
	if !b.Word.Is(word.Det) || b.Word.Is(word.Object) {
		return false
	}
	switch strings.ToLower(a.Text[b.Start:b.End]) {
	case "le", "la", "les", "l'", "l’", "los", "las":
		w := a.Text[a.Tokens[v].Start:a.Tokens[v].End]
		return !a.Language.Elides && (w[len(w)-1] == 'a' || w[len(w)-1] == 'e')
	}
	return true
}

// participleAlone reports whether token v is a participle and no word before it
// makes it a report: un acte qualifié de « barbare ».
func (a *analysis) participleAlone(v int) bool {
	t := &a.Tokens[v]
	w := a.Text[t.Start:t.End]
	if !word.HasAnySuffix(w, "é", "ée", "és", "ées", "ado", "ido", "dicho", "escrito") {
		return false
	}
	for k := v - 1; k >= int(a.Current.First) && k > v-7; k-- {
		b := &a.Tokens[k]
		if b.Word.Is(word.Aux) || b.Word.Is(word.Pron) && b.Word.Cue != word.CueNone {
			return false
		}
		if b.Run != none || b.Word.Cue != word.CueNone {
			break
		}
	}
	return true
}

// grown reports whether token v is a verb grown together with its subject,
// right behind a run: finit-elle.
func (a *analysis) grown(v int) bool {
	t := &a.Tokens[v]
	return a.Language.Elides && t.Word.Is(word.Male|word.Female) && t.Word.Is(word.Pron) && strings.ContainsRune(a.Text[t.Start:t.End], '-')
}

// verblike reports whether the tokens from i up to v, right behind a run, can
// only be a verb that the tables do not know: «...», s'amuse Marc Dubois.
func (a *analysis) verblike(i, v int) bool {
	if a.Tokens[i-1].Kind != grammar.KindPunct {
		return false
	}
	for k := i; k < v; k++ {
		t := &a.Tokens[k]
		if t.Kind != grammar.KindWord || t.Upper || k > i && a.Language.Nouns && t.Word.Is(word.Det|word.Prep) || t.Word.Is(word.Prep|word.Conj|word.Time|word.Adv|word.That|word.Det) && !t.Word.Is(word.Role) && k == i {
			return false
		}
	}
	return true
}
