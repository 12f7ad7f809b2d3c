package token

import "strings"

// appendSentences appends the sentences of tokens[first:], all of one block.
//
// A sentence ends at a point, exclamation or question mark and the closing
// marks behind it, if what follows looks like a beginning. Inside an open
// quotation it ends only if a capital follows and the quotation is closed
// later in the block; a block that begins with a quotation which it never
// closes (a speech that runs over paragraphs) counts as closed by its end.
func appendSentences(dst []Sentence, text string, tokens []Token, first int) []Sentence {
	if first >= len(tokens) {
		return dst
	}
	q := quotation{text: text, tokens: tokens, first: first}
	begin := first
	for i := first; i < len(tokens); i++ {
		q.pass(i)
		if !ends(text, tokens, i) {
			continue
		}
		next := i + 1
		for next < len(tokens) && closes(text, tokens, next, q.open) {
			q.pass(next)
			next++
		}
		if next < len(tokens) && !begins(text, tokens, i, next, q) {
			i = next - 1
			continue
		}
		dst = append(dst, sentence(tokens, begin, next))
		begin, i = next, next-1
	}
	if begin < len(tokens) {
		dst = append(dst, sentence(tokens, begin, len(tokens)))
	}
	return dst
}

func sentence(tokens []Token, first, last int) Sentence {
	return Sentence{tokens[first].Start, tokens[last-1].End, first, last}
}

// quotation follows the double quote marks of a block.
type quotation struct {
	text   string
	tokens []Token
	first  int
	open   bool
	opened int // token that opened it
}

// pass takes note of token i.
func (q *quotation) pass(i int) {
	switch t := q.tokens[i]; q.text[t.Start:t.End] {
	case "“", "«", "„", "``":
		if !q.open {
			q.open, q.opened = true, i
		} else if q.text[t.Start:t.End] == "“" && q.opensLow() {
			q.open = false
		}
	case "”", "»", "''":
		q.open = false
	case "\"", "‟":
		if !q.open {
			q.opened = i
		}
		q.open = !q.open
	}
}

// opensLow reports whether the open quotation began in the German way („...“).
func (q *quotation) opensLow() bool {
	t := q.tokens[q.opened]
	return q.text[t.Start:t.End] == "„"
}

// closed reports whether the open quotation is closed behind token i.
func (q *quotation) closed(i int) bool {
	if q.opened == q.first {
		return true
	}
	for ; i < len(q.tokens); i++ {
		t := q.tokens[i]
		if t.Kind != Mark {
			continue
		}
		switch q.text[t.Start:t.End] {
		case "”", "»", "''", "\"", "‟":
			return true
		case "“":
			return q.opensLow()
		}
	}
	return false
}

// ends reports whether a sentence may end at token i.
func ends(text string, tokens []Token, i int) bool {
	t := tokens[i]
	w := text[t.Start:t.End]
	if t.Kind != Mark {
		return t.Kind == Word && len(w) > 2 && w[len(w)-1] == '.' && !neverLast(w)
	}
	switch w {
	case ".", "!", "?", "…", "。", "！", "？", "؟", "۔":
		return true
	}
	return len(w) > 1 && w[0] == '.'
}

// neverLast reports whether a word with a point is followed by the rest of its
// sentence: titles and initials.
func neverLast(w string) bool {
	return titles[w[:len(w)-1]]
}

// closes reports whether token i closes what went before it: it is a closing
// mark and stands at the end of the token before (in French, after a blank).
func closes(text string, tokens []Token, i int, open bool) bool {
	t := tokens[i]
	if t.Kind != Mark {
		return false
	}
	if t.Start != tokens[i-1].End {
		return open && text[t.Start:t.End] == "»"
	}
	switch text[t.Start:t.End] {
	case ")", "]", "”", "»", "’", "''", "'", ".", "!", "?", "*", "_":
		return true
	case "\"", "“", "‟":
		return open
	}
	return false
}

// begins reports whether a sentence may begin at token next, the one before
// having its end mark at token i.
func begins(text string, tokens []Token, i, next int, q quotation) bool {
	at := next
	for at < len(tokens) && tokens[at].Kind == Mark && strings.Contains("\"“„«‘'``([—–-•*", text[tokens[at].Start:tokens[at].End]) {
		at++
	}
	if at == len(tokens) {
		return true
	}
	t := tokens[at]
	r, _ := runeAt(text, t.Start)
	if q.open {
		return isUpper(r) && q.closed(next)
	}
	if tokens[i].Kind == Word { // "U.S." or "p.m." ends a sentence only before a word that likes to begin one
		return starters[text[t.Start:t.End]]
	}
	if isLetter(r) {
		return !lower(text[t.Start:t.End]) || text[tokens[i].Start:tokens[i].End] == "." && !isASCII(r)
	}
	return t.Start > tokens[i].End
}

func isASCII(r rune) bool { return r < 0x80 }

// lower reports whether a word begins with a small letter.
func lower(w string) bool {
	r, _ := runeAt(w, 0)
	return isLetter(r) && !isUpper(r) && (r < 0x250 || r >= 0x370 && r < 0x530)
}
