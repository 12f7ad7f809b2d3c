package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

// client returns a client that reaches servers of a test, with small limits.
func client(t *testing.T, o Options) *Client {
	t.Helper()
	o.Private, o.Hurry = true, true
	c := New(o)
	t.Cleanup(c.Close)
	return c
}

// serve starts a server that ends with the test.
func serve(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// kindOf fails the test unless err is one of this package, and returns its kind and reason.
func kindOf(t *testing.T, err error) (Kind, string) {
	t.Helper()
	e, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("got %v, want an Error", err)
	}
	return e.Kind, e.Error()
}

// wantError checks kind and words of an error.
func wantError(t *testing.T, err error, kind Kind, words string) {
	t.Helper()
	if k, reason := kindOf(t, err); k != kind || !strings.Contains(reason, words) {
		t.Errorf("kind %d, %q; want kind %d, %q", k, reason, kind, words)
	}
}

const sample = "<!doctype html><title>The bridge</title><p>It was closed on Monday.</p>"

func page(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	io.WriteString(w, sample)
}

func TestGet(t *testing.T) {
	t.Parallel()
	var header http.Header
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.SetCookie(w, &http.Cookie{Name: "who", Value: "you"})
			http.Redirect(w, r, "http://user:secret@"+r.Host+"/new", http.StatusMovedPermanently)
			return
		}
		header = r.Header.Clone()
		page(w, r)
	})
	got, err := client(t, Options{}).Get(t.Context(), " "+s.URL+"/old#part\n")
	if err != nil {
		t.Fatal(err)
	}
	if got.Address != s.URL+"/new" || string(got.Data) != sample || got.ContentType != "text/html" || got.Charset != "utf-8" || got.Lost() != "" {
		t.Errorf("got %+v", got)
	}
	if got, err := client(t, Options{}).Get(t.Context(), s.URL+"/new#part"); err != nil || got.Address != s.URL+"/new" {
		t.Errorf("a part of a page: got %s, %v, want the page", got.Address, err)
	}
	for name := range header {
		switch name {
		case "User-Agent", "Accept", "Accept-Encoding":
		default:
			t.Errorf("%s: %q was sent", name, header[name])
		}
	}
	if !strings.Contains(header.Get("User-Agent"), "offprint") {
		t.Errorf("the program names itself %q", header.Get("User-Agent"))
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	c := client(t, Options{})
	for address, words := range map[string]string{
		"file:///etc/passwd": "http://", "ftp://a.example/": "http://", "http://": "no host", "http:///x": "no host",
		"https://me:pass@a.example/": "never sent", "http://[::1": "cannot be read", "http://a b.example/": "cannot be read",
	} {
		_, err := c.Get(t.Context(), address)
		wantError(t, err, Forbidden, words)
	}
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	asked := 0
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		var n int
		if _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); err == nil && n > 0 {
			http.Redirect(w, r, fmt.Sprintf("/%d", n-1), http.StatusFound)
			return
		}
		if r.URL.Path == "/file" {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
			return
		}
		page(w, r)
	})
	c := client(t, Options{})
	if _, err := c.Get(t.Context(), s.URL+"/5"); err != nil {
		t.Errorf("five redirects: %v", err)
	}
	asked = 0
	_, err := c.Get(t.Context(), s.URL+"/10000")
	wantError(t, err, Unfit, "more than five times")
	if asked != maxRedirects+1 {
		t.Errorf("asked %d times, want %d", asked, maxRedirects+1)
	}
	_, err = c.Get(t.Context(), s.URL+"/file")
	wantError(t, err, Forbidden, "not of the web")
}

func TestBodies(t *testing.T) {
	t.Parallel()
	zeros := make([]byte, 1<<20)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		switch r.URL.Path {
		case "/endless":
			for r.Context().Err() == nil {
				if _, err := w.Write(zeros); err != nil {
					return
				}
			}
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			for range 1024 {
				if _, err := z.Write(zeros); err != nil {
					return
				}
			}
			z.Close()
		case "/declared":
			w.Header().Set("Content-Length", "1073741824")
			w.Write(zeros)
		case "/short":
			w.Header().Set("Content-Length", "1000")
			io.WriteString(w, sample)
		case "/slow":
			for _, b := range []byte(sample) {
				w.Write([]byte{b})
				w.(http.Flusher).Flush()
				select {
				case <-time.After(time.Second):
				case <-r.Context().Done():
					return
				}
			}
		case "/header":
			for i := range 10 {
				w.Header().Set(fmt.Sprintf("X-Large-%d", i), strings.Repeat("x", 1<<20))
			}
			page(w, r)
		case "/packed":
			w.Header().Set("Content-Encoding", "compress")
			io.WriteString(w, sample)
		case "/brotli":
			w.Header().Set("Content-Encoding", "br")
			z := brotli.NewWriter(w)
			for range 64 {
				z.Write(zeros)
			}
			z.Close()
		case "/empty":
		case "/damaged":
			w.Header().Set("Content-Encoding", "gzip")
			io.WriteString(w, sample)
		}
	})
	for path, want := range map[string]struct {
		kind  Kind
		words string
	}{
		"/endless": {Unfit, "larger than 10 MiB"}, "/bomb": {Unfit, "larger than 10 MiB"}, "/declared": {Unfit, "larger than 10 MiB"},
		"/short": {Broken, "broke off after 71 bytes"}, "/slow": {Later, "longer than"}, "/header": {Broken, "header of its answer"},
		"/packed": {Unfit, "not asked for: compress"}, "/brotli": {Unfit, "larger than 10 MiB"}, "/empty": {Unfit, "empty"}, "/damaged": {Broken, "gzip"},
	} {
		t.Run(path[1:], func(t *testing.T) {
			t.Parallel()
			c := client(t, Options{})
			if path == "/slow" {
				c.time = 300 * time.Millisecond
			}
			got, err := c.Get(context.Background(), s.URL+path)
			wantError(t, err, want.kind, want.words)
			if len(got.Data) > 0 {
				t.Errorf("%d bytes came with the error", len(got.Data))
			}
			if _, reason := kindOf(t, err); strings.Contains(reason, "\n") || len(reason) > 200 {
				t.Errorf("%q is no line", reason)
			}
		})
	}
}

func TestUnpacked(t *testing.T) {
	t.Parallel()
	for name, pack := range map[string]func(io.Writer) io.WriteCloser{
		"gzip": func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
		"br":   func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	} {
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", name)
			z := pack(w)
			io.WriteString(z, sample)
			z.Close()
		})
		got, err := client(t, Options{}).Get(t.Context(), s.URL)
		if err != nil || string(got.Data) != sample {
			t.Errorf("%s: got %q, %v", name, got.Data, err)
		}
	}
}

func TestContentTypes(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		kind := r.URL.Query().Get("type")
		w.Header()["Content-Type"] = []string{kind}
		io.WriteString(w, r.URL.Query().Get("body"))
	})
	c := client(t, Options{})
	for _, q := range []struct{ kind, body, want, words string }{
		{"text/html", sample, "text/html", ""}, {"Application/XHTML+XML; charset=utf-8", sample, "application/xhtml+xml", ""},
		{"text/plain", "x", "text/plain", ""}, {"application/pdf", "%25PDF-1.4", "application/pdf", ""},
		{"application/epub%2Bzip", "PK", "application/epub+zip", ""}, {"application/rss%2Bxml", "<rss/>", "application/rss+xml", ""},
		{"application/octet-stream", "%25PDF-1.4", "application/pdf", ""}, {"", sample, "text/html", ""},
		{"image/png", "x", "", "image/png"}, {"video/mp4", "x", "", "video/mp4"}, {"application/zip", "PK", "", "application/zip"},
		{"application/octet-stream", "\x00\x01\x02", "", "application/octet-stream"},
	} {
		kind := strings.NewReplacer("+", "%2B", ";", "%3B", " ", "%20").Replace(q.kind)
		got, err := c.Get(t.Context(), s.URL+"/?type="+kind+"&body="+strings.NewReplacer(" ", "%20", "\x00", "%00", "\x01", "%01", "\x02", "%02").Replace(q.body))
		if q.words != "" {
			wantError(t, err, Unfit, q.words)
		} else if err != nil || got.ContentType != q.want {
			t.Errorf("%q: %q, %v; want %q", q.kind, got.ContentType, err, q.want)
		}
	}
}

func TestStatus(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var n int
		fmt.Sscanf(r.URL.Path, "/%d", &n)
		w.WriteHeader(n)
	})
	for status, kind := range map[int]Kind{
		404: Gone, 410: Gone, 401: Refused, 403: Refused, 451: Refused, 429: Later, 500: Later, 503: Later, 204: Refused, 206: Refused,
	} {
		_, err := client(t, Options{}).Get(t.Context(), fmt.Sprintf("%s/%d", s.URL, status))
		wantError(t, err, kind, fmt.Sprint(status))
		if e, _ := errors.AsType[*Error](err); (e.Wait > 0) != (status == 429) {
			t.Errorf("after %d the host is left alone for %s", status, e.Wait)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	asked := 0
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		if asked == 1 {
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		page(w, r)
	})
	hasty, patient := client(t, Options{}), client(t, Options{Patience: time.Minute})
	_, err := hasty.Get(t.Context(), s.URL)
	wantError(t, err, Later, "come back in 1s")
	_, err = hasty.Get(t.Context(), s.URL)
	wantError(t, err, Later, "come back in 1s")
	if asked != 1 {
		t.Errorf("the host was asked %d times while it wanted to be left alone", asked)
	}
	asked = 0
	_, err = patient.Get(t.Context(), s.URL)
	wantError(t, err, Later, "come back")
	began := time.Now()
	if _, err := patient.Get(t.Context(), s.URL); err != nil || time.Since(began) < 900*time.Millisecond {
		t.Errorf("after %s: %v", time.Since(began), err)
	}
	for text, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, "-1": 0, "99999999": maxWait, "Thu, 01 Jan 1970 00:00:00 GMT": 0, "soon": 0,
	} {
		if got := retryAfter(text); got != want {
			t.Errorf("retryAfter(%q) is %s, want %s", text, got, want)
		}
	}
}

// One host is asked in turn, others meanwhile.
func TestTurns(t *testing.T) {
	t.Parallel()
	c := New(Options{Private: true})
	defer c.Close()
	c.pause = 50 * time.Millisecond
	began := time.Now()
	for range 4 {
		if err := c.turn(t.Context(), "a.example"); err != nil {
			t.Fatal(err)
		}
	}
	if d := time.Since(began); d < 150*time.Millisecond {
		t.Errorf("four requests in %s", d)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c.pause = time.Hour
	c.turn(t.Context(), "b.example")
	if err := c.turn(ctx, "b.example"); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled wait: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := client(t, Options{}).Get(ctx, s.URL); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the error of the context", err)
	}
}
