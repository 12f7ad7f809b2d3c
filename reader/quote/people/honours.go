package people

import (
	"slices"
	"strings"

	"offprint/reader/quote/word"
)

// honours are the letters behind a name that are no part of it.
var honours = map[string]bool{
	"QC": true, "KC": true, "MP": true, "MEP": true, "MLA": true, "MSP": true, "MPP": true, "OBE": true, "MBE": true, "CBE": true,
	"KBE": true, "DBE": true, "KCB": true, "PhD": true, "DPhil": true, "MD": true, "JP": true, "FRS": true, "FRSE": true,
	"AM": true, "AO": true, "FBA": true, "FRCP": true, "DDS": true, "RN": true, "CPA": true, "DVM": true,
}

// beforeHonours returns last without the letters behind a person's name: Anna Lind QC.
func (a *Analysis) beforeHonours(first, last int) int {
	for a.Language.Full && last-first > 1 && a.honour(last-1) {
		last--
	}
	return last
}

// pastHonours returns the token behind the letters that follow a name at token last.
func (a *Analysis) pastHonours(last int) int {
	for a.Language.Full && last < len(a.Tokens) && a.honour(last) && a.Tokens[last].Run == a.Tokens[last-1].Run {
		last++
	}
	return last
}

func (a *Analysis) honour(i int) bool {
	t := &a.Tokens[i]
	return t.Upper && honours[a.Text[t.Start:t.End]]
}

// withoutHonours is beforeHonours for the words of a name.
func withoutHonours(words []string) []string {
	for len(words) > 1 && honours[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

// ofOccasion returns the words of a name without the occasion or the thing that
// is called after the person: Anna Lind Colloquium.
func ofOccasion(words []string) []string {
	if n := len(words); n > 2 && occasions[words[n-1]] {
		return words[:n-1]
	}
	return words
}

// occasionAt reports whether the tokens of a name end with such a word.
func (a *Analysis) occasionAt(first, last int) bool {
	return a.Language.Full && last-first > 2 && occasions[a.Text[a.Tokens[last-1].Start:a.Tokens[last-1].End]]
}

// occasions are the words for what is called after people.
var occasions = map[string]bool{
	"Colloquium": true, "Lecture": true, "Award": true, "Awards": true, "Prize": true, "Cup": true, "Trophy": true, "Festival": true,
	"Memorial": true, "Stadium": true, "Bridge": true, "Airport": true, "Street": true, "Avenue": true, "Drive": true, "Road": true,
	"Foundation": true, "Symposium": true, "Conference": true, "Tournament": true, "Scholarship": true, "Library": true,
}

// HyphenRole reports whether w is a role that its hyphen makes no name: Co-author.
func HyphenRole(w string) bool {
	before, role, ok := strings.Cut(w, "-")
	if !ok || !slices.Contains(beforeRoles, strings.ToLower(before)) {
		return false
	}
	return word.English().Lookup(role).Is(word.Role | word.Title)
}

// beforeRoles are what a role has before its hyphen.
var beforeRoles = []string{"co", "vice", "ex", "then", "deputy", "former", "sub", "under"}
