// Package mhtml reads pages that browsers save as one file in the form of a
// message (MHTML, .mht): the page itself is one part, its pictures, styles and
// frames are others. Begin with [Is] and [Read].
package mhtml

import (
	"bytes"
	"fmt"
	"strings"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/message"
)

// Is reports whether data is a page saved in this form, and not a letter.
func Is(data []byte) bool {
	if !message.Begins(data, 3) {
		return false
	}
	m := message.Read(data[:min(len(data), 64<<10)])
	switch {
	case m.Has("snapshot-content-location"):
		return m.Fields() > 1
	case m.Type != "multipart/related" && m.Type != "text/html" && m.Type != "multipart/alternative" || m.Has("message-id", "received", "delivered-to", "return-path"):
		return false
	case m.Has("content-location"), strings.Contains(strings.ToLower(m.Get("from")), "saved by"):
		return true
	}
	return m.Multipart() && bytes.Contains(bytes.ToLower(m.Body), []byte("\ncontent-location:"))
}

// Read yields the page that was saved.
func Read(data []byte) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		m := message.Read(data)
		main := page(m)
		if main == nil {
			yield(inner.Document{}, fmt.Errorf("%w: there is no page among its parts", inner.ErrDamaged))
			return
		}
		d := inner.Document{Kind: inner.Page, Data: main.Text()}
		d.Else = inner.Meta{Title: m.Words("subject"), Address: address(m, main)}
		yield(d, nil)
	}
}

// page returns the part that is the page: the one whose address is that of
// the whole, else the first that is HTML and holds something, else the first text.
func page(m *message.Part) *message.Part {
	leaves := m.Leaves()
	at := m.Get("snapshot-content-location")
	for _, p := range leaves {
		if at != "" && p.Get("content-location") == at && markup(p) {
			return p
		}
	}
	for _, p := range leaves {
		if markup(p) && len(bytes.TrimSpace(p.Body)) > 0 {
			return p
		}
	}
	for _, p := range leaves {
		if p.Type == "text/plain" {
			return p
		}
	}
	return nil
}

// markup reports whether a part is HTML, by its type or, if that is missing, by its beginning.
func markup(p *message.Part) bool {
	switch p.Type {
	case "text/html", "application/xhtml+xml":
		return true
	case "", "application/octet-stream":
		head := bytes.ToLower(p.Decoded())
		head = head[:min(len(head), 1024)]
		return bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<!doctype html"))
	}
	return false
}

// address returns where the page was on the web, "" if that is not told.
func address(m, main *message.Part) string {
	for _, s := range []string{m.Get("snapshot-content-location"), main.Get("content-location"), m.Get("content-location"), main.Get("content-base")} {
		if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
			return s
		}
	}
	return ""
}
