package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// Names in a list are of one kind: "Rakuten, Docomo and KDDI". What the tagger
// was not sure of takes the kind of those that it was sure of.

// How sure the names in a list must be to lend their kind, and how unsure
// those are that take it.
const (
	lends = 0.8
	takes = 0.7
)

// enumerated goes over all lists.
func (x *text) enumerated() {
	if x.language != english || len(x.mentions) == 0 {
		return
	}
	all := x.withUnmarked(x.withDoubts())
	for i := 0; i < len(all); {
		last, and := i, false
		for last+1 < len(all) {
			ok, conj := x.listedWith(all[last].mention, all[last+1].mention)
			if !ok {
				break
			}
			last, and = last+1, and || conj
		}
		if last > i && and {
			x.agree(all[i : last+1])
		}
		i = last + 1
	}
	x.mentions = x.mentions[:0]
	for _, m := range all {
		if !m.doubt {
			x.mentions = append(x.mentions, m.mention)
		}
	}
}

// candidate is a mention, or one that was doubted.
type candidate struct {
	mention
	doubt bool
}

// withDoubts returns the mentions and, where they leave room, those that were doubted.
func (x *text) withDoubts() []candidate {
	all := make([]candidate, 0, len(x.mentions)+len(x.doubts))
	d := x.doubts
	for _, m := range x.mentions {
		for len(d) > 0 && d[0].first < m.first {
			if n := len(all); d[0].last <= m.first && (n == 0 || all[n-1].last <= d[0].first) {
				all = append(all, candidate{d[0], true})
			}
			d = d[1:]
		}
		all = append(all, candidate{m, false})
	}
	for _, m := range d {
		if all[len(all)-1].last <= m.first {
			all = append(all, candidate{m, true})
		}
	}
	return all
}

// withUnmarked adds the capital words that nothing marks right behind two
// names of a list, and a conjunction: "Nordal, Lanvo and Brimor".
func (x *text) withUnmarked(all []candidate) []candidate {
	out := make([]candidate, 0, len(all)+4)
	for n, c := range all {
		out = append(out, c)
		i := c.last
		if n == 0 || c.doubt || all[n-1].doubt || c.sure < lends || all[n-1].sure < lends || all[n-1].kind != c.kind {
			continue
		}
		if ok, and := x.listedWith(all[n-1].mention, c.mention); !ok || and || i+1 >= len(x.Tokens) || x.word(i) != "and" && x.word(i) != "or" {
			continue
		}
		m := mention{first: i + 1, last: x.capitalEnd(i + 1), kind: reader.EntityOther, sure: leastSure}
		if x.shapes[m.first] < capital || n+1 < len(all) && all[n+1].first < m.last || !x.mayEmploy(m) {
			continue
		}
		out = append(out, candidate{m, true})
	}
	return out
}

// listedWith reports whether b follows a in a list, and whether a conjunction joins them.
func (x *text) listedWith(a, b mention) (ok, and bool) {
	switch b.first - a.last {
	case 1:
		w := x.word(a.last)
		return w == "," || w == "and" || w == "or", w == "and" || w == "or"
	case 2:
		w, next := x.word(a.last), x.word(a.last+1)
		return w == "," && (next == "and" || next == "or") || (w == "and" || w == "or") && next == "the", true
	}
	return false, false
}

// agree gives the unsure names of a list the kind of the sure ones, if those
// have one.
func (x *text) agree(list []candidate) {
	var kind reader.EntityKind
	sure := 0
	for _, c := range list {
		if c.doubt || c.sure < lends {
			continue
		}
		if sure++; sure > 1 && c.kind != kind {
			return
		}
		kind = c.kind
	}
	if sure == 0 || kind != reader.EntityOrganization && kind != reader.EntityPlace && kind != reader.EntityPerson {
		return
	}
	for i := range list {
		if c := &list[i]; c.sure < takes && (c.kind == kind || x.mayAgree(c.mention, kind)) {
			c.kind, c.sure, c.doubt = kind, max(c.sure, leastOrganization), false
		}
	}
}

// mayAgree reports whether nothing in the tables tells that m is not of the kind.
func (x *text) mayAgree(m mention, kind reader.EntityKind) bool {
	if m.kind == reader.EntityNationality || m.kind == reader.EntityEvent {
		return false
	}
	n, f := x.match(m.first, m.last, placeFlags|orgFlags|gazetteer.Thing|gazetteer.Demonym)
	if n < m.last-m.first {
		f = 0
	}
	given := x.table.Find(x.hashes[m.first])&gazetteer.First != 0
	switch kind {
	case reader.EntityOrganization:
		return f&^orgFlags == 0 && !(given && m.kind == reader.EntityPerson && m.last-m.first > 1)
	case reader.EntityPlace:
		return f&^placeFlags == 0 && !(given && m.last-m.first > 1)
	}
	return f == 0 && given && x.shapes[m.first] == capital
}
