package entity

import "strings"

// partyTag reports whether m is the party and state that American papers put
// behind a name: (D-CA), R-Utah. It is no name of its own.
func (x *text) partyTag(m mention) bool {
	if m.first == 0 || m.last-m.first > 4 {
		return false
	}
	switch x.word(m.first - 1) {
	case "(", ",", "[":
	default:
		return false
	}
	party, state, ok := strings.Cut(strings.ReplaceAll(x.Text[x.Tokens[m.first].Start:x.Tokens[m.last-1].End], "–", "-"), "-")
	if party, state = strings.TrimSpace(party), strings.TrimSpace(state); !ok || !parties[party] {
		return false
	}
	return len(state) > 1 && state[0] >= 'A' && state[0] <= 'Z'
}

var parties = wordSet("D R I ID DFL")
