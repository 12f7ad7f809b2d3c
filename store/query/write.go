package query

import "strings"

// String returns the query as it can be written; Parse makes an equal one of it.
func (q Query) String() string {
	if q.Root == nil {
		return ""
	}
	var b strings.Builder
	q.Root.write(&b, OpTerm)
	return b.String()
}

// write appends the node. outer is what it stands in; OpTerm is nothing.
func (n *Node) write(b *strings.Builder, outer Op) {
	sep, bare := " ", outer == OpTerm || outer == OpOr
	switch n.Op {
	case OpTerm:
		n.Term.write(b)
		return
	case OpNot:
		b.WriteByte('-')
		n.Kids[0].write(b, OpNot)
		return
	case OpOr:
		sep, bare = " OR ", outer == OpTerm
	}
	if !bare {
		b.WriteByte('(')
	}
	for i, kid := range n.Kids {
		if i > 0 {
			b.WriteString(sep)
		}
		kid.write(b, n.Op)
	}
	if !bare {
		b.WriteByte(')')
	}
}

func (t Term) write(b *strings.Builder) {
	if t.Field != FieldAny {
		b.WriteString(t.Field.String())
		b.WriteByte(':')
	}
	switch t.Match {
	case MatchPhrase:
		b.WriteString(`"` + t.Text + `"`)
	case MatchPrefix:
		b.WriteString(t.Text + "*")
	default:
		b.WriteString(t.Text)
	}
}

// Typing returns the query as it stands while it is being typed: a plain word
// at its very end becomes the beginning of a word. The search and the filter of a list want it.
func (q Query) Typing() Query {
	if q.Root == nil {
		return q
	}
	return Query{Root: q.Root.typing()}
}

// typing returns n with its last word open; n itself is not changed.
func (n *Node) typing() *Node {
	switch n.Op {
	case OpTerm:
		if n.Term.Match != MatchWord || !n.Term.Field.open() {
			return n
		}
		c := *n
		c.Term.Match = MatchPrefix
		return &c
	case OpNot: // it would hide too much
		return n
	}
	c := *n
	c.Kids = append([]*Node(nil), n.Kids...)
	last := len(c.Kids) - 1
	c.Kids[last] = c.Kids[last].typing()
	return &c
}

// open reports whether values of the field can be looked for by their beginning.
func (f Field) open() bool {
	switch f {
	case FieldBefore, FieldAfter, FieldOn, FieldIs, FieldHas, FieldLang:
		return false
	}
	return true
}

// Terms calls yield for every term of the query that says something positive
// about an article: those under a - are left out. Whoever marks hits uses it.
func (q Query) Terms(yield func(Term) bool) {
	if q.Root != nil {
		q.Root.terms(yield)
	}
}

func (n *Node) terms(yield func(Term) bool) bool {
	switch n.Op {
	case OpTerm:
		return yield(n.Term)
	case OpNot:
		return true
	}
	for _, kid := range n.Kids {
		if !kid.terms(yield) {
			return false
		}
	}
	return true
}
