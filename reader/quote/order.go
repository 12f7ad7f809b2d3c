package quote

import (
	"cmp"
	"slices"
)

// sortByHead orders the quotes by where their source stands.
func sortByHead(order []int32, found []found) {
	slices.SortStableFunc(order, func(x, y int32) int { return cmp.Compare(found[x].head, found[y].head) })
}

// sortNamings orders the namings by where they stand; p.at is no longer asked
// by index after that, so it is set anew.
func (p *people) sortNamings() {
	slices.SortFunc(p.namings, func(x, y naming) int { return cmp.Compare(x.first, y.first) })
	for k := range p.namings {
		for i := p.namings[k].first; i < p.namings[k].last; i++ {
			p.at[i] = int32(k)
		}
	}
	for i := range p.list {
		p.list[i].weight, p.list[i].at, p.list[i].subjectAt = 0, none, none
	}
}
