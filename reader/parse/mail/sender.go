package mail

import (
	"net/mail"
	"strings"
	"unicode"

	"offprint/reader/parse/message"
)

// subject returns a subject without the marks of answering and forwarding.
func subject(s string) string {
	for {
		s = strings.TrimSpace(s)
		low := strings.ToLower(s)
		cut := 0
		for _, p := range []string{"fwd:", "fw:", "re:", "wg:", "tr:", "aw:"} {
			if strings.HasPrefix(low, p) {
				cut = len(p)
			}
		}
		if cut == 0 {
			return s
		}
		s = s[cut:]
	}
}

// sender tells who wrote a message and who published it, as far as its sender
// tells: a person's name is a byline, anything else an outlet, and "Jane Roe
// from The Elm Letter" is both.
func sender(m *message.Part) (byline, outlet string) {
	name, address := from(m)
	list, _, ok := strings.Cut(m.Words("list-id"), "<")
	if list = strings.Trim(strings.TrimSpace(list), `"`); ok && strings.Contains(list, " ") {
		outlet = list
	}
	for _, between := range []string{" from ", " at ", " @ ", " | ", " via "} {
		who, where, ok := strings.Cut(name, between)
		if ok && personal(who) {
			if outlet == "" {
				outlet = strings.TrimSpace(where)
			}
			return strings.TrimSpace(who), outlet
		}
	}
	if personal(name) {
		byline = name
	} else if outlet == "" {
		outlet = name
	}
	if outlet == "" {
		outlet = host(address)
	}
	return byline, outlet
}

// from returns the sender's name and address.
func from(m *message.Part) (name, address string) {
	value := m.Get("from")
	if value == "" {
		value = m.Get("sender")
	}
	if i := strings.LastIndexByte(value, '<'); i >= 0 {
		address, _, _ = strings.Cut(value[i+1:], ">")
		name = strings.Trim(strings.TrimSpace(m.Words("from")), `"`)
		if j := strings.LastIndexByte(name, '<'); j >= 0 {
			name = strings.Trim(strings.TrimSpace(name[:j]), `"'`)
		}
		return strings.ReplaceAll(name, `\"`, `"`), address
	}
	if a, err := mail.ParseAddress(value); err == nil {
		return a.Name, a.Address
	}
	return "", value
}

// host is the domain of an address without what only mail programs need.
func host(address string) string {
	_, h, ok := strings.Cut(address, "@")
	if !ok || !strings.Contains(h, ".") {
		return ""
	}
	h = strings.ToLower(strings.TrimSpace(h))
	for strings.Count(h, ".") > 1 {
		first, rest, _ := strings.Cut(h, ".")
		switch first {
		case "mail", "email", "e", "news", "newsletter", "newsletters", "mg", "em", "info", "send", "smtp", "www", "bounce", "list", "lists":
			h = rest
			continue
		}
		break
	}
	return h
}

// institutions are words of names that no person has.
var institutions = map[string]bool{
	"the": true, "news": true, "newsletter": true, "newsletters": true, "times": true, "post": true, "daily": true, "weekly": true, "monthly": true,
	"team": true, "press": true, "magazine": true, "journal": true, "review": true, "digest": true, "alerts": true, "updates": true, "media": true,
	"institute": true, "university": true, "foundation": true, "office": true, "agency": true, "department": true, "editors": true, "editorial": true,
	"today": true, "morning": true, "evening": true, "briefing": true, "brief": true, "report": true, "letter": true, "letters": true, "blog": true,
	"support": true, "group": true, "list": true, "service": true, "center": true, "centre": true, "society": true, "library": true, "radio": true,
}

// personal reports whether a name seems to be a person's: two to four words
// with capitals, none of which is an institution's.
func personal(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 || strings.ContainsAny(name, "@/&!?:0123456789") {
		return false
	}
	for i, w := range words {
		first := []rune(w)[0]
		particle := i > 0 && i < len(words)-1 && len(w) <= 3
		if institutions[strings.ToLower(w)] || !unicode.IsLetter(first) || !unicode.IsUpper(first) && !particle && unicode.IsLower(first) {
			return false
		}
		if len([]rune(w)) > 3 && strings.ToUpper(w) == w && strings.ToLower(w) != w {
			return false // an abbreviation
		}
	}
	return true
}
