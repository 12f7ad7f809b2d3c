package parse

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"offprint/reader/parse/date"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// frontReach is how long front matter may be, in bytes.
const frontReach = 64 << 10

// fences are the lines that front matter stands between, with the notation in
// it by the character that readFrontMatter knows; generators of sites allow
// them to name it.
var fences = map[string]struct {
	end  string
	kind byte
}{
	"---": {"---", '-'}, "---yaml": {"---", '-'}, "---yml": {"---", '-'}, "--- yaml": {"---", '-'},
	"+++": {"+++", '+'}, "---toml": {"---", '+'}, "--- toml": {"---", '+'},
	"---json": {"---", '{'}, "--- json": {"---", '{'}, ";;;": {";;;", '{'},
}

// cutFrontMatter parts the front matter from the body: between lines of ---
// (YAML) or +++ (TOML) at the very beginning, or an object of JSON. kind is the
// mark's character.
func cutFrontMatter(text string) (front string, kind byte, body string) {
	text = strings.TrimLeft(text, "\ufeff\r\n")
	first, rest, ok := strings.Cut(text, "\n")
	mark := strings.TrimRight(first, " \r")
	fence, known := fences[mark]
	if !ok || !known {
		return cutObject(text)
	}
	limit := rest[:min(len(rest), frontReach)]
	for at := 0; at < len(limit); {
		line, _, more := strings.Cut(limit[at:], "\n")
		bare := strings.TrimRight(line, " \r")
		if bare == fence.end || mark == "---" && bare == "..." {
			front = rest[:at]
			if !strings.ContainsAny(front, ":=") {
				return "", 0, text
			}
			return front, fence.kind, rest[min(len(rest), at+len(line)+1):]
		}
		if !more {
			break
		}
		at += len(line) + 1
	}
	return "", 0, text
}

// cutObject parts an object of JSON at the very beginning, as Hugo reads one,
// from the body. It has a title or a date.
func cutObject(text string) (front string, kind byte, body string) {
	if !strings.HasPrefix(text, "{") {
		return "", 0, text
	}
	d := json.NewDecoder(strings.NewReader(text[:min(len(text), frontReach)]))
	var m map[string]any
	if d.Decode(&m) != nil || m["title"] == nil && m["date"] == nil {
		return "", 0, text
	}
	front, body = text[:d.InputOffset()], text[d.InputOffset():]
	if line, rest, _ := strings.Cut(body, "\n"); strings.TrimSpace(line) == "" && strings.TrimSpace(rest) != "" {
		return front, '{', rest
	}
	return "", 0, text
}

// readFrontMatter takes what front matter tells. What cannot be read is read line by line.
func readFrontMatter(front string, kind byte, f *frame.Found) {
	if front == "" {
		return
	}
	var m map[string]any
	var err error
	switch kind {
	case '+':
		err = toml.Unmarshal([]byte(front), &m)
	case '{':
		if front = strings.TrimSpace(front); !strings.HasPrefix(front, "{") {
			front = "{" + front + "}"
		}
		err = json.Unmarshal([]byte(front), &m)
	default:
		err = yamlMap(front, &m)
	}
	if err != nil || len(m) == 0 {
		m = looseLines(front)
	}
	low := map[string]any{}
	for k, v := range m {
		low[strings.ToLower(k)] = v
	}
	takeKeys(f, low)
}

// takeKeys takes what is told under keys, which are in lower case.
func takeKeys(f *frame.Found, low map[string]any) {
	f.Title = firstOf(low, "title", "headline", "name")
	f.Byline = phrase.Byline(strings.TrimPrefix(strings.Join(listOf(low, "author", "authors", "byline", "by", "creator"), ", "), "By "))
	f.Address = firstAddress(low, "url", "source_url", "original_url", "canonical_url", "canonical", "link", "source", "permalink", "original")
	f.Outlet = firstOf(low, "site", "site_name", "sitename", "publisher", "outlet", "publication", "website")
	if source := firstOf(low, "source"); f.Outlet == "" && phrase.WebAddress(source) == "" {
		f.Outlet = source
	}
	f.Language = firstOf(low, "lang", "language", "locale")
	f.Tags = hashed(listOf(low, "tags", "tag", "labels", "keywords", "categories", "category", "topics"))
	f.Published = firstDate(low, "date", "published", "publishdate", "pubdate", "date_published", "published_at", "publisheddate")
	f.Description = firstOf(low, "description", "summary", "excerpt", "deck")
	readKept(f, low)
}

// readKept takes what programs that clip pages write of the clipping. There a
// source is named, and created is when the page was clipped.
func readKept(f *frame.Found, low map[string]any) {
	f.Kept.Saved = firstDate(low, "saved", "date_saved", "saved_at", "savedat", "date_added", "added", "clipped")
	switch clipped := phrase.WebAddress(firstOf(low, "source")) != ""; {
	case clipped && f.Kept.Saved.IsZero():
		f.Kept.Saved = firstDate(low, "created")
	case !clipped && f.Published.IsZero():
		f.Published = firstDate(low, "created")
	}
	for _, k := range []string{"starred", "favorite", "favourite", "is_marked"} {
		v, _ := low[k].(bool)
		f.Kept.Starred = f.Kept.Starred || v
	}
	for _, k := range []string{"archived", "is_archived"} {
		v, _ := low[k].(bool)
		f.Kept.Read = f.Kept.Read || v
	}
}

// firstAddress returns the first of the keys that holds an address of the web.
func firstAddress(m map[string]any, keys ...string) string {
	for _, k := range keys {
		if address := phrase.WebAddress(firstOf(m, k)); address != "" {
			return address
		}
	}
	return ""
}

// firstDate returns the first of the keys that holds a date.
func firstDate(m map[string]any, keys ...string) time.Time {
	for _, k := range keys {
		if t, ok := dateOf(m[k]); ok {
			return t
		}
	}
	return time.Time{}
}

// hashed takes off the marks by which tags are written in a text: #news #elm.
func hashed(tags []string) []string {
	var out []string
	for _, t := range tags {
		if !strings.HasPrefix(t, "#") {
			out = append(out, t)
			continue
		}
		for _, one := range strings.Split(t, " #") {
			if one = strings.TrimSpace(strings.TrimLeft(one, "#")); one != "" {
				out = append(out, one)
			}
		}
	}
	return out
}

// unlinked returns a name without the marks by which notes are linked: [[Jane Roe]], [[roe|Jane Roe]].
func unlinked(s string) string {
	in, opens := strings.CutPrefix(s, "[[")
	in, closes := strings.CutSuffix(in, "]]")
	if !opens || !closes {
		return s
	}
	if _, shown, ok := strings.Cut(in, "|"); ok {
		return shown
	}
	return in
}

// yamlMap reads YAML; a file that makes the reader panic counts as unreadable.
func yamlMap(front string, m *map[string]any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("front matter: %v", r)
		}
	}()
	if strings.Count(front, "*") > 200 || strings.Count(front, "&") > 200 || nested(front) {
		return errors.New("front matter: too many references or levels")
	}
	return yaml.Unmarshal([]byte(front), m)
}

// frontDepth is how deep front matter may be nested; the reader takes time and
// memory by the square of it.
const frontDepth = 20

// nested reports whether front matter is nested too deep to be meant.
func nested(front string) bool {
	depth := 0
	for line := range strings.Lines(front) {
		bare := strings.TrimLeft(line, " ")
		if len(line)-len(bare) > 4*frontDepth || strings.HasPrefix(bare, strings.Repeat("- ", frontDepth)) || strings.Count(bare, "? ") > frontDepth {
			return true
		}
		for i := range len(bare) {
			switch bare[i] {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(0, depth-1)
			}
			if depth > frontDepth {
				return true
			}
		}
	}
	return false
}

// looseLines reads "key: value" lines, whatever else stands between them.
func looseLines(front string) map[string]any {
	m := map[string]any{}
	for line := range strings.Lines(front) {
		k, v, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			k, v, ok = strings.Cut(strings.TrimSpace(line), "=")
		}
		if v = strings.Trim(strings.TrimSpace(v), `"'`); ok && v != "" && len(k) < 40 {
			m[strings.TrimSpace(k)] = v
		}
	}
	return m
}

// firstOf returns the first of the keys that holds text.
func firstOf(m map[string]any, keys ...string) string {
	for _, k := range keys {
		if l := textsOf(m[k], 0); len(l) > 0 {
			return l[0]
		}
	}
	return ""
}

// listOf returns the texts of the first key that holds any.
func listOf(m map[string]any, keys ...string) []string {
	for _, k := range keys {
		l := textsOf(m[k], 0)
		if len(l) == 1 && strings.Contains(l[0], ",") && k != "author" && k != "byline" && k != "by" {
			var parts []string
			for _, p := range strings.Split(l[0], ",") {
				if p = strings.TrimSpace(p); p != "" {
					parts = append(parts, p)
				}
			}
			l = parts
		}
		if len(l) > 0 {
			return l[:min(len(l), 50)]
		}
	}
	return nil
}

// textsOf returns v as texts: itself, its elements, or the name in it.
func textsOf(v any, depth int) []string {
	if depth > 3 {
		return nil
	}
	switch v := v.(type) {
	case string:
		if s := unlinked(strings.TrimSpace(v)); s != "" {
			return []string{s}
		}
	case int, int64, uint64, float64:
		return []string{fmt.Sprint(v)}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, textsOf(e, depth+1)...)
		}
		return out
	case map[string]any:
		for _, k := range []string{"name", "title", "url"} {
			if l := textsOf(v[k], depth+1); len(l) > 0 {
				return l
			}
		}
	}
	return nil
}

// dateOf returns v as a time.
func dateOf(v any) (time.Time, bool) {
	switch v := v.(type) {
	case time.Time:
		return v, !v.IsZero()
	case toml.LocalDate:
		return v.AsTime(time.UTC), true
	case toml.LocalDateTime:
		return v.AsTime(time.UTC), true
	case string:
		if t, ok := date.Parse(v, true); ok {
			return t, true
		}
		if len(v) >= 10 {
			return date.Parse(v[:10], true)
		}
	}
	return time.Time{}, false
}
