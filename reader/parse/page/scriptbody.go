package page

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// Pages that a program puts together in the browser are saved without their
// text, if they are saved as they came: it stands in a script, as data, in a
// form of each site's own. What holds the most words of running text there is
// taken for the article.

const (
	stateReach   = 8 << 20 // how much of such scripts is read, in bytes
	stateDepth   = 24      // how deep data may be nested in data
	statePieces  = 3       // paragraphs of which a list is a text
	statePiece   = 40      // how long such a paragraph is at least, in bytes
	stateLittle  = 1500    // bytes of text on the page itself, above which it is no such page
	stateTimes   = 2       // how many times as long as that the text in the script is at least
	stateHeading = 120     // how long a heading is at most, in bytes
)

// keepState keeps a script that can hold a page's data.
func (m *pageMeta) keepState(n *html.Node) {
	kind := strings.ToLower(attr(n, "type"))
	if n.FirstChild == nil || kind != "application/json" && attr(n, "id") != "__NEXT_DATA__" {
		return
	}
	if data := n.FirstChild.Data; len(data) <= stateReach && len(data) >= bodyLeast {
		m.state = append(m.state, data)
	}
}

// stateBody returns the longest text in the page's data, as HTML or as
// paragraphs in lines, if it is much longer than have, the text on the page, in
// bytes; else nothing.
func (m *pageMeta) stateBody(have int) string {
	if have > stateLittle {
		return ""
	}
	best := ""
	for _, data := range m.state {
		var v any
		if json.Unmarshal([]byte(data), &v) == nil {
			best = longer(best, bodyIn(v, 0))
		}
	}
	if len(best) < bodyLeast || len(best) < stateTimes*have {
		return ""
	}
	return best
}

// longer returns the longer of two texts; of equals always the same.
func longer(a, b string) string {
	if len(b) > len(a) || len(b) == len(a) && b < a {
		return b
	}
	return a
}

// bodyIn returns the longest text below v.
func bodyIn(v any, depth int) string {
	best := ""
	switch v := v.(type) {
	case map[string]any:
		for key, e := range v {
			if s, ok := e.(string); ok {
				if bodyKey(key) && (strings.Contains(s, "</p>") || strings.Count(s, ". ") >= statePieces) {
					best = longer(best, s)
				}
			} else if depth < stateDepth {
				best = longer(best, bodyIn(e, depth+1))
			}
		}
	case []any:
		best = piecesIn(v)
		for _, e := range v {
			if depth < stateDepth {
				best = longer(best, bodyIn(e, depth+1))
			}
		}
	}
	return best
}

// bodyKey reports whether a name is one that programs have for a text.
func bodyKey(key string) bool {
	key = strings.ToLower(key)
	for _, w := range [...]string{"body", "content", "html", "text", "story", "rendered"} {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
}

// piecesIn returns the text of a list of paragraphs, empty if it is none.
func piecesIn(list []any) string {
	var b strings.Builder
	paragraphs := 0
	for _, e := range list {
		piece, ok := e.(map[string]any)
		if !ok {
			continue
		}
		text := strings.TrimSpace(runText(piece, 0))
		if text == "" {
			continue
		}
		if len(text) >= statePiece {
			paragraphs++
		}
		if kind := strings.ToLower(str(piece["type"]) + str(piece["_type"]) + str(piece["style"])); len(text) <= stateHeading && strings.Contains(kind, "head") {
			text = "<h2>" + text + "</h2>"
		} else {
			text = "<p>" + text + "</p>"
		}
		b.WriteString(text)
	}
	if paragraphs < statePieces {
		return ""
	}
	return b.String()
}

// runText returns the words of one paragraph in the data: its own, or those
// of the runs that it is made of.
func runText(piece map[string]any, depth int) string {
	for _, key := range [...]string{"html", "text", "value", "content", "markdown"} {
		if s, ok := piece[key].(string); ok && s != "" {
			return s
		}
	}
	if depth > stateDepth {
		return ""
	}
	for _, key := range [...]string{"content", "children", "nodes", "data", "model", "runs"} {
		var b strings.Builder
		switch v := piece[key].(type) {
		case []any:
			for _, e := range v {
				if run, ok := e.(map[string]any); ok {
					b.WriteString(runText(run, depth+1))
				}
			}
		case map[string]any:
			b.WriteString(runText(v, depth+1))
		}
		if b.Len() > 0 {
			return b.String()
		}
	}
	return ""
}
