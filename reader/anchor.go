package reader

import "strings"

// Anchor is a place in an article that is found again when the text has
// changed: the span, the words it covers, and some words before and after.
// It follows the text position and text quote selectors of the W3C Web
// Annotation Data Model.
type Anchor struct {
	Span   Span `json:"span"`
	Exact  Text `json:"exact"`
	Prefix Text `json:"prefix"`
	Suffix Text `json:"suffix"`
}

// anchorContext is how many bytes of text an Anchor keeps on either side.
const anchorContext = 48

// AnchorAt returns the anchor of s in markdown. The span is cut to the text.
func AnchorAt(markdown Text, s Span) Anchor {
	s = markdown.within(s)
	return Anchor{
		Span:   s,
		Exact:  markdown.Slice(s),
		Prefix: markdown.Slice(Span{s.Start - anchorContext, s.Start}),
		Suffix: markdown.Slice(Span{s.End, s.End + anchorContext}),
	}
}

// Find returns where the anchor's words stand in markdown: at the old place
// if they are still there, else at the occurrence whose surroundings agree
// best, the nearer one when two agree equally. It reports false if the words
// are gone.
func (a Anchor) Find(markdown Text) (Span, bool) {
	if !a.Span.Empty() && markdown.within(a.Span) == a.Span && markdown.Slice(a.Span) == a.Exact {
		return a.Span, true
	}
	exact := string(a.Exact)
	if exact == "" {
		at := max(0, min(a.Span.Start, len(markdown)))
		return Span{at, at}, true
	}
	best, found := Span{}, false
	bestScore, bestFar := -1, 0
	text := string(markdown)
	for from := 0; ; {
		i := strings.Index(text[from:], exact)
		if i < 0 {
			break
		}
		s := Span{from + i, from + i + len(exact)}
		score := commonSuffix(text[:s.Start], string(a.Prefix)) + commonPrefix(text[s.End:], string(a.Suffix))
		far := max(s.Start-a.Span.Start, a.Span.Start-s.Start)
		if score > bestScore || score == bestScore && far < bestFar {
			best, bestScore, bestFar, found = s, score, far, true
		}
		from = s.Start + 1
	}
	return best, found
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
