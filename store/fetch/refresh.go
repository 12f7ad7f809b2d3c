package fetch

import (
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// Shorteners of addresses answer what looks like a browser with a small page
// that leads on by itself. That is a redirect like any other.

// maxRefresh is the size of the largest page that is taken for one that only
// leads on, in bytes, and maxDelay the seconds after which it must.
const (
	maxRefresh = 16 << 10
	maxDelay   = 5
)

// leading finds the element that leads on: its delay and address.
var leading = regexp.MustCompile(`(?is)<meta\s[^>]*http-equiv\s*=\s*["']?refresh["']?\s[^>]*content\s*=\s*(?:"\s*(\d+)[^>";]*[;,]\s*url\s*=\s*'?([^"'>]+)|'\s*(\d+)[^>';]*[;,]\s*url\s*=\s*"?([^"'>]+))`)

// refresh returns where a page leads on to; nil if it is one to be read.
func refresh(page *Page) *url.URL {
	if page.ContentType != "text/html" && page.ContentType != "application/xhtml+xml" || len(page.Data) > maxRefresh {
		return nil
	}
	m := leading.FindSubmatch(page.Data)
	if m == nil {
		return nil
	}
	delay, to := string(m[1])+string(m[3]), string(m[2])+string(m[4])
	if n, err := strconv.Atoi(delay); err != nil || n > maxDelay {
		return nil
	}
	at, err := url.Parse(page.Address)
	if err != nil {
		return nil
	}
	u, err := at.Parse(strings.TrimSpace(html.UnescapeString(to)))
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	if u.String() == at.String() {
		return nil // it only shows itself anew
	}
	return u
}
