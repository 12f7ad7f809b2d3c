package child

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"sync"
	"time"

	"offprint/reader"
)

// Analyse makes the digests of one file in a child. It calls step when it goes
// on to another document of a file that holds several, and give for each article;
// an error of give ends the work. It is called by one goroutine.
type Analyse func(s reader.Source, step func(), give func(*reader.Digest) error) error

// stackLimit is how deep calls may nest, in bytes; what news is made of needs a hundredth.
const stackLimit = 64 << 20

// watchTime is the time between two looks at the memory in use.
const watchTime = 50 * time.Millisecond

// garbage is how much a child's memory may grow between two collections, in
// per cent of what is in use: there is plenty, and little is kept.
const garbage = 400

// server is the child's side.
type server struct {
	analyse Analyse
	errors  []error
	limit   int // bytes of memory

	mu   sync.Mutex // of out
	out  io.Writer
	code encoder          // kept for the next digest
	from *reader.Document // that was told last

	parts chan []byte // of a large file, as they are asked for
}

// sent is a file as it came.
type sent struct {
	kind kind
	b    []byte
}

// Serve is what a child does: it reads files from in and answers on out until
// in ends, which is when it returns nil. The errors are those of [Options].
// It changes the limits of the whole process, so that nothing else may run in it.
func Serve(in io.Reader, out io.Writer, known []error, analyse Analyse) error {
	s := &server{analyse: analyse, errors: append(slices.Clone(known), ErrMistake), out: out, parts: make(chan []byte)}
	from := bufio.NewReaderSize(in, 64<<10)
	if err := s.hello(from); err != nil {
		return err
	}
	files := make(chan sent)
	broken := make(chan error, 1)
	go func() { // ends with the input, or with the process
		defer close(files)
		for {
			k, b, err := readFrame(from, maxFile)
			switch {
			case err == nil && k == framePart:
				s.parts <- b
				continue
			case err == nil && k != frameFile && k != frameLarge:
				err = errFrame
			}
			if err != nil {
				broken <- err
				return
			}
			files <- sent{k, b}
		}
	}()
	for f := range files {
		if gone, err := s.file(f, broken); err != nil || gone {
			return err
		}
	}
	if err := <-broken; !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// hello checks that the parent is of the same build, and puts its limits in force.
func (s *server) hello(in io.Reader) error {
	k, b, err := readFrame(in, atOnce)
	d := decoder{s: string(b)}
	theirs, memory := d.raw(), d.count()
	if err != nil || d.bad || k != frameHello {
		return errors.New("this command is for the program's own use")
	}
	if theirs == version() {
		s.limit = memory
		debug.SetMaxStack(stackLimit)
		debug.SetGCPercent(garbage)
		debug.SetMemoryLimit(int64(memory) * 2 / 5) // from here on, what is not used any more goes before more is taken
		if err := limitSelf(memory); err != nil {
			return fmt.Errorf("limit the memory: %w", err)
		}
	}
	return writeFrame(s.out, frameHello, []byte(version()))
}

// file works on one file. It returns gone if nobody waits for the answer, or
// if the file needs too much: the process is to end.
func (s *server) file(f sent, broken chan error) (gone bool, err error) {
	done := make(chan error, 1)
	go func() { done <- s.answer(f) }()
	watch := time.NewTicker(watchTime)
	defer watch.Stop()
	for {
		select {
		case err := <-done:
			return false, err
		case err := <-broken:
			broken <- err
			return true, nil
		case <-watch.C:
			if inUse() > s.limit {
				return true, s.write(frameMemory, nil)
			}
		}
	}
}

// inUse is the memory that the process holds, in bytes.
func inUse() int {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return int(samples[0].Value.Uint64() - samples[1].Value.Uint64())
}

func (s *server) write(k kind, payload []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return writeFrame(s.out, k, payload)
}

// answer works on one file and writes what it comes to. Its error is that of the pipe.
func (s *server) answer(f sent) error {
	var piped error
	var stepped time.Time // the first step tells that there are documents
	again := false        // the parent counts them
	step := func() {
		if piped == nil && (again || time.Since(stepped) > watchTime) {
			piped, stepped = s.write(frameStep, nil), time.Now()
		}
	}
	s.from = nil
	give := func(d *reader.Digest) error {
		if piped = s.tellFrom(d.Article.From); piped != nil {
			return piped
		}
		s.code.b = s.code.b[:0]
		s.code.digest(d)
		if len(s.code.b) > maxAnswer {
			return fmt.Errorf("what is in it does not fit into %d MiB", maxAnswer>>20)
		}
		piped = s.write(frameDigest, s.code.b)
		return piped
	}
	err := s.work(f, &again, step, give)
	var e encoder
	switch {
	case piped != nil:
		return piped
	case err == nil:
		e.count(inUse())
		return s.write(frameEnd, e.b)
	}
	e.count(s.known(err))
	e.count(inUse())
	e.text(string(reader.CleanLine(err.Error())))
	return s.write(frameError, e.b)
}

// tellFrom writes what the next articles are made from, if that is not what
// those before were. What does not fit is not kept.
func (s *server) tellFrom(d *reader.Document) error {
	if d == s.from {
		return nil
	}
	s.from = d
	var e encoder
	if d != nil && len(d.Data)+len(d.Name)+len(d.Charset) < maxAnswer-1024 {
		e.text(d.Name)
		e.text(d.Charset)
	} else {
		d = &reader.Document{}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return writeFrame(s.out, frameFrom, e.b, d.Data)
}

// known is the number of the first known error that err is, from 1.
func (s *server) known(err error) int {
	for i, k := range s.errors {
		if errors.Is(err, k) {
			return i + 1
		}
	}
	return 0
}

// work calls the makers. A mistake in them fails the one file that shows it.
func (s *server) work(f sent, again *bool, step func(), give func(*reader.Digest) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrMistake, r)
		}
	}()
	b := f.b
	if len(b) < 4 || int(binary.LittleEndian.Uint32(b)) > len(b)-4 {
		return errFrame
	}
	n := 4 + int(binary.LittleEndian.Uint32(b))
	src, err := decodeSource(b[4:n])
	if err != nil {
		return err
	}
	src.Data, *again = b[n:], src.Resume.Again
	if f.kind == frameLarge {
		if len(src.Data) != 8 {
			return errFrame
		}
		size := int64(binary.LittleEndian.Uint64(src.Data))
		src.Data, src.Large = nil, io.NewSectionReader(&distant{s: s, size: size}, 0, size)
	}
	return s.analyse(src, step, give)
}
