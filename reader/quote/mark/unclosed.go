package mark

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/word"
)

// shortestUnclosed is how many bytes a quote must have whose closing mark is
// missing; what is shorter is rather a slip.
const shortestUnclosed = 20

// nestedOpen reports whether the opening sign k stands inside the one that is
// open, given that this one begins a paragraph and the next paragraph goes on
// with it, so that its own closing mark is missing by custom.
func (a *Analysis) nestedOpen(index int, b reader.Block, open, k int) bool {
	if a.signs[open].start > b.Start+2 || !a.opensNext(index) {
		return false
	}
	for _, s := range a.signs[k+1:] {
		if s.opens && !s.ends {
			return false
		}
		if s.ends {
			return true
		}
	}
	return false
}

// endUnclosed lets the quote that sign open begins end before the sign k, which
// opens another one, if a sentence ends there: "We sail. "And we come back."
func (a *Analysis) endUnclosed(index, open, k int) {
	o := a.signs[open]
	end := len(strings.TrimRight(a.Text[:a.signs[k].start], " "))
	if at := a.frameUnclosed(o.end, end); at != None && o.style != styleSingle {
		a.addRun(index, o.start, o.end, at, at, o.style)
		return
	}
	if end-o.end < shortestUnclosed || o.style == styleSingle || strings.IndexByte(".!?", a.Text[end-1]) < 0 {
		return
	}
	a.addRun(index, o.start, o.end, end, end, o.style)
}

// frameUnclosed returns where a quote whose closing mark is missing ends because a
// frame stands behind it, between from and end of the text, or none: "We sail at
// noon, said Lind. The pier was closed.
func (a *Analysis) frameUnclosed(from, end int) int {
	if !a.Language.Full {
		return None
	}
	for i := from; i < end; i++ {
		if c := a.Text[i]; c != ',' && c != '?' && c != '!' {
			continue
		}
		stop := strings.IndexAny(a.Text[i+1:end], ".,:;?!\n")
		if stop < 0 {
			stop = end - i - 1
		}
		if a.isFrame(a.Text[i+1 : i+1+stop]) {
			return i + 1
		}
	}
	return None
}

// isFrame reports whether a verb of speech and who speaks is all that s is: he
// said, said the mayor.
func (a *Analysis) isFrame(s string) bool {
	words := strings.Fields(s)
	if n := len(words); n < 2 || n > longestFrame || len(s) == 0 || s[0] != ' ' {
		return false
	}
	first, last := words[0], words[len(words)-1]
	if a.saysPlainly(first) {
		return a.namesSomeone(words[1])
	}
	return a.saysPlainly(last) && a.namesSomeone(first) && first != "I"
}

// longestFrame is how many words a frame may have behind a mark that is missing.
const longestFrame = 5

// saysPlainly reports whether w is a finite verb of speech: said, asked.
func (a *Analysis) saysPlainly(w string) bool {
	x := a.Language.Lookup(w)
	return (x.Cue == word.CueSay || x.Cue == word.CueAsk) && x.Is(word.Past|word.Third) && !x.Is(word.Noun) && unicode.IsLower(word.FirstRune(w))
}

// namesSomeone reports whether w can begin the words for who speaks.
func (a *Analysis) namesSomeone(w string) bool {
	x := a.Language.Lookup(w)
	return unicode.IsUpper(word.FirstRune(w)) || x.Is(word.Pron|word.Det|word.Poss|word.Role|word.Human) && !x.Is(word.That|word.Rel)
}

// startsSpeechAt reports whether the sign o, which nothing closes, opens a
// sentence of its own or what a colon announces: Lind said. "We sail at noon.
func (a *Analysis) startsSpeechAt(b reader.Block, o sign) bool {
	before := strings.TrimRight(a.Text[b.Start:o.start], " ")
	if before == "" || !o.opens || o.ends || b.End-o.end < shortestUnclosed || strings.IndexByte(".!?:,", before[len(before)-1]) < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(a.Text[o.end:b.End])
	return unicode.IsUpper(r)
}

// closesNext reports whether the first mark of the next prose block closes one
// of style s, so that the quote goes on without a mark at its new paragraph.
func (a *Analysis) closesNext(index int, s style) bool {
	for _, b := range a.Plain.Blocks[index+1:] {
		if !b.Kind.Prose() {
			continue
		}
		i := strings.IndexAny(a.Text[b.Start:b.End], "\"“”„«»")
		if i < 0 || b.Kind != reader.BlockParagraph {
			return false
		}
		i += b.Start
		r, n := utf8.DecodeRuneInString(a.Text[i:])
		first, ok := a.signAt(b, i, r, n)
		return ok && first.ends && !first.opens && agree(s, first.style)
	}
	return false
}
