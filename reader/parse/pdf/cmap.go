package pdf

import (
	"unicode/utf16"
)

// cmap maps the codes of a font: to Unicode, or to the numbers of its glyphs.
type cmap struct {
	widths [5]bool // lengths of codes in bytes that the map names
	spaces []codespace
	single map[uint32]string // by code; what was looked up in vain is empty
	glyph  map[uint32]int    // numbers that were looked up
	ranges []codeRange
}

// codespace are the codes of one length.
type codespace struct {
	size     int
	low, end uint32
}

// codeRange maps codes that follow one another to what follows one another.
type codeRange struct {
	low, end uint32
	text     string // of low; the last character counts up
	cid      int    // of low
}

// What a map may hold; no font needs as much.
const (
	maxMapped = 1 << 18 // single codes
	maxRanges = 1 << 14
	maxSpaces = 64
)

func codeOf(t text) uint32 {
	var n uint32
	for i := range min(len(t), 4) {
		n = n<<8 | uint32(t[i])
	}
	return n
}

// readCmap reads a map from the bytes of its stream.
func readCmap(data []byte) *cmap {
	m := &cmap{single: make(map[uint32]string), glyph: make(map[uint32]int)}
	l := lexer{b: data}
	var stack array
	for {
		v, ok := l.value()
		if !ok || len(m.single) > maxMapped || len(m.ranges) > maxRanges {
			return m
		}
		w, is := v.(word)
		if !is {
			if len(stack) < 4096 {
				stack = append(stack, v)
			}
			continue
		}
		m.block(w, stack)
		stack = stack[:0]
	}
}

// block takes in what stands between "begin…" and "end…".
func (m *cmap) block(end word, s array) {
	switch end {
	case "endcodespacerange":
		for ; len(s) >= 2; s = s[2:] {
			low, ok1 := s[0].(text)
			high, ok2 := s[1].(text)
			if ok1 && ok2 && len(low) > 0 && len(low) <= 4 && len(m.spaces) < maxSpaces {
				m.widths[len(low)] = true
				m.spaces = append(m.spaces, codespace{len(low), codeOf(low), codeOf(high)})
			}
		}
	case "endbfchar":
		for ; len(s) >= 2; s = s[2:] {
			code, ok1 := s[0].(text)
			to, ok2 := s[1].(text)
			if ok1 && ok2 {
				m.single[codeOf(code)] = wide(to)
			}
		}
	case "endbfrange":
		for ; len(s) >= 3; s = s[3:] {
			m.textRange(s[0], s[1], s[2])
		}
	case "endcidrange":
		for ; len(s) >= 3; s = s[3:] {
			m.glyphs(s[0], s[1], s[2])
		}
	case "endcidchar":
		for ; len(s) >= 2; s = s[2:] {
			m.glyphs(s[0], s[0], s[1])
		}
	}
}

// glyphs maps codes to the numbers of glyphs.
func (m *cmap) glyphs(from, to, number any) {
	low, ok1 := from.(text)
	high, ok2 := to.(text)
	cid, ok3 := number.(float64)
	if ok1 && ok2 && ok3 {
		m.ranges = append(m.ranges, codeRange{low: codeOf(low), end: codeOf(high), cid: int(cid)})
	}
}

func (m *cmap) textRange(from, to, dest any) {
	low, ok1 := from.(text)
	high, ok2 := to.(text)
	if !ok1 || !ok2 || codeOf(high) < codeOf(low) || codeOf(high)-codeOf(low) > 0xffff {
		return
	}
	switch dest := dest.(type) {
	case text:
		m.ranges = append(m.ranges, codeRange{low: codeOf(low), end: codeOf(high), text: wide(dest)})
	case array:
		for i, v := range dest {
			if t, ok := v.(text); ok && uint32(i) <= codeOf(high)-codeOf(low) {
				m.single[codeOf(low)+uint32(i)] = wide(t)
			}
		}
	}
}

// text returns what a code means.
func (m *cmap) text(code uint32) (string, bool) {
	if s, ok := m.single[code]; ok {
		return s, s != ""
	}
	for i := range m.ranges {
		r := &m.ranges[i]
		if code < r.low || code > r.end || r.text == "" {
			continue
		}
		runes := []rune(r.text)
		runes[len(runes)-1] += rune(code - r.low)
		s := string(runes)
		m.single[code] = s
		return s, true
	}
	if len(m.single) <= maxMapped {
		m.single[code] = ""
	}
	return "", false
}

// cid returns the number of a code's glyph.
func (m *cmap) cid(code uint32) int {
	if n, ok := m.glyph[code]; ok {
		return n
	}
	n := 0
	for i := range m.ranges {
		if r := &m.ranges[i]; code >= r.low && code <= r.end {
			n = r.cid + int(code-r.low)
			break
		}
	}
	if len(m.glyph) <= maxMapped {
		m.glyph[code] = n
	}
	return n
}

// next cuts the first code off a text.
func (m *cmap) next(t text) (code uint32, size int) {
	for size = 1; size <= min(4, len(t)); size++ {
		code = codeOf(t[:size])
		for _, s := range m.spaces {
			if s.size == size && code >= s.low && code <= s.end {
				return code, size
			}
		}
	}
	size = 2
	if m.widths[1] && !m.widths[2] {
		size = 1
	}
	size = min(size, len(t))
	return codeOf(t[:size]), size
}

// wide reads UTF-16 of the kind that maps hold. A single byte stands for itself.
func wide(t text) string {
	if len(t) == 1 {
		return string(rune(t[0]))
	}
	units := make([]uint16, 0, len(t)/2)
	for i := 0; i+1 < len(t) && len(units) < 64; i += 2 {
		units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
	}
	return string(utf16.Decode(units))
}
