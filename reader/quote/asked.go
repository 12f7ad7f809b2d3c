package quote

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// whoWasAsked returns the person whom the sentence of f tells to have been asked
// before "he said" of gender g: when Lind asked Moe if he had seen it, he said
// yes. It is none if nobody was, or nobody can be he.
func (a *analysis) whoWasAsked(f *found, g grammar.Gender, sentence int32) int32 {
	p := &a.Named
	if !a.Language.Full {
		return none
	}
	for i := f.head - 1; i > a.Sentences[sentence].First; i-- {
		if t := &a.Tokens[i]; t.Run != none || !a.Spelled(int(i), "asked") && !a.Spelled(int(i), "told") {
			continue
		}
		k := i + 1
		for a.Tokens[k].Word.Is(word.Title) && k < f.head {
			k++
		}
		n := p.At[k]
		if n == none || k >= f.head || !a.Spelled(int(a.Sentences[sentence].First), "When") && !a.Spelled(int(a.Sentences[sentence].First), "After") {
			return none
		}
		if x := &p.List[p.Namings[n].Person]; x.Kind == reader.EntityPerson && (x.Gender == g || x.Gender == grammar.GenderUnknown) {
			return p.Namings[n].Person
		}
		return none
	}
	return none
}
