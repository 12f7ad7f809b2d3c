package inner_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"offprint/reader/parse/inner"
)

// zeros never ends.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestBudget(t *testing.T) {
	t.Parallel()
	b := inner.NewBudget(0)
	if data, err := b.Read(strings.NewReader("abc"), 3); string(data) != "abc" || err != nil {
		t.Errorf("got %q, %v", data, err)
	}
	if data, err := b.Read(strings.NewReader("abcd"), 3); string(data) != "abc" || !errors.Is(err, inner.ErrLarge) {
		t.Errorf("got %q, %v, want the beginning and ErrLarge", data, err)
	}
	n, err := io.Copy(io.Discard, b.Reader(zeros{}))
	if !errors.Is(err, inner.ErrLarge) || n > 10<<20 {
		t.Errorf("an endless stream gave %d bytes, %v", n, err)
	}
	if !b.Spent() {
		t.Error("the budget is not spent")
	}
	if data, err := b.Read(zeros{}, 10); len(data) != 0 || !errors.Is(err, inner.ErrLarge) {
		t.Errorf("a spent budget gave %d bytes, %v", len(data), err)
	}
}
