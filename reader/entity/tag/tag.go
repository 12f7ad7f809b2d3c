// Package tag marks the names in English text: a linear-chain conditional
// random field over sparse features, with the weights embedded.
//
// [Read] hands out a model, [Default] the one that ships; [NewText] prepares a
// text (words, tables, what the rest of the article tells of each word), and
// [Model.Names] marks the names in it. Only words with a capital and the few
// small words and marks that stand inside names are looked at; all others
// bear the label O by definition, which makes the tagger three times as fast.
//
// The trainer (reader/entity/train) uses the same features, through
// [Text.Segments] and [Text.Features].
package tag

import (
	_ "embed"
	"sync"
)

// Kind is what a name names.
type Kind uint8

// The kinds of names.
const (
	Person Kind = iota
	Organization
	Place
	Nationality
	Event
	Other
)

// String returns the name of the kind that training data uses.
func (k Kind) String() string {
	return [...]string{"PER", "ORG", "LOC", "NORP", "EVENT", "MISC"}[min(k, Other)]
}

// Label is what a word is to a name: nothing (0), or the whole, the beginning,
// the inside or the last of a name of some kind.
type Label uint8

// Labels is the number of labels.
const Labels = 1 + 4*6

// The parts of a name that a word can be.
const (
	whole = iota
	begin
	inside
	last
)

// LabelOf returns the label of a word that is part of a name of kind k: of n
// words it is number i.
func LabelOf(k Kind, i, n int) Label {
	part := inside
	switch {
	case n == 1:
		part = whole
	case i == 0:
		part = begin
	case i == n-1:
		part = last
	}
	return Label(1 + 4*int(k) + part)
}

// Kind returns the kind of name of a label that is not 0.
func (l Label) Kind() Kind { return Kind((l - 1) / 4) }

// opens reports whether a name begins with this label, or there is none.
func (l Label) opens() bool { return l == 0 || (l-1)%4 <= begin }

// closes reports whether a name ends with this label, or there is none.
func (l Label) closes() bool { return l == 0 || (l-1)%4 == whole || (l-1)%4 == last }

// Follows reports whether l may stand behind prev.
func (l Label) Follows(prev Label) bool {
	if prev.closes() {
		return l.opens()
	}
	return !l.opens() && l.Kind() == prev.Kind()
}

// Opens reports whether l may stand first.
func (l Label) Opens() bool { return l.opens() }

// Closes reports whether l may stand last.
func (l Label) Closes() bool { return l.closes() }

// Name is a name found: words First up to Last, not included.
type Name struct {
	First, Last int
	Kind        Kind
	// Sure is the chance, 0 to 1, that span and kind are right as the model sees it.
	Sure float64
}

//go:embed weights.bin
var weightsData []byte

// Default returns the model that ships. It is checked when it is first asked
// for; if the embedded bytes are damaged it marks nothing.
var Default = sync.OnceValue(func() *Model {
	m, err := Read(weightsData)
	if err != nil {
		return &Model{}
	}
	return m
})
