package ui

import (
	"strings"
	"testing"
)

// History leads back to the line that was on top, with nothing painted as
// current, and to what n and N moved along.
func TestHistoryComesBackToTheLine(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 24)
	text := func() string { return strings.Join(d.Frame()[5:22], "\n") }
	d.Keys("j j j j enter d d j")
	there := text()
	d.Keys("J H")
	if got := text(); got != there {
		t.Errorf("H came back to\n%s\nwant\n%s", got, there)
	}
	shows(t, d, "n/N quotes 100")
	d.Keys("s")
	d.Type("dredged")
	d.Keys("enter")
	shows(t, d, "n/N dredged 1/")
	d.Keys("n")
	there = text()
	d.Keys("J H")
	shows(t, d, "n/N dredged ")
	if got := text(); got != there {
		t.Errorf("H came back to\n%s\nwant\n%s", got, there)
	}
}

// Where the sidebar covers the text, a jump from it shows the place.
func TestJumpShowsThePlace(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 60, 20)
	d.Keys("enter alt+3 j j enter")
	shows(t, d, "getting two", "n/N quotes 3/12")
	lacks(t, d, "QUOTES")
	d.Keys("alt+4 j j j enter")
	shows(t, d, "n/N Meridian 1/")
	lacks(t, d, "ENTITIES")
}
