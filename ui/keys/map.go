package keys

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Map holds the bindings in force: the table with the user's changes.
type Map struct {
	rows   []Row
	bound  map[Scope]map[string]Action // keys joined by blanks -> action
	byName map[Action]int
}

// Overrides are the user's own keys: scope -> verb-noun -> keys. An action
// that is named loses its default keys; an empty list unbinds it.
type Overrides map[string]map[string][]string

// New returns the table's bindings changed by o. It refuses actions that do
// not exist, with the nearest that does, keys bound twice in one scope, and
// keys of the user's that hide another action, or hide behind one, where both
// can be called.
func New(o Overrides) (*Map, error) {
	m := &Map{rows: Table(), bound: map[Scope]map[string]Action{}, byName: map[Action]int{}}
	for i, r := range m.rows {
		m.byName[r.Action] = i
	}
	for scope, actions := range o {
		for verb, bindings := range actions {
			name := Action(scope + "." + verb)
			i, ok := m.byName[name]
			if !ok {
				return nil, fmt.Errorf("no action is called %q; did you mean %q?", name, m.nearest(name))
			}
			m.rows[i].Keys = bindings
		}
	}
	for _, r := range m.rows {
		if err := m.bind(r); err != nil {
			return nil, err
		}
	}
	if err := m.hidden(o); err != nil {
		return nil, err
	}
	return m, nil
}

// places are the scopes that hold together.
var places = [][]Scope{
	{List, Desk, Motion, Global}, {Article, Desk, Motion, Global}, {Quotes, Desk, Motion, Global, Article}, {Entities, Desk, Motion, Global, Article},
	{Select, Desk, Motion, Global}, {Rows, Motion, Global},
}

// hidden refuses keys of the user's that two actions of a place have. Where the
// default keys have it so it is meant.
func (m *Map) hidden(o Overrides) error {
	if len(o) == 0 {
		return nil
	}
	before, err := New(nil)
	if err != nil {
		return err
	}
	for _, r := range m.rows {
		scope := r.Action.Scope()
		if _, own := o[string(scope)][strings.TrimPrefix(string(r.Action), string(scope)+".")]; !own {
			continue
		}
		for _, k := range r.Keys {
			parts, _ := ParseKeys(k) // bind has read it
			seq := strings.Join(parts, " ")
			other, taken := m.besides(scope, seq)
			if taken == "" {
				continue
			}
			if again, _ := before.besides(scope, seq); again == other && before.bound[scope][seq] == r.Action {
				continue
			}
			return fmt.Errorf("%s, and both can be called in the same place", clash(r.Action, seq, other, taken))
		}
	}
	return nil
}

// clash tells which keys of two actions are in each other's way.
func clash(a Action, keys string, b Action, others string) string {
	keys, others = Label(keys), Label(others)
	if keys == others {
		return fmt.Sprintf("%s and %s are both on %q", a, b, keys)
	}
	return fmt.Sprintf("%s is on %q and %s on %q, of which one begins with the other", a, keys, b, others)
}

// besides returns an action on the same keys, or on more or fewer of them, in
// another scope that holds together with scope, and its keys; "" if there is none.
func (m *Map) besides(scope Scope, seq string) (Action, string) {
	for _, r := range m.rows {
		s := r.Action.Scope()
		if s == scope || !slices.ContainsFunc(places, func(p []Scope) bool { return slices.Contains(p, s) && slices.Contains(p, scope) }) {
			continue
		}
		for _, k := range r.Keys {
			parts, _ := ParseKeys(k)
			other := strings.Join(parts, " ")
			if other == seq || strings.HasPrefix(other, seq+" ") || strings.HasPrefix(seq, other+" ") {
				return r.Action, other
			}
		}
	}
	return "", ""
}

func (m *Map) bind(r Row) error {
	scope := r.Action.Scope()
	if m.bound[scope] == nil {
		m.bound[scope] = map[string]Action{}
	}
	for _, k := range r.Keys {
		parts, err := ParseKeys(k)
		if err != nil {
			return fmt.Errorf("keys of %s: %w", r.Action, err)
		}
		if first := parts[0]; first >= "1" && first <= "9" && len(first) == 1 {
			return fmt.Errorf("keys of %s: %q begins a count, as in 5j, and calls nothing itself", r.Action, first)
		}
		seq := strings.Join(parts, " ")
		for other, a := range m.bound[scope] {
			if other == seq || strings.HasPrefix(other, seq+" ") || strings.HasPrefix(seq, other+" ") {
				return errors.New(clash(a, other, r.Action, seq))
			}
		}
		m.bound[scope][seq] = r.Action
	}
	return nil
}

// Rows returns every action with the keys in force, in the table's order.
func (m *Map) Rows() []Row { return m.rows }

// Row returns the action's row.
func (m *Map) Row(a Action) (Row, bool) {
	i, ok := m.byName[a]
	if !ok {
		return Row{}, false
	}
	return m.rows[i], true
}

// First returns the label of the first key that calls a, or "".
func (m *Map) First(a Action) string {
	if r, ok := m.Row(a); ok && len(r.Keys) > 0 {
		return Label(r.Keys[0])
	}
	return ""
}

// lookup finds what seq means in scopes, inner first: an action, or more keys to come.
func (m *Map) lookup(seq string, scopes []Scope) (a Action, more bool) {
	for _, s := range scopes {
		if a, ok := m.bound[s][seq]; ok {
			return a, false
		}
		for k := range m.bound[s] {
			if strings.HasPrefix(k, seq+" ") {
				more = true
			}
		}
	}
	return "", more
}

// Continuations lists what may follow the keys typed so far, for the footer:
// rows whose Keys holds the one binding that continues.
func (m *Map) Continuations(typed []string, scopes []Scope) []Row {
	prefix := strings.Join(typed, " ") + " "
	var out []Row
	for _, r := range m.rows {
		if !slices.Contains(scopes, r.Action.Scope()) {
			continue
		}
		for _, k := range r.Keys {
			parts, err := ParseKeys(k)
			if seq := strings.Join(parts, " "); err == nil && strings.HasPrefix(seq, prefix) {
				r.Keys = []string{seq[len(prefix):]}
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// nearest returns the action whose name is most like name.
func (m *Map) nearest(name Action) Action {
	best, far := Action(""), 1<<30
	for _, r := range m.rows {
		if d := distance(string(name), string(r.Action)); d < far {
			best, far = r.Action, d
		}
	}
	return best
}

// distance is the Levenshtein distance of two names.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
