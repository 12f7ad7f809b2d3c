package quote

import "offprint/reader"

// The chance that a quote's speaker is right is the product of two: that the
// source is the right one, which depends on how the quote was tied to it, and
// that its name is, which depends on what the source is. Both tables are
// rounded from counts on articles that served no other purpose; those of
// pronouns and roles are from newspapers whose speakers are known by name.

// sureSource is the chance that the source is right, by pattern.
var sureSource = [...]float64{
	patternNone:      0,
	patternAfter:     0.98,
	patternBefore:    0.90,
	patternInside:    0.92,
	patternAround:    0.90,
	patternAccording: 0.88,
	patternLoose:     0.70,
	patternVague:     0.45,
	patternNoun:      0.60,
	patternCarried:   0.85,
	patternLabel:     0.95,
	patternSubject:   0.60,
	patternSigned:    0.95,
	patternIndirect:  0.85,
}

// sureName is the chance that the name is right, given the source.
var sureName = [...]float64{
	evidenceNone:    0.85,
	evidenceFull:    0.99,
	evidenceShort:   0.98,
	evidencePronoun: 0.91,
	evidenceRole:    0.80,
}

// confidenceOf is the chance that the speaker of f is right.
func (a *analysis) confidenceOf(f *found) float64 {
	if f.speaker.Name == "" {
		return 0
	}
	c := sureSource[f.how] * sureName[f.by]
	if f.how == patternBefore && a.announced(f) {
		c = 0.97 * sureName[f.by] // she said: "..."
	}
	if !a.Language.Full && f.by == evidencePronoun {
		c *= 0.85 // without a grammar of clauses, he is often somebody else
	}
	if f.mute && f.person == none {
		c *= 0.75
	}
	if f.speaker.Kind == reader.SpeakerPerson && f.person != none && !a.Named.Surely(f.person) {
		c *= 0.93
	}
	return c
}

// announced reports whether a colon or comma stands between the cue and the words.
func (a *analysis) announced(f *found) bool {
	if f.first == none || f.cue.end > a.parts[f.first].start {
		return false
	}
	for i := f.cue.end; i < a.parts[f.first].start; i++ {
		if c := a.Text[i]; c == ':' || c == ',' {
			return true
		}
	}
	return false
}
