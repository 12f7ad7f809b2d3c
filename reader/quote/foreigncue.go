package quote

import "strings"

// cueHere reports whether token v reports speech here.
func (a *analysis) cueHere(v int) bool {
	t := &a.tokens[v]
	switch {
	case t.word.cue == cueNone:
		return false
	case t.word.is(isAdv): // German "so" only between a sign and a name
		return v > int(a.current.first) && a.tokens[v-1].kind != kindWord && v+1 < len(a.tokens) && (a.tokens[v+1].upper || a.tokens[v+1].word.is(isDet) || a.namesPerson(v+1))
	case v == int(a.current.first) || a.tokens[v-1].kind != kindWord || t.word.is(isPron|isPrep):
		return true
	case a.language.nouns:
		return !t.upper
	}
	return !a.language.latin || !a.nounHere(v) && !a.participleAlone(v)
}

// nounHere reports whether an article makes token v a noun: una denuncia, son
// annonce. The articles that also stand for a thing do not: la calificó.
func (a *analysis) nounHere(v int) bool {
	b := &a.tokens[v-1]
	if !b.word.is(isDet) || b.word.is(isObject) {
		return false
	}
	switch strings.ToLower(a.text[b.start:b.end]) {
	case "le", "la", "les", "l'", "l’", "los", "las":
		w := a.text[a.tokens[v].start:a.tokens[v].end]
		return !a.language.elides && (w[len(w)-1] == 'a' || w[len(w)-1] == 'e')
	}
	return true
}

// participleAlone reports whether token v is a participle and no word before it
// makes it a report: un acte qualifié de « barbare ».
func (a *analysis) participleAlone(v int) bool {
	t := &a.tokens[v]
	w := a.text[t.start:t.end]
	if !hasAnySuffix(w, "é", "ée", "és", "ées", "ado", "ido", "dicho", "escrito") {
		return false
	}
	for k := v - 1; k >= int(a.current.first) && k > v-7; k-- {
		b := &a.tokens[k]
		if b.word.is(isAux) || b.word.is(isPron) && b.word.cue != cueNone {
			return false
		}
		if b.run != none || b.word.cue != cueNone {
			break
		}
	}
	return true
}

// hasAnySuffix reports whether w ends with one of the endings.
func hasAnySuffix(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// grown reports whether token v is a verb grown together with its subject,
// right behind a run: finit-elle.
func (a *analysis) grown(v int) bool {
	t := &a.tokens[v]
	return a.language.elides && t.word.is(isMale|isFemale) && t.word.is(isPron) && strings.ContainsRune(a.text[t.start:t.end], '-')
}

// verblike reports whether the tokens from i up to v, right behind a run, can
// only be a verb that the tables do not know: «...», s'amuse Marc Dubois.
func (a *analysis) verblike(i, v int) bool {
	if a.tokens[i-1].kind != kindPunct {
		return false
	}
	for k := i; k < v; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || t.upper || k > i && a.language.nouns && t.word.is(isDet|isPrep) || t.word.is(isPrep|isConj|isTime|isAdv|isThat|isDet) && !t.word.is(isRole) && k == i {
			return false
		}
	}
	return true
}
