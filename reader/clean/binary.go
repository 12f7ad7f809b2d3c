package clean

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// signatures are the beginnings of files that are no text, and what they are.
var signatures = []struct{ head, what string }{
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "a zip archive"}, {"\x1f\x8b", "gzip data"},
	{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"RIFF", "a sound or picture"},
	{"SQLite format 3\x00", "a database"}, {"\x7fELF", "a program"}, {"MZ\x90\x00", "a program"},
	{"\xd0\xcf\x11\xe0", "an old Office file"}, {"{\\rtf", "rich text (RTF)"},
	{"\x28\xb5\x2f\xfd", "zstd data"}, {"\xfd7zXZ", "xz data"}, {"BZh9", "bzip2 data"}, {"ID3", "a sound"}, {"OggS", "a sound"},
}

// Binary reports that data is no text in any encoding, and what it seems to be.
func Binary(data []byte) (what string, binary bool) {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.head)) {
			return s.what, true
		}
	}
	if _, name := decodeMarked(data[:min(len(data), 8)]); name != "" {
		return oddText(data)
	}
	head := data[:min(len(data), 64<<10)]
	if bytes.IndexByte(head, 0) >= 0 {
		if _, ok := looksUTF16(data); ok {
			return oddText(data)
		}
		// A single zero byte gets into text; many do not.
		if bytes.Count(head, []byte{0})*1000 > len(head) {
			return "binary data", true
		}
	}
	return oddControls(head)
}

// oddControls reports control characters in such number that no text has them.
// Escape sequences are left to the cleaner: transcripts of terminals are full of them.
func oddControls(head []byte) (string, bool) {
	odd := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b || c == 0x7f {
			odd++
		}
	}
	if odd*20 > len(head) {
		return "binary data", true
	}
	if !utf8.Valid(head[:max(0, len(head)-utf8.UTFMax)]) && odd*100 > len(head) {
		return "binary data", true
	}
	return "", false
}

// oddText looks at what UTF-16 decodes to: random bytes hit unassigned characters.
func oddText(data []byte) (string, bool) {
	s, _ := Decode(data[:min(len(data), 8<<10)&^3], false)
	odd, all := 0, 0
	for _, r := range s {
		all++
		if r == utf8.RuneError || unicode.Is(unicode.Co, r) || unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' || !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.C) {
			odd++
		}
	}
	if odd*10 > all {
		return "binary data", true
	}
	return "", false
}
