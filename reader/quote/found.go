package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/people"
	"offprint/reader/quote/word"
)

// part is one stretch of a quote's content.
type part struct {
	span
	next int32 // the part after it, or none
}

// found is one quote on its way to the result.
type found struct {
	first, last int32 // parts
	source      span
	cue         span
	head        int32 // the token that the source turns on, or none
	alias       int32 // the token of a name beside it: the mayor, Anna Lind
	relative    span  // the who of "Lind, who said", or who relays it
	group       span  // who "they" are
	sentence    int32
	how         pattern
	paragraph   int32
	verb        int // the predicate, while its sentence is at hand
	speaker     reader.Speaker
	confidence  float64
	person      int32 // in a.Named, or none
	by          evidence
	mute        bool // the source is a thing that can hardly speak
	fragment    bool // the content is, unless more is added: it is not told, but tells who was spoken of
}

// mentions returns the source of f and what stands with it, in the order of the text.
func (f *found) mentions() [2]span {
	if f.relative.start < f.source.start {
		return [...]span{f.relative, f.source}
	}
	return [...]span{f.source, f.relative}
}

// evidence is how the speaker's name came out of the source.
type evidence uint8

const (
	evidenceNone    evidence = iota
	evidenceFull             // the source has the full name
	evidenceShort            // a surname or forename
	evidencePronoun          // he, she
	evidenceRole             // the minister
)

// pattern is how a quote was tied to its source.
type pattern uint8

const (
	patternNone      pattern = iota // no source
	patternAfter                    // "...," she said
	patternBefore                   // she said: "..."
	patternInside                   // she said it was "..."
	patternAround                   // it was "...", she said
	patternAccording                // according to her
	patternLoose                    // a cue somewhere before the quote
	patternVague                    // no cue, only a subject that can speak
	patternNoun                     // her promise of "..."
	patternCarried                  // a quote after one of the same speaker
	patternLabel                    // LAVROV: ...
	patternSubject                  // a quote after a sentence about the speaker
	patternSigned                   // "..." – Lavrov
	patternIndirect                 // no marks at all
)

// foundBy returns the quote of sentence i that predicate v reports, or none.
func (a *analysis) foundBy(i, v int) int {
	for k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i); k-- {
		if a.found[k].verb == v {
			return k
		}
	}
	return none
}

// unsourced returns an empty quote of sentence i that no predicate reports.
func (a *analysis) unsourced(i int, how pattern) found {
	return found{first: none, last: none, head: none, alias: none, person: none, sentence: int32(i), how: how, verb: none, paragraph: a.Current.Block}
}

// newFound begins the quote that predicate v of sentence i reports.
func (a *analysis) newFound(i, v int, how pattern) int {
	a.found = append(a.found, a.sourceOf(i, v, how))
	return len(a.found) - 1
}

// sourceOf returns the quote of predicate v of sentence i, still without content.
func (a *analysis) sourceOf(i, v int, how pattern) found {
	x := &a.Verbs[v]
	f := found{first: none, last: none, head: none, alias: none, person: none, sentence: int32(i), how: how, verb: v, paragraph: a.Current.Block}
	c := &a.Phrases[x.Phrase]
	f.cue = span{a.Tokens[c.Head].Start, a.Tokens[c.Last-1].End}
	if x.Subject != none && !(how == patternVague && a.Empty(x.Subject)) {
		f.source, f.head = a.mention(x.Subject)
		f.mute = !a.CanSpeak(x.Subject)
		if f.alias = a.aliasOf(x.Subject); f.alias == none || !a.NamesPerson(int(f.alias)) {
			if h := a.AliasBefore(x.Subject, x.Phrase); h != none {
				f.alias, f.source.end = h, a.Tokens[h].End
			}
		}
		if n := x.Subject + 2; x.Phrase == n+1 && a.KindAt(n-1) == grammar.PhraseComma && a.KindAt(n) == grammar.PhraseNoun && a.HeadAt(n).Upper {
			f.source.end = a.Tokens[a.Phrases[n].Last-1].End // Ellmar's mayor, Anna Lind said
		}
		if u := a.whoseWords(v); u != none {
			f.relative = f.source
			f.source, f.head = a.mention(u)
			f.alias, f.mute = a.aliasOf(u), !a.CanSpeak(u)
			a.Tokens[f.head].Speaker = true
			return f
		}
		if k := a.KindAt(x.Opened); x.Kind == grammar.ClauseRelative && (k == grammar.PhraseRel || k == grammar.PhraseThat) && x.Subject < x.Opened {
			t := a.HeadAt(x.Opened)
			f.relative = span{t.Start, t.End}
		}
		a.Tokens[f.head].Speaker = true
	}
	return f
}

func (a *analysis) addPart(k int, s span) {
	for s.end > s.start+1 && (a.Text[s.end-1] == ',' || a.Text[s.end-1] == ' ') {
		s.end--
	}
	f := &a.found[k]
	a.parts = append(a.parts, part{s, none})
	id := int32(len(a.parts) - 1)
	if f.first == none {
		f.first = id
	} else {
		a.parts[f.last].next = id
	}
	f.last = id
}

// stretch returns the text of phrases from up to to, without signs at its edges.
func (a *analysis) stretch(from, to int) span {
	first, last := int(a.Phrases[from].First), int(a.Phrases[to-1].Last)
	for last > first+1 && a.Tokens[last-1].Kind == grammar.KindPunct && a.Tokens[last-1].Sign != ')' {
		last--
	}
	for first < last-1 && a.Tokens[first].Kind == grammar.KindPunct {
		first++
	}
	s := span{a.Tokens[first].Start, a.Tokens[last-1].End}
	if t := &a.Tokens[first]; t.Kind == grammar.KindMark && a.Tokens[last-1].Kind == grammar.KindMark && t.Run == a.Tokens[last-1].Run {
		s = span{a.Runs[t.Run].Start, a.Runs[t.Run].End}
	}
	return s
}

// kindOf tells from the marks what kind of quote f is.
func (a *analysis) kindOf(f *found) reader.QuoteKind {
	in, all := 0, 0
	r := 0
	for k := f.first; k != none; k = a.parts[k].next {
		s := a.parts[k]
		for i := int(s.start); i < int(s.end); {
			c, n := utf8.DecodeRuneInString(a.Text[i:])
			if c > ' ' && c != ',' && c != '.' && c != '"' && c != '“' && c != '”' {
				all++
				for r < len(a.Runs) && int(a.Runs[r].End) <= i {
					r++
				}
				if r < len(a.Runs) && int(a.Runs[r].Start) <= i && !a.Runs[r].Dead {
					in++
				}
			}
			i += n
		}
	}
	switch {
	case in == 0 && f.how == patternLabel && a.Tokens[f.head].Caps:
		return reader.QuoteDirect // a transcript has no marks
	case in == 0:
		return reader.QuoteIndirect
	case in*100 >= all*98:
		return reader.QuoteDirect
	}
	return reader.QuoteMixed
}

// sourceText returns the words of a source as they are shown: a body in the
// nominative.
func (a *analysis) sourceText(s span) string {
	text := a.Text[s.start:s.end]
	first, rest, _ := strings.Cut(text, " ")
	if n, ok := a.Language.Bodies[first]; ok {
		return strings.TrimSuffix(n+" "+rest, " ")
	}
	return text
}

// misspelt returns the person whose surname the source of f, one capitalised
// word that names nobody, has with one letter too many or too few, or none.
func (a *analysis) misspelt(f *found) int32 {
	t := &a.Tokens[f.head]
	w := a.Text[t.Start:t.End]
	if f.source.end-f.source.start != t.End-t.Start || !t.Upper || t.Caps || len(w) < 5 || t.Word.Is(word.Role|word.Title|word.Org|word.Plural|word.Pron|word.Det) {
		return none
	}
	return a.Named.Only(func(y *people.Person) bool { return people.OneMore(w, y.Last) || people.OneMore(y.Last, w) })
}

// sortByHead orders the quotes by where their source stands.
func sortByHead(order []int32, found []found) {
	slices.SortStableFunc(order, func(x, y int32) int { return cmp.Compare(found[x].head, found[y].head) })
}

// nameInside returns the person whose name ends a source that begins with
// their role: chief of the harbour office Anna Lind.
func (a *analysis) nameInside(f *found) int32 {
	p, t := &a.Named, &a.Tokens[f.head]
	if !t.Word.Is(word.Role|word.Title) && !people.HyphenRole(a.Text[t.Start:t.End]) || a.Text[t.End-1] == 's' {
		return none
	}
	i := int(f.head)
	for i+1 < len(a.Tokens) && a.Tokens[i+1].End <= f.source.end {
		i++
	}
	n := p.At[i]
	if n == none || i == int(f.head) {
		return none
	}
	x := &p.Namings[n]
	if q := &p.List[x.Person]; q.Kind != reader.EntityPerson || x.First == 0 || x.Last-x.First < 2 || !a.officeEnds(f, int(x.First)-1) {
		return none
	}
	return x.Person
}

// officeOf reports whether naming n of a body, which the source of f turns on, is
// rather the office of the person beside it: the Pier Council Leader, Anna Lind.
func (a *analysis) officeOf(f *found, n int32) bool {
	p := &a.Named
	if !a.Language.Full || p.List[p.Namings[n].Person].Kind == reader.EntityPerson {
		return false
	}
	t := &a.Tokens[f.head]
	if x := &p.Namings[n]; a.Articled(int(x.First)) && f.head == x.Last-1 && t.Word.Is(word.Role) && (t.Word.Is(word.Title) || x.Last-x.First == 2) {
		return true // the Prime Minister, the Opposition Leader
	}
	if f.alias == none || p.At[f.alias] == none {
		return false
	}
	return (t.Word.Is(word.Role|word.Title) && !t.Word.Is(word.Plural) || a.behindOwner(int(f.alias))) && a.NamesPerson(int(f.alias)) && p.Namings[p.At[f.alias]].Last-p.Namings[p.At[f.alias]].First > 1
}

// officeEnds reports whether what begins with the head of f and ends with token
// i is an office without an article, or one in capitals: speaker of the
// parliament, but not the lawyer of the minister.
func (a *analysis) officeEnds(f *found, i int) bool {
	t := &a.Tokens[i]
	if a.Tokens[f.head].Upper && t.Upper {
		return true
	}
	first := &a.Tokens[a.sourceFirst(f)]
	return a.Language.Full && !first.Word.Is(word.Det|word.Poss|word.Prep) && t.Kind == grammar.KindWord && !t.Word.Is(word.Det|word.Poss|word.Prep|word.Conj|word.Role|word.Title|word.Human)
}
