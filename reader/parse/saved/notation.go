package saved

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// maxTags is how many tags of one article are read.
const maxTags = 200

// oneLine returns a title or name without breaks and double blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// parts returns what stands between the marks.
func parts(s, mark string) []string {
	var out []string
	for p := range strings.SplitSeq(s, mark) {
		if p = strings.TrimSpace(p); p != "" && len(out) < maxTags {
			out = append(out, p)
		}
	}
	return out
}

// tagList reads tags in the notations of JSON (["a"]) and Python (['a', "b's"]),
// or with commas between them.
func tagList(s string) []string {
	s = strings.TrimSpace(s)
	body, ok := strings.CutPrefix(s, "[")
	if !ok {
		return parts(s, ",")
	}
	var out []string
	if json.Unmarshal([]byte(s), &out) == nil {
		return out[:min(len(out), maxTags)]
	}
	for len(body) > 0 && len(out) < maxTags {
		i := strings.IndexAny(body, `'"`)
		if i < 0 {
			break
		}
		tag, n := quoted(body[i:])
		if tag = strings.TrimSpace(tag); tag != "" {
			out = append(out, tag)
		}
		body = body[i+n:]
	}
	return out
}

// quoted reads a string between the marks that s begins with; n is its length in s.
func quoted(s string) (text string, n int) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case s[0]:
			return b.String(), i + 1
		case '\\':
			if i++; i == len(s) {
				return b.String(), i
			}
		}
		b.WriteByte(s[i])
	}
	return b.String(), len(s)
}

// hasWords reports whether HTML holds any text.
func hasWords(s string) bool {
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.TextToken:
			if strings.TrimSpace(string(z.Text())) != "" {
				return true
			}
		}
	}
}
