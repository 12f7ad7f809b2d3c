package fetch

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestCopy(t *testing.T) {
	t.Parallel()
	const at = "http://gone.example/a//b?x=1&y=2"
	var asked []string
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.RequestURI)
		switch {
		case strings.HasSuffix(r.RequestURI, "/none"), strings.HasPrefix(r.RequestURI, "/web/2019"):
			w.WriteHeader(http.StatusNotFound)
		case strings.HasSuffix(r.RequestURI, "/out"):
			http.Redirect(w, r, strings.Replace("http://"+r.Host, "127.0.0.1", "localhost", 1)+"/elsewhere", http.StatusFound)
		case strings.HasSuffix(r.RequestURI, "/busy"):
			w.Header().Set("Retry-After", "60")
			w.WriteHeader(http.StatusTooManyRequests)
		case strings.HasPrefix(r.RequestURI, "/web/2id_/"):
			w.Header().Set("Location", strings.Replace(r.RequestURI, "/web/2id_/", "/web/20120304050607id_/", 1))
			w.WriteHeader(http.StatusFound)
		default:
			page(w, r)
		}
	})
	c := client(t, Options{Wayback: s.URL})
	got, err := c.Copy(t.Context(), at, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if want := time.Date(2012, 3, 4, 5, 6, 7, 0, time.UTC); got.Address != at || string(got.Data) != sample || !got.Captured.Equal(want) || got.Copy != s.URL+"/web/20120304050607id_/"+at || got.Lost() != "" {
		t.Errorf("got %+v", got)
	}
	if asked[0] != "/web/2id_/"+at {
		t.Errorf("asked for %q", asked[0])
	}
	asked = nil // where there is none of that time, the newest
	if _, err := c.Copy(t.Context(), at, time.Date(2019, 1, 2, 3, 4, 5, 0, time.UTC)); err != nil {
		t.Error(err)
	}
	if len(asked) != 3 || !strings.HasPrefix(asked[0], "/web/20190102030405id_/http://gone.example/") {
		t.Errorf("asked for %q", asked)
	}
	_, err = c.Copy(t.Context(), "http://gone.example/none", time.Time{})
	wantError(t, err, Gone, "no copy")
	_, err = c.Copy(t.Context(), "http://gone.example/out", time.Time{})
	if k, _ := kindOf(t, err); k == Offline {
		t.Errorf("a copy that leads out: %v", err)
	}
	_, err = c.Copy(t.Context(), "http://gone.example/busy", time.Time{})
	wantError(t, err, Later, "the Wayback Machine: the host answers 429")
}

// The address of a copy, as a browser shows it, gives the page as it was sent.
func TestCopyAddress(t *testing.T) {
	t.Parallel()
	asked := ""
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { asked = r.RequestURI; page(w, r) })
	c := client(t, Options{Wayback: s.URL})
	for address, want := range map[string]string{
		"/web/20120304050607/http://gone.example/a?x=1":    "http://gone.example/a?x=1",
		"/web/2012/https://gone.example/a":                 "https://gone.example/a",
		"/web/20120304050607if_/http://gone.example/a":     "http://gone.example/a",
		"/web/20120304050607/gone.example/a":               "http://gone.example/a",
		"/web/*/http://gone.example/a":                     "",
		"/about/terms":                                     "",
		"/web/20120304050607/http://me:pass@gone.example/": "",
	} {
		got, err := c.Get(t.Context(), s.URL+address)
		if err != nil {
			t.Fatal(err)
		}
		if copied := strings.Contains(asked, "id_/"+want); copied != (want != "") || copied && (got.Address != want || got.Copy == "") {
			t.Errorf("%s: %q of %q, asked for %s", address, got.Copy, got.Address, asked)
		}
	}
}

// A Wayback Machine that does not answer is asked again some other time.
func TestCopyUnanswered(t *testing.T) {
	t.Parallel()
	s := serve(t, page)
	s.Close()
	_, err := client(t, Options{Wayback: s.URL}).Copy(t.Context(), "http://gone.example/1", time.Time{})
	wantError(t, err, Later, "the Wayback Machine: nobody answers")
	_, err = client(t, Options{Wayback: "http://wayback.invalid"}).Copy(t.Context(), "http://gone.example/1", time.Time{})
	wantError(t, err, Offline, "the Wayback Machine is not to be reached")
}

func TestLost(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ asked, at, data, want string }{
		{"https://a.example/news/1", "https://a.example/news/1", sample, ""},
		{"https://a.example/news/1", "https://www.a.example/news/1-the-bridge", sample, ""},
		{"https://a.example/news/1", "https://a.example/", sample, "front page"},
		{"https://a.example/news/1", "https://a.example", sample, "front page"},
		{"https://a.example/", "https://www.a.example/", sample, ""},
		{"https://a.example/news/1", "https://a.example/?p=1", sample, ""},
		{"https://a.example/news/1", "https://www.hugedomains.com/domain_profile.cfm?d=a", sample, "for sale"},
		{"https://a.example/news/1", "https://a.example/news/1", "<title>a.example domain is for sale</title>", "for sale"},
		{"https://a.example/news/1", "https://a.example/news/1", `<html><script src="//www.sedoparking.com/x.js"></script></html>`, "for sale"},
		{"https://a.example/news/1", "https://a.example/news/1", `<p>The trade at <a href="https://sedoparking.com">Sedo</a> goes on.`, ""},
		{"https://www.sedo.com/us/about/", "https://sedo.com/us/about/", sample, ""},
	} {
		p := Page{asked: c.asked, Address: c.at, Data: []byte(c.data)}
		if got := p.Lost(); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s at %s: %q, want %q", c.asked, c.at, got, c.want)
		}
	}
}
