package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// foreignInside splits a run that holds its own frame, as French papers print
// it, « Un fleuve, dit-elle, n'est pas un tuyau. », and Russian ones between
// dashes: «Мы готовы, — сказал Белов, — но денег нет». It reports whether
// there is one.
func (a *analysis) foreignInside(i, first, last int) bool {
	if !a.Language.Elides && !a.Language.Dashes {
		return false
	}
	for v := first + 2; v+1 < last; v++ {
		t := &a.Tokens[v]
		if t.Word.Cue == word.CueNone || t.Word.Is(word.Prep) {
			continue
		}
		begin := a.insideBegin(first, v)
		from, to := a.insideSource(v, last)
		if begin < 0 || from >= to {
			continue
		}
		r := &a.Runs[t.Run]
		f := a.foreignSource(i, v, from, to, patternAfter)
		a.Tokens[f.head].Speaker = true
		a.append(f, span{r.Start, a.Tokens[begin].Start})
		to = a.behindParticiple(v, to, last)
		for to < last && a.Tokens[to].Kind == grammar.KindPunct {
			to++
		}
		if to < last && a.Tokens[to].Kind == grammar.KindWord {
			a.addPart(len(a.found)-1, span{a.Tokens[to].Start, r.End})
		}
		return true
	}
	return false
}

// insideBegin returns the sign with which the frame of the verb v begins inside
// a run: a comma in French, behind which the words that help the verb may stand,
// else a dash behind another sign. It is none if there is no such sign.
func (a *analysis) insideBegin(first, v int) int {
	u := v
	for u > first && a.Language.Elides && a.Tokens[u-1].Word.Is(word.Aux|word.Adv|word.Object) && a.Tokens[u-1].Kind == grammar.KindWord {
		u--
	}
	b := &a.Tokens[u-1]
	switch {
	case u-1 <= first || b.Kind != grammar.KindPunct:
	case a.Language.Elides && b.Sign == ',':
		return u - 1
	case b.Sign == '-' && a.Tokens[u-2].Kind == grammar.KindPunct:
		return u - 2
	}
	return none
}

// insideSource returns who speaks in the frame of the verb v inside a run: a
// name, with its role before it or not, he or she, up to a sign.
func (a *analysis) insideSource(v, last int) (from, to int) {
	from, to = v+1, v+1
	if a.Tokens[v].Word.Is(word.Pron) {
		from = v
	}
	known := from == v
	for to < last && to < v+8 && a.Tokens[to].Kind == grammar.KindWord && from > v {
		t := &a.Tokens[to]
		if t.Word.Cue != word.CueNone || t.Word.Is(word.Prep|word.Conj|word.Aux) && !a.NamesPerson(to) {
			return v, v
		}
		known = known || a.NamesPerson(to) || t.Word.Is(word.Role|word.Pron)
		to++
	}
	end := to
	if to = a.behindParticiple(v, to, last); to >= last || !known || a.Tokens[to].Kind != grammar.KindPunct && a.Tokens[to].Kind != grammar.KindMark {
		return v, v
	}
	if !a.Language.Elides && a.Tokens[to].Kind == grammar.KindPunct && to+1 < last && a.Tokens[to+1].Sign != '-' && a.Tokens[to+1].Kind != grammar.KindMark {
		return v, v
	}
	return from, end
}

// behindParticiple returns the token behind the participle that an inverted verb
// before it helps, or i: a-t-elle aussitôt ajouté.
func (a *analysis) behindParticiple(v, i, last int) int {
	if !a.Language.Elides || !a.Tokens[v].Word.Is(word.Pron) {
		return i
	}
	k := i
	for k < last && a.Tokens[k].Word.Is(word.Adv) {
		k++
	}
	if k < last && a.Tokens[k].Kind == grammar.KindWord && a.Tokens[k].Word.Cue != word.CueNone && a.Tokens[k].Word.Is(word.Past|word.Part) {
		return k + 1
	}
	return i
}
