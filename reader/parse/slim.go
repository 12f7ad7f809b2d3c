package parse

import (
	"bytes"
	"fmt"
	"io"

	"offprint/reader"
	"offprint/reader/parse/inner"
)

// What makes a page too large to be held are the pictures and films that are
// written into it as addresses (data:). Without them it is read as any other.

// longData is how long such an address is at least to be left out, in bytes.
const longData = 1000

// slimBuffer is how much of a page is looked at at once, in bytes.
const slimBuffer = 1 << 20

// slimPage returns a page that is too large to be held, nil if it is none.
func slimPage(in *inner.Input, name string) inner.Documents {
	if formatOf(string(inner.Head(in, headSize)), name) != reader.FormatHTML {
		return nil
	}
	return func(yield func(inner.Document, error) bool) {
		data, err := slim(inner.From(in, 0))
		if err != nil {
			yield(inner.Document{}, err)
			return
		}
		yield(inner.Document{Name: name, Kind: inner.Page, Data: data}, nil)
	}
}

// slim reads a page without what is written into it as long addresses.
func slim(r io.Reader) ([]byte, error) {
	var out []byte
	held, at := make([]byte, slimBuffer), 0 // at is how much of it is filled
	within := false                         // a long address, of which the beginning was dropped
	for whole := false; !whole || at > 0; {
		n, err := io.ReadFull(r, held[at:])
		at += n
		whole = err != nil
		if whole && err != io.EOF && err != io.ErrUnexpectedEOF {
			return nil, err
		}
		text, used := held[:at], 0
		if within {
			if used = bytes.IndexAny(text, dataEnd); used < 0 {
				at = 0
				continue
			}
			within = false
		}
		kept, rest, dropped := slimmer(text[used:], whole)
		if out = append(out, kept...); len(out) > inner.MaxDocument {
			return nil, fmt.Errorf("%w: more than %d MiB without its pictures", inner.ErrLarge, inner.MaxDocument>>20)
		}
		within = dropped
		at = copy(held, rest)
	}
	return out, nil
}

// dataEnd are the bytes that end an address.
const dataEnd = "\"' )>\n"

// slimmer returns what is kept of a piece of a page, and its end, of which it
// is not known yet. within says that the piece ended in a long address.
func slimmer(text []byte, whole bool) (kept, rest []byte, within bool) {
	for {
		i := bytes.Index(text, []byte("data:"))
		if i < 0 {
			end := len(text)
			if !whole {
				end = max(0, end-len("data:")+1)
			}
			return append(kept, text[:end]...), text[end:], false
		}
		kept, text = append(kept, text[:i]...), text[i:]
		end := bytes.IndexAny(text, dataEnd)
		switch {
		case end < 0 && len(text) > longData:
			return kept, nil, true
		case end < 0 && !whole:
			return kept, text, false
		case end < 0:
			return append(kept, text...), nil, false
		case end <= longData:
			kept = append(kept, text[:end]...)
		}
		text = text[end:]
	}
}
