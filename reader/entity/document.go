package entity

import (
	"slices"
	"sort"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// settle lets what one place of the article is sure of decide others. It
// leaves the mentions sorted, apart from each other and trimmed.
func (x *text) settle() {
	x.sort()
	x.families = x.familyNames()
	x.narrow()
	x.enumerated()
	x.nicknamed()
	x.acronyms()
	x.surnames()
	x.explained()
	x.tickers()
	x.called()
	x.callers()
	x.employers()
	x.before()
	x.actingAcronyms()
	x.shares()
	x.subsidiaries()
	x.endings()
	x.heads()
	x.vote()
	x.clubs()
	x.bracketedClubs()
	x.peoples()
	x.datelines()
	x.loneHouses()
	x.jointTrades()
	x.things()
	x.posted()
	x.patterns()
	x.repeats()
	x.sort()
}

// narrow divides and trims what the tagger marked, and drops what is certainly
// no name. What it only doubts is kept apart.
func (x *text) narrow() {
	var kept []mention
	for _, m := range x.mentions {
		if m.last-m.first > longestName {
			continue
		}
		for _, m := range x.titleless(m) {
			for _, m := range x.parts(m) {
				m = x.known(m)
				switch n := len(kept); {
				case n > 0 && kept[n-1].last > m.first: // taken into the name before
				case !x.rejected(m):
					kept = append(kept, m)
				case x.doubtful(m):
					x.doubts = append(x.doubts, m)
				}
			}
		}
	}
	x.mentions = kept
}

// parts returns the names that m is made of, each as far as it reaches.
func (x *text) parts(m mention) []mention {
	var out []mention
	for _, d := range x.divide(m) {
		for _, p := range x.shortTitle(d) {
			if p = x.tickerless(p); p.first == p.last {
				continue
			}
			p = x.offTitle(x.titled(x.behindWork(x.trim(p))))
			out = append(out, x.ends(x.withForm(x.byLastWord(x.byTables(p)))))
		}
	}
	return out
}

func (x *text) sort() {
	sort.SliceStable(x.mentions, func(i, j int) bool { return x.mentions[i].first < x.mentions[j].first })
}

// longestName is how many words a name may have; what is longer is a list or a
// text in capitals.
const longestName = 20

// How sure the tagger must be of a name; below that it is wrong more often
// than right. Less is asked of organisations that the tables have.
const (
	leastOrganization = 0.55
	leastListed       = 0.3
	leastSure         = 0.4 // people and places
)

// key is a name as other places repeat it: its words in small letters, where
// names are declined without their endings.
func (x *text) key(m mention) string {
	if x.language == russian || x.language == ukrainian {
		return strings.Join(x.words(m), " ")
	}
	start, end := x.span(m)
	return plainKey(x.Text[start:end])
}

// surnames makes a person of each lone name that is part of a person's full
// name elsewhere in the article.
func (x *text) surnames() {
	full := map[uint64]float64{} // hash of a surname or given name -> how sure the full name is
	for _, m := range x.mentions {
		if m.kind != reader.EntityPerson || m.last-m.first < 2 || m.last-m.first > 5 {
			continue
		}
		last := x.hashes[m.last-1]
		full[last] = max(full[last], m.sure)
		if first := x.hashes[m.first]; x.table.Find(first)&gazetteer.First != 0 {
			full[first] = max(full[first], m.sure*0.8)
		}
	}
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.last-m.first != 1 {
			continue
		}
		if m.kind == reader.EntityPerson {
			if full[x.hashes[m.first]] == 0 && x.founded(*m) {
				m.kind, m.sure = reader.EntityOrganization, unsure
			}
			continue
		}
		if f := x.table.Find(x.hashes[m.first]); m.kind == reader.EntityPlace && x.surnameAlone(*m, f) {
			m.kind = reader.EntityPerson
			continue
		}
		sure, ok := full[x.hashes[m.first]]
		if !ok || x.shapes[m.first] < capital {
			continue
		}
		known := x.table.Find(x.hashes[m.first])&(gazetteer.Country|gazetteer.Demonym|gazetteer.City|gazetteer.Region) != 0
		if sure > m.sure || sure > 0.5 && !known {
			m.kind, m.sure = reader.EntityPerson, sure*0.9
		}
	}
}

// maxAlike is how many names with one first word are looked for in other places.
const maxAlike = 32

// repeats marks the places where a name that is sure elsewhere, or the surname
// of a person named in full, stands unmarked.
func (x *text) repeats() {
	taken := make([]bool, len(x.Tokens))
	for _, m := range x.mentions {
		take(taken, m)
	}
	names := x.repeatable()
	for i := range x.Tokens {
		if taken[i] || x.shapes[i] < capital {
			continue
		}
		for _, m := range names[x.hashes[i]] {
			at := mention{first: i, last: i + m.last - m.first, kind: m.kind, sure: m.sure * 0.8}
			if x.alike(m, i) && !slices.Contains(taken[at.first:at.last], true) {
				x.mentions = append(x.mentions, at)
				take(taken, at)
				break
			}
		}
	}
}

// take marks the tokens of m.
func take(taken []bool, m mention) {
	for i := m.first; i < m.last; i++ {
		taken[i] = true
	}
}

// repeatable returns the names to look for in other places, by the hash of
// their first word, the longest first.
func (x *text) repeatable() map[uint64][]mention {
	x.sort()
	names := map[uint64][]mention{}
	seen := map[string]bool{}
	add := func(m mention) {
		h := x.hashes[m.first]
		if key := x.key(m); !seen[key] && len(names[h]) < maxAlike && x.mayRepeat(m) {
			seen[key] = true
			names[h] = append(names[h], m)
		}
	}
	for _, m := range x.mentions {
		if m.sure < 0.6 {
			continue
		}
		add(m)
		if m.kind == reader.EntityPerson && m.last-m.first > 1 {
			family := m
			family.last = m.first + 1
			if f := x.table.Find(x.hashes[m.first]); f&gazetteer.Last != 0 && f&gazetteer.First == 0 { // Park Ji-hoon
				add(family)
			}
			m.first = m.last - 1
			add(m)
		}
	}
	for _, l := range names {
		sort.SliceStable(l, func(i, j int) bool { return l[i].last-l[i].first > l[j].last-l[j].first })
	}
	return names
}

// mayRepeat reports whether a name tells enough by itself to be marked
// wherever it stands.
func (x *text) mayRepeat(m mention) bool {
	if m.last-m.first > 1 {
		return true
	}
	f := x.table.Find(x.hashes[m.first])
	if f&gazetteer.Lower != 0 && (m.kind != reader.EntityPerson || m.sure < 0.8) { // Sun may be a surname: see alike
		return false
	}
	return f&(gazetteer.Title|gazetteer.OrgWord|gazetteer.Date) == 0 && len(x.word(m.first)) > 2
}

// alike reports whether the words of m stand at token i too, written alike and
// with no further capital word before or behind them.
func (x *text) alike(m mention, i int) bool {
	n := m.last - m.first
	if i+n > len(x.Tokens) {
		return false
	}
	for k := range n {
		if x.word(i+k) != x.word(m.first+k) {
			return false
		}
	}
	if n > 1 {
		return true
	}
	if i > 0 && x.shapes[i-1] >= capital && x.near(i-1) && !(m.kind == reader.EntityPerson && (x.isTitle(i-1) || x.shapes[i-1] == capitals)) {
		return false
	}
	if i+n < len(x.Tokens) && x.shapes[i+n] >= capital && x.near(i+n-1) {
		return false
	}
	return x.table.Find(x.hashes[i])&gazetteer.Lower == 0 || !x.opens(i) || m.kind == reader.EntityPerson && i+1 < len(x.Tokens) && does[x.word(i+1)]
}

// opens reports whether token i may have its capital from its place: at the
// beginning of a sentence or behind a quotation mark.
func (x *text) opens(i int) bool {
	if x.begins(i) || i == 0 {
		return true
	}
	return x.Tokens[i-1].Kind != token.Word && x.word(i-1) != "," && x.word(i-1) != "("
}

// near reports whether token i+1 follows token i with one blank at most.
func (x *text) near(i int) bool { return x.Tokens[i+1].Start-x.Tokens[i].End <= 1 }
