package reader

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Digest is all that the makers find in one article.
type Digest struct {
	Article  Article
	Plain    Plain
	Quotes   []Quote  // in the order of the text
	Entities []Entity // by weight, the most important first
	Words    int      // words of the running text
}

// Quote is something that somebody is reported to have said.
type Quote struct {
	Kind QuoteKind
	// Content is what was said: one span, or several where the cue stands in
	// between ("A," she said, "B"). Direct ones are without their marks.
	Content []Span
	// Source is the mention of the speaker as written ("he", "the minister"), behind it
	// who only relays the words ("according to the Herald"); empty if the text has none.
	Source []Span
	// Cue is the word that reports ("said", "according to").
	Cue     []Span
	Speaker Speaker
	// Confidence is the chance, 0 to 1, that Speaker is right.
	Confidence float64
}

// SureEnough is the confidence from which a speaker's name is shown. Below it
// a reader is told "unattributed": a wrong name costs more than none.
const SureEnough = 0.5

// Attributed reports whether the speaker is known well enough to be shown.
func (q *Quote) Attributed() bool { return q.Speaker.Name != "" && q.Confidence >= SureEnough }

// Extent returns the span from the first part of the content to the last.
func (q *Quote) Extent() Span {
	if len(q.Content) == 0 {
		return Span{}
	}
	return Span{q.Content[0].Start, q.Content[len(q.Content)-1].End}
}

// Words returns what was said as one line, for people: without markup, and
// with an ellipsis where the text has something else between two parts. Of a
// mixed quote the parts that stand in marks keep them. P is the article's text.
func (q *Quote) Words(p *Plain) Text {
	var b strings.Builder
	last := -1
	for _, s := range q.Content {
		start, end, ok := p.Range(s)
		if !ok {
			continue
		}
		words := p.Text[start:end]
		if q.Kind == QuoteMixed && len(q.Content) > 1 && markedOff(p.Text, start, end) {
			words = "“" + words + "”"
		}
		switch {
		case last < 0:
		case last <= start && strings.Trim(p.Text[last:start], between) == "":
			b.WriteByte(' ')
		default:
			b.WriteString(" … ")
		}
		b.WriteString(words)
		last = end
	}
	return CleanLine(b.String())
}

// The signs that may stand between two parts that follow each other, and those
// that stand around words.
const (
	between = " \t\n\u00a0" + opening + closing
	opening = "\"“„«»"
	closing = "\"”“»«"
)

// markedOff reports whether quotation marks stand right around a stretch of
// text that holds none.
func markedOff(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], ".,"))
	return strings.ContainsRune(opening, before) && strings.ContainsRune(closing, after) &&
		!strings.ContainsAny(text[start:end], opening+closing)
}

// QuoteKind tells how the words are reported.
type QuoteKind uint8

// The kinds of quotes.
const (
	QuoteIndirect QuoteKind = iota // the reporter's words: The Kremlin said it was looking into ...
	QuoteMixed                     // both: urged all sides to exercise "restraint"
	QuoteDirect                    // the speaker's own words, between marks
)

// String returns "indirect", "mixed" or "direct".
func (k QuoteKind) String() string {
	return [...]string{"indirect", "mixed", "direct"}[min(k, QuoteDirect)]
}

// Speaker is who said something.
type Speaker struct {
	// Name is the full name where the text allows it ("Sergei Lavrov" for
	// "he"), else the name or role as the text has it; empty if nobody can be named.
	Name Text
	Kind SpeakerKind
	// Inferred is set when the name stands in no word of this article but was
	// completed from others of the archive.
	Inferred bool
}

// SpeakerKind tells what a speaker is.
type SpeakerKind uint8

// The kinds of speakers.
const (
	SpeakerUnknown SpeakerKind = iota
	SpeakerPerson
	SpeakerOrganization
	SpeakerRole // a person or group known by role only: "officials", "the spokesman"
)

// String returns "", "person", "organization" or "role".
func (k SpeakerKind) String() string {
	return [...]string{"", "person", "organization", "role"}[min(k, SpeakerRole)]
}

// Entity is one thing that an article names, with every place where it does.
type Entity struct {
	Name Text // the fullest name that the article has
	Kind EntityKind
	// Mentions are the places that name it, in order. Never empty.
	Mentions []Span
	// Roles are the places that call a person by what he is, where the text
	// ties that to him: "the foreign minister". In order, apart from Mentions.
	Roles []Span
	// Aliases are the other names that this article has for it ("Lavrov", "the IRGC").
	Aliases []Text
	// Country is the Wikidata identifier of the country that a nationality
	// belongs to, or that a country is; empty for all else.
	Country string
	// Confidence is the chance, 0 to 1, that name and kind are right.
	Confidence float64
}

// Places returns mentions and roles together, in order.
func (e *Entity) Places() []Span {
	if len(e.Roles) == 0 {
		return e.Mentions
	}
	all := slices.Concat(e.Mentions, e.Roles)
	slices.SortFunc(all, func(a, b Span) int { return a.Start - b.Start })
	return all
}

// Count returns how often the article names the entity or calls it by what it is.
func (e *Entity) Count() int { return len(e.Mentions) + len(e.Roles) }

// EntityKind tells what an entity is.
type EntityKind uint8

// The kinds of entities.
const (
	EntityOther EntityKind = iota
	EntityPerson
	EntityOrganization
	EntityPlace
	EntityNationality
	EntityEvent
	EntityWork
)

// entityKinds are the names of the kinds, in order.
var entityKinds = [...]string{"other", "person", "organization", "place", "nationality", "event", "work"}

// String returns the kind's name in lower case, such as "person".
func (k EntityKind) String() string { return entityKinds[min(int(k), len(entityKinds)-1)] }

// ParseEntityKind returns the kind of that name.
func ParseEntityKind(name string) (EntityKind, bool) {
	for k, n := range entityKinds {
		if n == name {
			return EntityKind(k), true
		}
	}
	return EntityOther, false
}
