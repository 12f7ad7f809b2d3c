package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"offprint/reader"
)

// inline appends the text within n to out.
func inline(out []piece, n ast.Node, source []byte) []piece {
	for c := n.FirstChild(); c != nil; c = inlineAfter(c, n) {
		switch v := c.(type) {
		case *ast.Text:
			if v.IsRaw() || inCode(c) {
				out = raw(out, source, v.Segment.Start, v.Segment.Stop)
			} else {
				out = decoded(out, source, v.Segment.Start, v.Segment.Stop)
			}
			switch {
			case v.HardLineBreak():
				out = append(out, piece{text: "\n"})
			case v.SoftLineBreak():
				out = append(out, piece{text: " "})
			}
		case *ast.AutoLink:
			if label := v.Label(source); len(label) > 0 {
				// The label is cut from source; what is left behind it tells where.
				if at := cap(source) - cap(label); at >= 0 && at+len(label) <= len(source) {
					out = raw(out, source, at, at+len(label))
				}
			}
		case *ast.RawHTML:
			if isBreak(v, source) {
				out = append(out, piece{text: "\n"})
			}
		}
	}
	return out
}

// inlineAfter is the next node of depth first order within root. What is
// inside a picture is passed over, unless the picture is root.
func inlineAfter(n, root ast.Node) ast.Node {
	if c := n.FirstChild(); c != nil && n.Kind() != ast.KindImage {
		return c
	}
	for n != root {
		if s := n.NextSibling(); s != nil {
			return s
		}
		n = n.Parent()
	}
	return nil
}

func inCode(n ast.Node) bool {
	p := n.Parent()
	return p != nil && p.Kind() == ast.KindCodeSpan
}

// isBreak reports whether raw HTML is a line break.
func isBreak(n *ast.RawHTML, source []byte) bool {
	if n.Segments.Len() != 1 {
		return false
	}
	s := n.Segments.At(0)
	tag := bytes.Trim(source[s.Start:s.Stop], "<>/ ")
	return bytes.EqualFold(tag, []byte("br"))
}

// raw appends source as it is; a line's end within a code span is a blank.
func raw(out []piece, source []byte, start, end int) []piece {
	for start < end {
		n := bytes.IndexByte(source[start:end], '\n')
		if n < 0 {
			n = end - start
		}
		if n > 0 {
			out = append(out, piece{string(source[start : start+n]), reader.Span{Start: start, End: start + n}})
		}
		if start += n; start < end {
			out = append(out, piece{text: " "})
			start++
		}
	}
	return out
}

// decoded appends source with its backslash escapes and character references resolved.
func decoded(out []piece, source []byte, start, end int) []piece {
	from := start
	flush := func(to int) {
		if from < to {
			out = append(out, piece{string(source[from:to]), reader.Span{Start: from, End: to}})
		}
	}
	for i := start; i < end; {
		switch c := source[i]; {
		case c == '\\' && i+1 < end && util.IsPunct(source[i+1]):
			flush(i)
			out = append(out, piece{string(source[i+1 : i+2]), reader.Span{Start: i, End: i + 2}})
			i += 2
			from = i
		case c == '&':
			text, n := Reference(source[i:end])
			if n == 0 {
				i++
				continue
			}
			flush(i)
			out = unit(out, string(text), reader.Span{Start: i, End: i + n})
			i += n
			from = i
		default:
			i++
		}
	}
	flush(end)
	return out
}

// unit appends text that stands for all of s. Text as long as its source would
// be taken for the same bytes; so all but its first character is filler.
func unit(out []piece, text string, s reader.Span) []piece {
	if text == "" {
		return out
	}
	if len(text) != s.Len() {
		return append(out, piece{text, s})
	}
	_, n := utf8.DecodeRuneInString(text)
	return append(out, piece{text[:n], s}, piece{text: text[n:]})
}
