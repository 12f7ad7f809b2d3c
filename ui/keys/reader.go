package keys

import (
	"strconv"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// Press is what a key press came to.
type Press struct {
	Action Action // empty: nothing yet, or nothing bound
	Count  int    // the number typed before; 0 if none
	Arg    rune   // the letter after an action that takes one
	// Unbound is set when the keys mean nothing here.
	Unbound bool
}

// N returns the count, or 1 if none was typed.
func (p Press) N() int { return max(1, p.Count) }

// Reader turns key presses into actions. It remembers a count and a prefix
// between presses; prefixes wait for ever.
type Reader struct {
	keys  *Map
	typed []string
	count string
	takes Action // waits for its letter
}

// NewReader returns a Reader of the bindings in m.
func NewReader(m *Map) *Reader { return &Reader{keys: m} }

// Map returns the bindings in force.
func (r *Reader) Map() *Map { return r.keys }

// Pending returns the keys typed so far of an unfinished binding, the count
// before them, and whether there is any of either.
func (r *Reader) Pending() (typed []string, count string, any bool) {
	return r.typed, r.count, len(r.typed) > 0 || r.count != ""
}

// Reset forgets a count and a prefix.
func (r *Reader) Reset() { r.typed, r.count, r.takes = nil, "", "" }

// maxCountDigits keeps counts within what any list or text can use.
const maxCountDigits = 7

// Press takes one key press for the given scopes, the inner first.
func (r *Reader) Press(msg tea.KeyPressMsg, scopes []Scope) Press {
	name := keyName(msg)
	if r.takes != "" {
		p := Press{Action: r.takes, Count: r.number()}
		r.Reset()
		if runes := []rune(name); len(runes) == 1 {
			p.Arg = runes[0]
			return p
		}
		return Press{Unbound: name != "esc"}
	}
	if _, any := r.pending(); any && name == "esc" {
		r.Reset()
		return Press{}
	}
	if len(r.typed) == 0 && len(name) == 1 && unicode.IsDigit(rune(name[0])) && (name != "0" || r.count != "") {
		if len(r.count) < maxCountDigits {
			r.count += name
		}
		return Press{}
	}
	return r.match(msg, name, scopes)
}

func (r *Reader) pending() ([]string, bool) { return r.typed, len(r.typed) > 0 || r.count != "" }

// match extends the keys typed so far by name, or by what the same key is on
// a Latin layout, and looks them up.
func (r *Reader) match(msg tea.KeyPressMsg, name string, scopes []Scope) Press {
	for _, n := range []string{name, latin(msg, name)} {
		if n == "" {
			continue
		}
		typed := append(append([]string{}, r.typed...), n)
		action, more := r.keys.lookup(strings.Join(typed, " "), scopes)
		if action != "" {
			p := Press{Action: action, Count: r.number()}
			if row, _ := r.keys.Row(action); row.Arg {
				r.takes, r.typed = action, typed
				return Press{}
			}
			r.Reset()
			return p
		}
		if more {
			r.typed = typed
			return Press{}
		}
	}
	r.Reset()
	return Press{Unbound: true}
}

func (r *Reader) number() int {
	n, err := strconv.Atoi(r.count)
	if err != nil {
		return 0
	}
	return n
}

// keyName returns the name by which bindings know the key.
func keyName(msg tea.KeyPressMsg) string {
	s := msg.String()
	switch s {
	case " ":
		return "space"
	case "pgdn":
		return "pgdown"
	case "escape":
		return "esc"
	}
	return s
}

// latin returns the key at the same place of a Latin layout, where the
// terminal tells it or the Russian or Ukrainian layout is known; else "".
func latin(msg tea.KeyPressMsg, name string) string {
	if k := msg.Key(); k.BaseCode != 0 && k.BaseCode < 0x80 && k.Mod&^tea.ModShift == 0 {
		c := k.BaseCode
		if k.Mod&tea.ModShift != 0 {
			c = unicode.ToUpper(c)
		}
		if s := string(c); s != name {
			return s
		}
	}
	runes := []rune(name)
	if len(runes) != 1 {
		return ""
	}
	const cyrillic, keys = "йцукенгшщзхъфывапролджэячсмитьбюі", "qwertyuiop[]asdfghjkl;'zxcvbnm,.s"
	lower := unicode.ToLower(runes[0])
	at := strings.IndexRune(cyrillic, lower)
	if at < 0 {
		return ""
	}
	key := rune(keys[len([]rune(cyrillic[:at]))])
	if lower != runes[0] {
		key = unicode.ToUpper(key)
	}
	return string(key)
}
