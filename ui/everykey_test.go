package ui

import (
	"slices"
	"testing"

	"offprint/ui/keys"
	"offprint/ui/uitest"
)

// scopePlaces are the keys that lead from the start to where actions of a scope
// can be called: to several screens, of which one at least must know each.
var scopePlaces = map[keys.Scope][]string{
	keys.Motion: {"", "enter", "ge", "gq"}, keys.Desk: {"", "enter"}, keys.List: {""}, keys.Article: {"enter"}, keys.Select: {"enter v"},
	keys.Quotes: {"enter alt+3"}, keys.Entities: {"enter alt+4"}, keys.Rows: {"gq", "ge", "gm", "I", "ge enter", "s"},
}

// TestEveryActionIsKnownWhereItsKeyIs: what help and palette offer for a place is done there.
func TestEveryActionIsKnownWhereItsKeyIs(t *testing.T) {
	t.Parallel()
	missing := map[keys.Action]bool{}
	for _, r := range keys.Table() {
		if r.Action.Scope() != keys.Global { // which the root takes itself
			missing[r.Action] = true
		}
	}
	o := options(t, openDemo(t)) // nothing is changed: what an action would run is not run
	for scope, places := range scopePlaces {
		for _, place := range places {
			var m *model
			for _, r := range keys.Table() {
				if r.Action.Scope() != scope || !missing[r.Action] {
					continue
				}
				if m == nil || !slices.Contains(m.screen().Scopes(), scope) || m.screen().Typing() { // what was done led away
					m = newModel(o)
					d := uitest.New(t, m, 160, 45)
					d.Hasty()
					d.Keys(place)
				}
				if !slices.Contains(m.screen().Scopes(), scope) {
					t.Fatalf("%q does not lead to %s", place, scope)
				}
				if _, ok := m.screen().Act(keys.Press{Action: r.Action, Arg: 'a'}); ok {
					delete(missing, r.Action)
				}
			}
		}
	}
	for action := range missing {
		t.Errorf("nothing does %s", action)
	}
}
