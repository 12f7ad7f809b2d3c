// Package fetch gets one page from the web. It is the only package of the
// program that speaks to a network, and it does so only for commands that were
// told to: offprint add ADDRESS, offprint fetch.
//
// A [Client] makes one plain request after another, within limits: http and
// https, [MaxSize] bytes after unpacking, 30 seconds in all, five redirects,
// small headers. It keeps no cookies, sends no credentials and no referrer,
// and names itself honestly. Proxies of the environment are not used: the
// address that is connected to is the one that was checked, and it must be of
// the public internet. The check is made when the connection is, so that
// neither a redirect nor a name that changes its address gets around it.
//
// One host is asked once a second at most, and a host that asks to be left
// alone for a while is. Who fetches a list of addresses sets [Options.Robots]:
// what a host says in its robots.txt is kept to then.
//
// [Client.Get] is for a page as it is now, [Client.Copy] for the copy that the
// Wayback Machine of the Internet Archive has of it. All errors but those of
// the context are an [*Error], whose text is for people and does not repeat
// the address.
package fetch

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// MaxSize is the size of the largest page, in bytes, after unpacking.
const MaxSize = 10 << 20

const (
	maxTime      = 30 * time.Second // for one page with all redirects
	maxRedirects = 5
	maxHeader    = 128 << 10 // bytes of one answer's header
	dialTime     = 10 * time.Second
	hostPause    = time.Second // between two requests to one host
)

// agent is how the program names itself: no browser, and no crawler either.
const agent = "Mozilla/5.0 (compatible; offprint; saves single pages for their reader)"

// accept tells what can be read.
const accept = "text/html,application/xhtml+xml,application/pdf;q=0.9,application/epub+zip;q=0.9,text/*;q=0.8,*/*;q=0.5"

// Options says what a client may do.
type Options struct {
	// Private allows hosts of the machine itself and of private networks.
	Private bool
	// Patience is how long a host that asks to wait is waited for; 0 is not at all.
	Patience time.Duration
	// Wayback is the address of another Wayback Machine, such as that of a
	// test; empty is the Internet Archive's.
	Wayback string
	// Robots has each host asked first what programs may fetch (robots.txt), as
	// befits who goes over a list of addresses. Copies are not asked for that way.
	Robots bool
	// Hurry leaves out the pause between two requests to one host. It is for tests.
	Hurry bool
}

// Page is what was got.
type Page struct {
	Address     string    // where it came from in the end; of a copy, what it is a copy of
	Data        []byte    // as it was sent, unpacked
	ContentType string    // "text/html"; what the bytes look like where the host did not say
	Charset     string    // the encoding that the host names; empty if it names none
	Copy        string    // where a copy came from; empty if it is none
	Captured    time.Time // when a copy was made; zero if that is not known
	asked       string
}

// Client gets pages. It may be used from several goroutines. Make one with [New].
type Client struct {
	options Options
	http    *http.Client
	limit   int64         // bytes of a page
	time    time.Duration // for a page
	pause   time.Duration // for a host
	mu      sync.Mutex
	next    map[string]time.Time     // when it is a host's turn again
	held    map[string]time.Time     // until when a host wants to be left alone
	slower  map[string]time.Duration // the pause of a host that asks for a longer one
	said    map[string]*said         // what hosts say to programs, by scheme and host
}

// New returns a client. Nothing is connected to before the first page is asked for.
func New(o Options) *Client {
	if o.Wayback == "" {
		o.Wayback = wayback
	}
	c := &Client{
		options: o, limit: MaxSize, time: maxTime, pause: hostPause, next: make(map[string]time.Time), held: make(map[string]time.Time),
		slower: make(map[string]time.Duration), said: make(map[string]*said),
	}
	if o.Hurry {
		c.pause = 0
	}
	guard := guard{private: o.Private}
	dialer := &net.Dialer{Timeout: dialTime, Control: guard.control}
	c.http = &http.Client{
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: dialTime, ResponseHeaderTimeout: maxTime, IdleConnTimeout: 10 * time.Second,
			MaxResponseHeaderBytes: maxHeader, MaxIdleConnsPerHost: 1,
		},
		CheckRedirect: c.follow,
	}
	return c
}

// Close gives up the connections that are kept.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// errEndless ends a way that would not end.
var errEndless = &Error{Kind: Unfit, reason: "it leads from one address to another, and on, more than five times"}

// follow decides about one redirect.
func (c *Client) follow(r *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return errEndless
	}
	if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
		return &Error{Kind: Forbidden, reason: "it leads to an address that is not of the web"}
	}
	r.URL.User = nil
	r.Header.Del("Referer")
	r.Header.Del("Authorization")
	return c.allowed(r.Context(), r.URL)
}

// parse reads an address that somebody typed or saved.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil || len(address) > 8000:
		return nil, &Error{Kind: Forbidden, reason: "the address cannot be read"}
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, &Error{Kind: Forbidden, reason: "only addresses that begin with http:// or https:// are fetched"}
	case u.Hostname() == "":
		return nil, &Error{Kind: Forbidden, reason: "the address names no host"}
	case u.User != nil:
		return nil, &Error{Kind: Forbidden, reason: "the address holds a name or password, which are never sent"}
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// Get fetches the page at an address. The address of a copy in the Wayback
// Machine gives what was copied, without what is put around it.
func (c *Client) Get(ctx context.Context, address string) (Page, error) {
	u, err := parse(address)
	if err != nil {
		return Page{}, err
	}
	if of, stamp, ok := c.copyAddress(u); ok {
		return c.copyAt(ctx, of, stamp)
	}
	if c.options.Robots {
		ctx = context.WithValue(ctx, listed{}, true)
	}
	return c.page(ctx, u)
}

// page fetches one page when it is its host's turn.
func (c *Client) page(ctx context.Context, u *url.URL) (Page, error) {
	if err := c.allowed(ctx, u); err != nil {
		return Page{}, err
	}
	if err := c.turn(ctx, u.Host); err != nil {
		return Page{}, err
	}
	limited, cancel := context.WithTimeout(ctx, c.time)
	defer cancel()
	page, err := c.through(limited, u)
	if err != nil && ctx.Err() != nil {
		return Page{}, ctx.Err()
	}
	page.asked = u.String()
	return page, err
}

// through gets a page, past those that only lead on to it.
func (c *Client) through(ctx context.Context, u *url.URL) (Page, error) {
	for range maxRedirects {
		page, err := c.get(ctx, u)
		if err != nil {
			return page, err
		}
		if u = refresh(&page); u == nil {
			return page, nil
		}
		if err := c.allowed(ctx, u); err != nil {
			return Page{}, err
		}
	}
	return Page{}, errEndless
}

// request is all that hosts are told.
func request(ctx context.Context, u *url.URL) *http.Request {
	return (&http.Request{Method: http.MethodGet, URL: u, Host: u.Host, Header: http.Header{
		"User-Agent": {agent}, "Accept": {accept},
	}}).WithContext(ctx)
}

func (c *Client) get(ctx context.Context, u *url.URL) (Page, error) {
	answer, err := c.http.Do(request(ctx, u))
	if err != nil {
		return Page{}, c.explain(err)
	}
	defer answer.Body.Close()
	at := answer.Request.URL
	if err := statusError(answer); err != nil {
		c.hold(at.Host, err.Wait)
		return Page{}, err
	}
	page := Page{Address: at.String()}
	_, page.Charset = contentType(answer.Header.Get("Content-Type"))
	page.Captured, _ = http.ParseTime(answer.Header.Get("Memento-Datetime"))
	page.Data, page.ContentType, err = c.body(answer)
	return page, err
}
