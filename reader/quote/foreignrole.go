package quote

import (
	"strings"

	"offprint/reader"
)

// compound finds the role that a German noun ends with: Hafenministerin,
// Deutschland-Chef.
func (l *language) compound(w string, b []byte) word {
	if w[0] < 'A' || w[0] > 'Z' && w[0] < 0x80 {
		return word{}
	}
	for k := 2; k+4 <= len(b); k++ {
		if b[k]&0xc0 == 0x80 || len(b)-k < 5 && string(b[k:]) != "chef" && string(b[k:]) != "boss" {
			continue
		}
		if found := l.words[string(b[k:])]; found.is(isRole) {
			return found
		}
	}
	return word{}
}

// roleBase returns the word by which a role is compared: of a compound its
// last part, so that die Ministerin is the Hafenministerin.
func (a *analysis) roleBase(i int32) string {
	t := &a.tokens[i]
	w := a.text[t.start:t.end]
	if !a.language.nouns {
		return w
	}
	for k := 2; k+4 <= len(w); k++ {
		if w[k]&0xc0 == 0x80 || len(w)-k < 5 && !strings.EqualFold(w[k:], "chef") && !strings.EqualFold(w[k:], "boss") {
			continue
		}
		if a.language.words[strings.ToLower(w[k:])].is(isRole) && !a.language.words[strings.ToLower(w)].is(isRole) {
			return w[k:]
		}
	}
	return w
}

// foreignRole notes the role before a name, which ends at token i, in a
// language other than English: министр водного хозяйства Анна Линд, el
// ministro de Transporte, Carlos Vega.
func (p *people) foreignRole(a *analysis, n *naming, i int) {
	begin := i
	for k := i; k >= 0 && k > begin-9; k-- {
		t := &a.tokens[k]
		if t.kind != kindWord || t.run != none || t.word.cue != cueNone || t.word.is(isPron|isAux|isSub) {
			return
		}
		if t.word.is(isRole) && !t.word.is(isForename) {
			p.addRole(a, k, n.person, true)
			if g := &p.list[n.person].gender; *g == genderUnknown && t.word.is(isFemale) {
				*g = genderFemale
			}
			if k == 0 || !a.tokens[k-1].word.is(isConj) {
				return
			}
			if k--; k == 0 || !a.tokens[k-1].word.is(isRole) { // Juristin und Autorin Anna Lind
				return
			}
			continue
		}
		if t.word.is(isPrep) && (a.language.bare || !a.ofRole(t)) || t.word.is(isConj) && !a.language.bare {
			return
		}
		if a.language.nouns && !t.upper && !t.word.is(isDet|isPrep) && k == begin {
			return // a verb that the tables do not know
		}
	}
}

// ofRole reports whether t is a preposition that goes on with a role: ministre
// de l'Eau, Sprecher für Bildung.
func (a *analysis) ofRole(t *token) bool {
	switch strings.ToLower(a.text[t.start:t.end]) {
	case "de", "du", "des", "del", "d'", "d’", "von", "vom", "für", "der":
		return true
	}
	return false
}

// sayerGender learns the gender of the person at token i from the past tense
// of the verb v, which tells it in Russian and Ukrainian: сказала Белова.
func (a *analysis) sayerGender(v, i int) {
	n := a.people.at[i]
	if !a.language.bare || n == none {
		return
	}
	x := &a.people.list[a.people.namings[n].person]
	t := &a.tokens[v]
	if x.gender != genderUnknown || t.word.is(isPrep|isPron) {
		return
	}
	switch w := a.text[t.start:t.end]; {
	case strings.HasSuffix(w, "ла"), strings.HasSuffix(w, "лась"), strings.HasSuffix(w, "лася"):
		x.gender = genderFemale
	case strings.HasSuffix(w, "л"), strings.HasSuffix(w, "лся"), strings.HasSuffix(w, "в"), strings.HasSuffix(w, "вся"):
		x.gender = genderMale
	}
}

// pastParticles returns the token behind the surname that particles at token j
// begin, of the name that begins at token i: Anna von der Linden, Hans zu
// Vogel. Behind two words they begin none, Anna Lind von der Hochschule, nor
// does a German article alone: sagte Vogel der Zeitung. It is j if there is no
// such name.
func (a *analysis) pastParticles(i, j, end int) int {
	for k := j; a.language.nouns && j == i+1 && k < end && k < j+3; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || t.run != a.tokens[j].run {
			return j
		}
		if k > j && t.upper {
			return k + 1
		}
		w := a.text[t.start:t.end]
		if !particles[w] && w != "zu" || k == j && t.word.is(isDet) && w != "de" && w != "la" {
			return j
		}
	}
	return j
}

// behindParticles finds the surnames with particles that stand alone behind a
// verb of German speech: sagte von Lind.
func (p *people) behindParticles(a *analysis) {
	if !a.language.nouns {
		return
	}
	for i := range a.tokens {
		if a.tokens[i].word.cue == cueNone || a.tokens[i].run != none {
			continue
		}
		last, id := p.particled(a, i+1)
		if last == none {
			continue
		}
		if id == none {
			id = p.enter(a, i+1, last, reader.EntityPerson)
			p.list[id].first = ""
		}
		p.name(a, i+1, last, id)
	}
}

// particled returns the end of the surname with particles that begins at token
// i, and who bears it as far as the text has told, or none. A bearer who was
// not named before needs a sign behind the surname and one before the verb, and no
// zu: sagte von Anfang an, sagte zu Journalisten, Vogel sprach von Betrug.
func (p *people) particled(a *analysis, i int) (last int, id int32) {
	k := a.pastParticleWords(i)
	if k == i || k >= len(a.tokens) || a.tokens[i].word.is(isDet) || a.tokens[k].kind != kindWord || !a.tokens[k].upper || a.tokens[k].run != none {
		return none, none
	}
	surname := a.text[a.tokens[i].start:a.tokens[k].end]
	for id := range p.list {
		if x := &p.list[id]; x.kind == reader.EntityPerson && strings.HasSuffix(x.name, " "+surname) {
			return k + 1, int32(id)
		}
	}
	if !a.newSurname(i, k) {
		return none, none
	}
	if n := p.at[k]; n != none && !strings.Contains(p.list[p.namings[n].person].name, " ") {
		return k + 1, p.namings[n].person // given without its particle
	}
	return k + 1, none
}

// pastParticleWords returns the token behind the particles that begin at token i.
func (a *analysis) pastParticleWords(i int) int {
	k := i
	for k < len(a.tokens) && k < i+3 && a.tokens[k].kind == kindWord && !a.tokens[k].upper && (particles[a.text[a.tokens[k].start:a.tokens[k].end]] || k == i && a.spelled(k, "zu")) {
		k++
	}
	return k
}

// newSurname reports whether the particles at token i and the word at token k are
// the surname of somebody who was not named before.
func (a *analysis) newSurname(i, k int) bool {
	known := a.people.at[k] != none && !a.namesPerson(k) || a.tokens[k].word.is(isRole|isOrg|isTime)
	if known || a.spelled(i, "zu") || !a.nothingBehind(k+1) {
		return false
	}
	return a.spelled(i, "van") || !a.spokeOf(i-1) && (i <= 1 || a.tokens[i-2].kind != kindWord)
}

// nothingBehind reports whether at most the day or the place stands at token i,
// before the next sign.
func (a *analysis) nothingBehind(i int) bool {
	isWord := func(k int) bool { return k < len(a.tokens) && a.tokens[k].kind == kindWord }
	if isWord(i) && a.tokens[i].word.is(isPrep) && isWord(i+1) && a.tokens[i+1].word.is(isTime) {
		i++
	}
	if isWord(i) && a.tokens[i].word.is(isTime) {
		i++
	}
	return !isWord(i) || a.tokens[i].word.is(isPrep) && isWord(i+1) && !isWord(i+2)
}

// withoutOf returns a person that was given without the German "von" that only
// stood before the name: von Bruno Linden. A surname alone that somebody else
// of the names has is theirs; its entity then comes back without a name.
func (a *analysis) withoutOf(e reader.Entity, names []reader.Entity) reader.Entity {
	rest, ok := strings.CutPrefix(string(e.Name), "von ")
	if !ok || !a.language.nouns || e.Kind != reader.EntityPerson {
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
func (a *analysis) aged(j, end int) bool {
	if j+2 >= end || a.tokens[j].kind != kindPunct || a.tokens[j].sign != '(' || a.tokens[j+2].kind != kindPunct {
		return false
	}
	t := &a.tokens[j+1]
	return t.kind == kindNumber && t.end-t.start <= 2 && a.tokens[j+2].sign == ')'
}

// behindPlace reports whether a role and its country stand before token i, in
// a language without articles: президент Франции.
func (a *analysis) behindPlace(i int) bool {
	return a.language.bare && i > 1 && a.tokens[i-1].word.is(isPoss) && a.tokens[i-2].word.is(isRole)
}

// genitive reports whether a German article stands before token i: what follows
// hangs on a noun, des Ellmarer Bundes, or is none that speaks for itself.
func (a *analysis) genitive(i int) bool {
	return a.language.nouns && i > 0 && a.tokens[i-1].word.is(isDet)
}

// byRoleLater returns who alone in the text has a role that is named only
// further on: Der US-Präsident schrieb, and then US-Präsident Thomas Falk.
func (p *people) byRoleLater(a *analysis, head int32) int32 {
	t := &a.tokens[head]
	whole, base := a.text[t.start:t.end], a.roleBase(head)
	for _, exact := range [...]bool{true, false} {
		found := int32(none)
		for k := range p.roles {
			r := &p.roles[k]
			u := &a.tokens[r.token]
			if !r.head || exact && a.text[u.start:u.end] != whole || !exact && !foldEqual(r.word, base) {
				continue
			}
			if found != none && found != r.person {
				return none
			}
			found = r.person
		}
		if found != none {
			return found
		}
	}
	return none
}

// indefinite reports whether token i is an article that makes a role somebody
// who was not named before: a spokesman, eine Sprecherin, une source.
func (a *analysis) indefinite(i int32) bool {
	w := a.text[a.tokens[i].start:a.tokens[i].end]
	if a.language.full {
		switch strings.ToLower(w) {
		case "a", "an", "another", "some", "any", "no", "every", "each", "one":
			return true
		}
		return false
	}
	switch strings.ToLower(w) {
	case "ein", "eine", "einer", "un", "una", "une", "unos", "unas", "des", "kein", "keine":
		return true
	}
	return false
}
