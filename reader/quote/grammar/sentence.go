package grammar

import (
	"offprint/reader"
	"offprint/reader/quote/word"
)

// Sentence is a stretch of tokens, a quote never cut by its end.
type Sentence struct {
	First, Last int32 // tokens, last exclusive
	Block       int32
	Begins      bool // the first of its paragraph
}

// Segment begins with the article p, in the language l, and cuts its prose into
// sentences of tokens. Who is named where is asked later, sentence by sentence.
func (a *Analysis) Segment(p *reader.Plain, l *word.Language, who Names) {
	a.Pair(p, l)
	a.Tokens, a.Sentences, a.names = a.Tokens[:0], a.Sentences[:0], who
	for i, b := range p.Blocks {
		if !b.Kind.Prose() {
			continue
		}
		first := len(a.Tokens)
		a.scan(b)
		a.withoutNicknames(first, b.Kind == reader.BlockHeading)
		a.split(first, i)
	}
}

// split cuts the tokens from first on, all of one block, into sentences.
func (a *Analysis) split(first int, block int) {
	begin := first
	n := len(a.Tokens)
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

func (a *Analysis) addSentence(first, last, block int, begins bool) {
	a.Sentences = append(a.Sentences, Sentence{int32(first), int32(last), int32(block), begins})
}

// endsSentence reports whether token i is the last of its sentence.
func (a *Analysis) endsSentence(i, n int) bool {
	t := &a.Tokens[i]
	if t.Run != none && t.Kind != KindMark || i+1 >= n {
		return false
	}
	switch t.Kind {
	case KindPunct:
		if t.Sign == ')' || t.Sign == ']' {
			return i > 0 && a.Stops(i-1) && a.begins(i+1, n)
		}
		if !a.Stops(i) || a.Stops(i+1) {
			return false
		}
		return a.begins(i+1, n) && !(a.Tokens[i+1].Kind == KindMark && a.Tokens[i+1].Sign == ')')
	case KindWord:
		// an abbreviation's stop may end a sentence too
		w := a.Text[t.Start:t.End]
		return w[len(w)-1] == '.' && len(w) > 3 && !t.Word.Is(word.Title) && a.Tokens[i+1].Upper && a.Tokens[i+1].Word.Is(word.Det|word.Pron|word.Poss|word.Prep|word.Sub|word.Conj)
	case KindMark:
		return t.Sign == ')' && a.closesSentence(i, n)
	}
	return false
}

// closesSentence reports whether the closing mark i ends a sentence.
func (a *Analysis) closesSentence(i, n int) bool {
	if i == 0 || !a.begins(i+1, n) || a.Tokens[i+1].Kind == KindPunct {
		return false
	}
	last := &a.Tokens[i-1]
	if last.Kind != KindPunct {
		return false
	}
	switch last.Sign {
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
func (a *Analysis) frameFollows(i, n, reach int, ended bool) bool {
	for j := i; j < n && j < i+reach; j++ {
		t := &a.Tokens[j]
		switch {
		case t.Kind == KindMark || t.Kind == KindPunct && t.Sign != ',':
			return false
		case t.Word.Cue == word.CueNone || !t.Word.Is(word.Past|word.Third) || t.Word.Is(word.Noun) || t.Upper:
			continue
		case j+1 >= n:
			return true
		case ended && t.Word.Cue != word.CueSay:
			return false
		}
		next := &a.Tokens[j+1]
		if ended || next.Kind == KindPunct && next.Sign == ':' {
			return next.Kind == KindPunct && next.Sign == '.'
		}
		return a.endsFrame(i, j, n)
	}
	return false
}

// endsFrame reports whether nothing follows the verb of speech at token j that is
// said with it; the frame began at token i.
func (a *Analysis) endsFrame(i, j, n int) bool {
	t, next := &a.Tokens[j], &a.Tokens[j+1]
	switch {
	case t.Word.Cue == word.CueWeak && a.goesOnAs(j+1, n):
		return false // the advertisement released Thursday accuses
	case (t.Word.Cue == word.CueTell || t.Word.Cue == word.CueAsk) && a.onlyHears(j+1, n):
		return true
	}
	return next.Kind == KindPunct || next.Word.Is(word.Time|word.Prep|word.Sub|word.Adv|word.Ing|word.To) || next.Kind == KindWord && j == i
}

// onlyHears reports whether token i begins whoever is told, and nothing more.
func (a *Analysis) onlyHears(i, n int) bool {
	t := &a.Tokens[i]
	if t.Kind != KindWord {
		return false
	}
	return t.Upper || t.Word.Is(word.Human|word.Role|word.Object) || t.Word.Is(word.Det|word.Poss) && a.onlyHearer(i+1, n)
}

// Stops reports whether token i is a full stop, question or exclamation mark.
func (a *Analysis) Stops(i int) bool {
	t := &a.Tokens[i]
	return t.Kind == KindPunct && (t.Sign == '.' || t.Sign == '!' || t.Sign == '?')
}

// begins reports whether token i can begin a sentence.
func (a *Analysis) begins(i, n int) bool {
	if i >= n {
		return true
	}
	t := &a.Tokens[i]
	switch t.Kind {
	case KindWord:
		return t.Upper
	case KindNumber:
		return true
	case KindMark:
		return t.Sign == '('
	}
	return t.Sign == '-' && a.Language.Full || t.Sign == '(' || t.Sign == '['
}

// goesOnAs reports whether a finite verb follows the words of time from token i
// on, so that the word before them was a participle.
func (a *Analysis) goesOnAs(i, n int) bool {
	first := i
	for i < n && a.Tokens[i].Kind == KindWord && (a.Tokens[i].Word.Is(word.Time) || a.Tokens[i].Word.Is(word.Prep) && i == first) {
		i++
	}
	return i > first && i < n && a.Tokens[i].Word.Is(word.Past|word.Third) && !a.Tokens[i].Word.Is(word.Noun)
}

// onlyHearer reports whether the sentence ends behind token i without a clause
// of its own: told the crowd on the pier.
func (a *Analysis) onlyHearer(i, n int) bool {
	for ; i < n; i++ {
		t := &a.Tokens[i]
		switch {
		case t.Kind == KindMark || t.Kind == KindPunct && t.Sign == ':' || t.Word.Is(word.That|word.Sub|word.Aux|word.To):
			return false
		case a.Stops(i):
			return true
		}
	}
	return true
}
