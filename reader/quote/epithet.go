package quote

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/people"
	"offprint/reader/quote/word"
)

// byEpithet returns who spoke right before the words of f if what its source
// tells is but another word for them, by which nobody was introduced: "It is
// late," said Anna Lind. The Ellmar professor added. The text must turn on them
// more than on anybody else.
func (a *analysis) byEpithet(f *found, first, sentence int32) int32 {
	p, t := &a.Named, &a.Tokens[f.head]
	if p.Spoke == none || sentence-p.SpokeAt > 1 || !a.plainEpithet(f, first) {
		return none
	}
	w := a.Text[t.Start:t.End]
	x := &p.List[p.Spoke]
	if x.First == "" || p.StrangerSince(w, 0, f.head) || a.introduced(w, sentence) || a.Clashes(first, f.head, p.Spoke) || p.Weightiest(sentence) != p.Spoke {
		return none
	}
	if g := people.UnnamedGender(&a.Analysis, f.head); g != grammar.GenderUnknown && x.Gender != grammar.GenderUnknown && g != x.Gender {
		return none
	}
	return p.Spoke
}

// plainEpithet reports whether the source of f is "the" and words for one person
// with nothing behind them, the subject of a main clause that asks nothing.
func (a *analysis) plainEpithet(f *found, first int32) bool {
	t := &a.Tokens[f.head]
	w := strings.ToLower(a.Text[t.Start:t.End])
	if !word.EqualFold(a.Text[a.Tokens[first].Start:a.Tokens[first].End], "the") || !t.Subject || t.Inner || f.source.end != t.End || people.Nameless[w] || people.OfTheCase[w] || t.Word.Is(word.Plural) || a.Body(int(f.head)) || strings.HasSuffix(w, "men") {
		return false
	}
	if a.Spelled(int(f.head)+1, "who") || a.putQuestion(f) {
		return false
	}
	for i := first + 1; i < f.head; i++ {
		if m := &a.Tokens[i]; m.Kind == grammar.KindNumber || m.Word.Is(word.Det|word.Number|word.Poss) || a.Named.At[i] != none && a.NamesPerson(int(i)) {
			return false
		}
	}
	return true
}

// putQuestion reports whether the words of f are a question, which somebody else answers.
func (a *analysis) putQuestion(f *found) bool {
	return strings.HasPrefix(a.Text[f.cue.start:f.cue.end], "ask")
}

// introduced reports whether the text tells anybody by the role w whom it still
// turns on in a sentence.
func (a *analysis) introduced(w string, sentence int32) bool {
	for k := range a.Named.Roles {
		if r := &a.Named.Roles[k]; r.Head && strings.EqualFold(r.Word, w) && a.Named.WeightAt(r.Person, sentence) >= people.Forgotten {
			return true
		}
	}
	return false
}
