package mail_test

import (
	"testing"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/mail"
)

const letter = `Received: from mail.example.org
From: "Jane Roe from The Elm Letter" <jane@mail.example.org>
To: reader@example.com
Subject: Fwd: =?utf-8?Q?The_bridge_=E2=80=93_open?=
Date: Sun, 12 May 2024 10:00:00 +0200
Message-ID: <1@example.org>
Archived-At: <https://example.org/bridge>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

Read it on the web.
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>The bridge is open again =E2=80=93 at last.</p>
--b--
`

const plain = `From: news@lists.example.org
Message-ID: <2@example.org>
Content-Type: text/plain; charset=utf-8; format=flowed

The bridge is 
open again.
 From the other side it looks the same.

-- 
Jane
`

func all(data string) (docs []inner.Document, errs []error) {
	for d, err := range mail.Read(inner.Bytes([]byte(data))) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errs
}

func TestMessage(t *testing.T) {
	t.Parallel()
	docs, errs := all(letter)
	if len(docs) != 1 || len(errs) != 0 {
		t.Fatalf("got %d messages, %v", len(docs), errs)
	}
	d := docs[0]
	if got, want := string(d.Data), "<p>The bridge is open again – at last.</p>"; got != want || d.Kind != inner.Mail {
		t.Errorf("got %q as %d, want %q", got, d.Kind, want)
	}
	got := [5]string{d.Says.Title, d.Says.Byline, d.Says.Outlet, d.Says.Address, d.Says.Date}
	want := [5]string{"The bridge – open", "Jane Roe", "The Elm Letter", "https://example.org/bridge", "Sun, 12 May 2024 10:00:00 +0200"}
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	docs, _ := all(plain)
	if len(docs) != 1 {
		t.Fatalf("got %d messages", len(docs))
	}
	want := "The bridge is open again.\nFrom the other side it looks the same.\n\n"
	if got := string(docs[0].Data); got != want || docs[0].Kind != inner.Plain || docs[0].Says.Outlet != "example.org" {
		t.Errorf("got %q from %q, want %q", got, docs[0].Says.Outlet, want)
	}
}

func TestSender(t *testing.T) {
	t.Parallel()
	for from, want := range map[string][2]string{
		"Jane Roe <jane@example.org>":                      {"Jane Roe", "example.org"},
		"Jane van der Roe <jane@example.org>":              {"Jane van der Roe", "example.org"},
		`"The Elm Times" <news@example.org>`:               {"", "The Elm Times"},
		"Elm Daily <news@email.example.org>":               {"", "Elm Daily"},
		"=?utf-8?Q?J=C3=BCrgen_Roth?= <j@news.example.de>": {"Jürgen Roth", "example.de"},
		"Jane Roe at Elm Daily <jane@example.org>":         {"Jane Roe", "Elm Daily"},
		"jane@example.org":                                 {"", "example.org"},
		"NASA <hq@example.gov>":                            {"", "NASA"},
	} {
		docs, _ := all("From: " + from + "\nMIME-Version: 1.0\n\nText\n")
		if len(docs) != 1 {
			t.Errorf("%s: got %d messages", from, len(docs))
			continue
		}
		if got := [2]string{docs[0].Says.Byline, docs[0].Says.Outlet}; got != want {
			t.Errorf("%s: got %q, want %q", from, got, want)
		}
	}
}

// TestBox: a line "From " within a text is no message, nor is one without a header behind it.
func TestBox(t *testing.T) {
	t.Parallel()
	box := "From jane@example.org Sun May 12 10:00:00 2024\n" + letter + "\nFrom x Mon May 13 10:00:00 2024\n" + plain +
		"\nFrom here on the text goes on\n\nFrom x Tue May 14 10:00:00 2024\nFrom: a@example.org\nMIME-Version: 1.0\n\n>From the start\n"
	if !mail.IsBox([]byte(box)) || mail.IsBox([]byte(letter)) || !mail.Is([]byte(letter)) {
		t.Fatal("not known for what it is")
	}
	docs, errs := all(box)
	if len(docs) != 3 || len(errs) != 0 {
		t.Fatalf("got %d messages, %v, want 3", len(docs), errs)
	}
	if got := string(docs[2].Data); got != "From the start\n" {
		t.Errorf("got %q", got)
	}
}

func TestIsNot(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "From: the mayor\nTo: all\n\nText", "From here on\n\nText", "Date: today\nSubject: x\n\nText", "<p>From: a\nMIME-Version: 1.0", "---\nfrom: x\n---\n",
	} {
		if mail.Is([]byte(s)) || mail.IsBox([]byte(s)) {
			t.Errorf("%q is taken for mail", s)
		}
	}
}

// TestHollow: a message without text is an error of its own, those around it stand.
func TestHollow(t *testing.T) {
	t.Parallel()
	docs, errs := all("From a b\n" + plain + "\nFrom a b\nFrom: a@example.org\nContent-Type: image/png\nMIME-Version: 1.0\n\nx\n\nFrom a b\n" + plain)
	if len(docs) != 2 || len(errs) != 1 {
		t.Errorf("got %d messages, %v", len(docs), errs)
	}
}

// FuzzRead: any bytes give messages whose texts together are hardly longer than they.
func FuzzRead(f *testing.F) {
	for _, s := range []string{letter, plain, "From a b\n" + letter + "\n\nFrom a b\n" + plain} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<15 {
			return
		}
		mail.Is(data)
		total, n := 0, 0
		for d := range mail.Read(inner.Bytes(data)) {
			total += len(d.Data)
			n++
		}
		if n == 0 || total > 4*len(data) {
			t.Errorf("%d bytes give %d messages of %d bytes", len(data), n, total)
		}
	})
}

// TestStub: the item of a feed of which nothing but its address is sent is one.
func TestStub(t *testing.T) {
	t.Parallel()
	docs, errs := all("From: Jane Roe <sfeed@>\nSubject: The bridge\nMessage-ID: <1@vm>\nX-Feedname: Elm News\nContent-Type: text/plain\n\nLink:      https://example.org/bridge\n\n\n")
	if len(docs) != 1 || len(errs) != 0 || docs[0].Kind != inner.Stub || docs[0].Says.Title != "The bridge" || docs[0].Says.Address != "https://example.org/bridge" {
		t.Errorf("got %+v, %v", docs, errs)
	}
}

// TestAddress: a letter's address is that of the page that it says it can be
// read at, unless that only leads there; what a program sends for a feed tells
// the address of the item and who wrote it.
func TestAddress(t *testing.T) {
	t.Parallel()
	const head = "From: Elm News <n@example.org>\nMessage-ID: <3@example.org>\nContent-Type: text/html\n"
	for name, tc := range map[string]struct{ letter, address, byline, outlet, text string }{
		"browser":   {head + "\n<a href=\"https://example.org/p/the-old-bridge?utm_source=mail\">View this email\n in your browser</a><p>Open.", "https://example.org/p/the-old-bridge?utm_source=mail", "", "Elm News", ""},
		"online":    {head + "\n<a href=https://example.org/x>Home</a> <a href=\"https://example.org/2024/05/old-bridge.html\"><span>Read online</span></a>", "https://example.org/2024/05/old-bridge.html", "", "Elm News", ""},
		"counted":   {head + "\n<a href=\"https://click.example.org/?qs=0a1b2c\">View in browser</a>", "", "", "Elm News", ""},
		"elsewhere": {head + "\n<a href=\"https://example.org/p/the-old-bridge\">Read more on the web of lies</a>", "", "", "Elm News", ""},
		"feed": {"From: \"Elm News: Jane Roe\" <u@rss2email.invalid>\nMessage-ID: <4@vm>\nX-RSS-Feed: https://example.org/feed\nX-RSS-URL: https://example.org/bridge\nContent-Type: text/html\n\n" +
			"<p>Open.</p>\n<div class=\"footer\">\n<p>URL: <a href=\"https://example.org/bridge\">x</a></p>\n</div>", "https://example.org/bridge", "Jane Roe", "Elm News", "<p>Open.</p>\n"},
		"feed without a name":       {"From: \"Elm News: <author>\" <u@rss2email.invalid>\nMessage-ID: <5@vm>\nX-RSS-URL: https://example.org/bridge\nContent-Type: text/plain\n\nOpen.\n\nURL: <https://example.org/bridge>\n", "https://example.org/bridge", "", "Elm News", "Open.\n"},
		"feed in a mailbox":         {"From: Jane Roe <sfeed@>\nMessage-ID: <1@vm>\nX-Feedname: Elm News\nContent-Type: text/plain\n\nLink:      https://example.org/bridge\n\nOpen.\n", "https://example.org/bridge", "Jane Roe", "Elm News", "\nOpen.\n"},
		"kept by a reader of feeds": {"From: Jane Roe\nMessage-Id: <http://example.org/bridge@localhost.localdomain>\nContent-Base: https://example.org/bridge\nContent-Type: text/html\n\n<p>Open.", "https://example.org/bridge", "", "", ""},
	} {
		docs, errs := all(tc.letter)
		if len(docs) != 1 || len(errs) != 0 {
			t.Errorf("%s: got %d messages, %v", name, len(docs), errs)
			continue
		}
		d := docs[0]
		if d.Says.Address != tc.address || d.Says.Byline != tc.byline || d.Says.Outlet != tc.outlet || tc.text != "" && string(d.Data) != tc.text {
			t.Errorf("%s: got %+v and %q", name, d.Says, d.Data)
		}
	}
}
