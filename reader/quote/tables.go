package quote

import "strings"

// speechTable holds the words by which one language reports direct speech;
// each language has a file of its own.
type speechTable struct {
	reporting
	speakers
	grammar
	traits
}

// reporting are the words that report.
type reporting struct {
	stems     []stemClass
	verbs     string // said, says: forms that report
	thus      string // so: reports between a sign and a name
	according string // before a source: laut, selon
	inverted  pair   // verbs grown together with he and she: dit-il
	reported  string // sei: tells that what it says was said
}

// speakers are the words that stand for who speaks.
type speakers struct {
	pronouns  string // they, we: as subjects
	male      string // he
	female    string // she
	roles     string // the spokesman: a source though it has no capital
	women     string // roles in the form that only women have
	places    string // of France: between a role and a name, where no article stands
	bodies    string // where bodies speak, and the nominative: министерстве/министерство
	forenames pair   // of another script, or other than in English
}

// grammar are the small words.
type grammar struct {
	aux      string // has, hat, a: may stand before the verb
	articles string
	preps    string
	conjs    string // and, that, because
	times    string // today, Monday
	adverbs  string // also, later
	objects  string // him, journalists
}

// traits are what else a language has that another has not.
type traits struct {
	dashes bool // direct speech may begin with a dash
	nouns  bool // nouns have capitals
	elides bool // words lose their vowel before another: l'université
	latin  bool // the forenames of English help
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
	l.set(t.forenames.male, word{class: isMale | isForename})
	l.set(t.forenames.female, word{class: isFemale | isForename})
	t.speakers.enter(l)
	t.grammar.enter(l)
	t.reporting.enter(l)
	return l
}

// enter enters who speaks, but for forenames.
func (s *speakers) enter(l lexicon) {
	l.list(s.pronouns, isPron)
	l.list(s.male, isPron|isMale)
	l.list(s.female, isPron|isFemale)
	l.list(s.roles, isRole|isHuman)
	l.list(s.women, isRole|isHuman|isFemale)
	l.list(s.places, isPoss)
	for w := range s.seats() {
		l.list(w, isOrg)
	}
}

// enter enters the small words.
func (g *grammar) enter(l lexicon) {
	l.list(g.aux, isAux)
	l.list(g.articles, isDet)
	l.list(g.preps, isPrep)
	l.list(g.conjs, isConj)
	l.list(g.times, isTime)
	l.list(g.adverbs, isAdv)
	l.list(g.objects, isObject)
}

// enter enters what reports, in place of whatever else a form may be.
func (r *reporting) enter(l lexicon) {
	l.list(r.reported, isReported)
	for _, c := range r.stems {
		for _, w := range strings.Fields(c.stems) {
			for _, e := range strings.Fields(c.endings) {
				if !l[w+e].is(isRole) { // le juge
					l[w+e] = word{class: isPast, cue: cueSay}
				}
			}
		}
	}
	l.set(r.verbs, word{class: isPast, cue: cueSay})
	l.set(r.thus, word{class: isPast | isAdv, cue: cueSay})
	l.set(r.according, word{class: isPrep, cue: cueSay})
	l.set(r.inverted.male, word{class: isPron | isMale, cue: cueSay})
	l.set(r.inverted.female, word{class: isPron | isFemale, cue: cueSay})
}

// seats returns the nominative of every word of bodies.
func (s *speakers) seats() map[string]string {
	out := map[string]string{}
	for _, w := range strings.Fields(s.bodies) {
		where, who, _ := strings.Cut(w, "/")
		out[where] = who
	}
	return out
}
