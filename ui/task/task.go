// Package task gives every piece of background work an identity, so that a
// result which comes too late is known for what it is.
//
// A screen keeps one [Slot] for each kind of work. Beginning anew cancels the
// work before; a result carries the [ID] it was begun with, and the screen
// drops it unless [Slot.Done] takes it.
package task

import "context"

// ID is the identity of one piece of work. The zero ID belongs to none.
type ID struct{ token *byte }

// Slot holds at most one piece of running work. The zero value is ready. It is
// used from Update alone, never from a command.
type Slot struct {
	id     ID
	cancel context.CancelFunc
}

// Begin cancels what runs and returns the context and identity of new work.
func (s *Slot) Begin(parent context.Context) (context.Context, ID) {
	s.Stop()
	ctx, cancel := context.WithCancel(parent)
	s.id, s.cancel = ID{new(byte)}, cancel
	return ctx, s.id
}

// Current reports whether id is the work that this slot waits for.
func (s *Slot) Current(id ID) bool { return id.token != nil && id == s.id }

// Done reports whether id is the current work, and if so ends it.
func (s *Slot) Done(id ID) bool {
	if !s.Current(id) {
		return false
	}
	s.Stop()
	return true
}

// Busy reports whether work is under way.
func (s *Slot) Busy() bool { return s.id.token != nil }

// Stop cancels what runs. Its result will not be taken.
func (s *Slot) Stop() {
	if s.cancel != nil {
		s.cancel()
	}
	s.id, s.cancel = ID{}, nil
}
