package parse

import (
	"strings"

	"offprint/reader/parse/frame"
	"offprint/reader/parse/page"
	"offprint/reader/parse/phrase"
)

// shortcodes replaces what a site generator would have filled in: {{< figure
// caption="…" >}}, {% image "…" "…" %}, {{ "/path" | url }}. Pictures keep their
// caption, films their address; the rest has nothing to read.
func shortcodes(s string) string {
	if !strings.Contains(s, "{{") && !strings.Contains(s, "{%") && !strings.Contains(s, "{:") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '`' {
			n := page.CodeLength(s[i:])
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		out, n := shortcode(s[i:])
		if n == 0 {
			b.WriteByte(s[i])
			i++
			continue
		}
		b.WriteString(out)
		i += n
	}
	return b.String()
}

// maxShortcode is how long a shortcode may be, in bytes.
const maxShortcode = 2000

// shortcode returns what stands for the shortcode that s begins with, and its
// length, 0 if it is none.
func shortcode(s string) (string, int) {
	for _, m := range [][2]string{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"{{", "}}"}, {"{:", "}"}} {
		if !strings.HasPrefix(s, m[0]) {
			continue
		}
		end := strings.Index(s[len(m[0]):min(len(s), maxShortcode)], m[1])
		if end < 0 {
			return "", 0
		}
		end += len(m[0])
		in := strings.TrimSpace(strings.Trim(s[len(m[0]):end], "-"))
		n := end + len(m[1])
		switch m[0] {
		case "{{":
			if q := quoted(in); len(q) > 0 && strings.Contains(in, "|") {
				return q[0], n
			}
			return "", 0
		case "{:":
			if strings.ContainsAny(in, " .#=") {
				return "", n
			}
			return "", 0
		}
		return shortcodeText(in), n
	}
	return "", 0
}

// shortcodeText returns what a shortcode has for a reader.
func shortcodeText(in string) string {
	name, rest, _ := strings.Cut(in, " ")
	rest = strings.TrimSpace(rest)
	q := quoted(rest)
	switch name {
	case "youtube", "vimeo":
		id := rest
		if len(q) > 0 {
			id = q[0]
		}
		if id = strings.TrimSpace(id); id == "" || strings.Trim(strings.ToLower(id), "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return ""
		}
		if name == "vimeo" {
			return "[▶ vimeo.com](https://vimeo.com/" + id + ")"
		}
		return "[▶ youtube.com](https://www.youtube.com/watch?v=" + id + ")"
	case "figure", "image", "img", "picture", "asset", "legacy-img":
		caption := phrase.FirstFilled(named(rest, "caption"), named(rest, "alt"), named(rest, "title"))
		if caption == "" && len(q) > 1 && !strings.Contains(rest, "=") {
			caption = q[1]
		}
		if caption != "" {
			return frame.Picture(strings.Join(strings.Fields(caption), " "))
		}
	}
	return ""
}

// quoted returns the quoted strings of s.
func quoted(s string) []string {
	var out []string
	for {
		i := strings.IndexAny(s, `"'`)
		if i < 0 {
			return out
		}
		end := strings.IndexByte(s[i+1:], s[i])
		if end < 0 {
			return out
		}
		out = append(out, s[i+1:i+1+end])
		s = s[i+end+2:]
	}
}

// named returns the value of key="…" in s.
func named(s, key string) string {
	_, rest, ok := strings.Cut(s, key+"=")
	if !ok || rest == "" {
		return ""
	}
	if q := quoted(rest); len(q) > 0 && (rest[0] == '"' || rest[0] == '\'') {
		return q[0]
	}
	return ""
}
