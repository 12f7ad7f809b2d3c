package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"

	"offprint/reader"
)

// output is one of the two streams that the program writes to.
type output struct {
	to      io.Writer
	buf     *bufio.Writer
	program *program
	failed  error // the first error of writing; what follows is dropped
}

func newOutput(to io.Writer, p *program) output {
	return output{to: to, buf: bufio.NewWriterSize(to, 64<<10), program: p}
}

// file is what a stream is when it may be a terminal.
type file interface{ Fd() uintptr }

// terminal reports whether somebody reads the stream on a screen.
func (o *output) terminal() bool {
	f, ok := o.to.(file)
	return ok && term.IsTerminal(f.Fd())
}

// width returns the terminal's width in cells, or 0 if the stream is none.
func (o *output) width() int {
	f, ok := o.to.(file)
	if !ok {
		return 0
	}
	w, _, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return w
}

// text writes text that is safe.
func (o *output) text(parts ...reader.Text) {
	for _, t := range parts {
		o.raw(string(t))
	}
}

// line writes text and a newline.
func (o *output) line(parts ...reader.Text) {
	o.text(parts...)
	o.raw("\n")
}

// raw writes what the program itself made, such as colours and JSON.
func (o *output) raw(s string) {
	if o.failed == nil {
		_, o.failed = o.buf.WriteString(s)
	}
}

// json writes one object on one line. Characters that could act on a terminal
// are escaped, in file names too, so that the line is safe to look at.
func (o *output) json(v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	o.raw(escapeJSON(b.Bytes()))
	return nil
}

// escapeJSON escapes what encoding/json leaves: DEL, the C1 controls, and the
// characters that turn the direction of writing.
func escapeJSON(b []byte) string {
	special := func(r rune) bool {
		return r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}
	if bytes.IndexFunc(b, special) < 0 {
		return string(b)
	}
	out := make([]byte, 0, len(b)+len(b)/8)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if special(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	return string(out)
}

// flush sends what was written and returns the first error of the stream.
func (o *output) flush() error {
	if err := o.buf.Flush(); o.failed == nil {
		o.failed = err
	}
	return o.failed
}

// helpWriter is where cobra and fang write help. It is a terminal to them only
// when the user wants colours, and what it lets through is safe: cobra repeats
// arguments in it.
type helpWriter struct{ o *output }

// Fd returns the terminal's descriptor, or one that is no terminal.
func (w helpWriter) Fd() uintptr {
	if f, ok := w.o.to.(file); ok && w.o.program.wantsColor() && w.o.terminal() {
		return f.Fd()
	}
	return ^uintptr(0)
}

// Write passes on text with colours and links, and nothing else.
func (w helpWriter) Write(b []byte) (int, error) {
	s := onlyStyles(string(b))
	if w.Fd() == ^uintptr(0) { // blocks of colour, padded to their width
		s = trimLines(s)
	}
	w.o.raw(s)
	return len(b), w.o.failed
}

// Read is never called; a terminal must have it.
func (w helpWriter) Read([]byte) (int, error) { return 0, io.EOF }

// Close does nothing; a terminal must have it.
func (w helpWriter) Close() error { return nil }

// wantsColor reports whether neither the user nor the environment refused colours.
func (p *program) wantsColor() bool {
	if p.flags.color == "never" {
		return false
	}
	return p.forcesColor() || p.env["NO_COLOR"] == "" && p.env["TERM"] != "dumb"
}

// forcesColor reports whether the user asked for colours by name, which holds
// for files and pipes too.
func (p *program) forcesColor() bool {
	return p.flags.color != "" && p.flags.color != "auto" && p.flags.color != "never"
}
