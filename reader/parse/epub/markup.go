package epub

import (
	"strings"

	"golang.org/x/net/html"
)

// body returns what stands between the tags of the body, all of a text without them.
func body(text string) string {
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return text // a letter changed its length: the positions are not those of the text
	}
	if i := strings.Index(low, "<body"); i >= 0 {
		if end := strings.IndexByte(text[i:], '>'); end >= 0 {
			text, low = text[i+end+1:], low[i+end+1:]
		}
	}
	if i := strings.LastIndex(low, "</body"); i >= 0 {
		text = text[:i]
	}
	return text
}

// expand writes empty elements as HTML has them: XHTML may close any element
// at once, and a reader of HTML would take <title/> for the beginning of a
// title that never ends.
func expand(text string) string {
	if !strings.Contains(text, "/>") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 256)
	for {
		i := strings.Index(text, "/>")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		start := strings.LastIndexByte(text[:i], '<')
		name := ""
		if start >= 0 && !strings.Contains(text[start:i], ">") {
			name = text[start+1 : i]
			if end := strings.IndexAny(name, " \t\r\n/"); end >= 0 {
				name = name[:end]
			}
		}
		if void(name) {
			b.WriteString("/>")
		} else {
			b.WriteString("></" + name + ">")
		}
		text = text[i+2:]
	}
}

// void reports whether an element of that name has no end tag in HTML, or is none of HTML.
func void(name string) bool {
	switch strings.ToLower(name) {
	case "title", "script", "style", "div", "span", "p", "a", "i", "b", "em", "strong", "iframe", "textarea", "td", "th", "tr", "li", "ul", "ol", "section", "h1", "h2", "h3", "h4", "sup", "sub", "small", "u", "code", "pre", "noscript", "select", "button", "video", "audio", "object", "figure", "caption", "blockquote":
		return false
	}
	return true
}

// withoutBars returns a text without the bars of links to other parts that
// programs put into newspapers made of web pages.
func withoutBars(text string) string {
	if !strings.Contains(text, "navbar") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	z := html.NewTokenizer(strings.NewReader(text))
	depth := 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		raw := z.Raw()
		out := depth == 0
		switch kind {
		case html.StartTagToken:
			raw = append([]byte(nil), raw...) // reading the token changes it
			t := z.Token()
			if t.Data == "div" && (depth > 0 || strings.Contains(attr(t, "class"), "navbar")) {
				depth++
				out = false
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); depth > 0 && string(name) == "div" {
				depth--
			}
		}
		if out {
			b.Write(raw)
		}
	}
}

// source returns the address that a program noted at the end of an article
// that it had fetched, empty if there is none.
func source(text string) string {
	i := strings.LastIndex(text, "This article was downloaded by")
	if i < 0 {
		return ""
	}
	_, rest, ok := strings.Cut(text[i:min(len(text), i+600)], `href="`)
	address, _, closed := strings.Cut(rest, `"`)
	if !ok || !closed {
		return ""
	}
	return html.UnescapeString(address)
}
