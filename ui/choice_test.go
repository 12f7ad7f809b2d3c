package ui

import (
	"strings"
	"testing"
)

// What is in force is said where one chooses another.
func TestChoiceSaysWhatIsNow(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 30)
	now := func() string {
		t.Helper()
		for _, l := range d.Frame() {
			if before, _, ok := strings.Cut(l, " now"); ok {
				if _, label, ok := strings.Cut(before, "│  "); ok {
					return strings.TrimSpace(label)
				}
			}
		}
		return ""
	}
	d.Keys(",")
	if got := now(); got != "newest first" {
		t.Errorf("sorted by %q:\n%s", got, d.Text())
	}
	d.Type("title")
	d.Keys("enter g ,")
	if got := now(); got != "date: days, months or years" {
		t.Errorf("grouped by %q:\n%s", got, d.Text())
	}
	d.Keys("esc ,")
	if got := now(); got != "title" {
		t.Errorf("sorted by %q:\n%s", got, d.Text())
	}
}
