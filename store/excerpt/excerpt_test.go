package excerpt

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store/query"
)

func finder(t testing.TB, q string) *Finder {
	t.Helper()
	parsed, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	return For(parsed)
}

// The line is that which shows most of what was asked, with all hits in it marked.
func TestLine(t *testing.T) {
	t.Parallel()
	text := "The ferry left.\n" + strings.Repeat("Nothing is said here of it. ", 20) + "\nIn the end the ferry, the red ferry, came to the quay again."
	for _, c := range []struct{ query, line, marks string }{
		{"ferry", "The ferry left.", "ferry"},
		{"quay ferry", "In the end the ferry, the red ferry, came to the quay again.", "ferry ferry quay"},
		{`"red ferry"`, "In the end the ferry, the red ferry, came to the quay again.", "red ferry"},
		{"qua*", "In the end the ferry, the red ferry, came to the quay again.", "quay"},
		{"-left ferry", "The ferry left.", "ferry"},
		{"zeppelin", "The ferry left.", ""},
		{"source:ferry", "The ferry left.", ""},
	} {
		f := finder(t, c.query)
		start, end, shown := f.Best(text)
		if (shown > 0) != (c.marks != "") || shown > f.Patterns() {
			t.Errorf("%s: %d of %d are shown", c.query, shown, f.Patterns())
		}
		line, spans := f.Line(text, start, end)
		var marks []string
		for _, s := range spans {
			marks = append(marks, string(line.Slice(s)))
		}
		if string(line) != c.line || strings.Join(marks, " ") != c.marks {
			t.Errorf("%s: %q with %q, want %q with %q", c.query, line, marks, c.line, c.marks)
		}
	}
}

// Whatever text and query: the line holds the place, its marks lie apart and in order inside it.
func FuzzLine(f *testing.F) {
	f.Add("The ferry left. "+strings.Repeat("x", 300), "ferry left")
	f.Add("Ё ёлка 漢字\nşx", "елка OR 漢*")
	f.Fuzz(func(t *testing.T, text, q string) {
		parsed, err := query.Parse(q)
		if err != nil {
			return
		}
		text = string(reader.Clean(text))
		n := For(parsed)
		start, end, shown := n.Best(text)
		if start < 0 || end < start || end > len(text) || shown < 0 || shown > n.Patterns() || shown > 0 && start == end {
			t.Fatalf("a hit at %d..%d of %d, %d shown", start, end, len(text), shown)
		}
		line, marks := n.Line(text, start, end)
		if shown > 0 && len(marks) == 0 {
			t.Fatalf("no hit is marked in %q", line)
		}
		last := 0
		for _, m := range marks {
			if m.Start < last || m.End <= m.Start || m.End > len(line) {
				t.Fatalf("mark %v in %d bytes after %d", m, len(line), last)
			}
			last = m.End
		}
	})
}
