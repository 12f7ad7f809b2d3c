package cli

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"unicode"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store/intake"
)

// extractCommand is `offprint extract`.
func (p *program) extractCommand() *cobra.Command {
	var form string
	var asJSON bool
	c := &cobra.Command{
		Use:   "extract [--format text|markdown|html] [--json] file...",
		Short: "Print what is found in files, without adding them",
		Long: `Print title, date, quotes and names found in files. Nothing is stored.

With --json each article is one object on one line, in the order of the
files. Its "text" is the running text, paragraphs apart by a blank line;
all spans are [start, end) in Unicode code points of it. A file that cannot
be read is an object with "file" and "error".`,
		GroupID: groupFind,
		Args:    atLeastOne("what to read"),
		RunE: p.do(func(ctx context.Context, files []string) error {
			format, err := parseFormat(form)
			if err != nil {
				return err
			}
			return p.extract(ctx, files, format, asJSON)
		}),
	}
	c.Flags().StringVar(&form, "format", "", "what the files are: text, markdown or html (found out if not given)")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	complete(c, "format", formatNames)
	return c
}

// formatNames are the values of --format.
var formatNames = []string{"text", "markdown", "html"}

func parseFormat(name string) (reader.Format, error) {
	for _, f := range []reader.Format{reader.FormatText, reader.FormatMarkdown, reader.FormatHTML} {
		if f.String() == name {
			return f, nil
		}
	}
	if name == "" {
		return reader.FormatUnknown, nil
	}
	return 0, usageNear(fmt.Sprintf("--format %q is none of %s", name, strings.Join(formatNames, ", ")), name, formatNames)
}

// extracted is what became of one file.
type extracted struct {
	digests []reader.Digest
	err     error
}

// extract analyses files, several at once, and prints them in order.
func (p *program) extract(ctx context.Context, files []string, format reader.Format, asJSON bool) error {
	failed := false
	err := inOrder(ctx, len(files), func(i int) extracted {
		return p.analyseFile(ctx, files[i], format)
	}, func(i int, e extracted) error {
		if e.err != nil {
			failed = true
			p.say(reader.CleanLine(files[i]) + ": " + intake.Why(e.err))
			if asJSON {
				return p.out.json(struct {
					File  string      `json:"file"`
					Error reader.Text `json:"error"`
				}{files[i], intake.Why(e.err)})
			}
		}
		for _, d := range e.digests {
			if !asJSON {
				p.printFindings(files[i], d)
			} else if err := p.out.json(findingsOf(files[i], d)); err != nil {
				return err
			}
		}
		return p.out.failed
	})
	switch {
	case err != nil:
		return err
	case failed:
		return errReported
	}
	return nil
}

// analyseFile reads one file, or standard input for "-", and finds what is in it.
func (p *program) analyseFile(ctx context.Context, path string, format reader.Format) extracted {
	s, err := p.source(path)
	if err != nil {
		return extracted{err: err}
	}
	s.Format = format
	digests, err := p.analyse(ctx, s)
	return extracted{digests, err}
}

// source reads one file, or standard input for "-".
func (p *program) source(path string) (reader.Source, error) {
	if path == "-" {
		return intake.ReadStream(p.stdin)
	}
	return intake.ReadFile(path)
}

// slot is the place of one result.
type slot[T any] struct {
	i      int
	result chan T
}

// handOut makes the slots 0 to n-1 and hands each to the one who waits for it
// and to the one who fills it. It closes both channels, early if ctx is done.
func handOut[T any](ctx context.Context, n int, slots, work chan<- slot[T]) {
	defer close(slots)
	defer close(work)
	for i := range n {
		s := slot[T]{i, make(chan T, 1)}
		select {
		case slots <- s:
		case <-ctx.Done():
			return
		}
		work <- s
	}
}

// inOrder calls produce for 0 to n-1 in several goroutines and use for the
// results, in order and in the caller's. It ends early with the first error of
// use, or when ctx is done.
func inOrder[T any](ctx context.Context, n int, produce func(int) T, use func(int, T) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := min(n, runtime.GOMAXPROCS(0))
	slots := make(chan slot[T], 2*workers) // in order, and no more than this ahead
	work := make(chan slot[T])
	var running sync.WaitGroup
	defer running.Wait()
	running.Go(func() { handOut(ctx, n, slots, work) })
	for range workers {
		running.Go(func() {
			for s := range work {
				s.result <- produce(s.i)
			}
		})
	}
	for s := range slots {
		if err := use(s.i, <-s.result); err != nil {
			stop()
			for range slots { // let the others end
			}
			return err
		}
	}
	return ctx.Err()
}

// printFindings prints a report for people.
func (p *program) printFindings(file string, d reader.Digest) {
	f := findingsOf(file, d)
	text := []rune(f.Text)
	p.out.line(f.Title)
	p.out.line(reader.CleanLine(joined(" · ", string(f.Byline), f.Published, string(f.Outlet), f.Language,
		count(f.Words, "word"), string(f.URL))))
	p.out.line("from " + reader.CleanLine(file))
	p.out.raw(fmt.Sprintf("\n%s\n", count(len(f.Quotes), "quote")))
	for i, q := range f.Quotes {
		parts := make([]string, len(q.Content))
		for j, s := range q.Content {
			parts[j] = string(text[s[0]:s[1]])
		}
		p.out.raw(fmt.Sprintf("%3d. ", i+1))
		speaker := q.Speaker
		if q.Confidence < reader.SureEnough {
			speaker = ""
		}
		p.out.line(reader.CleanLine(fmt.Sprintf("%s: %s (%s, %.2f)", speakerName(speaker), strings.Join(parts, " … "), q.Kind, q.Confidence)))
	}
	p.out.raw(fmt.Sprintf("\n%s\n", count(len(f.Entities), "name")))
	for _, e := range f.Entities {
		p.out.raw(fmt.Sprintf("%3d  %s (%s)\n", len(e.Mentions)+len(e.Roles), e.Name, e.Type))
	}
	if len(f.Repairs) > 0 {
		p.out.raw(fmt.Sprintf("\n%s\n", count(len(f.Repairs), "repair")))
		for _, r := range f.Repairs {
			p.out.line("     " + reader.CleanLine(string(r.Kind)+": "+string(r.Text)))
		}
	}
	p.out.raw("\n")
}

func speakerName(name reader.Text) reader.Text {
	if name == "" {
		return "(unattributed)"
	}
	return name
}

// joined joins what is not empty.
func joined(sep string, parts ...string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}

// count returns "1 word", "1,204 words".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(n) + " " + plural(noun)
}

// plural is the plural of the few nouns that are counted here.
func plural(noun string) string {
	if strings.HasSuffix(noun, "y") {
		return strings.TrimSuffix(noun, "y") + "ies"
	}
	return noun + "s"
}

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && unicode.IsDigit(rune(s[i-1])); i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
