package fetch

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestRefresh(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`<head><noscript><META http-equiv="refresh" content="0;URL=https://b.example/x?a=1&amp;b=2"></noscript><title>x</title></head>`: "https://b.example/x?a=1&b=2",
		`<meta http-equiv='Refresh' content='1; url=/news/2'>`:                                                                          "https://a.example/news/2",
		`<meta charset=utf-8 http-equiv=refresh  content="0; url='next'">`:                                                              "https://a.example/dir/next",
		`<meta http-equiv="refresh" content="0,URL=http://b.example/">`:                                                                 "http://b.example/",
		`<meta http-equiv="refresh" content="1800">`:                                                                                    "",
		`<meta http-equiv="refresh" content="300;url=https://a.example/x">`:                                                             "",
		`<meta http-equiv="refresh" content="0;url=https://a.example/dir/page">`:                                                        "",
		`<meta http-equiv="refresh" content="0;url=javascript:alert(1)">`:                                                               "",
		`<meta http-equiv="refresh" content="0;url=file:///etc/passwd">`:                                                                "",
		`<meta http-equiv="refresh" content="0;url=https://u:p@b.example/">`:                                                            "https://b.example/",
		`<meta name="refresh" content="0;url=https://b.example/">`:                                                                      "",
		sample: "",
		`<meta http-equiv="refresh" content="0;url=https://b.example/">` + strings.Repeat("<p>text", 4000): "",
	} {
		got := ""
		if u := refresh(&Page{Address: "https://a.example/dir/page", ContentType: "text/html", Data: []byte(text)}); u != nil {
			got = u.String()
		}
		if got != want {
			t.Errorf("%.100s leads to %q, want %q", text, got, want)
		}
	}
	if refresh(&Page{Address: "https://a.example/", ContentType: "text/plain", Data: []byte(`<meta http-equiv="refresh" content="0;url=https://b.example/">`)}) != nil {
		t.Error("a text leads on")
	}
}

func TestThrough(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var n int
		fmt.Sscanf(r.URL.Path, "/%d", &n)
		if n == 0 {
			page(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<meta http-equiv="refresh" content="0;url=/%d">`, n-1)
	})
	c := client(t, Options{})
	got, err := c.Get(t.Context(), s.URL+"/2")
	if err != nil || got.Address != s.URL+"/0" || string(got.Data) != sample || got.asked != s.URL+"/2" {
		t.Errorf("got %+v, %v", got, err)
	}
	_, err = c.Get(t.Context(), s.URL+"/100")
	wantError(t, err, Unfit, "more than five times")
	front := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, `<meta http-equiv="refresh" content="0;url=http://169.254.169.254/">`)
	})
	_, err = c.Get(t.Context(), front.URL)
	wantError(t, err, Forbidden, "no host of the internet")
}

// Wherever a page leads, it is an address of the web without a password.
func FuzzRefresh(f *testing.F) {
	f.Add([]byte(`<meta http-equiv="refresh" content="0;url=/x">`), "https://a.example/")
	f.Add([]byte(`<meta http-equiv='refresh' content='5, URL="//u:p@b.example"'>`), "http://a.example/b/")
	f.Fuzz(func(t *testing.T, data []byte, at string) {
		p := Page{Address: at, ContentType: "text/html", Data: data}
		p.Lost()
		u := refresh(&p)
		if u == nil {
			return
		}
		if _, err := url.Parse(u.String()); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
			t.Errorf("leads to %q, %v", u, err)
		}
	})
}
