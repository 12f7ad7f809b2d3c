package pdf

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// font turns codes into characters and knows how wide they are.
type font struct {
	bold    bool
	wide    bool // codes are of several bytes
	unicode *cmap
	codes   *cmap             // of a wide font: how long codes are, and their glyphs
	decoder *encoding.Decoder // of a wide font whose codes are those of a code page
	table   [256]string       // of a narrow font
	widths  map[int]float64
	missing float64 // the width of what is in none, in thousandths
	scale   float64 // of widths to ems
}

// fonts are the fonts of a document, made when first used.
type fonts struct {
	file  *file
	names namer
	byRef map[ref]*font
}

// get returns the font that a page calls v.
func (s *fonts) get(v any) *font {
	r, ok := v.(ref)
	if !ok {
		return s.read(s.file.dict(v))
	}
	f, ok := s.byRef[r]
	if !ok {
		f = s.read(s.file.dict(v))
		s.byRef[r] = f
	}
	return f
}

func (s *fonts) read(d dict) *font {
	if s.names == nil {
		s.names = newNamer()
	}
	f := &font{widths: make(map[int]float64), scale: 0.001}
	base := string(s.file.nameOf(d["BaseFont"]))
	low := strings.ToLower(base)
	f.bold = strings.Contains(low, "bold") || strings.Contains(low, "black") || strings.Contains(low, "heavy")
	if t, ok := s.file.get(d["ToUnicode"]).(stream); ok {
		if data, err := s.file.unpack(t); err == nil {
			f.unicode = readCmap(data)
		}
	}
	if s.file.nameOf(d["Subtype"]) == "Type0" {
		s.readWide(f, d)
		return f
	}
	s.readTable(f, d)
	s.readWidths(f, d, low)
	return f
}

// readTable finds what the codes of a narrow font mean.
func (s *fonts) readTable(f *font, d dict) {
	kind := s.file.nameOf(d["Subtype"])
	enc := s.file.get(d["Encoding"])
	base, _ := enc.(name)
	e, isDict := enc.(dict)
	if isDict {
		base = s.file.nameOf(e["BaseEncoding"])
	}
	switch {
	case base == "WinAnsiEncoding", base == "" && kind == "TrueType":
		f.table = codePage(charmap.Windows1252)
	case base == "MacRomanEncoding":
		f.table = codePage(charmap.Macintosh)
	default:
		f.table = standard()
	}
	code, named := 0, make(map[int]string)
	for _, v := range s.file.list(e["Differences"]) {
		switch v := s.file.get(v).(type) {
		case float64:
			code = int(v)
		case name:
			if code >= 0 && code < 256 {
				f.table[code] = s.names.text(string(v))
				if v != ".notdef" {
					named[code] = string(v)
				}
			}
			code++
		}
	}
	if letters, ok := dots(named); ok && kind == "Type3" {
		for code, letter := range letters {
			f.table[code] = letter
		}
	}
}

func (s *fonts) readWidths(f *font, d dict, base string) {
	descriptor := s.file.dict(d["FontDescriptor"])
	if m, ok := s.file.get(descriptor["MissingWidth"]).(float64); ok {
		f.missing = m
	}
	if s.file.nameOf(d["Subtype"]) == "Type3" {
		if m := s.file.list(d["FontMatrix"]); len(m) == 6 {
			if v, ok := s.file.get(m[0]).(float64); ok && v > 0 && v <= 1 {
				f.scale = v
			}
		}
	}
	first := s.file.count(d["FirstChar"], 0)
	widths, ok := s.file.get(d["Widths"]).(array)
	for i, v := range widths {
		if w, ok := s.file.get(v).(float64); ok && i < 256 {
			f.widths[first+i] = w
		}
	}
	if !ok { // one of the fonts that every reader has
		for c, t := range f.table {
			f.widths[c] = usual(t, base)
		}
	}
}

// usual is about how wide a character is in a common font, in thousandths.
func usual(t, font string) float64 {
	switch {
	case strings.Contains(font, "courier"), strings.Contains(font, "mono"):
		return 600
	case t == "":
		return 0
	}
	c := t[0]
	switch {
	case strings.IndexByte(" .,:;!'|ijltfI/\\()[]", c) >= 0:
		return 290
	case c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%':
		return 830
	case c >= 'A' && c <= 'Z':
		return 670
	}
	return 520
}

// pages are the encodings of Chinese, Japanese and Korean by what their names begin with.
var pages = []struct {
	name string
	of   encoding.Encoding
}{
	{"GBK", simplifiedchinese.GBK}, {"GB-EUC", simplifiedchinese.GBK}, {"GBpc", simplifiedchinese.GBK},
	{"B5", traditionalchinese.Big5}, {"ETen", traditionalchinese.Big5}, {"HKscs", traditionalchinese.Big5},
	{"90ms", japanese.ShiftJIS}, {"90pv", japanese.ShiftJIS}, {"83pv", japanese.ShiftJIS}, {"EUC", japanese.EUCJP},
	{"KSC", korean.EUCKR},
}

// readWide reads a font of several bytes a code.
func (s *fonts) readWide(f *font, d dict) {
	f.wide, f.missing = true, 1000
	f.codes = &cmap{}
	switch enc := s.file.get(d["Encoding"]).(type) {
	case stream:
		if data, err := s.file.unpack(enc); err == nil {
			f.codes = readCmap(data)
		}
	case name:
		n := string(enc)
		if strings.Contains(n, "UCS2") || strings.Contains(n, "UTF16") {
			f.decoder = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
		}
		for _, p := range pages {
			if strings.HasPrefix(n, p.name) && f.decoder == nil {
				f.decoder = p.of.NewDecoder()
				f.codes.spaces = []codespace{{1, 0, 0x80}, {2, 0x8000, 0xffff}}
			}
		}
	}
	for _, v := range s.file.list(d["DescendantFonts"]) {
		below := s.file.dict(v)
		f.missing = float64(s.file.count(below["DW"], 1000))
		s.readGlyphWidths(f, s.file.list(below["W"]))
		return
	}
}

// readGlyphWidths reads "1 [500 600]" and "5 9 700".
func (s *fonts) readGlyphWidths(f *font, w array) {
	written := 0
	for len(w) >= 2 && written < maxMapped {
		first := s.file.count(w[0], 0)
		switch v := s.file.get(w[1]).(type) {
		case array:
			for i, x := range v {
				if x, ok := s.file.get(x).(float64); ok {
					f.widths[first+i] = x
					written++
				}
			}
			w = w[2:]
		case float64:
			if len(w) < 3 {
				return
			}
			x, _ := s.file.get(w[2]).(float64)
			for c := first; c <= int(v) && written < maxMapped; c++ {
				f.widths[c] = x
				written++
			}
			w = w[3:]
		default:
			return
		}
	}
}

// glyph is one character of a text as its font has it.
type glyph struct {
	text  string
	width float64 // in ems
	blank bool    // a code of one byte that is a blank: word spacing applies
}

// each calls do for the characters of a text.
func (f *font) each(t text, do func(glyph)) {
	for len(t) > 0 {
		code, size := uint32(t[0]), 1
		cid := int(code)
		if f.wide {
			code, size = f.codes.next(t)
			cid = int(code)
			if len(f.codes.ranges) > 0 {
				cid = f.codes.cid(code)
			}
		}
		w, ok := f.widths[cid]
		if !ok {
			w = f.missing
		}
		do(glyph{f.meaning(code, t[:size]), w * f.scale, size == 1 && code == ' '})
		t = t[size:]
	}
}

// meaning is what a code stands for.
func (f *font) meaning(code uint32, raw text) string {
	if f.unicode != nil {
		if s, ok := f.unicode.text(code); ok {
			return s
		}
	}
	switch {
	case !f.wide:
		return f.table[byte(code)]
	case f.decoder != nil:
		s, err := f.decoder.String(string(raw))
		if err == nil {
			return s
		}
	}
	return ""
}
