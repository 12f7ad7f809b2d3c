package warc

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"offprint/reader/parse/inner"
)

// maxAnswers is how many answers may stand before the last, each of which
// leads to the next.
const maxAnswers = 20

var statusLine = regexp.MustCompile(`^HTTP/[0-9](?:\.[0-9])? [1-5][0-9][0-9](?: [^\r\n]*)?\r?\n`)

// IsAnswer reports whether data begins as the answer of a server does, which
// programs that fetch pages save with its header: curl -i, wget --save-headers.
func IsAnswer(data []byte) bool { return statusLine.Match(data[:min(len(data), 256)]) }

// ReadAnswer yields the page of an answer that was saved with its header, and
// with those that led to it. The content may be as it was sent, or unpacked as
// its header says that it is not.
func ReadAnswer(data []byte, b *inner.Budget) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		address := ""
		for range maxAnswers {
			a, ok := readAnswer(data)
			if !ok {
				break
			}
			if a.status >= 200 && a.status <= 203 {
				d, ok := a.document(address, func(string) bool { return true }, b)
				if !ok {
					yield(inner.Document{}, fmt.Errorf("%w: the server's answer holds no page", inner.ErrDamaged))
					return
				}
				d.Name = ""
				yield(d, nil)
				return
			}
			next := following(a)
			if to := a.head.Get("location"); to != "" {
				address = to
			}
			if next == nil {
				yield(inner.Document{}, inner.Passed(fmt.Sprintf("the server answered with %d, and no page", a.status)))
				return
			}
			data = next
		}
		yield(inner.Document{}, fmt.Errorf("%w: a server's answer", inner.ErrDamaged))
	}
}

// following returns the answer behind this one; nil if there is none.
func following(a answer) []byte {
	if n, err := strconv.Atoi(a.head.Get("content-length")); err == nil && n >= 0 && n < len(a.head.Body) && IsAnswer(a.head.Body[n:]) {
		return a.head.Body[n:]
	}
	if IsAnswer(a.head.Body) {
		return a.head.Body
	}
	for at := 0; ; {
		i := bytes.Index(a.head.Body[at:], []byte("HTTP/"))
		if i < 0 {
			return nil
		}
		if at += i; IsAnswer(a.head.Body[at:]) {
			return a.head.Body[at:]
		}
		at++
	}
}
