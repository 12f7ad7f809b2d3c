package quote

import "strings"

// notSpeech reports whether the run of phrase p is a title, a nickname or a
// word held at arm's length.
func (a *analysis) notSpeech(p int) bool {
	first, last := int(a.phrases[p].first), int(a.phrases[p].last)
	words, capitals, small := a.countWords(first, last)
	if words == 0 {
		return true
	}
	if words <= 2 && small == 0 && first > int(a.current.first) && last < int(a.current.last) {
		b, n := &a.tokens[first-1], &a.tokens[last]
		if b.upper && n.upper && b.kind == kindWord && n.kind == kindWord && !b.word.is(isVerb) {
			return true // a nickname
		}
	}
	if strings.HasSuffix(a.text[:a.runs[a.phrases[p].run].end], ":") && words <= 2 || a.wordsPut(first) || a.citedWork(p) || a.named(first, last) {
		return true
	}
	if small > 0 || capitals == 0 || words > a.longestTitle(p) {
		return false
	}
	return a.titleBesides(p) || a.titleBefore(first, a.closedAsSpeech(p) && a.frameAfter(p) != none) || a.workBehind(last) || words > 1 && a.wasRead(first-1)
}

// titleBesides reports whether "and" or "or" joins the run of phrase p to another
// one that is a title: a play called "Low Water," or "Fjære."
func (a *analysis) titleBesides(p int) bool {
	if a.kindAt(p-1) != phraseConj {
		return false
	}
	q := p - 2
	if a.kindAt(q) == phraseComma {
		q--
	}
	return a.kindAt(q) == phraseQuote && a.phrases[q].run != none && !a.covered(a.phrases[q].run) && a.notSpeech(q)
}

// longestTitle is how many words the run of phrase p may have as a title: more with
// a second one behind a colon.
func (a *analysis) longestTitle(p int) int {
	if r := &a.runs[a.phrases[p].run]; strings.Contains(a.text[r.start:r.end], ": ") {
		return 14
	}
	return 9
}

// titleRun reports whether the run of phrase p is the title of a work by what
// stands right before it, a possessive or a kind of work.
func (a *analysis) titleRun(p int) bool {
	first := int(a.phrases[p].first)
	words, capitals, small := a.countWords(first, int(a.phrases[p].last))
	if small > 0 || capitals == 0 || words > a.longestTitle(p) {
		return false
	}
	if a.kindAt(p-1) == phrasePrep {
		return words > 1 && !a.likened(first-1) // speaking to "Harbour This Morning"
	}
	if a.kindAt(p-1) != phraseNoun {
		return false
	}
	t := &a.tokens[first-1]
	return t.kind == kindWord && (t.word.is(isPoss) && t.glued || a.work(first-1))
}

// named reports whether the words before the run of the tokens from first to last
// make it the name of somebody or something.
func (a *analysis) named(first, last int) bool {
	return a.nicknamed(first-1) || a.underName(first-1) || a.namesWork(first, last) || a.caseName(first, last) || a.assumed(first, last)
}

// nicknamed reports whether token i says that the name behind it is one in fun.
func (a *analysis) nicknamed(i int) bool {
	return i >= int(a.current.first) && a.spelled(i, "nicknamed")
}

// underName reports whether the words up to token i say that what follows is the
// name of an event: under the slogan "Years together".
func (a *analysis) underName(i int) bool {
	if i-2 < int(a.current.first) || !a.tokens[i-1].word.is(isDet) || !a.spelled(i-2, "under") && !a.spelled(i-2, "Under") {
		return false
	}
	switch t := &a.tokens[i]; a.text[t.start:t.end] {
	case "slogan", "motto", "theme", "title", "heading", "banner", "name":
		return true
	}
	return false
}

// citedWork reports whether the run of phrase p is the work in which somebody
// tells something else: In "A long winter," Lind wrote that the sea froze.
func (a *analysis) citedWork(p int) bool {
	if p != 1 || a.kindAt(0) != phrasePrep || !a.isWord(0, "in") || !a.closedAsSpeech(p) && a.kindAt(p+1) != phraseComma {
		return false
	}
	v := a.frameAfter(p)
	if v == none {
		return false
	}
	switch i := a.verbs[v].phrase; a.complement(i+1, i).kind {
	case contentClause, contentObject:
		return true
	}
	return false
}

// namesWork reports whether the run of the tokens from first to last names what
// stands right before it, whatever words it has: the film "Back to the harbour", a
// seminar called "Boats then and now".
func (a *analysis) namesWork(first, last int) bool {
	i := first - 1
	if i <= int(a.current.first) || !a.tokens[first+1].upper && !a.tokens[first].upper || a.stops(last-1) {
		return false
	}
	if entitling[a.text[a.tokens[i].start:a.tokens[i].end]] {
		return a.tokens[i-1].kind == kindWord && a.tokens[i-1].run == none && a.behindA(i-1)
	}
	return plainWorks[a.text[a.tokens[i].start:a.tokens[i].end]]
}

// behindA reports whether the noun at token i has "a" or "an" before it or its adjective.
func (a *analysis) behindA(i int) bool {
	for k := i - 1; k >= int(a.current.first) && k >= i-3; k-- {
		if a.spelled(k, "a") || a.spelled(k, "an") || a.spelled(k, "A") || a.spelled(k, "An") {
			return true
		}
	}
	return false
}

// entitling are the participles behind which a name stands, and plainWorks the
// works whose words can be nothing but a noun.
var (
	entitling  = map[string]bool{"called": true, "titled": true, "entitled": true, "named": true}
	plainWorks = map[string]bool{"film": true, "movie": true, "novel": true, "album": true, "book": true, "song": true, "series": true, "documentary": true, "thriller": true, "memoir": true, "hashtag": true, "poem": true, "painting": true, "exhibition": true, "seminar": true}
)

// wordsPut reports whether what stands before token i makes of the run words
// that were put somewhere: added the words "of the sea" to the name.
func (a *analysis) wordsPut(i int) bool {
	i--
	if i > int(a.current.first) && a.tokens[i].kind == kindPunct && a.tokens[i].sign == ',' {
		i--
	}
	if i < int(a.current.first)+2 || !a.spelled(i, "words") && !a.spelled(i, "word") && !a.spelled(i, "letters") || !a.tokens[i-1].word.is(isDet) {
		return false
	}
	v := &a.tokens[i-2]
	return putting[a.text[v.start:v.end]]
}

// putting are the verbs of writing words somewhere, or of taking them away.
var putting = map[string]bool{
	"add": true, "adds": true, "added": true, "adding": true, "insert": true, "inserted": true, "inserting": true,
	"remove": true, "removed": true, "removing": true, "delete": true, "deleted": true, "contains": true, "contained": true,
}

// aside reports whether the run of phrase p, which no cue reports, is but a
// word at arm's length: a single one, a name, or a few behind an article.
func (a *analysis) aside(p int) bool {
	first := int(a.phrases[p].first)
	words, capitals, _ := a.countWords(first, int(a.phrases[p].last))
	if capitals == words {
		return true
	}
	for i := first - 1; i >= int(a.current.first) && i >= first-2; i-- {
		if t := &a.tokens[i]; t.kind == kindWord && equalFold(a.text[t.start:t.end], "as") {
			return false
		}
	}
	if first > int(a.current.first) && words <= 2 && a.tokens[first-1].word.is(isDet) {
		return true
	}
	return words <= 1
}

// oneWord reports whether the run of phrase p is a single word.
func (a *analysis) oneWord(p int) bool {
	words, _, _ := a.countWords(int(a.phrases[p].first), int(a.phrases[p].last))
	return words <= 1
}

// countWords counts the words of a run, those with a capital, and those
// without one that are no small words of grammar.
func (a *analysis) countWords(first, last int) (words, capitals, small int) {
	for i := first; i < last; i++ {
		t := &a.tokens[i]
		if t.kind != kindWord && t.kind != kindNumber || t.word.is(isPoss) && t.glued {
			continue
		}
		words++
		if t.upper || t.kind == kindNumber {
			capitals++
		} else if !t.word.is(isPrep | isDet | isConj | isTo | isPoss) {
			small++
		}
	}
	return words, capitals, small
}

// titleBefore reports whether what stands before token i makes capitals in
// marks the title of a work: a preposition, a possessive, a kind of work.
// A frame behind the marks tells against it, unless the run hangs on a
// preposition or a possessive: no speech does.
func (a *analysis) titleBefore(i int, framed bool) bool {
	if i <= int(a.current.first) {
		return false
	}
	t := &a.tokens[i-1]
	if t.kind == kindPunct {
		return t.sign == '\'' && t.glued || t.sign == ',' && i-2 >= int(a.current.first) && a.work(i-2)
	}
	if t.kind != kindWord {
		return false
	}
	if a.likened(i - 1) {
		return false
	}
	if t.word.is(isPrep|isPoss|isDet|isTo) || a.work(i-1) {
		return true
	}
	return !framed && (t.word.is(isSub) || t.upper || titling[a.text[t.start:t.end]])
}

// workBehind reports whether what begins at token i tells of the words in marks
// before it which kind of work they name: "Low Water," a film about the sea.
func (a *analysis) workBehind(i int) bool {
	last := int(a.current.last)
	if i < last && a.tokens[i].kind == kindPunct && a.tokens[i].sign == ',' {
		i++
	}
	if i+1 >= last || !a.spelled(i, "a") && !a.spelled(i, "an") {
		return false
	}
	for i++; i < last && a.tokens[i].kind == kindWord && a.tokens[i].word.is(isAdj); i++ {
	}
	return i < last && a.tokens[i].kind == kindWord && a.work(i)
}

// wasRead reports whether token i is what people do with books and films. Signs
// and letters "read" something, too, but no he and no she.
func (a *analysis) wasRead(i int) bool {
	if i <= int(a.current.first) || a.tokens[i].kind != kindWord {
		return false
	}
	if a.spelled(i, "saw") || a.spelled(i, "watched") || a.spelled(i, "watching") || a.spelled(i, "reading") {
		return true
	}
	b := &a.tokens[i-1]
	return a.spelled(i, "read") && b.word.is(isPron) && !equalFold(a.text[b.start:b.end], "it")
}

// likened reports whether token i is the "as" behind which stands what somebody
// calls something: rated it as "True", but not such as.
func (a *analysis) likened(i int) bool {
	return a.spelled(i, "as") && (i <= int(a.current.first) || !a.spelled(i-1, "such"))
}

// work reports whether token i is a kind of work.
func (a *analysis) work(i int) bool {
	t := &a.tokens[i]
	return works[a.text[t.start:t.end]]
}

var works = map[string]bool{
	"book": true, "books": true, "novel": true, "film": true, "movie": true, "show": true, "series": true, "song": true,
	"album": true, "play": true, "musical": true, "memoir": true, "podcast": true, "program": true, "programme": true,
	"sitcom": true, "documentary": true, "segment": true, "magazine": true, "poem": true, "painting": true,
	"exhibition": true, "opera": true, "single": true, "essay": true, "biography": true, "drama": true, "comedy": true,
	"thriller": true, "hit": true, "classic": true, "column": true, "blog": true, "game": true, "report": true,
}

var titling = map[string]bool{
	"called": true, "titled": true, "entitled": true, "named": true, "dubbed": true, "perform": true, "sang": true,
	"singing": true, "publish": true, "published": true, "wrote": true, "host": true, "hosts": true, "told": true,
	"mentioned": true,
}

// isHeadline reports whether the sentence is a headline in title case.
func (a *analysis) isHeadline(s sentence) bool {
	if s.block > 1 {
		return false
	}
	upper, lower := 0, 0
	for i := s.first; i < s.last; i++ {
		t := &a.tokens[i]
		if t.kind != kindWord || t.end-t.start < 4 {
			continue
		}
		if t.upper {
			upper++
		} else {
			lower++
		}
	}
	return upper >= 3 && upper > 4*lower
}

// shouted reports whether the run of phrase p, which stands alone, is in
// capitals throughout, as headings between paragraphs are.
func (a *analysis) shouted(p int) bool {
	words := 0
	for i := a.phrases[p].first; i < a.phrases[p].last; i++ {
		t := &a.tokens[i]
		if t.kind != kindWord || t.end-t.start < 2 || t.word.is(isPoss) && t.glued {
			continue
		}
		if !t.caps {
			return false
		}
		words++
	}
	return words >= 2
}

// goesBy reports whether the run of phrase p is what something goes by, as
// everybody calls it: known as "...", a so-called "...", nicknamed "...".
func (a *analysis) goesBy(p int) bool {
	i := int(a.phrases[p].first) - 1
	for i > int(a.current.first) && a.tokens[i].kind == kindWord && a.tokens[i].word.is(isDet|isAdj) {
		i--
	}
	t := &a.tokens[i]
	if i <= int(a.current.first) || t.kind != kindWord {
		return false
	}
	switch b := &a.tokens[i-1]; a.text[t.start:t.end] {
	case "as":
		return a.spelled(i-1, "known") || a.spelled(i-1, "to") && i > 1 && a.spelled(i-2, "referred")
	case "called":
		return a.spelled(i-1, "so") || a.spelled(i-1, "is") || a.spelled(i-1, "are")
	case "or":
		return b.kind == kindPunct && b.sign == ',' && !a.closedAsSpeech(p)
	case "so-called", "nicknamed", "aka", "termed", "dubbed":
		return true
	}
	return false
}
