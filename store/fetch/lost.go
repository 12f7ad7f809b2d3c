package fetch

import (
	"bytes"
	"net/url"
	"strings"
)

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
	case !walled(asked) && walled(at):
		return "it leads to a page that asks who reads it, or for consent"
	}
	return ""
}

// walls are the words of addresses to which hosts lead whom they do not let in.
var walls = map[string]bool{
	"login": true, "log-in": true, "signin": true, "sign-in": true, "sign_in": true, "sso": true, "auth": true, "oauth": true, "oauth2": true,
	"consent": true, "cookie-consent": true, "cookiewall": true, "privacy-gate": true, "privacywall": true, "collectconsent": true, "gdpr": true,
	"paywall": true, "captcha": true, "challenge": true, "geoblock": true, "register": true, "registration": true, "anmelden": true, "connexion": true,
}

// walled reports whether an address is one of those, by a label of its host or a step of its path.
func walled(u *url.URL) bool {
	label, _, _ := strings.Cut(u.Hostname(), ".")
	if walls[strings.ToLower(label)] {
		return true
	}
	for step := range strings.SplitSeq(strings.ToLower(u.Path), "/") {
		name, _, _ := strings.Cut(step, ".") // login.php
		if walls[name] {
			return true
		}
	}
	return false
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
