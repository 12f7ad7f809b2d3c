package people

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// OfTheCase are the roles that somebody has in what is told, beside the one who
// speaks: the judge and the driver are seldom another word for who was quoted.
var OfTheCase = map[string]bool{
	"president": true, "king": true, "queen": true, "pope": true, "judge": true, "prosecutor": true, "suspect": true,
	"defendant": true, "plaintiff": true, "victim": true, "driver": true, "host": true, "moderator": true, "anchor": true,
	"interpreter": true, "translator": true, "supporter": true, "friend": true, "colleague": true, "critic": true,
	"opponent": true, "rival": true, "caller": true, "reporter": true, "member": true, "user": true, "witness": true,
	"patient": true, "customer": true, "child": true, "person": true, "police": true, "boy": true, "girl": true,
	"wife": true, "husband": true, "mother": true, "father": true, "son": true, "daughter": true, "brother": true, "sister": true,
}

// roleBase returns the word by which a role is compared: of a compound its
// last part, so that die Ministerin is the Hafenministerin.
func (a *Analysis) roleBase(i int32) string {
	t := &a.Tokens[i]
	w := a.Text[t.Start:t.End]
	if a.Language.Full && len(w) > 3 && w[1] == 'x' && w[2] == '-' {
		return w[3:] // ex-president
	}
	if !a.Language.Nouns {
		return w
	}
	for k := 2; k+4 <= len(w); k++ {
		if w[k]&0xc0 == 0x80 || len(w)-k < 5 && !strings.EqualFold(w[k:], "chef") && !strings.EqualFold(w[k:], "boss") {
			continue
		}
		if a.Language.Words[strings.ToLower(w[k:])].Is(word.Role) && !a.Language.Words[strings.ToLower(w)].Is(word.Role) {
			return w[k:]
		}
	}
	return w
}

// foreignRole notes the role before a name, which ends at token i, in a
// language other than English: министр водного хозяйства Анна Линд, el
// ministro de Transporte, Carlos Vega.
func (p *Named) foreignRole(a *Analysis, n *Naming, i int) {
	begin := i
	for k := i; k >= 0 && k > begin-9; k-- {
		t := &a.Tokens[k]
		if t.Kind != grammar.KindWord || t.Run != none || t.Word.Cue != word.CueNone || t.Word.Is(word.Pron|word.Aux|word.Sub) {
			return
		}
		if t.Word.Is(word.Role) && !t.Word.Is(word.Forename) {
			p.addRole(a, k, n.Person, true)
			if g := &p.List[n.Person].Gender; *g == grammar.GenderUnknown && t.Word.Is(word.Female) {
				*g = grammar.GenderFemale
			}
			if k == 0 || !a.Tokens[k-1].Word.Is(word.Conj) {
				return
			}
			if k--; k == 0 || !a.Tokens[k-1].Word.Is(word.Role) { // Juristin und Autorin Anna Lind
				return
			}
			continue
		}
		if t.Word.Is(word.Prep) && (a.Language.Bare || !a.OfRole(t)) || t.Word.Is(word.Conj) && !a.Language.Bare {
			return
		}
		if a.Language.Nouns && !t.Upper && !t.Word.Is(word.Det|word.Prep) && k == begin {
			return // a verb that the tables do not know
		}
	}
}

// OfRole reports whether t is a preposition that goes on with a role: ministre
// de l'Eau, Sprecher für Bildung.
func (a *Analysis) OfRole(t *grammar.Token) bool {
	switch strings.ToLower(a.Text[t.Start:t.End]) {
	case "de", "du", "des", "del", "d'", "d’", "von", "vom", "für", "der":
		return true
	}
	return false
}

// pastParticles returns the token behind the surname that particles at token j
// begin, of the name that begins at token i: Anna von der Linden, Hans zu
// Vogel. Behind two words they begin none, Anna Lind von der Hochschule, nor
// does a German article alone: sagte Vogel der Zeitung. It is j if there is no
// such name.
func (a *Analysis) pastParticles(i, j, end int) int {
	for k := j; a.Language.Nouns && j == i+1 && k < end && k < j+3; k++ {
		t := &a.Tokens[k]
		if t.Kind != grammar.KindWord || t.Run != a.Tokens[j].Run {
			return j
		}
		if k > j && t.Upper {
			return k + 1
		}
		w := a.Text[t.Start:t.End]
		if !Particles[w] && w != "zu" || k == j && t.Word.Is(word.Det) && w != "de" && w != "la" {
			return j
		}
	}
	return j
}

// behindParticles finds the surnames with particles that stand alone behind a
// verb of German speech: sagte von Lind.
func (p *Named) behindParticles(a *Analysis) {
	if !a.Language.Nouns {
		return
	}
	for i := range a.Tokens {
		if a.Tokens[i].Word.Cue == word.CueNone || a.Tokens[i].Run != none {
			continue
		}
		last, id := p.particled(a, i+1)
		if last == none {
			continue
		}
		if id == none {
			id = p.Enter(a, i+1, last, reader.EntityPerson)
			p.List[id].First = ""
		}
		p.name(a, i+1, last, id)
	}
}

// particled returns the end of the surname with particles that begins at token
// i, and who bears it as far as the text has told, or none. A bearer who was
// not named before needs a sign behind the surname and one before the verb, and no
// zu: sagte von Anfang an, sagte zu Journalisten, Vogel sprach von Betrug.
func (p *Named) particled(a *Analysis, i int) (last int, id int32) {
	k := a.pastParticleWords(i)
	if k == i || k >= len(a.Tokens) || a.Tokens[i].Word.Is(word.Det) || a.Tokens[k].Kind != grammar.KindWord || !a.Tokens[k].Upper || a.Tokens[k].Run != none {
		return none, none
	}
	surname := a.Text[a.Tokens[i].Start:a.Tokens[k].End]
	for id := range p.List {
		if x := &p.List[id]; x.Kind == reader.EntityPerson && strings.HasSuffix(x.Name, " "+surname) {
			return k + 1, int32(id)
		}
	}
	if !a.newSurname(i, k) {
		return none, none
	}
	if n := p.At[k]; n != none && !strings.Contains(p.List[p.Namings[n].Person].Name, " ") {
		return k + 1, p.Namings[n].Person // given without its particle
	}
	return k + 1, none
}

// pastParticleWords returns the token behind the particles that begin at token i.
func (a *Analysis) pastParticleWords(i int) int {
	k := i
	for k < len(a.Tokens) && k < i+3 && a.Tokens[k].Kind == grammar.KindWord && !a.Tokens[k].Upper && (Particles[a.Text[a.Tokens[k].Start:a.Tokens[k].End]] || k == i && a.Spelled(k, "zu")) {
		k++
	}
	return k
}

// newSurname reports whether the particles at token i and the word at token k are
// the surname of somebody who was not named before.
func (a *Analysis) newSurname(i, k int) bool {
	known := a.Named.At[k] != none && !a.NamesPerson(k) || a.Tokens[k].Word.Is(word.Role|word.Org|word.Time)
	if known || a.Spelled(i, "zu") || !a.nothingBehind(k+1) {
		return false
	}
	return a.Spelled(i, "van") || !a.SpokeOf(i-1) && (i <= 1 || a.Tokens[i-2].Kind != grammar.KindWord)
}

// nothingBehind reports whether at most the day or the place stands at token i,
// before the next sign.
func (a *Analysis) nothingBehind(i int) bool {
	isWord := func(k int) bool { return k < len(a.Tokens) && a.Tokens[k].Kind == grammar.KindWord }
	if isWord(i) && a.Tokens[i].Word.Is(word.Prep) && isWord(i+1) && a.Tokens[i+1].Word.Is(word.Time) {
		i++
	}
	if isWord(i) && a.Tokens[i].Word.Is(word.Time) {
		i++
	}
	return !isWord(i) || a.Tokens[i].Word.Is(word.Prep) && isWord(i+1) && !isWord(i+2)
}

// withoutOf returns a person that was given without the German "von" that only
// stood before the name: von Bruno Linden. A surname alone that somebody else
// of the names has is theirs; its entity then comes back without a name.
func (a *Analysis) withoutOf(e reader.Entity, names []reader.Entity) reader.Entity {
	rest, ok := strings.CutPrefix(string(e.Name), "von ")
	if !ok || !a.Language.Nouns || e.Kind != reader.EntityPerson {
		return e
	}
	e.Name = reader.CleanLine(rest)
	for _, other := range names {
		if other.Kind == reader.EntityPerson && strings.HasSuffix(string(other.Name), " "+rest) && string(other.Name) != "von "+rest {
			e.Name = ""
		}
	}
	return e
}

// aged reports whether an age in brackets stands at token j, behind a name:
// Gunthild Schäfer (77).
func (a *Analysis) aged(j, end int) bool {
	if j+2 >= end || a.Tokens[j].Kind != grammar.KindPunct || a.Tokens[j].Sign != '(' || a.Tokens[j+2].Kind != grammar.KindPunct {
		return false
	}
	t := &a.Tokens[j+1]
	return t.Kind == grammar.KindNumber && t.End-t.Start <= 2 && a.Tokens[j+2].Sign == ')'
}

// behindPlace reports whether a role and its country stand before token i, in
// a language without articles: президент Франции.
func (a *Analysis) behindPlace(i int) bool {
	return a.Language.Bare && i > 1 && a.Tokens[i-1].Word.Is(word.Poss) && a.Tokens[i-2].Word.Is(word.Role)
}

// genitive reports whether a German article stands before token i: what follows
// hangs on a noun, des Ellmarer Bundes, or is none that speaks for itself.
func (a *Analysis) genitive(i int) bool {
	return a.Language.Nouns && i > 0 && a.Tokens[i-1].Word.Is(word.Det)
}

// SpokeOf reports whether the verb at token i is the one of: Von einem
// „schweren Schlag“ sprach Vogel.
func (a *Analysis) SpokeOf(i int) bool {
	switch a.Text[a.Tokens[i].Start:a.Tokens[i].End] {
	case "sprach", "sprachen", "spricht", "sprechen":
		return true
	}
	return false
}
