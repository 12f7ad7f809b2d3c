package cli

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"offprint/reader/digest"
	"offprint/store"
)

// upkeepDelay leaves the machine to the first screens.
const upkeepDelay = time.Second

// upkeep does behind the reader what an import or an older version has left
// to be done: it brings findings and index up to date. Stop ends it and waits.
func upkeep(ctx context.Context, a *store.Archive) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var working sync.WaitGroup
	working.Go(func() {
		defer func() { _ = recover() }() // the terminal must be given back, and nothing is lost
		select {
		case <-time.After(upkeepDelay):
		case <-ctx.Done():
			return
		}
		if n, err := a.Pending(ctx); err == nil && n > 0 {
			_ = a.Index(ctx) // what cannot be found comes first
		}
		if _, err := a.Reanalyse(ctx, digest.Version, digest.Article); err != nil {
			return // for instance read-only; the reader works without
		}
		_ = a.Index(ctx)
	})
	return func() {
		cancel()
		working.Wait()
	}
}

// restAfterKey is how long what is done behind the reader stands back after a
// key: longer than one key is held before it repeats and than a word takes to type on.
const restAfterKey = 600 * time.Millisecond

// hands know when the reader was last used. The zero value is never.
type hands struct{ used atomic.Pointer[time.Time] }

// touch notes a key or a move of the mouse.
func (h *hands) touch() {
	now := time.Now()
	h.used.Store(&now)
}

// rest says how long whatever nobody waits for is to leave the processor alone.
func (h *hands) rest() time.Duration {
	used := h.used.Load()
	if used == nil {
		return 0
	}
	return max(0, restAfterKey-time.Since(*used))
}
