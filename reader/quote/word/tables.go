package word

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
func (t *speechTable) lexicon() Lexicon {
	l := make(Lexicon, 3000)
	if t.latin {
		l.list(maleForenames, Male|Forename)
		l.list(femaleForenames, Female|Forename)
	}
	l.set(t.forenames.male, Entry{Class: Male | Forename})
	l.set(t.forenames.female, Entry{Class: Female | Forename})
	t.speakers.enter(l)
	t.grammar.enter(l)
	t.reporting.enter(l)
	return l
}

// enter enters who speaks, but for forenames.
func (s *speakers) enter(l Lexicon) {
	l.list(s.pronouns, Pron)
	l.list(s.male, Pron|Male)
	l.list(s.female, Pron|Female)
	l.list(s.roles, Role|Human)
	l.list(s.women, Role|Human|Female)
	l.list(s.places, Poss)
	for w := range s.seats() {
		l.list(w, Org)
	}
}

// enter enters the small words.
func (g *grammar) enter(l Lexicon) {
	l.list(g.aux, Aux)
	l.list(g.articles, Det)
	l.list(g.preps, Prep)
	l.list(g.conjs, Conj)
	l.list(g.times, Time)
	l.list(g.adverbs, Adv)
	l.list(g.objects, Object)
}

// enter enters what reports, in place of whatever else a form may be.
func (r *reporting) enter(l Lexicon) {
	l.list(r.reported, Reported)
	for _, c := range r.stems {
		for _, w := range strings.Fields(c.stems) {
			for _, e := range strings.Fields(c.endings) {
				if !l[w+e].Is(Role) { // le juge
					l[w+e] = Entry{Class: Past, Cue: CueSay}
				}
			}
		}
	}
	l.set(r.verbs, Entry{Class: Past, Cue: CueSay})
	l.set(r.thus, Entry{Class: Past | Adv, Cue: CueSay})
	l.set(r.according, Entry{Class: Prep, Cue: CueSay})
	l.set(r.inverted.male, Entry{Class: Pron | Male, Cue: CueSay})
	l.set(r.inverted.female, Entry{Class: Pron | Female, Cue: CueSay})
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
