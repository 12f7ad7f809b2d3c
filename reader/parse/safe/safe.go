// Package safe makes what was found in a file safe to be shown: the strings of
// a [reader.Article] come from here. Behind it nothing is left that a reader of
// Markdown would decode to a control character, no HTML, no link but to web
// and mail addresses. It knows nothing of where the words come from.
//
//	safe.go     Body, the text; Line, a title or name; WebLink, an address that may be kept
//	passage.go  Passage, a highlight or note; Tags
package safe

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/markdown"
)

// Body makes the text of the article safe: nesting within bounds, nothing in
// it that a reader of Markdown would decode to a control character, no link
// but to web and mail addresses, no HTML.
func Body(md string, notes *clean.Notes) reader.Text {
	md, cut := markdown.Limit(keepNotes(md))
	md = safeReferences(md)
	if cut {
		notes.Add(reader.RepairDepth, "deep nesting was flattened")
	}
	text := reader.Clean(md)
	if !strings.ContainsAny(md, "<]") || harmless(text) {
		return text
	}
	// What the rules before have missed loses its meaning as a whole.
	notes.Add(reader.RepairMarkup, "links and markup that could not be kept are shown as text")
	return reader.Clean(strings.NewReplacer(`\\`, `\\`, "](", `]\(`, "]:", `]\:`, "<", `\<`, `\<`, `\<`, `\]`, `\]`).Replace(md))
}

// harmless reports whether the text holds no raw HTML and no link but to web
// and mail addresses.
func harmless(md reader.Text) bool {
	root, source := markdown.Parse(md)
	ok := true
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch v := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock:
			ok = false
		case *ast.Link:
			ok = ok && WebLink(string(v.Destination))
		case *ast.Image:
			ok = ok && (len(v.Destination) == 0 || WebLink(string(v.Destination)))
		case *ast.AutoLink:
			ok = ok && (v.AutoLinkType == ast.AutoLinkEmail || WebLink(string(v.URL(source))))
		}
		if !ok {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return ok
}

// WebLink reports whether an address may be kept.
func WebLink(address string) bool {
	a := strings.ToLower(html.UnescapeString(strings.ReplaceAll(address, `\`, "")))
	return strings.HasPrefix(a, "http://") || strings.HasPrefix(a, "https://") || strings.HasPrefix(a, "mailto:")
}

// safeReferences does what plainReferences does until nothing is left to do:
// what goes may have stood within another reference.
func safeReferences(md string) string {
	for range 4 {
		next := plainReferences(md)
		if next == md {
			return md
		}
		md = next
	}
	return strings.ReplaceAll(md, "&", "＆")
}

// plainReferences replaces the character references that stand for what
// [reader.Clean] would change: for a control character, an override of the
// direction, a blank that does not show. Those for letters and marks stay.
// References without their semicolon, or longer than the standard allows,
// count too, since some programs read them, and so do those that are hidden
// behind an escape or another reference, since some decode twice.
func plainReferences(md string) string {
	if !strings.Contains(md, "&") {
		return md
	}
	out := make([]byte, 0, len(md))
	at := 0
	for {
		i := strings.IndexByte(md[at:], '&')
		if i < 0 {
			return string(append(out, md[at:]...))
		}
		out = append(out, md[at:at+i]...)
		at += i
		n, text := odd(md[at:])
		if n == 0 {
			out = append(out, '&')
			at++
			continue
		}
		back := 0
		for back < len(out) && out[len(out)-1-back] == '\\' {
			back++
		}
		if back%2 == 1 { // it made text of the reference
			out = out[:len(out)-1]
		}
		out = append(out, text...)
		at += n
	}
}

// odd returns the length of the reference that s begins with and its
// replacement, if it must be replaced; else 0.
func odd(s string) (n int, text string) {
	hidden := 0 // bytes of the references to & itself
	for {
		k := ampersand(s[1+hidden:])
		if k == 0 {
			break
		}
		hidden += k
	}
	rest := "&" + s[1+hidden:min(len(s), hidden+48)]
	end := 1
	for end < len(rest) && end < 40 && (rest[end]|0x20 >= 'a' && rest[end]|0x20 <= 'z' || rest[end] >= '0' && rest[end] <= '9' || rest[end] == '#' && end == 1) {
		end++
	}
	if end == 1 {
		// Marks between & and # vanish when some programs draw the text.
		if inner := strings.TrimLeft(rest[1:], "*_~`[]()!\\"); inner != rest[1:] && strings.HasPrefix(inner, "#") {
			return 1 + hidden, "＆"
		}
		return 0, ""
	}
	if end < len(rest) && rest[end] == ';' {
		end++
	}
	ref := rest[:end]
	decoded := html.UnescapeString(ref)
	safe := strings.ReplaceAll(string(reader.Clean(decoded)), "\n", " ")
	if decoded == ref || safe == decoded && (!strings.HasPrefix(ref, "&#") || !windowsReference(ref)) {
		return 0, ""
	}
	return end + hidden, safe
}

// ampersand returns the length of what makes a reference to & of the & before s.
func ampersand(s string) int {
	for _, r := range []string{"amp;", "AMP;", "#38;", "#x26;", "#X26;", "#038;"} {
		if strings.HasPrefix(s, r) {
			return len(r)
		}
	}
	return 0
}

// windowsReference reports whether ref names a C1 control, which browsers
// read as a character of windows-1252 and others do not.
func windowsReference(ref string) bool {
	digits, base := strings.TrimRight(ref[2:], ";"), 10
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base = digits[1:], 16
	}
	v := 0
	for _, c := range strings.ToLower(digits) {
		d := int(c - '0')
		if c >= 'a' {
			d = int(c-'a') + 10
		}
		if d < 0 || d >= base {
			break
		}
		if v = v*base + d; v > 0x10ffff {
			return true
		}
	}
	return v >= 0x80 && v < 0xa0 || v == 0
}

// Line makes a text of one line safe, even where it is decoded once more.
func Line(s string) reader.Text { return reader.CleanLine(safeReferences(s)) }

// keepNotes makes text of the footnotes that nothing refers to: readers of
// Markdown leave them out.
func keepNotes(md string) string {
	if !strings.Contains(md, "[^") {
		return md
	}
	count := map[string]int{}
	for rest := md; ; {
		_, tail, ok := strings.Cut(rest, "[^")
		if !ok {
			break
		}
		if id, _, ok := strings.Cut(tail[:min(len(tail), 100)], "]"); ok {
			count[id]++
		}
		rest = tail
	}
	var b strings.Builder
	for line := range strings.Lines(md) {
		if tail, ok := strings.CutPrefix(line, "[^"); ok {
			if id, rest, ok := strings.Cut(tail, "]"); ok && count[id] == 1 && strings.HasPrefix(rest, ":") {
				b.WriteByte('\\')
			}
		}
		b.WriteString(line)
	}
	return b.String()
}
