package entity

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// acronyms ties "World Rowing Board (WRB)" together: the two are of one kind,
// an organisation if in doubt, and so are later places of the acronym. What is
// marked of the full name is widened to all of it.
func (x *text) acronyms() {
	x.short = map[int]int{}
	x.sort()
	kinds := map[uint64]mention{} // by the hash of an acronym: of what kind it is, and how sure that is
	for at := 2; at+1 < len(x.Tokens); at++ {
		if x.shapes[at] < capital || x.word(at-1) != "(" || x.word(at+1) != ")" {
			continue
		}
		if first := x.expansion(at); x.shapes[at] == capitals && first < at-1 {
			x.short[at] = at - 1
			kinds[x.hashes[at]] = x.widen(first, at-1)
		} else if m, ok := x.foreign(at); ok {
			x.short[at] = at - 1
			kinds[x.hashes[at]] = m
		}
	}
	if len(kinds) == 0 {
		return
	}
	for i := range x.mentions {
		m := &x.mentions[i]
		if full, ok := kinds[x.hashes[m.first]]; ok && m.last-m.first == 1 {
			m.kind, m.sure = full.kind, max(m.sure, full.sure)
		}
	}
}

// foreign returns the organisation right before the parentheses around token
// at, if that may be its acronym in another language, or one that is written
// like a word: National Electoral Council (CNE). Places are none, and two
// letters may be the code of one.
func (x *text) foreign(at int) (mention, bool) {
	m, ok := x.mentionAt(at - 2)
	ok = ok && m.last == at-1 && m.last-m.first > 1 && m.kind == reader.EntityOrganization && len(x.word(at)) > 2
	return m, ok && x.table.Find(x.hashes[at])&(placeFlags|gazetteer.Town|gazetteer.Demonym|gazetteer.Date|gazetteer.First) == 0
}

// farthest is how many words before an acronym its full name may begin.
const farthest = 12

// expansion returns the token at which the name begins that the acronym at
// token at, in parentheses behind it, abbreviates; at if there is none.
func (x *text) expansion(at int) int {
	var words []string
	for first := at - 2; first >= 0 && at-first < farthest; first-- {
		w := x.word(first)
		if x.shapes[first] < capital && !connectors[w] {
			break
		}
		words = append([]string{plainKey(w)}, words...)
		if len(words) > 1 && x.shapes[first] >= capital && abbreviates(x.word(at), words) {
			return first
		}
	}
	return at
}

// abbreviates reports whether the letters of acronym begin the words, small
// ones left out at will.
func abbreviates(acronym string, words []string) bool {
	letters := []rune(strings.ToLower(strings.ReplaceAll(acronym, ".", "")))
	k := 0
	for _, w := range words {
		if k < len(letters) && strings.HasPrefix(w, string(letters[k])) {
			k++
		} else if !connectors[w] && w != "'s" {
			return false
		}
	}
	return k == len(letters)
}

// widen makes one mention of the words from first to last, in place of those
// that it overlaps, and returns it.
func (x *text) widen(first, last int) mention {
	m := mention{first: first, last: last, kind: reader.EntityOrganization, sure: 0.6}
	from, _ := slices.BinarySearchFunc(x.mentions, first, func(o mention, at int) int { return o.last - at - 1 })
	to := from
	for to < len(x.mentions) && x.mentions[to].first < last {
		if o := x.mentions[to]; o.last == last && o.kind != reader.EntityPerson {
			if short, ok := x.mentionAt(last + 1); o.kind != reader.EntityOther || !ok || short.kind != reader.EntityOrganization || short.sure < o.sure {
				m.kind = o.kind
			}
			m.sure = max(m.sure, o.sure)
			m.first = min(m.first, o.first)
		}
		to++
	}
	if to > from {
		m.first = min(m.first, x.mentions[from].first)
	}
	x.mentions = slices.Replace(x.mentions, from, to, m)
	return m
}
