package clean

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// shortParagraph is the length below which a paragraph without an end mark is
// taken to be a heading, a name or a greeting, in characters.
const shortParagraph = 40

// JoinParagraphs joins paragraphs that were broken in mid-sentence: the first
// has no end mark and the second goes on in lower case, or the first stops
// where no sentence can. Where a text turns out to be broken like that, the
// other long paragraphs without an end mark are joined to what follows too,
// for instance before a name. A name that stands whole elsewhere in the text is
// certain where it is parted; the title counts as text. Only prose that follows prose is looked at, and
// nothing for which apart is true (captions).
func JoinParagraphs(blocks []Block, title string, apart func(*Block) bool, words Words, notes *Notes) []Block {
	if notes.AsIs {
		return blocks
	}
	joined := joinBroken(blocks, broken, apart, words, notes)
	joined = joinBroken(joined, brokenInName(joined, title), apart, words, notes)
	switch {
	case len(joined) < len(blocks) && tidy(joined):
		joined = joinBroken(joined, brokenBeforeName, apart, words, notes)
	case neat(joined):
		joined = joinBroken(joined, brokenAtName, apart, words, notes)
	}
	return joined
}

// maxParted is how many names that may be parted are looked for in a text.
const maxParted = 200

// brokenInName returns what reports whether b is the rest of prev because the
// last word of the one and the first of the other stand together elsewhere in
// the text, with a capital: Prime Minister Theresa / May.
func brokenInName(blocks []Block, title string) func(prev, b *Block) bool {
	all, left := "", maxParted
	return func(prev, b *Block) bool {
		end, next := prev.Lines[len(prev.Lines)-1], b.Lines[0]
		if endsSentence(end) || allCapitals(end) || !endsText(end) || !startsText(next) || !endsSentence(b.Lines[len(b.Lines)-1]) {
			return false
		}
		n := runes(prev.Text())
		if n < shortParagraph/2 || n < 3*longParagraph && titleCase(end) && !strings.Contains(end, ", ") {
			return false
		}
		last := lastField(end)
		first, _, _ := strings.Cut(next, " ")
		first = strings.TrimRight(first, ".,;:!?")
		r, _ := utf8.DecodeRuneInString(first)
		if first == "Jr" || first == "Sr" || unicode.IsUpper(r) && !opener(first) && onlyFirstName(end) {
			return true
		}
		if n < shortParagraph || len(last) < 2 || len(first) < 2 || !unicode.IsUpper(r) || opener(first) || left == 0 {
			return false
		}
		left--
		if all == "" {
			var b strings.Builder
			b.WriteString(" " + title + "\n")
			for i := range blocks {
				b.WriteString(blocks[i].Text())
				b.WriteByte('\n')
			}
			all = b.String()
		}
		return strings.Contains(all, " "+last+" "+first)
	}
}

// onlyFirstName reports whether a line stops behind the first of the names that
// a title or a conjunction announces: District Judge Michael, when Matty.
func onlyFirstName(line string) bool {
	words := strings.Fields(line)
	if len(words) < 4 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[len(words)-1])
	if !unicode.IsUpper(r) {
		return false
	}
	switch words[len(words)-2] {
	case "when", "while", "because", "where", "whether", "if": // no sentence and no heading is over there
		return true
	case "Judge", "Justice", "President", "Minister", "Attorney", "Senator", "Governor", "Mayor", "Dr.", "Mr.", "Mrs.", "Ms.", "Professor", "Chancellor", "Congressman", "Congresswoman", "Representative", "Sheriff", "Commissioner":
		return true
	}
	return false
}

// lastField returns the last word of a line with the marks on it.
func lastField(line string) string {
	line = strings.TrimRight(line, " ")
	return line[strings.LastIndexByte(line, ' ')+1:]
}

// maxJoined is the length from which nothing more is joined to a paragraph, in
// bytes: no sentence is as long, and the time would grow with the square.
const maxJoined = 8 << 10

// joinBroken joins each block to the one before for which broken is true.
func joinBroken(blocks []Block, broken func(prev, b *Block) bool, apart func(*Block) bool, words Words, notes *Notes) []Block {
	out := make([]Block, 0, len(blocks))
	for i := range blocks {
		b := &blocks[i]
		if len(out) > 0 {
			prev := &out[len(out)-1]
			last := &prev.Lines[len(prev.Lines)-1]
			if prev.Kind == Prose && b.Kind == Prose && len(*last) < maxJoined && broken(prev, b) && !apart(prev) && !apart(b) {
				notes.Add(reader.RepairParagraph, ends(*last, b.Lines[0]))
				*last = JoinLines(*last, b.Lines[0], words, notes)
				prev.Lines = append(prev.Lines, b.Lines[1:]...)
				continue
			}
		}
		out = append(out, *b)
	}
	return out
}

// ends returns the last words of prev and the first of next, for a note.
func ends(prev, next string) string {
	if len(prev) > 40 {
		prev = prev[len(prev)-40:]
		if i := strings.IndexByte(prev, ' '); i >= 0 {
			prev = prev[i+1:]
		}
	}
	if len(next) > 40 {
		next = next[:40]
		if i := strings.LastIndexByte(next, ' '); i >= 0 {
			next = next[:i]
		}
	}
	return prev + " " + next
}

// broken reports whether b is plainly the rest of the paragraph prev.
func broken(prev, b *Block) bool {
	end, next := prev.Lines[len(prev.Lines)-1], b.Lines[0]
	if runes(prev.Text()) >= shortParagraph && endsSentence(b.Lines[len(b.Lines)-1]) && shortened(end, next) {
		return true
	}
	if endsSentence(end) || allCapitals(end) || len(prev.Lines) > 1 && runes(end) < shortParagraph/2 {
		return false
	}
	long := runes(prev.Text()) >= shortParagraph
	whole := endsSentence(b.Lines[len(b.Lines)-1])
	if startsLower(next) {
		// A short line before a long paragraph in lower case is its beginning;
		// before another short one it is an item.
		return long && (whole || runes(next) >= longParagraph) || whole && len(strings.Fields(end)) >= 5 && runes(next) >= shortParagraph
	}
	if !startsText(next) || !whole && !long {
		return false
	}
	words := len(strings.Fields(end))
	if strings.HasSuffix(end, ",") && words >= 5 && whole && startsQuote(next) {
		return true // who says what follows
	}
	if !stopsShort(end) {
		return runes(prev.Text()) >= longParagraph && whole && hanging(lastField(end))
	}
	return long || functionWord(lastWord(end)) && words >= 4
}

// startsQuote reports whether s begins with the mark of a quotation.
func startsQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“„«", r)
}

// hanging reports whether a word ends a phrase in headings only, and no long sentence.
func hanging(word string) bool {
	switch word {
	case "for", "on", "in":
		return true
	}
	return false
}

// brokenBeforeName reports whether b is likely the rest of prev: that one is
// no heading and has no end mark, and b does not begin as sentences do.
func brokenBeforeName(prev, b *Block) bool {
	end, next := prev.Lines[len(prev.Lines)-1], b.Lines[0]
	if endsSentence(end) || allCapitals(end) || !endsText(end) || !startsText(next) || !endsSentence(b.Lines[len(b.Lines)-1]) {
		return false
	}
	if beginsSentence(wordHead(next[:min(len(next), 40)])) || strings.Contains(end, "@") {
		return false
	}
	n := runes(prev.Text())
	return n >= 2*longParagraph || n >= shortParagraph && (strings.Contains(end, ". ") || len(strings.Fields(end)) >= 6 && !titleCase(end))
}

// brokenAtName reports whether b is the rest of prev because prev stops within
// or right before a name: Judge Michael / Urbanski. It is for texts of which
// nothing else is broken, so it asks for more than [brokenBeforeName].
func brokenAtName(prev, b *Block) bool {
	end := prev.Lines[len(prev.Lines)-1]
	if runes(prev.Text()) < longParagraph || titleCase(end) || strings.Contains(end, ": ") || !brokenBeforeName(prev, b) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(lastField(end))
	first, _ := utf8.DecodeRuneInString(b.Lines[0])
	return unicode.IsUpper(r) && unicode.IsUpper(first) && runes(b.Text()) >= shortParagraph
}

// beginsSentence reports whether a word with a capital more likely begins a
// sentence than a name.
func beginsSentence(word string) bool {
	switch word {
	case "In", "On", "For", "If", "So", "Yesterday", "Today", "Last", "Earlier", "Later", "Our", "You", "What", "Who", "Why", "How", "Some", "Many", "Most", "Several", "Both", "Each", "All", "No", "Not", "Only", "Also", "Lots", "Another", "Such", "Here":
		return true
	}
	return opener(word) || functionWord(strings.ToLower(word))
}

// neatLeast is how many whole paragraphs a text has at least to be called neat.
const neatLeast = 4

// neat reports whether all paragraphs of the text end as sentences do, but one
// or two in many.
func neat(blocks []Block) bool {
	whole, open := closed(blocks, 0)
	return whole >= neatLeast && open <= 2
}

// longParagraph is the length from which a paragraph without an end mark is no
// item of a list, in characters.
const longParagraph = 60

// tidy reports whether the paragraphs of the text end as sentences do, all but
// those few that may be broken.
func tidy(blocks []Block) bool {
	whole, open := closed(blocks, longParagraph)
	return open <= whole
}

// closed counts the paragraphs that end as sentences do, and those of at least
// so many characters that do not.
func closed(blocks []Block, least int) (whole, open int) {
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Kind != Prose:
		case endsSentence(b.Lines[len(b.Lines)-1]):
			whole++
		case runes(b.Text()) >= least:
			open++
		}
	}
	return whole, open
}

// endsText reports whether s ends in a letter or digit.
func endsText(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"'”’)]"))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// titleCase reports whether nearly all longer words of s are capitalised, as in a heading.
func titleCase(s string) bool {
	long, capital := 0, 0
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘("))
		if len(w) < 5 || !unicode.IsLetter(r) {
			continue
		}
		long++
		if unicode.IsUpper(r) {
			capital++
		}
	}
	return capital*5 >= long*4
}

// startsText reports whether s begins with a letter or digit, as the rest of a sentence does.
func startsText(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«$€£("))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// stopsShort reports whether s ends in a comma, or in a word that cannot end a sentence.
func stopsShort(s string) bool {
	s = strings.TrimRight(s, " ")
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case ',', '،', '、', '，':
		return true
	case '-', '–', '—':
		r, _ = utf8.DecodeLastRuneInString(s[:len(s)-n])
		return unicode.IsLetter(r) && r != '-'
	}
	word := lastWord(s)
	return word != "" && strings.ToLower(word) == word && functionWord(word)
}

func allCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// functionWord reports whether no sentence ends in word. The table holds
// words of several languages that mean nothing else in another of them.
func functionWord(word string) bool {
	_, ok := functionWords()[word]
	return ok
}

var functionWords = sync.OnceValue(func() map[string]struct{} {
	m := map[string]struct{}{}
	for _, w := range strings.Fields(`the a an of to at by from with and or but nor as that which whose than
		his their its our your my these if because although while whether into onto upon between among during
		former including against toward towards within without
		der das den dem ein eine einen einem einer und oder aber dass weil zum zur vom beim für mit von
		le la du une et ou que qui dont dans pour avec sur par chez
		el los las una y con por para del al desde hacia
		il lo gli uno della dello degli delle nel nella per che
		os um uma do da dos das em na ao e com het een van met voor en dat`) {
		m[w] = struct{}{}
	}
	return m
})
