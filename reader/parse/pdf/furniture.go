package pdf

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// edge is how many lines at the top and at the foot of a page may be furniture.
const edge = 3

// pageNumber matches a line that is the number of its page and nothing else.
var pageNumber = regexp.MustCompile(`(?i)^(?:[-–—|•\[(]\s*)?(?:(?:page|seite|página|pagina|p\.|стр\.?|страница)\s*)?(?:#|[ivxl]{1,6})(?:\s*(?:of|/|von|de|di|из|sur)\s*#)?(?:\s*[-–—|•\])])?$`)

// spot is a line near the top or the foot of a page.
type spot struct {
	page    int
	y, size float64
	key     string
	foot    bool
	alone   bool // outermost, and a page's number by its look
	offset  int  // of the number at its beginning or end from that of the page
}

// noOffset is the offset of a line without a number.
const noOffset = 1 << 30

// furniture takes running heads and feet and the numbers of pages out of the
// blocks of all pages.
func furniture(blocks []block, pages int) []block {
	spots := spotsOf(blocks)
	same := make(map[string][]*spot)
	numbered := make(map[[2]int]int) // lines at the top (0) or foot (1) by offset
	for i := range spots {
		s := &spots[i]
		same[s.key] = append(same[s.key], s)
		numbered[[2]int{where(s.foot), s.offset}]++
	}
	type place struct {
		page int
		y    float64
	}
	gone := make(map[place]bool)
	for i := range spots {
		s := &spots[i]
		n := 0
		for _, o := range same[s.key] {
			if math.Abs(o.y-s.y) < 8 && math.Abs(o.size-s.size) < 0.1*s.size {
				n++
			}
		}
		counted := s.offset != noOffset && numbered[[2]int{where(s.foot), s.offset}] >= 3
		if s.alone || counted || n >= 3 || n == 2 && pages <= 5 {
			gone[place{s.page, s.y}] = true
		}
	}
	for i := range blocks {
		b := &blocks[i]
		b.lines = slices.DeleteFunc(b.lines, func(l piece) bool { return gone[place{b.page, l.y}] })
	}
	return slices.DeleteFunc(blocks, func(b block) bool { return len(b.lines) == 0 })
}

func where(foot bool) int {
	if foot {
		return 1
	}
	return 0
}

// spotsOf returns the lines near the top and the foot of each page.
func spotsOf(blocks []block) []spot {
	var spots []spot
	for page, rows := range rowsOf(blocks) {
		for i := range rows {
			if i >= edge && i < len(rows)-edge {
				continue
			}
			r := &rows[i]
			s := spot{page: page, y: r.y, size: r.size, key: key(r.text), foot: i >= edge || 2*i >= len(rows), offset: noOffset}
			outermost := i == 0 || i == len(rows)-1
			s.alone = outermost && pageNumber.MatchString(s.key)
			if n, ok := numberAt(r.text); ok && r.chars < 120 {
				s.offset = n - page
			}
			spots = append(spots, s)
		}
	}
	return spots
}

var atEdge = regexp.MustCompile(`^(\d{1,4})\b|\b(\d{1,4})$`)

// numberAt is the number at the end of a line, or at its beginning.
func numberAt(s string) (int, bool) {
	m := atEdge.FindAllString(s, -1)
	if len(m) == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(m[len(m)-1])
	return n, err == nil
}

// rowsOf returns the lines of each page from top to bottom. What stands at one
// height, as the two ends of a running head do, is one.
func rowsOf(blocks []block) map[int][]piece {
	rows := make(map[int][]piece)
	for i := range blocks {
		rows[blocks[i].page] = append(rows[blocks[i].page], blocks[i].lines...)
	}
	for page, list := range rows {
		slices.SortStableFunc(list, byHeight)
		rows[page] = list
	}
	return rows
}

// key is what a line has in common with that of another page.
func key(s string) string {
	var b strings.Builder
	digits := false
	for _, r := range strings.ToLower(s) {
		if r >= '0' && r <= '9' {
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
