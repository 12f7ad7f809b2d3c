package rows

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/rows/rowstest"
)

// FuzzMarked: whatever the line and its marks, what is drawn is one line, no
// wider than asked for, and shows nothing that the line does not hold.
func FuzzMarked(f *testing.F) {
	f.Add("The river rose", 4, 9, 20)
	f.Add("中国外交部 👩‍👩‍👧 ❤️ noël", 3, 9, 7)
	f.Add("", 0, 0, 1)
	f.Add("a line", -5, 2, 3)
	f.Add("x\u0301\u0301y नमस्ते", 1, 40, 5)
	look := rowstest.Look()
	f.Fuzz(func(t *testing.T, text string, start, end, w int) {
		line := reader.CleanLine(text)
		w = w % 300
		drawn := Marked(look, line, []reader.Span{{Start: start, End: end}}, w)
		plain := ansi.Strip(drawn)
		if strings.ContainsAny(plain, "\n\x1b") {
			t.Fatalf("%q is not one line of text", plain)
		}
		if got := look.Cells.Width(plain); got > max(0, w) {
			t.Fatalf("%d cells, want at most %d: %q", got, w, plain)
		}
		for _, r := range plain {
			if r != '…' && !strings.ContainsRune(string(line), r) {
				t.Fatalf("%q shows %q, which is not in %q", plain, r, line)
			}
		}
	})
}

// FuzzQueryLine: whatever is typed, the line and what is wrong with it stay
// within their width; what cannot be read is not kept, and what is can be read
// again.
func FuzzQueryLine(f *testing.F) {
	f.Add("said:lavrov (about:nato OR", 40)
	f.Add(`"open bye:x`, 1)
	f.Add("中国 title:", 11)
	f.Add(strings.Repeat("(", 60), 33)
	look := rowstest.Look()
	f.Fuzz(func(t *testing.T, text string, w int) {
		w = 1 + max(0, w%200)
		q := NewQuery("")
		q.Edit()
		q.SetText(text)
		tab(q)
		for _, typing := range []bool{true, false} {
			lines := q.Head(look, w, "SEARCH", "100+ articles")
			for _, l := range lines[1:] {
				if got := ansi.StringWidth(l); got > w && !strings.Contains(text, "\u200d") {
					t.Fatalf("%d cells, want at most %d: %q", got, w, ansi.Strip(l))
				}
			}
			if x := q.CursorX(look, w, "SEARCH"); q.Typing() && (x < 0 || x >= w) {
				t.Fatalf("the cursor is at %d of %d cells", x, w)
			}
			if typing {
				q.End(true)
			}
		}
		if q.Err() != nil != q.Typing() {
			t.Fatalf("what is kept cannot be read: %q: %v", q.Text(), q.Err())
		}
	})
}
