package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// issuer returns who issued the text that predicate v quotes, or none: Lind
// released a statement saying ..., the pilots held banners reading ...
func (a *analysis) issuer(v int) int {
	x := &a.Verbs[v]
	if x.Kind != grammar.ClauseRelative || x.Subject > x.Phrase || !a.WordAt(x.Subject).Is(word.Saying) && !(x.Joined && a.shownText(x.Subject)) {
		return none
	}
	for u := v - 1; u >= 0; u-- {
		y := &a.Verbs[u]
		if y.Phrase < x.Subject && a.WordAt(y.Phrase).Is(word.Be) {
			return none // all they get is a message saying
		}
		if y.Phrase < x.Subject && x.Subject-y.Phrase <= 3 && y.Subject != none && (y.Subject < y.Phrase || y.Phrase == 0) && a.gives(u) && a.WordAt(y.Phrase).Cue != word.CueSay {
			return y.Subject
		}
	}
	return none
}

// gives reports whether the subject of predicate u can be who gives out a text: one
// who speaks, or whatever issues a statement, as a town may.
func (a *analysis) gives(u int) bool {
	y := &a.Verbs[u]
	if a.CanSpeak(y.Subject) {
		return true
	}
	t := a.HeadAt(y.Phrase)
	return issuing[a.Text[t.Start:t.End]] && !a.Empty(y.Subject)
}

// shownText reports whether noun phrase i is something that words are written on.
func (a *analysis) shownText(i int) bool {
	t := a.HeadAt(i)
	return shown[a.Text[t.Start:t.End]]
}

var (
	issuing = map[string]bool{"issued": true, "released": true, "issue": true, "issues": true, "releases": true, "sent": true, "posted": true, "placed": true, "ran": true, "launched": true, "aired": true, "unveiled": true}
	shown   = map[string]bool{
		"sign": true, "signs": true, "banner": true, "banners": true, "placard": true, "placards": true, "poster": true,
		"posters": true, "ads": true, "advertisements": true, "leaflets": true, "flyers": true, "cover": true, "piece": true,
		"campaign": true, "messages": true, "letters": true, "emails": true, "statements": true,
	}
)
