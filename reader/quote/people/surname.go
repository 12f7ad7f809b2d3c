package people

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
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

func genderOfTitle(w string) grammar.Gender {
	switch w {
	case "Mr", "Mr.", "Sir", "Lord", "King", "Prince", "congressman", "Congressman", "spokesman", "chairman", "businessman", "Pope", "Father", "actor", "Señor", "Herr", "Monsieur", "Councilman", "Imam", "Sheikh", "Ayatollah":
		return grammar.GenderMale
	case "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Lady", "Dame", "Queen", "Princess", "congresswoman", "Congresswoman", "spokeswoman", "chairwoman", "businesswoman", "actress", "Madame", "Frau", "Councilwoman":
		return grammar.GenderFemale
	}
	return grammar.GenderUnknown
}

// opensName reports whether a person's name can begin with token i: not with a
// preposition, nor with a small letter but for the particles of English copy.
func (a *Analysis) opensName(i int) bool {
	t := &a.Tokens[i]
	if a.Language.Full {
		return t.Upper || Particles[a.Text[t.Start:t.End]]
	}
	return t.Upper && !t.Word.Is(word.Prep|word.Conj) && !roleWord(a.Language, a.Text[t.Start:t.End])
}

// pastRole returns where the name itself begins among the tokens of one that
// was given, in a language other than English: Nordal-Chef Casper Thyle.
func (a *Analysis) pastRole(first, last int) int {
	for !a.Language.Full && first < last-1 && roleWord(a.Language, a.Text[a.Tokens[first].Start:a.Tokens[first].End]) {
		first++
	}
	if a.Language.Full {
		return a.pastOffice(first, last)
	}
	return first
}

// untitled is pastRole for the words of a name.
func (a *Analysis) untitled(words []string) []string {
	if a.Language.Full {
		return grammar.BehindOffice(wordsPastOffice(words))
	}
	for !a.Language.Full && len(words) > 2 && roleWord(a.Language, words[0]) {
		words = words[1:]
	}
	return words
}

// roleWord reports whether w is a role, or ends with one behind a hyphen or an
// apostrophe, or has a small letter, also there: Nordal-Chef, l'hydrologue.
func roleWord(l *word.Language, w string) bool {
	if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) && !Particles[w] {
		return true
	}
	k := strings.LastIndexAny(w, "-'’")
	if k <= 0 {
		return l.Lookup(w).Is(word.Role)
	}
	hyphen := w[k] == '-'
	_, n := utf8.DecodeRuneInString(w[k:])
	r, _ := utf8.DecodeRuneInString(w[k+n:])
	return !hyphen && unicode.IsLower(r) || l.Lookup(w[k+n:]).Is(word.Role)
}

// short enters a name of one word: the surname or forename of somebody known,
// or somebody new.
func (p *Named) short(a *Analysis, i int, titled bool) {
	t := &a.Tokens[i]
	w := a.Text[t.Start:t.End]
	if id := p.bySurname(a, w, i); id != none {
		p.name(a, i, i+1, id)
		return
	}
	if (t.Caps || t.Word.Is(word.Org)) && !t.Word.Is(word.Role|word.Title) {
		p.name(a, i, i+1, p.Enter(a, i, i+1, reader.EntityOrganization))
		return
	}
	if titled && i > 0 && !t.Word.Is(word.Role|word.Title) {
		id := p.Enter(a, i, i+1, reader.EntityPerson)
		p.name(a, i, i+1, id)
	}
}

// bySurname returns who is meant by a surname or forename alone, or none.
func (p *Named) bySurname(a *Analysis, w string, i int) int32 {
	g := grammar.GenderUnknown
	if i > 0 {
		g = genderOfTitle(a.Text[a.Tokens[i-1].Start:a.Tokens[i-1].End])
	}
	best, score := int32(none), 0.0
	for id := range p.List {
		x := &p.List[id]
		if x.Kind != reader.EntityPerson {
			continue
		}
		s := 0.0
		switch {
		case w == x.Last, a.Tokens[i].Caps && strings.EqualFold(w, x.Last):
			s = 100
		case w == x.First:
			s = 50
		default:
			if a.Language.Full || !inflected(w, x.Last) {
				continue
			}
			s = 40
		}
		if g != grammar.GenderUnknown && p.genderOf(a, int32(id)) != g {
			if p.genderOf(a, int32(id)) != grammar.GenderUnknown {
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
func (p *Named) near(id int32, i int) float64 {
	for k := len(p.Namings) - 1; k >= 0; k-- {
		n := &p.Namings[k]
		if n.Person == id && n.Last-n.First > 1 && int(n.First) < i {
			d := i - int(n.First)
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
func (p *Named) fullest(id int32, words []string) {
	for k := len(words) - 2; k >= 0 && !word.English().Lookup(words[0]).Is(word.Forename); k-- {
		if grammar.TitleWord(words[k]) || grammar.Occupation(words[k]) {
			words = words[k+1:]
			break
		}
	}
	x := &p.List[id]
	if len(words) < 2 || strings.Count(x.Name, " ")+1 >= len(words) {
		return
	}
	x.Name, x.First, x.Last = strings.Join(words, " "), words[0], surname(words)
}

// behindInitial returns where the name of the tokens from first to last ends if
// its surname was left out behind an initial: Anna B. Lind.
func (a *Analysis) behindInitial(first, last int) int {
	if !a.Language.Full || last-first < 2 || last >= len(a.Tokens) {
		return last
	}
	t, n := &a.Tokens[last-1], &a.Tokens[last]
	if t.End-t.Start > 2 || !t.Upper || n.Kind != grammar.KindWord || !n.Upper || n.Run != t.Run || n.Word.Class&^(word.Forename|word.Male|word.Female) != 0 {
		return last
	}
	return last + 1
}

// beforeWeekday returns last without the day that copy puts behind a full name:
// the mayor Anna Lind Monday said.
func (a *Analysis) beforeWeekday(first, last int) int {
	if !a.Language.Full || last-first < 3 {
		return last
	}
	if t := &a.Tokens[last-1]; weekdays[a.Text[t.Start:t.End]] {
		return last - 1
	}
	return last
}

// undated is beforeWeekday for the words of a name.
func (a *Analysis) undated(words []string) []string {
	if n := len(words); a.Language.Full && n > 2 && weekdays[words[n-1]] {
		return words[:n-1]
	}
	return words
}

var weekdays = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
}

// inside reports whether the tokens from first to last are but a part of a name
// that was entered before.
func (p *Named) inside(first, last int) bool {
	n := p.At[first]
	return n != none && int(p.Namings[n].Last-p.Namings[n].First) > last-first
}

// behindPlaceName returns the person e without the town that stands before the
// forename where a preposition leads to it, a dit à Ellmar Anne Lind, and how
// many words went.
func (a *Analysis) behindPlaceName(e reader.Entity) (reader.Entity, int) {
	town, rest, _ := strings.Cut(string(e.Name), " ")
	forename, _, two := strings.Cut(rest, " ")
	if a.Language.Full || e.Kind != reader.EntityPerson || !two || a.Language.Lookup(town).Is(word.Forename) || !a.Language.Lookup(forename).Is(word.Forename) {
		return e, 0
	}
	for _, m := range e.Mentions {
		start, end, ok := a.Plain.Range(m)
		if !ok || !strings.HasPrefix(a.Text[start:end], town) {
			continue
		}
		if first, _ := a.TokensIn(start, end); first > 0 && a.Tokens[first-1].Word.Is(word.Prep) {
			e.Name = reader.CleanLine(rest)
			return e, 1
		}
	}
	return e, 0
}
