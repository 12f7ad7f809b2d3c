package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
)

// Rules join names while the reader merges, splits, drops and renames them,
// takes it back and does it again, and articles come and go: the books are
// right all the time, and no name stands for one that is none.
func TestRulesBesideDecisions(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	seeds := uint64(4)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		a := testArchive(t)
		p := &player{t: t, a: a, r: rand.New(rand.NewPCG(seed, 8)), c: newCorpus(40)}
		p.c.people = []string{"Anna Grass", "Grass", "Weiss", "Bert Weiss", "Bob Weiss", "A. Grass", "Eva Marek"}
		copy(p.c.places, []string{"US", "U.S.", "United States", "Oslo", "UN"})
		p.c.orgs = []string{"FBI", "Federal Bureau of Investigation", "F.B.I.", "United Nations"}
		for i := range 5 {
			p.ids = append(p.ids, mustAdd(t, a, item(fmt.Sprint(i), p.c.article(i, 100)))[0].IDs...)
		}
		for round := range 120 {
			var err error
			switch p.r.IntN(9) {
			case 0:
				i := p.r.IntN(30)
				p.ids = append(p.ids, mustAdd(t, a, item(fmt.Sprint(i), p.c.article(i, 80+round)))[0].IDs...)
			case 1:
				index(t, a)
			case 2, 3:
				_, err = a.Undo(ctx)
			case 4, 5:
				_, err = a.Redo(ctx)
			default:
				err = p.change()
			}
			if !expected(err) && !errors.Is(err, ErrNothing) {
				t.Fatal(err)
			}
			roots(t, a)
			if round%6 == 0 {
				sound(t, a)
			}
			if t.Failed() {
				t.Fatalf("seed %d, round %d", seed, round)
			}
		}
	}
}
