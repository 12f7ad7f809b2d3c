package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"offprint/reader"
)

// Every change that can be undone is a list of steps of one kind: something
// that has an id gets another value. The journal keeps old and new value of
// each; undo applies the old ones in reverse, redo the new ones again. Values
// are JSON, and what applies them checks them: the file is not trusted.

// step is one thing that changed.
type step struct {
	ID  int64           `json:"id"`
	Old json.RawMessage `json:"old"`
	New json.RawMessage `json:"new"`
	Arg string          `json:"arg,omitempty"` // as that of the entry, where the steps differ in it
}

// entry is what the journal keeps of one change.
type entry struct {
	Kind  string `json:"kind"`
	Arg   string `json:"arg,omitempty"` // the tag's name
	Steps []step `json:"steps"`
}

// change is a change that is being made or taken back.
type change struct {
	l   *link
	g   *ledger
	now time.Time
	arg string
	// dirty are the entities whose names changed: counted anew at the end.
	dirty map[int64]bool
}

func newChange(l *link, now time.Time, arg string) *change {
	return &change{l: l, g: newLedger(l), now: now, arg: arg, dirty: map[int64]bool{}}
}

// close writes the counters.
func (c *change) close() error {
	if err := c.g.close(); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	for id := range c.dirty {
		if err := recountEntity(c.l, id); err != nil {
			return err
		}
	}
	return nil
}

// appliers know, by kind, how to give something a value. They return
// ErrNoArticle for what was purged, which undo and redo then leave out.
var appliers = map[string]func(c *change, id int64, value json.RawMessage) error{
	"read":       (*change).applyRead,
	"starred":    (*change).applyStarred,
	"tag":        (*change).applyTag,
	"deleted":    (*change).applyDeleted,
	"highlight":  (*change).applyHighlight,
	"correction": (*change).applyCorrection,
	"entity":     (*change).applyEntity,
	"renamed":    (*change).applyRenamed,
	"shown":      (*change).applyShown,
}

// maxJournal is how many changes can be undone.
const maxJournal = 1000

// changeAs runs a change: decide returns its steps (none: nothing changes and
// nothing is kept) and its label.
func (a *Archive) changeAs(ctx context.Context, kind, arg string, decide func(c *change) ([]step, string, error)) error {
	return a.write(ctx, "change", func(l *link) error {
		c := newChange(l, a.now(), arg)
		steps, label, err := decide(c)
		if err != nil || len(steps) == 0 {
			return err
		}
		for _, s := range steps {
			c.arg = cmp.Or(s.Arg, arg)
			if err := appliers[kind](c, s.ID, s.New); err != nil {
				return err
			}
		}
		if err := c.close(); err != nil {
			return err
		}
		return c.keep(entry{Kind: kind, Arg: arg, Steps: steps}, label)
	})
}

// keep writes a change into the journal. What was undone before can no longer be
// redone; its number is not given again, by which others see that something
// changed (see Stamp).
func (c *change) keep(e entry, label string) error {
	b, err := json.Marshal(e)
	if err != nil {
		return err
	}
	last, err := c.l.number("SELECT max(id) FROM journal")
	if err != nil {
		return err
	}
	if err := c.l.do("DELETE FROM journal WHERE undone = 1"); err != nil {
		return err
	}
	err = c.l.do("INSERT INTO journal (id, made, label, steps) VALUES (?, ?, ?, ?)", last+1, c.now.Unix(), label, string(b))
	if err != nil {
		return err
	}
	return c.l.do("DELETE FROM journal WHERE id <= (SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?)", maxJournal)
}

// Undo takes the last change back and says what it was, such as "starred 3 articles". ErrNothing if there is none.
func (a *Archive) Undo(ctx context.Context) (label reader.Text, err error) {
	return a.again(ctx, "undo", "SELECT id, label, steps FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1", true)
}

// Redo does again what was undone last. ErrNothing if there is none.
func (a *Archive) Redo(ctx context.Context) (label reader.Text, err error) {
	return a.again(ctx, "redo", "SELECT id, label, steps FROM journal WHERE undone = 1 ORDER BY id LIMIT 1", false)
}

// again applies the change that text chooses, backwards or forwards.
func (a *Archive) again(ctx context.Context, op, text string, back bool) (reader.Text, error) {
	var label reader.Text
	err := a.write(ctx, op, func(l *link) error {
		var id int64
		var said, packed string
		err := l.one(text, nil, &id, &said, &packed)
		if absent(err) {
			return ErrNothing
		}
		if err != nil {
			return err
		}
		label = reader.CleanLine(said)
		if err := l.do("UPDATE journal SET undone = ? WHERE id = ?", back, id); err != nil {
			return err
		}
		var e entry
		if json.Unmarshal([]byte(packed), &e) != nil || appliers[e.Kind] == nil {
			return fmt.Errorf("%s: %w", label, ErrCorrupt)
		}
		c := newChange(l, a.now(), e.Arg)
		if err := c.apply(e, back); err != nil {
			return err
		}
		return c.close()
	})
	if err != nil {
		return "", err
	}
	return label, nil
}

// apply gives all things of a change their old or new values.
func (c *change) apply(e entry, back bool) error {
	for i := range e.Steps {
		s, value := e.Steps[i], e.Steps[i].New
		if back {
			s = e.Steps[len(e.Steps)-1-i]
			value = s.Old
		}
		c.arg = cmp.Or(s.Arg, e.Arg)
		if err := appliers[e.Kind](c, s.ID, value); err != nil && err != ErrNoArticle {
			return err
		}
	}
	return nil
}

func asJSON(v any) json.RawMessage {
	b, _ := json.Marshal(v) // our own plain types always can be
	return b
}

// asBool reads a value of a step; anything but true is false.
func asBool(value json.RawMessage) bool { return string(value) == "true" }
