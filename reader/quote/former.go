package quote

import (
	"offprint/reader"
	"offprint/reader/quote/word"
)

// pairReach is how many sentences before it "the former" looks back over.
const pairReach = 2

// ofPair returns whom "the former" or "the latter" means: the first or second
// of the two whom the nearest sentence names that names any, if that is a
// person; none where there are more or fewer than two.
func (a *analysis) ofPair(f *found, s int32) int32 {
	text := func(i int32) string { return a.Text[a.Tokens[i].Start:a.Tokens[i].End] }
	if !a.Language.Full || f.head == 0 || !word.EqualFold(text(f.head-1), "the") {
		return none
	}
	former, latter := word.EqualFold(text(f.head), "former"), word.EqualFold(text(f.head), "latter")
	if !former && !latter {
		return none
	}
	for back := int32(0); back <= pairReach && back <= s; back++ {
		at := a.Sentences[s-back]
		first, second, n := a.Named.NamedFirst(at.First, min(at.Last, f.head))
		if n == 0 {
			continue
		}
		who := first
		if latter {
			who = second
		}
		if n != 2 || a.Named.List[who].Kind != reader.EntityPerson {
			return none
		}
		return who
	}
	return none
}
