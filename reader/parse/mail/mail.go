// Package mail reads e-mail that was saved: single messages (.eml) and
// mailboxes (mbox). Most of it that is worth keeping are newsletters, so the
// HTML of a message is preferred to its plain text, which is often a stub;
// package parse takes layout and footer off it. Begin with [Is], [IsBox] and [Read].
package mail

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/message"
)

// Is reports whether data is a message: it has a sender and at least one
// field that only programs write.
func Is(data []byte) bool {
	data = data[:min(len(data), 64<<10)]
	if !message.Begins(data, 1) {
		return false
	}
	return isMessage(message.Read(data))
}

func isMessage(m *message.Part) bool {
	return m.Has("from", "sender", "return-path") && m.Has("message-id", "received", "mime-version", "return-path", "delivered-to", "x-mailer", "content-transfer-encoding")
}

// IsBox reports whether data is a mailbox.
func IsBox(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("From ")) {
		return false
	}
	_, rest, ok := bytes.Cut(data[:min(len(data), 64<<10)], []byte("\n"))
	if !ok || !message.Begins(rest, 1) {
		return false
	}
	m := message.Read(rest)
	return isMessage(m) || m.Has("from") && m.Has("date", "subject")
}

// Read yields the article of a message, or of each message of a mailbox.
func Read(in *inner.Input) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		if !IsBox(inner.Head(in, boxHead)) {
			yield(letter(message.Read(inner.Head(in, int(in.Size())))))
			return
		}
		Stream(inner.From(in, 0))(yield)
	}
}

// Stream yields the articles of a mailbox that is read once.
func Stream(r io.Reader) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		br := bufio.NewReaderSize(r, 256<<10)
		if head, _ := br.Peek(boxHead); !IsBox(head) {
			yield(inner.Document{}, fmt.Errorf("%w: it does not begin as a mailbox does", inner.ErrDamaged))
			return
		}
		for m, err := range messages(br) {
			if err != nil {
				yield(inner.Document{}, fmt.Errorf("%w; the rest could not be read", err))
				return
			}
			d, err := letter(message.Read(m))
			if len(m) <= maxWhole {
				d.Raw = m
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// maxWhole is the size up to which a message of a mailbox is kept as a whole, in
// bytes; of one with more attached to it only its text is.
const maxWhole = 1 << 20

// boxHead is how much of a file is looked at to know a mailbox, in bytes.
const boxHead = 64 << 10

var fromLine = []byte("From ")

// messages yields the messages of a mailbox. Each begins with a line "From "
// behind an empty line and before a header. What is beyond the limit of a
// document is left out of a message: attachments, which are not read. An error
// of reading comes last.
func messages(br *bufio.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		skipLine(br)
		var m []byte
		empty := false // the last line is
		for begin := true; ; {
			line, err := br.ReadSlice('\n')
			if begin && empty && bytes.HasPrefix(line, fromLine) && err == nil && before(br) {
				if !yield(unquoted(m[:len(m)-1]), nil) {
					return
				}
				m, empty = nil, false
				continue
			}
			if len(m)+len(line) <= inner.MaxDocument {
				m = append(m, line...)
			}
			if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
				if yield(unquoted(m), nil) && !errors.Is(err, io.EOF) {
					yield(nil, err)
				}
				return
			}
			empty = begin && len(bytes.TrimRight(line, "\r\n")) == 0
			begin = err == nil
		}
	}
}

// before reports whether a header begins.
func before(br *bufio.Reader) bool {
	next, _ := br.Peek(1024)
	return message.Begins(next, 1)
}

// skipLine reads a line of any length.
func skipLine(br *bufio.Reader) {
	for {
		if _, err := br.ReadSlice('\n'); !errors.Is(err, bufio.ErrBufferFull) {
			return
		}
	}
}

// unquoted takes the mark off lines that would have begun a message.
func unquoted(m []byte) []byte {
	if !bytes.Contains(m, []byte("\n>From ")) {
		return m
	}
	return bytes.ReplaceAll(m, []byte("\n>From "), []byte("\nFrom "))
}

// letter returns what a message says.
func letter(m *message.Part) (inner.Document, error) {
	d := inner.Document{Name: m.Words("subject")}
	body := content(m)
	if body == nil {
		return d, fmt.Errorf("%w: a message without text", inner.ErrDamaged)
	}
	d.Says = inner.Meta{Title: subject(m.Words("subject")), Date: m.Get("date"), Address: archived(m)}
	d.Says.Byline, d.Says.Outlet = sender(m)
	d.Data = body.Text()
	if m.Has("x-rss-url", "x-feedname") {
		unfed(m, &d)
		if d.Says.Address != "" && len(bytes.TrimSpace(d.Data)) == 0 {
			d.Kind = inner.Stub
			return d, nil
		}
	}
	if body.Type == "text/html" || body.Type == "" && looksLikeHTML(d.Data) {
		d.Kind = inner.Mail
		if d.Says.Address == "" {
			d.Says.Address = online(d.Data)
		}
		return d, nil
	}
	d.Kind = inner.Plain
	if strings.EqualFold(body.Params["format"], "flowed") {
		d.Data = flowed(d.Data, strings.EqualFold(body.Params["delsp"], "yes"))
	}
	d.Data = unsigned(d.Data)
	return d, nil
}

// content returns the part to be read: the longest HTML, else the first text.
// What is attached is not the letter.
func content(m *message.Part) *message.Part {
	var page, plain *message.Part
	for _, p := range m.Leaves() {
		if strings.HasPrefix(strings.ToLower(p.Get("content-disposition")), "attachment") || len(bytes.TrimSpace(p.Body)) == 0 {
			continue
		}
		switch p.Type {
		case "text/html":
			if page == nil || len(p.Body) > len(page.Body) {
				page = p
			}
		case "text/plain", "":
			if plain == nil {
				plain = p
			}
		}
	}
	if page != nil {
		return page
	}
	return plain
}

func looksLikeHTML(data []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 1024)]))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}
