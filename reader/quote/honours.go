package quote

import (
	"slices"
	"strings"
)

// honours are the letters behind a name that are no part of it.
var honours = map[string]bool{
	"QC": true, "KC": true, "MP": true, "MEP": true, "MLA": true, "MSP": true, "MPP": true, "OBE": true, "MBE": true, "CBE": true,
	"KBE": true, "DBE": true, "KCB": true, "PhD": true, "DPhil": true, "MD": true, "JP": true, "FRS": true, "FRSE": true,
	"AM": true, "AO": true, "FBA": true, "FRCP": true, "DDS": true, "RN": true, "CPA": true, "DVM": true,
}

// beforeHonours returns last without the letters behind a person's name: Anna Lind QC.
func (a *analysis) beforeHonours(first, last int) int {
	for a.language.full && last-first > 1 && a.honour(last-1) {
		last--
	}
	return last
}

// pastHonours returns the token behind the letters that follow a name at token last.
func (a *analysis) pastHonours(last int) int {
	for a.language.full && last < len(a.tokens) && a.honour(last) && a.tokens[last].run == a.tokens[last-1].run {
		last++
	}
	return last
}

func (a *analysis) honour(i int) bool {
	t := &a.tokens[i]
	return t.upper && honours[a.text[t.start:t.end]]
}

// withoutHonours is beforeHonours for the words of a name.
func withoutHonours(words []string) []string {
	for len(words) > 1 && honours[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

// hyphenRole reports whether w is a role that its hyphen makes no name: Co-author.
func hyphenRole(w string) bool {
	before, role, ok := strings.Cut(w, "-")
	if !ok || !slices.Contains(beforeRoles, strings.ToLower(before)) {
		return false
	}
	return english().lookup(role).is(isRole | isTitle)
}

// beforeRoles are what a role has before its hyphen.
var beforeRoles = []string{"co", "vice", "ex", "then", "deputy", "former", "sub", "under"}
