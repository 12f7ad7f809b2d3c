package saved

import (
	"iter"
	"slices"
	"strings"

	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// table is a table of a service: which columns tell it, and what a row of it says.
type table struct {
	columns  []string // those that no other service has together, in lower case
	document func(row) inner.Document
	// joined says that several rows may be of one document: they become one,
	// in the place of the first.
	joined bool
}

// row is a row of a table, with its columns by their names in lower case.
type row struct {
	columns map[string]int
	values  []string
}

// get returns the value of the first of the columns that the table has and
// the row fills.
func (r row) get(names ...string) string {
	for _, n := range names {
		if i, ok := r.columns[n]; ok && i < len(r.values) {
			if v := strings.TrimSpace(r.values[i]); v != "" {
				return v
			}
		}
	}
	return ""
}

// is reports whether a column says yes.
func (r row) is(names ...string) bool { return affirms(r.get(names...)) }

// affirms reports whether a value says yes, as the services write it.
func affirms(v string) bool {
	switch strings.ToLower(v) {
	case "1", "true", "yes", "y", "t":
		return true
	}
	return false
}

// foundTable is a table that was told, and how it is written.
type foundTable struct {
	table
	comma rune
}

// tableOf tells by its first line which service a table is of; nil if of none.
func tableOf(head string) *foundTable {
	line, _, _ := strings.Cut(head, "\n")
	low := strings.ToLower(line)
	if !strings.Contains(low, "url") && !strings.Contains(low, "highlight") {
		return nil
	}
	for _, comma := range []rune{',', ';', '\t'} {
		if strings.IndexByte(line, byte(comma)) < 0 {
			continue
		}
		for _, r := range recordsOf(line, comma) {
			columns := columnsOf(r)
			for _, t := range tables {
				if has(columns, t.columns) {
					return &foundTable{t, comma}
				}
			}
			break
		}
	}
	return nil
}

// columnsOf returns where each column is.
func columnsOf(header []string) map[string]int {
	columns := make(map[string]int, len(header))
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))
		if _, ok := columns[name]; !ok {
			columns[name] = i
		}
	}
	return columns
}

func has(columns map[string]int, names []string) bool {
	for _, n := range names {
		if _, ok := columns[n]; !ok {
			return false
		}
	}
	return true
}

// read reads the rows of a table.
func (t *foundTable) read(data []byte) inner.Documents {
	return t.rows(func() iter.Seq2[bool, []string] {
		text, _ := clean.Decode(data, false)
		return recordsOf(strings.TrimSpace(text), t.comma)
	})
}

// stream reads the rows of a table that is too large to be held; nil if those
// of one document would have to be.
func (t *foundTable) stream(in *inner.Input) inner.Documents {
	if t.joined {
		return nil
	}
	return t.rows(func() iter.Seq2[bool, []string] { return recordsFrom(inner.From(in, 0), t.comma) })
}

// rows are the documents that the records of a table say.
func (t *foundTable) rows(records func() iter.Seq2[bool, []string]) inner.Documents {
	return listed(func(l *list) {
		var columns map[string]int
		var groups group
		for ok, values := range records() {
			switch {
			case !ok:
				if !l.skip("they are damaged") {
					return
				}
			case columns == nil:
				columns = columnsOf(values)
			case len(strings.Join(values, "")) == 0:
			case t.joined:
				groups.add(t.document(row{columns, values}))
			default:
				if !t.put(l, row{columns, values}) {
					return
				}
			}
		}
		groups.flush(l)
	})
}

// put adds what a row says to the list, unless it is nothing that was saved.
func (t *foundTable) put(l *list, r row) bool {
	d := t.document(r)
	if r.get("location") == "feed" && len(d.Says.Tags) == 0 && !d.Kept.Starred {
		return l.pass("they came by a feed and were not saved")
	}
	return l.add(d)
}

// group joins documents that are the same one.
type group struct {
	documents []inner.Document
	at        map[string]int // by address, or by title and byline; without these each stands for itself
}

// add joins a document to the one that it belongs to.
func (g *group) add(d inner.Document) {
	key := firstOf(address(d.Says.Address), d.Says.Title+"\x00"+d.Says.Byline)
	if g.at == nil {
		g.at = map[string]int{}
	}
	i, ok := g.at[key]
	if nameless := d.Says.Title == "" && address(d.Says.Address) == ""; !ok || nameless {
		g.at[key] = len(g.documents)
		g.documents = append(g.documents, d)
		return
	}
	to := &g.documents[i]
	for _, p := range d.Kept.Passages {
		if p.Text != "" || !slices.Contains(to.Kept.Passages, p) { // each row has the note on the whole
			to.Kept.Passages = append(to.Kept.Passages, p)
		}
	}
	for _, t := range d.Says.Tags {
		to.Says.Tags = appendNew(to.Says.Tags, t)
	}
}

// flush adds the documents to the list.
func (g *group) flush(l *list) {
	for _, d := range g.documents {
		if !l.add(d) {
			return
		}
	}
}

func appendNew(tags []string, t string) []string {
	for _, have := range tags {
		if strings.EqualFold(have, t) {
			return tags
		}
	}
	return append(tags, t)
}
