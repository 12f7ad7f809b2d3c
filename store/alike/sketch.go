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
	var s sketcher
	folded.Each(text, func(_, _ int, w string) bool {
		s.word(w)
		return true
	})
	return s.sketch()
}

// FormerSketch returns the sketch that a text has in an archive of an earlier
// version, if it is another; nil if not.
func FormerSketch(text string) []int64 {
	var s sketcher
	for _, w := range folded.Former(text) {
		s.word(w)
	}
	return s.sketch()
}

// sketcher makes the sketch of the words that it is given.
type sketcher struct {
	runs   [sketchRun]uint64
	lowest []int64
	n      int
}

func (s *sketcher) word(w string) {
	s.runs[s.n%sketchRun] = wordNumber(w)
	if s.n++; s.n < sketchRun {
		return
	}
	h := uint64(0)
	for i := range sketchRun {
		h = scatter(h*31 + s.runs[(s.n+i)%sketchRun])
	}
	v := int64(h >> 1)
	if len(s.lowest) == SketchSize && v >= s.lowest[SketchSize-1] {
		return
	}
	if i, found := slices.BinarySearch(s.lowest, v); !found {
		s.lowest = slices.Insert(s.lowest, i, v)
		s.lowest = s.lowest[:min(len(s.lowest), SketchSize)]
	}
}

func (s *sketcher) sketch() []int64 {
	if s.n < sketchWords {
		return nil
	}
	return s.lowest
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
