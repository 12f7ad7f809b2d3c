package store

import (
	"context"
	"fmt"
	"sync"
	"testing"
)

// A whole archive is whole to Check, too, while another program adds to it,
// marks, and makes its index anew.
func TestCheckBesideAnImport(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	c := newCorpus(400)
	for i := range 100 {
		mustAdd(t, a, item(fmt.Sprint(i), c.article(i, 60)))
	}
	index(t, a)
	other := openAt(t, a.Path())
	ctx, stop := context.WithCancel(t.Context())
	var writing sync.WaitGroup
	writing.Go(func() {
		for i := 100; ctx.Err() == nil; i++ {
			_, err := other.Add(ctx, []Item{item(fmt.Sprint(i), c.article(i, 60))})
			if err == nil {
				err = other.SetRead(ctx, []ID{ID(1 + i%100)}, i%2 == 0)
			}
			if err == nil && i%10 == 0 {
				err = other.write(ctx, "stale", func(l *link) error { return l.setFact(factStale, 1) })
			}
			if err == nil {
				err = other.Index(ctx)
			}
			if err != nil && ctx.Err() == nil {
				t.Error(err)
				return
			}
		}
	})
	for range 5 {
		r, err := a.Check(t.Context())
		if err != nil {
			t.Error(err)
		}
		for _, d := range r.Damaged {
			t.Errorf("%+v", d)
		}
	}
	stop()
	writing.Wait()
	sound(t, a)
}
