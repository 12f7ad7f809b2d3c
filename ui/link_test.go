package ui

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/uitest"
)

// Of every address the host that the network would see is shown before
// anything is opened; what is no address on the web is not offered at all.
func TestAddressesBeforeTheyAreOpened(t *testing.T) {
	t.Parallel()
	o := options(t, openDemo(t))
	var opened []string
	o.Browse = func(address string) error { opened = append(opened, address); return nil }
	d := uitest.New(t, newModel(o), 100, 20)
	for _, c := range []struct{ address, host string }{
		{"https://news.example/a?b=c#d", "Open news.example"},
		{"http://news.example:8080/", "Open news.example"},
		{"HTTPS://NEWS.example/", "Open NEWS.example"},
		{"https://bank.example@evil.example/login", "Open evil.example"},
		{"https://bank.example:443@evil.example/", "Open evil.example"},
		{"https://аpple.example/", "Open xn--pple-43d.example"}, // a Cyrillic letter
		{"https://bücher.example/", "Open xn--bcher-kva.example"},
		{"https://[::1]/", "Open ::1"},
		{"https://127.0.0.1/", "Open 127.0.0.1"},
		{"https://xn--pple-43d.example/", "Open xn--pple-43d.example"},
		{"https://a.example\\@evil.example/", ""},
		{"https:///path", ""},
		{"https:news.example", ""},
		{"http://", ""},
		{"//news.example/", ""},
		{"news.example", ""},
		{"javascript:alert(1)", ""},
		{"JAVASCRIPT:alert(1)", ""},
		{"data:text/html,x", ""},
		{"file:///etc/passwd", ""},
		{"ftp://news.example/", ""},
		{"ssh://-oProxyCommand=x/", ""},
		{"-rf", ""},
		{"--help", ""},
		{"https://%zz/", ""},
		{"mailto:a@news.example", ""},
		{"", ""},
	} {
		opened = nil
		d.Send(nav.OpenLink{Address: reader.CleanLine(c.address)})
		if c.host == "" {
			lacks(t, d, "Open in the browser")
			continue
		}
		shows(t, d, c.host, "Open in the browser")
		d.Keys("enter")
		if len(opened) != 1 || !strings.HasPrefix(strings.ToLower(opened[0]), "http") || strings.ContainsAny(opened[0], " \n") {
			t.Errorf("%s: opened %q, want one address of the web", c.address, opened)
		}
	}
}

// A link to a page that the archive has is read in it, and history leads back.
func TestLinkIntoTheArchive(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	o := options(t, a)
	d := uitest.New(t, newModel(o), 100, 30)
	second, err := a.Article(t.Context(), rows(t, a, "")[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	to := second.Digest.Article.Address
	d.Keys("enter")
	d.Send(nav.OpenLink{Address: to + "?utm_source=letter"})
	shows(t, d, "Read it here: Dagny Orrel", "Open in the browser", "Copy the address")
	d.Keys("enter")
	shows(t, d, "2/18")
	d.Send(nav.OpenLink{Address: to})
	lacks(t, d, "Read it here")
	d.Keys("esc H o")
	lacks(t, d, "Read it here")
	d.Keys("esc")
	shows(t, d, "1/18")
}
