package quote

import "strings"

// Bounds of a sentence that indirect speech is looked for in, in words outside
// of quotation marks. What is longer has lost its signs, and nobody can tell
// where a report in it ends.
const (
	longestSentence = 160 // with whatever signs
	longestSparse   = 80  // with fewer commas and the like than one in so many words:
	sparse          = 20
	longestBare     = 60 // without any but the full stop
	longestOpen     = 40 // without that either
)

// lost reports whether the sentence at hand is one in name only: a text without
// signs, where the words before a cue are not its speaker.
func (a *analysis) lost() bool {
	words, signs := 0, 0
	for i := a.current.first; i < a.current.last; i++ {
		if t := &a.tokens[i]; t.run != none || t.kind == kindMark || t.kind == kindPunct {
			signs++
		} else {
			words++
		}
	}
	bare := longestOpen
	if signs > 0 && a.stops(int(a.current.last)-1) {
		bare = longestBare
		signs--
	}
	return words > longestSentence || words > longestSparse && words > signs*sparse || words > bare && signs == 0
}

// speaker reports whether a source that turns on token head can be named as a
// speaker: a name, or a word for people, bodies and texts. Of others nothing
// is known, and often they are no speakers at all.
func (a *analysis) speaker(head int32) bool {
	t := &a.tokens[head]
	if t.kind != kindWord && t.kind != kindNumber {
		return false
	}
	return t.upper || t.word.is(isTitle|isRole|isHuman|isOrg|isSaying|isDet|isNumber|isPron|isPlural|isName) ||
		speaking[strings.ToLower(a.text[t.start:t.end])] || agent(a.text[t.start:t.end])
}

// speaking are words for bodies and texts that reports name as their sources,
// beside those of the lexicon, which name more than that.
var speaking = map[string]bool{
	"group": true, "groups": true, "panel": true, "panels": true, "company": true, "companies": true, "firm": true, "firms": true,
	"state": true, "states": true, "city": true, "cities": true, "town": true, "towns": true, "village": true, "villages": true,
	"county": true, "counties": true, "country": true, "countries": true, "nation": true, "nations": true, "region": true,
	"rival": true, "rivals": true, "surrogate": true, "surrogates": true, "ex-wife": true, "ex-husband": true, "wife": true, "wives": true,
	"chorus": true, "pair": true, "trio": true, "duo": true, "couple": true, "majority": true, "side": true, "sides": true, "camp": true,
	"chamber": true, "body": true, "bodies": true, "unit": true, "units": true, "industry": true, "community": true, "communities": true,
	"tribe": true, "tribes": true, "bank": true, "banks": true, "union": true, "unions": true, "station": true, "newspaper": true,
	"newspapers": true, "paper": true, "papers": true, "website": true, "site": true, "blog": true, "program": true, "programme": true,
	"poll": true, "polls": true, "survey": true, "surveys": true, "study": true, "studies": true, "analysis": true, "analyses": true,
	"data": true, "database": true, "statistics": true, "figures": true, "estimates": true, "records": true, "accounts": true,
	"account": true, "brief": true, "filing": true, "filings": true, "complaint": true, "lawsuit": true, "indictment": true, "memo": true,
	"review": true, "editorial": true, "editorials": true, "submission": true, "transcript": true, "clip": true, "sign": true, "signs": true,
	"law": true, "media": true, "rule": true, "rules": true, "ruling": true, "bill": true, "treaty": true, "guidelines": true, "story": true,
	"household": true, "households": true, "crew": true, "crews": true, "staff": true, "clergy": true, "jury": true, "public": true,
}

// agents are endings of words for those who do something.
var agents = [...]string{"er", "or", "ist", "ian", "man", "men", "woman", "women", "eer", "ee", "ant", "ent"}

// agent reports whether a word ends as those do that name who does something:
// fisherman, organists.
func agent(w string) bool {
	if len(w) < 5 {
		return false
	}
	one := strings.TrimSuffix(w, "s")
	for _, e := range agents {
		if strings.HasSuffix(one, e) {
			return true
		}
	}
	return false
}

// fragment reports whether the phrases from up to to, which predicate v
// reports, say too little to be told: a word or two ("how long", "Rennick
// expects"), whom somebody congratulated, or a bare thing that somebody did not
// mention, wrote, or that some radio explains.
func (a *analysis) fragment(v, from, to int) bool {
	if unnamed[strings.TrimPrefix(a.text[a.tokens[a.phrases[from].first].start:a.tokens[a.phrases[to-1].last-1].end], "not ")] {
		return true
	}
	verb := false
	for p := from; p < to; p++ {
		k := a.kindAt(p)
		verb = verb || k == phraseVerb
		if k == phraseQuote || verb && (a.phrases[p].verb&infinitive != 0 || a.wordAt(from).is(isPron)) {
			return false
		}
	}
	x := &a.verbs[v]
	s := a.stretch(from, to)
	cue := a.wordAt(x.phrase).cue
	switch first, last := a.tokensIn(int(s.start), int(s.end)); {
	case verb:
		return last-first <= 2
	case last-first <= 2 && cue != cueObject && cue != cueCall || a.tokens[first].word.is(isObject) && cue == cueObject:
		return true
	case a.denied(v) || a.anyBody(x.subject):
		return true
	}
	return plainly[a.text[a.headAt(x.phrase).start:a.headAt(x.phrase).end]]
}

// unnamed is what those ask who are not named; it is no news of theirs.
var unnamed = map[string]bool{"to be named": true, "to be identified": true, "to be quoted": true, "to be quoted by name": true, "to be identified by name": true}

// anyBody reports whether noun phrase p is some body that nobody named before: a radio.
func (a *analysis) anyBody(p int) bool {
	first, head := &a.tokens[a.phrases[p].first], a.headAt(p)
	w := a.text[first.start:first.end]
	return (equalFold(w, "a") || equalFold(w, "an")) && head.word.is(isOrg) && !head.word.is(isHuman|isRole)
}

// denied reports whether predicate v did not happen: neither mentioned the
// letter, never spoke of it.
func (a *analysis) denied(v int) bool {
	x := &a.verbs[v]
	for _, p := range [...]int{x.subject, x.phrase} {
		for i := a.phrases[p].first; i < a.phrases[p].last; i++ {
			t := &a.tokens[i]
			if w := a.text[t.start:t.end]; t.word.is(isNot) || equalFold(w, "neither") || equalFold(w, "none") || equalFold(w, "no") {
				return true
			}
		}
	}
	return false
}

// plainly are verbs that report a clause; a thing behind them is what was
// written or handed over, or whom one spoke to.
var plainly = map[string]bool{
	"tell": true, "tells": true, "told": true, "telling": true, "ask": true, "asks": true, "asked": true, "asking": true,
	"write": true, "writes": true, "wrote": true, "written": true, "writing": true,
}
