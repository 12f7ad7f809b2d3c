package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class is a set of what a word can be.
type Class uint64

const (
	Det      Class = 1 << iota // the, a, this, some
	Poss                       // his, their, 's
	Pron                       // he, they: subjects
	Object                     // him, them
	Rel                        // who, which
	That                       // that
	Wh                         // what, how, whether: begins a clause
	Prep                       // of, in
	Conj                       // and, but, or
	Sub                        // because, when: begins a clause
	Be                         // is, was, been
	Have                       // has, had
	Do                         // did
	Modal                      // will, could
	Not                        // not, never
	Adv                        // also, later
	Time                       // Monday, yesterday, week
	Title                      // Mr., Senator
	Role                       // spokesman, minister
	Saying                     // statement, tweet: a noun that holds words
	Base                       // say
	Third                      // says
	Past                       // said
	Part                       // given: past participle
	Ing                        // saying
	Noun                       // may be a noun, though it looks like a verb
	To                         // to
	Name                       // an @handle
	Male                       // a forename of men
	Female                     // a forename of women
	Forename                   // a forename
	Org                        // a word that ends names of organisations
	Number                     // one, dozens
	Particle                   // out, up: belongs to the verb before it
	Adj                        // never a noun, never a verb
	Plural                     // they, people: more than one
	Human                      // man, people: someone who can speak
	Sayer                      // a verb that what follows is always said by: say, add
	Clausal                    // a verb that takes a clause, no bare object
	Reported                   // sei, habe: tells that what it says was said
)

const (
	Finite = Third | Past | Be | Have | Do | Modal // has a tense
	Verb   = Base | Third | Past | Part | Ing      // any form of a verb that is no auxiliary
	Aux    = Be | Have | Do | Modal                // helps another verb
)

// Cue is how a verb reports words.
type Cue uint8

const (
	CueNone   Cue = iota // reports nothing
	CueSay               // takes a clause: say, note
	CueTell              // takes a hearer, then a clause: tell, remind
	CueAsk               // takes a hearer, then "to": urge, ask
	CueCall              // takes a thing and words for it: call, describe
	CueObject            // takes the thing talked about: criticize, praise
	CueWeak              // reports only words in marks: continue, smile
	CueThink             // reports thoughts: believe, hope
	CueTalk              // takes "about": talk, speak
)

// Entry is what the lexicon knows of one form.
type Entry struct {
	Class Class
	Cue   Cue
	Lemma uint16 // of a verb: which one; forms of one verb share it
}

// Is reports whether w can be any of the classes of c.
func (w Entry) Is(c Class) bool { return w.Class&c != 0 }

// Lexicon maps the forms of a language, in lower case.
type Lexicon map[string]Entry

func (l Lexicon) add(form string, w Entry) {
	old := l[form]
	old.Class |= w.Class
	if w.Cue != CueNone {
		old.Cue = w.Cue
	}
	if w.Lemma != 0 {
		old.Lemma = w.Lemma
	}
	l[form] = old
}

// list adds the blank-separated forms to a class.
func (l Lexicon) list(forms string, c Class) {
	for _, f := range strings.Fields(forms) {
		l.add(strings.ReplaceAll(f, "_", " "), Entry{Class: c})
	}
}

// set lets the blank-separated forms be w and nothing else.
func (l Lexicon) set(forms string, w Entry) {
	for _, f := range strings.Fields(forms) {
		l[f] = w
	}
}

// Lookup finds a form whatever its capitals. An unknown English form gets a
// guess from its ending.
func (l *Language) Lookup(w string) Entry {
	var buf [48]byte
	if len(w) > len(buf) {
		return Entry{}
	}
	b := buf[:0]
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return l.lookupWide(w)
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return l.known(w, b)
}

// elided finds a word behind what lost its vowel before it (l'université,
// s'excuse), and a verb grown together with he or she: finit-elle.
func (l *Language) elided(w string) Entry {
	for _, ending := range [...]string{"-elle", "-il"} {
		if len(w) > len(ending)+1 && strings.HasSuffix(w, ending) {
			gender := Male
			if ending == "-elle" {
				gender = Female
			}
			stem := strings.TrimSuffix(strings.TrimSuffix(w, ending), "-t")
			return Entry{Class: Pron | gender, Cue: l.Lookup(stem).Cue} // but not faut-il
		}
	}
	k := strings.IndexAny(w, "'’")
	if k < 1 || k > 2 {
		return Entry{}
	}
	_, n := utf8.DecodeRuneInString(w[k:])
	found := l.Words[strings.ToLower(w[k+n:])]
	switch {
	case found.Is(Det):
		return Entry{}
	case found.Is(Pron):
		return Entry{Class: Conj} // qu'il, s'il: not the subject here
	}
	return found
}

func (l *Language) lookupWide(w string) Entry {
	var buf [96]byte
	b := buf[:0]
	for _, r := range w {
		if r == '’' {
			r = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return l.known(w, b)
}

// known finds the form b, which is w in small letters, or guesses what it is.
func (l *Language) known(w string, b []byte) Entry {
	found, ok := l.Words[string(b)]
	switch {
	case ok:
	case l.Full:
		found = guessEnglish(b)
	case l.Elides:
		found = l.elided(w)
	case l.Nouns:
		found = l.compound(w, b)
	case l.Bare:
		found = l.forenameForm(w)
	}
	return found
}

// inflect adds the forms of an English verb: "say/said" or "write/wrote/written"; regular ones stand alone.
func (l Lexicon) inflect(entry string, c Cue, lemma uint16, more Class) {
	parts := strings.Split(entry, "/")
	base := parts[0]
	past, part := regularPast(base), ""
	if len(parts) > 1 {
		past = parts[1]
	}
	part = past
	if len(parts) > 2 {
		part = parts[2]
	}
	l.add(base, Entry{Base | more, c, lemma})
	l.add(third(base), Entry{Third | more, c, lemma})
	more &= Clausal | Sayer // the other forms are no nouns
	l.add(past, Entry{Past | more, c, lemma})
	l.add(part, Entry{Part | more, c, lemma})
	l.add(ing(base), Entry{Ing | more, c, lemma})
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// doubles reports whether the last letter doubles before an ending.
func doubles(v string) bool {
	n := len(v)
	if n < 3 || vowel(v[n-1]) || !vowel(v[n-2]) || vowel(v[n-3]) || strings.IndexByte("wxy", v[n-1]) >= 0 {
		return false
	}
	vowels := 0
	for i := range n {
		if vowel(v[i]) {
			vowels++
		}
	}
	return vowels == 1 || strings.HasSuffix(v, "mit") || strings.HasSuffix(v, "cur") || strings.HasSuffix(v, "fer") || strings.HasSuffix(v, "bel")
}

func regularPast(v string) string {
	n := len(v)
	switch {
	case v[n-1] == 'e':
		return v + "d"
	case v[n-1] == 'y' && !vowel(v[n-2]):
		return v[:n-1] + "ied"
	case doubles(v):
		return v + v[n-1:] + "ed"
	}
	return v + "ed"
}

func third(v string) string {
	n := len(v)
	switch {
	case v[n-1] == 'y' && !vowel(v[n-2]):
		return v[:n-1] + "ies"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), v[n-1] == 'o':
		return v + "es"
	}
	return v + "s"
}

func ing(v string) string {
	n := len(v)
	switch {
	case strings.HasSuffix(v, "ie"):
		return v[:n-2] + "ying"
	case v[n-1] == 'e' && !strings.HasSuffix(v, "ee"):
		return v[:n-1] + "ing"
	case doubles(v):
		return v + v[n-1:] + "ing"
	}
	return v + "ing"
}
