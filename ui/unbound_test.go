package ui

import "testing"

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
