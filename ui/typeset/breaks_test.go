package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// slowBreaks are the places where a line may end, by the full rules alone.
func slowBreaks(s string) map[int]bool {
	all := map[int]bool{}
	state, at := -1, 0
	for s != "" {
		var segment string
		segment, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		at += len(segment)
		all[at] = true
	}
	return all
}

func checkBreaks(t *testing.T, s string) {
	t.Helper()
	var b block
	b.appendText(s, 0, ansi.GraphemeWidth)
	b.breaks()
	slow := slowBreaks(s)
	for i, c := range b.cells {
		at := int(b.end(i))
		if got := c.flags&mayBreak != 0; got != slow[at] {
			t.Fatalf("break at %d of %q: got %v, want %v", at, s, got, slow[at])
		}
	}
}

// TestBreaksAreThoseOfUAX14: the short way for plain words finds what the
// full rules find, on text made of what is awkward.
func TestBreaksAreThoseOfUAX14(t *testing.T) {
	t.Parallel()
	parts := []string{"word", "a", "1998", "3.5", "it's", "\"quoted\"", "(bracket)", "and/or", "well-known", "end.", "what?!", "so?\"", "what?no",
		",", ".", "-", "—", "…", " ", " ", " ", "  ", "$5", "50%", "«x»", "中国", "日本語。", "👍", "é", "x,y", "a:b", "'", "\"", "\u00a0", "http://a.b/c?d=e", "#7", "@me", "!"}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		var s strings.Builder
		for range 1 + random.IntN(8) {
			s.WriteString(parts[random.IntN(len(parts))])
		}
		checkBreaks(t, s.String())
	}
}

func FuzzBreaks(f *testing.F) {
	f.Add("said \"what?\" (and) 3.5% of x-y")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Map(func(r rune) rune {
			if r < ' ' || r == 0x7f || r == 0xfffd || r == 0x85 || r == 0x2028 || r == 0x2029 {
				return -1
			}
			return r
		}, s)
		checkBreaks(t, s)
	})
}
