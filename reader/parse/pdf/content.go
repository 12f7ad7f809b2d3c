package pdf

import (
	"bytes"
	"math"
	"strings"
)

// mark is one character on a page, or a few that share a glyph. Places are in
// points, with the origin at the bottom left.
type mark struct {
	text        string
	x, end, y   float64 // on the line that it stands on, which need not be level
	size        float64 // of its letters, in points
	turn        int     // in quarters: 0 is level
	bold, space bool
}

// state is what q keeps and Q brings back.
type state struct {
	ctm                         matrix
	font                        *font
	size, char, wordSpace, rise float64
	scale, leading              float64
}

// painter goes over the contents of a page and notes what is written on it.
type painter struct {
	file   *file
	fonts  *fonts
	marks  []mark
	lost   int // characters whose fonts do not tell what they are
	steps  int // operators that may still be done
	state  state
	saved  []state
	tm, lm matrix // the text's place, and its line's
	depth  int    // of forms in forms
	hidden int    // of marked contents that are the page's furniture
	marked []bool // whether each open one is hidden
	spoken []int  // where marks began whose text is told apart, and what it is
	says   []string
}

const (
	maxSteps = 3 << 20 // operators of one page
	maxMarks = 1 << 19 // characters of one page
	maxForms = 12      // forms in forms
	maxSaved = 256
)

// paint returns the characters of a page, and how many there are that nobody can read.
func paint(f *file, fonts *fonts, p page) (marks []mark, lost int) {
	w := &painter{file: f, fonts: fonts, steps: maxSteps}
	w.state = state{ctm: unit, scale: 1}
	var all []byte
	for _, v := range f.list(p.dict["Contents"]) {
		if s, ok := f.get(v).(stream); ok {
			if data, err := f.unpack(s); err == nil {
				all = append(append(all, data...), '\n')
			}
		}
	}
	w.run(all, p.resources)
	return w.marks, w.lost
}

// run does the operators of one stream.
func (w *painter) run(data []byte, resources dict) {
	l := lexer{b: data}
	var stack array
	for w.steps > 0 && len(w.marks) < maxMarks {
		v, ok := l.value()
		if !ok {
			return
		}
		op, is := v.(word)
		if !is {
			if len(stack) < 512 {
				stack = append(stack, v)
			}
			continue
		}
		w.steps--
		if op == "BI" {
			l.picture()
		} else {
			w.do(op, stack, resources)
		}
		stack = stack[:0]
	}
}

// picture skips a picture in the midst of the operators.
func (l *lexer) picture() {
	i := bytes.Index(l.b[l.at:], []byte("ID"))
	if i < 0 {
		l.at = len(l.b)
		return
	}
	for l.at += i + 2; l.at < len(l.b); {
		i := bytes.Index(l.b[l.at:], []byte("EI"))
		if i < 0 {
			l.at = len(l.b)
			return
		}
		l.at += i + 2
		before := l.at >= 3 && space(l.b[l.at-3])
		if after := l.at >= len(l.b) || space(l.b[l.at]); before && after {
			return
		}
	}
}

// args are the numbers before an operator; those that are missing are 0.
func args(s array) (n [6]float64) {
	s = s[max(0, len(s)-6):]
	for i, v := range s {
		n[i], _ = v.(float64)
	}
	return n
}

// last is the value right before an operator.
func last(s array) any {
	if len(s) == 0 {
		return nil
	}
	return s[len(s)-1]
}

// do does one operator.
func (w *painter) do(op word, s array, resources dict) {
	n := args(s)
	switch op {
	case "q":
		if len(w.saved) < maxSaved {
			w.saved = append(w.saved, w.state)
		}
	case "Q":
		if k := len(w.saved); k > 0 {
			w.state, w.saved = w.saved[k-1], w.saved[:k-1]
		}
	case "cm":
		w.state.ctm = matrix(n).times(w.state.ctm)
	case "Do":
		w.form(last(s), resources)
	case "gs":
		if k, ok := last(s).(name); ok {
			g := w.file.dict(w.file.dict(resources["ExtGState"])[k])
			if f, ok := w.file.get(g["Font"]).(array); ok && len(f) == 2 {
				w.state.font = w.fonts.get(f[0])
				w.state.size, _ = w.file.get(f[1]).(float64)
			}
		}
	case "BMC", "BDC":
		w.begin(op, s, resources)
	case "EMC":
		w.finish()
	default:
		w.text(op, s, n, resources)
	}
}

// text does the operators that set text.
func (w *painter) text(op word, s array, n [6]float64, resources dict) {
	t := &w.state
	switch op {
	case "BT":
		w.tm, w.lm = unit, unit
	case "Tf":
		if len(s) >= 2 {
			if k, ok := s[len(s)-2].(name); ok {
				t.font = w.fonts.get(w.file.dict(resources["Font"])[k])
			}
			t.size = n[min(len(s), 6)-1]
		}
	case "'", "\"":
		if op == "\"" && len(s) >= 3 {
			t.wordSpace, t.char = n[0], n[1]
		}
		w.newLine(0, -t.leading)
		w.show(last(s))
	case "Tj":
		w.show(last(s))
	case "TJ":
		a, _ := last(s).(array)
		for _, v := range a {
			if k, ok := v.(float64); ok {
				w.tm = matrix{1, 0, 0, 1, -k / 1000 * t.size * t.scale, 0}.times(w.tm)
			} else {
				w.show(v)
			}
		}
	default:
		w.move(op, n)
	}
}

// move does the operators that say where text is set, and how far apart.
func (w *painter) move(op word, n [6]float64) {
	switch op {
	case "Td", "TD":
		if op == "TD" {
			w.state.leading = -n[1]
		}
		w.newLine(n[0], n[1])
	case "Tm":
		w.tm, w.lm = matrix(n), matrix(n)
	case "T*":
		w.newLine(0, -w.state.leading)
	case "Tc":
		w.state.char = n[0]
	case "Tw":
		w.state.wordSpace = n[0]
	case "Tz":
		w.state.scale = n[0] / 100
	case "TL":
		w.state.leading = n[0]
	case "Ts":
		w.state.rise = n[0]
	}
}

func (w *painter) newLine(x, y float64) {
	w.lm = matrix{1, 0, 0, 1, x, y}.times(w.lm)
	w.tm = w.lm
}

// show writes a text at the place that was reached.
func (w *painter) show(v any) {
	t, ok := v.(text)
	s := &w.state
	if !ok || s.font == nil {
		return
	}
	s.font.each(t, func(g glyph) {
		width := g.width*s.size + s.char
		if g.blank {
			width += s.wordSpace
		}
		if w.hidden == 0 && len(w.marks) < maxMarks {
			w.put(g, g.width*s.size*s.scale)
		}
		w.tm = matrix{1, 0, 0, 1, width * s.scale, 0}.times(w.tm)
	})
}

// put notes a character where the text has come to.
func (w *painter) put(g glyph, width float64) {
	m := matrix{1, 0, 0, 1, 0, w.state.rise}.times(w.tm).times(w.state.ctm)
	across, up := math.Hypot(m[0], m[1]), math.Hypot(m[2], m[3])
	k := mark{text: g.text, size: math.Abs(w.state.size) * up, bold: w.state.font.bold}
	if !(across > 0 && k.size > 0.5 && k.size < 2000) {
		return
	}
	if g.text == "" {
		w.lost++
		return
	}
	x, y := m[4], m[5]
	switch {
	case math.Abs(m[1]) < 0.2*across && m[0] > 0:
		k.x, k.y = x, y
	case math.Abs(m[0]) < 0.2*across && m[1] > 0:
		k.turn, k.x, k.y = 1, y, -x
	case math.Abs(m[1]) < 0.2*across:
		k.turn, k.x, k.y = 2, -x, -y
	case math.Abs(m[0]) < 0.2*across:
		k.turn, k.x, k.y = 3, -y, x
	default:
		return // aslant: a stamp over the page
	}
	k.end = k.x + math.Abs(width)*across
	if !sane(k.x) || !sane(k.y) || !sane(k.end) {
		return
	}
	k.space = strings.TrimSpace(g.text) == ""
	w.marks = append(w.marks, k)
}

func sane(v float64) bool { return v > -1e5 && v < 1e5 }
