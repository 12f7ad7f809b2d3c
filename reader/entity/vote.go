package entity

import "offprint/reader"

// votes is what the mentions written alike are taken for.
type votes struct {
	by    [reader.EntityWork + 1]float64
	total float64
}

// winner returns the kind with the most votes and its share of them.
func (v *votes) winner() (kind reader.EntityKind, share float64) {
	for k, n := range v.by {
		if n > v.by[kind] {
			kind = reader.EntityKind(k)
		}
	}
	return kind, v.by[kind] / max(v.total, 1e-9)
}

// vote gives all mentions that are written alike the kind that most of them
// have, weighted by how sure each is. Those that are very sure keep theirs: a
// city and its football club may share an article.
func (x *text) vote() {
	all := map[string]*votes{}
	for _, m := range x.mentions {
		k := x.key(m)
		if all[k] == nil {
			all[k] = &votes{}
		}
		all[k].by[m.kind] += m.sure
		all[k].total += m.sure
	}
	for i := range x.mentions {
		m := &x.mentions[i]
		kind, share := all[x.key(*m)].winner()
		if kind != m.kind && share > 0.5 && m.sure < 0.97 {
			m.kind = kind
			m.sure = max(m.sure, 0.5)
		}
	}
}
