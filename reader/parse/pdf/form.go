package pdf

import (
	"math"
	"strings"
	"unicode/utf16"
)

// matrix maps points: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

// times returns the matrix that does m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// form does the operators of a form: a part of a page that has a name.
func (w *painter) form(v any, resources dict) {
	k, _ := v.(name)
	s, ok := w.file.get(w.file.dict(resources["XObject"])[k]).(stream)
	if !ok || w.file.nameOf(s.dict["Subtype"]) != "Form" || w.depth >= maxForms {
		return
	}
	data, err := w.file.unpack(s)
	if err != nil {
		return
	}
	own := w.file.dict(s.dict["Resources"])
	if own == nil {
		own = resources
	}
	keep, tm, lm, saved := w.state, w.tm, w.lm, w.saved
	if m := w.file.list(s.dict["Matrix"]); len(m) == 6 {
		w.state.ctm = matrix(args(m)).times(w.state.ctm)
	}
	w.depth++
	w.saved = nil
	w.run(data, own)
	w.depth--
	w.state, w.tm, w.lm, w.saved = keep, tm, lm, saved
}

// begin opens a marked content.
func (w *painter) begin(op word, s array, resources dict) {
	if len(w.marked) > maxSaved {
		w.steps = 0
		return
	}
	hidden, at, says := false, -1, ""
	if len(s) > 0 {
		hidden = s[0] == name("Artifact")
	}
	if op == "BDC" {
		p := w.file.dict(last(s))
		if k, ok := last(s).(name); ok {
			p = w.file.dict(w.file.dict(resources["Properties"])[k])
		}
		if t, ok := w.file.get(p["ActualText"]).(text); ok && len(t) < 1000 {
			at, says = len(w.marks), plain(t)
		}
	}
	if hidden {
		w.hidden++
	}
	w.marked, w.spoken, w.says = append(w.marked, hidden), append(w.spoken, at), append(w.says, says)
}

// finish closes a marked content. What it says it means takes the place of its characters.
func (w *painter) finish() {
	n := len(w.marked) - 1
	if n < 0 {
		return
	}
	if w.marked[n] {
		w.hidden--
	}
	if at := w.spoken[n]; at >= 0 && at < len(w.marks) && level(w.marks[at:]) {
		k := w.marks[at]
		k.end = max(k.end, w.marks[len(w.marks)-1].end)
		k.text, k.space = w.says[n], strings.TrimSpace(w.says[n]) == ""
		w.marks = append(w.marks[:at], k)
	}
	w.marked, w.spoken, w.says = w.marked[:n], w.spoken[:n], w.says[:n]
}

// level reports whether all characters stand on one line.
func level(marks []mark) bool {
	for _, m := range marks {
		if m.turn != marks[0].turn || math.Abs(m.y-marks[0].y) > m.size {
			return false
		}
	}
	return true
}

// plain reads a text for people: UTF-16 or UTF-8 with its mark, else about Latin-1.
func plain(t text) string {
	switch {
	case strings.HasPrefix(string(t), "\xfe\xff"):
		units := make([]uint16, 0, len(t)/2)
		for i := 2; i+1 < len(t); i += 2 {
			units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(string(t), "\xef\xbb\xbf"):
		return string(t[3:])
	}
	out := make([]rune, 0, len(t))
	for i := range len(t) {
		r := rune(t[i])
		if r >= 0x80 && r <= 0x94 {
			r = []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂ")[r-0x80]
		}
		out = append(out, r)
	}
	return string(out)
}
