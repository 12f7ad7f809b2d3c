package ui

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// The paces at which the screen is drawn.
const (
	// frame is the time between two drawings while something happens: what a
	// key changes is on the screen that much later than it could be.
	frame = 2 * time.Millisecond
	// rest is the time between two looks at the screen while nothing happens.
	rest = time.Second
	// restAfter is how long nothing must have happened for the clock to rest.
	restAfter = 300 * time.Millisecond
	// framesPerSecond is the pace of a clock that cannot be reached.
	framesPerSecond = 60
)

// clock has the frame clock of Bubble Tea run fast after each message, and
// rest while there are none. On its own that clock never rests, and any fixed
// pace is wrong twice: at 60 a second an idle reader costs more than a
// hundredth of a core, all of it for waking up, and a key still waits up to
// 17 ms for its frame.
//
// Bubble Tea has no option for this. Its ticker is found by reflection, once;
// in a version that keeps it elsewhere nothing is found, and the screen is
// drawn at a fixed pace. A test tells the two apart.
type clock struct {
	mu     sync.Mutex
	ticker *time.Ticker // nil as long as the program does not run
	awake  bool
	last   time.Time   // of the last message
	sleep  *time.Timer // runs while awake
}

// attend finds the ticker of a program that runs. It is called from the
// program's own goroutine, which made the ticker.
func (c *clock) attend(p *tea.Program) {
	if c.ticker != nil || p == nil {
		return
	}
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if field.IsValid() && field.Type() == reflect.TypeFor[*time.Ticker]() {
		c.ticker = (*time.Ticker)(field.UnsafePointer())
	}
}

// wake is called for each message, from the program's own goroutine.
func (c *clock) wake(p *tea.Program) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.attend(p)
	if c.ticker == nil {
		return
	}
	c.last = time.Now()
	if c.awake {
		return
	}
	c.awake = true
	c.ticker.Reset(frame)
	c.sleep = time.AfterFunc(restAfter, c.tire)
}

// tire has the clock rest if nothing has happened for long enough.
func (c *clock) tire() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if left := restAfter - time.Since(c.last); left > 0 {
		c.sleep.Reset(left)
		return
	}
	c.awake = false
	c.ticker.Reset(rest)
}
