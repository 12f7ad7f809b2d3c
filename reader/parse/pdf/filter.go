package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"errors"

	"offprint/reader/parse/inner"
)

// errFilter is that a stream is packed in a way that holds no text.
var errFilter = errors.New("packed as a picture")

// maxStream is the size of one stream unpacked, in bytes.
const maxStream = 32 << 20

// unpack undoes the filters of a stream. Damage gives what was before it.
func (f *file) unpack(s stream) ([]byte, error) {
	data := f.decrypted(s)
	filters, parms := f.list(s.dict["Filter"]), f.list(s.dict["DecodeParms"])
	if len(filters) > 8 {
		return nil, errFilter
	}
	for i, v := range filters {
		var p dict
		if i < len(parms) {
			p, _ = f.get(parms[i]).(dict)
		}
		n, _ := f.get(v).(name)
		var err error
		if data, err = f.filter(n, p, data); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func (f *file) filter(n name, p dict, data []byte) ([]byte, error) {
	switch n {
	case "FlateDecode", "Fl":
		if len(data) > 2 {
			data = data[2:] // the head; its sum at the end is not looked at, too many are wrong
		}
		out, err := f.budget.Read(flate.NewReader(bytes.NewReader(data)), maxStream)
		if errors.Is(err, inner.ErrLarge) {
			return nil, err
		}
		return f.predict(p, out), nil
	case "LZWDecode", "LZW":
		early := 1
		if v, ok := f.get(p["EarlyChange"]).(float64); ok && v == 0 {
			early = 0
		}
		out, err := f.budget.Read(bytes.NewReader(unlzw(data, early)), maxStream)
		if errors.Is(err, inner.ErrLarge) {
			return nil, err
		}
		return f.predict(p, out), nil
	case "ASCIIHexDecode", "AHx":
		l := lexer{b: append([]byte("<"), data...)}
		return []byte(l.hex()), nil
	case "ASCII85Decode", "A85":
		data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
		if i := bytes.IndexByte(data, '~'); i >= 0 {
			data = data[:i]
		}
		out, _ := f.budget.Read(ascii85.NewDecoder(bytes.NewReader(data)), maxStream)
		return out, nil
	case "RunLengthDecode", "RL":
		return f.budget.Read(bytes.NewReader(unrun(data)), maxStream)
	case "Crypt", "":
		return data, nil
	}
	return nil, errFilter
}

// predict undoes what was done to rows of numbers before they were packed.
func (f *file) predict(p dict, data []byte) []byte {
	predictor := f.count(p["Predictor"], 1)
	if predictor < 10 {
		return data // 2 is for pictures
	}
	colors, bits, columns := f.count(p["Colors"], 1), f.count(p["BitsPerComponent"], 8), f.count(p["Columns"], 1)
	if colors > 64 || bits > 32 || columns > 1<<20 {
		return data
	}
	pixel := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	out := make([]byte, 0, len(data))
	before := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		line := data[1:min(len(data), row+1)]
		data = data[1+len(line):]
		unfilter(kind, line, before, pixel)
		out = append(out, line...)
		before = line
		if len(line) < row {
			break
		}
	}
	return out
}

// unfilter undoes one row as PNG filters it.
func unfilter(kind byte, line, before []byte, pixel int) {
	for i := range line {
		var left, up, corner int
		up = int(before[i])
		if i >= pixel {
			left, corner = int(line[i-pixel]), int(before[i-pixel])
		}
		switch kind {
		case 1:
			line[i] += byte(left)
		case 2:
			line[i] += byte(up)
		case 3:
			line[i] += byte((left + up) / 2)
		case 4:
			line[i] += byte(paeth(left, up, corner))
		}
	}
}

func paeth(a, b, c int) int {
	pa, pb, pc := distance(b, c), distance(a, c), distance(a+b, 2*c)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func distance(a, b int) int { return max(a-b, b-a) }

// unlzw unpacks LZW with codes of 9 to 12 bits.
func unlzw(data []byte, early int) []byte {
	const clearCode, endCode = 256, 257
	var out, last []byte
	var words [4096][]byte
	next, width := 258, 9
	acc, bits := uint(0), 0
	for _, c := range data {
		if acc, bits = acc<<8|uint(c), bits+8; bits < width {
			continue
		}
		bits -= width
		code := int(acc >> bits & (1<<width - 1))
		var now []byte
		switch {
		case code == clearCode:
			next, width, last = 258, 9, nil
			continue
		case code < 256:
			now = []byte{byte(code)}
		case code < next && code != endCode:
			now = words[code]
		case code == next && last != nil:
			now = append(last[:len(last):len(last)], last[0])
		}
		if now == nil || len(out) > maxStream {
			return out
		}
		out = append(out, now...)
		if last != nil && next < len(words) {
			words[next] = append(last[:len(last):len(last)], now[0])
			next++
		}
		last = now
		for width < 12 && next+early >= 1<<width {
			width++
		}
	}
	return out
}

// unrun unpacks runs of bytes.
func unrun(data []byte) []byte {
	var out []byte
	for len(data) > 1 && data[0] != 128 && len(out) < maxStream {
		n := int(data[0])
		if n < 128 {
			k := min(n+1, len(data)-1)
			out = append(out, data[1:1+k]...)
			data = data[1+k:]
			continue
		}
		out = append(out, bytes.Repeat(data[1:2], 257-n)...)
		data = data[2:]
	}
	return out
}
