// Package robots reads robots.txt, the file in which a host says what programs
// may fetch, as RFC 9309 has it. It knows neither network nor clock: [Parse]
// takes the file's bytes, [Rules.Allows] answers for one address, and
// [Rules.Delay] tells how long the host wants between two requests. Any bytes
// are rules: what cannot be read says nothing.
package robots

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxSize is how much of a file is read, in bytes; more says nothing.
const MaxSize = 500 << 10

// maxRules bounds how many rules of a file count.
const maxRules = 5000

// Rules are what a host says to one program. The zero value allows everything.
type Rules struct {
	rules []rule
	delay time.Duration
}

// rule is one line: all addresses whose path begins with a pattern.
type rule struct {
	pattern string // with escapes in one form; * is anything, $ at the end is the end
	allow   bool
}

// group is the part of a file that begins with the names of programs.
type group struct {
	mine, all bool // it names the program, or *
	rules     []rule
	delay     time.Duration
}

// Parse returns what a file says to the program of a name, without regard to
// case: the groups that name it, else those for all.
func Parse(file []byte, name string) Rules {
	file = bytes.TrimPrefix(file[:min(len(file), MaxSize)], []byte("\xef\xbb\xbf"))
	var groups []group
	naming := false // the last line that counts named a program
	total := 0
	for line := range bytes.FieldsFuncSeq(file, func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value := field(string(line))
		if key == "user-agent" {
			if !naming {
				groups = append(groups, group{})
			}
			naming = true
			g := &groups[len(groups)-1]
			g.mine, g.all = g.mine || strings.EqualFold(product(value), name), g.all || value == "*"
			continue
		}
		if len(groups) == 0 {
			continue
		}
		g := &groups[len(groups)-1]
		switch key {
		case "allow", "disallow":
			naming = false
			if total++; value != "" && total <= maxRules { // an empty one says nothing
				g.rules = append(g.rules, rule{normal(value), key == "allow"})
			}
		case "crawl-delay":
			naming = false
			g.delay = max(g.delay, seconds(value))
		}
	}
	return chosen(groups)
}

// chosen joins the groups that are about the program.
func chosen(groups []group) Rules {
	var mine, all Rules
	named := false
	for _, g := range groups {
		switch {
		case g.mine:
			named = true
			mine = Rules{append(mine.rules, g.rules...), max(mine.delay, g.delay)}
		case g.all:
			all = Rules{append(all.rules, g.rules...), max(all.delay, g.delay)}
		}
	}
	if named {
		return mine
	}
	return all
}

// field takes a line apart, without its comment.
func field(line string) (key, value string) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return "", ""
	}
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
}

// product is the name of a program without its version.
func product(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end < 0 {
		return s
	}
	return s[:end]
}

func seconds(s string) time.Duration {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(n) || n <= 0 {
		return 0
	}
	return time.Duration(min(n, 24*60*60) * float64(time.Second))
}

// Delay is how long the host wants between two requests: up to a day, 0 if it does not say.
func (r *Rules) Delay() time.Duration { return r.delay }

// Allows reports whether a page may be fetched. Path is that of its address
// with escapes and, behind a question mark, its query. The longest rule that
// fits decides; of equals the one that allows.
func (r *Rules) Allows(path string) bool {
	if path == "" || path[0] != '/' {
		path = "/" + path
	}
	path = normal(path)
	longest, allowed := -1, true
	for _, one := range r.rules {
		if n := len(one.pattern); (n > longest || n == longest && one.allow) && fits(one.pattern, path) {
			longest, allowed = n, one.allow
		}
	}
	return allowed
}

// fits reports whether a path begins as a pattern says, in a time of the
// product of their lengths at most.
func fits(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if whole && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !whole || path == ""
}

// normal writes a path in one form: bytes beyond ASCII escaped, escapes in
// capitals, and none for letters and digits.
func normal(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				i += 2
				if v := byte(n); v < utf8.RuneSelf && unreserved(v) {
					b.WriteByte(v)
				} else {
					b.Write([]byte{'%', hex[v>>4], hex[v&15]})
				}
				continue
			}
		}
		if c >= utf8.RuneSelf {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
