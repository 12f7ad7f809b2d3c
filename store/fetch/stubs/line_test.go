package stubs

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
)

func stubsOf(hosts ...string) (list []store.Stub) {
	for i, h := range hosts {
		list = append(list, store.Stub{ID: store.ID(i + 1), Address: reader.CleanLine("https://" + h + ".example/" + fmt.Sprint(i))})
	}
	return list
}

// Each host has its turn before any has its second.
func TestTurns(t *testing.T) {
	t.Parallel()
	var order []store.ID
	newLine(stubsOf("a", "a", "b", "a", "c", "b")).each(t.Context(), func(s store.Stub) { order = append(order, s.ID) })
	if want := []store.ID{1, 3, 5, 2, 6, 4}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
	newLine(nil).each(t.Context(), func(s store.Stub) { t.Errorf("%v of none", s) })
}

// No host is asked by two at once, one that is slow holds up nobody else, all are met once.
func TestOneOfAHostAtOnce(t *testing.T) {
	t.Parallel()
	var hosts []string
	for i := range 60 {
		hosts = append(hosts, []string{"slow", "b", "c", "d"}[i%4])
	}
	l := newLine(stubsOf(hosts...))
	var mu sync.Mutex
	busy, met := map[string]int{}, map[store.ID]int{}
	others := make(chan struct{})
	left := 45
	var working sync.WaitGroup
	for range 3 {
		working.Go(func() {
			l.each(t.Context(), func(s store.Stub) {
				h := host(s.Address)
				mu.Lock()
				if busy[h]++; busy[h] > 1 {
					t.Errorf("two at %s", h)
				}
				met[s.ID]++
				if h != "slow.example" {
					if left--; left == 0 {
						close(others)
					}
				}
				mu.Unlock()
				if h == "slow.example" {
					select { // it answers when all others are done
					case <-others:
					case <-time.After(30 * time.Second):
						t.Error("a slow host holds up the others")
					}
				}
				mu.Lock()
				busy[h]--
				mu.Unlock()
			})
		})
	}
	working.Wait()
	for id := range store.ID(60) {
		if met[id+1] != 1 {
			t.Errorf("stub %d was met %d times", id+1, met[id+1])
		}
	}
}

// Who is told to stop stops, also while there is nothing to do.
func TestLineStops(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	l := newLine(stubsOf("a", "a", "a"))
	began, over := make(chan struct{}), make(chan struct{})
	go func() {
		l.each(ctx, func(store.Stub) { close(began); <-ctx.Done() })
		close(over)
	}()
	<-began
	idle := make(chan struct{})
	go func() { l.each(ctx, func(store.Stub) { t.Error("a second of the host") }); close(idle) }()
	cancel()
	<-over
	<-idle
}
