package tag

import "offprint/reader/entity/gazetteer"

// lexicon is what a whole article tells of each of its words: how it is
// written elsewhere, and in what company.
type lexicon struct {
	runs  []run
	infos []info
	sport int // how many words of sport the article has
	words int
	slots []int32 // open addressing by hash; index of infos + 1
}

// run is a stretch of capital words without anything between them.
type run struct{ first, last int }

// info is what is known of one word, in all its places of the article.
type info struct {
	hash    uint64
	lower   uint16 // how often it is written small
	middle  uint16 // how often with a capital, not first in its sentence
	company company
	// contexts is how many of before and behind are set: the words around the
	// runs that the word is in.
	contexts       int
	before, behind [maxContexts]uint64
	full           int32 // the run, of two words or more, that it is last in; -1 if none
}

// maxContexts is of how many places of a word the words around it are kept.
const maxContexts = 4

// company tells in what company a word is found.
type company uint16

const (
	afterGiven   company = 1 << iota // last in a run that begins with a given name
	isGiven                          // first in such a run
	afterTitle                       // in a run with a title before it
	withOrgWord                      // in a run that ends with such a word as Ministry
	afterIn                          // a run by itself behind "in", "at", "near"
	beforeSaid                       // in a run before "said" and the like
	inLonger                         // in a run of two or more
	afterThe                         // a run by itself behind "the"
	acronymOf                        // in parentheses behind a run that it abbreviates
	beforeOf                         // before "of"
	possessive                       // before 's
	afterDemonym                     // behind a nationality
	afterBy                          // behind "by", "with" and the like
	inParens                         // a run by itself in parentheses
)

// Small words whose company tells something; the hashes are looked up often.
var (
	inWords   = hashSet("in", "at", "near", "from", "outside", "across", "around", "into", "throughout")
	saidWords = hashSet("said", "says", "told", "added", "tweeted", "wrote", "announced", "claimed", "argued", "warned", "called", "asked", "who", "noted", "insisted", "explained", "believes")
	byWords   = hashSet("by", "with", "against", "between", "versus", "vs", "over", "joined", "beat", "and")
	hashThe   = gazetteer.Hash("the")
	hashOf    = gazetteer.Hash("of")
	hashS     = gazetteer.Hash("'s")
	hashComma = gazetteer.Hash(",")
	// sportWords are words of sport reports.
	sportWords = hashSet("match", "season", "coach", "league", "goal", "goals", "striker", "midfielder", "defender", "game", "games",
		"team", "teams", "scored", "win", "wins", "cup", "players", "player", "points", "side", "squad", "club", "champions",
		"championship", "tournament", "innings", "wicket", "wickets", "batsman", "quarterback", "touchdown", "rebounds",
		"playoffs", "semi-final", "semi-finals", "final", "race", "lap", "podium", "qualifying", "tennis", "football",
		"soccer", "cricket", "rugby", "golf", "basketball", "baseball", "hockey", "fixture", "halftime", "half-time", "penalty")
)

func hashSet(words ...string) map[uint64]bool {
	m := make(map[uint64]bool, len(words))
	for _, w := range words {
		m[gazetteer.Hash(w)] = true
	}
	return m
}

// learn reads a whole text.
func (l *lexicon) learn(t *Text) {
	n := 64
	for n < 2*len(t.words) {
		n *= 2
	}
	l.slots = make([]int32, n)
	l.infos = make([]info, 0, len(t.words)/3+8)
	for _, s := range t.sentences {
		for i := s.first; i < s.last; {
			w := &t.words[i]
			if !w.form.upper() {
				l.words++
				if sportWords[w.hash] {
					l.sport++
				}
				if w.form == formSmall && s.style == normal {
					in := l.add(w.hash)
					in.lower++
				}
				i++
				continue
			}
			j := i
			for j < s.last && t.words[j].form.upper() {
				t.words[j].run = int32(len(l.runs))
				j++
			}
			l.runs = append(l.runs, run{i, j})
			l.learnRun(t, s, i, j)
			i = j
		}
	}
}

// learnRun takes note of the company of the words of one run.
func (l *lexicon) learnRun(t *Text, s sentence, first, last int) {
	c, single := t.around(s, first, last), last-first == 1
	if single {
		c |= t.acronym(s, first)
	} else if t.words[last-1].flags&gazetteer.OrgWord != 0 {
		c |= withOrgWord
	}
	given := !single && t.words[first].flags&gazetteer.First != 0
	before, behind := t.edges(s, first, last)
	for i := first; i < last; i++ {
		in := l.add(t.words[i].hash)
		in.company |= c
		if s.style != normal {
			continue
		}
		if in.contexts < maxContexts && (i == first || i == last-1) {
			in.before[in.contexts], in.behind[in.contexts] = before, behind
			in.contexts++
		}
		if i > s.first {
			in.middle++
		}
		if !single {
			in.long(i == first, i == last-1, given, t.words[first].run)
		}
	}
}

// long takes note that the word is in a run of two or more, first or last in
// it; given tells that the run begins with a given name.
func (in *info) long(first, last, given bool, run int32) {
	in.company |= inLonger
	if given && first {
		in.company |= isGiven
	}
	if last {
		if given {
			in.company |= afterGiven
		}
		in.full = run
	}
}

// edges returns the hashes of the words before and behind a run.
func (t *Text) edges(s sentence, first, last int) (before, behind uint64) {
	before, behind = edgeBefore, edgeAfter
	if first > s.first {
		before = t.words[first-1].hash
	}
	if last < s.last {
		behind = t.words[last].hash
	}
	return before, behind
}

// around tells what stands before and behind a run.
func (t *Text) around(s sentence, first, last int) company {
	var c company
	single := last-first == 1
	if first > s.first {
		prev := &t.words[first-1]
		switch {
		case single && prev.hash == hashThe:
			c |= afterThe
		case single && inWords[prev.hash]:
			c |= afterIn
		case byWords[prev.hash]:
			c |= afterBy
		}
		if single && prev.text == "(" && last < s.last && t.words[last].text == ")" {
			c |= inParens
		}
	}
	if t.words[first].flags&gazetteer.Title != 0 && !single || first > s.first && t.words[first-1].flags&gazetteer.Title != 0 {
		c |= afterTitle
	}
	if !single && t.words[first].flags&gazetteer.Demonym != 0 {
		c |= afterDemonym
	}
	if last < s.last {
		switch next := &t.words[last]; {
		case next.hash == hashOf:
			c |= beforeOf
		case next.hash == hashS:
			c |= possessive
		case saidWords[next.hash]:
			c |= beforeSaid
		}
	}
	return c
}

// acronym tells whether the word at i, in parentheses, abbreviates the
// capital words before it.
func (t *Text) acronym(s sentence, i int) company {
	if t.words[i].form != formCapitals || i < s.first+3 || t.words[i-1].text != "(" {
		return 0
	}
	if t.expansion(i, s.first) < i-1 {
		return acronymOf
	}
	return 0
}

// expansion returns where the name begins that the acronym at word i
// abbreviates, given that the name ends before the parenthesis at i-1; i if
// there is none. No word before limit is looked at.
func (t *Text) expansion(i, limit int) int {
	letters := t.words[i].text
	k, at := len(letters)-1, i-2
	for at >= limit && k >= 0 && i-at < 12 {
		w := t.words[at].text
		switch {
		case w[0]|0x20 == letters[k]|0x20:
			k--
		case insideWords[w] || openingWords[w]:
		default:
			return i
		}
		at--
	}
	if k >= 0 || at+1 >= i-2 || !t.words[at+1].form.upper() {
		return i
	}
	return at + 1
}

// topic tells how much of sport is in the article: 0 none, 2 a report of sport.
func (l *lexicon) topic() uint64 {
	switch {
	case l.sport < 2 || l.sport*100 < l.words:
		return 0
	case l.sport*33 < l.words:
		return 1
	}
	return 2
}

// add returns what is known of the word with hash h, a new entry if nothing is.
// The result holds until the next add.
func (l *lexicon) add(h uint64) *info {
	mask := uint64(len(l.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if l.slots[i] == 0 {
			l.infos = append(l.infos, info{hash: h, full: -1})
			l.slots[i] = int32(len(l.infos))
			return &l.infos[len(l.infos)-1]
		}
		if in := &l.infos[l.slots[i]-1]; in.hash == h {
			return in
		}
	}
}

// find is add without adding: nil if nothing is known.
func (l *lexicon) find(h uint64) *info {
	mask := uint64(len(l.slots) - 1)
	for i := h & mask; l.slots[i] != 0; i = (i + 1) & mask {
		if in := &l.infos[l.slots[i]-1]; in.hash == h {
			return in
		}
	}
	return nil
}
