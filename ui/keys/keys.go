// Package keys ties keys to actions. One table ([Table]) names every action of
// the program with its default keys and its help; the bindings, the help
// screen, the palette, the footer, the settings file and the README are all
// made from it.
//
// A key press goes through a [Reader], which knows counts ("5j"), prefixes
// ("gg") and letters as arguments ("ma"), and yields a [Press]. Screens act on
// actions, never on keys; only text fields see raw keys.
package keys

import (
	"fmt"
	"slices"
	"strings"
)

// Action is the name of something that the user can do, "scope.verb-noun".
type Action string

// Scope is where an action can be called: a pane, or a mode of one.
type Scope string

// The scopes. A screen names those that hold for it, the inner first.
const (
	Global   Scope = "global"   // everywhere but in text fields
	Motion   Scope = "motion"   // whatever scrolls or has a cursor
	Desk     Scope = "desk"     // the three panes together
	List     Scope = "list"     // the list of articles
	Article  Scope = "article"  // the article
	Select   Scope = "select"   // the article while a passage is chosen
	Quotes   Scope = "quotes"   // the sidebar of quotes
	Entities Scope = "entities" // the sidebar of entities
	Rows     Scope = "rows"     // any screen that lists places in articles
)

// Row is one action of the table.
type Row struct {
	Action Action
	// Keys are the default keys, each in the form that [ParseKeys] reads. None: palette and settings only.
	Keys []string
	// Help is what the action does, as the help screen says it.
	Help string
	// Hint is the same in a word or two for the footer; empty keeps it out.
	Hint string
	// Arg is set for actions that take the next letter, such as m{a-z}.
	Arg bool
}

// Scope returns the scope that the action's name begins with.
func (a Action) Scope() Scope {
	scope, _, _ := strings.Cut(string(a), ".")
	return Scope(scope)
}

// mostTogether is how many keys are written without a blank at most: a longer
// word is rather a name that is none.
const mostTogether = 3

// ParseKeys splits a binding as it is written in the table and in settings
// into single keys: "gg" is g then g, "]q" is ] then q, "ctrl+w h" is ctrl+w
// then h, "space" and "alt+down" are one key.
func ParseKeys(s string) ([]string, error) {
	var out []string
	for _, part := range strings.Fields(s) {
		if named(part) || len([]rune(part)) == 1 {
			out = append(out, part)
			continue
		}
		if strings.Contains(part, "+") && part[len(part)-1] != '+' {
			key, err := modified(strings.Split(part, "+"))
			if err != nil {
				return nil, fmt.Errorf("%q: %w", s, err)
			}
			out = append(out, key)
			continue
		}
		if len([]rune(part)) > mostTogether {
			return nil, fmt.Errorf("%q: no key is called %q; keys one after the other have blanks between them", s, part)
		}
		for _, r := range part {
			out = append(out, string(r))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%q names no key", s)
	}
	return out, nil
}

// modifiers are the keys that are held, in the order in which terminals tell of them.
var modifiers = []string{"ctrl", "alt", "shift", "super"}

// modified returns a key behind its modifiers as terminals name it: whichever
// way round they are written, ctrl stands before alt.
func modified(parts []string) (string, error) {
	held, key := parts[:len(parts)-1], parts[len(parts)-1]
	for _, m := range held {
		if !slices.Contains(modifiers, m) {
			return "", fmt.Errorf("no modifier is called %q", m)
		}
	}
	if !named(key) && len([]rune(key)) != 1 {
		return "", fmt.Errorf("no key is called %q", key)
	}
	var name strings.Builder
	for _, m := range modifiers {
		if slices.Contains(held, m) {
			name.WriteString(m + "+")
		}
	}
	return name.String() + key, nil
}

func named(s string) bool {
	switch s {
	case "space", "enter", "esc", "tab", "backspace", "delete", "insert",
		"up", "down", "left", "right", "home", "end", "pgup", "pgdown":
		return true
	}
	if len(s) > 1 && s[0] == 'f' {
		for _, c := range s[1:] {
			if c < '0' || c > '9' {
				return false
			}
		}
		return true
	}
	return false
}

// Label returns a binding as people read it: "g g" as gg, arrows as arrows.
func Label(binding string) string {
	parts, err := ParseKeys(binding)
	if err != nil {
		return binding
	}
	var b strings.Builder
	for i, p := range parts {
		if i > 0 && (len(p) > 1 || len(parts[i-1]) > 1) {
			b.WriteByte(' ')
		}
		switch p {
		case "up":
			p = "↑"
		case "down":
			p = "↓"
		case "left":
			p = "←"
		case "right":
			p = "→"
		}
		b.WriteString(p)
	}
	return b.String()
}
