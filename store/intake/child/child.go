// Package child has files parsed by other processes: children of this program
// that are the same executable, started with a command that only it uses.
// What a stranger's file may do to a parser that no Go program can recover
// from (no memory left, a stack without end, a loop without end) then ends a
// child, and that file alone fails, with the reason.
//
// A [Pool] is the parent's side. It starts children when there is work, up to
// as many as there are processors, keeps them for the next file, and ends
// those that had nothing to do for a while. [Serve] is the child's side: what
// the hidden command runs. The two speak over the child's standard input and
// output, in frames of a byte for the kind, four for the length, and as many
// as that says:
//
//	parent  hello(version, limits)  file                   large      part ...
//	child   hello(version)               step digest ... end      ask          digest ... end
//
// The version is that of the build. So an executable that was replaced while
// the program ran is noticed, and nothing has to be understood but what the
// same source wrote.
//
// A file that is larger than what fits into a child is not sent: the child asks
// for the parts of it that it needs, goes through it document after document,
// and never has more than the limit of memory allows.
//
// A child is not trusted: see decode.go. It gets no environment, opens no file
// after the hello (on Unix it can not: see limitSelf), ends when its standard
// input does, and is not in the terminal's process group, so that Ctrl-C is
// for the parent to act on.
//
// The limits are those of a file, or of each document in a file that holds
// others: a folder of a thousand pages that somebody packed takes a thousand
// times as long as one page. Such a file as a whole has a limit, too. A
// document that ends its child is left out, and the rest of its file is read by
// another: see Pool.resume.
package child

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"offprint/reader"
)

// Limits are what parsing may take.
type Limits struct {
	// Time is for one file, or for one document of a file that holds others.
	// Where that is known (on Linux) it is processor time, so that a busy
	// machine fails no file; three times as much may pass.
	Time time.Duration
	// Whole is for a file with all that it holds; a large one has a second more
	// for each MiB.
	Whole time.Duration
	// Memory is what a child may use for one file, in bytes. On Linux the
	// system keeps it; elsewhere the child watches itself, so that a sudden
	// burst may pass it for a twentieth of a second.
	Memory int
}

// DefaultLimits are the limits of zero fields.
var DefaultLimits = Limits{Time: 10 * time.Second, Whole: 10 * time.Minute, Memory: 512 << 20}

// Options say how children are started and what they are held to.
type Options struct {
	// Args are the arguments by which the executable knows that it is a
	// child; the first is the name that it is called by. Required.
	Args []string
	// Env is the environment of the children; the program gives them none.
	Env []string
	// Errors are errors that keep their identity (for errors.Is) on the way
	// to the parent. The child is given the same, in the same order.
	Errors []error
	// Children is how many there are at most; 0 is one for each processor.
	Children int
	// Limits holds the limits that differ from DefaultLimits.
	Limits Limits
}

// The errors of a pool, beside those of the makers.
var (
	// ErrStart is that no child can be started; no other file will fare better.
	ErrStart = errors.New("cannot start the process that reads files")
	// ErrTime, ErrMemory, ErrDepth and ErrDied are why a child was lost. They
	// concern the one file that it was given.
	ErrTime   = errors.New("its parsing took too long")
	ErrMemory = errors.New("its parsing needs too much memory")
	ErrDepth  = errors.New("it is nested too deeply")
	ErrDied   = errors.New("its parsing ended unexpectedly")
	// ErrMistake is a mistake of the makers that they survived.
	ErrMistake = errors.New("the program stumbled over it, which is its own mistake")

	errClosed = errors.New("the reading of files has ended")
)

// idleTime is how long a child without work is kept.
const idleTime = 5 * time.Second

// Pool parses files in children. It may be used from several goroutines.
type Pool struct {
	options Options
	slots   chan struct{} // one for each child that works

	mu     sync.Mutex
	idle   []*process // the one used last is at the end
	closed bool
}

// NewPool returns a pool without children: the first file starts one.
func NewPool(o Options) *Pool {
	if o.Children <= 0 {
		o.Children = runtime.GOMAXPROCS(0)
	}
	if o.Limits.Time <= 0 {
		o.Limits.Time = DefaultLimits.Time
	}
	if o.Limits.Whole <= 0 {
		o.Limits.Whole = DefaultLimits.Whole
	}
	if o.Limits.Memory <= 0 {
		o.Limits.Memory = DefaultLimits.Memory
	}
	return &Pool{options: o, slots: make(chan struct{}, o.Children)}
}

// Size is how many files are parsed at once.
func (p *Pool) Size() int { return cap(p.slots) }

// Close ends the children. Call it when no file is being analysed; what is
// analysed later fails.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = nil, true
	p.mu.Unlock()
	for _, c := range idle {
		c.end()
	}
}

// Analyse has a child make the digests of one file, and returns all of them.
func (p *Pool) Analyse(ctx context.Context, s reader.Source) ([]reader.Digest, error) {
	var digests []reader.Digest
	err := p.Each(ctx, s, func(d reader.Digest) error {
		digests = append(digests, d)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return digests, nil
}

// Each has a child make the digests of one file. It calls give with one after
// the other, as they are made; an
// error of give ends the work and is returned. The child waits while give
// does, which is no time of its own. Each waits until a child is free.
// Cancelling ctx ends the child that works on the file.
func (p *Pool) Each(ctx context.Context, s reader.Source, give func(reader.Digest) error) error {
	select {
	case p.slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-p.slots }()
	given := 0
	counted := func(d reader.Digest) error {
		given++
		return give(d)
	}
	for {
		c, err := p.take(ctx)
		if err != nil {
			return err
		}
		used := c.files > 0
		err = c.analyse(ctx, s, counted)
		p.put(c)
		switch {
		case used && given == 0 && (errors.Is(err, errIdleDeath) || errors.Is(err, ErrMemory) && c.steps == 0):
			// what earlier files left behind may be at fault: once more, with a new child
		case !fatal(err) || !p.resume(c, &s.Resume, err):
			return err
		}
		s.Resume.Given = given
	}
}

// maxLeftOut is how many documents of one file are left out because they end a child.
const maxLeftOut = 20

// fatal reports whether it was one document that ended the reading of a file.
func fatal(err error) bool {
	for _, e := range []error{ErrTime, ErrMemory, ErrDepth, ErrDied, ErrMistake} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// resume has a file that holds others read again without the document that
// ended the child. Which it was is known the second time only, when the child
// tells of each. It reports whether that makes sense.
func (p *Pool) resume(c *process, r *reader.Resume, err error) bool {
	switch whole := time.Duration(c.late.Load()) >= p.options.Limits.Whole; {
	case c.steps == 0 || whole || len(r.Without) >= maxLeftOut:
		return false
	case !r.Again:
		r.Again = true
		return true
	}
	if n := len(r.Without); n > 0 && r.Without[n-1].Document >= c.steps {
		return false // it is not that document
	}
	r.Without = append(r.Without, reader.LeftOut{Document: c.steps, Why: reader.CleanLine(err.Error())})
	return true
}

// take returns a child that has nothing to do.
func (p *Pool) take(ctx context.Context) (*process, error) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil, errClosed
	}
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		c.leaving.Stop()
		p.mu.Unlock()
		return c, nil
	}
	p.mu.Unlock()
	c, err := start(ctx, &p.options)
	if err != nil && ctx.Err() == nil {
		err = fmt.Errorf("%w: %w", ErrStart, err)
	}
	return c, err
}

// put keeps a child for the next file, unless it is lost or has grown.
func (p *Pool) put(c *process) {
	p.mu.Lock()
	if p.closed || c.lost || c.grown {
		p.mu.Unlock()
		c.end()
		return
	}
	c.leaving = time.AfterFunc(idleTime, func() { p.drop(c) })
	p.idle = append(p.idle, c)
	p.mu.Unlock()
}

// drop ends a child that is still idle.
func (p *Pool) drop(c *process) {
	p.mu.Lock()
	for i, other := range p.idle {
		if other == c {
			p.idle = append(p.idle[:i], p.idle[i+1:]...)
			p.mu.Unlock()
			c.end()
			return
		}
	}
	p.mu.Unlock()
}
