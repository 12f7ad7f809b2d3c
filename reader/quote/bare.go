package quote

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

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
	for i := a.Current.First; i < a.Current.Last; i++ {
		if t := &a.Tokens[i]; t.Run != none || t.Kind == grammar.KindMark || t.Kind == grammar.KindPunct {
			signs++
		} else {
			words++
		}
	}
	bare := longestOpen
	if signs > 0 && a.Stops(int(a.Current.Last)-1) {
		bare = longestBare
		signs--
	}
	return words > longestSentence || words > longestSparse && words > signs*sparse || words > bare && signs == 0
}

// speaker reports whether a source that turns on token head can be named as a
// speaker: a name, or a word for people, bodies and texts. Of others nothing
// is known, and often they are no speakers at all.
func (a *analysis) speaker(head int32) bool {
	t := &a.Tokens[head]
	if t.Kind != grammar.KindWord && t.Kind != grammar.KindNumber {
		return false
	}
	return t.Upper || t.Word.Is(word.Title|word.Role|word.Human|word.Org|word.Saying|word.Det|word.Number|word.Pron|word.Plural|word.Name) ||
		speaking[strings.ToLower(a.Text[t.Start:t.End])] || grammar.Agent(a.Text[t.Start:t.End])
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

// fragment reports whether the phrases from up to to, which predicate v
// reports, say too little to be told: a word or two ("how long", "Rennick
// expects"), whom somebody congratulated, or a bare thing that somebody did not
// mention, wrote, or that some radio explains.
func (a *analysis) fragment(v, from, to int) bool {
	if unnamed[strings.TrimPrefix(a.Text[a.Tokens[a.Phrases[from].First].Start:a.Tokens[a.Phrases[to-1].Last-1].End], "not ")] {
		return true
	}
	verb := false
	for p := from; p < to; p++ {
		k := a.KindAt(p)
		verb = verb || k == grammar.PhraseVerb
		if k == grammar.PhraseQuote || verb && (a.Phrases[p].Verb&grammar.Infinitive != 0 || a.WordAt(from).Is(word.Pron)) {
			return false
		}
	}
	x := &a.Verbs[v]
	s := a.stretch(from, to)
	cue := a.WordAt(x.Phrase).Cue
	switch first, last := a.TokensIn(int(s.start), int(s.end)); {
	case verb:
		return last-first <= 2
	case last-first <= 2 && cue != word.CueObject && cue != word.CueCall || a.Tokens[first].Word.Is(word.Object) && cue == word.CueObject:
		return true
	case a.denied(v) || a.anyBody(x.Subject):
		return true
	}
	if a.summons(x.Phrase, from, to) {
		return true
	}
	return plainly[a.Text[a.HeadAt(x.Phrase).Start:a.HeadAt(x.Phrase).End]]
}

// unnamed is what those ask who are not named; it is no news of theirs.
var unnamed = map[string]bool{"to be named": true, "to be identified": true, "to be quoted": true, "to be quoted by name": true, "to be identified by name": true}

// anyBody reports whether noun phrase p is some body that nobody named before: a radio.
func (a *analysis) anyBody(p int) bool {
	first, head := &a.Tokens[a.Phrases[p].First], a.HeadAt(p)
	w := a.Text[first.Start:first.End]
	return (word.EqualFold(w, "a") || word.EqualFold(w, "an")) && head.Word.Is(word.Org) && !head.Word.Is(word.Human|word.Role)
}

// denied reports whether predicate v did not happen: neither mentioned the
// letter, never spoke of it.
func (a *analysis) denied(v int) bool {
	x := &a.Verbs[v]
	for _, p := range [...]int{x.Subject, x.Phrase} {
		for i := a.Phrases[p].First; i < a.Phrases[p].Last; i++ {
			t := &a.Tokens[i]
			if w := a.Text[t.Start:t.End]; t.Word.Is(word.Not) || word.EqualFold(w, "neither") || word.EqualFold(w, "none") || word.EqualFold(w, "no") {
				return true
			}
		}
	}
	return false
}

// summons reports whether the verb at phrase i, behind which stand the phrases from
// up to to, tells whom somebody rang up or named rather than what he called them:
// called the harbour office on Friday, calling voters.
func (a *analysis) summons(i, from, to int) bool {
	if a.WordAt(i).Lemma != a.Language.Words["call"].Lemma || a.KindAt(from) != grammar.PhraseNoun || from != i+1 {
		return false
	}
	k := from + 1
	for k < to && (a.KindAt(k) == grammar.PhrasePrep || a.KindAt(k-1) == grammar.PhrasePrep) {
		k++
	}
	if k < to && a.KindAt(k) == grammar.PhraseAdv {
		k++ // called it sorely lacking, but not called him shortly before
		return k >= to || a.KindAt(k) == grammar.PhrasePrep
	}
	return k >= to || a.KindAt(k) != grammar.PhraseNoun
}

// plainly are verbs that report a clause; a thing behind them is what was
// written or handed over, or whom one spoke to.
var plainly = map[string]bool{
	"tell": true, "tells": true, "told": true, "telling": true, "ask": true, "asks": true, "asked": true, "asking": true,
	"maintain": true, "maintains": true, "maintained": true,
	"maintaining": true,
	"write":       true, "writes": true, "wrote": true, "written": true, "writing": true,
}
