package ui

import (
	"strings"
	"testing"
)

// Keys that do nothing say so, and where the others are listed.
func TestUnboundKeys(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 30)
	d.Keys("Z")
	shows(t, d, "Z does nothing here: ? lists the keys")
	d.Keys("gx")
	shows(t, d, "gx does nothing here")
	d.Keys("esc enter n")
	lacks(t, d, "does nothing")
	d.Keys("gq alt+9")
	shows(t, d, "alt+9 does nothing here")
}

// The palette finds an action by what it is called elsewhere.
func TestPaletteKnowsOtherWords(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 30)
	for typed, want := range map[string]string{"bookm": "set the mark", "toc": "table of contents", "favour": "star", "exit": "quit", "zoom": "wider text", "q": "quit"} {
		d.Keys("enter :")
		d.Type(typed)
		if first := strings.Join(d.Frame(), "\n"); !strings.Contains(firstOption(d.Frame(), typed), want) {
			t.Errorf("%q finds first %q, want %q:\n%s", typed, firstOption(d.Frame(), typed), want, first)
		}
		d.Keys("esc")
	}
}

// firstOption returns the line below the one on which something is typed.
func firstOption(frame []string, typed string) string {
	for i, l := range frame {
		if strings.Contains(l, "› "+typed) && i+1 < len(frame) {
			return frame[i+1]
		}
	}
	return ""
}
