package warc

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/message"
)

// answer is what a server sent.
type answer struct {
	status int
	head   *message.Part // its Body is still encoded
}

// readAnswer reads the block of a response.
func readAnswer(block []byte) (answer, bool) {
	line, rest, ok := bytes.Cut(block, []byte("\n"))
	if !ok || !bytes.HasPrefix(line, []byte("HTTP/")) {
		return answer{}, false
	}
	fields := strings.Fields(string(line))
	if len(fields) < 2 {
		return answer{}, false
	}
	status, err := strconv.Atoi(fields[1])
	return answer{status, message.Read(rest)}, err == nil
}

// body returns the content that was sent, as far as it can be decoded.
func (a answer) body(b *inner.Budget) []byte {
	body := a.head.Body
	if strings.Contains(strings.ToLower(a.head.Get("transfer-encoding")), "chunked") {
		body = unchunked(body)
	}
	all := strings.Split(strings.ToLower(a.head.Get("content-encoding")), ",")
	for i := len(all) - 1; i >= 0 && len(all)-i <= 3; i-- {
		body = unpacked(body, strings.TrimSpace(all[i]), b)
	}
	return body
}

// unchunked joins the chunks of a body; one that is cut off or was joined
// before, as some archivers do, is taken as it is.
func unchunked(body []byte) []byte {
	var out []byte
	rest := body
	for {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		size, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(";"))
		n, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 31)
		if !ok || err != nil {
			if out == nil {
				return body
			}
			return append(out, rest...)
		}
		if n == 0 {
			return out
		}
		n = min(n, uint64(len(after)))
		out = append(out, after[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
		if len(rest) == 0 {
			return out
		}
	}
}

// unpacked undoes one encoding of the content. A body that is not encoded
// although its header says so is left as it is; of a damaged one the
// beginning comes out.
func unpacked(body []byte, encoding string, b *inner.Budget) []byte {
	var r io.Reader
	var err error
	switch encoding {
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		r, err = zlib.NewReader(bytes.NewReader(body))
	case "br":
		r = brotli.NewReader(bytes.NewReader(body))
	case "zstd":
		var z *zstd.Decoder
		z, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(inner.MaxDocument), zstd.WithDecoderMaxWindow(8<<20))
		if err == nil {
			defer z.Close()
			r = z
		}
	default:
		return body
	}
	if err != nil {
		return body
	}
	out, err := b.Read(r, inner.MaxDocument)
	if err != nil && len(out) == 0 {
		return body
	}
	return out
}
