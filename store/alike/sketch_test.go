package alike

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// text makes words that are the same each time for a seed.
func text(seed, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%dx%d", seed, i*i%977)
	}
	return words
}

func common(a, b []int64) int {
	n := 0
	for _, v := range a {
		if slices.Contains(b, v) {
			n++
		}
	}
	return n
}

// Cut and updated texts share half of their sketch or more, others nothing; short ones have none.
func TestSketch(t *testing.T) {
	t.Parallel()
	for seed := range 20 {
		words := text(seed, 400)
		whole := Sketch(strings.Join(words, " "))
		if len(whole) != SketchSize || !slices.IsSorted(whole) || whole[0] < 0 {
			t.Fatalf("a sketch of %v", whole)
		}
		if marked := Sketch("# " + strings.ToUpper(strings.Join(words, ", "))); !slices.Equal(marked, whole) {
			t.Errorf("seed %d: marks and capitals make another sketch", seed)
		}
		if n := common(whole, Sketch(strings.Join(words[:380], " "))); n < SketchSize/2 {
			t.Errorf("seed %d: one that was cut shares %d", seed, n)
		}
		if n := common(whole, Sketch(strings.Join(text(seed+100, 400), " "))); n != 0 {
			t.Errorf("seed %d: another text shares %d", seed, n)
		}
		if s := Sketch(strings.Join(words[:50], " ")); s != nil {
			t.Errorf("a short text has the sketch %v", s)
		}
	}
}
