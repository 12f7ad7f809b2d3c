package child

import (
	"context"
	"sync"
	"time"
)

// watch kills a child when its time is over or nobody waits for its answer.
type watch struct {
	c       *process
	release func() bool   // of ctx
	before  time.Duration // processor time that the child had used when it began the file or document

	mu       sync.Mutex
	timer    *time.Timer
	began    time.Time // when it was given the file, or began a document of it
	deadline time.Time // of the whole file
	paused   time.Time // zero if it is not
}

// watch begins to watch a child that is given a file, until stop is called.
func (c *process) watch(ctx context.Context) *watch {
	w := &watch{c: c, began: time.Now()}
	w.deadline = w.began.Add(c.limits.Whole)
	w.before, _ = busy(c.command.Process.Pid)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.timer = time.AfterFunc(c.limits.Time, w.over)
	w.release = c.guard(ctx)
	return w
}

// extend gives the whole file more time.
func (w *watch) extend(d time.Duration) {
	w.mu.Lock()
	w.deadline = w.deadline.Add(d)
	w.mu.Unlock()
}

// over is what happens when the time is over.
func (w *watch) over() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.paused.IsZero() {
		return
	}
	limit := w.c.limits.Time
	if time.Now().After(w.deadline) {
		limit = w.c.limits.Whole // no document's patience makes that longer
	} else if left := w.left(); left > 0 {
		w.timer.Reset(min(left, time.Until(w.deadline)))
		return
	}
	w.c.late.Store(int64(limit))
	w.c.kill()
}

// patience is how many times its limit a file may wait for a processor.
const patience = 3

// left is what is left of a file's or document's time when the limit has
// passed: something only if the child could not use it, since the machine has
// other work.
func (w *watch) left() time.Duration {
	now, ok := busy(w.c.command.Process.Pid)
	if !ok || time.Since(w.began) > patience*w.c.limits.Time {
		return 0
	}
	if left := w.c.limits.Time - (now - w.before); left > w.c.limits.Time/20 {
		return left
	}
	return 0
}

// exact is how exactly the time of a document is taken: short ones are many,
// and asking for the processor time of each would cost more than they do.
const exact = time.Second

// step begins the time of a document anew, or goes on after a pause.
func (w *watch) step() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now := time.Now(); now.Sub(w.began) > exact {
		w.began = now
		w.before, _ = busy(w.c.command.Process.Pid)
	}
	if !w.paused.IsZero() {
		w.deadline = w.deadline.Add(time.Since(w.paused))
		w.paused = time.Time{}
	}
	w.timer.Reset(min(w.c.limits.Time, time.Until(w.deadline)))
}

// pause has the time stand still until the next step: the parent is at work.
func (w *watch) pause() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.timer.Stop()
	w.paused = time.Now()
}

// stop ends the watch. If it has just killed the child, if only after its
// answer, that is lost.
func (w *watch) stop() {
	w.mu.Lock()
	stopped := w.timer.Stop()
	w.mu.Unlock()
	if !w.release() || !stopped {
		w.c.lost = true
	}
}
