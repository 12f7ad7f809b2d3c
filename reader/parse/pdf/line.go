package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// piece is text that was written without a gap: a line, or a part of one.
type piece struct {
	text      string
	x, end, y float64
	size      float64
	bold      bool
	parted    bool // a blank was written after it
	chars     int  // letters and marks
	// cells are the pieces of which a line is made, if they are several.
	cells []piece
}

func (p *piece) middle() float64 { return (p.x + p.end) / 2 }

const (
	blankGap = 0.17 // ems between two words, where no blank is written
	wideGap  = 0.8  // ems between what may be two columns
)

// pieces puts the characters of a page together. Text that runs another way
// than most of it (a stamp on the margin, the labels of a chart) is left out.
func pieces(marks []mark) []piece {
	var turns [4]int
	for _, m := range marks {
		turns[m.turn]++
	}
	turn := 0
	for i, n := range turns {
		if n > turns[turn] {
			turn = i
		}
	}
	var list []piece
	var run []mark
	flush := func() {
		if p, ok := join(run); ok && !doubled(list, &p) {
			list = append(list, p)
		}
		run = run[:0]
	}
	for _, m := range marks {
		if m.turn != turn {
			continue
		}
		if n := len(run); n > 0 {
			l := run[n-1]
			gap := m.x - l.end
			if math.Abs(m.y-run[0].y) > 0.1*m.size || math.Abs(m.size-l.size) > 0.1*m.size || gap > wideGap*m.size || gap < -0.6*m.size {
				flush()
			}
		}
		run = append(run, m)
	}
	flush()
	return attach(list)
}

// doubled reports whether a piece was written just before at the same place,
// which makes letters look bold.
func doubled(list []piece, p *piece) bool {
	for i := len(list) - 1; i >= max(0, len(list)-4); i-- {
		if q := &list[i]; q.text == p.text && math.Abs(q.x-p.x) < 0.2*p.size && math.Abs(q.y-p.y) < 0.2*p.size {
			return true
		}
	}
	return false
}

// join makes a piece of characters that follow one another.
func join(run []mark) (piece, bool) {
	for len(run) > 0 && run[0].space {
		run = run[1:]
	}
	after := len(run) > 0 && run[len(run)-1].space
	for len(run) > 0 && run[len(run)-1].space {
		run = run[:len(run)-1]
	}
	if len(run) == 0 {
		return piece{}, false
	}
	least := blank(run)
	p := piece{x: run[0].x, end: run[len(run)-1].end, y: run[0].y, parted: after}
	var b strings.Builder
	bold, parted := 0, true
	for i, m := range run {
		if !parted && !m.space && m.x-run[i-1].end > least {
			b.WriteByte(' ')
		}
		if m.space {
			if !parted {
				b.WriteByte(' ')
			}
			parted = true
			continue
		}
		b.WriteString(m.text)
		parted = false
		p.chars++
		p.size = max(p.size, m.size)
		if m.bold {
			bold++
		}
	}
	p.text, p.bold = composed(readable.Replace(b.String())), bold*10 >= p.chars*8
	return p, true
}

// blank is the least gap that parts two words, in points. Letters may be spaced out.
func blank(run []mark) float64 {
	gaps := make([]float64, 0, len(run))
	for i := 1; i < len(run); i++ {
		gaps = append(gaps, run[i].x-run[i-1].end)
	}
	slices.Sort(gaps)
	least := blankGap * run[0].size
	if len(gaps) > 2 {
		least = max(least, 1.6*gaps[len(gaps)/2])
	}
	return least
}

// readable takes ligatures apart and names what symbol fonts show.
var readable = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"\uf0b7", "•", "\uf0a7", "•", "\uf0d8", "•", "\uf02d", "-", "\u00a0", " ")

// attach puts raised and lowered pieces, and those that follow closely, to the
// piece that they belong to.
func attach(list []piece) []piece {
	slices.SortStableFunc(list, func(a, b piece) int { return cmp.Compare(a.x, b.x) })
	var out []piece
	taken := make([]bool, len(list))
	byLine := make(map[int][]int) // by y in steps of 8 points
	for i := range list {
		k := int(math.Floor(list[i].y / 8))
		byLine[k] = append(byLine[k], i)
	}
	for i := range list {
		if taken[i] {
			continue
		}
		p := list[i]
		for {
			j := follower(list, taken, byLine, i, &p)
			if j < 0 {
				break
			}
			taken[j] = true
			p.add(&list[j])
		}
		out = append(out, p)
	}
	return out
}

// follower is the piece that goes on where p ends, or -1.
func follower(list []piece, taken []bool, byLine map[int][]int, from int, p *piece) int {
	k := int(math.Floor(p.y / 8))
	best, least := -1, math.MaxFloat64
	reach := int(p.size/16) + 1
	for d := -reach; d <= reach; d++ {
		for _, j := range byLine[k+d] {
			q := &list[j]
			if j == from || taken[j] || j < from && q.x < p.x {
				continue
			}
			size := max(p.size, q.size)
			gap := q.x - p.end
			if math.Abs(q.y-p.y) > 0.45*size || gap < -0.35*size || gap > 0.6*size || q.x < p.x {
				continue
			}
			if math.Abs(gap) < least {
				best, least = j, math.Abs(gap)
			}
		}
	}
	return best
}

// add appends a piece.
func (p *piece) add(q *piece) {
	if (p.parted || q.x-p.end > blankGap*min(p.size, q.size)) && !strings.HasSuffix(p.text, " ") {
		p.text += " "
	}
	if q.chars > p.chars {
		p.y = q.y
		p.bold = q.bold
	}
	p.text += q.text
	p.parted = q.parted
	p.end = max(p.end, q.end)
	p.size = max(p.size, q.size)
	p.chars += q.chars
}
