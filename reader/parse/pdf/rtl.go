package pdf

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// leftward reports whether most of a page is in a script that is written from
// right to left.
func leftward(list []piece) bool {
	left, right := 0, 0
	for i := range list {
		for _, r := range list[i].text {
			switch {
			case toLeft(r):
				left++
			case unicode.IsLetter(r):
				right++
			}
		}
	}
	return left > right
}

func toLeft(r rune) bool {
	if unicode.IsDigit(r) { // numbers are read from left to right everywhere
		return false
	}
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff
}

// mirror turns a page over that is written from right to left, so that columns
// and indents are where others have them, and puts its letters in the order in
// which they are read: on the page they stand as they are seen.
func mirror(list []piece) {
	for i := range list {
		p := &list[i]
		p.x, p.end = -p.end, -p.x
		p.text = reading(p.text)
		p.parted = false // it told of the other end
	}
}

// pairs are characters that change places with the direction.
var pairs = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "<", ">", ">", "<", "«", "»", "»", "«")

// reading returns the letters of a line, given from left to right, in the order
// of reading from right to left. Numbers and words in other scripts within it
// are read from left to right.
func reading(s string) string {
	s = pairs.Replace(s)
	var clusters []string // letters with their marks
	for _, r := range s {
		if n := len(clusters); n > 0 && unicode.Is(unicode.Mn, r) {
			clusters[n-1] += string(r)
			continue
		}
		clusters = append(clusters, string(r))
	}
	slices.Reverse(clusters)
	for i := 0; i < len(clusters); i++ {
		if !rightward(clusters[i]) {
			continue
		}
		end := i
		for j := i; j < len(clusters) && !toLeft(first(clusters[j])); j++ {
			if rightward(clusters[j]) {
				end = j
			}
		}
		slices.Reverse(clusters[i : end+1])
		for j := i; j <= end; j++ {
			clusters[j] = pairs.Replace(clusters[j]) // they were right
		}
		i = end
	}
	return unshaped(strings.Join(clusters, ""))
}

// unshaped writes letters for the shapes that they have within a word.
func unshaped(s string) string {
	if strings.IndexFunc(s, shaped) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if shaped(r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// rightward reports whether a letter or digit is read from left to right.
func rightward(s string) bool {
	r := first(s)
	return !toLeft(r) && unicode.IsLetter(r) || unicode.IsDigit(r)
}

// shaped reports whether r is an Arabic letter in one of its shapes.
func shaped(r rune) bool { return r >= 0xfb50 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc }
