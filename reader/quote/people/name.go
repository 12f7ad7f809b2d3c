package people

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// Person is somebody, or a body, that the article names.
type Person struct {
	Name      string      // the fullest form
	Shown     reader.Text // the same, made safe to show when first asked for
	First     string      // forename, or ""
	Last      string      // surname
	Gender    grammar.Gender
	Kind      reader.EntityKind // person, organisation or place
	full      int32             // mentions in full
	all       int32             // all mentions
	weight    float64           // how much the text at hand turns on it
	At        int32             // the sentence of weight
	subjectAt int32             // the last sentence of whose main clause they are the subject
	thing     int8              // how often it was "it" or "its"
	given     bool              // from the names that were given
	trusted   bool              // sure to be a person: a title, a known forename
}

// Naming is one place that names somebody.
type Naming struct {
	First, Last int32 // tokens, last exclusive
	Person      int32
	title       grammar.Gender // of Mr. or Mrs.
	run         bool           // inside a quote
}

// Named are all who are named.
type Named struct {
	List    []Person
	Namings []Naming
	At      []int32 // for every token the naming it belongs to, or none
	Roles   []Role
	Body    int32 // the organisation that spoke last, or none
	BodyAt  int32 // the sentence in which it did

	Spoke   int32 // the person whose words were last, or none
	SpokeAt int32 // the sentence with them

	hints []int8 // of gender, for each of list: more than 0 he, less she

	Called    int32      // the last token that told somebody who then tells a name, or none
	newcomer  newcomer   // who was told of last without a name
	strangers []stranger // all of them, in the order of the text
}

// Role is a word by which the text tells what somebody is.
type Role struct {
	Word   string // lower case is not needed: compared without case
	Person int32
	Head   bool  // the noun itself, not what stands before it
	Token  int32 // where
}

// Person reports whether token i belongs to a person's name.
func (p *Named) Person(i int) bool {
	n := p.At[i]
	return n != none && p.List[p.Namings[n].Person].Kind == reader.EntityPerson
}

// Sure reports whether token i names a person beyond doubt.
func (p *Named) Sure(i int) bool {
	n := p.At[i]
	return n != none && p.List[p.Namings[n].Person].trusted
}

// Joined reports whether token i and the one before it are of one name.
func (p *Named) Joined(i int) bool { return p.At[i] != none && p.At[i] == p.At[i-1] }

// Gather finds everybody that is named, in the names given and in the text.
func (p *Named) Gather(a *Analysis, names []reader.Entity) {
	p.Body, a.weighed = none, 0
	p.Spoke, p.Called, p.newcomer.at, p.strangers = none, none, none, p.strangers[:0]
	p.List, p.Namings, p.Roles = p.List[:0], p.Namings[:0], p.Roles[:0]
	if cap(p.At) < len(a.Tokens) {
		p.At = make([]int32, len(a.Tokens)+len(a.Tokens)/4)
	}
	p.At = p.At[:len(a.Tokens)]
	for i := range p.At {
		p.At[i] = none
	}
	p.takeGiven(a, names)
	p.tellPeople(a)
	p.completeGiven(a)
	for pass := range 2 {
		for k := range a.Sentences {
			p.scan(a, a.Sentences[k], pass == 0)
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
func (p *Named) takeGiven(a *Analysis, names []reader.Entity) {
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
			start, end, ok := a.Plain.Range(m)
			if !ok {
				continue
			}
			first, last := a.TokensIn(start, end)
			if e.Kind == reader.EntityPerson {
				first, last = a.nameItself(first, last, place)
				first = a.overForenames(a.overInitials(first))
			}
			if first >= last || p.inside(first, last) || e.Kind == reader.EntityPerson && (!a.opensName(first) || a.occasionAt(first, last)) {
				continue
			}
			name := last
			if e.Kind == reader.EntityPerson {
				name, last = a.beforeHonours(first, last), a.pastHonours(last)
			}
			if id == none {
				id = p.Enter(a, first, name, e.Kind)
				p.List[id].given = true
				if e.Kind == reader.EntityPerson {
					p.fullest(id, a.untowned(a.untitled(a.undated(withoutHonours(ofOccasion(strings.Fields(string(e.Name)))))), first))
				}
			}
			p.name(a, first, last, id)
		}
	}
}

// nameItself returns the tokens of a person's name among those from first to last
// that were given for it: without a title, a town, a day. Place is how many words
// of a full one go.
func (a *Analysis) nameItself(first, last, place int) (int, int) {
	if last-first > 2 {
		first += place
	}
	first, _ = a.nameBegin(first, last)
	first = a.pastTown(a.pastRole(a.PastNickname(first), last), last)
	return first, a.behindInitial(first, a.beforeWeekday(first, last))
}

// TokensIn returns the tokens between two bytes.
func (a *Analysis) TokensIn(start, end int) (first, last int) {
	lo, hi := 0, len(a.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(a.Tokens[mid].End) <= start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	first, last = lo, lo
	for last < len(a.Tokens) && int(a.Tokens[last].Start) < end {
		last++
	}
	return first, last
}

// Enter returns the person named by the tokens, a new one if need be.
func (p *Named) Enter(a *Analysis, first, last int, kind reader.EntityKind) int32 {
	text, words := a.nominative(first, last, kind)
	for i := range p.List {
		if a.sameName(p.List[i].Name, text) {
			return int32(i)
		}
	}
	x := Person{Name: text, Kind: kind, At: none}
	x.Last = text
	if kind == reader.EntityPerson && last-first > 1 {
		l := last - 1
		for l > first+1 && suffixWord(a.Text[a.Tokens[l].Start:a.Tokens[l].End]) {
			l--
		}
		x.First = a.Text[a.Tokens[first].Start:a.Tokens[first].End]
		x.Last = a.Text[a.Tokens[l].Start:a.Tokens[l].End]
	}
	if words != nil {
		x.First, x.Last = words[0], words[len(words)-1]
	}
	p.List = append(p.List, x)
	return int32(len(p.List) - 1)
}

// name enters one place that names person id.
func (p *Named) name(a *Analysis, first, last int, id int32) {
	n := Naming{First: int32(first), Last: int32(last), Person: id, run: a.Tokens[first].Run != none}
	if first > 0 {
		n.title = genderOfTitle(a.Text[a.Tokens[first-1].Start:a.Tokens[first-1].End])
	}
	p.Namings = append(p.Namings, n)
	for i := first; i < last; i++ {
		p.At[i] = int32(len(p.Namings) - 1)
	}
	x := &p.List[id]
	x.all++
	if last-first > 1 {
		x.full++
	}
}

// scan finds the names of a sentence: in the first pass those of two words
// and more, in the second the short forms of them.
func (p *Named) scan(a *Analysis, s grammar.Sentence, long bool) {
	for i := int(s.First); i < int(s.Last); {
		if !a.NameWord(i, i == int(s.First)) || p.At[i] != none {
			i++
			continue
		}
		j := a.NameEnd(i, int(s.Last))
		for k := i; k < j; k++ {
			if p.At[k] != none {
				j = k
			}
		}
		p.sequence(a, s, i, j, long)
		i = max(j, i+1)
	}
}

// NameEnd returns the token after the run of capitals that begins at i.
func (a *Analysis) NameEnd(i, end int) int {
	j := i + 1
	for j < end {
		t := &a.Tokens[j]
		if t.Run != a.Tokens[i].Run {
			break
		}
		if a.NameWord(j, false) && !(t.Glued && t.Word.Is(word.Poss)) {
			j++
			continue
		}
		if k := a.pastParticles(i, j, end); k > j {
			j = k
			continue
		}
		if a.Language.Nouns {
			break
		}
		if t.Kind == grammar.KindWord && j+1 < end && a.Tokens[j+1].Kind == grammar.KindWord && a.Tokens[j+1].Upper && (Particles[a.Text[t.Start:t.End]] || t.Upper && t.Word.Is(word.Det) && Particles[strings.ToLower(a.Text[t.Start:t.End])]) {
			j += 2
			continue
		}
		break
	}
	return j
}

// Particles are the small words inside names.
var Particles = map[string]bool{
	"de": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "al": true, "el": true, "da": true,
	"di": true, "dos": true, "du": true, "la": true, "le": true, "ben": true, "ibn": true, "ter": true, "del": true,
}
