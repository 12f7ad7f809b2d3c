package message

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// Decoded returns the body as it was before it was made fit for transport. It
// is never longer than the body.
func (p *Part) Decoded() []byte {
	switch strings.ToLower(p.Get("content-transfer-encoding")) {
	case "quoted-printable":
		return quotedPrintable(p.Body)
	case "base64":
		return fromBase64(p.Body)
	}
	return p.Body
}

// fromBase64 decodes what is of the alphabet, up to the first end mark.
func fromBase64(body []byte) []byte {
	kept := make([]byte, 0, len(body))
	for _, c := range body {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			kept = append(kept, c)
		case c == '=':
			return rawBase64(kept)
		}
	}
	return rawBase64(kept)
}

func rawBase64(kept []byte) []byte {
	if len(kept)%4 == 1 {
		kept = kept[:len(kept)-1] // cut off within a byte
	}
	n, _ := base64.RawStdEncoding.Decode(kept, kept)
	return kept[:n]
}

// quotedPrintable decodes what is encoded rightly and leaves the rest as it is.
func quotedPrintable(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for len(body) > 0 {
		i := bytes.IndexByte(body, '=')
		if i < 0 {
			return append(out, body...)
		}
		out = append(out, body[:i]...)
		body = body[i:]
		n := softBreak(body)
		if n == 0 && len(body) > 2 {
			if hi, lo := hex(body[1]), hex(body[2]); hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				body = body[3:]
				continue
			}
		}
		if n == 0 {
			out = append(out, '=')
			n = 1
		}
		body = body[n:]
	}
	return out
}

// softBreak returns the length of a break that is none of the text, 0 if b begins with no such.
func softBreak(b []byte) int {
	i := 1
	for i < len(b) && i < 100 && (b[i] == ' ' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	if i == len(b) {
		return i
	}
	if b[i] == '\n' {
		return i + 1
	}
	return 0
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// Text returns the decoded body in UTF-8 where its encoding is declared and
// known; else as it is.
func (p *Part) Text() []byte { return Decode(p.Decoded(), p.Params["charset"]) }

// Decode returns data in UTF-8 if it is not that already and charset names an
// encoding that is known; else as it is.
func Decode(data []byte, charset string) []byte {
	name := strings.ToLower(charset)
	if name == "" || utf8.Valid(data) && !strings.HasPrefix(name, "iso-2022") && !strings.HasPrefix(name, "utf-16") && !strings.HasPrefix(name, "hz-") {
		return data
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return data
	}
	if out, err := e.NewDecoder().Bytes(data); err == nil {
		return out
	}
	return data
}

// Words returns the first field of that name with its encoded words decoded.
func (p *Part) Words(name string) string { return words(p.Get(name)) }

func words(value string) string {
	if !utf8.ValidString(value) { // sent raw
		value = string(Decode([]byte(value), "windows-1252"))
	}
	if strings.Contains(value, "=?") {
		d := mime.WordDecoder{CharsetReader: charsetReader}
		if s, err := d.DecodeHeader(value); err == nil {
			return strings.ToValidUTF8(s, "\uFFFD")
		}
	}
	return value
}

func charsetReader(charset string, r io.Reader) (io.Reader, error) {
	e, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(r), nil
}
