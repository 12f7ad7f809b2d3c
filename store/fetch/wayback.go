package fetch

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"time"
)

// wayback is the Internet Archive's copy of the web.
const wayback = "https://web.archive.org"

// waybackStamp is how the Wayback Machine writes a time.
const waybackStamp = "20060102150405"

// Copy fetches the copy of a page that the Wayback Machine has: the one that
// was made nearest to a time, or the newest if that is zero. The bytes are
// those that the page's own host sent then.
func (c *Client) Copy(ctx context.Context, address string, near time.Time) (Page, error) {
	u, err := parse(address)
	if err != nil {
		return Page{}, err
	}
	const newest = "2" // which the service takes for the end of time
	if near.IsZero() {
		return c.copyAt(ctx, u, newest)
	}
	page, err := c.copyAt(ctx, u, near.UTC().Format(waybackStamp))
	if e, ok := errors.AsType[*Error](err); ok && (e.Kind == Gone || e.Kind == Refused) {
		return c.copyAt(ctx, u, newest)
	}
	return page, err
}

// copyAt fetches the copy that was made nearest to a stamp.
func (c *Client) copyAt(ctx context.Context, of *url.URL, stamp string) (Page, error) {
	u, err := parse(c.options.Wayback + "/web/" + stamp + "id_/" + of.String())
	if err != nil {
		return Page{}, err
	}
	page, err := c.page(ctx, u)
	if err == nil {
		return c.copied(page, of)
	}
	e, ok := errors.AsType[*Error](err)
	switch {
	case !ok:
		return Page{}, err
	case e.Unnamed():
		return Page{}, &Error{Kind: Offline, Host: true, reason: "the Wayback Machine is not to be reached", err: err}
	case e.Kind == Gone:
		return Page{}, &Error{Kind: Gone, reason: "the Wayback Machine has no copy", err: err}
	}
	kind := e.Kind
	if e.Host {
		kind = Later // it is there; perhaps it was asked too often
	}
	return Page{}, &Error{Kind: kind, Host: e.Host, Wait: e.Wait, reason: "the Wayback Machine: " + e.reason, err: err}
}

// copyAddress takes the address of a copy apart: what it is a copy of, and of when.
func (c *Client) copyAddress(u *url.URL) (of *url.URL, stamp string, ok bool) {
	rest, ok := strings.CutPrefix(u.String(), c.options.Wayback+"/web/")
	if !ok {
		return nil, "", false
	}
	stamp, address, ok := strings.Cut(rest, "/")
	stamp = strings.TrimRight(stamp, "_abcdefghijklmnopqrstuvwxyz") // how the copy is shown
	if !ok || stamp == "" || strings.Trim(stamp, "0123456789") != "" || len(stamp) > len(waybackStamp) {
		return nil, "", false
	}
	if !strings.Contains(address, "://") {
		address = "http://" + address
	}
	of, err := parse(address)
	return of, stamp, err == nil
}

// copied makes of what the service sent the page that it is a copy of.
func (c *Client) copied(page Page, of *url.URL) (Page, error) {
	at, err := url.Parse(page.Address)
	base, _ := url.Parse(c.options.Wayback)
	if err != nil || base == nil || at.Host != base.Host { // out into the web, where the page is not
		return Page{}, &Error{Kind: Gone, reason: "the Wayback Machine has no copy"}
	}
	rest, _ := strings.CutPrefix(at.Path, "/web/")
	stamp, _, _ := strings.Cut(rest, "id_/")
	if t, err := time.Parse(waybackStamp, stamp); err == nil {
		page.Captured = t
	}
	page.Copy, page.Address, page.asked = page.Address, of.String(), of.String()
	return page, nil
}
