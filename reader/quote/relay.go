package quote

// framedRun returns the predicate of the frame that a run has which opens the
// phrases from up to to, or none: "...," Lind said, according to the Herald. She
// said it, the Herald only relays it.
func (a *analysis) framedRun(from, to int) int {
	if a.kindAt(from) != phraseQuote || a.phrases[from].run == none {
		return none
	}
	if v := a.frameAfter(from); v != none && a.verbs[v].phrase < to {
		return v
	}
	return none
}

// relays notes with the quotes of sentence i, those from before on, who relays
// them: the words "according to the Herald" behind a frame.
func (a *analysis) relays(before int) {
	for p := range a.phrases {
		if !a.accordingAt(p) || a.kindAt(p+1) != phrasePrep || a.kindAt(p+2) != phraseNoun {
			continue
		}
		from, to, ok := a.accordingExtent(p)
		if !ok || to > p {
			continue
		}
		v := a.framedRun(from, to)
		for k := before; k < len(a.found) && v != none; k++ {
			if f := &a.found[k]; f.verb == v && f.relative.end == 0 {
				s, _ := a.mention(p + 2)
				f.relative = span{a.tokens[a.phrases[p].first].start, s.end}
			}
		}
	}
}

// author returns the noun phrase that tells who wrote the text or gave the record
// that noun phrase i is, or i: a document filed by the mayor.
func (a *analysis) author(i int) int {
	if a.human(i) || a.kindAt(i+1) != phraseVerb || a.kindAt(i+2) != phrasePrep || !a.isWord(i+2, "by") || a.kindAt(i+3) != phraseNoun || !a.canSpeak(i+3) {
		return i
	}
	v := a.headAt(i + 1)
	if !authoring[a.text[v.start:v.end]] {
		return i
	}
	return i + 3
}

// authoring are the participles behind which stands whose words a text holds.
var authoring = map[string]bool{
	"filed": true, "written": true, "released": true, "issued": true, "signed": true, "posted": true, "published": true,
	"provided": true, "drafted": true, "prepared": true, "sent": true,
}
