package quote

import "offprint/reader"

// pairReach is how many sentences before it "the former" looks back over.
const pairReach = 2

// ofPair returns whom "the former" or "the latter" means: the first or second
// of the two whom the nearest sentence names that names any, if that is a
// person; none where there are more or fewer than two.
func (a *analysis) ofPair(f *found, s int32) int32 {
	text := func(i int32) string { return a.text[a.tokens[i].start:a.tokens[i].end] }
	if !a.language.full || f.head == 0 || !equalFold(text(f.head-1), "the") {
		return none
	}
	former, latter := equalFold(text(f.head), "former"), equalFold(text(f.head), "latter")
	if !former && !latter {
		return none
	}
	for back := int32(0); back <= pairReach && back <= s; back++ {
		at := a.sentences[s-back]
		first, second, n := a.people.namedFirst(at.first, min(at.last, f.head))
		if n == 0 {
			continue
		}
		who := first
		if latter {
			who = second
		}
		if n != 2 || a.people.list[who].kind != reader.EntityPerson {
			return none
		}
		return who
	}
	return none
}

// namedFirst returns the first two of those who are named from token first up
// to last, outside of quotes, and how many there are.
func (p *people) namedFirst(first, last int32) (one, other int32, n int) {
	one, other = none, none
	for k := range p.namings {
		x := &p.namings[k]
		if x.first < first || x.first >= last || x.run || x.person == one || x.person == other {
			continue
		}
		switch n++; n {
		case 1:
			one = x.person
		case 2:
			other = x.person
		}
	}
	return one, other, n
}
