package fetch

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
)

// readable are the kinds of content that may hold an article.
var readable = []string{
	"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf", "application/epub+zip",
	"application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml",
	"application/feed+json", "application/json", "multipart/related", "message/rfc822",
}

// unsaid are the kinds that hosts name when they do not know better.
var unsaid = []string{"", "application/octet-stream", "binary/octet-stream", "application/x-download", "application/force-download", "unknown/unknown"}

// body reads an answer's content within the limits, if it is of a kind that
// can be read. What it is packed in was undone already if it is gzip, the only
// packing that was asked for.
func (c *Client) body(a *http.Response) ([]byte, string, error) {
	kind, _ := contentType(a.Header.Get("Content-Type"))
	content := io.Reader(a.Body)
	switch packing := strings.ToLower(a.Header.Get("Content-Encoding")); packing {
	case "", "identity":
	case "br": // copies are sometimes sent as they were captured
		content = brotli.NewReader(a.Body)
	default:
		return nil, kind, &Error{Kind: Unfit, reason: "it is packed in a way that was not asked for: " + packing[:min(len(packing), 40)]}
	}
	guess := slices.Contains(unsaid, kind)
	if !guess && !slices.Contains(readable, kind) {
		return nil, kind, &Error{Kind: Unfit, reason: "it is nothing that can be read, but " + kind}
	}
	if a.ContentLength > c.limit {
		return nil, kind, c.large()
	}
	data, err := io.ReadAll(io.LimitReader(content, c.limit+1))
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, kind, &Error{Kind: Broken, reason: fmt.Sprintf("the connection broke off after %d bytes", len(data)), err: err}
	case err != nil:
		return nil, kind, c.explain(err)
	case int64(len(data)) > c.limit:
		return nil, kind, c.large()
	case len(data) == 0:
		return nil, kind, &Error{Kind: Unfit, reason: "it is empty"}
	}
	if guess {
		kind, _ = contentType(http.DetectContentType(data))
		if kind == "application/zip" { // a book is one; what else it may be is found out by those who read it
			kind = "application/epub+zip"
		}
		if !slices.Contains(readable, kind) {
			return nil, kind, &Error{Kind: Unfit, reason: "it is nothing that can be read, but looks like " + kind}
		}
	}
	return data, kind, nil
}

func (c *Client) large() *Error {
	return &Error{Kind: Unfit, reason: fmt.Sprintf("it is larger than %d MiB", c.limit>>20)}
}

// contentType returns the kind and the encoding that the header of that name tells, in lower case.
func contentType(header string) (kind, charset string) {
	kind, told, err := mime.ParseMediaType(header)
	if err != nil {
		kind, _, _ = strings.Cut(strings.ToLower(header), ";")
	}
	kind, charset = strings.TrimSpace(kind), strings.ToLower(told["charset"])
	if len(charset) > 40 {
		charset = ""
	}
	return kind[:min(len(kind), 100)], charset
}
