package ui

import "testing"

// esc leaves one thing after the other, and at last the article; h leaves a screen as l opens a row.
func TestEscLeavesOneThingAfterTheOther(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 70, 24)
	d.Keys("enter # n alt+3")
	d.Keys("esc")
	shows(t, d, "n/N quotes 1/12")
	d.Keys("/")
	d.Type("river")
	d.Keys("enter esc")
	shows(t, d, "n/N quotes 12")
	d.Keys("esc")
	shows(t, d, "enter open")
	d.Keys("enter gq")
	shows(t, d, "QUOTES")
	d.Keys("h")
	lacks(t, d, "QUOTES")
	d.Keys("ctrl+e ctrl+e ctrl+y")
	shows(t, d, "n/N quotes")
}
