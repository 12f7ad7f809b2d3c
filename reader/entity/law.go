package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// lawWords end the names of laws and treaties, after two words at least.
var lawWords = wordSet("Act Bill Treaty Agreement Accord Accords Pact Protocol Convention Amendment Ordinance Directive")

// mostLaw is how many words the name of a law may have.
const mostLaw = 9

// laws marks laws and treaties: the Clean Rivers and Lakes Act 2019, with
// what the tagger took for names in them.
func (x *text) laws() {
	for i := 2; i < len(x.Tokens); i++ {
		if x.shapes[i] != capital || !lawWords[x.word(i)] || i+1 < len(x.Tokens) && x.shapes[i+1] >= capital && x.near(i) {
			continue
		}
		first := x.lawStart(i)
		if i-first < 2 && !(i-first == 1 && x.table.Find(x.hashes[first])&gazetteer.Demonym == 0) {
			continue
		}
		last := x.about(i + 1)
		if last < len(x.Tokens) && x.year(last) {
			last++
		}
		x.put(mention{first: first, last: last, kind: reader.EntityOther, sure: 0.8})
	}
}

// lawStart returns where the name begins that ends with token i.
func (x *text) lawStart(i int) int {
	first := i
	for k := i - 1; k >= 0 && i-k < mostLaw && x.Tokens[k].Kind == token.Word && x.near(k); k-- {
		w := x.word(k)
		if x.shapes[k] >= capital {
			if starts[plainKey(w)] || w == "The" || x.begins(k) && x.table.Find(x.hashes[k])&gazetteer.Lower != 0 && first == i {
				break
			}
			first = k
			continue
		}
		if w != "and" && w != "of" && w != "for" && w != "on" || x.shapes[k+1] < capital {
			break
		}
	}
	return first
}

// year reports whether token i is a year.
func (x *text) year(i int) bool {
	w := x.word(i)
	return x.Tokens[i].Kind == token.Number && len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && x.near(i-1)
}

// dayAt marks the day of something that ends with token i: Labour Day. Feasts
// that are dates are none.
func (x *text) dayAt(i int) {
	first := x.eventStart(i)
	if first == i || x.table.Find(x.hashes[first])&gazetteer.Date != 0 || x.word(i-1) == "Election" || x.word(i-1) == "Same" || x.word(i-1) == "Year" {
		return
	}
	if m, ok := x.mentionAt(i); ok && m.kind == reader.EntityPerson && m.sure > leastSure {
		return
	}
	if last := x.about(i + 1); last > i+1 || i+1 >= len(x.Tokens) || x.shapes[i+1] < capital {
		x.event(first, last)
	}
}

// about returns where a name ends that goes on at token i with what it is
// about: Convention against Corruption, Day of Truth and Reconciliation.
func (x *text) about(i int) int {
	if i+1 >= len(x.Tokens) || !abouts[x.word(i)] || x.shapes[i+1] < capital || x.table.Find(x.hashes[i+1])&gazetteer.Date != 0 {
		return i
	}
	last := i + 1
	for last < len(x.Tokens) && x.near(last-1) && (x.shapes[last] >= capital || x.word(last) == "and" && last+1 < len(x.Tokens) && x.shapes[last+1] >= capital) {
		last++
	}
	return last
}

var abouts = wordSet("of on against")
