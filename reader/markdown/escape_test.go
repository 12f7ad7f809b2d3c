package markdown

import (
	"testing"

	"offprint/reader"
)

// What is escaped reads as it was written.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"a", "1. one", "*a* _b_ `c` [d](e) <f> &amp; ~~g~~ | h", "# head", "- item", "http://x.example/a_b", "a: b = c", "back\\slash"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := reader.CleanLine(s)
		p := Plain(Escape(line))
		if p.Text != string(line) {
			t.Errorf("%q reads as %q", line, p.Text)
		}
	})
}
