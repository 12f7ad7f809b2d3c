package clean

import (
	"strings"
	"unicode/utf8"
)

// Kind tells what a block is; it decides which rules may touch it.
type Kind uint8

// The kinds of blocks.
const (
	Prose   Kind = iota // a paragraph
	Heading             // one line with #, or text and its underline
	List                // items, and what is indented under them
	Quote
	Code // between fences, or indented
	Table
	Rule
	HTML
	Definition // the address of a link, or a footnote
	Picture    // pictures alone in their paragraph
)

// Block is a block of a text: consecutive lines, without the blank lines around them.
type Block struct {
	Kind  Kind
	Lines []string
	// Links counts its links that led nowhere, and Left is what stood in it
	// beside them. Mend sets both.
	Links int
	Left  string
}

// Text returns the block's lines as one string.
func (b *Block) Text() string { return strings.Join(b.Lines, "\n") }

// Join returns the blocks as one text, a blank line apart.
func Join(blocks []Block) string {
	var b strings.Builder
	for i := range blocks {
		if len(blocks[i].Lines) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		for j, l := range blocks[i].Lines {
			if j > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(l)
		}
	}
	return b.String()
}

// splitter cuts a text into blocks line by line.
type splitter struct {
	out      []Block
	open     bool   // the last block may go on
	fence    string // the fence that the last block began with, if it is open
	markdown bool
}

// Split cuts text into blocks. markdown says that the text is known to be
// Markdown: then indented text is code, else it is a paragraph.
func Split(text string, markdown bool) []Block {
	s := splitter{markdown: markdown}
	for len(text) > 0 {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		s.line(line)
	}
	return s.out
}

func (s *splitter) line(line string) {
	if s.fence != "" {
		b := &s.out[len(s.out)-1]
		b.Lines = append(b.Lines, line)
		if t := strings.TrimSpace(line); strings.HasPrefix(t, s.fence) && strings.Trim(t, s.fence[:1]) == "" {
			s.fence, s.open = "", false
		}
		return
	}
	bare := strings.TrimSpace(line)
	if bare == "" {
		s.open = false
		return
	}
	kind := s.kindOf(line, bare)
	if s.open && s.goesOn(kind, line, bare) {
		return
	}
	if !s.open && len(s.out) > 0 && kind != Rule && indent(line) >= 2 && s.out[len(s.out)-1].Kind == List {
		kind = List // goes on with the item above
	}
	s.out = append(s.out, Block{Kind: kind, Lines: []string{line}})
	s.open = kind != Heading && kind != Rule
	if f := fenceOf(bare); f != "" && kind == Code {
		s.fence = f
	}
}

// goesOn adds the line to the last block if it belongs there.
func (s *splitter) goesOn(kind Kind, line, bare string) bool {
	b := &s.out[len(s.out)-1]
	switch {
	case b.Kind == Prose && len(b.Lines) == 1 && underline(bare) && len(b.Lines[0]) <= 120:
		b.Kind, s.open = Heading, false
	case b.Kind == Prose && len(b.Lines) == 1 && tableRule(bare) && strings.Contains(b.Lines[0], "|"):
		b.Kind = Table
	case !joins(b.Kind, kind, line, bare):
		return false
	case b.Kind == Picture && kind != Picture:
		b.Kind = Prose
	}
	b.Lines = append(b.Lines, line)
	return true
}

// joins reports whether a line that would begin a block of this kind goes on
// with an open one right above it.
func joins(open, kind Kind, line, bare string) bool {
	fence := fenceOf(bare) != ""
	switch open {
	case Prose:
		return kind == List && !interrupts(bare) || unmarked(kind) && !fence || kind == Picture
	case Picture:
		return unmarked(kind) && !fence || kind == Picture
	case List:
		return kind != Heading && kind != Rule && (indent(line) >= 2 || kind != Quote && !fence)
	case Quote:
		return kind != Heading && kind != Rule && kind != List && (indent(line) >= 2 || !fence)
	case Definition:
		return unmarked(kind)
	}
	return kind != Heading && kind != Rule
}

// unmarked reports whether a line of this kind can be one of a paragraph.
func unmarked(kind Kind) bool { return kind == Prose || kind == Code || kind == Definition }

// kindOf tells what a line would begin.
func (s *splitter) kindOf(line, bare string) Kind {
	in := indent(line)
	if in >= 4 && s.markdown && !s.open {
		last := Prose
		if len(s.out) > 0 {
			last = s.out[len(s.out)-1].Kind
		}
		// Under an item it belongs to the list, and among HTML it is HTML.
		if last != List && !(last == HTML && bare[0] == '<' && startsTag(bare)) {
			return Code
		}
	}
	switch c := bare[0]; {
	case fenceOf(bare) != "":
		return Code
	case c == '#' && headingMark(bare) > 0:
		return Heading
	case c == '>':
		return Quote
	case (c == '-' || c == '*' || c == '_') && thematic(bare):
		return Rule
	case itemMark(bare) > 0:
		return List
	case c == '<' && startsTag(bare):
		return HTML
	case c == '[' && definition(bare):
		return Definition
	case c == '!' && pictureAlone(bare):
		return Picture
	}
	return Prose
}

// indent is the width of the blanks that a line begins with.
func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// fenceOf returns the fence that a line opens: three or more ` or ~.
func fenceOf(bare string) string {
	for _, c := range []string{"`", "~"} {
		n := len(bare) - len(strings.TrimLeft(bare, c))
		if n >= 3 && (c == "~" || !strings.Contains(bare[n:], "`")) {
			return bare[:n]
		}
	}
	return ""
}

// headingMark returns how long the mark of a heading is, its blank included; 0 if it is none.
func headingMark(bare string) int {
	n := len(bare) - len(strings.TrimLeft(bare, "#"))
	if n == 0 || n > 6 || n < len(bare) && bare[n] != ' ' {
		return 0
	}
	return min(n+1, len(bare))
}

// itemMark returns the length of the mark and blank that begin a list item; 0 if it is none.
func itemMark(bare string) int {
	switch bare[0] {
	case '-', '*', '+':
		if len(bare) > 1 && bare[1] == ' ' {
			return 2
		}
		return 0
	}
	n := 0
	for n < len(bare) && n < 3 && bare[n] >= '0' && bare[n] <= '9' {
		n++
	}
	if n > 0 && n+1 < len(bare) && (bare[n] == '.' || bare[n] == ')') && bare[n+1] == ' ' {
		return n + 2
	}
	return 0
}

// interrupts reports whether the list item may begin within a paragraph: a
// number other than 1 is more likely part of the text.
func interrupts(bare string) bool {
	return bare[0] < '0' || bare[0] > '9' || strings.HasPrefix(bare, "1.") || strings.HasPrefix(bare, "1)")
}

// thematic reports whether the line is a rule: three or more of one of - * _.
func thematic(bare string) bool {
	n := 0
	for i := range len(bare) {
		switch bare[i] {
		case bare[0]:
			n++
		case ' ':
		default:
			return false
		}
	}
	return n >= 3
}

// underline reports whether the line makes the one above a heading.
func underline(bare string) bool {
	return len(bare) >= 3 && (strings.Trim(bare, "=") == "" || strings.Trim(bare, "-") == "")
}

// tableRule reports whether the line stands between a table's head and body.
func tableRule(bare string) bool {
	return strings.Contains(bare, "-") && strings.Contains(bare, "|") && strings.Trim(bare, "-|: ") == ""
}

// startsTag reports whether the line begins with an HTML tag or comment; an
// address between angle brackets is none.
func startsTag(bare string) bool {
	if len(bare) < 3 {
		return false
	}
	c := bare[1]
	if c == '!' || c == '?' {
		return true
	}
	rest := strings.TrimPrefix(bare[1:], "/")
	n := 0
	for n < len(rest) && (rest[n]|0x20 >= 'a' && rest[n]|0x20 <= 'z' || n > 0 && rest[n] >= '0' && rest[n] <= '9' || n > 0 && rest[n] == '-') {
		n++
	}
	return n > 0 && (n == len(rest) || rest[n] == ' ' || rest[n] == '>' || rest[n] == '/')
}

// definition reports whether the line says where a link leads or what a footnote is.
func definition(bare string) bool {
	i := strings.Index(bare, "]:")
	return i > 1 && !strings.ContainsAny(bare[1:i], "[]")
}

// pictureAlone reports whether the line is one picture and nothing else.
func pictureAlone(bare string) bool {
	if !strings.HasPrefix(bare, "![") || !strings.HasSuffix(bare, ")") {
		return false
	}
	i := strings.LastIndex(bare, "](")
	return i > 0 && !strings.Contains(bare[i:len(bare)-1], ")")
}

// runes counts characters.
func runes(s string) int { return utf8.RuneCountInString(s) }
