package fetch

import (
	"bytes"
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
	stamps := []string{"2"} // which the service takes for the end of time
	if !near.IsZero() {
		stamps = []string{near.UTC().Format(waybackStamp), "2"}
	}
	for _, stamp := range stamps {
		var page Page
		page, err = c.Get(ctx, c.options.Wayback+"/web/"+stamp+"id_/"+u.String())
		if err == nil {
			return c.copied(page, u)
		}
		if e, ok := errors.AsType[*Error](err); !ok || e.Kind != Gone && e.Kind != Refused {
			break
		}
	}
	if e, ok := errors.AsType[*Error](err); ok {
		if e.Unnamed() {
			return Page{}, &Error{Kind: Offline, Host: true, reason: "the Wayback Machine is not to be reached", err: err}
		}
		if e.Kind == Gone {
			return Page{}, &Error{Kind: Gone, reason: "the Wayback Machine has no copy", err: err}
		}
		kind := e.Kind
		if e.Host {
			kind = Later // it is there; perhaps it was asked too often
		}
		return Page{}, &Error{Kind: kind, Host: e.Host, Wait: e.Wait, reason: "the Wayback Machine: " + e.reason, err: err}
	}
	return Page{}, err
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

// Lost tells why a page that a host sent is not the one that was asked for;
// empty if it is. Hosts seldom say so: they lead to their front page, or the
// name was sold and stands for sale.
func (p *Page) Lost() string {
	asked, err := url.Parse(p.asked)
	at, err2 := url.Parse(p.Address)
	switch {
	case err != nil || err2 != nil:
		return ""
	case parked(at.Hostname()) && !parked(asked.Hostname()), titleForSale(p.Data), parkedBy(p.Data):
		return "its host's name is for sale"
	case len(strings.Trim(asked.Path, "/")) > 0 && strings.Trim(at.Path, "/") == "" && at.RawQuery == "":
		return "it leads to a front page now"
	}
	return ""
}

// parkers are hosts that show advertising in the place of names that are for sale.
var parkers = []string{
	"sedo.com", "sedoparking.com", "parkingcrew.net", "bodis.com", "hugedomains.com", "dan.com", "afternic.com", "buydomains.com",
	"domainmarket.com", "parklogic.com", "above.com", "skenzo.com", "undeveloped.com", "parking.reg.ru", "domainname.shop",
}

func parked(host string) bool {
	for _, p := range parkers {
		if host == p || strings.HasSuffix(host, "."+p) {
			return true
		}
	}
	return false
}

// parkedReach is how much of a page is looked at, in bytes.
const parkedReach = 32 << 10

// parkedBy reports whether a small page loads what it shows from one of the parkers.
func parkedBy(data []byte) bool {
	if len(data) > parkedReach {
		return false
	}
	for _, part := range bytes.Split(bytes.ToLower(data), []byte("src="))[1:] {
		at := strings.Trim(string(part[:min(len(part), 200)]), `"' `)
		if strings.HasPrefix(at, "//") {
			at = "https:" + at
		}
		end := strings.IndexAny(at, `"' >`)
		if end < 0 {
			end = len(at)
		}
		if u, err := url.Parse(at[:end]); err == nil && parked(u.Hostname()) {
			return true
		}
	}
	return false
}

// titleForSale reports whether a page's title offers the name of its host.
func titleForSale(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), parkedReach)])
	_, rest, ok := bytes.Cut(head, []byte("<title"))
	title, _, _ := bytes.Cut(rest, []byte("</title"))
	if !ok || !bytes.Contains(title, []byte("domain")) || len(title) > 200 {
		return false
	}
	return bytes.Contains(title, []byte("is for sale")) || bytes.Contains(title, []byte("parked")) || bytes.Contains(title, []byte("may be for sale"))
}
