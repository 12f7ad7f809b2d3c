package alike

import (
	"slices"

	"offprint/store/folded"
)

// The same story comes from several outlets nearly word for word: wire copy,
// cut or updated. Of all runs of five words in a text the eight with the
// lowest numbers are its sketch. Two texts that share a part of their runs
// share about the same part of their sketches, so near copies are found by
// looking up eight numbers.

// SketchSize is how many numbers a sketch has. Near copies share half of them or more.
const SketchSize = 8

const (
	sketchRun   = 5  // words
	sketchWords = 60 // shorter texts have no sketch
)

// Sketch returns the sketch of a text; nil if it is too short.
func Sketch(text string) []int64 {
	var runs [sketchRun]uint64
	var lowest []int64
	n := 0
	folded.Each(text, func(_, _ int, w string) bool {
		runs[n%sketchRun] = wordNumber(w)
		if n++; n < sketchRun {
			return true
		}
		h := uint64(0)
		for i := range sketchRun {
			h = scatter(h*31 + runs[(n+i)%sketchRun])
		}
		v := int64(h >> 1)
		if len(lowest) == SketchSize && v >= lowest[SketchSize-1] {
			return true
		}
		if i, found := slices.BinarySearch(lowest, v); !found {
			lowest = slices.Insert(lowest, i, v)
			lowest = lowest[:min(len(lowest), SketchSize)]
		}
		return true
	})
	if n < sketchWords {
		return nil
	}
	return lowest
}

// wordNumber is the FNV-1a hash of a word.
func wordNumber(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}

// scatter spreads the bits of a number evenly, as lowest ones are chosen.
func scatter(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
