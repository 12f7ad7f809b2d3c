package query

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

func word(s string) *Node { return &Node{Term: Term{Text: s}} }

func term(f Field, m Match, s string) *Node {
	return &Node{Term: Term{Field: f, Match: m, Text: s}}
}

func and(k ...*Node) *Node { return &Node{Op: OpAnd, Kids: k} }
func or(k ...*Node) *Node  { return &Node{Op: OpOr, Kids: k} }
func not(k *Node) *Node    { return &Node{Op: OpNot, Kids: []*Node{k}} }

func date(f Field, s, from, to string) *Node {
	a, _ := time.Parse(time.DateOnly, from)
	b, _ := time.Parse(time.DateOnly, to)
	return &Node{Term: Term{Field: f, Text: s, From: a, To: b}}
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want *Node
	}{
		{"", nil},
		{" \t ", nil},
		{"iran", word("iran")},
		{"iran  sanctions", and(word("iran"), word("sanctions"))},
		{"iran AND sanctions", and(word("iran"), word("sanctions"))},
		{`"does  not want"`, term(FieldAny, MatchPhrase, "does not want")},
		{"“does not want”", term(FieldAny, MatchPhrase, "does not want")},
		{"escal*", term(FieldAny, MatchPrefix, "escal")},
		{"-opinion", not(word("opinion"))},
		{"NOT opinion", not(word("opinion"))},
		{"e-mail", word("e-mail")},
		{"a b OR c", or(and(word("a"), word("b")), word("c"))},
		{"(a OR b) c", and(or(word("a"), word("b")), word("c"))},
		{"-(a OR b)", not(or(word("a"), word("b")))},
		{`by:"anna meyer"`, term(FieldBy, MatchPhrase, "anna meyer")},
		{"Title:Iran", term(FieldTitle, MatchWord, "Iran")},
		{"is:Unread", term(FieldIs, MatchWord, "unread")},
		{"has:notes", term(FieldHas, MatchWord, "notes")},
		{"12:30", word("12:30")},
		{"https://example.org/a", word("https://example.org/a")},
		{"or", word("or")},
		{`"OR"`, term(FieldAny, MatchPhrase, "OR")},
		{"after:2024", date(FieldAfter, "2024", "2024-01-01", "2025-01-01")},
		{"on:2024-12", date(FieldOn, "2024-12", "2024-12-01", "2025-01-01")},
		{"before:2024-02-29", date(FieldBefore, "2024-02-29", "2024-02-29", "2024-03-01")},
	} {
		got, err := Parse(c.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if !reflect.DeepEqual(got.Root, c.want) {
			t.Errorf("Parse(%q) = %s, want %s", c.in, got, Query{c.want})
		}
	}
}

func TestParseErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in         string
		start, end int
		msg        string
	}{
		{`iran "does not`, 5, 14, "the quotation mark is not closed"},
		{"(iran", 0, 1, "the parenthesis is not closed"},
		{"iran)", 4, 5, "a parenthesis is closed that was not opened"},
		{"iran ()", 5, 7, "nothing stands in the parentheses"},
		{"iran -", 5, 6, "nothing stands after this"},
		{"iran - x", 5, 6, "nothing stands after this"},
		{"iran OR", 7, 7, "something is missing at the end"},
		{"OR iran", 0, 2, "nothing stands before OR"},
		{"sorce:bbc", 0, 5, "there is no such field; there are title, by, source, tag, before, after, on, is, said, about, mentions, lang, has"},
		{"tag:", 0, 4, "a value is missing after tag:"},
		{"x is:nice", 5, 9, "after is: stands one of unread, read, starred, highlighted, stub"},
		{"after:2024-13", 6, 13, "a date is written 2024, 2024-04 or 2024-04-19"},
		{"after:yesterday", 6, 15, "a date is written 2024, 2024-04 or 2024-04-19"},
		{"iran &&", 5, 7, "there is no letter or digit to look for"},
	} {
		_, err := Parse(c.in)
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("Parse(%q): error %v, want *Error", c.in, err)
			continue
		}
		if e.Start != c.start || e.End != c.end || e.Msg != c.msg {
			t.Errorf("Parse(%q) = %d..%d %q, want %d..%d %q", c.in, e.Start, e.End, e.Msg, c.start, c.end, c.msg)
		}
	}
}

func TestTyping(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"iran sanc":        "iran sanc*",
		"a OR b sanc":      "a OR b sanc*",
		`iran "sanctions"`: `iran "sanctions"`,
		"iran -sanc":       "iran -sanc",
		"said:lav":         "said:lav*",
		"is:read":          "is:read",
	} {
		q, err := Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		before := q.String()
		if got := q.Typing().String(); got != want {
			t.Errorf("Typing of %q = %q, want %q", in, got, want)
		}
		if q.String() != before {
			t.Errorf("Typing changed its query from %q to %q", before, q.String())
		}
	}
}

// FuzzParse checks that no query panics, that errors point into it, and that
// a query written out reads as an equal one.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "a b OR (c -d*)", `by:"x y" after:2024-04`, "--a", "a AND AND b", "((", "x:y", "“a”b", "-(-(a))", "a*b* **"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			e, ok := errors.AsType[*Error](err)
			if !ok || e.Start < 0 || e.Start > e.End || e.End > len(s) || e.Msg == "" {
				t.Fatalf("Parse(%q): bad error %#v", s, err)
			}
			return
		}
		again, err := Parse(q.String())
		if err != nil {
			t.Fatalf("Parse(%q) wrote %q, which fails: %v", s, q, err)
		}
		if !reflect.DeepEqual(q, again) {
			t.Fatalf("Parse(%q) wrote %q, which reads as %q", s, q, again)
		}
	})
}
