package quote

import (
	"strings"

	"offprint/reader"
)

// person is somebody, or a body, that the article names.
type person struct {
	name      string      // the fullest form
	shown     reader.Text // the same, made safe to show when first asked for
	first     string      // forename, or ""
	last      string      // surname
	gender    gender
	kind      reader.EntityKind // person, organisation or place
	full      int32             // mentions in full
	all       int32             // all mentions
	weight    float64           // how much the text at hand turns on it
	at        int32             // the sentence of weight
	subjectAt int32             // the last sentence of whose main clause they are the subject
	thing     int8              // how often it was "it" or "its"
	given     bool              // from the names that were given
	trusted   bool              // sure to be a person: a title, a known forename
}

// gender is what pronoun a person takes, as far as the text tells.
type gender uint8

const (
	genderUnknown gender = iota
	genderMale
	genderFemale
)

// naming is one place that names somebody.
type naming struct {
	first, last int32 // tokens, last exclusive
	person      int32
	title       gender // of Mr. or Mrs.
	run         bool   // inside a quote
}

// people are all who are named.
type people struct {
	list    []person
	namings []naming
	at      []int32 // for every token the naming it belongs to, or none
	roles   []role
	body    int32 // the organisation that spoke last, or none
	bodyAt  int32 // the sentence in which it did

	spoke   int32 // the person whose words were last, or none
	spokeAt int32 // the sentence with them

	hints []int8 // of gender, for each of list: more than 0 he, less she

	called    int32      // the last token that told somebody who then tells a name, or none
	newcomer  newcomer   // who was told of last without a name
	strangers []stranger // all of them, in the order of the text
}

// role is a word by which the text tells what somebody is.
type role struct {
	word   string // lower case is not needed: compared without case
	person int32
	head   bool  // the noun itself, not what stands before it
	token  int32 // where
}

// Person reports whether token i belongs to a person's name.
func (p *people) Person(i int) bool {
	n := p.at[i]
	return n != none && p.list[p.namings[n].person].kind == reader.EntityPerson
}

// Sure reports whether token i names a person beyond doubt.
func (p *people) Sure(i int) bool {
	n := p.at[i]
	return n != none && p.list[p.namings[n].person].trusted
}

// Joined reports whether token i and the one before it are of one name.
func (p *people) Joined(i int) bool { return p.at[i] != none && p.at[i] == p.at[i-1] }

// gather finds everybody that is named, in the names given and in the text.
func (p *people) gather(a *analysis, names []reader.Entity) {
	p.body, a.weighed = none, 0
	p.spoke, p.called, p.newcomer.at, p.strangers = none, none, none, p.strangers[:0]
	p.list, p.namings, p.roles = p.list[:0], p.namings[:0], p.roles[:0]
	if cap(p.at) < len(a.tokens) {
		p.at = make([]int32, len(a.tokens)+len(a.tokens)/4)
	}
	p.at = p.at[:len(a.tokens)]
	for i := range p.at {
		p.at[i] = none
	}
	p.takeGiven(a, names)
	for pass := range 2 {
		for k := range a.sentences {
			p.scan(a, a.sentences[k], pass == 0)
		}
	}
	p.behindParticles(a)
	p.keepSurnames(a)
	p.foldShort()
	p.tellThings(a)
	p.tellGenders(a)
	p.tellRoles(a)
}

// takeGiven enters the names that package entity found.
func (p *people) takeGiven(a *analysis, names []reader.Entity) {
	for _, e := range names {
		switch e.Kind {
		case reader.EntityPerson, reader.EntityOrganization, reader.EntityPlace:
		default:
			continue
		}
		if e = a.withoutOf(e, names); e.Name == "" || e.Kind == reader.EntityPerson && letterAlone(string(e.Name)) {
			continue
		}
		e, place := a.behindPlaceName(e)
		id := int32(none)
		for _, m := range e.Mentions {
			start, end, ok := a.plain.Range(m)
			if !ok {
				continue
			}
			first, last := a.tokensIn(start, end)
			if e.Kind == reader.EntityPerson {
				first, last = a.nameItself(first, last, place)
			}
			if first >= last || p.inside(first, last) || e.Kind == reader.EntityPerson && !a.opensName(first) {
				continue
			}
			name := last
			if e.Kind == reader.EntityPerson {
				name, last = a.beforeHonours(first, last), a.pastHonours(last)
			}
			if id == none {
				id = p.enter(a, first, name, e.Kind)
				p.list[id].given = true
				if e.Kind == reader.EntityPerson {
					p.fullest(id, a.untowned(a.untitled(a.undated(withoutHonours(strings.Fields(string(e.Name))))), first))
				}
			}
			p.name(a, first, last, id)
		}
	}
}

// nameItself returns the tokens of a person's name among those from first to last
// that were given for it: without a title, a town, a day. Place is how many words
// of a full one go.
func (a *analysis) nameItself(first, last, place int) (int, int) {
	if last-first > 2 {
		first += place
	}
	first, _ = a.nameBegin(first, last)
	first = a.pastTown(a.pastRole(a.pastNickname(first), last), last)
	return first, a.behindInitial(first, a.beforeWeekday(first, last))
}

// tokensIn returns the tokens between two bytes.
func (a *analysis) tokensIn(start, end int) (first, last int) {
	lo, hi := 0, len(a.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(a.tokens[mid].end) <= start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	first, last = lo, lo
	for last < len(a.tokens) && int(a.tokens[last].start) < end {
		last++
	}
	return first, last
}

// enter returns the person named by the tokens, a new one if need be.
func (p *people) enter(a *analysis, first, last int, kind reader.EntityKind) int32 {
	text, words := a.nominative(first, last, kind)
	for i := range p.list {
		if a.sameName(p.list[i].name, text) {
			return int32(i)
		}
	}
	x := person{name: text, kind: kind, at: none}
	x.last = text
	if kind == reader.EntityPerson && last-first > 1 {
		l := last - 1
		for l > first+1 && suffixWord(a.text[a.tokens[l].start:a.tokens[l].end]) {
			l--
		}
		x.first = a.text[a.tokens[first].start:a.tokens[first].end]
		x.last = a.text[a.tokens[l].start:a.tokens[l].end]
	}
	if words != nil {
		x.first, x.last = words[0], words[len(words)-1]
	}
	p.list = append(p.list, x)
	return int32(len(p.list) - 1)
}

// name enters one place that names person id.
func (p *people) name(a *analysis, first, last int, id int32) {
	n := naming{first: int32(first), last: int32(last), person: id, run: a.tokens[first].run != none}
	if first > 0 {
		n.title = genderOfTitle(a.text[a.tokens[first-1].start:a.tokens[first-1].end])
	}
	p.namings = append(p.namings, n)
	for i := first; i < last; i++ {
		p.at[i] = int32(len(p.namings) - 1)
	}
	x := &p.list[id]
	x.all++
	if last-first > 1 {
		x.full++
	}
}

// scan finds the names of a sentence: in the first pass those of two words
// and more, in the second the short forms of them.
func (p *people) scan(a *analysis, s sentence, long bool) {
	for i := int(s.first); i < int(s.last); {
		if !a.nameWord(i, i == int(s.first)) || p.at[i] != none {
			i++
			continue
		}
		j := a.nameEnd(i, int(s.last))
		for k := i; k < j; k++ {
			if p.at[k] != none {
				j = k
			}
		}
		p.sequence(a, s, i, j, long)
		i = max(j, i+1)
	}
}

// nameWord reports whether token i can stand in a name.
func (a *analysis) nameWord(i int, first bool) bool {
	t := &a.tokens[i]
	if t.kind != kindWord || !t.upper {
		return false
	}
	w := t.word
	if w.is(isForename) {
		return true
	}
	if w.is(isDet | isPron | isPoss | isObject | isPrep | isConj | isSub | isRel | isThat | isWh | isTo | isAux | isNot) {
		return false
	}
	if w.is(isTime) || w.cue == cueSay && w.is(isThird|isPast) && !w.is(isNoun) {
		return false
	}
	if first && w.is(isAdv|isVerb|isSaying) && !w.is(isOrg|isTitle) {
		return false
	}
	return true
}

// nameEnd returns the token after the run of capitals that begins at i.
func (a *analysis) nameEnd(i, end int) int {
	j := i + 1
	for j < end {
		t := &a.tokens[j]
		if t.run != a.tokens[i].run {
			break
		}
		if a.nameWord(j, false) && !(t.glued && t.word.is(isPoss)) {
			j++
			continue
		}
		if k := a.pastParticles(i, j, end); k > j {
			j = k
			continue
		}
		if a.language.nouns {
			break
		}
		if t.kind == kindWord && j+1 < end && a.tokens[j+1].kind == kindWord && a.tokens[j+1].upper && (particles[a.text[t.start:t.end]] || t.upper && t.word.is(isDet) && particles[strings.ToLower(a.text[t.start:t.end])]) {
			j += 2
			continue
		}
		break
	}
	return j
}

// particles are the small words inside names.
var particles = map[string]bool{
	"de": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "al": true, "el": true, "da": true,
	"di": true, "dos": true, "du": true, "la": true, "le": true, "ben": true, "ibn": true, "ter": true, "del": true,
}
