package message_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"offprint/reader/parse/message"
)

func crlf(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r\n")) }

const nested = `Subject: =?utf-8?Q?Br=C3=BCcke?=
 =?utf-8?B?IG9mZmVu?=
this line is no field
Content-Type: multipart/mixed; boundary=outer

preamble
--outer
Content-Type: multipart/alternative;
	boundary="in ner"

--in ner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

caf=E9 soft=
ened =ZZ
--in ner
Content-Type: text/html
Content-Transfer-Encoding: base64

PHA+aGk8
L3A+
--in ner--
--outer
Content-Type: text/plain

--outerness is no boundary
the last part has no end`

func TestLeaves(t *testing.T) {
	t.Parallel()
	m := message.Read(crlf(nested))
	if got, want := m.Words("subject"), "Brücke offen"; got != want {
		t.Errorf("subject: got %q, want %q", got, want)
	}
	want := []struct{ kind, text string }{
		{"text/plain", "café softened =ZZ"},
		{"text/html", "<p>hi</p>"},
		{"text/plain", "--outerness is no boundary\r\nthe last part has no end"},
	}
	got := m.Leaves()
	if len(got) != len(want) {
		t.Fatalf("got %d parts, want %d", len(got), len(want))
	}
	for i, w := range want {
		if text := string(got[i].Text()); got[i].Type != w.kind || text != w.text {
			t.Errorf("part %d: got %s %q, want %s %q", i, got[i].Type, text, w.kind, w.text)
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"=?koi8-r?B?7c/T1A==?=": "Мост", "=?x-unknown?Q?a?=": "=?x-unknown?Q?a?=", "caf\xe9": "café", "=?utf-8?Q?=80?=": "\uFFFD",
	} {
		if got := message.Read([]byte("Subject: " + raw + "\n\n")).Words("subject"); got != want {
			t.Errorf("%q: got %q, want %q", raw, got, want)
		}
	}
}

func TestMissingBoundary(t *testing.T) {
	t.Parallel()
	for _, head := range []string{"multipart/related", `multipart/related; boundary=""`, "multipart/related; boundary=other"} {
		m := message.Read([]byte("Content-Type: " + head + "\n\n------=_Next\nContent-Type: text/html\n\n<p>x</p>\n------=_Next--\n"))
		if got := m.Leaves(); len(got) != 1 || string(got[0].Body) != "<p>x</p>" {
			t.Errorf("%s: got %d parts", head, len(got))
		}
	}
}

// TestDeep: parts within parts end at some depth, and a million boundaries at some number.
func TestDeep(t *testing.T) {
	t.Parallel()
	m := message.Read([]byte(strings.Repeat("Content-Type: multipart/mixed; boundary=a\n\n--a\n", 1000)))
	if got := len(m.Leaves()); got > 1 {
		t.Errorf("got %d parts", got)
	}
	m = message.Read([]byte("Content-Type: multipart/mixed; boundary=a\n\n" + strings.Repeat("--a\n\n", 1<<18)))
	if got := len(m.Leaves()); got == 0 || got > 10000 {
		t.Errorf("got %d parts", got)
	}
}

// FuzzRead: any bytes have a header and parts, none of which is longer when decoded.
func FuzzRead(f *testing.F) {
	f.Add([]byte(nested))
	f.Add([]byte("Content-Type: multipart/x; boundary=\"\n\n--\n--=\n"))
	f.Add([]byte("Content-Transfer-Encoding: base64\n\nQUJD=REVG"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<15 {
			return
		}
		total := 0
		for _, p := range message.Read(data).Leaves() {
			d := p.Decoded()
			if len(d) > len(p.Body) {
				t.Fatalf("%d bytes decode to %d", len(p.Body), len(d))
			}
			total += len(p.Body)
			_ = p.Text()
		}
		if total > len(data) {
			t.Errorf("the parts of %d bytes have %d", len(data), total)
		}
		if w := message.Read(data).Words("subject"); !utf8.ValidString(w) {
			t.Errorf("subject is not UTF-8: %q", w)
		}
	})
}
