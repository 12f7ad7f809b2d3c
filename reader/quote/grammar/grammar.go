// Package grammar reads sentences: their words, their phrases, and every verb's
// subject. It is a shallow parser of English news, and cuts any other language
// into words and sentences.
//
// [Analysis.Segment] begins an article; then, sentence by sentence,
// [Analysis.Chunk] and [Analysis.Clauses] fill Phrases and Verbs:
//
//	token.go     words and signs, with what the lexicon knows of them;
//	             nickname.go: names in marks inside a name
//	sentence.go  sentences, never ending inside a quote
//	phrase.go    noun and verb phrases; small.go, ahead.go, noun.go, verb.go,
//	             verbphrase.go; third.go: "-s", a verb or a plural;
//	             pronoun.go: he or she
//	title.go     a run that is the title of a work
//	clause.go    every verb's subject; comma.go, predicate.go, finite.go,
//	             inverted.go, join.go, follow.go;
//	             aside.go: what stands between or only looks like them
//	content.go   what a verb reports
//
// A phrase or verb is told by its index, none of them by [mark.None]. It takes
// the names of the article as given, see [Names].
package grammar

import (
	"offprint/reader/quote/mark"
)

// Analysis is the work on the sentences of one article; the next one uses its
// tables again. Package quote builds on it.
type Analysis struct {
	mark.Analysis

	Tokens    []Token
	Sentences []Sentence
	names     Names

	Current  Sentence // the one at hand, of which the rest is
	Headline bool     // it is one
	Phrases  []Phrase
	Verbs    []Predicate
	stack    []clauseFrame
}

// none is the index of nothing.
const none = mark.None
