package child

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"offprint/reader"
)

// The errors that the tests' children know.
var (
	errOdd  = errors.New("odd")
	errEven = errors.New("even")
	known   = []error{errOdd, errEven}
)

// TestMain lets the test's own program be the child; the argument says how it behaves.
func TestMain(m *testing.M) {
	if len(os.Args) != 2 || !strings.HasPrefix(os.Args[1], "child-") {
		os.Exit(m.Run())
	}
	switch how := strings.TrimPrefix(os.Args[1], "child-"); how {
	case "good":
		if err := Serve(os.Stdin, os.Stdout, known, obey); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "mute": // says nothing and goes, not even where coverage would be written to
		_ = os.Stderr.Close()
	case "failing":
		fmt.Fprintln(os.Stderr, "there is no library\x1b[31m")
		os.Exit(3)
	case "older":
		_ = writeFrame(os.Stdout, frameHello, []byte("offprint 0"))
		time.Sleep(time.Minute)
	default:
		lie(how)
	}
}

var sink [][]byte

// obey does what the file says; any other file is an article of its own words.
func obey(s reader.Source, step func(), give func(*reader.Digest) error) error {
	text := string(s.Data)
	if s.Large != nil { // its end, and then all of it
		end := make([]byte, 8)
		_, err := s.Large.ReadAt(end, s.Large.Size()-8)
		all, e := io.ReadAll(s.Large)
		if err = errors.Join(err, e); err != nil {
			return err
		}
		text = string(end) + string(all)
	}
	if parts := strings.Split(text, "|"); len(parts) > 1 {
		return several(s, parts, step, give)
	}
	switch text {
	case "hang":
		for { //nolint:staticcheck // that is the point
		}
	case "steps":
		for range 5 {
			time.Sleep(150 * time.Millisecond)
			step()
		}
	case "endless steps":
		for {
			time.Sleep(60 * time.Millisecond)
			step()
		}
	case "eat":
		for {
			b := make([]byte, 1<<20)
			for i := 0; i < len(b); i += 512 {
				b[i] = 1
			}
			sink = append(sink, b)
		}
	case "eat at once":
		sink = append(sink, make([]byte, 1<<30))
	case "deep":
		return deep(0)
	case "panic":
		panic("a mistake\x1b[2J")
	case "die":
		os.Exit(4)
	case "odd":
		return fmt.Errorf("too %w", errOdd)
	case "open":
		_, err := os.Open(os.Args[0])
		return err
	case "environment":
		text = strings.Join(os.Environ(), " ")
	}
	return give(&reader.Digest{Article: reader.Article{Title: reader.CleanLine(s.Name), Markdown: reader.Clean(text)}, Words: 1})
}

// several obeys a file of several documents.
func several(s reader.Source, parts []string, step func(), give func(*reader.Digest) error) error {
	given := 0
	var from *reader.Document
	for i, text := range parts {
		step()
		out := slices.ContainsFunc(s.Resume.Without, func(l reader.LeftOut) bool { return l.Document == i+1 })
		switch {
		case out:
			text = "left out"
		case text == "panic":
			panic("a mistake")
		case text == "die":
			os.Exit(4)
		case text == "hang":
			for { //nolint:staticcheck // that is the point
			}
		}
		if given++; given <= s.Resume.Given {
			continue
		}
		if text == "from" { // and all after it
			from = &reader.Document{Name: "n\x1b", Charset: "koi8-r", Data: []byte{0xff, byte(i)}}
		}
		if err := give(&reader.Digest{Article: reader.Article{Markdown: reader.Clean(text), From: from}, Words: 1}); err != nil {
			return err
		}
	}
	return nil
}

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

func deep(n int) error {
	var room [512]byte
	if n < 0 {
		return nil
	}
	err := deep(n + 1)
	room[n%len(room)] = 1
	_ = room
	return err
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
	p := pool(t, "good", func(o *Options) { o.Limits.Time = 500 * time.Millisecond })
	if d, err := p.Analyse(t.Context(), file("steps")); err != nil || len(d) != 1 {
		t.Errorf("five documents of 150 ms: %v", err)
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
