package task

import (
	"context"
	"testing"
)

func TestSlotTakesOnlyTheLatest(t *testing.T) {
	t.Parallel()
	var s Slot
	first, a := s.Begin(context.Background())
	_, b := s.Begin(context.Background())
	if first.Err() == nil {
		t.Error("beginning anew did not cancel the work before")
	}
	if s.Done(a) {
		t.Error("a late result was taken")
	}
	if !s.Busy() || !s.Done(b) {
		t.Error("the current result was not taken")
	}
	if s.Done(b) {
		t.Error("a result was taken twice")
	}
	if s.Busy() || s.Current(ID{}) {
		t.Error("an empty slot waits for something")
	}
}

func TestSlotsAreApart(t *testing.T) {
	t.Parallel()
	var s, other Slot
	_, a := s.Begin(context.Background())
	_, b := other.Begin(context.Background())
	if s.Current(b) || other.Current(a) {
		t.Error("one slot takes the other's result")
	}
}
