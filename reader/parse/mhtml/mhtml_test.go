package mhtml_test

import (
	"strings"
	"testing"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/mhtml"
)

const head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/bridge\nSubject: The bridge\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n"

const frame = "--b\nContent-Type: text/html\nContent-Location: https://ads.example.com/frame\n\n<html><body>Buy now</body></html>\n"

const page = "--b\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://example.org/bridge\n\n<html><body><p>The caf=E9 by the bri=\ndge</p></body></html>\n"

func read(t *testing.T, data string) (docs []inner.Document, errs []error) {
	t.Helper()
	for d, err := range mhtml.Read([]byte(data)) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errs
}

// TestPage: the page is the part with the address of the whole, wherever it
// stands; without such a one it is the first; and what is cut off is read as
// far as it goes.
func TestPage(t *testing.T) {
	t.Parallel()
	const want = "<html><body><p>The café by the bridge</p></body></html>"
	for name, c := range map[string]struct{ data, want string }{
		"whole":      {head + page + frame + "--b--\n", want},
		"behind":     {head + frame + page + "--b--\n", want},
		"no address": {strings.Replace(head, "Snapshot-Content-Location: https://example.org/bridge\n", "", 1) + page + frame + "--b--\n", want},
		"cut off":    {head + page[:len(page)-20], want[:len(want)-19]},
		"no end":     {head + page, want},
		"bad line":   {"\x01 what is this\n" + head + page, want},
		"no parts":   {"From: <Saved by Internet Explorer>\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://example.org/bridge\n\n" + want, want},
		"headless":   {strings.Replace(head, "boundary=\"b\"", "boundary=\"\"", 1) + page + frame, want},
	} {
		if !mhtml.Is([]byte(c.data)) {
			t.Errorf("%s: not known for a saved page", name)
		}
		docs, errs := read(t, c.data)
		if len(docs) != 1 || len(errs) != 0 {
			t.Errorf("%s: got %d pages, %v", name, len(docs), errs)
			continue
		}
		if got := strings.TrimSpace(string(docs[0].Data)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if got := docs[0].Else.Address; got != "https://example.org/bridge" {
			t.Errorf("%s: got address %q", name, got)
		}
	}
}

func TestIsNot(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "The bridge\n\nIt is open.", "<html><body>Content-Location: x</body></html>",
		"From: Jane <jane@example.org>\nMessage-ID: <1>\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Location: a.png\n\n",
	} {
		if mhtml.Is([]byte(s)) {
			t.Errorf("%q is taken for a saved page", s)
		}
	}
	if docs, errs := read(t, head+"--b\nContent-Type: image/png\n\nx\n--b--\n"); len(docs) != 0 || len(errs) != 1 {
		t.Errorf("without a page: got %d pages, %v", len(docs), errs)
	}
}

// FuzzRead: any bytes give one page or one error, and the page is no longer
// than four times the bytes (text of one byte a character may grow).
func FuzzRead(f *testing.F) {
	f.Add([]byte(head + page + frame))
	f.Add([]byte(head + frame + page[:90]))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<15 {
			return
		}
		mhtml.Is(data)
		n := 0
		for d, err := range mhtml.Read(data) {
			n++
			if (err == nil) == (d.Data == nil) && len(data) > 0 && err != nil {
				t.Errorf("a page and an error: %v", err)
			}
			if len(d.Data) > 4*len(data) {
				t.Errorf("%d bytes give %d", len(data), len(d.Data))
			}
		}
		if n != 1 {
			t.Errorf("got %d answers", n)
		}
	})
}
