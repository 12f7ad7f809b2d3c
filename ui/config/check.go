package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"offprint/reader"
)

// check refuses values that no setting has.
func (f *file) check(name string, where map[string]int) error {
	words := []struct {
		key, value string
		allowed    []string
	}{
		{"theme", f.Theme, Themes},
		{"color", f.Color, Colors},
		{"group", f.Group, Groups},
		{"sort", f.Sort, Sorts},
		{"titles", f.Titles, TitleLines},
	}
	for _, w := range words {
		if !slices.Contains(w.allowed, w.value) {
			return notOne(name, where[w.key], w.key, w.value, w.allowed)
		}
	}
	for _, p := range f.Panes {
		if !slices.Contains(PaneNames, p) {
			return notOne(name, where["panes"], "panes", p, PaneNames)
		}
	}
	if f.Measure < MinMeasure || f.Measure > MaxMeasure {
		return &Error{
			Path: name, Line: where["measure"],
			Msg: reader.CleanLine(fmt.Sprintf("measure is %d, but must lie between %d and %d", f.Measure, MinMeasure, MaxMeasure)),
		}
	}
	return nil
}

// notOne says that key has a value that is none of allowed.
func notOne(name string, line int, key, value string, allowed []string) error {
	return &Error{
		Path: name, Line: line,
		Msg:  reader.CleanLine(fmt.Sprintf("%s is %q, but must be one of %s", key, value, strings.Join(allowed, ", "))),
		Hint: didYouMean(value, allowed),
	}
}

// unknown says that a name stands for nothing. What is the kind of thing it should be.
func unknown(name string, line int, what, key string, known []string) error {
	return &Error{
		Path: name, Line: line,
		Msg:  reader.CleanLine(fmt.Sprintf("unknown %s %q", what, key)),
		Hint: didYouMean(key, known),
	}
}

func didYouMean(key string, known []string) reader.Text {
	if near := Nearest(key, known); near != "" {
		return reader.CleanLine("did you mean " + near + "?")
	}
	return ""
}

// keys returns the user's keys, having refused those of unknown actions.
func (f *file) keys(name string, where map[string]int, actions []string) (map[string]map[string][]string, error) {
	keys := make(map[string]map[string][]string)
	for _, screen := range sortedKeys(f.Keys) {
		table := f.Keys[screen]
		keys[screen] = make(map[string][]string)
		for _, action := range sortedKeys(table) {
			full := screen + "." + action
			line := where["keys."+full]
			if actions != nil && !slices.Contains(actions, full) {
				return nil, unknown(name, line, "action", full, actions)
			}
			list, ok := keyList(table[action])
			if !ok {
				return nil, &Error{
					Path: name, Line: line,
					Msg:  reader.CleanLine("the keys of " + full + " must be a list of strings"),
					Hint: reader.CleanLine(`for instance ` + action + ` = ["ctrl+n", "]q"]`),
				}
			}
			keys[screen][action] = list
		}
	}
	return keys, nil
}

// keyList reads one key or a list of keys.
func keyList(v any) ([]string, bool) {
	if s, ok := v.(string); ok {
		v = []any{s}
	}
	values, ok := v.([]any)
	if !ok {
		return nil, false
	}
	list := make([]string, 0, len(values))
	for _, v := range values {
		s, ok := v.(string)
		if !ok || s == "" {
			return nil, false
		}
		list = append(list, s)
	}
	return list, true
}

// sortedKeys makes what is said first the same on every run.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// lines returns the line on which each key of the document stands, by its
// dotted name. Tables inside braces are not looked into.
func lines(data []byte) map[string]int {
	where := make(map[string]int)
	var p unstable.Parser
	p.Reset(data)
	table := ""
	for p.NextExpression() {
		e := p.Expression()
		var parts []string
		line := 0
		for it := e.Key(); it.Next(); {
			n := it.Node()
			parts = append(parts, string(n.Data))
			if line == 0 {
				line = p.Shape(n.Raw).Start.Line
			}
		}
		key := strings.Join(parts, ".")
		if e.Kind == unstable.Table {
			table = key + "."
			where[key] = line
			continue
		}
		where[table+key] = line
	}
	return where
}
