package sidebar

import (
	"testing"

	"offprint/reader"
)

// A mixed quote is shown from where its speaker's own words begin, with enough
// of the reporter's to read on from.
func TestOwnWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, want reader.Text }{
		{`the office was going through the letters … all carriers to show "patience" for a week`, `all carriers to show "patience" for a week`},
		{`that “patience” was asked for`, `that “patience” was asked for`},
		{`"patience" was asked for`, `"patience" was asked for`},
		{`a pier «of our own»`, `a pier «of our own»`},
	} {
		if got := ownWords(c.words); got != c.want {
			t.Errorf("ownWords(%q) = %q, want %q", c.words, got, c.want)
		}
	}
}
