package entity

import (
	"slices"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// Events and works have names that look like any other; what the tagger was
// taught of them is little. Some are known by their words all the same: the
// Battle of Somewhere, Hurricane Somebody, the World Cup, and what stands in
// quotation marks behind "the film".

// maxTitle is how many words the name of an event or work may have.
const maxTitle = 10

// patterns marks such names, whatever they were taken for.
func (x *text) patterns() {
	if x.language != english {
		return
	}
	x.laws()
	for i := range x.Tokens {
		if x.shapes[i] < capital {
			if workWords[x.word(i)] {
				x.work(i)
			}
			continue
		}
		w := x.word(i)
		switch {
		case battleWords[w] && i+2 < len(x.Tokens) && x.word(i+1) == "of" && x.shapes[i+2] >= capital:
			x.event(i, x.run(i+2, min(len(x.Tokens), i+maxTitle)))
		case stormWords[w] && i+1 < len(x.Tokens) && x.shapes[i+1] == capital && x.near(i) && x.table.Find(x.hashes[i+1])&gazetteer.OrgWord == 0:
			first := i
			if i > 0 && x.word(i-1) == "Tropical" {
				first--
			}
			x.event(first, i+2)
		case w == "COP" && i+1 < len(x.Tokens) && x.Tokens[i+1].Kind == token.Number && x.near(i):
			x.event(i, i+2)
		case w == "Day":
			x.dayAt(i)
		default:
			x.eventAt(i)
		}
	}
}

// eventAt marks the event whose name ends with the words at token i.
func (x *text) eventAt(i int) {
	for _, e := range eventEnds[x.word(i)] {
		n := 0
		for n < len(e) && i+1+n < len(x.Tokens) && x.word(i+1+n) == e[n] {
			n++
		}
		if n < len(e) {
			continue
		}
		first, last := x.eventStart(i), i+1+n
		if first == i && (n == 0 && x.word(i) != "Olympics" && x.word(i) != "Paralympics") {
			continue // Games or Open by itself may be anything
		}
		if m, ok := x.mentionAt(i); ok && m.kind == reader.EntityPerson && m.sure > leastSure {
			return
		}
		x.event(first, last)
		return
	}
}

// eventStart returns where the name begins that has token i near its end: at
// the first of the capital words before it. What is a name of its own, such as
// that of the place, is left out, but for a nationality.
func (x *text) eventStart(i int) int {
	first := i
	for first > 0 && i-first < maxTitle && x.near(first-1) {
		w := x.word(first - 1)
		if x.shapes[first-1] < capital && !ordinals[w] || w == "The" || x.Tokens[first-1].Kind != token.Word || starts[plainKey(w)] || x.begins(first-1) && x.table.Find(x.hashes[first-1])&gazetteer.Lower != 0 {
			break
		}
		if m, ok := x.mentionAt(first - 1); ok && m.last <= i && (m.kind == reader.EntityPerson || m.kind == reader.EntityOrganization) {
			break
		}
		first--
	}
	for first < i && x.shapes[first] < capital && x.word(first) == "of" {
		first++
	}
	return first
}

// begins reports whether a sentence begins with token i.
func (x *text) begins(i int) bool {
	_, found := slices.BinarySearchFunc(x.Sentences, i, func(s token.Sentence, at int) int { return s.First - at })
	return found
}

// mentionAt returns the mention that has token i.
func (x *text) mentionAt(i int) (mention, bool) {
	at, _ := slices.BinarySearchFunc(x.mentions, i, func(m mention, i int) int { return m.last - i - 1 })
	if at < len(x.mentions) && x.mentions[at].first <= i {
		return x.mentions[at], true
	}
	return mention{}, false
}

// event marks an event.
func (x *text) event(first, last int) {
	if last-first > 1 || last > first && x.shapes[first] >= capital {
		x.put(mention{first: first, last: last, kind: reader.EntityEvent, sure: 0.8})
	}
}

// work marks the title in quotation marks that stands behind the word at token
// i: the film "The Long Road", a novel called “Mud”.
func (x *text) work(i int) {
	at := i + 1
	if at < len(x.Tokens) && (x.word(at) == "called" || x.word(at) == "titled" || x.word(at) == "entitled" || x.word(at) == "named" || x.word(at) == ",") {
		at++
	}
	if at+2 >= len(x.Tokens) || closing[x.word(at)] == "" || x.shapes[at+1] < capital && x.Tokens[at+1].Kind != token.Number {
		return
	}
	last, great := at+1, 0
	for last < len(x.Tokens) && last-at <= maxTitle && x.word(last) != closing[x.word(at)] {
		if x.shapes[last] >= capital {
			great++
		}
		last++
	}
	if last >= len(x.Tokens) || x.word(last) != closing[x.word(at)] || 3*great < last-at-1 {
		return
	}
	if w := x.word(last - 1); w == "," || w == "." {
		last--
	}
	if last > at+1 {
		x.put(mention{first: at + 1, last: last, kind: reader.EntityWork, sure: 0.8})
	}
}

// put adds a mention in place of those that it overlaps. One that it lies
// within and that is of its kind stays.
func (x *text) put(m mention) {
	from, _ := slices.BinarySearchFunc(x.mentions, m.first, func(o mention, at int) int { return o.last - at - 1 })
	to := from
	for to < len(x.mentions) && x.mentions[to].first < m.last {
		if o := &x.mentions[to]; o.first <= m.first && o.last >= m.last && (o.kind == reader.EntityOther || o.kind == m.kind) {
			o.kind = m.kind
			return
		}
		to++
	}
	x.mentions = slices.Replace(x.mentions, from, to, m)
}

// The words by which events and works are known.
var (
	battleWords = wordSet("Battle Siege Massacre")
	stormWords  = wordSet("Hurricane Typhoon Cyclone Storm")
	ordinals    = wordSet("of 1st 2nd 3rd")
	workWords   = wordSet(`film films movie movies documentary book novel novella memoir biography song single album series sitcom drama
		play musical opera painting poem podcast thriller comedy essay titled entitled show hit blockbuster ballad anthem sequel miniseries`)
	closing = map[string]string{"\"": "\"", "“": "”", "‘": "’", "'": "'", "«": "»", "``": "''"}
)

// eventEnds are the words that end the names of events: by the first of them
// what must follow it. The longer stand before the shorter.
var eventEnds = map[string][][]string{
	"World": {{"War", "I"}, {"War", "II"}, {"War", "One"}, {"War", "Two"}, {"War"}, {"Cup"}},
	"Cold":  {{"War"}}, "Civil": {{"War"}}, "Gulf": {{"War"}}, "War": {{}},
	"Olympic": {{"Games"}}, "Paralympic": {{"Games"}}, "Olympics": {{}}, "Paralympics": {{}}, "Games": {{}},
	"Winter": {{"Olympics"}}, "Summer": {{"Olympics"}}, "Grand": {{"Prix"}}, "Super": {{"Bowl"}},
	"Tour": {{"de", "France"}}, "Giro": {{"d'Italia"}}, "Film": {{"Festival"}},
	"Open": {{}}, "Masters": {{}}, "Championship": {{}}, "Championships": {{}}, "Cup": {{}}, "Marathon": {{}}, "Festival": {{}},
	"Awards": {{}}, "Summit": {{}}, "Revolution": {{}}, "Uprising": {{}}, "Massacre": {{}}, "Spring": {{}}, "Expo": {{}}, "Biennale": {{}},
}
