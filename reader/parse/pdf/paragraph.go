package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is what is read as one: running text, a heading, an item or a table.
type paragraph struct {
	lines []string
	rows  [][]string // of a table
	size  float64
	bold  bool
	full  bool // its last line reaches the margin
	item  bool
	page  int
	chars int
}

// measures are what is usual in a document.
type measures struct {
	size    float64 // of its running text, in points
	leading float64 // from line to line, in sizes
}

// measure finds what is usual.
func measure(blocks []block) measures {
	sizes := make(map[int]int) // in tenths of a point
	var steps []float64
	for i := range blocks {
		lines := blocks[i].lines
		for j := range lines {
			sizes[int(math.Round(lines[j].size*5))] += lines[j].chars
			if j > 0 && math.Abs(lines[j].size-lines[j-1].size) < 0.1*lines[j].size {
				if d := (lines[j-1].y - lines[j].y) / lines[j].size; d > 0.5 && d < 4 {
					steps = append(steps, d)
				}
			}
		}
	}
	m := measures{leading: 1.2}
	most := 0
	for s, n := range sizes {
		if n > most || n == most && float64(s)/5 < m.size {
			most, m.size = n, float64(s)/5
		}
	}
	if len(steps) > 0 {
		slices.Sort(steps)
		m.leading = steps[len(steps)*2/5]
	}
	if len(steps) < 8 { // too few to believe that lines are far apart
		m.leading = min(m.leading, 1.5)
	}
	return m
}

// bullets begin an item of a list; those of private use are of symbol fonts.
const bullets = "•▪◦‣∙●○■□–➢➤✓·*"

// item returns a line without its bullet.
func item(s string) (string, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if (strings.ContainsRune(bullets, r) || r >= 0xf000 && r < 0xf100) && len(s) > n && s[n] == ' ' {
		return strings.TrimSpace(s[n:]), true
	}
	return s, false
}

// paragraphs parts the lines of a block.
func (m *measures) paragraphs(b *block) []paragraph {
	var out []paragraph
	for i := 0; i < len(b.lines); i++ {
		if n := b.table(i); n > 0 {
			out = append(out, b.tabular(i, i+n))
			i += n - 1
			continue
		}
		l := &b.lines[i]
		text, isItem := item(l.text)
		if n := len(out); n == 0 || isItem || out[n-1].rows != nil || m.begins(b, i, &out[n-1]) {
			out = append(out, paragraph{size: l.size, bold: l.bold, item: isItem, page: b.page})
		}
		p := &out[len(out)-1]
		p.lines = append(p.lines, text)
		p.full = l.end > b.end-3*l.size
		p.bold = p.bold && l.bold
		p.chars += l.chars
	}
	return out
}

// begins reports whether a paragraph begins with line i; open is the one before.
func (m *measures) begins(b *block, i int, open *paragraph) bool {
	l, before := &b.lines[i], &b.lines[i-1]
	em := max(l.size, before.size)
	step := before.y - l.y
	switch {
	case step > 1.35*m.leading*em, step < -0.2*em:
		return true
	case math.Abs(l.size-before.size) > 0.07*em && (l.chars > 3 && before.chars > 3):
		return true
	case l.bold != before.bold && (l.chars > 20 || before.chars > 20):
		return true
	}
	centred := math.Abs(l.middle()-before.middle()) < 0.7*em && before.end < b.end-em && before.x > b.left+em
	if hangs := open.item && len(open.lines) == 1; !centred && !hangs {
		indent := l.x - before.x
		last := i+1 == len(b.lines)
		if indent > 0.7*em && (last || b.lines[i+1].x < l.x-0.5*em) {
			return ends(before.text) || !last && b.end-before.end > 4*em
		}
		if indent < -0.7*em && len(open.lines) > 1 {
			return true
		}
	}
	word, _, _ := strings.Cut(l.text, " ")
	room := b.end - before.end
	need := float64(utf8.RuneCountInString(word)+1) * 0.5 * em
	if listed := before.x > b.left+1.5*em && math.Abs(l.x-before.x) < 0.1*em; listed && !centred && room > need+4*em {
		return true // the items of a list whose bullets are drawn and not written, or verses
	}
	if room > need+em && (ends(before.text) || room > 0.4*(b.end-b.left) && capital(l.text)) {
		return !centred
	}
	return false
}

// ends reports whether a line may be the last of a sentence.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"”’'»)]0123456789")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…。！？؟", r)
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘'«("))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// follow appends paragraphs. Those that go on in the next column, on the next
// page or after a gap that is none are joined.
func follow(list []paragraph, next []paragraph) []paragraph {
	for i, q := range next {
		if len(list) == 0 {
			list = append(list, q)
			continue
		}
		p := &list[len(list)-1]
		same := math.Abs(p.size-q.size) < 0.07*p.size && p.bold == q.bold
		if i > 0 { // of one column
			same = math.Abs(p.size-q.size) < 0.2*p.size
		}
		goes := small(q.lines[0]) && p.chars > 30 || i == 0 && p.full && p.chars > 60
		if !same || p.rows != nil || q.rows != nil || q.item || !goes || ends(p.lines[len(p.lines)-1]) {
			list = append(list, q)
			continue
		}
		p.lines = append(p.lines, q.lines...)
		p.full, p.chars, p.bold = q.full, p.chars+q.chars, p.bold && q.bold
	}
	return list
}
