package child

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"offprint/reader"
)

// process is one child as its parent sees it. It is for one goroutine at a
// time; only kill may be called from others.
type process struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	said    *beginning // what it wrote on standard error
	limits  Limits
	errors  []error

	files   int         // that it was given
	steps   int         // documents of the last, as answer counts them
	lost    bool        // it can not be used any more
	grown   bool        // it holds so much memory that another is better
	leaving *time.Timer // ends it when it stays idle
	ended   sync.Once
	late    atomic.Int64 // the limit of time for which it was killed
}

// errIdleDeath is that a child died before it read its file.
var errIdleDeath = errors.New("the process that reads files has died")

// startTime is how long a child may take until it says hello.
const startTime = 20 * time.Second

// start starts a child and waits for its hello.
func start(ctx context.Context, o *Options) (*process, error) {
	path, err := executable()
	if err != nil {
		return nil, err
	}
	c := &process{
		command: exec.Command(path), said: &beginning{most: 4096}, limits: o.Limits, errors: append(slices.Clone(o.Errors), ErrMistake),
	}
	c.command.Args = o.Args
	c.command.Env = append([]string{"GOTRACEBACK=none"}, needed(os.Environ())...)
	c.command.Env = append(c.command.Env, o.Env...)
	c.command.Dir = filepath.VolumeName(path) + string(filepath.Separator)
	c.command.Stderr = c.said
	apart(c.command)
	if c.in, err = c.command.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.out = bufio.NewReaderSize(out, 64<<10)
	if err := c.command.Start(); err != nil {
		return nil, err
	}
	if err := c.hello(ctx); err != nil {
		c.end()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, err
	}
	return c, nil
}

// needed returns the little of an environment that the system itself asks for.
func needed(env []string) []string {
	if runtime.GOOS != "windows" {
		return nil
	}
	var kept []string
	for _, pair := range env {
		if name, _, _ := strings.Cut(pair, "="); strings.EqualFold(name, "SYSTEMROOT") {
			kept = append(kept, pair)
		}
	}
	return kept
}

// executable is the file of this program: on Linux the very one that runs,
// even if another has taken its place.
func executable() (string, error) {
	const self = "/proc/self/exe"
	if runtime.GOOS == "linux" {
		if _, err := os.Stat(self); err == nil {
			return self, nil
		}
	}
	return os.Executable()
}

// hello agrees with the child on version and limits.
func (c *process) hello(ctx context.Context) error {
	var e encoder
	e.text(version())
	e.count(c.limits.Memory)
	defer c.guard(ctx)()
	timer := time.AfterFunc(startTime, c.kill)
	defer timer.Stop()
	if err := writeFrame(c.in, frameHello, e.b); err != nil {
		return c.silent()
	}
	k, b, err := readFrame(c.out, atOnce)
	switch {
	case err != nil:
		return c.silent()
	case k != frameHello || string(b) != version():
		return errors.New("the program was replaced while it runs; start it anew")
	}
	return nil
}

// silent says what a child that did not say hello said instead.
func (c *process) silent() error {
	c.end()
	if line, _, _ := strings.Cut(c.said.String(), "\n"); line != "" {
		return fmt.Errorf("it says %s", reader.CleanLine(line))
	}
	return fmt.Errorf("it ended at once (%v)", c.command.ProcessState)
}

// guard kills the child when ctx is done, until the returned function is called.
func (c *process) guard(ctx context.Context) func() bool { return context.AfterFunc(ctx, c.kill) }

func (c *process) kill() { _ = c.command.Process.Kill() }

// end ends the child and waits until it is gone. There is nothing that it would have to save.
func (c *process) end() {
	c.ended.Do(func() {
		c.lost = true
		_ = c.in.Close()
		c.kill()
		_ = c.command.Wait()
	})
}

// analyse gives the child a file and takes its answer; see [Pool.Each].
func (c *process) analyse(ctx context.Context, s reader.Source, give func(reader.Digest) error) error {
	if len(s.Data)+len(s.Name) > maxFile-1024 {
		return fmt.Errorf("larger than %d MiB", maxFile>>20)
	}
	c.files++
	w := c.watch(ctx)
	defer w.stop()
	e := encoder{b: make([]byte, 4, 64+len(s.Name))}
	e.source(&s)
	binary.LittleEndian.PutUint32(e.b, uint32(len(e.b)-4))
	kind, content := frameFile, s.Data
	if s.Large != nil {
		w.extend(time.Duration(s.Large.Size()>>20) * time.Second)
		kind, content = frameLarge, binary.LittleEndian.AppendUint64(nil, uint64(s.Large.Size()))
	}
	if err := writeFrame(c.in, kind, e.b, content); err != nil {
		c.end()
		return c.why(ctx, errIdleDeath)
	}
	a := answer{c: c, w: w, file: s.Large, give: give}
	err := a.read()
	c.steps = a.steps
	if err == nil || c.answered(err) {
		if a.unread != nil {
			return a.unread
		}
		return err
	}
	c.end()
	if refused, ok := errors.AsType[*refusal](err); ok {
		return refused.err
	}
	return c.why(ctx, err)
}

// refusal is an error of whoever takes the digests: the child is not at fault.
type refusal struct{ err error }

func (r *refusal) Error() string { return r.err.Error() }

// failure is an error that the child told.
type failure struct {
	text string
	is   error
}

func (f *failure) Error() string { return f.text }
func (f *failure) Unwrap() error { return f.is }

// answered reports whether an error is the child's answer: it goes on to the next file.
func (c *process) answered(err error) bool {
	_, ok := errors.AsType[*failure](err)
	return ok
}

// failure reads an error. Its number is that of one of the known errors, from 1.
func (c *process) failure(b []byte) error {
	d := decoder{s: string(b)}
	n, grown, text := d.count(), d.count(), d.line()
	if d.bad || n > len(c.errors) || len(text) > atOnce {
		return errFrame
	}
	c.grown = grown > c.limits.Memory/4
	f := &failure{text: string(text)}
	if n > 0 {
		f.is = c.errors[n-1]
	}
	return f
}

// why tells what ended a child that has ended.
func (c *process) why(ctx context.Context, err error) error {
	said := c.said.String()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case c.late.Load() > 0:
		return fmt.Errorf("%w: more than %v", ErrTime, time.Duration(c.late.Load()))
	case errors.Is(err, ErrMemory), starved(said):
		return fmt.Errorf("%w: more than %d MiB", ErrMemory, c.limits.Memory>>20)
	case strings.Contains(said, "stack exceeds"), strings.Contains(said, "stack overflow"):
		return ErrDepth
	case errors.Is(err, errFrame), errors.Is(err, errIdleDeath):
		return err
	}
	return fmt.Errorf("%w (%v)", ErrDied, c.command.ProcessState)
}

// starved reports whether a process died for want of memory, by what it said.
// Where it is the collector that gets none, it uses what it did not get.
func starved(said string) bool {
	return strings.Contains(said, "out of memory") || strings.Contains(said, "cannot allocate memory") ||
		strings.HasPrefix(said, "SIGSEGV") && strings.Contains(said, "goroutine 0 ")
}

// beginning keeps the beginning of what is written to it.
type beginning struct {
	most int
	mu   sync.Mutex
	b    []byte
}

func (w *beginning) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.b = append(w.b, p[:min(len(p), w.most-len(w.b))]...)
	return len(p), nil
}

func (w *beginning) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return string(w.b)
}
