package cli

import (
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"offprint/store/query"
)

// commandLine finds the calls of the program in a text: those after the begin
// of a line or a pipe, and those in a code span, up to a pipe or a remark.
var commandLine = regexp.MustCompile("(?m)(?:^|[|] |`)offprint((?: +(?:\"[^\"]*\"|'[^']*'|[^\\s`#|]+))*)")

// argument is a word of a call, which quotation marks may hold together.
var argument = regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`)

// callsIn returns the arguments of every call of the program in a text.
func callsIn(text string) [][]string {
	var out [][]string
	text = regexp.MustCompile("(?m)^```.*$").ReplaceAllString(text, "")
	spans := regexp.MustCompile("`[^`]+`") // they go on over the ends of lines
	text = spans.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, "\n", " ") })
	for _, call := range commandLine.FindAllStringSubmatch(text, -1) {
		args := argument.FindAllString(call[1], -1)
		for i, a := range args {
			if q := a[0]; (q == '\'' || q == '"') && len(a) > 1 {
				args[i] = a[1 : len(a)-1]
			}
		}
		out = append(out, args)
	}
	return out
}

// understood returns why a call would be refused before it does anything.
func understood(args []string) error {
	p := newProgram(strings.NewReader(""), io.Discard, io.Discard, nil)
	defer p.children.Close()
	root := p.root()
	root.InitDefaultCompletionCmd()
	root.InitDefaultVersionFlag()
	c, rest, err := root.Find(args)
	if err != nil {
		return err
	}
	c.InitDefaultHelpFlag()
	if err := c.ParseFlags(rest); err == pflag.ErrHelp {
		return nil
	} else if err != nil {
		return err
	}
	rest = c.Flags().Args()
	if c == root {
		return mistyped(c, rest)
	}
	if help := c.Flags().Lookup("help"); help != nil && help.Changed {
		return nil
	}
	return c.ValidateArgs(rest)
}

// TestReadme: every call that the README names, and every form of a query.
func TestReadme(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	calls := callsIn(text)
	if len(calls) < 25 {
		t.Errorf("%d calls were found, want those of the README: %q", len(calls), calls)
	}
	for _, args := range calls {
		if err := understood(args); err != nil {
			t.Errorf("offprint %s: %v", strings.Join(args, " "), err)
		}
	}
	_, asking, _ := strings.Cut(text, "| Written | Finds |")
	asking, _, _ = strings.Cut(asking, "\n\n")
	forms := 0
	for row := range strings.Lines(asking) {
		written, _, _ := strings.Cut(strings.TrimPrefix(row, "| "), " | ")
		for _, span := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(written, -1) {
			forms++
			if _, err := query.Parse(span[1]); err != nil {
				t.Errorf("the query %s: %v", span[1], err)
			}
		}
	}
	if forms < 20 {
		t.Errorf("%d queries were found, want those of the README", forms)
	}
}

// TestExamples: every call that the help of a command gives as an example.
func TestExamples(t *testing.T) {
	t.Parallel()
	p := newProgram(strings.NewReader(""), io.Discard, io.Discard, nil)
	defer p.children.Close()
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		calls := callsIn(c.Example)
		if c.Example != "" && len(calls) == 0 {
			t.Errorf("%s: no call in its example %q", c.Name(), c.Example)
		}
		for _, args := range calls {
			if err := understood(args); err != nil {
				t.Errorf("the help of %s: offprint %s: %v", c.Name(), strings.Join(args, " "), err)
			}
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(p.root())
}

// TestReadmeSaysNo: what is wrong is found.
func TestReadmeSaysNo(t *testing.T) {
	t.Parallel()
	for _, args := range callsIn("`offprint lst`, `offprint list --nothing`\n    x | offprint show\n`offprint check\n--salvag FILE`") {
		if understood(args) == nil {
			t.Errorf("offprint %s is understood", strings.Join(args, " "))
		}
	}
	if n := len(callsIn("the offprint list\n`offprint list` # offprint show")); n != 1 {
		t.Errorf("got %d calls, want 1", n)
	}
}
