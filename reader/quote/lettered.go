package quote

import (
	"strings"

	"offprint/reader"
)

// fewestTurns is how many questions and how many answers that letters mark make
// an interview.
const fewestTurns = 2

// turn is what follows one letter of an interview: Q for a question, A for an answer.
type turn struct {
	letter byte
	label  span // the letter with its number
	block  int
	parts  []span // of the plain text
}

// lettered returns the answers of an interview whose questions and answers are
// marked by letters, as quotes of the interviewee; nil if it is none or if
// nobody is named who answers.
func lettered(a *reader.Article, p *reader.Plain, names []reader.Entity) []reader.Quote {
	turns := turnsOf(p)
	count := map[byte]int{}
	for i := range turns {
		count[turns[i].letter]++
	}
	if count['Q'] < fewestTurns || count['A'] < fewestTurns {
		return nil
	}
	who := interviewee(a, p, names, turns[0].block)
	if who == "" {
		return nil
	}
	var list []reader.Quote
	for i := range turns {
		if t := &turns[i]; t.letter == 'A' && len(t.parts) > 0 {
			q := reader.Quote{Kind: reader.QuoteDirect, Speaker: reader.Speaker{Name: who, Kind: reader.SpeakerPerson}, Confidence: sureAnswer}
			q.Source = []reader.Span{p.Span(int(t.label.start), int(t.label.end))}
			for _, s := range t.parts {
				q.Content = append(q.Content, p.Span(int(s.start), int(s.end)))
			}
			list = append(list, q)
		}
	}
	return list
}

// turnsOf returns the turns that letters mark, at the head of a paragraph or
// behind a sentence. A paragraph without a letter goes on with the turn before it.
func turnsOf(p *reader.Plain) []turn {
	var list []turn
	for i, b := range p.Blocks {
		if b.Kind != reader.BlockParagraph {
			if b.Kind == reader.BlockHeading && len(list) > 0 {
				list = append(list, turn{block: i}) // nobody speaks on behind a heading
			}
			continue
		}
		at := b.Start
		for at < b.End {
			letter, begin := letterTurn(p.Text, at, b)
			end := b.End
			for k := begin; k < b.End; k++ {
				if l, _ := letterTurn(p.Text, k, b); l != 0 && k > at {
					end = k
					break
				}
			}
			if letter != 0 {
				list = append(list, turn{letter: letter, label: span{int32(at), int32(begin - 2)}, block: i})
			}
			if s := trimmed(p.Text, begin, end); len(list) > 0 && s.start < s.end {
				t := &list[len(list)-1]
				t.parts = append(t.parts, s)
			}
			at = end
		}
	}
	return list
}

// letterTurn returns the letter that marks a turn at byte i of block b, with a
// number or without, and where its words begin; 0 and i if there is none.
func letterTurn(text string, i int, b reader.Block) (letter byte, begin int) {
	if i+2 >= b.End || text[i] != 'Q' && text[i] != 'A' {
		return 0, i
	}
	sign := numbered(text[:b.End], i+1)
	if sign+1 >= b.End || text[sign+1] != ' ' || text[sign] != ':' && (text[sign] != '.' || i > b.Start) {
		return 0, i
	}
	if before := strings.TrimRight(text[b.Start:i], " "); before != "" && (len(before) == i-b.Start || !strings.HasSuffix(strings.TrimRight(before, "\"”’"), ".") && !strings.ContainsAny(before[len(before)-1:], "?!")) {
		return 0, i
	}
	return text[i], sign + 2
}

// numbered returns the byte behind the number at byte i, which may stand apart
// from the letter before it; i if there is none: Q2, Q 2.
func numbered(text string, i int) int {
	k := i
	if k < len(text) && text[k] == ' ' {
		k++
	}
	first := k
	for k < len(text) && k < first+3 && text[k] >= '0' && text[k] <= '9' {
		k++
	}
	if k == first {
		return i
	}
	return k
}

// trimmed returns the bytes from up to to without blanks at their ends.
func trimmed(text string, from, to int) span {
	for from < to && text[from] == ' ' {
		from++
	}
	for from < to && text[to-1] == ' ' {
		to--
	}
	return span{int32(from), int32(to)}
}
