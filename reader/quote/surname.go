package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// surname returns the last word that is none of Jr. and its like.
func surname(words []string) string {
	for i := len(words) - 1; i > 0; i-- {
		switch strings.TrimSuffix(words[i], ".") {
		case "Jr", "Sr", "II", "III", "IV":
			continue
		}
		return words[i]
	}
	return words[0]
}

func suffixWord(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

func genderOfTitle(w string) gender {
	switch w {
	case "Mr", "Mr.", "Sir", "Lord", "King", "Prince", "congressman", "Congressman", "spokesman", "chairman", "businessman", "Pope", "Father", "actor", "Señor", "Herr", "Monsieur", "Councilman", "Imam", "Sheikh", "Ayatollah":
		return genderMale
	case "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Lady", "Dame", "Queen", "Princess", "congresswoman", "Congresswoman", "spokeswoman", "chairwoman", "businesswoman", "actress", "Madame", "Frau", "Councilwoman":
		return genderFemale
	}
	return genderUnknown
}

// opensName reports whether a person's name can begin with token i: not with a
// preposition, nor with a small letter but for the particles of English copy.
func (a *analysis) opensName(i int) bool {
	t := &a.tokens[i]
	if a.language.full {
		return t.upper || particles[a.text[t.start:t.end]]
	}
	return t.upper && !t.word.is(isPrep|isConj) && !roleWord(a.language, a.text[t.start:t.end])
}

// pastRole returns where the name itself begins among the tokens of one that
// was given, in a language other than English: Nordal-Chef Casper Thyle.
func (a *analysis) pastRole(first, last int) int {
	for !a.language.full && first < last-1 && roleWord(a.language, a.text[a.tokens[first].start:a.tokens[first].end]) {
		first++
	}
	if a.language.full {
		return a.pastOffice(first, last)
	}
	return first
}

// untitled is pastRole for the words of a name.
func (a *analysis) untitled(words []string) []string {
	if a.language.full {
		return behindOffice(wordsPastOffice(words))
	}
	for !a.language.full && len(words) > 2 && roleWord(a.language, words[0]) {
		words = words[1:]
	}
	return words
}

// roleWord reports whether w is a role, or ends with one behind a hyphen or an
// apostrophe, or has a small letter, also there: Nordal-Chef, l'hydrologue.
func roleWord(l *language, w string) bool {
	if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) && !particles[w] {
		return true
	}
	k := strings.LastIndexAny(w, "-'’")
	if k <= 0 {
		return l.lookup(w).is(isRole)
	}
	hyphen := w[k] == '-'
	_, n := utf8.DecodeRuneInString(w[k:])
	r, _ := utf8.DecodeRuneInString(w[k+n:])
	return !hyphen && unicode.IsLower(r) || l.lookup(w[k+n:]).is(isRole)
}

// short enters a name of one word: the surname or forename of somebody known,
// or somebody new.
func (p *people) short(a *analysis, i int, titled bool) {
	t := &a.tokens[i]
	w := a.text[t.start:t.end]
	if id := p.bySurname(a, w, i); id != none {
		p.name(a, i, i+1, id)
		return
	}
	if (t.caps || t.word.is(isOrg)) && !t.word.is(isRole|isTitle) {
		p.name(a, i, i+1, p.enter(a, i, i+1, reader.EntityOrganization))
		return
	}
	if titled && i > 0 && !t.word.is(isRole|isTitle) {
		id := p.enter(a, i, i+1, reader.EntityPerson)
		p.name(a, i, i+1, id)
	}
}

// bySurname returns who is meant by a surname or forename alone, or none.
func (p *people) bySurname(a *analysis, w string, i int) int32 {
	g := genderUnknown
	if i > 0 {
		g = genderOfTitle(a.text[a.tokens[i-1].start:a.tokens[i-1].end])
	}
	best, score := int32(none), 0.0
	for id := range p.list {
		x := &p.list[id]
		if x.kind != reader.EntityPerson {
			continue
		}
		s := 0.0
		switch {
		case w == x.last, a.tokens[i].caps && foldEqual(w, x.last):
			s = 100
		case w == x.first:
			s = 50
		default:
			if a.language.full || !inflected(w, x.last) {
				continue
			}
			s = 40
		}
		if g != genderUnknown && p.genderOf(a, int32(id)) != g {
			if p.genderOf(a, int32(id)) != genderUnknown {
				continue
			}
			s -= 20
		}
		s += float64(min(x.full, 20)) + p.near(int32(id), i)
		if s > score {
			best, score = int32(id), s
		}
	}
	return best
}

// inflected reports whether w is the Slavic surname in another case: Песков, Пескова.
func inflected(w, surname string) bool {
	if len(surname) < 8 || surname[0] < 0xd0 {
		return false
	}
	stem := surname[:len(surname)-2]
	return strings.HasPrefix(w, stem) && len(w) <= len(surname)+6
}

// near scores how close before token i person id was named in full.
func (p *people) near(id int32, i int) float64 {
	for k := len(p.namings) - 1; k >= 0; k-- {
		n := &p.namings[k]
		if n.person == id && n.last-n.first > 1 && int(n.first) < i {
			d := i - int(n.first)
			if d < 40 {
				return 12
			}
			if d < 120 {
				return 4
			}
			return 0
		}
	}
	return 0
}

// fullest lets the longest form be the name of person id.
func (p *people) fullest(id int32, words []string) {
	for k := len(words) - 2; k >= 0 && !english().lookup(words[0]).is(isForename); k-- {
		if titleWord(words[k]) {
			words = words[k+1:]
			break
		}
	}
	x := &p.list[id]
	if len(words) < 2 || strings.Count(x.name, " ")+1 >= len(words) {
		return
	}
	x.name, x.first, x.last = strings.Join(words, " "), words[0], surname(words)
}

// titleWord reports whether w is a title or a role, and no forename too: Senator.
func titleWord(w string) bool {
	x := english().lookup(w)
	return x.is(isTitle|isRole) && !x.is(isForename)
}

// behindInitial returns where the name of the tokens from first to last ends if
// its surname was left out behind an initial: Anna B. Lind.
func (a *analysis) behindInitial(first, last int) int {
	if !a.language.full || last-first < 2 || last >= len(a.tokens) {
		return last
	}
	t, n := &a.tokens[last-1], &a.tokens[last]
	if t.end-t.start > 2 || !t.upper || n.kind != kindWord || !n.upper || n.run != t.run || n.word.class&^(isForename|isMale|isFemale) != 0 {
		return last
	}
	return last + 1
}

// beforeWeekday returns last without the day that copy puts behind a full name:
// the mayor Anna Lind Monday said.
func (a *analysis) beforeWeekday(first, last int) int {
	if !a.language.full || last-first < 3 {
		return last
	}
	if t := &a.tokens[last-1]; weekdays[a.text[t.start:t.end]] {
		return last - 1
	}
	return last
}

// undated is beforeWeekday for the words of a name.
func (a *analysis) undated(words []string) []string {
	if n := len(words); a.language.full && n > 2 && weekdays[words[n-1]] {
		return words[:n-1]
	}
	return words
}

var weekdays = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
}

// inside reports whether the tokens from first to last are but a part of a name
// that was entered before.
func (p *people) inside(first, last int) bool {
	n := p.at[first]
	return n != none && int(p.namings[n].last-p.namings[n].first) > last-first
}

// behindPlaceName returns the person e without the town that stands before the
// forename where a preposition leads to it, a dit à Ellmar Anne Lind, and how
// many words went.
func (a *analysis) behindPlaceName(e reader.Entity) (reader.Entity, int) {
	town, rest, _ := strings.Cut(string(e.Name), " ")
	forename, _, two := strings.Cut(rest, " ")
	if a.language.full || e.Kind != reader.EntityPerson || !two || a.language.lookup(town).is(isForename) || !a.language.lookup(forename).is(isForename) {
		return e, 0
	}
	for _, m := range e.Mentions {
		start, end, ok := a.plain.Range(m)
		if !ok || !strings.HasPrefix(a.text[start:end], town) {
			continue
		}
		if first, _ := a.tokensIn(start, end); first > 0 && a.tokens[first-1].word.is(isPrep) {
			e.Name = reader.CleanLine(rest)
			return e, 1
		}
	}
	return e, 0
}
