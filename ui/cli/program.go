package cli

import (
	"context"
	"io"
	"os"
	"runtime"
	"strings"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"offprint/store/fetch"
	"offprint/store/intake/child"
	"offprint/ui/config"
)

// program is one run of the command line.
type program struct {
	stdin  io.Reader
	out    output // results
	err    output // everything else
	env    environment
	flags  flags
	online fetch.Options
	adding adding
	config *config.Config // read when first asked for
	failed error          // what the command came to
	hands  hands          // on the keys of the reader

	children *child.Pool // parse files
}

// flags are those that every command has.
type flags struct {
	archive string
	color   string
	theme   string
	config  string
}

// environment is the environment by name.
type environment map[string]string

func newProgram(stdin io.Reader, stdout, stderr io.Writer, env []string) *program {
	p := &program{children: makers(), stdin: stdin, env: make(environment, len(env))}
	for _, pair := range env {
		k, v, _ := strings.Cut(pair, "=")
		if runtime.GOOS == "windows" { // where case does not matter
			k = strings.ToUpper(k)
		}
		p.env[k] = v
	}
	p.out, p.err = newOutput(stdout, p), newOutput(stderr, p)
	return p
}

// run parses the arguments, runs the command they name and returns the exit code.
func (p *program) run(ctx context.Context, args []string) int {
	if isChild(args) {
		return p.serve()
	}
	defer p.children.Close()
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.stdin)
	root.SetOut(helpWriter{&p.out})
	root.SetErr(helpWriter{&p.err})
	silent := func(io.Writer, fang.Styles, error) {}
	err := fang.Execute(ctx, root,
		fang.WithoutManpage(), // ours is not hidden and writes where it is told
		fang.WithVersion(version()),
		fang.WithErrorHandler(silent))
	if err != nil { // the command line could not be read
		err = usage(err)
	} else {
		err = p.failed
	}
	if flushed := p.out.flush(); err == nil && flushed != nil {
		err = writeError(flushed)
	}
	return p.report(err)
}

// do makes a cobra function of a command. The command's error is kept aside:
// what cobra is told about counts as a mistake in the command line.
func (p *program) do(run func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		if err := p.checkFlags(); err != nil {
			p.failed = err
			return nil
		}
		p.failed = run(c.Context(), args)
		return nil
	}
}

// settings returns the settings in force: the file's, changed by the
// environment, changed by the flags.
func (p *program) settings() (config.Config, error) {
	if p.config != nil {
		return *p.config, nil
	}
	c, err := p.loadConfig()
	if err != nil {
		return c, err
	}
	if p.flags.theme != "" {
		c.Theme = p.flags.theme
	}
	if p.env["NO_COLOR"] != "" {
		c.Color = "never"
	}
	if p.flags.color != "" {
		c.Color = p.flags.color
	}
	p.config = &c
	return c, nil
}

// home returns the user's home folder, "" if there is none.
func (e environment) home() string {
	if h := e["HOME"]; h != "" {
		return h
	}
	h, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return h
}
