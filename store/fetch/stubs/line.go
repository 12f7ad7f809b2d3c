package stubs

import (
	"context"
	"sync/atomic"

	"offprint/store"
)

// line hands out stubs: one of each host, then the next of each, and never two
// of one host at once. A host that wants long pauses holds up one worker, not all.
type line struct {
	ready chan []store.Stub // hosts whose turn it is, with what is left of each
	left  atomic.Int64      // hosts of which something is left
}

func newLine(list []store.Stub) *line {
	var hosts []string
	of := make(map[string][]store.Stub)
	for _, s := range list {
		h := host(s.Address)
		if of[h] == nil {
			hosts = append(hosts, h)
		}
		of[h] = append(of[h], s)
	}
	l := &line{ready: make(chan []store.Stub, len(hosts))} // has room for all, so that nobody waits to give a host back
	l.left.Store(int64(len(hosts)))
	for _, h := range hosts {
		l.ready <- of[h]
	}
	if len(hosts) == 0 {
		close(l.ready)
	}
	return l
}

// each calls do for one stub after the other until none is left or ctx ends.
// Several goroutines may do so.
func (l *line) each(ctx context.Context, do func(store.Stub)) {
	for {
		var host []store.Stub
		var ok bool
		select {
		case host, ok = <-l.ready:
		case <-ctx.Done():
		}
		if !ok || ctx.Err() != nil {
			return
		}
		do(host[0])
		if len(host) > 1 {
			l.ready <- host[1:]
		} else if l.left.Add(-1) == 0 {
			close(l.ready)
		}
	}
}
