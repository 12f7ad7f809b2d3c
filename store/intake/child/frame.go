package child

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"runtime/debug"
)

// kind tells what a frame is.
type kind byte

// The kinds of frames.
const (
	frameHello  kind = 'h' // both ways: the version; to the child also the limit of memory
	frameFile   kind = 'f' // to the child: a source with its content
	frameLarge  kind = 'l' // to the child: a source with its size; the child asks for the content
	frameAsk    kind = 'a' // from where on and how much of the content is wanted
	framePart   kind = 'p' // to the child: that much of it, less at its end, none if it cannot be read
	frameStep   kind = 's' // a document was read, another begins
	frameFrom   kind = 'o' // the document that the articles after it are made from; empty: their file is kept
	frameDigest kind = 'd' // one article
	frameError  kind = 'e' // the file failed
	frameMemory kind = 'm' // the file needs too much; the child ends after it
	frameEnd    kind = '.' // the file is done; how much memory the child has
)

const (
	headSize  = 5
	maxFile   = 65 << 20  // bytes of a file with its name
	maxAnswer = 33 << 20  // of one digest, or of a document that one is made from
	maxWhole  = 256 << 20 // of all digests of a file that is sent as a whole
	maxPart   = 1 << 20   // of the content of a larger one at once
	atOnce    = 1 << 20   // what is allocated before it is there
)

// protocol is raised with any change of what the frames mean.
const protocol = 4

// errFrame is that what came over the pipe makes no sense.
var errFrame = errors.New("its answer makes no sense")

// version names the build: two processes with the same one understand each other.
func version() string {
	h := fnv.New128a()
	if info, ok := debug.ReadBuildInfo(); ok {
		_, _ = io.WriteString(h, info.String())
	}
	return fmt.Sprintf("offprint %d %x", protocol, h.Sum(nil))
}

// writeFrame writes one frame whose payload may come in two parts.
func writeFrame(w io.Writer, k kind, parts ...[]byte) error {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	head := make([]byte, headSize, headSize+n)
	head[0] = byte(k)
	binary.LittleEndian.PutUint32(head[1:], uint32(n))
	if n <= atOnce {
		for _, p := range parts {
			head = append(head, p...)
		}
		_, err := w.Write(head)
		return err
	}
	if _, err := w.Write(head); err != nil {
		return err
	}
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			return err
		}
	}
	return nil
}

// readFrame reads one frame of at most most bytes. Memory grows with what
// arrives, not with what is announced.
func readFrame(r io.Reader, most int) (kind, []byte, error) {
	var head [headSize]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := int64(binary.LittleEndian.Uint32(head[1:]))
	if n > int64(most) {
		return 0, nil, errFrame
	}
	if n <= atOnce {
		b := make([]byte, n)
		_, err := io.ReadFull(r, b)
		return kind(head[0]), b, whole(err)
	}
	var b bytes.Buffer
	b.Grow(atOnce)
	if _, err := io.CopyN(&b, r, n); err != nil {
		return 0, nil, whole(err)
	}
	return kind(head[0]), b.Bytes(), nil
}

// whole keeps the end of input in the middle of a frame from looking like the end.
func whole(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
