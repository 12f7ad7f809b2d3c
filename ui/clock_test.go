package ui

import (
	"context"
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// still is a model that ends when it is told to.
type still struct{}

func (still) Init() tea.Cmd                       { return nil }
func (still) Update(tea.Msg) (tea.Model, tea.Cmd) { return still{}, nil }
func (still) View() tea.View                      { return tea.NewView("still") }

// A version of Bubble Tea that keeps its ticker elsewhere is noticed here:
// the screen would go back to a fixed pace.
func TestClockFindsTheTicker(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	var p *tea.Program
	var c clock
	woken := make(chan bool, 64)
	p = tea.NewProgram(still{}, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignalHandler(),
		tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
			c.wake(p)
			select {
			case woken <- c.ticker != nil:
			default:
			}
			return msg
		}))
	go func() {
		if !<-woken {
			t.Error("the program's ticker was not found")
		}
		p.Quit()
	}()
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
}

// The clock rests only when nothing has happened for a while, and wakes again.
func TestClockRests(t *testing.T) {
	t.Parallel()
	c := clock{ticker: time.NewTicker(time.Hour)}
	defer c.ticker.Stop()
	// happened says when the last message came: the test does not depend on how quick it runs.
	happened := func(ago time.Duration) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.last = time.Now().Add(-ago)
	}
	state := func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		return c.awake
	}
	c.wake(nil)
	if !state() {
		t.Fatal("not awake after a message")
	}
	select {
	case <-c.ticker.C:
	case <-time.After(10 * time.Second):
		t.Fatal("an awake clock does not tick")
	}
	happened(restAfter)
	c.tire()
	if state() {
		t.Fatal("awake although nothing happened")
	}
	c.wake(nil)
	if !state() {
		t.Fatal("does not wake again")
	}
	happened(-time.Hour)
	c.tire()
	if !state() {
		t.Fatal("rests right after a message")
	}
}
