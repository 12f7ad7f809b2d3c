package cli

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"
)

func TestInOrder(t *testing.T) {
	t.Parallel()
	var got []int
	err := inOrder(t.Context(), 200, func(i int) int {
		if i%7 == 0 {
			time.Sleep(time.Millisecond)
		}
		return i * i
	}, func(i, square int) error {
		if square != i*i {
			t.Errorf("%d came with %d", i, square)
		}
		got = append(got, i)
		return nil
	})
	if err != nil || len(got) != 200 || !slices.IsSorted(got) {
		t.Errorf("error %v, order %v", err, got)
	}
	if err := inOrder(t.Context(), 0, func(int) int { return 0 }, func(int, int) error { return nil }); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}

// The first error of the user ends it, and so does a cancelled context; neither hangs.
func TestInOrderEnds(t *testing.T) {
	t.Parallel()
	stop := errors.New("enough")
	used := 0
	err := inOrder(t.Context(), 1000, func(i int) int { return i }, func(i, _ int) error {
		if used++; i == 3 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || used != 4 {
		t.Errorf("error %v after %d, want %v after 4", err, used, stop)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = inOrder(ctx, 1000, func(i int) int { return i }, func(i, _ int) error {
		if i == 3 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}
