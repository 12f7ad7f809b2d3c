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

// spot is a piece near the top or the foot of a page.
type spot struct {
	page    int
	at, row int // in the pieces of its page, and among its lines
	y, size float64
	key     string
	foot    bool
	outer   bool // on the first or the last line
	web     bool // what a browser prints there: an address, the day
	alone   bool // on such a line by itself, and a page's number by its look
	offset  int  // of the number at its beginning or end from that of the page
}

// noOffset is the offset of a piece without a number.
const noOffset = 1 << 30

// numbering is a row of numbers that count pages: at their tops or feet, from the same start.
type numbering struct {
	foot   bool
	offset int
}

// standing is where something stands on every page that has it.
type standing struct {
	key     string
	size, y int // in points; in steps of four
}

// standing returns the spot's, or that so many steps above it.
func (s *spot) standing(above int) standing {
	return standing{s.key, int(math.Round(s.size)), int(math.Floor(s.y/4)) + above}
}

// tally counts the pages that have something. Pages are added in order.
type tally[K comparable] map[K]struct{ pages, last int }

func (t tally[K]) add(k K, page int) {
	if n := t[k]; n.pages == 0 || n.last != page {
		n.pages, n.last = n.pages+1, page
		t[k] = n
	}
}

// furniture takes running heads and feet and the numbers of pages out of the
// pieces of all pages.
func furniture(pages [][]piece) {
	var spots []spot
	for i := range pages {
		slices.SortStableFunc(pages[i], byHeight)
		spots = append(spots, spotsOf(i, pages[i])...)
	}
	gone := moving(spots, len(pages), usualSize(pages))
	all, lost := 0, 0
	for i := range pages {
		for j := range pages[i] {
			all += pages[i][j].chars
			if gone[[2]int{i, j}] {
				lost += pages[i][j].chars
			}
		}
	}
	if 2*lost > all { // pages that are all alike, such as forms
		return
	}
	for i := range pages {
		kept := pages[i][:0]
		for j := range pages[i] {
			if !gone[[2]int{i, j}] {
				kept = append(kept, pages[i][j])
			}
		}
		pages[i] = kept
	}
}

// usualSize is the size in which most is written.
func usualSize(pages [][]piece) float64 {
	chars := make(map[int]int) // by halves of a point
	most := 0
	for i := range pages {
		for j := range pages[i] {
			k := int(math.Round(2 * pages[i][j].size))
			if chars[k] += pages[i][j].chars; chars[k] > chars[most] || chars[k] == chars[most] && k < most {
				most = k
			}
		}
	}
	return float64(most) / 2
}

// moving tells which spots are furniture, by page and place in it. Numbers in
// larger letters than usual are those of sections.
func moving(spots []spot, pages int, usual float64) map[[2]int]bool {
	same := make(tally[standing])
	numbered := make(tally[numbering])
	for i := range spots {
		s := &spots[i]
		same.add(s.standing(0), s.page)
		numbered.add(numbering{s.foot, s.offset}, s.page)
	}
	gone := make(map[[2]int]bool)
	beside := make(map[[2]int]bool) // lines with the number of their page
	for i := range spots {
		s := &spots[i]
		n := same[s.standing(-1)].pages + same[s.standing(0)].pages + same[s.standing(1)].pages
		counts := s.offset != noOffset && s.size < 1.1*usual && numbered[numbering{s.foot, s.offset}].pages >= 3
		if s.alone || s.web || counts || n >= 3 || n == 2 && pages <= 5 {
			gone[[2]int{s.page, s.at}] = true
			beside[[2]int{s.page, s.row}] = beside[[2]int{s.page, s.row}] || counts
		}
	}
	for i := range spots {
		if s := &spots[i]; s.outer && beside[[2]int{s.page, s.row}] {
			gone[[2]int{s.page, s.at}] = true
		}
	}
	return gone
}

// spotsOf returns the pieces near the top and the foot of a page, whose pieces
// are in order.
func spotsOf(page int, list []piece) []spot {
	rows := make([]int, len(list)) // the row of each piece
	for i := 1; i < len(list); i++ {
		rows[i] = rows[i-1]
		if list[i-1].y-list[i].y > 0.35*list[i].size {
			rows[i]++
		}
	}
	var spots []spot
	for i := range list {
		p, last := &list[i], rows[len(rows)-1]
		if rows[i] >= edge && rows[i] <= last-edge {
			continue
		}
		s := spot{page: page, at: i, row: rows[i], y: p.y, size: p.size, key: key(p.text), foot: 2*rows[i] >= last, offset: noOffset}
		s.outer = rows[i] == 0 || rows[i] == last
		lone := (i == 0 || rows[i-1] != rows[i]) && (i+1 == len(list) || rows[i+1] != rows[i])
		s.web = s.outer && browser.MatchString(p.text)
		s.alone = lone && s.outer && pageNumber.MatchString(s.key)
		if n, ok := numberAt(p.text); ok && p.chars < 120 {
			s.offset = n - page
		}
		spots = append(spots, s)
	}
	return spots
}

var atEdge = regexp.MustCompile(`^(\d{1,4})\b|\b(\d{1,4})$`)

// browser matches what a browser writes at the edge of a page that it prints:
// the page's address, the day and the hour, how many pages there are.
var browser = regexp.MustCompile(`^(?:https?://\S+(?:\s+\d+/\d+)?|\d+/\d+|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[APap]\.?[Mm]\.?)?)$`)

// addressOf is the address that a browser wrote on the first page; empty if
// there is none, or not the whole.
func addressOf(pages [][]piece) string {
	for i := range pages[:min(len(pages), 1)] {
		slices.SortStableFunc(pages[i], byHeight)
		for _, s := range spotsOf(i, pages[i]) {
			text := pages[i][s.at].text
			if at, _, _ := strings.Cut(text, " "); s.web && strings.HasPrefix(text, "http") && !strings.ContainsAny(at, "…") && !strings.Contains(at, "...") {
				return at
			}
		}
	}
	return ""
}

// numberAt is the number at the end of a piece, or at its beginning.
func numberAt(s string) (int, bool) {
	m := atEdge.FindAllString(s, -1)
	if len(m) == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(m[len(m)-1])
	return n, err == nil
}

// key is what a piece has in common with that of another page.
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
