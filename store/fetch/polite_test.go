package fetch

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// What a host asks programs to leave alone is left alone by who goes over a
// list, be it asked for or come to; the host is asked once. One page that
// somebody asked for is fetched.
func TestRobots(t *testing.T) {
	t.Parallel()
	var asked, private atomic.Int32
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
			asked.Add(1)
			http.Redirect(w, r, "/private/robots", http.StatusFound) // its own way is open
		case r.URL.Path == "/private/robots":
			io.WriteString(w, "User-agent: *\nDisallow: /private\nDisallow: /*?print\n\nUser-agent: offprinter\nDisallow: /\n")
		case r.URL.Path == "/away":
			http.Redirect(w, r, "/private/away", http.StatusFound)
		case r.URL.Path == "/on":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, `<meta http-equiv="refresh" content="0;url=/private/on">`)
		default:
			if strings.HasPrefix(r.URL.Path, "/private/") {
				private.Add(1)
			}
			page(w, r)
		}
	})
	c := client(t, Options{Robots: true})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := c.Get(t.Context(), s.URL+"/public"); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, path := range []string{"/private/x", "/public?print=1", "/away", "/on"} {
		_, err := c.Get(t.Context(), s.URL+path)
		wantError(t, err, Refused, "robots.txt")
	}
	if asked.Load() != 1 || private.Load() != 0 {
		t.Errorf("robots.txt was asked for %d times, what it closes %d times", asked.Load(), private.Load())
	}
	if _, err := client(t, Options{}).Get(t.Context(), s.URL+"/private/x"); err != nil || asked.Load() != 1 {
		t.Errorf("a page that was asked for: %v, robots.txt %d times", err, asked.Load())
	}
}

// A host without the file says nothing; one that cannot answer is asked for no page.
func TestRobotsThatAreNotThere(t *testing.T) {
	t.Parallel()
	for status, allowed := range map[int]bool{404: true, 403: true, 410: true, 503: false, 500: false, 429: false} {
		pages := 0
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				w.WriteHeader(status)
				return
			}
			pages++
			page(w, r)
		})
		c := client(t, Options{Robots: true})
		_, err := c.Get(t.Context(), s.URL+"/a")
		switch {
		case allowed && (err != nil || pages != 1):
			t.Errorf("%d: %v, %d pages", status, err, pages)
		case !allowed:
			wantError(t, err, Later, "robots.txt")
			if pages != 0 {
				t.Errorf("%d: a page was asked for", status)
			}
		}
	}
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "robots.txt") {
			http.Redirect(w, r, "/x"+r.URL.Path, http.StatusFound)
			return
		}
		page(w, r)
	})
	if _, err := client(t, Options{Robots: true}).Get(t.Context(), s.URL+"/a"); err != nil {
		t.Errorf("a file that is nowhere: %v", err)
	}
}

// A host that wants a longer pause gets it, up to half a minute.
func TestCrawlDelay(t *testing.T) {
	t.Parallel()
	c := New(Options{Private: true})
	defer c.Close()
	c.slow("a.example", 7*time.Second)
	c.slow("b.example", time.Millisecond)
	if c.slower["a.example"] != 7*time.Second || c.slower["b.example"] != 0 || time.Until(c.next["a.example"]) < 6*time.Second {
		t.Errorf("pauses %v, next %v", c.slower, c.next)
	}
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			io.WriteString(w, "User-agent: *\nCrawl-delay: 86400\n")
			return
		}
		page(w, r)
	})
	host := strings.TrimPrefix(s.URL, "http://")
	c.pause = 0
	if rules, err := c.askRules(t.Context(), mustParse(t, s.URL)); err != nil || min(rules.Delay(), maxDelayed) != maxDelayed {
		t.Errorf("%v, %v", rules, err)
	}
	c.slow(host, 40*time.Millisecond)
	begun := time.Now()
	for range 3 {
		if _, err := c.Get(t.Context(), s.URL+"/a"); err != nil {
			t.Fatal(err)
		}
	}
	if spent := time.Since(begun); spent < 120*time.Millisecond {
		t.Errorf("three pages in %v", spent)
	}
}

// Who is led to where one logs in did not get the article.
func TestLedToALogin(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if to := r.URL.Query().Get("to"); to != "" {
			http.Redirect(w, r, to, http.StatusFound)
			return
		}
		page(w, r)
	})
	for to, lost := range map[string]bool{
		"/account/login?back=/a": true, "/Sign-In": true, "/wp-login/login.php": true, "/v2/collectConsent": true,
		"/2024/login-pages-of-the-past": false, "/story/42": false,
	} {
		got, err := client(t, Options{}).Get(t.Context(), s.URL+"/a?to="+strings.ReplaceAll(to, "?", "%3F"))
		if err != nil {
			t.Fatal(err)
		}
		if why := got.Lost(); (why != "") != lost {
			t.Errorf("%s: %q", to, why)
		}
	}
	if got, err := client(t, Options{}).Get(t.Context(), s.URL+"/how-to/login"); err != nil || got.Lost() != "" {
		t.Errorf("what was asked for: %q, %v", got.Lost(), err)
	}
}

func mustParse(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
