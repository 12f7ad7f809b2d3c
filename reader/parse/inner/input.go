package inner

import (
	"bytes"
	"io"
)

// Input is a file that is read where it is needed. It may be far larger than
// what fits into memory, so that readers go through it and hold one document
// at a time. It is for one goroutine.
type Input = io.SectionReader

// Bytes returns an input of what is in memory.
func Bytes(data []byte) *Input {
	return io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data)))
}

// Head returns the first n bytes of an input, fewer if it has fewer.
func Head(in *Input, n int) []byte { return At(in, 0, n) }

// At returns n bytes of an input from an offset on, fewer if it ends there or
// cannot be read.
func At(in *Input, at int64, n int) []byte {
	b := make([]byte, max(0, min(int64(n), in.Size()-at)))
	got, _ := in.ReadAt(b, at)
	return b[:got]
}

// From returns the rest of an input from an offset on.
func From(in *Input, at int64) *Input { return io.NewSectionReader(in, at, max(0, in.Size()-at)) }

// window is how much is searched at once, in bytes.
const window = 256 << 10

// Find returns where mark stands in an input first, from an offset on; -1 if it does not.
func Find(in *Input, mark []byte, from int64) int64 {
	b := make([]byte, window)
	for from < in.Size() {
		n, err := in.ReadAt(b, from)
		if i := bytes.Index(b[:n], mark); i >= 0 {
			return from + int64(i)
		}
		if err != nil || n < len(mark) {
			break
		}
		from += int64(n - len(mark) + 1)
	}
	return -1
}
