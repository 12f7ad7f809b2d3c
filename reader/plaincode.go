package reader

import (
	"encoding/binary"
	"errors"
)

// ErrPlainCode is what DecodePlain returns for bytes that do not fit the source.
var ErrPlainCode = errors.New("the plain text's code does not fit its source")

// plainCode is the version of the encoding, its first byte.
const plainCode = 1

// Encode returns p in a few bytes, given the Markdown that it was made of: the
// text is told as pieces of the source and only what differs is spelled out.
// [DecodePlain] makes p of it again. Archives keep this in place of the text.
func (p *Plain) Encode(markdown Text) []byte {
	b := append(make([]byte, 0, 16+8*len(p.Blocks)+6*len(p.runs)), plainCode)
	b = binary.AppendUvarint(b, uint64(len(p.Text)))
	b = binary.AppendUvarint(b, uint64(len(p.runs)))
	plain, source := 0, 0
	for _, r := range p.runs {
		b = appendGap(b, p.Text[plain:r.plain])
		text := p.Text[r.plain:r.plainEnd]
		b = binary.AppendUvarint(b, uint64(len(text)))
		b = binary.AppendVarint(b, int64(r.source-source))
		b = binary.AppendUvarint(b, uint64(r.sourceEnd-r.source))
		if text != sourceText(markdown, r.source, r.sourceEnd) {
			b = append(append(b, 1), text...)
		} else {
			b = append(b, 0)
		}
		plain, source = r.plainEnd, r.sourceEnd
	}
	b = appendGap(b, p.Text[plain:])
	b = binary.AppendUvarint(b, uint64(len(p.Blocks)))
	at := 0
	for _, k := range p.Blocks {
		b = append(b, byte(k.Kind))
		b = binary.AppendUvarint(b, uint64(k.Start-at))
		b = binary.AppendUvarint(b, uint64(k.End-k.Start))
		at = k.End
	}
	return b
}

// appendGap appends text without a source: its length, where the break
// between two blocks, by far the most common, has none and is told as 1.
func appendGap(b []byte, gap string) []byte {
	if gap == blockBreak {
		return append(b, 1)
	}
	if gap == "" {
		return append(b, 0)
	}
	b = binary.AppendUvarint(b, uint64(len(gap))+1)
	return append(b, gap...)
}

func sourceText(markdown Text, start, end int) string {
	if start < 0 || start > end || end > len(markdown) {
		return "\x00" // equals no text
	}
	return string(markdown[start:end])
}

// DecodePlain makes a Plain of what Encode returned for the same Markdown.
// code may be foreign: it fails with ErrPlainCode, and never returns offsets
// that do not fit. The text is not cleaned.
func DecodePlain(markdown Text, code []byte) (Plain, error) {
	d := plainDecoder{codeReader: codeReader{code: code}, markdown: markdown}
	if d.number() != plainCode {
		return Plain{}, ErrPlainCode
	}
	size := d.number()
	if size > 4*len(markdown)+4*len(code) {
		return Plain{}, ErrPlainCode
	}
	d.size, d.text = size, make([]byte, 0, size)
	d.decodeRuns()
	d.decodeBlocks()
	if d.bad || len(d.text) != size {
		return Plain{}, ErrPlainCode
	}
	return Plain{Text: string(d.text), Blocks: d.blocks, runs: d.runs}, nil
}

type plainDecoder struct {
	codeReader
	markdown Text
	size     int // of the text when it is whole
	text     []byte
	runs     []run
	blocks   []Block
}

func (d *plainDecoder) gap() {
	switch n := d.number(); n {
	case 0:
	case 1:
		d.text = append(d.text, blockBreak...)
	default:
		d.text = append(d.text, d.next(n-1)...)
	}
}

func (d *plainDecoder) decodeRuns() {
	n := d.list(1)
	d.runs = make([]run, 0, n)
	source := 0
	for range n {
		d.gap()
		size, from := d.number(), source+d.signed()
		to := from + d.number()
		if from < 0 || to > len(d.markdown) || len(d.text)+size > d.size || d.bad {
			d.bad = true
			return
		}
		at := len(d.text)
		if literal := d.next(1); len(literal) == 1 && literal[0] == 1 {
			d.text = append(d.text, d.next(size)...)
		} else if size != to-from {
			d.bad = true
			return
		} else {
			d.text = append(d.text, d.markdown[from:to]...)
		}
		d.runs = append(d.runs, run{at, len(d.text), from, to})
		source = to
	}
	d.gap()
}

func (d *plainDecoder) decodeBlocks() {
	n := d.list(1)
	d.blocks = make([]Block, 0, n)
	at := 0
	for range n {
		kind := d.next(1)
		start := at + d.number()
		end := start + d.number()
		if d.bad || end > len(d.text) {
			d.bad = true
			return
		}
		d.blocks = append(d.blocks, Block{BlockKind(kind[0]), start, end})
		at = end
	}
}
