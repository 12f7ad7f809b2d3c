package child

import "io"

// distant is a large file as the child sees it: the parent has it open, and
// sends what is asked for.
type distant struct {
	s    *server
	size int64
	at   int64 // of held
	held []byte
}

// ahead is how much is asked for at least, in bytes: directories and headers are
// read in small pieces.
const ahead = 32 << 10

// ReadAt is that of [io.ReaderAt]. It is for one goroutine.
func (d *distant) ReadAt(p []byte, at int64) (n int, err error) {
	for n < len(p) {
		from := at + int64(n)
		if from < 0 || from >= d.size {
			return n, io.EOF
		}
		if from < d.at || from >= d.at+int64(len(d.held)) {
			if err := d.ask(from, len(p)-n); err != nil {
				return n, err
			}
		}
		n += copy(p[n:], d.held[from-d.at:])
	}
	return n, nil
}

// ask has the parent send a part of the file.
func (d *distant) ask(at int64, n int) error {
	n = int(min(max(int64(n), ahead), maxPart, d.size-at))
	var e encoder
	e.count(int(at))
	e.count(n)
	if err := d.s.write(frameAsk, e.b); err != nil {
		return err
	}
	b := <-d.s.parts
	if len(b) == 0 || len(b) > n {
		return io.ErrUnexpectedEOF
	}
	d.at, d.held = at, b
	return nil
}
