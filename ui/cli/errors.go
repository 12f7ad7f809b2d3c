package cli

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"offprint/reader"
	"offprint/ui/config"
)

// problem is an error in words for people: what happened and what to do.
type problem struct {
	msg  reader.Text
	hint reader.Text // may be empty; several lines are allowed
	code int
	err  error // the cause, if there is one
}

func (e *problem) Error() string { return string(e.msg) }
func (e *problem) Unwrap() error { return e.err }

// errReported ends a command that has already said what went wrong.
var errReported = errors.New("reported")

// usageNear is a mistake in the command line, with the nearest right word.
func usageNear(msg, given string, known []string) error {
	e := &problem{msg: reader.CleanLine(msg), code: exitUsage}
	if near := config.Nearest(given, known); near != "" {
		e.hint = reader.CleanLine("did you mean " + near + "?")
	}
	return e
}

// fileProblem says that something about a file went wrong.
func fileProblem(path string, err error, hint reader.Text) error {
	return &problem{msg: reader.CleanLine(path) + ": " + reader.CleanLine(reason(err)), hint: hint, code: exitFailed, err: err}
}

// writeProblem says that a file or a folder cannot be written.
func writeProblem(path string, err error, hint reader.Text) error {
	why := reason(err)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "there is no folder " + filepath.Dir(path)
	case errors.Is(err, fs.ErrPermission):
		why = "you may not write there"
	}
	return &problem{msg: reader.CleanLine(path) + ": " + reader.CleanLine(why), hint: hint, code: exitFailed, err: err}
}

// reason is why a call failed, without the path and the call, which are said anyway.
func reason(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "you may not read it"
	case errors.Is(err, fs.ErrExist):
		return "there is such a file already"
	case errors.Is(err, syscall.ENOTDIR):
		return "a file stands where a folder is needed"
	}
	return err.Error()
}

// writeError says that results could not be written.
func writeError(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return errReported // the reader of the pipe has seen enough
	}
	why := reason(err)
	if errors.Is(err, fs.ErrPermission) {
		why = "you may not write there"
	}
	return &problem{msg: "the output cannot be written: " + reader.CleanLine(why), code: exitFailed, err: err}
}

// report prints what an error says and returns the exit code.
func (p *program) report(err error) int {
	if err == nil {
		return p.end(exitOK)
	}
	if errors.Is(err, errReported) {
		return p.end(exitFailed)
	}
	e, ok := errors.AsType[*problem](err)
	if !ok {
		e = p.translate(err)
	}
	p.say(e.msg)
	if e.hint != "" {
		for _, line := range strings.Split(string(e.hint), "\n") {
			p.err.line("  " + reader.Clean(line))
		}
	}
	return p.end(e.code)
}

// say prints a message on standard error.
func (p *program) say(msg reader.Text) { p.err.line("offprint: " + msg) }

func (p *program) end(code int) int {
	if p.err.flush() != nil {
		return exitFailed
	}
	return code
}

// translate finds words for errors of the packages below.
func (p *program) translate(err error) *problem {
	if e, ok := errors.AsType[*config.Error](err); ok {
		return &problem{msg: reader.CleanLine(e.Error()), hint: e.Hint, code: exitUsage, err: err}
	}
	if e, ok := archiveProblem(err); ok {
		return e
	}
	if errors.Is(err, context.Canceled) {
		return &problem{msg: "stopped", code: exitFailed, err: err}
	}
	return &problem{msg: reader.CleanLine(err.Error()), code: exitFailed, err: err}
}
