package child

import (
	"errors"
	"io"

	"offprint/reader"
)

// answer is what a child says to one file, and asks for of a large one.
type answer struct {
	c      *process
	w      *watch
	file   *io.SectionReader // a large one; else nil
	give   func(reader.Digest) error
	got    int64            // bytes of digests
	asked  int64            // bytes of the file
	steps  int              // documents that were begun: all of them if the file is read again
	unread error            // the file could not be read: what the child made of it is not all
	from   *reader.Document // what the articles that come are made from
}

// How often a large file may be read before it is no progress any more, and
// how much more its digests may be than the file: their texts come out of the
// budget of what is unpacked from it.
const (
	readings = 8
	widening = 64
)

// read reads frames until the file is done.
func (a *answer) read() error {
	most := int64(maxWhole)
	if a.file != nil {
		most += widening * a.file.Size()
	}
	for {
		k, b, err := readFrame(a.c.out, maxAnswer)
		if err != nil {
			return err
		}
		if a.got += headSize + int64(len(b)); a.got > most {
			return errFrame
		}
		switch k {
		case frameStep:
			a.steps++
			a.w.step()
		case frameAsk:
			err = a.part(b)
		case frameFrom:
			a.from, err = decodeFrom(b)
		case frameDigest:
			err = a.hand(b)
		case frameEnd:
			d := decoder{s: string(b)}
			a.c.grown = d.count() > a.c.limits.Memory/4
			return nil
		case frameError:
			return a.c.failure(b)
		case frameMemory:
			return ErrMemory
		default:
			return errFrame
		}
		if err != nil {
			return err
		}
	}
}

// part sends a part of a large file, and nothing beyond it. That the child goes
// on in the file is progress, for as long as it can be.
func (a *answer) part(b []byte) error {
	d := decoder{s: string(b)}
	at, n := int64(d.count()), int64(d.count())
	if d.bad || d.s != "" || a.file == nil || n > maxPart || at >= a.file.Size() {
		return errFrame
	}
	part := make([]byte, min(n, a.file.Size()-at))
	got, err := a.file.ReadAt(part, at)
	if got < len(part) && a.unread == nil {
		if a.unread = err; errors.Is(err, io.EOF) {
			a.unread = io.ErrUnexpectedEOF
		}
	}
	if a.asked += n; a.asked < readings*a.file.Size() {
		a.w.step()
	}
	return writeFrame(a.c.in, framePart, part[:got])
}

// hand hands on one digest. The child's time stands still meanwhile.
func (a *answer) hand(b []byte) error {
	g, err := decodeDigest(b)
	if err != nil {
		return err
	}
	g.Article.From = a.from
	a.w.pause()
	defer a.w.step()
	if err := a.give(g); err != nil {
		return &refusal{err}
	}
	return nil
}
