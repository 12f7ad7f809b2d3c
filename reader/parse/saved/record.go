package saved

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// record is an object of JSON with its keys in lower case, without the marks
// between their words: isArchived and is_archived are one.
type record map[string]any

// keyOf returns a key as records have it.
func keyOf(k string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(k))
}

// asRecord returns a value that is an object, nil for any other.
func asRecord(v any) record {
	m, ok := v.(map[string]any)
	if !ok {
		return nil
	}
	r := make(record, len(m))
	for k, v := range m {
		r[keyOf(k)] = v
	}
	return r
}

// get returns the first of the keys that holds text or a number, as text.
func (r record) get(keys ...string) string {
	for _, k := range keys {
		if s := textOf(r[k]); s != "" {
			return s
		}
	}
	return ""
}

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// has reports whether all of the keys are there, whatever they hold.
func (r record) has(keys ...string) bool {
	for _, k := range keys {
		if _, ok := r[k]; !ok {
			return false
		}
	}
	return true
}

// is reports whether a key holds yes, in any notation.
func (r record) is(key string) bool { return affirms(r.get(key)) }

// list returns the elements of an array, or the values of an object.
func (r record) list(key string) []any {
	switch v := r[key].(type) {
	case []any:
		return v
	case map[string]any:
		return valuesOf(v)
	}
	return nil
}

// names returns what an array holds: texts, or objects with a name.
func (r record) names(key string) []string {
	var out []string
	for _, v := range r.list(key) {
		name := textOf(v)
		if o := asRecord(v); o != nil {
			name = o.get("name", "label", "tag", "title", "slug")
		}
		if name != "" && len(out) < maxTags {
			out = append(out, name)
		}
	}
	return out
}

// ofJSON is what a list in JSON says, nil if it is of no service.
func ofJSON(data []byte) inner.Documents {
	return ofService(func(f entry) error { return entries(data, f) }, func() map[string]bool { return pinnedIn(data) })
}

// Stream is what a list says that is too large to be held: an export of
// Evernote, a table, or an array in JSON, of which one element is held at a
// time. It is nil if it is none of a service.
func Stream(in *inner.Input) inner.Documents {
	switch head := opening(inner.Head(in, headReach)); {
	case isEvernote(head):
		return evernote(inner.From(in, 0))
	case head == "":
		return nil
	case head[0] != '[':
		if t := tableOf(head); t != nil {
			return t.stream(in)
		}
		return nil
	}
	return ofService(func(f entry) error {
		r := bufio.NewReaderSize(inner.From(in, 0), 256<<10)
		if mark, _ := r.Peek(3); string(mark) == "\xef\xbb\xbf" {
			_, _ = r.Discard(3)
		}
		d := json.NewDecoder(r)
		if _, err := d.Token(); err != nil {
			return err
		}
		return elements(d, f)
	}, func() map[string]bool { return nil })
}

// entry is called for an entry of a list and the collection that it is in; it
// reports whether more is wanted.
type entry func(folder string, r record) bool

// ofService tells which service a list is of by its first entries; nil if of
// none. pinned are the numbers of the entries that the list marks elsewhere.
func ofService(entries func(entry) error, pins func() map[string]bool) inner.Documents {
	var told *service
	tries := 0
	_ = entries(func(_ string, r record) bool {
		told = serviceOf(r)
		tries++
		return told == nil && tries < 3
	})
	if told == nil {
		return nil
	}
	return listed(func(l *list) {
		pins := pins()
		err := entries(func(folder string, r record) bool {
			if pins[r.get("id")] {
				r[pinned] = true
			}
			s := told
			if !s.known(r) {
				s = serviceOf(r)
			}
			if s == nil {
				return l.skip("they are of no kind that is known")
			}
			return l.add(s.document(folder, r))
		})
		if err != nil && !l.ended {
			l.ended = !l.yield(inner.Document{}, fmt.Errorf("%w: the rest could not be read", inner.ErrDamaged))
		}
	})
}

// pinned is the key under which an entry of Linkwarden is marked, whose list of
// those stands behind all entries.
const pinned = "pinned by the list"

// pinnedIn returns the numbers of the entries that a list names as pinned.
func pinnedIn(data []byte) map[string]bool {
	if !bytes.Contains(data, []byte(`"pinnedLinks"`)) {
		return nil
	}
	var all struct{ PinnedLinks []struct{ ID json.Number } }
	if json.Unmarshal(data, &all) != nil {
		return nil
	}
	pins := make(map[string]bool, len(all.PinnedLinks))
	for _, p := range all.PinnedLinks {
		pins[p.ID.String()] = true
	}
	return pins
}

// entries calls f for each entry of a list: the elements of an array, or what
// an object holds under numbers, as a list or in collections. folder is the
// name of the collection. It ends when f reports false.
func entries(data []byte, f entry) error {
	if text, repair := clean.Decode(data[:min(len(data), 4)&^1], false); repair != nil && text != "" {
		whole, _ := clean.Decode(data, false)
		data = []byte(whole)
	}
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	t, err := d.Token()
	if err != nil {
		return err
	}
	if t == json.Delim('[') {
		return elements(d, f)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		if !nested(name, raw, f) {
			return nil
		}
	}
	return nil
}

// elements calls f for each element of the array that d is in.
func elements(d *json.Decoder, f entry) error {
	for d.More() {
		var v any
		if err := d.Decode(&v); err != nil {
			return err
		}
		if !f("", asRecord(v)) {
			return nil
		}
	}
	_, err := d.Token()
	return err
}

// nested calls f for the entries that an object holds under a key.
func nested(key string, raw json.RawMessage, f func(folder string, r record) bool) bool {
	_, err := strconv.ParseUint(key, 10, 64)
	switch {
	case err == nil: // an entry under its number
		var v any
		return json.Unmarshal(raw, &v) != nil || f("", asRecord(v))
	case key == "list" && len(raw) > 0 && raw[0] == '{', key == "bookmarks", key == "links":
		more := true
		_ = entries(raw, func(folder string, r record) bool { more = f(folder, r); return more })
		return more
	case key == "collections":
		var all []struct {
			Name  string
			Links []json.RawMessage
		}
		if json.Unmarshal(raw, &all) != nil {
			return true
		}
		for _, c := range all {
			for _, link := range c.Links {
				var v any
				if json.Unmarshal(link, &v) == nil && !f(c.Name, asRecord(v)) {
					return false
				}
			}
		}
	}
	return true
}
