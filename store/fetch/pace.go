package fetch

import (
	"context"
	"fmt"
	"time"
)

// turn waits until a host may be asked. A host that wants to be left alone for
// longer than the client's patience is an error.
func (c *Client) turn(ctx context.Context, host string) error {
	c.mu.Lock()
	now := time.Now()
	if held := c.held[host].Sub(now); held > c.options.Patience {
		c.mu.Unlock()
		return &Error{Kind: Later, Wait: held, reason: fmt.Sprintf("the host asks to come back in %s", held.Round(time.Second))}
	}
	at := now
	for _, t := range []time.Time{c.next[host], c.held[host]} {
		if t.After(at) {
			at = t
		}
	}
	c.next[host] = at.Add(max(c.pause, c.slower[host]))
	c.mu.Unlock()
	wait := at.Sub(now)
	if wait <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// hold leaves a host alone for a while.
func (c *Client) hold(host string, wait time.Duration) {
	if wait <= 0 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if at := time.Now().Add(wait); at.After(c.held[host]) {
		c.held[host] = at
	}
}

// slow has a host asked less often than others from now on.
func (c *Client) slow(host string, pause time.Duration) {
	if pause <= c.pause || c.options.Hurry {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.slower[host] = pause
	if at := time.Now().Add(pause); at.After(c.next[host]) {
		c.next[host] = at
	}
}
