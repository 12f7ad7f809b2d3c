// Package message reads messages in the form of e-mail, which saved pages
// (MHTML) and the records of web archives have too. It is lenient: a header
// line that makes no sense is passed over, a part without its end goes to the
// end of the data, text that is encoded badly is decoded as far as it goes.
// Nothing is copied until a part is decoded.
//
// Begin with [Read], then [Part.Leaves].
package message

import (
	"bytes"
	"mime"
	"strings"
)

// The limits of a message.
const (
	maxHeader = 256 << 10 // bytes of one header; more is text
	maxFields = 1000
	maxDepth  = 8 // parts within parts
	maxParts  = 5000
)

// Part is a message or one part of it.
type Part struct {
	fields []field
	Body   []byte            // as it was sent: see Decoded
	Type   string            // its media type in lower case, such as "text/html"; empty if it names none
	Params map[string]string // of the media type: charset, boundary
}

type field struct{ name, value string }

// Read reads a message: its header, up to the first empty line, and the body.
func Read(data []byte) *Part {
	p := &Part{}
	rest := data
	for len(rest) > 0 && len(data)-len(rest) < maxHeader {
		var line []byte
		line, rest = cutLine(rest)
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if n := len(p.fields); n > 0 {
				p.fields[n-1].value += " " + strings.TrimSpace(string(line))
			}
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if ok && fieldName(name) && len(p.fields) < maxFields {
			p.fields = append(p.fields, field{strings.ToLower(string(bytes.TrimSpace(name))), strings.TrimSpace(string(value))})
		}
	}
	p.Body = rest
	p.Type, p.Params = mediaType(p.Get("content-type"))
	return p
}

// Begins reports whether data begins with a header: one of the first lines, so
// many, is a field.
func Begins(data []byte, lines int) bool {
	rest := data[:min(len(data), 1024)]
	for range lines {
		var line []byte
		line, rest = cutLine(rest)
		if name, _, ok := bytes.Cut(line, []byte(":")); ok && fieldName(name) && name[0] != '<' {
			return true
		}
	}
	return false
}

// cutLine returns the first line without its end, and what follows.
func cutLine(data []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(data, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest
}

// fieldName reports whether b can name a header field.
func fieldName(b []byte) bool {
	b = bytes.TrimRight(b, " \t")
	for _, c := range b {
		if c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return len(b) > 0 && len(b) < 80
}

// Get returns the first field of that name, in lower case, as it stands;
// empty if there is none.
func (p *Part) Get(name string) string {
	for _, f := range p.fields {
		if f.name == name {
			return f.value
		}
	}
	return ""
}

// Has reports whether the header holds a field of one of the names, in lower case.
func (p *Part) Has(names ...string) bool {
	for _, n := range names {
		if p.Get(n) != "" {
			return true
		}
	}
	return false
}

// Fields returns the number of fields in the header.
func (p *Part) Fields() int { return len(p.fields) }

// mediaType reads a Content-Type field, even a broken one.
func mediaType(value string) (string, map[string]string) {
	if value == "" {
		return "", nil
	}
	if t, params, err := mime.ParseMediaType(value); err == nil {
		return t, params
	}
	t, rest, _ := strings.Cut(value, ";")
	params := map[string]string{}
	for rest != "" {
		var one string
		one, rest, _ = strings.Cut(rest, ";")
		name, v, ok := strings.Cut(one, "=")
		if ok {
			params[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	return strings.ToLower(strings.TrimSpace(t)), params
}

// Multipart reports whether the body consists of parts.
func (p *Part) Multipart() bool { return strings.HasPrefix(p.Type, "multipart/") }

// parts returns the parts of a multipart body.
func (p *Part) parts() []*Part {
	boundary := p.boundary()
	if boundary == nil {
		return nil
	}
	var out []*Part
	start := -1
	for at := 0; at >= 0 && len(out) < maxParts; {
		i, end, last := nextBoundary(p.Body, at, boundary)
		if start >= 0 {
			stop := i
			if i < 0 {
				stop = len(p.Body)
			}
			out = append(out, Read(trimEnd(p.Body[start:stop])))
		}
		if i < 0 || last {
			return out
		}
		start, at = end, end
	}
	return out
}

// trimEnd takes the line end off that belongs to the boundary.
func trimEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

// boundary returns the line that parts the body, from the header or, where
// that is broken, the first line of the body that looks like one.
func (p *Part) boundary() []byte {
	if b := p.Params["boundary"]; b != "" {
		if line := []byte("--" + b); bytes.Contains(p.Body, line) {
			return line
		}
	}
	rest := p.Body[:min(len(p.Body), 4096)]
	for len(rest) > 0 {
		var line []byte
		line, rest = cutLine(rest)
		if bytes.HasPrefix(line, []byte("--")) && len(line) > 2 && !bytes.ContainsAny(line, " \t") && Begins(rest, 1) {
			return line
		}
	}
	return nil
}

// nextBoundary finds the next boundary at the beginning of a line: where it
// begins, where the part after it begins, and whether it is the last. i is
// negative if there is none.
func nextBoundary(body []byte, at int, boundary []byte) (i, end int, last bool) {
	for {
		j := bytes.Index(body[at:], boundary)
		if j < 0 {
			return -1, 0, false
		}
		i = at + j
		at = i + len(boundary)
		if i > 0 && body[i-1] != '\n' {
			continue
		}
		line, rest := cutLine(body[at:])
		tail := bytes.TrimRight(line, " \t")
		if len(tail) == 0 {
			return i, len(body) - len(rest), false
		}
		if string(tail) == "--" {
			return i, len(body) - len(rest), true
		}
	}
}

// Leaves returns the parts that hold content, those within parts included, in
// their order: the message itself if it has no parts.
func (p *Part) Leaves() []*Part { return p.leaves(nil, 0) }

func (p *Part) leaves(out []*Part, depth int) []*Part {
	if !p.Multipart() {
		return append(out, p)
	}
	if depth >= maxDepth {
		return out
	}
	for _, c := range p.parts() {
		if len(out) >= maxParts {
			break
		}
		out = c.leaves(out, depth+1)
	}
	return out
}
