package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is a set of what a word can be.
type class uint64

const (
	isDet      class = 1 << iota // the, a, this, some
	isPoss                       // his, their, 's
	isPron                       // he, they: subjects
	isObject                     // him, them
	isRel                        // who, which
	isThat                       // that
	isWh                         // what, how, whether: begins a clause
	isPrep                       // of, in
	isConj                       // and, but, or
	isSub                        // because, when: begins a clause
	isBe                         // is, was, been
	isHave                       // has, had
	isDo                         // did
	isModal                      // will, could
	isNot                        // not, never
	isAdv                        // also, later
	isTime                       // Monday, yesterday, week
	isTitle                      // Mr., Senator
	isRole                       // spokesman, minister
	isSaying                     // statement, tweet: a noun that holds words
	isBase                       // say
	isThird                      // says
	isPast                       // said
	isPart                       // given: past participle
	isIng                        // saying
	isNoun                       // may be a noun, though it looks like a verb
	isTo                         // to
	isName                       // an @handle
	isMale                       // a forename of men
	isFemale                     // a forename of women
	isForename                   // a forename
	isOrg                        // a word that ends names of organisations
	isNumber                     // one, dozens
	isParticle                   // out, up: belongs to the verb before it
	isAdj                        // never a noun, never a verb
	isPlural                     // they, people: more than one
	isHuman                      // man, people: someone who can speak
	isSayer                      // a verb that what follows is always said by: say, add
	isClausal                    // a verb that takes a clause, no bare object
	isReported                   // sei, habe: tells that what it says was said
)

const (
	isFinite = isThird | isPast | isBe | isHave | isDo | isModal
	isVerb   = isBase | isThird | isPast | isPart | isIng
	isAux    = isBe | isHave | isDo | isModal
)

// cue is how a verb reports words.
type cue uint8

const (
	cueNone   cue = iota
	cueSay        // takes a clause: say, note
	cueTell       // takes a hearer, then a clause: tell, remind
	cueAsk        // takes a hearer, then "to": urge, ask
	cueCall       // takes a thing and words for it: call, describe
	cueObject     // takes the thing talked about: criticize, praise
	cueWeak       // reports only words in marks: continue, smile
	cueThink      // reports thoughts: believe, hope
	cueTalk       // takes "about": talk, speak
)

// word is what the lexicon knows of one form.
type word struct {
	class class
	cue   cue
	lemma uint16 // of a verb: which one; forms of one verb share it
}

// is reports whether w can be any of the classes of c.
func (w word) is(c class) bool { return w.class&c != 0 }

// lexicon maps the forms of a language, in lower case.
type lexicon map[string]word

func (l lexicon) add(form string, w word) {
	old := l[form]
	old.class |= w.class
	if w.cue != cueNone {
		old.cue = w.cue
	}
	if w.lemma != 0 {
		old.lemma = w.lemma
	}
	l[form] = old
}

// list adds the blank-separated forms to a class.
func (l lexicon) list(forms string, c class) {
	for _, f := range strings.Fields(forms) {
		l.add(strings.ReplaceAll(f, "_", " "), word{class: c})
	}
}

// set lets the blank-separated forms be w and nothing else.
func (l lexicon) set(forms string, w word) {
	for _, f := range strings.Fields(forms) {
		l[f] = w
	}
}

// lookup finds a form whatever its capitals. An unknown English form gets a
// guess from its ending.
func (l *language) lookup(w string) word {
	var buf [48]byte
	if len(w) > len(buf) {
		return word{}
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
func (l *language) elided(w string) word {
	for _, ending := range [...]string{"-elle", "-il"} {
		if len(w) > len(ending)+1 && strings.HasSuffix(w, ending) {
			gender := isMale
			if ending == "-elle" {
				gender = isFemale
			}
			stem := strings.TrimSuffix(strings.TrimSuffix(w, ending), "-t")
			return word{class: isPron | gender, cue: l.lookup(stem).cue} // but not faut-il
		}
	}
	k := strings.IndexAny(w, "'’")
	if k < 1 || k > 2 {
		return word{}
	}
	_, n := utf8.DecodeRuneInString(w[k:])
	found := l.words[strings.ToLower(w[k+n:])]
	switch {
	case found.is(isDet):
		return word{}
	case found.is(isPron):
		return word{class: isConj} // qu'il, s'il: not the subject here
	}
	return found
}

func (l *language) lookupWide(w string) word {
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
func (l *language) known(w string, b []byte) word {
	found, ok := l.words[string(b)]
	switch {
	case ok:
	case l.full:
		found = guessEnglish(b)
	case l.elides:
		found = l.elided(w)
	case l.nouns:
		found = l.compound(w, b)
	case l.bare:
		found = l.forenameForm(w)
	}
	return found
}

// inflect adds the forms of an English verb: "say/said" or "write/wrote/written"; regular ones stand alone.
func (l lexicon) inflect(entry string, c cue, lemma uint16, more class) {
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
	l.add(base, word{isBase | more, c, lemma})
	l.add(third(base), word{isThird | more, c, lemma})
	more &= isClausal | isSayer // the other forms are no nouns
	l.add(past, word{isPast | more, c, lemma})
	l.add(part, word{isPart | more, c, lemma})
	l.add(ing(base), word{isIng | more, c, lemma})
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
