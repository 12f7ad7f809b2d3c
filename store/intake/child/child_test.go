package child

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"offprint/reader"
)

// TestFrom: what articles are made from comes with them, once where they share it.
func TestFrom(t *testing.T) {
	t.Parallel()
	d, err := pool(t, "good", nil).Analyse(t.Context(), file("a|from|b|from|c"))
	if err != nil || len(d) != 5 {
		t.Fatal(len(d), err)
	}
	from := func(i int) *reader.Document { return d[i].Article.From }
	if from(0) != nil || from(1) == nil || from(1) != from(2) || from(3) == from(2) || from(3) != from(4) {
		t.Errorf("made from %v, %v, %v, %v, %v", from(0), from(1), from(2), from(3), from(4))
	}
	if got := *from(1); got.Name != "n\x1b" || got.Charset != "koi8-r" || string(got.Data) != "\xff\x01" {
		t.Errorf("made from %+v", got)
	}
}

// TestResume: a document that ends its child costs the file that document alone,
// and no article comes twice.
func TestResume(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", func(o *Options) { o.Limits = Limits{Time: 700 * time.Millisecond, Whole: time.Minute} })
	for text, want := range map[string]string{
		"a|die|b|c": "a|left out|b|c", "panic|a|b": "left out|a|b", "a|b|hang|c|die": "a|b|left out|c|left out",
	} {
		d, err := p.Analyse(t.Context(), file(text))
		var got []string
		for i := range d {
			got = append(got, string(d[i].Article.Markdown))
		}
		if err != nil || strings.Join(got, "|") != want {
			t.Errorf("%s: got %q, %v", text, got, err)
		}
	}
	if _, err := p.Analyse(t.Context(), file(strings.Repeat("panic|", maxLeftOut+1)+"a")); !errors.Is(err, ErrMistake) {
		t.Errorf("a file of nothing else: %v", err)
	}
	next(t, p)
}

// pool returns a pool of children that behave as told.
func pool(t *testing.T, how string, change func(*Options)) *Pool {
	t.Helper()
	o := Options{Args: []string{"offprint", "child-" + how}, Errors: known, Children: 1}
	if change != nil {
		change(&o)
	}
	p := NewPool(o)
	t.Cleanup(p.Close)
	return p
}

func file(text string) reader.Source { return reader.Source{Name: "a file", Data: []byte(text)} }

// next checks that a pool still works.
func next(t *testing.T, p *Pool) {
	t.Helper()
	d, err := p.Analyse(t.Context(), file("next"))
	if err != nil || len(d) != 1 || d[0].Article.Markdown != "next" || d[0].Article.Title != "a file" {
		t.Errorf("the next file: %v, %v", d, err)
	}
}

func TestAnalyse(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", func(o *Options) { o.Children = 2 })
	var running sync.WaitGroup
	for i := range 40 {
		running.Go(func() {
			want := strings.Repeat(fmt.Sprint(i), 1+i*i*i*10)
			d, err := p.Analyse(t.Context(), file(want))
			if err != nil || len(d) != 1 || string(d[0].Article.Markdown) != want {
				t.Errorf("file %d: %d digests, %v", i, len(d), err)
			}
		})
	}
	running.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle); n == 0 || n > 2 {
		t.Errorf("%d children are idle, want 1 or 2", n)
	}
}

// TestFilesThatEndChildren: each fails alone, with its reason, and soon.
func TestFilesThatEndChildren(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, reason string
		is           error
	}{
		{"hang", "its parsing took too long: more than 700ms", ErrTime},
		{"endless steps", "its parsing took too long: more than 4s", ErrTime},
		{"eat", "its parsing needs too much memory: more than 128 MiB", ErrMemory},
		{"eat at once", "its parsing needs too much memory: more than 128 MiB", ErrMemory},
		{"deep", "it is nested too deeply", ErrDepth},
		{"die", "its parsing ended unexpectedly (exit status 4)", ErrDied},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			if raced && (errors.Is(c.is, ErrMemory) || errors.Is(c.is, ErrDepth)) {
				t.Skip("the race detector ends such a process in its own way")
			}
			p := pool(t, "good", func(o *Options) {
				o.Limits = Limits{Time: 30 * time.Second, Memory: 128 << 20}
				if errors.Is(c.is, ErrDepth) { // a stack is copied when it grows: the limit of memory must not come first
					o.Limits.Memory = 512 << 20
				}
				if errors.Is(c.is, ErrTime) {
					o.Limits.Time, o.Limits.Whole = 700*time.Millisecond, 4*time.Second
				}
			})
			next(t, p)
			_, err := p.Analyse(t.Context(), file(c.text))
			if !errors.Is(err, c.is) || err.Error() != c.reason {
				t.Errorf("got %q, want %q", err, c.reason)
			}
			next(t, p)
		})
	}
}

// TestErrors: what fails without ending the child keeps its words and identity.
func TestErrors(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", nil)
	_, err := p.Analyse(t.Context(), file("odd"))
	if !errors.Is(err, errOdd) || errors.Is(err, errEven) || err.Error() != "too odd" {
		t.Errorf("got %v, want an odd one", err)
	}
	_, err = p.Analyse(t.Context(), file("panic"))
	if err == nil || !strings.HasSuffix(err.Error(), "its own mistake: a mistake␛[2J") {
		t.Errorf("a panic gave %v", err)
	}
	next(t, p)
	p.mu.Lock()
	if len(p.idle) != 1 || p.idle[0].files != 3 {
		t.Error("another child was started, want one for all")
	}
	p.mu.Unlock()
	p.Close()
	if _, err := p.Analyse(t.Context(), file("a")); err == nil {
		t.Error("a closed pool analysed a file")
	}
}

// TestSteps: the limit of time is that of one document.
func TestSteps(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", func(o *Options) { o.Limits.Time = time.Second })
	if d, err := p.Analyse(t.Context(), file("steps")); err != nil || len(d) != 1 {
		t.Errorf("six documents of 200 ms: %v", err)
	}
}

// TestLies: a child that was taken over harms its file alone.
func TestLies(t *testing.T) {
	t.Parallel()
	for _, how := range []string{"long", "short", "unclean", "outside", "asking", "unasked"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			p := pool(t, how, func(o *Options) { o.Limits.Time = time.Second })
			if d, err := p.Analyse(t.Context(), file("a")); err == nil || errors.Is(err, ErrStart) || d != nil {
				t.Errorf("got %v, %v, want an error of the file", d, err)
			}
		})
	}
}

func TestCannotStart(t *testing.T) {
	t.Parallel()
	for how, want := range map[string]string{
		"mute":    "it ended at once (exit status 0)",
		"failing": "it says there is no library␛[31m",
		"older":   "the program was replaced while it runs; start it anew",
	} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			_, err := pool(t, how, nil).Analyse(t.Context(), file("a"))
			if !errors.Is(err, ErrStart) || err.Error() != ErrStart.Error()+": "+want {
				t.Errorf("got %q, want %q", err, want)
			}
		})
	}
}

func TestCancel(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", nil)
	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, stop)
	began := time.Now()
	if _, err := p.Analyse(ctx, file("hang")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want it cancelled", err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	next(t, p)
}

// TestDiedIdle: a child that was killed meanwhile costs no file.
func TestDiedIdle(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", nil)
	next(t, p)
	p.mu.Lock()
	p.idle[0].kill()
	_, _ = p.idle[0].command.Process.Wait()
	p.mu.Unlock()
	next(t, p)
}

// TestEndsWithParent: a child at work ends when nobody is there for its answer.
func TestEndsWithParent(t *testing.T) {
	t.Parallel()
	o := NewPool(Options{Args: []string{"offprint", "child-good"}, Errors: known}).options
	c, err := start(t.Context(), &o)
	if err != nil {
		t.Fatal(err)
	}
	defer c.end()
	var e encoder
	e.source(&reader.Source{})
	if err := writeFrame(c.in, frameFile, []byte{byte(len(e.b)), 0, 0, 0}, e.b, []byte("hang")); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond)
	_ = c.in.Close() // as the system does when the parent is killed
	ended := make(chan error, 1)
	go func() { _, err := c.command.Process.Wait(); ended <- err }()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("the child is still there")
	}
}

// TestAlone: a child has no environment, and opens nothing.
func TestAlone(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", nil)
	d, err := p.Analyse(t.Context(), file("environment"))
	if err != nil || runtime.GOOS != "windows" && d[0].Article.Markdown != "GOTRACEBACK=none" {
		t.Errorf("its environment: %v, %v", d, err)
	}
	if runtime.GOOS != "windows" {
		if _, err := p.Analyse(t.Context(), file("open")); err == nil || !strings.Contains(err.Error(), "too many open files") {
			t.Errorf("it opened a file: %v", err)
		}
	}
}

func TestIdle(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", nil)
	next(t, p)
	c := p.idle[0]
	p.drop(c)
	if len(p.idle) != 0 || !c.lost {
		t.Error("an idle child was kept")
	}
	next(t, p)
}

// TestLarge: a child reads a large file in parts, wherever it likes; what
// cannot be read fails the file alone.
func TestLarge(t *testing.T) {
	t.Parallel()
	p := pool(t, "good", nil)
	text := strings.Repeat("The ferry sails. ", 3<<20/17) + "The end."
	large := func(size int) reader.Source {
		return reader.Source{Name: "a file", Large: io.NewSectionReader(strings.NewReader(text), 0, int64(size))}
	}
	for range 2 {
		d, err := p.Analyse(t.Context(), large(len(text)))
		if err != nil || len(d) != 1 || string(d[0].Article.Markdown) != text[len(text)-8:]+text {
			t.Fatalf("%d digests, %v", len(d), err)
		}
	}
	if _, err := p.Analyse(t.Context(), large(len(text)+1)); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a file that is shorter than it was: %v", err)
	}
	next(t, p)
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.idle) != 1 || p.idle[0].files != 4 {
		t.Error("another child was started, want one for all")
	}
}
