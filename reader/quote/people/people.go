// Package people finds who an article names, and whom a pronoun, a surname or a
// role in it means. It uses the names that package entity found, if it is given
// any, and looks for others itself.
//
// [Named.Gather] begins an article, once its words are read:
//
//	name.go      names in full and in short; sequence.go: capitals in a row;
//	             surname.go, namesake.go: whose a surname is; fold.go: one
//	             person under two spellings; honours.go: what follows a name;
//	             forename.go: forenames and initials that a given name lacks;
//	             taken.go: people who were taken for bodies
//	office.go    a name inside an office, and an office before a name;
//	             longoffice.go: a name behind a long one
//	role.go      the minister: by which words the text tells what somebody is;
//	             country.go: the Dutch minister; acronym.go: the CEC
//	gender.go    he or she, by titles, forenames and pronouns
//	particle.go  German names, and roles in other languages than English;
//	             foreigncase.go: Russian and Ukrainian names in the nominative
//
// Then [Analysis.Walk] moves through the text and weighs how much it turns on
// each of them (weight.go), and on those whom it tells of without a name
// (unnamed.go); [Named.ByPronoun] and [Named.ByRole] ask who it is now.
package people

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/mark"
)

// Analysis is the work on the names of one article; the next one uses its
// tables again. Package quote builds on it.
type Analysis struct {
	grammar.Analysis

	Named   Named
	weighed int // how far SentenceOf has come in Sentences
}

// none is the index of nothing.
const none = mark.None
