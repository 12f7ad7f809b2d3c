package warc_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/warc"
)

// record writes one record.
func record(kind, address, contentType, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, contentType, len(block), block)
}

// response writes the record of a page that a server sent.
func response(address, headers, body string) string {
	return record("response", address, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"+headers+"\r\n"+body)
}

func request(address, headers string) string {
	return record("request", address, "application/http; msgtype=request", "GET / HTTP/1.1\r\n"+headers+"\r\n")
}

func page(text string) string { return "<html><body><p>" + text + "</p></body></html>" }

func packed(t testing.TB, s string, with func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := with(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gz(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

// members packs each record on its own, as crawlers do.
func members(t testing.TB, records ...string) string {
	t.Helper()
	var b strings.Builder
	for _, r := range records {
		b.WriteString(packed(t, r, gz))
	}
	return b.String()
}

// read returns the addresses and texts of the pages, and the errors.
func read(data string, zipped bool) (addresses, texts []string, errs []error) {
	b := inner.NewBudget(len(data))
	all := warc.Read(inner.Bytes([]byte(data)), b)
	if zipped {
		all = warc.ReadZipped(inner.Bytes([]byte(data)), b)
	}
	for d, err := range all {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		addresses, texts = append(addresses, d.Else.Address), append(texts, string(d.Data))
	}
	return addresses, texts, errs
}

// TestEncodings: whatever a server has packed a page with, the page comes out.
func TestEncodings(t *testing.T) {
	t.Parallel()
	want := page("The bridge – open again.")
	brotlied := func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }
	zstded := func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }
	deflated := func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }
	chunked := fmt.Sprintf("%x;x=y\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", 10, want[:10], len(want)-10, want[10:])
	for name, r := range map[string]string{
		"plain":         response("https://example.org/a", "", want),
		"gzip":          response("https://example.org/a", "Content-Encoding: gzip\r\n", packed(t, want, gz)),
		"deflate":       response("https://example.org/a", "Content-Encoding: deflate\r\n", packed(t, want, deflated)),
		"brotli":        response("https://example.org/a", "Content-Encoding: br\r\n", packed(t, want, brotlied)),
		"zstd":          response("https://example.org/a", "Content-Encoding: zstd\r\n", packed(t, want, zstded)),
		"chunked":       response("https://example.org/a", "Transfer-Encoding: chunked\r\n", chunked),
		"not chunked":   response("https://example.org/a", "Transfer-Encoding: chunked\r\n", want),
		"not packed":    response("https://example.org/a", "Content-Encoding: gzip\r\n", want),
		"no type":       strings.Replace(response("https://example.org/a", "", want), "Content-Type: text", "Kontent-Type: text", 1),
		"resource":      record("resource", "https://example.org/a", "text/html", want),
		"angle bracket": strings.Replace(response("<https://example.org/a>", "", want), "WARC/1.1", "WARC/1.0", 1),
	} {
		for _, data := range []string{r, members(t, record("warcinfo", "", "application/warc-fields", "x: y"), r)} {
			addresses, texts, errs := read(data, false)
			if !slices.Equal(texts, []string{want}) || !slices.Equal(addresses, []string{"https://example.org/a"}) || len(errs) != 0 {
				t.Errorf("%s: got %q at %q, %v", name, texts, addresses, errs)
			}
		}
	}
}

// TestPages: what was fetched for a page is none, nor what a server refused.
func TestPages(t *testing.T) {
	t.Parallel()
	refused := strings.Replace(response("https://example.org/gone", "", page("not found")), "200 OK", "404 No", 1)
	data := members(t, response("https://example.org/a", "", page("a")), request("https://example.org/a", "Sec-Fetch-Dest: document\r\n"),
		response("https://example.org/frame", "", page("frame")), request("https://example.org/frame", "Sec-Fetch-Dest: iframe\r\n"),
		response("https://www.youtube.com/embed/x", "", page("film")), refused, response("https://example.org/a", "", page("a")),
		record("revisit", "https://example.org/b", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
		strings.Replace(response("https://example.org/a.js", "", "x"), "text/html", "text/javascript", 1), record("resource", "https://example.org/notes.txt", "text/plain", "Notes"),
		record("resource", "https://example.org/robots.txt", "text/plain", "User-agent: *"), record("resource", "https://example.org/api", "text/plain", "ok"), response("https://example.org/b", "", page("b")))
	got, _, errs := read(data, false)
	if want := []string{"https://example.org/a", "https://example.org/notes.txt", "https://example.org/b"}; !slices.Equal(got, want) || len(errs) != 0 {
		t.Errorf("got %q, %v, want %q", got, errs, want)
	}
}

// long is a text that packs badly.
func long(n int) string {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "%x ", (n+1)*(i+7919)*7727)
	}
	return b.String()
}

// TestDamaged: what stands before and behind the damage is read.
func TestDamaged(t *testing.T) {
	t.Parallel()
	var records []string
	for i := range 5 {
		records = append(records, response(fmt.Sprintf("https://example.org/%d", i), "", page(long(i))))
	}
	all := members(t, records...)
	third := len(members(t, records[:2]...))
	broken := all[:third+40] + strings.Repeat("?", 16) + all[third+56:]
	addresses, _, errs := read(broken, false)
	for _, i := range []int{0, 1, 3, 4} {
		if !slices.Contains(addresses, fmt.Sprintf("https://example.org/%d", i)) {
			t.Errorf("packed: page %d is missing in %q", i, addresses)
		}
	}
	if len(errs) == 0 || !errors.Is(errs[0], inner.ErrDamaged) {
		t.Errorf("packed: got %v, want the damage to be told", errs)
	}
	cut, texts, errs := read(all[:len(all)-30], false)
	if len(cut) != 5 || !strings.Contains(texts[4], long(4)[:400]) || len(errs) == 0 {
		t.Errorf("cut off: got %q, %v", cut, errs)
	}
	plain := strings.Replace(strings.Join(records, ""), "Content-Length: ", "Content-Length: x", 1)
	if got, _, _ := read(plain, false); len(got) != 4 {
		t.Errorf("plain: got %q, want the four with a length", got)
	}
	if got, _, errs := read("WARC/1.1\r\n", false); len(got) != 0 || len(errs) == 0 {
		t.Errorf("nothing in it: got %q, %v", got, errs)
	}
}

func wacz(t testing.TB, archive string, pages ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	put := func(name, text string) {
		e, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = e.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("datapackage.json", "{}")
	put("archive/data.warc.gz", archive)
	list := "{\"format\": \"json-pages-1.0\"}\n"
	for _, p := range pages {
		list += fmt.Sprintf("{\"url\": %q}\n", p)
	}
	put("pages/pages.jsonl", list)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestListed: where a list names the pages, only those are taken, and where
// they lead on to, and the others are counted; a list that fits nothing is not believed.
func TestListed(t *testing.T) {
	t.Parallel()
	moved := record("response", "http://example.org/old", "application/http; msgtype=response", "HTTP/1.1 301 Moved\r\nLocation: https://example.org/new\r\n\r\n")
	archive := members(t, response("https://example.org/a", "", page("a")), response("https://example.org/b", "", page("b")), moved, response("https://example.org/new", "", page("new")))
	for name, c := range map[string]struct{ pages, want []string }{
		"some": {[]string{"https://example.org/b/#top", "http://example.org/old"}, []string{"https://example.org/b", "https://example.org/new"}},
		"none": {nil, []string{"https://example.org/a", "https://example.org/b", "https://example.org/new"}},
		"lost": {[]string{"https://example.com/"}, []string{"https://example.org/a", "https://example.org/b", "https://example.org/new"}},
	} {
		data := wacz(t, archive, c.pages...)
		z, err := bundle.Open(inner.Bytes([]byte(data)), inner.NewBudget(len(data)))
		if err != nil || !warc.IsZipped(z) {
			t.Fatalf("%s: not known, %v", name, err)
		}
		passed := ""
		if name == "some" {
			passed = "[pages that its list does not name were left out: 1]"
		}
		if got, _, errs := read(data, true); !slices.Equal(got, c.want) || strings.Trim(fmt.Sprint(errs), "[]") != strings.Trim(passed, "[]") {
			t.Errorf("%s: got %q, %v, want %q and %s", name, got, errs, c.want, passed)
		}
	}
	if got, _, errs := read(wacz(t, "nothing"), true); len(got) != 0 || len(errs) == 0 {
		t.Errorf("without records: got %q, %v, want an error", got, errs)
	}
}

// TestBombs: pages that are packed tightly, in an archive or by the server, end at the limits.
func TestBombs(t *testing.T) {
	t.Parallel()
	zeros := strings.Repeat("\x00", 40<<20)
	brotlied := func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 1) }
	for name, data := range map[string]string{
		"archive": packed(t, response("https://example.org/a", "", zeros), gz),
		"server":  response("https://example.org/a", "Content-Encoding: gzip\r\n", packed(t, zeros, gz)),
		"brotli":  response("https://example.org/a", "Content-Encoding: br\r\n", packed(t, zeros, brotlied)),
	} {
		_, texts, _ := read(data, false)
		total := 0
		for _, s := range texts {
			total += len(s)
		}
		if limit := 10<<20 + 31*len(data); total > limit {
			t.Errorf("%s: %d bytes became %d", name, len(data), total)
		}
	}
}

// TestManyBombs: an archive of nothing but records that are packed too tightly is given up soon.
func TestManyBombs(t *testing.T) {
	t.Parallel()
	r := packed(t, response("https://example.org/a", "", strings.Repeat("\x00", 20<<20)), gz)
	addresses, _, errs := read(members(t, response("https://example.org/b", "", page("b")))+strings.Repeat(r, 200), false)
	if len(addresses) > 5 || len(errs) != 1 || !errors.Is(errs[0], inner.ErrBomb) {
		t.Errorf("%d pages, %v", len(addresses), errs)
	}
}

// FuzzRead: whatever the bytes, pages within the budget or an error come out.
func FuzzRead(f *testing.F) {
	r := response("https://example.org/a", "Transfer-Encoding: chunked\r\n", "4\r\nabcd\r\n0\r\n\r\n")
	f.Add([]byte(r), false)
	f.Add([]byte(members(f, r, request("https://example.org/a", ""), r)), false)
	f.Add([]byte(wacz(f, members(f, r), "https://example.org/a")), true)
	f.Add([]byte(frames(f, nil, r, r)), false)
	f.Fuzz(func(t *testing.T, data []byte, zipped bool) {
		if len(data) > 1<<15 {
			return
		}
		_, texts, _ := read(string(data), zipped)
		total := 0
		for _, s := range texts {
			total += len(s)
		}
		if total > 10<<20+31*len(data) {
			t.Errorf("%d bytes became %d", len(data), total)
		}
	})
}

// frames packs each record on its own with zstd, with a dictionary or without.
func frames(t testing.TB, dictionary []byte, records ...string) string {
	t.Helper()
	options := []zstd.EOption{zstd.WithEncoderCRC(true)}
	if dictionary != nil {
		options = append(options, zstd.WithEncoderDict(dictionary))
	}
	w, err := zstd.NewWriter(nil, options...)
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	for _, r := range records {
		out = w.EncodeAll([]byte(r), out)
	}
	return string(out)
}

// TestZstd: archives of zstd frames, one a record, with the dictionary in front
// or none; a frame that is damaged does not cost the others.
func TestZstd(t *testing.T) {
	t.Parallel()
	one, two := response("https://example.org/a", "", page("a")), response("https://example.org/b", "", page("b"))
	var samples [][]byte
	for i := range 40 {
		samples = append(samples, []byte(response(fmt.Sprintf("https://example.org/%d", i), "", page(strings.Repeat(fmt.Sprint("The bridge is open. ", i), 5)))))
	}
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: bytes.Join(samples, nil), Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	front := func(d []byte) string {
		return "\x5d\x2a\x4d\x18" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(d)))) + string(d)
	}
	shortened := frames(t, nil, one)
	shortened = shortened[:len(shortened)-20] + "xxxxxxxxxxxxxxxxxxxx"
	both := []string{"https://example.org/a", "https://example.org/b"}
	for name, c := range map[string]struct {
		data  string
		want  []string
		wrong bool
	}{
		"frames": {frames(t, nil, one, two), both, false}, "one frame": {frames(t, nil, one+two), both, false},
		"dictionary": {front(dictionary) + frames(t, dictionary, one, two), both, false}, "packed dictionary": {front([]byte(frames(t, nil, string(dictionary)))) + frames(t, dictionary, one, two), both, false},
		"damaged": {shortened + frames(t, nil, two), both[1:], true}, "cut off": {frames(t, nil, one) + frames(t, nil, two)[:30], both[:1], true},
		"no dictionary": {front([]byte("x")) + frames(t, dictionary, one), nil, true}, "only a mark": {"\x5d\x2a\x4d\x18", nil, true},
	} {
		if !warc.IsZstd(inner.Bytes([]byte(c.data))) && name != "damaged" {
			t.Errorf("%s: not known for what it is", name)
		}
		got, _, errs := read(c.data, false)
		if !slices.Equal(got, c.want) || len(errs) > 0 != c.wrong {
			t.Errorf("%s: got %q, %v", name, got, errs)
		}
	}
	bomb := frames(t, nil, response("https://example.org/a", "", page(strings.Repeat("a ", 64<<20))))
	if got, _, errs := read(bomb, false); len(got) > 1 || len(errs) == 0 {
		t.Errorf("bomb: got %q, %v", got, errs)
	}
}
