package clean

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"offprint/reader"
)

// declarationReach is how far into a page its declared encoding is looked
// for, in bytes. Pages keep it beyond the 1,024 that the HTML standard asks for.
const declarationReach = 64 << 10

// detectionReach is how much of a text is looked at to guess its encoding, in bytes.
const detectionReach = 32 << 10

// DecodeNamed is Decode for data whose encoding somebody named who knows it
// better than the data does, such as the host that sent it. A name that is
// empty, unknown or wrong does no harm.
func DecodeNamed(data []byte, name string, page bool) (string, *reader.Repair) {
	e, err := htmlindex.Get(strings.ToLower(strings.TrimSpace(name)))
	if err != nil || utf8.Valid(data) {
		return Decode(data, page)
	}
	if _, mark := decodeMarked(data); mark != "" {
		return Decode(data, page)
	}
	canonical, err := htmlindex.Name(e)
	if err != nil || canonical == "utf-8" || strings.HasPrefix(canonical, "utf-16") {
		return Decode(data, page)
	}
	if s, ok := decodeAs(data, canonical); ok {
		return s, noteEncoding(canonical)
	}
	return Decode(data, page)
}

// Decode returns data as text in UTF-8, and what had to be done for that: nil
// if it was UTF-8 already. A mark at the beginning (BOM) goes. Bytes that fit
// no encoding become U+FFFD; Decode never fails. page says that the data is
// HTML, which may declare its encoding.
func Decode(data []byte, page bool) (string, *reader.Repair) {
	if s, name := decodeMarked(data); name != "" {
		return s, noteEncoding(name)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		if s, name, ok := decodeStateful(data); ok {
			return s, noteEncoding(name)
		}
		return string(data), nil
	}
	if order, ok := looksUTF16(data); ok {
		return decodeUTF16(data, order), noteEncoding("UTF-16")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if s, ok := nearlyUTF8(data); ok {
		return s, noteEncoding("UTF-8 with stray bytes")
	}
	if page {
		if name := declared(data); name != "" && name != "utf-8" {
			if s, ok := decodeAs(data, name); ok {
				return s, noteEncoding(name)
			}
		}
	}
	if name := family(data, detected(data), page); name != "" {
		if s, ok := decodeAs(data, name); ok {
			return s, noteEncoding(name)
		}
	}
	s, _ := decodeAs(data, "windows-1252")
	return s, noteEncoding("windows-1252")
}

func noteEncoding(name string) *reader.Repair {
	return &reader.Repair{Kind: reader.RepairEncoding, Text: reader.CleanLine(fmt.Sprintf("read as %s", name))}
}

// decodeMarked decodes UTF-16 and UTF-32 that begin with a mark.
func decodeMarked(data []byte) (string, string) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe, 0, 0}):
		return decodeUTF32(data[4:], false), "UTF-32"
	case bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}):
		return decodeUTF32(data[4:], true), "UTF-32"
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return decodeUTF16(data[2:], false), "UTF-16"
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decodeUTF16(data[2:], true), "UTF-16"
	}
	return "", ""
}

func decodeUTF16(data []byte, big bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		a, b := uint16(data[2*i]), uint16(data[2*i+1])
		if big {
			a, b = b, a
		}
		units[i] = a | b<<8
	}
	return string(utf16.Decode(units))
}

func decodeUTF32(data []byte, big bool) string {
	var b strings.Builder
	b.Grow(len(data) / 4)
	for ; len(data) >= 4; data = data[4:] {
		r := rune(data[0]) | rune(data[1])<<8 | rune(data[2])<<16 | rune(data[3])<<24
		if big {
			r = rune(data[3]) | rune(data[2])<<8 | rune(data[1])<<16 | rune(data[0])<<24
		}
		b.WriteRune(r)
	}
	return b.String()
}

// looksUTF16 finds UTF-16 without a mark: text of any script has its blanks
// and line ends with a zero byte on the same side.
func looksUTF16(data []byte) (big, ok bool) {
	head := data[:min(len(data), 4096)&^1]
	if len(head) < 8 {
		return false, false
	}
	var zeros, blanks [2]int
	for i := 0; i < len(head); i += 2 {
		for side := range 2 {
			if head[i+side] == 0 {
				zeros[side]++
				if c := head[i+1-side]; c == ' ' || c == '\n' || c == '\r' {
					blanks[side]++
				}
			}
		}
	}
	units := len(head) / 2
	for side := range 2 {
		common := zeros[side]*2 > units || blanks[side]*16 > units
		if common && blanks[side] > 0 && zeros[1-side]*50 < units {
			return side == 0, true
		}
	}
	return false, false
}

// nearlyUTF8 decodes text that is UTF-8 but for a few bytes, which are taken
// for windows-1252: pages put together from two sources.
func nearlyUTF8(data []byte) (string, bool) {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		if r, n := utf8.DecodeRune(data[i:]); r == utf8.RuneError && n == 1 {
			bad++
			i++
		} else {
			good++
			i += n
		}
	}
	if good == 0 || bad*4 > good {
		return "", false
	}
	var b strings.Builder
	b.Grow(len(data) + 2*bad)
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			s, _ := decodeAs(data[i:i+1], "windows-1252")
			b.WriteString(s)
		} else {
			b.Write(data[i : i+n])
		}
		i += n
	}
	return b.String(), true
}

// decodeStateful decodes the seven-bit encodings that switch by escape
// sequences, which are valid UTF-8 and yet are not.
func decodeStateful(data []byte) (string, string, bool) {
	if !bytes.Contains(data, []byte("\x1b$")) || !bytes.Contains(data, []byte("\x1b(")) {
		return "", "", false
	}
	s, ok := decodeAs(data, "iso-2022-jp")
	if !ok || strings.Contains(s, "\x1b") {
		return "", "", false
	}
	return s, "ISO-2022-JP", true
}

// decodeAs decodes data from the encoding of that name. It reports false if
// the name is unknown or more than one character in fifty does not decode.
func decodeAs(data []byte, name string) (string, bool) {
	e, err := htmlindex.Get(name)
	if err != nil || e == encoding.Replacement {
		return "", false
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", false
	}
	odd := bytes.Count(out, []byte("\uFFFD"))
	return string(out), odd*50 <= utf8.RuneCount(out)
}

// declared returns the encoding that a page names, as the HTML standard knows it.
func declared(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), declarationReach)])
	for {
		i := bytes.Index(head, []byte("charset"))
		if i < 0 {
			i = bytes.Index(head, []byte("encoding="))
			if i < 0 {
				return ""
			}
		}
		head = head[i+len("charset"):]
		rest := bytes.TrimLeft(head, "g \t\r\n=\"'")
		end := bytes.IndexAny(rest, " \t\r\n\"'>;/?")
		if end <= 0 || end > 40 {
			continue
		}
		if e, err := htmlindex.Get(string(rest[:end])); err == nil {
			if name, err := htmlindex.Name(e); err == nil {
				return name
			}
		}
	}
}

// detected guesses the encoding by the letters that occur.
func detected(data []byte) string {
	r := chardet.Detect(wideSample(data))
	if r.Encoding == "" || r.Confidence < 0.2 {
		return ""
	}
	e, err := htmlindex.Get(strings.ReplaceAll(strings.ToLower(r.Encoding), "_", "-"))
	if err != nil {
		return ""
	}
	name, err := htmlindex.Name(e)
	if err != nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") {
		return ""
	}
	return name
}

// wideSample returns the part of data that detection looks at: from shortly
// before the first byte that is not ASCII.
func wideSample(data []byte) []byte {
	at := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
	at = max(0, at-256)
	return data[at:min(len(data), at+detectionReach)]
}
