package people

import (
	"cmp"
	"slices"
)

// SortNamings orders the namings by where they stand; p.at is no longer asked
// by index after that, so it is set anew.
func (p *Named) SortNamings() {
	slices.SortFunc(p.Namings, func(x, y Naming) int { return cmp.Compare(x.First, y.First) })
	for k := range p.Namings {
		for i := p.Namings[k].First; i < p.Namings[k].Last; i++ {
			p.At[i] = int32(k)
		}
	}
	for i := range p.List {
		p.List[i].weight, p.List[i].At, p.List[i].subjectAt = 0, none, none
	}
}
