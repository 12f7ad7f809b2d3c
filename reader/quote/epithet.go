package quote

import "strings"

// byEpithet returns who spoke right before the words of f if what its source
// tells is but another word for them, by which nobody was introduced: "It is
// late," said Anna Lind. The Ellmar professor added. The text must turn on them
// more than on anybody else.
func (a *analysis) byEpithet(f *found, first, sentence int32) int32 {
	p, t := &a.people, &a.tokens[f.head]
	if p.spoke == none || sentence-p.spokeAt > 1 || !a.plainEpithet(f, first) {
		return none
	}
	w := a.text[t.start:t.end]
	x := &p.list[p.spoke]
	if x.first == "" || p.strangerSince(w, 0, f.head) || a.introduced(w, sentence) || a.clashes(first, f.head, p.spoke) || p.weightiest(sentence) != p.spoke {
		return none
	}
	if g := unnamedGender(a, f.head); g != genderUnknown && x.gender != genderUnknown && g != x.gender {
		return none
	}
	return p.spoke
}

// plainEpithet reports whether the source of f is "the" and words for one person
// with nothing behind them, the subject of a main clause that asks nothing.
func (a *analysis) plainEpithet(f *found, first int32) bool {
	t := &a.tokens[f.head]
	w := strings.ToLower(a.text[t.start:t.end])
	if !equalFold(a.text[a.tokens[first].start:a.tokens[first].end], "the") || !t.subject || t.inner || f.source.end != t.end || nameless[w] || ofTheCase[w] || t.word.is(isPlural) || a.body(int(f.head)) || strings.HasSuffix(w, "men") {
		return false
	}
	if a.spelled(int(f.head)+1, "who") || a.putQuestion(f) {
		return false
	}
	for i := first + 1; i < f.head; i++ {
		if m := &a.tokens[i]; m.kind == kindNumber || m.word.is(isDet|isNumber|isPoss) || a.people.at[i] != none && a.namesPerson(int(i)) {
			return false
		}
	}
	return true
}

// putQuestion reports whether the words of f are a question, which somebody else answers.
func (a *analysis) putQuestion(f *found) bool {
	return strings.HasPrefix(a.text[f.cue.start:f.cue.end], "ask")
}

// ofTheCase are the roles that somebody has in what is told, beside the one who
// speaks: the judge and the driver are seldom another word for who was quoted.
var ofTheCase = map[string]bool{
	"president": true, "king": true, "queen": true, "pope": true, "judge": true, "prosecutor": true, "suspect": true,
	"defendant": true, "plaintiff": true, "victim": true, "driver": true, "host": true, "moderator": true, "anchor": true,
	"interpreter": true, "translator": true, "supporter": true, "friend": true, "colleague": true, "critic": true,
	"opponent": true, "rival": true, "caller": true, "reporter": true, "member": true, "user": true, "witness": true,
	"patient": true, "customer": true, "child": true, "person": true, "police": true, "boy": true, "girl": true,
	"wife": true, "husband": true, "mother": true, "father": true, "son": true, "daughter": true, "brother": true, "sister": true,
}

// introduced reports whether the text tells anybody by the role w whom it still
// turns on in a sentence.
func (a *analysis) introduced(w string, sentence int32) bool {
	for k := range a.people.roles {
		if r := &a.people.roles[k]; r.head && foldEqual(r.word, w) && a.people.weightAt(r.person, sentence) >= forgotten {
			return true
		}
	}
	return false
}
