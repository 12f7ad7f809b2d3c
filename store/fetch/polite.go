package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	"offprint/store/fetch/robots"
)

// A page that somebody asked for is fetched as a browser would. Whoever goes
// over a list ([Options.Robots]) asks each host first what programs may fetch,
// once, and keeps to it, on the way that redirects lead, too.

// agentName is what hosts call the program in their robots.txt.
const agentName = "offprint"

const (
	maxDelayed  = 30 * time.Second // the longest pause that a host is given because it asks for one
	robotsTime  = 10 * time.Second
	robotsAgain = 24 * time.Hour // how long an answer holds
)

// listed marks requests that are made for a list.
type listed struct{}

// said is what one host says to programs.
type said struct {
	mu    sync.Mutex // held while the host is asked
	asked time.Time  // zero: it was not asked yet
	rules robots.Rules
	err   error // why it could not be asked
}

// allowed is an error if the host of an address does not want it to be fetched
// by programs that go over lists, of which the context's request is one.
func (c *Client) allowed(ctx context.Context, u *url.URL) error {
	if ctx.Value(listed{}) == nil {
		return nil
	}
	key := u.Scheme + "://" + u.Host
	c.mu.Lock()
	s := c.said[key]
	if s == nil {
		s = &said{}
		c.said[key] = s
	}
	c.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Since(s.asked) > robotsAgain {
		s.rules, s.err = c.askRules(ctx, u)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		s.asked = time.Now()
		c.slow(u.Host, min(s.rules.Delay(), maxDelayed))
	}
	switch {
	case s.err != nil:
		return s.err
	case !s.rules.Allows(u.RequestURI()):
		return &Error{Kind: Refused, reason: "its host asks programs to leave it alone (robots.txt)"}
	}
	return nil
}

// askRules fetches what a host says to programs. A host that has no such file
// says nothing; one that cannot answer now is asked for nothing else, either.
func (c *Client) askRules(ctx context.Context, u *url.URL) (robots.Rules, error) {
	ctx = context.WithValue(ctx, listed{}, nil) // the file itself may always be asked for
	if err := c.turn(ctx, u.Host); err != nil {
		return robots.Rules{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, robotsTime)
	defer cancel()
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	answer, err := c.http.Do(request(ctx, at))
	if err != nil {
		e := c.explain(err)
		if errors.Is(err, context.DeadlineExceeded) {
			e.reason = "the host does not say what programs may fetch (robots.txt)"
		}
		if e == errEndless || e.Kind == Forbidden {
			return robots.Rules{}, nil // it leads nowhere, as a file that is not there
		}
		return robots.Rules{}, e
	}
	defer answer.Body.Close()
	if said := statusError(answer); said != nil {
		c.hold(u.Host, said.Wait)
		if answer.StatusCode < 500 && answer.StatusCode != http.StatusTooManyRequests {
			return robots.Rules{}, nil
		}
		said.Kind, said.reason = Later, "its host does not say what programs may fetch (robots.txt): "+said.reason
		return robots.Rules{}, said
	}
	file, err := io.ReadAll(io.LimitReader(answer.Body, robots.MaxSize))
	if err != nil {
		return robots.Rules{}, c.explain(err)
	}
	return robots.Parse(file, agentName), nil
}
