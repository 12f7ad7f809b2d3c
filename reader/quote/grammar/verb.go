package grammar

import (
	"strings"

	"offprint/reader/quote/word"
)

// verbHere reports whether token i is a verb in this place.
func (a *Analysis) verbHere(i, end int) bool {
	t := &a.Tokens[i]
	w := t.Word
	if t.Kind != KindWord || t.Run != none {
		return false
	}
	if w.Class == 0 {
		return !t.Upper && i > 0 && a.sameSentence(i) && (a.subjectWord(i-1) || a.Spelled(i-1, "who"))
	}
	if !w.Is(word.Verb | word.Aux) {
		return false
	}
	if w.Is(word.Poss) && t.Glued { // 's
		return i > 0 && a.Tokens[i-1].Word.Is(word.Rel|word.That|word.Wh) || i > 0 && a.Tokens[i-1].Word.Is(word.Pron) && !a.Tokens[i-1].Word.Is(word.Number)
	}
	if t.Upper && i > 0 && !a.startsText(i) {
		return a.headlineVerb(i, end)
	}
	if w.Is(word.Be | word.Have | word.Do | word.Modal) {
		return !(t.Upper && w.Is(word.Time)) // May
	}
	prev := none
	if i > 0 && a.sameSentence(i) {
		prev = i - 1
	}
	if w.Is(word.Time | word.Prep | word.Sub | word.Conj) {
		return false
	}
	return a.verbAfter(prev, i, end)
}

// subjectWord reports whether token i is a pronoun that only a verb can follow.
func (a *Analysis) subjectWord(i int) bool {
	w := a.Tokens[i].Word
	return w.Is(word.Pron) && !w.Is(word.Number|word.Object|word.Det) && a.Tokens[i].Kind == KindWord
}

// sameSentence reports whether token i-1 belongs to the sentence at hand.
func (a *Analysis) sameSentence(i int) bool { return i > int(a.Current.First) }

// startsText reports whether token i is the first word of its sentence.
func (a *Analysis) startsText(i int) bool {
	return i == int(a.Current.First) || a.Tokens[i-1].Kind == KindMark && a.Tokens[i-1].Sign == '(' || a.Stops(i-1)
}

// headlineVerb reports whether the capitalised word i is a verb of a headline in title case.
func (a *Analysis) headlineVerb(i, end int) bool {
	w := a.Tokens[i].Word
	if a.Spelled(i-1, "United") {
		return false
	}
	if a.Headline && w.Is(word.Modal|word.Be|word.Have) && i+1 < end {
		return a.Tokens[i+1].Word.Is(word.Verb | word.Be)
	}
	return a.Headline && w.Is(word.Third|word.Past) && w.Cue != word.CueNone
}

// verbAfter decides by the word before.
func (a *Analysis) verbAfter(prev, i, end int) bool {
	var p *Token
	if prev != none {
		p = &a.Tokens[prev]
		if is, told := a.verbBehind(p, i, end); told {
			return is
		}
		if a.counted(p) && a.pledged(i, end) && a.nounish(i+1) {
			return false // 60 pledged delegates
		}
	}
	switch w := a.Tokens[i].Word; {
	case w.Is(word.Ing):
		return a.gerundHere(p, i, end)
	case w.Is(word.Past | word.Part):
		return true
	case w.Is(word.Third):
		return a.thirdHere(p, i, end)
	case w.Is(word.Base):
		return !a.Tokens[i].Upper && a.baseHere(p, i, end)
	}
	return false
}

// verbBehind decides where the word p before tells by itself; told is whether it does.
func (a *Analysis) verbBehind(p *Token, i, end int) (is, told bool) {
	if p.Kind != KindWord || p.Run != none {
		return false, false
	}
	w, b := a.Tokens[i].Word, p.Word
	switch {
	case w.Is(word.Past) && w.Cue != word.CueNone && word.EqualFold(a.Text[p.Start:p.End], "another"):
		return true, true
	case b.Is(word.Det|word.Poss) && !b.Is(word.Pron|word.Object):
		// the reported deal; many say
		return b.Is(word.Plural) && w.Is(word.Base|word.Past) && !w.Is(word.Ing) && a.complementFollows(i+1, end), true
	case b.Is(word.Adj) && !b.Is(word.Human|word.Adv) && !(p.Upper && i > 1 && a.Tokens[i-2].Upper && a.sameSentence(i-1)):
		return w.Is(word.Past) && (!w.Is(word.Noun|word.Part) || w.Lemma == a.sayLemma()), true
	case b.Is(word.Prep | word.To):
		if is, told := a.verbBehindPrep(p, i, end); told {
			return is, true
		}
	}
	return false, a.participleBehind(p, w)
}

// verbBehindPrep is verbBehind where the word p before is a preposition.
func (a *Analysis) verbBehindPrep(p *Token, i, end int) (is, told bool) {
	w, b := a.Tokens[i].Word, p.Word
	switch {
	case b.Is(word.Prep) && a.pledged(i, end) && a.PluralNoun(i+1):
		return false, true // in pledged delegates
	case b.Is(word.To) && w.Is(word.Past) && !w.Is(word.Base|word.Aux):
		return false, true // linked it to improved rates
	case b.Is(word.Prep) && !b.Is(word.Adv|word.Particle):
		return w.Is(word.Ing) || w.Is(word.Part) && w.Cue == word.CueSay && word.EqualFold(a.Text[p.Start:p.End], "as"), true
	}
	return false, false
}

// participleBehind reports whether w behind the verb p is a participle and no
// verb: said retired general Lind.
func (a *Analysis) participleBehind(p *Token, w word.Entry) bool {
	if !w.Is(word.Part) || w.Lemma == a.sayLemma() && p.Word.Lemma != w.Lemma {
		return false
	}
	return p.Word.Is(word.Verb) && !p.Word.Is(word.Aux|word.Adv|word.Noun|word.Role|word.Human) && !p.Upper
}

// counted reports whether p is a number that counts what follows.
func (a *Analysis) counted(p *Token) bool {
	return p.Kind == KindNumber || p.Word.Is(word.Number) && !p.Word.Is(word.Det|word.Plural)
}

// pledged reports whether token i is a participle in -ed with another token behind it.
func (a *Analysis) pledged(i, end int) bool {
	t := &a.Tokens[i]
	return t.Word.Is(word.Part) && i+1 < end && endsWith(a.Text[t.Start:t.End], "ed")
}

func endsWith(s, end string) bool { return len(s) > len(end) && s[len(s)-len(end):] == end }

func (a *Analysis) sayLemma() uint16 { return a.Language.Words["say"].Lemma }

// gerundHere tells "saying he" from "the saying".
func (a *Analysis) gerundHere(p *Token, i, end int) bool {
	w := a.Tokens[i].Word
	if w.Cue == word.CueNone && i+2 < end && a.PluralNoun(i+1) && a.Tokens[i+2].Word.Lemma == a.sayLemma() {
		return false // hacking specialists say
	}
	if word.EqualFold(a.Text[a.Tokens[i].Start:a.Tokens[i].End], "acting") && i+1 < end && a.Tokens[i+1].Upper {
		return false // Acting Mayor Lind
	}
	if p == nil {
		if w.Lemma == 0 && i+1 < end && (a.Tokens[i+1].Word.Is(word.Past|word.Third) && !a.Tokens[i+1].Word.Is(word.Noun) || a.finiteAux(i+1)) {
			return false // a name: Schilling said, Beijing has
		}
		return w.Cue != word.CueNone || a.Tokens[i].Upper
	}
	if p.Kind != KindWord {
		return p.Kind != KindNumber
	}
	if p.Word.Is(word.Adv|word.Adj|word.Time) && i > 1 && a.Tokens[i-2].Word.Is(word.Poss) && a.Tokens[i-2].Kind == KindWord {
		return false // her earlier warning
	}
	if p.Word.Is(word.Be | word.Adv | word.Conj | word.Sub | word.To) {
		return true
	}
	return w.Cue != word.CueNone && !w.Is(word.Noun) || !w.Is(word.Noun)
}

// finiteAux reports whether token i is an auxiliary that no gerund stands before.
func (a *Analysis) finiteAux(i int) bool {
	t := &a.Tokens[i]
	return t.Word.Is(word.Be|word.Have|word.Do|word.Modal) && !t.Word.Is(word.Ing|word.Poss) && !a.Spelled(i, "be") && !a.Spelled(i, "been")
}

// opensOrFrames reports whether what the verb at token i takes follows it, or
// stands before it as words before their frame.
func (a *Analysis) opensOrFrames(i, end int) bool {
	return a.complementFollows(i+1, end) || a.Tokens[i].Word.Cue == word.CueSay && a.behindWords()
}

// wordNext returns what the lexicon knows of the token behind token i.
func (a *Analysis) wordNext(i, end int) word.Entry {
	if i+1 >= end {
		return word.Entry{}
	}
	return a.Tokens[i+1].Word
}

// baseHere tells "they claim" from "the claim".
func (a *Analysis) baseHere(p *Token, i, end int) bool {
	w := a.Tokens[i].Word
	switch {
	case p == nil || p.Kind == KindWord && p.Word.Is(word.Number) && word.EqualFold(a.Text[p.Start:p.End], "one"):
		return false // one post
	case w.Cue == word.CueTell && p.Kind == KindWord && w.Lemma == a.Language.Words["tell"].Lemma:
		return true // the owners of the pier tell
	case w.Lemma == a.sayLemma():
		return p.Kind == KindWord || p.Kind == KindNumber || strings.ContainsRune(",-%", p.Sign)
	case w.Cue != word.CueNone && !w.Is(word.Noun) && i+1 < end && p.Kind == KindWord && (a.Tokens[i+1].Word.Is(word.That) || a.nounish(i-1) && a.Tokens[i+1].Word.Is(word.Det|word.Poss)):
		return true // those who know it argue that
	case a.baseBehindNumber(p, i, end):
		return true
	case p.Kind != KindWord || w.Is(word.Adj) && !p.Word.Is(word.Pron|word.To|word.Modal|word.Do):
		return false
	case p.Word.Is(word.To | word.Modal | word.Do | word.Not):
		return true
	case p.Word.Is(word.Rel) && i > 1 && a.Tokens[i-2].Word.Is(word.Prep):
		return !w.Is(word.Noun) // at which point
	case p.Word.Is(word.Pron) && p.Word.Is(word.Number) && w.Is(word.Human):
		return false // said one pilot
	case p.Word.Is(word.Pron|word.Rel|word.Plural|word.Number) || p.Word.Is(word.Adv) && a.pluralBefore(i-1):
		return true
	case p.Word.Is(word.Conj):
		return !w.Is(word.Noun) && a.baseBefore()
	}
	plural := a.PluralNoun(i-1) && !a.oneNamed(i-1) || a.coupled(i-1)
	if w.Is(word.Noun) {
		return plural && a.opensOrFrames(i, end)
	}
	return plural || p.Word.Is(word.Human|word.That)
}

// oneNamed reports whether an article for one stands before the name at token i: a
// Waters delegate.
func (a *Analysis) oneNamed(i int) bool {
	return a.Tokens[i].Upper && i > int(a.Current.First) && (a.Spelled(i-1, "a") || a.Spelled(i-1, "an") || a.Spelled(i-1, "A") || a.Spelled(i-1, "An"))
}

// baseBehindNumber is baseHere behind a number or an aside: nine in 10 believe;
// the owners, however, argue.
func (a *Analysis) baseBehindNumber(p *Token, i, end int) bool {
	w := a.Tokens[i].Word
	if w.Cue == word.CueNone || w.Is(word.Noun) || !a.complementFollows(i+1, end) {
		return false
	}
	return p.Kind == KindNumber || p.Sign == '%' || p.Sign == ',' && a.behindAside()
}

// behindWords reports whether what is read now stands right behind a run that
// ends as words do before their frame.
func (a *Analysis) behindWords() bool {
	n := len(a.Phrases) - 1
	if n >= 1 && a.Phrases[n].Kind == PhraseNoun {
		n--
	}
	return n >= 0 && a.afterSpeech(n)
}

// PluralNoun reports whether token i looks like a noun in the plural.
func (a *Analysis) PluralNoun(i int) bool {
	t := &a.Tokens[i]
	w := a.Text[t.Start:t.End]
	return t.Kind == KindWord && len(w) > 3 && w[len(w)-1] == 's' && (!t.Word.Is(word.Verb) || t.Word.Is(word.Noun)) && !t.Word.Is(word.Adv|word.Prep|word.Poss|word.Det)
}

// baseBefore reports whether a verb in its base form came before, which
// another one can be joined to.
func (a *Analysis) baseBefore() bool {
	for k := len(a.Phrases) - 1; k >= 0; k-- {
		p := &a.Phrases[k]
		if p.Kind == PhraseVerb {
			return p.Verb&Infinitive != 0 || a.Tokens[p.First].Word.Is(word.Modal|word.Do|word.Base)
		}
	}
	return false
}

// complementFollows reports whether what a verb takes begins at token i.
func (a *Analysis) complementFollows(i, end int) bool {
	if i >= end {
		return false
	}
	t := &a.Tokens[i]
	return t.Kind == KindMark || t.Upper || t.Word.Is(word.Det|word.Poss|word.Pron|word.That|word.Object|word.Wh) || t.Kind == KindPunct && (t.Sign == ':' || t.Sign == '.') || t.Word.Is(word.To)
}
