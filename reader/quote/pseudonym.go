package quote

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
)

// reachOfPseudonym is how many tokens behind a source the name may stand by
// which somebody asked to be called.
const reachOfPseudonym = 16

// calledBy returns who the source of f is if a clause behind it tells by which
// name they go: a pilot, who gave only the name Jan, said; a man who identified
// himself as Jan said; said a pilot using the pseudonym Jan. It is none if none does.
func (a *analysis) calledBy(f *found) int32 {
	_, i := a.TokensIn(int(f.source.start), int(f.source.end))
	if a.Spelled(i, ",") {
		i++
	}
	given := a.Spelled(i, "using") || a.Spelled(i, "going")
	if !a.Language.Full || !given && !a.Spelled(i, "who") {
		return none
	}
	for k := i + 1; k < len(a.Tokens) && k < i+reachOfPseudonym; k++ {
		t := &a.Tokens[k]
		w := a.Text[t.Start:t.End]
		switch {
		case callsBy[w]:
			given = true
		case given && leadsToName[w]:
			id := a.pseudonym(k + 1)
			if id != none {
				a.Named.Called = f.head
			}
			return id
		case t.Kind == grammar.KindPunct && t.Sign == '.':
			return none
		}
	}
	return none
}

// callsBy are the verbs, and leadsToName the last words before a name, of who
// tells by which name they go.
var (
	callsBy     = map[string]bool{"gave": true, "gives": true, "identified": true, "identifies": true, "called": true, "calls": true, "goes": true, "asked": true}
	leadsToName = map[string]bool{"name": true, "pseudonym": true, "alias": true, "as": true, "himself": true, "herself": true}
)

// pseudonym returns the person whose name stands at token i, over marks and the
// words for how short it is, or none.
func (a *analysis) pseudonym(i int) int32 {
	p := &a.Named
	for i < len(a.Tokens) && (a.Tokens[i].Kind == grammar.KindMark || a.Tokens[i].Kind == grammar.KindPunct && a.Tokens[i].Sign != '.' || a.Spelled(i, "as") || a.Spelled(i, "of") || a.Spelled(i, "only") || a.Spelled(i, "just")) {
		i++
	}
	if i >= len(a.Tokens) || a.Tokens[i].Kind != grammar.KindWord || !a.Tokens[i].Upper || a.LetterFor(i) {
		return none
	}
	if n := p.At[i]; n != none {
		if a.NamesPerson(i) {
			return p.Namings[n].Person
		}
		return none
	}
	id := p.Enter(&a.Analysis, i, i+1, reader.EntityPerson)
	p.List[id].At = none
	return id
}
