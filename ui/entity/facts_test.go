package entity

import (
	"slices"
	"testing"
)

// A list that is broken into lines has its dots at their ends.
func TestDotsStandAtTheEnds(t *testing.T) {
	t.Parallel()
	got := dotted([]string{"also U.S. · USA", "· America ·", "US", "· the States"})
	if want := []string{"also U.S. · USA ·", "America ·", "US ·", "the States"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := dotted(nil); got != nil {
		t.Errorf("of nothing: %q", got)
	}
}
