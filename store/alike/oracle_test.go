package alike

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// slowRun is the longest run, found by trying every pair of places.
func slowRun(a, b []string) int {
	longest := 0
	for i := range a {
		for j := range b {
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
				n++
			}
			longest = max(longest, n)
		}
	}
	return longest
}

// few returns up to n words of a few, so that many are the same.
func few(r *rand.Rand, n int) []string {
	words := make([]string, r.IntN(n+1))
	for i := range words {
		words[i] = strings.Repeat(string(rune('a'+r.IntN(3))), 1+r.IntN(9))
	}
	return words
}

// TestRunAgainstTrying: the longest run is the one that trying every place finds.
func TestRunAgainstTrying(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		a, b := few(r, 14), few(r, 14)
		if got, want := longestRun(a, b), slowRun(a, b); got != want {
			t.Fatalf("%q and %q: a run of %d, want %d", a, b, got, want)
		}
	}
	long := text(1, 3*maxRun)
	if got := longestRun(long, long); got != maxRun {
		t.Errorf("a long text and itself: a run of %d, want the %d that are compared", got, maxRun)
	}
}

// slowSketch numbers every run of five words and keeps the lowest.
func slowSketch(words []string) []int64 {
	if len(words) < sketchWords {
		return nil
	}
	var all []int64
	for i := range len(words) - sketchRun + 1 {
		h := uint64(0)
		for _, w := range words[i : i+sketchRun] {
			h = scatter(h*31 + wordNumber(w))
		}
		all = append(all, int64(h>>1))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(len(all), SketchSize)]
}

// TestSketchAgainstSorting: the sketch is the lowest of all numbers, each once.
func TestSketchAgainstSorting(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		words := few(r, 150)
		if r.IntN(2) == 0 {
			words = text(r.IntN(50), 55+r.IntN(60))
		}
		if got, want := Sketch(strings.Join(words, " ")), slowSketch(words); !slices.Equal(got, want) {
			t.Fatalf("%d words: sketch %d, want %d", len(words), got, want)
		}
	}
	same := strings.TrimSpace(strings.Repeat("ferry ", 80))
	if got := Sketch(same); len(got) != 1 {
		t.Errorf("one word over and over: sketch %d, want one number", got)
	}
}

// TestSketchIsKept: archives keep sketches, so a text has the same one for ever.
func TestSketchIsKept(t *testing.T) {
	t.Parallel()
	got := Sketch(strings.Join(text(1, sketchWords), " "))
	want := []int64{
		112062736022734018, 221948576670521236, 376005113164732894, 475653840234940675,
		589545044810698885, 652672717322927497, 722321438228489529, 958473431208037506,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %d, want %d: archives would find no near copies of what they hold", got, want)
	}
	if got := Sketch(strings.Join(text(1, sketchWords-1), " ")); got != nil {
		t.Errorf("one word less: %d", got)
	}
}

// TestTranslationsEitherWay: which of the two is asked about makes no
// difference, and a speaker's sole quotes are taken for translations at least as soon.
func TestTranslationsEitherWay(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	words := []string{"Iran", "Washington", "1,200", "2030", "7", "eskalation", "эскалации", "protocol", "протокол", "the", "и", "Berlin", "Берлине", "35", "l'Iran", "X", "никто", "conference", "Konferenz"}
	line := func() string {
		var b strings.Builder
		for range 4 + r.IntN(8) {
			b.WriteString(words[r.IntN(len(words))] + " ")
		}
		return b.String()
	}
	found := 0
	for range 3000 {
		a, b := line(), line()
		w, ok := Translations(a, b, false)
		v, back := Translations(b, a, false)
		if w != v || ok != back {
			t.Fatalf("%q and %q: %d %v, the other way %d %v", a, b, w, ok, v, back)
		}
		if x, sole := Translations(a, b, true); x != w || ok && !sole {
			t.Fatalf("%q and %q: %d %v, as sole quotes %d %v", a, b, w, ok, x, sole)
		}
		if ok {
			found++
		}
	}
	if found == 0 || found == 3000 {
		t.Errorf("%d of 3000 pairs are translations: nothing was tried", found)
	}
}
