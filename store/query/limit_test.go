package query

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestLimits: a query is read up to each of the bounds and refused with its
// reason one step behind it.
func TestLimits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		in      func(n int) string
		last    int
		from    func(n int) int // where the error begins
		wantMsg string
	}{
		{"bytes", func(n int) string { return strings.Repeat("a", n) }, maxBytes, func(int) int { return maxBytes }, "the query is too long"},
		{"terms", func(n int) string { return strings.TrimSpace(strings.Repeat("a ", n)) }, maxTerms, func(int) int { return 2 * maxTerms }, "the query asks for too many things"},
		{"groups", func(n int) string { return strings.Repeat("(", n-1) + "a" + strings.Repeat(")", n-1) }, maxDepth, func(int) int { return maxDepth }, "too many parentheses in each other"},
		{"hyphens", func(n int) string { return strings.Repeat("-", n-1) + "a" }, maxDepth, func(int) int { return maxDepth }, "too many parentheses in each other"},
	} {
		if _, err := Parse(c.in(c.last)); err != nil {
			t.Errorf("%s: %d are refused: %v", c.name, c.last, err)
		}
		in := c.in(c.last + 1)
		_, err := Parse(in)
		if e, ok := errors.AsType[*Error](err); !ok || e.Msg != c.wantMsg || e.Start != c.from(c.last) || e.End != len(in) {
			t.Errorf("%s: %d give %#v, want %q at %d", c.name, c.last+1, err, c.wantMsg, c.from(c.last))
		}
	}
	// Groups side by side are not in each other.
	if _, err := Parse(strings.TrimSpace(strings.Repeat("(a b) ", maxTerms/2))); err != nil {
		t.Errorf("groups side by side: %v", err)
	}
}

// TestFirstMistake: of several mistakes the first is told, with the bytes that
// a screen underlines.
func TestFirstMistake(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, marked, msg string }{
		{"AND iran", "AND", "nothing stands before this; the word itself is written between quotation marks"},
		{"a AND AND b", "AND", "nothing stands before this; the word itself is written between quotation marks"},
		{"-OR", "OR", "nothing stands before this; the word itself is written between quotation marks"},
		{"a AND", "", "something is missing here"},
		{"a AND )", "", "something is missing here"},
		{") a", ")", "nothing stands before this"},
		{"a OR ) b", ")", "nothing stands before this"},
		{"x (OR a)", "OR", "nothing stands before OR"},
		{"(a OR ", "", "something is missing at the end"},
		{"( ) (b", "( )", "nothing stands in the parentheses"},
		{`by: x`, "by:", "a value is missing after by:"},
		{`by:(x)`, "by:", "a value is missing after by:"},
		{`(by:) nope:x`, "by:", "a value is missing after by:"},
		{`nope:x sorce:y`, "nope", "there is no such field; there are " + strings.Join(Fields(), ", ")},
		{`a "b (c`, `"b (c`, "the quotation mark is not closed"},
		{"zone:x", "zone", "there is no such field; there are " + strings.Join(Fields(), ", ")},
		{"x ZA:x", "ZA", "there is no such field; there are " + strings.Join(Fields(), ", ")},
		{"(a OR)", ")", "nothing stands before this"},
		{"(a AND) b", "", "something is missing here"},
		{"has:quot*", "quot*", "after has: stands one of quotes, highlights, notes"},
		{"on:2024*", "2024*", "a date is written 2024, 2024-04 or 2024-04-19"},
		{"on:202*", "202*", "a date is written 2024, 2024-04 or 2024-04-19"},
		{"on:2024-4", "2024-4", "a date is written 2024, 2024-04 or 2024-04-19"},
		{"on:2023-02-29", "2023-02-29", "a date is written 2024, 2024-04 or 2024-04-19"},
		{`tag:"–"`, `"–"`, "there is no letter or digit to look for"},
		{"*", "*", "there is no letter or digit to look for"},
		{"a \xff", "a \xff", "the query is not valid text"},
	} {
		_, err := Parse(c.in)
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Msg != c.msg || c.in[e.Start:e.End] != c.marked {
			t.Errorf("Parse(%q) = %#v, want %q marked: %s", c.in, err, c.marked, c.msg)
		}
	}
}

// TestShapes: what is written in several ways reads the same, and is written out in one.
func TestShapes(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"a(b)":                   "a b",
		"a(b OR c)d":             "a (b OR c) d",
		`a"b c"d`:                `a "b c" d`,
		"„b c“":                  `"b c"`,
		"( a )":                  "a",
		"-( a )":                 "-a",
		"(a b) OR c":             "a b OR c",
		"a AND b AND c":          "a b c",
		"(a OR b) OR c":          "(a OR b) OR c",
		"((a b) c) d":            "((a b) c) d",
		"-(a b)":                 "-(a b)",
		"NOT NOT a":              "--a",
		"NOT (a OR b)":           "-(a OR b)",
		"a (b OR -(c d))":        "a (b OR -(c d))",
		`is:"unread"`:            "is:unread",
		`on:"2024-04-19"`:        "on:2024-04-19",
		`BY:"Anna  Roth"`:        `by:"Anna Roth"`,
		"notes:":                 "",
		"12:30 http://x.example": "12:30 http://x.example",
		"ANDY ORBAN NOTE":        "ANDY ORBAN NOTE",
		"a OR(b)":                "a OR b",
		"source:x-y.example":     "source:x-y.example",
		"title:escal*":           "title:escal*",
		"a\u00a0b\nc":            "a b c",
	} {
		q, err := Parse(in)
		if want == "" {
			if err == nil {
				t.Errorf("Parse(%q) = %s, want an error", in, q)
			}
			continue
		}
		if err != nil || q.String() != want {
			t.Errorf("Parse(%q) = %s, %v; want %s", in, q, err, want)
		}
	}
	for in, want := range map[string]*Node{
		"a OR(b)":  or(word("a"), word("b")),
		`a OR"b"`:  or(word("a"), term(FieldAny, MatchPhrase, "b")),
		"a AND(b)": and(word("a"), word("b")),
	} {
		if q, err := Parse(in); err != nil || !reflect.DeepEqual(q.Root, want) {
			t.Errorf("Parse(%q) = %s, %v; want %s", in, q, err, Query{want})
		}
	}
	var none Query
	if !none.All() || none.String() != "" || !reflect.DeepEqual(none.Typing(), none) {
		t.Errorf("the zero query is %q, All %v", none, none.All())
	}
	for range none.Terms {
		t.Error("the zero query has a term")
	}
	if q, _ := Parse("x"); q.All() {
		t.Error("a query for a word asks for everything")
	}
}

// TestTypingOpens: every field that has words is open at its end while it is
// typed; the others, and what is put between marks, stay as they are.
func TestTypingOpens(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"title:a": "title:a*", "by:a": "by:a*", "source:a": "source:a*", "tag:a": "tag:a*", "about:a": "about:a*", "mentions:a": "mentions:a*",
		"lang:en": "lang:en", "has:notes": "has:notes", "before:2024": "before:2024", "after:2024": "after:2024", "on:2024": "on:2024",
		"a*": "a*", `by:"a b"`: `by:"a b"`, "(a OR b) (c OR d)": "(a OR b) (c OR d*)", "a OR -b": "a OR -b",
	} {
		q, err := Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Typing().String(); got != want {
			t.Errorf("Typing of %q = %q, want %q", in, got, want)
		}
	}
}

// TestTerms: what marks hits is given all terms but those that must not be
// there, in their order, and is asked no further once it has enough.
func TestTerms(t *testing.T) {
	t.Parallel()
	q, err := Parse(`a -b (title:c OR -(d OR e) OR "f g") -NOT h on:2024 i*`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for term := range q.Terms {
		got = append(got, term.Text)
	}
	if want := []string{"a", "c", "f g", "2024", "i"}; !slices.Equal(got, want) {
		t.Errorf("terms %q, want %q", got, want)
	}
	for stop := 1; stop < len(got); stop++ {
		n := 0
		for range q.Terms {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("asked for %d terms, was given %d", stop, n)
		}
	}
}

// TestWrittenAndRead: any tree within the bounds, written out, reads as itself.
func TestWrittenAndRead(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	leaves := []string{"a", "iran*", `"a b"`, "title:x", `by:"y z"`, "is:read", "on:2024-04", "e-mail", "or", "12:30"}
	var tree func(depth int) *Node
	tree = func(depth int) *Node {
		op := Op(r.IntN(4))
		if depth == 0 || op == OpTerm {
			q, err := Parse(leaves[r.IntN(len(leaves))])
			if err != nil {
				t.Fatal(err)
			}
			return q.Root
		}
		if op == OpNot {
			return not(tree(depth - 1))
		}
		n := &Node{Op: op}
		for range 2 + r.IntN(2) {
			n.Kids = append(n.Kids, tree(depth-1))
		}
		return n
	}
	for range 2000 {
		q := Query{Root: tree(3)}
		again, err := Parse(q.String())
		if err != nil || !reflect.DeepEqual(again, q) {
			t.Fatalf("%s reads as %s, %v", q, again, err)
		}
	}
}

// TestFieldNames: every field has a name of its own, also one that is none.
func TestFieldNames(t *testing.T) {
	t.Parallel()
	names := Fields()
	for i, name := range names {
		if f := Field(i + 1); f.String() != name || name == "" {
			t.Errorf("field %d is %q, want %q", f, f, name)
		}
	}
	if got := Field(200).String(); got != names[len(names)-1] {
		t.Errorf("a field that is none is %q", got)
	}
	names[0] = "changed"
	if Fields()[0] == "changed" {
		t.Error("the table can be changed from outside")
	}
}
