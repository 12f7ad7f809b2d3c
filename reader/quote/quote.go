// Package quote finds what people are reported to have said, and who said it.
//
// Begin with [Find]. It reads the prose of a [reader.Plain] in these steps,
// one file each:
//
//	pair.go      quotation marks -> runs, over paragraphs too; sign.go, dash.go;
//	             unclosed.go where one is missing, turned.go where one is glued to
//	             the wrong word
//	token.go     words and signs, with what the lexicon knows of them; nickname.go
//	sentence.go  sentences, never ending inside a quote
//	phrase.go    noun and verb phrases of a sentence; small.go, ahead.go, noun.go,
//	             verb.go, verbphrase.go
//	clause.go    every verb's subject; comma.go, predicate.go, finite.go, inverted.go,
//	             follow.go;
//	             aside.go (what stands between or only looks like them)
//	content.go   what a verb reports; extent.go, ending.go
//	event.go     the quotes of a sentence, in the order in which rules are asked
//	tie.go       which verb reports a run; lead.go, label.go, loose.go, asframe.go, chorus.go,
//	             passive.go (told, but nobody says by whom)
//	indirect.go  reports without marks; relay.go, nounreport.go, question.go, bare.go (which are none);
//	             view.go: in her view
//	quotenoun.go whose quote, line or word the noun before a run says it is
//	scare.go     runs that are no quotes; casename.go: cases at court, aliases
//	carry.go     quotes without a cue of their own; chain.go: one over paragraphs;
//	             remember.go: whom a sentence is about; signed.go: a name behind it;
//	             guessed.go: who it may be, when nothing tells
//	name.go      the people of the article; sequence.go, surname.go, namesake.go, honours.go, fold.go, role.go, office.go,
//	             owner.go, country.go, gender.go
//	weight.go    how much the text turns on each of them
//	resolve.go   "he", "the minister", "Lavrov" -> a full name; group.go: "they";
//	             unnamed.go: "she" behind "one of them"; pseudonym.go: who tells a name;
//	             synonym.go, epithet.go: other words for who was introduced, or spoke
//
// [Interview] adds the answers of an article that asks and answers (lettered.go:
// by Q and A); dateline.go passes over the town and day that a text begins with.
//
// English is read with this grammar (english.go has its words). Russian,
// Ukrainian, German, French and Spanish, each with a table of words in a file
// of its own, are read by the frames right beside the marks: foreign.go first,
// then
//
//	foreignframe.go   "said N" behind a run, "N said" before it
//	foreigninside.go  a frame inside the marks; foreigncolon.go: before a
//	                  colon; foreignplace.go: heißt es in N
//	foreigncue.go     which forms report; foreignsource.go, foreignalias.go: who is
//	                  named there
//	foreigncarry.go   who speaks on; foreignrole.go: roles, and German names
//	foreigncase.go    Russian and Ukrainian names in the nominative
//
// Of any other language only what stands in marks is found (heading.go: words
// that a heading repeats). A rule that is not sure keeps its quote but says so
// in the confidence, see confidence.go.
//
// To teach it a word, add it to a table; to teach it a rule, begin with a case
// in testdata.
package quote

import (
	"sync"

	"offprint/reader"
)

// span is a stretch of the plain text, in bytes.
type span struct{ start, end int32 }

// analysis is the work on one article. It is used again for the next one.
type analysis struct {
	plain    *reader.Plain
	text     string
	language *language

	tokens    []token
	runs      []run
	marks     []mark
	signs     []sign
	sentences []sentence
	at        cursor

	current  sentence
	headline bool // the sentence at hand is one
	phrases  []phrase
	verbs    []predicate
	stack    []clauseFrame
	names    names // of people

	parts   []part // of every sentence, those of found together
	found   []found
	people  people
	carried carried
	order   []int32 // of found, by where the source stands
	weighed int     // how far sentenceOf has come in sentences
}

// cursor is how far the questions that ask for growing places have come.
type cursor struct {
	mark int // of a.marks
	run  int // of a.runs
}

// analyses are kept for use again; the tables in them grow to fit an article.
var analyses = sync.Pool{New: func() any { return new(analysis) }}

// Find returns the quotes of p in the order of the text. The language is a
// BCP 47 tag; an empty one is English. The names, if any, are those that
// package entity found; without them the maker finds names by itself.
func Find(p *reader.Plain, language string, names []reader.Entity) []reader.Quote {
	a := analyses.Get().(*analysis)
	defer a.release()
	a.segment(p, languageOf(language), &a.people)
	a.reset()
	a.people.gather(a, names)
	a.speech()
	a.resolve()
	return a.quotes()
}

// release gives the analysis back, without the article.
func (a *analysis) release() {
	a.plain, a.text = nil, ""
	analyses.Put(a)
}

// reset forgets what was found in the article before.
func (a *analysis) reset() {
	a.parts, a.found = a.parts[:0], a.found[:0]
	a.resetCarried()
}

// quotes turns what was found into the result.
func (a *analysis) quotes() []reader.Quote {
	if len(a.found) == 0 {
		return nil
	}
	out := make([]reader.Quote, 0, len(a.found))
	spans := make([]reader.Span, 0, len(a.parts)+3*len(a.found))
	one := func(s span) []reader.Span {
		if s.start >= s.end {
			return nil
		}
		spans = append(spans, a.plain.Span(int(s.start), int(s.end)))
		return spans[len(spans)-1 : len(spans) : len(spans)]
	}
	for i := range a.found {
		f := &a.found[i]
		if f.fragment && f.first == f.last {
			continue
		}
		from := len(spans)
		for k := f.first; k != none; k = a.parts[k].next {
			spans = append(spans, a.plain.Span(int(a.parts[k].start), int(a.parts[k].end)))
		}
		content := spans[from:len(spans):len(spans)]
		from = len(spans)
		for _, s := range f.mentions() {
			if s.start < s.end {
				spans = append(spans, a.plain.Span(int(s.start), int(s.end)))
			}
		}
		source := spans[from:len(spans):len(spans)]
		out = append(out, reader.Quote{
			Kind: a.kindOf(f), Content: content, Source: source, Cue: one(f.cue),
			Speaker: f.speaker, Confidence: f.confidence,
		})
	}
	return out
}

// equalFold reports whether s is lower but for capitals of ASCII.
func equalFold(s, lower string) bool {
	if len(s) != len(lower) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
