package quote

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// notSpeech reports whether the run of phrase p is a title, a nickname or a
// word held at arm's length.
func (a *analysis) notSpeech(p int) bool {
	first, last := int(a.Phrases[p].First), int(a.Phrases[p].Last)
	words, capitals, small := a.CountWords(first, last)
	if words == 0 {
		return true
	}
	if words <= 2 && small == 0 && first > int(a.Current.First) && last < int(a.Current.Last) {
		b, n := &a.Tokens[first-1], &a.Tokens[last]
		if b.Upper && n.Upper && b.Kind == grammar.KindWord && n.Kind == grammar.KindWord && !b.Word.Is(word.Verb) {
			return true // a nickname
		}
	}
	if strings.HasSuffix(a.Text[:a.Runs[a.Phrases[p].Run].End], ":") && words <= 2 || a.wordsPut(first) || a.citedWork(p) || a.bylined(p) || a.named(first, last) {
		return true
	}
	if small > 0 || capitals == 0 || words > a.LongestTitle(p) {
		return false
	}
	return a.titleBesides(p) || a.titleBefore(first, a.ClosedAsSpeech(p) && a.frameAfter(p) != none) || a.workBehind(last) || words > 1 && a.wasRead(first-1)
}

// titleBesides reports whether "and" or "or" joins the run of phrase p to another
// one that is a title: a play called "Low Water," or "Fjære."
func (a *analysis) titleBesides(p int) bool {
	if a.KindAt(p-1) != grammar.PhraseConj {
		return false
	}
	q := p - 2
	if a.KindAt(q) == grammar.PhraseComma {
		q--
	}
	return a.KindAt(q) == grammar.PhraseQuote && a.Phrases[q].Run != none && !a.covered(a.Phrases[q].Run) && a.notSpeech(q)
}

// bylined reports whether the run of phrase p is a headline that who wrote it stands
// behind: NEW BOATS - "The ferry leaves," by the Herald's Anna Lind: "...".
func (a *analysis) bylined(p int) bool {
	if p > 2 || !a.beginsUpper(p) || a.FiniteBetween(0, p) {
		return false
	}
	k := p + 1
	if a.KindAt(k) == grammar.PhraseComma {
		k++
	} else if !a.ClosedAsSpeech(p) {
		return false
	}
	if a.KindAt(k) != grammar.PhrasePrep || !a.IsWord(k, "by") || a.KindAt(k+1) != grammar.PhraseNoun || !a.IsPerson(k+1) {
		return false
	}
	switch a.KindAt(k + 2) {
	case grammar.PhraseColon, grammar.PhraseStop, grammar.PhraseComma, grammar.PhrasePrep, grammar.PhraseConj:
		return !a.FiniteBetween(k+2, min(k+5, len(a.Phrases)))
	}
	return false
}

// named reports whether the words before the run of the tokens from first to last
// make it the name of somebody or something.
func (a *analysis) named(first, last int) bool {
	return a.nicknamed(first-1) || a.underName(first-1) || a.namesWork(first, last) || a.caseName(first, last) || a.assumed(first, last)
}

// nicknamed reports whether token i says that the name behind it is one in fun.
func (a *analysis) nicknamed(i int) bool {
	return i >= int(a.Current.First) && a.Spelled(i, "nicknamed")
}

// underName reports whether the words up to token i say that what follows is the
// name of an event: under the slogan "Years together".
func (a *analysis) underName(i int) bool {
	if i-2 < int(a.Current.First) || !a.Tokens[i-1].Word.Is(word.Det) || !a.Spelled(i-2, "under") && !a.Spelled(i-2, "Under") {
		return false
	}
	switch t := &a.Tokens[i]; a.Text[t.Start:t.End] {
	case "slogan", "motto", "theme", "title", "heading", "banner", "name":
		return true
	}
	return false
}

// citedWork reports whether the run of phrase p is the work in which somebody
// tells something else: In "A long winter," Lind wrote that the sea froze.
func (a *analysis) citedWork(p int) bool {
	if p != 1 || a.KindAt(0) != grammar.PhrasePrep || !a.IsWord(0, "in") || !a.ClosedAsSpeech(p) && a.KindAt(p+1) != grammar.PhraseComma {
		return false
	}
	v := a.frameAfter(p)
	if v == none {
		return false
	}
	switch i := a.Verbs[v].Phrase; a.Complement(i+1, i).Kind {
	case grammar.ContentClause, grammar.ContentObject:
		return true
	}
	return false
}

// namesWork reports whether the run of the tokens from first to last names what
// stands right before it, whatever words it has: the film "Back to the harbour", a
// seminar called "Boats then and now".
func (a *analysis) namesWork(first, last int) bool {
	i := first - 1
	if i <= int(a.Current.First) || !a.Tokens[first+1].Upper && !a.Tokens[first].Upper || a.Stops(last-1) {
		return false
	}
	if entitling[a.Text[a.Tokens[i].Start:a.Tokens[i].End]] {
		return a.Tokens[i-1].Kind == grammar.KindWord && a.Tokens[i-1].Run == none && a.behindA(i-1)
	}
	return plainWorks[a.Text[a.Tokens[i].Start:a.Tokens[i].End]]
}

// behindA reports whether the noun at token i has "a" or "an" before it or its adjective.
func (a *analysis) behindA(i int) bool {
	for k := i - 1; k >= int(a.Current.First) && k >= i-3; k-- {
		if a.Spelled(k, "a") || a.Spelled(k, "an") || a.Spelled(k, "A") || a.Spelled(k, "An") {
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
	if i > int(a.Current.First) && a.Tokens[i].Kind == grammar.KindPunct && a.Tokens[i].Sign == ',' {
		i--
	}
	if i < int(a.Current.First)+2 || !a.Spelled(i, "words") && !a.Spelled(i, "word") && !a.Spelled(i, "letters") || !a.Tokens[i-1].Word.Is(word.Det) {
		return false
	}
	v := &a.Tokens[i-2]
	return putting[a.Text[v.Start:v.End]]
}

// putting are the verbs of writing words somewhere, or of taking them away.
var putting = map[string]bool{
	"add": true, "adds": true, "added": true, "adding": true, "insert": true, "inserted": true, "inserting": true,
	"remove": true, "removed": true, "removing": true, "delete": true, "deleted": true, "contains": true, "contained": true,
}

// aside reports whether the run of phrase p, which no cue reports, is but a
// word at arm's length: a single one, a name, or a few behind an article.
func (a *analysis) aside(p int) bool {
	first := int(a.Phrases[p].First)
	words, capitals, _ := a.CountWords(first, int(a.Phrases[p].Last))
	if capitals == words {
		return true
	}
	for i := first - 1; i >= int(a.Current.First) && i >= first-2; i-- {
		if t := &a.Tokens[i]; t.Kind == grammar.KindWord && word.EqualFold(a.Text[t.Start:t.End], "as") {
			return false
		}
	}
	if first > int(a.Current.First) && words <= 2 && a.Tokens[first-1].Word.Is(word.Det) {
		return true
	}
	return words <= 1
}

// oneWord reports whether the run of phrase p is a single word.
func (a *analysis) oneWord(p int) bool {
	words, _, _ := a.CountWords(int(a.Phrases[p].First), int(a.Phrases[p].Last))
	return words <= 1
}

// titleBefore reports whether what stands before token i makes capitals in
// marks the title of a work: a preposition, a possessive, a kind of work.
// A frame behind the marks tells against it, unless the run hangs on a
// preposition or a possessive: no speech does.
func (a *analysis) titleBefore(i int, framed bool) bool {
	if i <= int(a.Current.First) {
		return false
	}
	t := &a.Tokens[i-1]
	if t.Kind == grammar.KindPunct {
		return t.Sign == '\'' && t.Glued || t.Sign == ',' && i-2 >= int(a.Current.First) && a.Work(i-2)
	}
	if t.Kind != grammar.KindWord {
		return false
	}
	if a.Likened(i - 1) {
		return false
	}
	if t.Word.Is(word.Prep|word.Poss|word.Det|word.To) || a.Work(i-1) {
		return true
	}
	return !framed && (t.Word.Is(word.Sub) || t.Upper || titling[a.Text[t.Start:t.End]])
}

// workBehind reports whether what begins at token i tells of the words in marks
// before it which kind of work they name: "Low Water," a film about the sea.
func (a *analysis) workBehind(i int) bool {
	last := int(a.Current.Last)
	if i < last && a.Tokens[i].Kind == grammar.KindPunct && a.Tokens[i].Sign == ',' {
		i++
	}
	if i+1 >= last || !a.Spelled(i, "a") && !a.Spelled(i, "an") {
		return false
	}
	for i++; i < last && a.Tokens[i].Kind == grammar.KindWord && a.Tokens[i].Word.Is(word.Adj); i++ {
	}
	return i < last && a.Tokens[i].Kind == grammar.KindWord && a.Work(i)
}

// wasRead reports whether token i is what people do with books and films. Signs
// and letters "read" something, too, but no he and no she.
func (a *analysis) wasRead(i int) bool {
	if i <= int(a.Current.First) || a.Tokens[i].Kind != grammar.KindWord {
		return false
	}
	if a.Spelled(i, "saw") || a.Spelled(i, "watched") || a.Spelled(i, "watching") || a.Spelled(i, "reading") {
		return true
	}
	b := &a.Tokens[i-1]
	return a.Spelled(i, "read") && b.Word.Is(word.Pron) && !word.EqualFold(a.Text[b.Start:b.End], "it")
}

var titling = map[string]bool{
	"called": true, "titled": true, "entitled": true, "named": true, "dubbed": true, "perform": true, "sang": true,
	"singing": true, "publish": true, "published": true, "wrote": true, "host": true, "hosts": true, "told": true,
	"mentioned": true,
}

// isHeadline reports whether the sentence is a headline in title case.
func (a *analysis) isHeadline(s grammar.Sentence) bool {
	if s.Block > 1 {
		return false
	}
	upper, lower := 0, 0
	for i := s.First; i < s.Last; i++ {
		t := &a.Tokens[i]
		if t.Kind != grammar.KindWord || t.End-t.Start < 4 {
			continue
		}
		if t.Upper {
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
	for i := a.Phrases[p].First; i < a.Phrases[p].Last; i++ {
		t := &a.Tokens[i]
		if t.Kind != grammar.KindWord || t.End-t.Start < 2 || t.Word.Is(word.Poss) && t.Glued {
			continue
		}
		if !t.Caps {
			return false
		}
		words++
	}
	return words >= 2
}

// goesBy reports whether the run of phrase p is what something goes by, as
// everybody calls it: known as "...", a so-called "...", nicknamed "...".
func (a *analysis) goesBy(p int) bool {
	i := int(a.Phrases[p].First) - 1
	for i > int(a.Current.First) && a.Tokens[i].Kind == grammar.KindWord && a.Tokens[i].Word.Is(word.Det|word.Adj) {
		i--
	}
	t := &a.Tokens[i]
	if i <= int(a.Current.First) || t.Kind != grammar.KindWord {
		return false
	}
	switch b := &a.Tokens[i-1]; a.Text[t.Start:t.End] {
	case "as":
		return a.Spelled(i-1, "known") || a.Spelled(i-1, "to") && i > 1 && a.Spelled(i-2, "referred")
	case "called":
		return a.Spelled(i-1, "so") || a.Spelled(i-1, "is") || a.Spelled(i-1, "are")
	case "or":
		return b.Kind == grammar.KindPunct && b.Sign == ',' && !a.ClosedAsSpeech(p)
	case "so-called", "nicknamed", "aka", "termed", "dubbed":
		return true
	}
	return false
}
