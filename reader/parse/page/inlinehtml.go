package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/clean"
	"offprint/reader/parse/safe"
)

// Block converts HTML that stands by itself.
func Block(text string) []clean.Block {
	nodes, err := html.ParseFragment(strings.NewReader(text), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return []clean.Block{{Kind: clean.Prose, Lines: []string{strings.ReplaceAll(pageWords(text), "\n", " ")}}}
	}
	return blocksOf(element(atom.Div, nodes...), nil)
}

// Inline makes Markdown of the tags within a paragraph. A tag that HTML
// does not have is text and is escaped.
func Inline(s string) string {
	var b strings.Builder
	comments := strings.LastIndex(s, "-->") // beyond it none ends
	var links []string                      // addresses of the links that are open; empty for those that are dropped
	for i := 0; i < len(s); {
		out, n := s[i:i+1], 1
		switch s[i] {
		case '\\':
			n = min(2, len(s)-i)
			out = s[i : i+n]
		case '`':
			n = CodeLength(s[i:])
			out = s[i : i+n]
		case '<':
			if k := autolinkLength(s[i:]); k > 0 {
				out, n = s[i:i+k], k
			} else if i > comments && strings.HasPrefix(s[i:], "<!--") {
				out = `\<`
			} else {
				out, n = inlineTag(s[i:], &links)
			}
		}
		b.WriteString(out)
		i += n
	}
	for range links {
		b.WriteString(closeLink(&links))
	}
	return b.String()
}

// CodeLength returns the length of the code span that s begins with, of its
// backticks if it does not end.
func CodeLength(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	if end := strings.Index(s[n:], s[:n]); end >= 0 {
		return n + end + n
	}
	return n
}

// maxAutolink is how long an address between angle brackets may be, in bytes.
const maxAutolink = 2048

// autolinkLength returns the length of a web or mail address between angle
// brackets at the beginning of s, 0 if there is none.
func autolinkLength(s string) int {
	end := strings.IndexByte(s[:min(len(s), maxAutolink)], '>')
	if end < 0 || strings.ContainsAny(s[:end], " \t\n\"'") {
		return 0
	}
	in := strings.ToLower(s[1:end])
	if safe.WebLink(in) || strings.Contains(in, "@") && !strings.ContainsAny(in, ":/=") {
		return end + 1
	}
	return 0
}

// inlineTag returns what stands for the tag that s begins with, and the tag's length.
func inlineTag(s string, links *[]string) (string, int) {
	if len(s) < 2 || !letter(s[1]) && s[1] != '/' && s[1] != '!' && s[1] != '?' {
		return "<", 1
	}
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s, "-->"); end >= 0 {
			return "", end + 3
		}
		return `\<`, 1
	}
	z := html.NewTokenizer(strings.NewReader(s[:min(len(s), maxTag)]))
	kind := z.Next()
	length := len(z.Raw())
	if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken || length < 3 || s[length-1] != '>' {
		return `\<`, 1
	}
	t := z.Token()
	if t.DataAtom == 0 {
		return `\<`, 1
	}
	if mark, ok := tagMarks[t.DataAtom]; ok {
		return mark, length
	}
	if kind == html.EndTagToken {
		if t.DataAtom == atom.A {
			return closeLink(links), length
		}
		return "", length
	}
	out, more := startTag(t, s[length:], links)
	return out, length + more
}

// tagMarks are the tags that Markdown has a mark for, the same at both ends.
var tagMarks = map[atom.Atom]string{
	atom.Br: "\\\n", atom.Em: "*", atom.I: "*", atom.Cite: "*", atom.Dfn: "*", atom.Var: "*", atom.Strong: "**", atom.B: "**",
	atom.Del: "~~", atom.S: "~~", atom.Strike: "~~", atom.Code: "`", atom.Kbd: "`", atom.Tt: "`", atom.Samp: "`",
}

// startTag returns what stands for a start tag that has no mark of its own,
// and how much of rest behind it goes with it.
func startTag(t html.Token, rest string, links *[]string) (out string, more int) {
	switch t.DataAtom {
	case atom.A:
		href := webTarget(tokenAttr(t, "href"), nil)
		*links = append(*links, href)
		if href == "" {
			return "", 0
		}
		return "[", 0
	case atom.Img:
		alt := strings.NewReplacer("[", `\[`, "]", `\]`, "\n", " ").Replace(tokenAttr(t, "alt"))
		if alt == "" {
			return "", 0
		}
		return "![" + alt + "](" + webTarget(tokenAttr(t, "src"), nil) + ")", 0
	case atom.Sup, atom.Sub:
		from, to := raisedFrom, raisedTo
		if t.DataAtom == atom.Sub {
			from, to = loweredFrom, loweredTo
		}
		if inner, n := between(rest, t.Data); n > 0 {
			if out, ok := mapped(inner, from, to); ok {
				return out, n
			}
		}
	}
	return "", 0
}

// maxTag is how long a tag within a text may be, in bytes.
const maxTag = 8 << 10

// between returns the text up to the end tag of that name, and the length of both.
func between(s, name string) (inner string, n int) {
	tag := "</" + name + ">"
	end := strings.Index(strings.ToLower(s[:min(len(s), 200)]), tag)
	if end < 0 {
		return "", 0
	}
	return s[:end], end + len(tag)
}

// closeLink closes the link opened last.
func closeLink(links *[]string) string {
	l := *links
	if len(l) == 0 {
		return ""
	}
	href := l[len(l)-1]
	*links = l[:len(l)-1]
	if href == "" {
		return ""
	}
	return "](" + href + ")"
}

func tokenAttr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
