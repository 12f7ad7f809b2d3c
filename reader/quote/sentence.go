package quote

import "offprint/reader"

// sentence is a stretch of tokens, a quote never cut by its end.
type sentence struct {
	first, last int32 // tokens, last exclusive
	block       int32
	begins      bool // the first of its paragraph
}

// segment begins with the article p, in the language l, and cuts its prose into
// sentences of tokens. Who is named where is asked later, sentence by sentence.
func (a *analysis) segment(p *reader.Plain, l *language, who names) {
	a.pair(p, l)
	a.tokens, a.sentences, a.names = a.tokens[:0], a.sentences[:0], who
	for i, b := range p.Blocks {
		if !b.Kind.Prose() {
			continue
		}
		first := len(a.tokens)
		a.scan(b)
		a.withoutNicknames(first, b.Kind == reader.BlockHeading)
		a.split(first, i)
	}
}

// split cuts the tokens from first on, all of one block, into sentences.
func (a *analysis) split(first int, block int) {
	begin := first
	n := len(a.tokens)
	for i := first; i < n; i++ {
		if !a.endsSentence(i, n) {
			continue
		}
		a.addSentence(begin, i+1, block, begin == first)
		begin = i + 1
	}
	if begin < n {
		a.addSentence(begin, n, block, begin == first)
	}
}

func (a *analysis) addSentence(first, last, block int, begins bool) {
	a.sentences = append(a.sentences, sentence{int32(first), int32(last), int32(block), begins})
}

// endsSentence reports whether token i is the last of its sentence.
func (a *analysis) endsSentence(i, n int) bool {
	t := &a.tokens[i]
	if t.run != none && t.kind != kindMark || i+1 >= n {
		return false
	}
	switch t.kind {
	case kindPunct:
		if t.sign == ')' || t.sign == ']' {
			return i > 0 && a.stops(i-1) && a.begins(i+1, n)
		}
		if !a.stops(i) || a.stops(i+1) {
			return false
		}
		return a.begins(i+1, n) && !(a.tokens[i+1].kind == kindMark && a.tokens[i+1].sign == ')')
	case kindWord:
		// an abbreviation's stop may end a sentence too
		w := a.text[t.start:t.end]
		return w[len(w)-1] == '.' && len(w) > 3 && !t.word.is(isTitle) && a.tokens[i+1].upper && a.tokens[i+1].word.is(isDet|isPron|isPoss|isPrep|isSub|isConj)
	case kindMark:
		return t.sign == ')' && a.closesSentence(i, n)
	}
	return false
}

// closesSentence reports whether the closing mark i ends a sentence.
func (a *analysis) closesSentence(i, n int) bool {
	if i == 0 || !a.begins(i+1, n) || a.tokens[i+1].kind == kindPunct {
		return false
	}
	last := &a.tokens[i-1]
	if last.kind != kindPunct {
		return false
	}
	switch last.sign {
	case '.':
		return !a.frameFollows(i+1, n, 5, true)
	case '!', '?':
		return !a.frameFollows(i+1, n, 16, false)
	}
	return false
}

// frameFollows reports whether the words after a closing mark name the
// speaker ("Lavrov said", "said Lavrov") within reach of so many words and
// the sentence then ends or goes on without content of its own. After a full
// stop inside the marks only a frame that ends the sentence counts.
func (a *analysis) frameFollows(i, n, reach int, ended bool) bool {
	for j := i; j < n && j < i+reach; j++ {
		t := &a.tokens[j]
		switch {
		case t.kind == kindMark || t.kind == kindPunct && t.sign != ',':
			return false
		case t.word.cue == cueNone || !t.word.is(isPast|isThird) || t.word.is(isNoun) || t.upper:
			continue
		case j+1 >= n:
			return true
		case ended && t.word.cue != cueSay:
			return false
		}
		next := &a.tokens[j+1]
		if ended || next.kind == kindPunct && next.sign == ':' {
			return next.kind == kindPunct && next.sign == '.'
		}
		return a.endsFrame(i, j, n)
	}
	return false
}

// endsFrame reports whether nothing follows the verb of speech at token j that is
// said with it; the frame began at token i.
func (a *analysis) endsFrame(i, j, n int) bool {
	t, next := &a.tokens[j], &a.tokens[j+1]
	switch {
	case t.word.cue == cueWeak && a.goesOnAs(j+1, n):
		return false // the advertisement released Thursday accuses
	case (t.word.cue == cueTell || t.word.cue == cueAsk) && a.onlyHears(j+1, n):
		return true
	}
	return next.kind == kindPunct || next.word.is(isTime|isPrep|isSub|isAdv|isIng|isTo) || next.kind == kindWord && j == i
}

// onlyHears reports whether token i begins whoever is told, and nothing more.
func (a *analysis) onlyHears(i, n int) bool {
	t := &a.tokens[i]
	if t.kind != kindWord {
		return false
	}
	return t.upper || t.word.is(isHuman|isRole|isObject) || t.word.is(isDet|isPoss) && a.onlyHearer(i+1, n)
}

// stops reports whether token i is a full stop, question or exclamation mark.
func (a *analysis) stops(i int) bool {
	t := &a.tokens[i]
	return t.kind == kindPunct && (t.sign == '.' || t.sign == '!' || t.sign == '?')
}

// begins reports whether token i can begin a sentence.
func (a *analysis) begins(i, n int) bool {
	if i >= n {
		return true
	}
	t := &a.tokens[i]
	switch t.kind {
	case kindWord:
		return t.upper
	case kindNumber:
		return true
	case kindMark:
		return t.sign == '('
	}
	return t.sign == '-' && a.language.full || t.sign == '(' || t.sign == '['
}

// goesOnAs reports whether a finite verb follows the words of time from token i
// on, so that the word before them was a participle.
func (a *analysis) goesOnAs(i, n int) bool {
	first := i
	for i < n && a.tokens[i].kind == kindWord && (a.tokens[i].word.is(isTime) || a.tokens[i].word.is(isPrep) && i == first) {
		i++
	}
	return i > first && i < n && a.tokens[i].word.is(isPast|isThird) && !a.tokens[i].word.is(isNoun)
}

// onlyHearer reports whether the sentence ends behind token i without a clause
// of its own: told the crowd on the pier.
func (a *analysis) onlyHearer(i, n int) bool {
	for ; i < n; i++ {
		t := &a.tokens[i]
		switch {
		case t.kind == kindMark || t.kind == kindPunct && t.sign == ':' || t.word.is(isThat|isSub|isAux|isTo):
			return false
		case a.stops(i):
			return true
		}
	}
	return true
}
