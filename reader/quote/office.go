package quote

import "offprint/reader"

// overPlace returns the role whose place ends with token i, before a name:
// President of Ellmar Anna Lind. It is i if there is none.
func (a *analysis) overPlace(i int) int {
	for k := i; k > 0 && k > i-5; k-- {
		t := &a.tokens[k]
		switch {
		case t.kind != kindWord || t.run != none:
			return i
		case k < i && t.word.is(isPrep) && (a.spelled(k, "of") || a.spelled(k, "for")):
			if r := &a.tokens[k-1]; r.word.is(isRole|isTitle) && !r.word.is(isPlural) {
				return k - 1
			}
			return i
		case !t.upper && !a.spelled(k, "the") || t.word.is(isRole|isTitle):
			return i
		}
	}
	return i
}

// pastOffice returns where the name itself begins among the tokens of one that was
// given with an office before it or the end of one: Harbour Manager Anna Lind,
// Co-author Anna Lind; Secretary for Health Anna Lind. Two words are left at least.
func (a *analysis) pastOffice(first, last int) int {
	for k := first; k < last-2 && !a.tokens[k].word.is(isForename); k++ {
		t := &a.tokens[k]
		w := a.text[t.start:t.end]
		if t.word.is(isRole) && t.kind == kindWord && !particles[w] || hyphenRole(w) || w == "Laureate" {
			return k + 1
		}
	}
	if first > 1 && (a.spelled(first-1, "for") || a.spelled(first-1, "of")) && a.tokens[first-2].word.is(isRole|isTitle) {
		for first < last-2 && domains[a.text[a.tokens[first].start:a.tokens[first].end]] {
			first++
		}
	}
	return first
}

// wordsPastOffice is pastOffice for the words of a name.
func wordsPastOffice(words []string) []string {
	for k := 0; k < len(words)-2; k++ {
		if w := words[k]; (hyphenRole(w) || w == "Laureate") && !english().lookup(words[0]).is(isForename) {
			return words[k+1:]
		}
	}
	for len(words) > 2 && domains[words[0]] {
		words = words[1:]
	}
	return words
}

// domains are what ministers are for.
var domains = map[string]bool{
	"Health": true, "Finance": true, "Defence": true, "Defense": true, "Education": true, "Justice": true, "Trade": true,
	"Labour": true, "Labor": true, "Transport": true, "Energy": true, "Agriculture": true, "Tourism": true, "Culture": true,
	"Security": true, "State": true, "Commerce": true, "Planning": true, "Development": true, "Housing": true, "Sport": true,
	"Sports": true, "Fisheries": true, "Industry": true, "Immigration": true, "Interior": true, "Treasury": true, "Ports": true,
}

// nameInside returns the person whose name ends a source that begins with
// their role: chief of the harbour office Anna Lind.
func (a *analysis) nameInside(f *found) int32 {
	p, t := &a.people, &a.tokens[f.head]
	if !t.word.is(isRole|isTitle) && !hyphenRole(a.text[t.start:t.end]) || a.text[t.end-1] == 's' {
		return none
	}
	i := int(f.head)
	for i+1 < len(a.tokens) && a.tokens[i+1].end <= f.source.end {
		i++
	}
	n := p.at[i]
	if n == none || i == int(f.head) {
		return none
	}
	x := &p.namings[n]
	if q := &p.list[x.person]; q.kind != reader.EntityPerson || x.first == 0 || x.last-x.first < 2 || !a.officeEnds(f, int(x.first)-1) {
		return none
	}
	return x.person
}

// officeOf reports whether naming n of a body, which the source of f turns on, is
// rather the office of the person beside it: the Pier Council Leader, Anna Lind.
func (a *analysis) officeOf(f *found, n int32) bool {
	p := &a.people
	if !a.language.full || p.list[p.namings[n].person].kind == reader.EntityPerson {
		return false
	}
	t := &a.tokens[f.head]
	if x := &p.namings[n]; a.articled(int(x.first)) && f.head == x.last-1 && t.word.is(isRole) && (t.word.is(isTitle) || x.last-x.first == 2) {
		return true // the Prime Minister, the Opposition Leader
	}
	if f.alias == none || p.at[f.alias] == none {
		return false
	}
	return (t.word.is(isRole|isTitle) && !t.word.is(isPlural) || a.behindOwner(int(f.alias))) && a.namesPerson(int(f.alias)) && p.namings[p.at[f.alias]].last-p.namings[p.at[f.alias]].first > 1
}

// officeEnds reports whether what begins with the head of f and ends with token
// i is an office without an article, or one in capitals: speaker of the
// parliament, but not the lawyer of the minister.
func (a *analysis) officeEnds(f *found, i int) bool {
	t := &a.tokens[i]
	if a.tokens[f.head].upper && t.upper {
		return true
	}
	first := &a.tokens[a.sourceFirst(f)]
	return a.language.full && !first.word.is(isDet|isPoss|isPrep) && t.kind == kindWord && !t.word.is(isDet|isPoss|isPrep|isConj|isRole|isTitle|isHuman)
}

// aliasBefore returns the token of the full name that stands right before the
// verb at phrase v or the comma there, in apposition to the role that noun
// phrase i tells: her sister, and a pilot of the harbour, Anna Lind said.
func (a *analysis) aliasBefore(i, v int) int32 {
	last := v - 1
	for last > i && (a.kindAt(last) == phraseComma || a.kindAt(last) == phraseAdv || a.kindAt(last) == phraseTime) {
		last--
	}
	if last-i < 3 || a.kindAt(last) != phraseNoun || a.kindAt(last-1) != phraseComma || !a.officeHead(i) && !a.officeHead(last-2) {
		return none
	}
	h := a.phrases[last].head
	n := a.people.at[h]
	if n == none || !a.namesPerson(int(h)) || a.people.namings[n].last-a.people.namings[n].first < 2 {
		return none
	}
	for k := i + 1; k < last; k++ {
		switch a.kindAt(k) {
		case phrasePrep, phraseConj, phraseComma:
		case phraseNoun:
			if a.isPerson(k) {
				return none
			}
		default:
			return none
		}
	}
	return h
}

// nameBehindPlace returns the token of the full name that ends the place or body
// of the role at noun phrase i: another leader in Ellmar Anna Lind recalled,
// founder and director of Harbour Youth Anna Lind said. It is none if there is none.
func (a *analysis) nameBehindPlace(i int) int32 {
	w := a.headAt(i)
	if a.kindAt(i) != phraseNoun || !w.word.is(isRole) || a.text[w.end-1] == 's' || ofTheCase[a.text[w.start:w.end]] {
		return none
	}
	k := i
	if a.kindAt(k+1) == phraseConj && a.kindAt(k+2) == phraseNoun && a.wordAt(k+2).is(isRole) {
		k += 2
	}
	if a.kindAt(k+1) != phrasePrep || a.kindAt(k+2) != phraseNoun {
		return none
	}
	p := &a.phrases[k+2]
	n := a.people.at[p.head]
	if n == none || !a.namesPerson(int(p.head)) || a.kindAt(k+3) != phraseVerb && a.kindAt(k+3) != phraseComma {
		return none
	}
	x := &a.people.namings[n]
	if x.last-x.first < 2 || x.first <= p.first {
		return none
	}
	if t := &a.tokens[x.first-1]; t.kind != kindWord || !t.upper || t.word.is(isRole|isTitle|isPoss) || a.people.at[x.first-1] != none && a.namesPerson(int(x.first)-1) {
		return none
	}
	return p.head
}

// officeHead reports whether noun phrase i tells one person's role, and not a name.
func (a *analysis) officeHead(i int) bool {
	if a.kindAt(i) != phraseNoun {
		return false
	}
	h := a.headAt(i)
	return h.word.is(isRole|isHuman) && !h.word.is(isPlural|isPron) && a.text[h.end-1] != 's' && !a.isPerson(i)
}

// officeAndName reports whether noun phrase k, which "and" joins to the role at
// noun phrase i, is another office with the name of who holds both: harbour
// pilot and Ferry Office Fellow Anna Lind.
func (a *analysis) officeAndName(i, k int) bool {
	h, n := a.phrases[k].head, a.people.at[a.phrases[k].head]
	if n == none || !a.namesPerson(int(h)) || !a.wordAt(i).is(isRole) || a.tokens[a.phrases[i].first].word.is(isDet) {
		return false
	}
	x := &a.people.namings[n]
	return x.last-x.first > 1 && x.first > a.phrases[k].first
}
