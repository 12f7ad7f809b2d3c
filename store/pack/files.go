package pack

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/flate"
)

// packing is how hard files are packed: harder takes twice the time and saves
// a thirtieth.
const packing = 5

// maxFile bounds what unpacking a file may give, in bytes.
const maxFile = 256 << 20

// Files packs files, one after the other. The zero value is ready; it is for one goroutine.
type Files struct{ w *flate.Writer }

// Pack returns a file in fewer bytes.
func (p *Files) Pack(file []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(file) + len(file)/1024 + 64) // growing would take twice as much, and what holds others is packed already
	if p.w == nil {
		p.w, _ = flate.NewWriter(&out, packing) // fails only for levels that do not exist
	} else {
		p.w.Reset(&out)
	}
	p.w.Write(file) // a buffer takes all
	p.w.Close()
	return out.Bytes()
}

// Unpack returns a file that Pack packed, up to 256 MiB of it.
func Unpack(b []byte) ([]byte, error) {
	return io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b)), maxFile))
}
