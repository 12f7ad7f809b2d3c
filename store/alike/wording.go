package alike

import (
	"slices"
	"unicode/utf8"
)

// What two quotes must share to be wordings of one statement. Words weigh by
// their length: long ones carry what is said, short ones hold it together.
const (
	likeSame   = 9   // weight, by one speaker
	likeOther  = 14  // by others, or nobody named
	halfShare  = 0.5 // parts of the shorter one's weight
	moreShare  = 0.6
	largeShare = 0.75
	runSame    = 3 // words in a row
	runOther   = 4 // and half of the shorter one
	cutShort   = 3 // one has so many times the weight of the other
)

// Wordings reports whether two quotes (their folded words) say much the same, and
// which part of the shorter one's weight they share.
func Wordings(a, b []string, oneSpeaker bool) (part float64, ok bool) {
	wa, wb := weight(a), weight(b)
	smaller := min(wa, wb)
	if smaller < likeSame {
		return 0, false
	}
	shared := sharedWeight(a, b)
	part = float64(shared) / float64(smaller)
	if part < halfShare || shared < likeSame {
		return part, false
	}
	run := longestRun(a, b)
	if !oneSpeaker {
		return part, shared >= likeOther && part >= largeShare && run >= max(runOther, min(len(a), len(b))/2)
	}
	inRow := run >= runSame
	if max(wa, wb) > cutShort*smaller { // a long text has most words somewhere
		return part, inRow && part >= largeShare
	}
	return part, inRow || part >= largeShare || part >= moreShare && shared >= 2*likeSame
}

// Enough reports whether a quote (its folded words) says enough to be compared.
func Enough(words []string) bool { return weight(words) >= likeSame }

// What of a quote must stand in another by the same speaker for it to be cut
// out of that one: fewer words, or little ones alone, are met by chance.
const (
	insideWords = 3
	insideSame  = 4 // weight
)

// Piece reports whether a quote (its folded words) may be known again as a
// piece that was cut out of a longer one by the same speaker.
func Piece(words []string) bool {
	return len(words) >= insideWords && weight(words) >= insideSame
}

// Inside reports whether the shorter of two quotes by one speaker (their folded
// words) stands whole in the other. Both must be from about the same day: the
// caller sees to it.
func Inside(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if !Piece(a) {
		return false
	}
	for ; len(b) >= len(a); b = b[1:] {
		if slices.Equal(a, b[:len(a)]) {
			return true
		}
	}
	return false
}

// heft is what one word weighs: nothing to 6.
func heft(word string) int { return max(0, min(utf8.RuneCountInString(word)-2, 6)) }

// weight is what all distinct words weigh.
func weight(words []string) int {
	sum := 0
	seen := make(map[string]bool, len(words))
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			sum += heft(w)
		}
	}
	return sum
}

// sharedWeight is what the distinct words weigh that both have.
func sharedWeight(a, b []string) int {
	in := make(map[string]bool, len(a))
	for _, w := range a {
		in[w] = true
	}
	sum := 0
	for _, w := range b {
		if in[w] {
			sum += heft(w)
			in[w] = false
		}
	}
	return sum
}

// maxRun bounds how many words are compared for a run.
const maxRun = 200

// longestRun is how many words in a row both have.
func longestRun(a, b []string) int {
	a, b = a[:min(len(a), maxRun)], b[:min(len(b), maxRun)]
	row := make([]int, len(b)+1) // row[j]: the run that ends at b[j-1]
	longest := 0
	for i := range a {
		for j := len(b); j > 0; j-- {
			if a[i] != b[j-1] {
				row[j] = 0
				continue
			}
			row[j] = row[j-1] + 1
			longest = max(longest, row[j])
		}
	}
	return longest
}
