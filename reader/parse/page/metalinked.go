package page

import (
	"encoding/json"
	"strings"

	"offprint/reader/parse/phrase"
)

// linked is what JSON-LD tells of the article.
type linked struct {
	headline, published, modified, publisher, body, language string
	authors, tags                                            []string
	article                                                  bool // it came from an article and not from the site
	thread                                                   bool // the page holds what several have written
	authorIDs                                                []string
	persons                                                  map[string]string // names by @id
}

// readLinked takes what a JSON-LD script tells. A broken one tells nothing.
func (m *pageMeta) readLinked(script string) {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<!--"), "-->")
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		// Line breaks within strings are the usual fault.
		if json.Unmarshal([]byte(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(script)), &v) != nil {
			return
		}
	}
	m.ld.walk(v, 0)
}

// walk looks for an article in v.
func (l *linked) walk(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.walk(e, depth+1)
		}
	case map[string]any:
		if articleType(v["@type"]) {
			l.take(v)
		}
		if t := str(v["@type"]); t == "QAPage" || t == "DiscussionForumPosting" {
			l.thread = true
		}
		if id, name := str(v["@id"]), str(v["name"]); id != "" && name != "" && personType(v["@type"]) {
			if l.persons == nil {
				l.persons = map[string]string{}
			}
			l.persons[id] = name
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			l.walk(v[k], depth+1)
		}
	}
}

// articleType reports whether a JSON-LD type is some kind of article.
func articleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.Contains(v, "Article") || strings.Contains(v, "Posting") || strings.Contains(v, "Report") || v == "Review" || v == "WebPage" || v == "Recipe" || v == "HowTo"
	case []any:
		for _, e := range v {
			if articleType(e) {
				return true
			}
		}
	}
	return false
}

func personType(v any) bool {
	switch v := v.(type) {
	case string:
		return v == "Person"
	case []any:
		for _, e := range v {
			if personType(e) {
				return true
			}
		}
	}
	return false
}

// writers returns the names of the article's authors. Some pages only refer
// to them, or list the one person there is without saying what for.
func (l *linked) writers() []string {
	if len(l.authors) > 0 {
		return l.authors
	}
	var out []string
	for _, id := range l.authorIDs {
		if n := l.persons[id]; n != "" {
			out = append(out, n)
		}
	}
	if len(out) == 0 && len(l.persons) == 1 {
		for _, n := range l.persons {
			out = append(out, n)
		}
	}
	return out
}

func (l *linked) take(v map[string]any) {
	if t, _ := v["@type"].(string); t == "WebPage" {
		l.published = phrase.FirstFilled(l.published, str(v["datePublished"]))
		l.modified = phrase.FirstFilled(l.modified, str(v["dateModified"]))
		l.language = phrase.FirstFilled(l.language, str(v["inLanguage"]))
		return
	}
	if !l.article {
		l.published, l.modified = "", ""
	}
	l.article = true
	l.headline = phrase.FirstFilled(l.headline, str(v["headline"]), str(v["name"]))
	l.published = phrase.FirstFilled(l.published, str(v["datePublished"]), str(v["dateCreated"]))
	l.modified = phrase.FirstFilled(l.modified, str(v["dateModified"]))
	l.language = phrase.FirstFilled(l.language, str(v["inLanguage"]))
	l.body = phrase.FirstFilled(l.body, str(v["articleBody"]))
	if len(l.authors) == 0 {
		l.authors = names(v["author"], 0)
	}
	if a, ok := v["author"].(map[string]any); ok && len(l.authors) == 0 {
		l.authorIDs = append(l.authorIDs, str(a["@id"]))
	}
	if p := names(v["publisher"], 0); l.publisher == "" && len(p) > 0 {
		l.publisher = p[0]
	}
	if len(l.tags) == 0 {
		l.tags = names(v["keywords"], 0)
	}
}

func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return str(v[0])
		}
	case map[string]any:
		return str(v["@value"])
	}
	return ""
}

// names returns the names of persons or organisations in v.
func names(v any, depth int) []string {
	if depth > 3 {
		return nil
	}
	switch v := v.(type) {
	case string:
		if v = strings.TrimSpace(v); v != "" && !strings.HasPrefix(v, "http") {
			return []string{v}
		}
	case []any:
		var out []string
		for _, e := range v[:min(len(v), 20)] {
			out = append(out, names(e, depth+1)...)
		}
		return out
	case map[string]any:
		return names(v["name"], depth+1)
	}
	return nil
}
