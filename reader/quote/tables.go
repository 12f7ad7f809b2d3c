package quote

import "strings"

// speechTable holds the words by which one language reports direct speech;
// each language has a file of its own.
type speechTable struct {
	stems    []stemClass
	verbs    string // said, says: forms that report
	pronouns string // he, she, they: as subjects
	male     string // he
	female   string // she
	aux      string // has, hat, a: may stand before the verb
	articles string
	preps    string
	conjs    string // and, that, because
	times    string // today, Monday
	adverbs  string // also, later
	objects  string // him, journalists
	roles    string // the spokesman: a source though it has no capital
	women    string // roles in the form that only women have
	places   string // of France: between a role and a name, where no article stands
	dashes   bool   // direct speech may begin with a dash
	nouns    bool   // nouns have capitals
	elides   bool   // words lose their vowel before another: l'université
	bodies   string // where bodies speak, and the nominative: министерстве/министерство
	thus     string // so: reports between a sign and a name
	reported string // sei: tells that what it says was said
	// according are the words before a source: laut, selon.
	according string
	inverted  pair // verbs grown together with he and she: dit-il
	forenames pair // of another script, or other than in English
	latin     bool // the forenames of English help
}

// stemClass is verbs of one conjugation: every stem takes every ending.
type stemClass struct{ endings, stems string }

// pair is words for men and for women.
type pair struct{ male, female string }

// lexicon makes the lookup table.
func (t *speechTable) lexicon() lexicon {
	l := make(lexicon, 3000)
	if t.latin {
		l.list(maleForenames, isMale|isForename)
		l.list(femaleForenames, isFemale|isForename)
	}
	for _, w := range strings.Fields(t.forenames.male) {
		l[w] = word{class: isMale | isForename}
	}
	for _, w := range strings.Fields(t.forenames.female) {
		l[w] = word{class: isFemale | isForename}
	}
	l.list(t.pronouns, isPron)
	l.list(t.male, isPron|isMale)
	l.list(t.female, isPron|isFemale)
	l.list(t.aux, isAux)
	l.list(t.articles, isDet)
	l.list(t.preps, isPrep)
	l.list(t.conjs, isConj)
	l.list(t.times, isTime)
	l.list(t.adverbs, isAdv)
	l.list(t.objects, isObject)
	l.list(t.roles, isRole|isHuman)
	l.list(t.women, isRole|isHuman|isFemale)
	l.list(t.places, isPoss)
	l.list(t.reported, isReported)
	for w := range t.seats() {
		l.list(w, isOrg)
	}
	for _, c := range t.stems {
		for _, w := range strings.Fields(c.stems) {
			for _, e := range strings.Fields(c.endings) {
				if !l[w+e].is(isRole) { // le juge
					l[w+e] = word{class: isPast, cue: cueSay}
				}
			}
		}
	}
	for _, w := range strings.Fields(t.verbs) {
		l[w] = word{class: isPast, cue: cueSay}
	}
	for _, w := range strings.Fields(t.thus) {
		l[w] = word{class: isPast | isAdv, cue: cueSay}
	}
	for _, w := range strings.Fields(t.according) {
		l[w] = word{class: isPrep, cue: cueSay}
	}
	for _, w := range strings.Fields(t.inverted.male) {
		l[w] = word{class: isPron | isMale, cue: cueSay}
	}
	for _, w := range strings.Fields(t.inverted.female) {
		l[w] = word{class: isPron | isFemale, cue: cueSay}
	}
	return l
}

// seats returns the nominative of every word of t.bodies.
func (t *speechTable) seats() map[string]string {
	out := map[string]string{}
	for _, w := range strings.Fields(t.bodies) {
		where, who, _ := strings.Cut(w, "/")
		out[where] = who
	}
	return out
}
