// Package query is the language in which the archive is asked: the filter of
// the list, the search, and the QUERY argument of every command.
//
//	iran sanctions          both words, anywhere in title, byline, text or the notes on it
//	"does not want"         the words next to each other, in this order
//	escal*                  every word that begins so
//	-opinion                not this word; - stands before anything
//	iran OR israel          one or the other; binds weaker than standing side by side
//	(a OR b) c              parentheses group
//	title:iran              this word in the title; see Field for the others
//	by:"anna meyer"         a value with blanks stands between marks
//	after:2024-04 is:unread fields that are no words
//
// Begin with [Parse]. What it returns is plain data that package store turns
// into SQL; this package knows neither files nor databases. Words are compared
// without regard to case and accents, by the reader of the tree, not here.
package query

import (
	"slices"
	"time"
)

// Query is a parsed query. The zero Query asks for everything. Two queries
// that ask for the same in the same words are equal under reflect.DeepEqual.
type Query struct {
	// Root is the whole question; nil asks for everything.
	Root *Node
}

// All reports whether the query asks for everything.
func (q Query) All() bool { return q.Root == nil }

// Words reports whether it asks for words of articles, for which the archive
// has an index.
func (q Query) Words() bool { return q.Root != nil && q.Root.words() }

func (n *Node) words() bool {
	if n.Op == OpTerm {
		return n.Term.Field == FieldAny || n.Term.Field == FieldTitle || n.Term.Field == FieldBy
	}
	return slices.ContainsFunc(n.Kids, (*Node).words)
}

// Op tells how a node joins its kids.
type Op uint8

// The kinds of nodes.
const (
	OpTerm Op = iota // a leaf: Term is set, Kids is empty
	OpAnd            // all of Kids (two or more)
	OpOr             // one of Kids (two or more)
	OpNot            // not Kids[0]
)

// Node is one node of a query's tree.
type Node struct {
	Op   Op
	Kids []*Node
	Term Term
}

// Term is one thing asked for.
type Term struct {
	Field Field
	Match Match
	// Text is what was written: never empty for words; for FieldIs and
	// FieldHas one of the words of their tables, in lower case; for dates as
	// written ("2024-04").
	Text string
	// From and To are set for dates: the first moment of the day, month or
	// year written, and the first after it, in UTC.
	From, To time.Time
}

// Match tells how a term's text is compared.
type Match uint8

// The ways to compare.
const (
	MatchWord   Match = iota // a whole word
	MatchPrefix              // the beginning of a word: escal*
	MatchPhrase              // words in a row: "does not want"
)

// Field names what a term is compared with.
type Field uint8

// The fields. The comment gives the name as it is written.
const (
	FieldAny      Field = iota // no name: title, byline, text and notes on it
	FieldTitle                 // title:
	FieldBy                    // by: the byline
	FieldSource                // source: the outlet's name or the address's host
	FieldTag                   // tag:
	FieldBefore                // before: published before the date begins
	FieldAfter                 // after: published on the date or later
	FieldOn                    // on: published on that day, in that month or year
	FieldIs                    // is: one of IsWords
	FieldSaid                  // said: somebody of that name is quoted
	FieldAbout                 // about: a quote, or the title, is about the name; see package store
	FieldMentions              // mentions: the name is mentioned
	FieldLang                  // lang: the language, as BCP 47 ("en")
	FieldHas                   // has: one of HasWords
)

// IsWords are the values that is: takes.
var IsWords = []string{"unread", "read", "starred", "highlighted", "stub"}

// HasWords are the values that has: takes.
var HasWords = []string{"quotes", "highlights", "notes"}

// fieldNames are the names of the fields as written, in order.
var fieldNames = [...]string{"", "title", "by", "source", "tag", "before", "after", "on", "is", "said", "about", "mentions", "lang", "has"}

// String returns the field's name as written, without the colon.
func (f Field) String() string { return fieldNames[min(int(f), len(fieldNames)-1)] }

// Fields returns the names of all fields, for completion and help.
func Fields() []string { return append([]string(nil), fieldNames[1:]...) }

// Error is a query that cannot be read: where, and why.
type Error struct {
	// Start and End are bytes of the query as given: the part that is wrong. They may be equal, at its end.
	Start, End int
	// Msg says why, in lower case without a full stop. It quotes nothing of
	// the query that is not safe to show.
	Msg string
}

// Error returns the reason alone: whoever shows it points at the place.
func (e *Error) Error() string { return e.Msg }
