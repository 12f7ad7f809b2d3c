package quote

import "offprint/reader"

// reachOfPseudonym is how many tokens behind a source the name may stand by
// which somebody asked to be called.
const reachOfPseudonym = 16

// calledBy returns who the source of f is if a clause behind it tells by which
// name they go: a pilot, who gave only the name Jan, said; a man who identified
// himself as Jan said. It is none if none does.
func (a *analysis) calledBy(f *found) int32 {
	_, i := a.tokensIn(int(f.source.start), int(f.source.end))
	if a.spelled(i, ",") {
		i++
	}
	if !a.language.full || !a.spelled(i, "who") {
		return none
	}
	given := false
	for k := i + 1; k < len(a.tokens) && k < i+reachOfPseudonym; k++ {
		t := &a.tokens[k]
		w := a.text[t.start:t.end]
		switch {
		case callsBy[w]:
			given = true
		case given && leadsToName[w]:
			id := a.pseudonym(k + 1)
			if id != none {
				a.people.called = f.head
			}
			return id
		case t.kind == kindPunct && t.sign == '.':
			return none
		}
	}
	return none
}

// callsBy are the verbs, and leadsToName the last words before a name, of who
// tells by which name they go.
var (
	callsBy     = map[string]bool{"gave": true, "gives": true, "identified": true, "identifies": true, "called": true, "calls": true, "goes": true, "asked": true}
	leadsToName = map[string]bool{"name": true, "as": true, "himself": true, "herself": true}
)

// pseudonym returns the person whose name stands at token i, over marks and the
// words for how short it is, or none.
func (a *analysis) pseudonym(i int) int32 {
	p := &a.people
	for i < len(a.tokens) && (a.tokens[i].kind == kindMark || a.tokens[i].kind == kindPunct && a.tokens[i].sign != '.' || a.spelled(i, "as") || a.spelled(i, "only") || a.spelled(i, "just")) {
		i++
	}
	if i >= len(a.tokens) || a.tokens[i].kind != kindWord || !a.tokens[i].upper || a.letterFor(i) {
		return none
	}
	if n := p.at[i]; n != none {
		if a.namesPerson(i) {
			return p.namings[n].person
		}
		return none
	}
	id := p.enter(a, i, i+1, reader.EntityPerson)
	p.list[id].at = none
	return id
}
