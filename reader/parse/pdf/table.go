package pdf

import (
	"fmt"
	"html"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"
)

// The limits of what is taken for a table. Lines of running text whose words
// stand far apart are none, nor are columns of text that stand side by side.
const (
	leastRows = 3
	mostRows  = 1000 // looked at for each line; a longer table is several
	cellChars = 30   // in a cell, on average
	pairChars = 20   // the same where there are only two columns
	longCell  = 90
	rowStep   = 3.5 // sizes from row to row, at most
)

// table returns how many lines from line i on are the rows of a table: each
// has as many cells, which stand below one another; the first may be a heading. 0 is none.
func (b *block) table(i int) int {
	head := b.lines[i].cells
	n := len(head)
	if n > 1 && counted.MatchString(strings.TrimSpace(head[0].text)) {
		return 0 // the items of a list
	}
	end := i + 1
	var body []piece
	var kinds []alignment
	for ; n > 1 && end < min(len(b.lines), i+mostRows); end++ {
		l, before := &b.lines[end], &b.lines[end-1]
		if step := before.y - l.y; len(l.cells) != n || step > rowStep*max(l.size, before.size) || step <= 0 {
			break
		}
		if body == nil {
			body, kinds = l.cells, make([]alignment, n)
			for c := range kinds {
				kinds[c] = atLeft | atRight | atMiddle
			}
		}
		if !aligned(kinds, body, l.cells) {
			break
		}
	}
	if end-i < leastRows || !heads(head, b.lines[i+1:end]) || b.wordy(i, end, n) {
		return 0
	}
	return end - i
}

// counted matches what stands before an item of a list.
var counted = regexp.MustCompile(`^(?:[` + bullets + `\x{f000}-\x{f0ff}]|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)]|\[\d{1,3}\])$`)

// alignment is how cells stand below one another.
type alignment uint8

const (
	atLeft alignment = 1 << iota
	atRight
	atMiddle
)

// aligned narrows how the cells of each column stand, and reports whether they do in any way.
func aligned(kinds []alignment, first, cells []piece) bool {
	next := make([]alignment, len(kinds))
	for c := range kinds {
		p, q := &first[c], &cells[c]
		near := func(a, b float64) bool { return math.Abs(a-b) < 0.3*max(p.size, q.size) }
		if near(p.x, q.x) {
			next[c] |= atLeft
		}
		if near(p.end, q.end) {
			next[c] |= atRight
		}
		if near(p.middle(), q.middle()) {
			next[c] |= atMiddle
		}
		if next[c] &= kinds[c]; next[c] == 0 {
			return false
		}
	}
	copy(kinds, next)
	return true
}

// heads reports whether each cell of the first row stands above its column.
func heads(head []piece, rows []piece) bool {
	for c := range head {
		left, right := math.MaxFloat64, -math.MaxFloat64
		for i := range rows {
			left, right = min(left, rows[i].cells[c].x), max(right, rows[i].cells[c].end)
		}
		if head[c].end < left-head[c].size || head[c].x > right+head[c].size {
			return false
		}
	}
	return true
}

// wordy reports whether lines hold more text than the rows of a table do.
func (b *block) wordy(from, to, columns int) bool {
	all, goes := 0, 0 // goes counts those that seem to go on with what stands above
	for i := from; i < to; i++ {
		for _, c := range b.lines[i].cells {
			n := utf8.RuneCountInString(c.text)
			if i > from && small(c.text) {
				goes++
			}
			if n > longCell {
				return true
			}
			all += n
		}
	}
	most := cellChars
	if columns == 2 {
		most = pairChars
	}
	return all > most*columns*(to-from) || goes*2 > columns*(to-from-1)
}

// tabular makes a paragraph of the rows of a table.
func (b *block) tabular(from, to int) paragraph {
	p := paragraph{size: b.lines[from].size, page: b.page}
	for i := from; i < to; i++ {
		var row []string
		for _, c := range b.lines[i].cells {
			row = append(row, shown(c.text))
		}
		p.rows = append(p.rows, row)
		p.lines = append(p.lines, b.lines[i].text)
		p.chars += b.lines[i].chars
	}
	return p
}

// writeTable writes a table in HTML; its first row is its heading.
func writeTable(b *strings.Builder, rows [][]string) {
	b.WriteString("<table>\n")
	for i, row := range rows {
		tag := "td"
		if i == 0 {
			tag = "th"
		}
		b.WriteString("<tr>")
		for _, c := range row {
			fmt.Fprintf(b, "<%s>%s</%[1]s>", tag, html.EscapeString(c))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}
