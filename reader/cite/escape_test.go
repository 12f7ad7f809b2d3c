package cite

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"offprint/reader"
)

// commands are what the escapes of TeX stand for.
var commands = map[string]string{
	`\{`: "{", `\}`: "}", `\textbackslash{}`: `\`, `\textasciitilde{}`: "~", `\textasciicircum{}`: "^", `\textbraceleft{}`: "{", `\textbraceright{}`: "}",
	`\&`: "&", `\%`: "%", `\$`: "$", `\#`: "#", `\_`: "_",
}

// unTeX returns what a field's value shows, and fails on what TeX would act on.
func unTeX(t *testing.T, s string) string {
	t.Helper()
	var b strings.Builder
next:
	for s != "" {
		for c, shown := range commands {
			if rest, ok := strings.CutPrefix(s, c); ok {
				b.WriteString(shown)
				s = rest
				continue next
			}
		}
		if strings.ContainsRune(`\&%$#_^~`, rune(s[0])) {
			t.Fatalf("TeX acts on %q", s)
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}

// fields takes an entry of BibTeX apart: a value ends where its braces are balanced.
func fields(t *testing.T, entry string) map[string]string {
	t.Helper()
	head, rest, ok := strings.Cut(entry, ",\n")
	key := strings.TrimPrefix(head, "@online{")
	if !ok || key == "" || strings.ContainsFunc(key, func(r rune) bool {
		return r > unicode.MaxASCII || unicode.IsSpace(r) || strings.ContainsRune(`{}(),="#%\~'`, r)
	}) {
		t.Fatalf("no key that can be cited in %q", head)
	}
	out := map[string]string{}
	for rest != "}" {
		name, value, ok := strings.Cut(strings.TrimPrefix(rest, "  "), " = {")
		if !ok {
			t.Fatalf("no field in %q", rest)
		}
		depth, end := 1, 0
		for ; end < len(value) && depth > 0; end++ {
			switch value[end] {
			case '{':
				depth++
			case '}':
				depth--
			}
		}
		if depth > 0 || !strings.HasPrefix(value[end:], ",\n") {
			t.Fatalf("%s does not end: %q", name, value)
		}
		out[name] = value[:end-1]
		rest = value[end+2:]
	}
	return out
}

// TestAnythingIsCited: of random fields every sign that is one of TeX's or
// JSON's comes out as itself, and nothing acts.
func TestAnythingIsCited(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	signs := []string{`\`, "{", "}", "%", "$", "#", "_", "&", "~", "^", `"`, "'", ",", "=", "@", "\n", "\t", " ", "a", "Zeta", "é", "日", "}}", "{{", `\&`, `\input{x}`, "%\n", "and", " and ", "</script>", "\u2028", "\x00", "\x1b[31m", "-", "1"}
	text := func() string {
		var b strings.Builder
		for range r.IntN(9) {
			b.WriteString(signs[r.IntN(len(signs))])
		}
		return string(reader.CleanLine(b.String()))
	}
	for range 4000 {
		w := Work{Title: reader.CleanLine(text()), Outlet: reader.CleanLine(text()), Byline: reader.CleanLine(text()), Address: reader.CleanLine("https://a.example/" + text())}
		said, who := reader.CleanLine(text()), reader.CleanLine(text())
		w = w.Saying(said, who)
		got := fields(t, string(w.BibTeX()))
		for name, want := range map[string]reader.Text{"title": w.Title, "organization": w.Outlet} {
			value := got[name]
			if name == "title" { // capitals stay as they are
				value = strings.TrimSuffix(strings.TrimPrefix(value, "{"), "}")
			}
			if shown := unTeX(t, value); shown != string(want) {
				t.Errorf("%s %q is written %q, which shows %q", name, want, got[name], shown)
			}
		}
		if note := unTeX(t, got["note"]); said != "" && (!strings.Contains(note, string(said)) || !strings.Contains(note, string(who))) {
			t.Errorf("note %q, want %q by %q in it", note, said, who)
		}
		var names, bylines []string
		author := strings.TrimSuffix(strings.TrimPrefix(got["author"], "{"), "}")
		for name := range strings.SplitSeq(author, "} and {") {
			names = append(names, unTeX(t, name))
		}
		for name := range strings.SplitSeq(string(w.Byline), ", ") {
			if name != "" || w.Byline == "" {
				bylines = append(bylines, string(reader.CleanLine(name)))
			}
		}
		if !slices.Equal(names, bylines) {
			t.Errorf("byline %q is written %q, which shows %q", w.Byline, got["author"], names)
		}
		var item struct{ Title, URL, Note, Container string }
		if err := json.Unmarshal([]byte(w.CSL()), &item); err != nil {
			t.Fatalf("%v in %s", err, w.CSL())
		}
		if item.Title != string(w.Title) || item.URL != string(w.Address) {
			t.Errorf("CSL has %+v, want %+v", item, w)
		}
		if strings.Contains(string(w.CSL()), "\n") {
			t.Errorf("CSL of more than one line: %q", w.CSL())
		}
		if t.Failed() {
			return
		}
	}
}
