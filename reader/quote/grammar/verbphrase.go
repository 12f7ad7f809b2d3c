package grammar

import "offprint/reader/quote/word"

// verbPhrase appends the verb that begins at token i with its auxiliaries.
func (a *Analysis) verbPhrase(i, end int) int {
	p := Phrase{Kind: PhraseVerb, First: int32(i), Head: int32(i), Run: none}
	var seen word.Class
	j := i
	for j < end && seen&word.Verb == 0 {
		t := &a.Tokens[j]
		if t.Kind != KindWord || t.Run != none {
			break
		}
		part := a.verbPart(i, j, end, seen)
		if part == 0 {
			break
		}
		switch {
		case part&(word.Verb|word.Be|word.Have) != 0:
			p.Head = int32(j)
			seen |= part
		case part == word.To && j == i:
			p.Verb |= Infinitive
			seen |= word.To
		case part == word.Not:
			p.Verb |= Negated
		}
		j++
	}
	for j > i+1 && a.Tokens[j-1].Word.Is(word.Adv|word.To) && !a.Tokens[j-1].Word.Is(word.Verb|word.Aux) {
		j--
	}
	j = max(j, i+1)
	p.Last = int32(j)
	a.form(&p, seen&word.Be != 0, seen&word.Have != 0, seen&word.Verb != 0)
	if k := a.heardSaying(&p, end); k != none {
		p.Head, p.Last = int32(k), int32(k+1)
		p.Verb = p.Verb&^Passive | Finite
		j = k + 1
	}
	a.Phrases = append(a.Phrases, p)
	return j
}

// heardSaying returns the participle of speech behind the passive verb p of
// hearing or seeing, or none: the boy can be heard angrily asking.
func (a *Analysis) heardSaying(p *Phrase, end int) int {
	if p.Verb&Passive == 0 || !a.Spelled(int(p.Head), "heard") && !a.Spelled(int(p.Head), "seen") {
		return none
	}
	for k := int(p.Last); k < end && k < int(p.Last)+3; k++ {
		t := &a.Tokens[k]
		switch {
		case t.Kind != KindWord || t.Run != none:
			return none
		case t.Word.Is(word.Ing) && t.Word.Cue != word.CueNone:
			return k
		case !t.Word.Is(word.Adv):
			return none
		}
	}
	return none
}

// verbPart tells what token j is in the verb phrase from i, of which seen has
// been read: To, Not, Be, Have (any other auxiliary), Adv, Verb
// (the verb itself), or 0 if the phrase ends before it.
func (a *Analysis) verbPart(i, j, end int, seen word.Class) word.Class {
	t := &a.Tokens[j]
	w := t.Word
	first, last := j == i, word.Entry{}
	if !first {
		last = a.Tokens[j-1].Word
	}
	switch {
	case w.Is(word.To):
		if first || a.wordNext(j, end).Is(word.Base|word.Be|word.Have|word.Do) {
			return word.To
		}
	case w.Is(word.Not):
		return word.Not
	case w.Is(word.Conj) && !first && last.Is(word.Not|word.Have|word.Be) && a.Spelled(j, "yet"):
		return word.Adv
	case !first && seen&word.Have != 0 && a.Spelled(j, "since") && a.wordNext(j, end).Is(word.Part|word.Past):
		return word.Adv // has since said
	case w.Is(word.Be):
		return word.Be
	case w.Is(word.Have | word.Do | word.Modal):
		return word.Have
	case w.Is(word.Adv) && !w.Is(word.Verb):
		return word.Adv
	case w.Class == 0 || w.Is(word.Verb):
		if a.mainVerbHere(t, last, first, seen) {
			return word.Verb
		}
	}
	return 0
}

// mainVerbHere reports whether the token t, the first of its verb phrase or
// behind the word last of it, is the verb itself; seen is what has been read.
func (a *Analysis) mainVerbHere(t *Token, last word.Entry, first bool, seen word.Class) bool {
	w := t.Word
	if w.Class == 0 {
		return !t.Upper && (first || last.Is(word.Modal|word.Do|word.To) || last.Is(word.Adv|word.Not) && seen&word.Have != 0)
	}
	if !first && seen == 0 && !last.Is(word.Adv|word.Not) {
		return false
	}
	return first || !w.Is(word.Noun) || seen&word.Be == 0 || w.Is(word.Ing|word.Part)
}

// hasShort reports whether the verb p begins with the short form of "has" rather
// than of "is": he's said, but it's said that.
func (a *Analysis) hasShort(p *Phrase) bool {
	t, i := &a.Tokens[p.First], int(p.First)-1
	if !t.Word.Is(word.Poss) || !t.Glued || a.Tokens[p.Head].Word.Cue != word.CueSay || i < 0 {
		return false
	}
	return a.Tokens[i].Word.Is(word.Pron) && !a.Spelled(i, "it") && !a.Spelled(i, "It")
}

// form sets how the verb p stands.
func (a *Analysis) form(p *Phrase, be, have, main bool) {
	w := a.Tokens[p.Head].Word
	switch {
	case !main:
		p.Verb |= Auxiliary
		if t := &a.Tokens[p.First]; p.Verb&Infinitive == 0 && (t.Word.Is(word.Ing) || word.EqualFold(a.Text[t.Start:t.End], "having")) {
			p.Verb |= Gerund
		} else if p.Verb&Infinitive == 0 {
			p.Verb |= Finite
		}
	case p.Verb&Infinitive != 0:
	case be || have:
		p.Verb |= Finite
		if a.Tokens[p.First].Word.Is(word.Ing) || a.Text[a.Tokens[p.First].Start:a.Tokens[p.First].End] == "been" {
			p.Verb &^= Finite
			p.Verb |= Gerund
		}
		if be && w.Is(word.Part) && !w.Is(word.Ing) && !a.hasShort(p) {
			p.Verb |= Passive
		}
	case w.Is(word.Ing):
		p.Verb |= Gerund
	case w.Is(word.Past):
		p.Verb |= Finite
		if w.Is(word.Part) {
			p.Verb |= Participle
		}
	case w.Is(word.Part):
		p.Verb |= Participle
	default:
		p.Verb |= Finite
	}
}
