package pdf

import (
	"cmp"
	"math"
	"slices"
)

// block is what stands in one column, from top to bottom.
type block struct {
	lines     []piece
	page      int
	left, end float64 // its margins
}

// minRows is how many lines must stand beside others to make columns.
const minRows = 4

// maxPieces is how many pieces a page of columns can have; more are a table.
const maxPieces = 2000

// columns returns the pieces of a page in the order of reading: down one
// column, then down the next. What runs across columns parts what is above
// from what is below.
func columns(list []piece, depth int) []block {
	slices.SortStableFunc(list, byHeight)
	at, ok := gutter(list)
	if !ok || depth > 5 {
		return []block{newBlock(list)}
	}
	var out []block
	var full, left, right []piece
	single := func() {
		if len(full) > 0 {
			out = append(out, newBlock(full))
			full = nil
		}
	}
	flush := func() {
		if beside(left, right) < 2 {
			full = append(append(full, left...), right...)
		} else {
			single()
			out = append(append(out, columns(left, depth+1)...), columns(right, depth+1)...)
		}
		left, right = nil, nil
	}
	for _, p := range list {
		switch {
		case p.end <= at:
			left = append(left, p)
		case p.x >= at:
			right = append(right, p)
		default:
			flush()
			full = append(full, p)
		}
	}
	flush()
	single()
	return out
}

func byHeight(a, b piece) int {
	if c := cmp.Compare(b.y, a.y); c != 0 {
		return c
	}
	return cmp.Compare(a.x, b.x)
}

// beside counts the pieces on the right that have one on the left beside them.
func beside(left, right []piece) int {
	n := 0
	for i := range right {
		for j := range left {
			if math.Abs(left[j].y-right[i].y) < 0.8*right[i].size {
				n++
				break
			}
		}
	}
	return n
}

// gutter finds where the white between two columns is.
func gutter(list []piece) (at float64, ok bool) {
	if len(list) < 2*minRows || len(list) > maxPieces {
		return 0, false
	}
	low, high := math.MaxFloat64, -math.MaxFloat64
	var sizes []float64
	chars := 0
	for i := range list {
		low, high = min(low, list[i].x), max(high, list[i].end)
		sizes = append(sizes, list[i].size)
		chars += list[i].chars
	}
	slices.Sort(sizes)
	em := sizes[len(sizes)/2]
	best := 0.0
	step := max(2, (high-low)/150)
	for x := low + 0.12*(high-low); x < high-0.12*(high-low); x += step {
		if s := score(list, x, em, chars); s > best {
			at, best, ok = x, s, true
		}
	}
	return at, ok
}

// score is how well columns are parted at x; 0 if they are not.
func score(list []piece, x, em float64, chars int) float64 {
	var left, right []piece
	leftChars, rightChars, across := 0, 0, 0
	edge, begin := -math.MaxFloat64, math.MaxFloat64
	for i := range list {
		switch p := &list[i]; {
		case p.end <= x:
			left = append(left, *p)
			leftChars += p.chars
			edge = max(edge, p.end)
		case p.x >= x:
			right = append(right, *p)
			rightChars += p.chars
			begin = min(begin, p.x)
		default:
			across += p.chars
		}
	}
	switch {
	case len(left) < minRows, len(right) < minRows, leftChars*8 < chars-across, rightChars*8 < chars-across:
		return 0
	case leftChars < 12*len(left), rightChars < 12*len(right): // the cells of a table
		return 0
	case begin-edge < 0.4*em:
		return 0
	}
	rows := beside(left, right)
	if rows < minRows && (rows < 2 || rows*2 < min(len(left), len(right))) {
		return 0
	}
	return float64(leftChars+rightChars)/float64(chars) + min(begin-edge, 4*em)/em/100
}

// newBlock makes the lines of one column of its pieces.
func newBlock(list []piece) block {
	slices.SortStableFunc(list, byHeight)
	b := block{left: math.MaxFloat64, end: -math.MaxFloat64}
	for len(list) > 0 {
		n := 1
		for n < len(list) && math.Abs(list[n].y-list[0].y) < 0.35*max(list[n].size, list[0].size) {
			n++
		}
		row := list[:n]
		list = list[n:]
		slices.SortStableFunc(row, func(a, b piece) int { return cmp.Compare(a.x, b.x) })
		l := row[0]
		for i := range row[1:] {
			l.add(&row[1+i])
		}
		if len(row) > 1 {
			l.cells = row
		}
		b.lines = append(b.lines, l)
		b.left, b.end = min(b.left, l.x), max(b.end, l.end)
	}
	return b
}
