// Package quote finds what people are reported to have said, and who said it.
//
// Begin with [Find]. It reads the prose of a [reader.Plain] in layers, each a
// package that knows those before it alone, and whose Analysis the next embeds:
//
//	word         what a form of a language can be, and how it reports
//	mark         quotation marks -> runs, the stretches between them
//	grammar      tokens, sentences, phrases; every verb's subject, what a verb reports
//	people       who is named; whom a pronoun, a surname or a role means
//	quote        this one: quotes, and who said them
//
// Here are, one file each:
//
//	event.go     the quotes of a sentence, in the order in which rules are asked
//	extent.go    what a verb's report takes in; ending.go: where it ends
//	tie.go       which verb reports a run; lead.go, label.go, loose.go, asframe.go, chorus.go,
//	             quotenoun.go, passive.go (told, but nobody says by whom)
//	indirect.go  reports without marks; relay.go, issuer.go, nounreport.go, question.go,
//	             bare.go (which are none);
//	             view.go: in her view
//	scare.go     runs that are no quotes; casename.go
//	headline.go  what a headline says, and who in it
//	carry.go     quotes without a cue of their own; chain.go: one over paragraphs;
//	             remember.go: whom a sentence is about; signed.go: a name behind it;
//	             guessed.go: who spoke right before
//	resolve.go   "he", "the minister", "Lavrov" -> a full name; group.go: "they"; former.go: "the latter"; asked.go: he who was asked;
//	             mention.go: what the words for a speaker take in; pseudonym.go: who tells a name;
//	             owner.go: whose account or page it was;
//	             synonym.go, epithet.go: other words for who was introduced, or spoke
//	confidence.go  how sure a speaker is: shares that were right, counted
//
// [Interview] adds the answers of an article that asks and answers (lettered.go:
// by Q and A); dateline.go passes over the town and day that a text begins with.
//
// English is read with the grammar. Russian, Ukrainian, German, French and
// Spanish are read by the frames right beside the marks: foreign.go first, then
//
//	foreignframe.go   "said N" behind a run, "N said" before it
//	foreigninside.go  a frame inside the marks; foreigncolon.go: before a
//	                  colon; foreignplace.go: heißt es in N
//	foreigncue.go     which forms report; foreignsource.go, foreignalias.go: who is
//	                  named there
//	foreigncarry.go   who speaks on
//
// Of any other language only what stands in marks is found (heading.go: words
// that a heading repeats). A rule that is not sure keeps its quote but says so
// in the confidence.
//
// To teach it a word, add it to a table of package word; to teach it a rule,
// begin with a case in testdata.
package quote

import (
	"sync"

	"offprint/reader"
	"offprint/reader/quote/mark"
	"offprint/reader/quote/people"
	"offprint/reader/quote/word"
)

// span is a stretch of the plain text, in bytes.
type span struct{ start, end int32 }

// analysis is the work on one article. It is used again for the next one.
type analysis struct {
	people.Analysis // of who is named, of the sentence at hand, and of all words and marks

	parts   []part // of every sentence, those of found together
	found   []found
	carried carried
	order   []int32 // of found, by where the source stands
}

// none is the index of nothing.
const none = mark.None

// analyses are kept for use again; the tables in them grow to fit an article.
var analyses = sync.Pool{New: func() any { return new(analysis) }}

// Find returns the quotes of p in the order of the text. The language is a
// BCP 47 tag; an empty one is English. The names, if any, are those that
// package entity found; without them the maker finds names by itself.
func Find(p *reader.Plain, language string, names []reader.Entity) []reader.Quote {
	a := analyses.Get().(*analysis)
	defer a.release()
	a.Segment(p, word.LanguageOf(language), &a.Named)
	a.reset()
	a.Named.Gather(&a.Analysis, names)
	a.speech()
	a.resolve()
	return a.quotes()
}

// release gives the analysis back, without the article.
func (a *analysis) release() {
	a.Plain, a.Text = nil, ""
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
		spans = append(spans, a.Plain.Span(int(s.start), int(s.end)))
		return spans[len(spans)-1 : len(spans) : len(spans)]
	}
	for i := range a.found {
		f := &a.found[i]
		if f.fragment && f.first == f.last {
			continue
		}
		from := len(spans)
		for k := f.first; k != none; k = a.parts[k].next {
			spans = append(spans, a.Plain.Span(int(a.parts[k].start), int(a.parts[k].end)))
		}
		content := spans[from:len(spans):len(spans)]
		from = len(spans)
		for _, s := range f.mentions() {
			if s.start < s.end {
				spans = append(spans, a.Plain.Span(int(s.start), int(s.end)))
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
