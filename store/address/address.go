// Package address tells which addresses of the web lead to the same page:
// those that have the same [Key].
package address

import (
	"net"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"offprint/reader"
)

// trackers are query keys that tell where a reader came from, not what the
// page is. Keys that begin with utm_ are among them as well.
var trackers = map[string]bool{
	"fbclid": true, "gclid": true, "dclid": true, "gbraid": true, "wbraid": true, "msclkid": true, "yclid": true, "twclid": true,
	"srsltid": true, "igshid": true, "igsh": true, "_ga": true, "_gl": true, "mc_cid": true, "mc_eid": true, "mkt_tok": true,
	"_hsenc": true, "_hsmi": true, "hsctatracking": true, "vero_id": true, "__s": true, "cmp": true, "cmpid": true, "s_cid": true,
	"ref_src": true, "ref_url": true, "smid": true, "smtyp": true, "emc": true, "ocid": true, "xtor": true, "xtref": true,
	"at_medium": true, "at_campaign": true, "at_custom1": true, "at_custom2": true, "at_custom3": true, "at_custom4": true,
	"ns_source": true, "ns_campaign": true, "ns_mchannel": true, "ns_linkname": true, "ns_fee": true, "soc_src": true, "soc_trk": true,
	"fb_ref": true, "fb_source": true, "fb_action_ids": true, "fb_action_types": true, "__twitter_impression": true,
	"guccounter": true, "guce_referrer": true, "guce_referrer_sig": true, "amp": true,
}

// Form is the version of Key: raise it when the keys change, and the archive
// learns those of its articles anew.
const Form = 2

// wrapped are addresses of copies, with the address of the page at their end:
// the Wayback Machine's, and those through which Google serves pages.
var wrapped = regexp.MustCompile(`^(?:web\.archive\.org/web/[0-9]{1,14}[a-z_]*/|(?:www\.)?google\.[a-z.]+/amp/s/|[a-z0-9-]+\.cdn\.ampproject\.org/[a-z]/s/)(.+)$`)

// Key returns the form of an address under which two that lead to the
// same page are equal; empty if it is none, or names no page of its site. The
// scheme does not count, nor do "www.", what marks the pages of a site for
// telephones, the default port, the fragment, tracking keys, the order of the
// query, how characters are escaped, and a slash at the end.
func Key(address reader.Text) string {
	u, err := url.Parse(strings.TrimSpace(string(address)))
	if err != nil || u.Host == "" {
		return ""
	}
	if m := wrapped.FindStringSubmatch(strings.ToLower(u.Host) + u.EscapedPath()); m != nil {
		inside := m[1]
		if !strings.Contains(inside, "://") {
			inside = "https://" + strings.TrimPrefix(inside, "https:/")
		}
		if in, err := url.Parse(inside); err == nil && in.Host != "" {
			in.RawQuery = u.RawQuery
			u = in
		}
	}
	host := hostKey(u.Host)
	if host == "" {
		return ""
	}
	key := host + pathKey(u)
	kept := queryKey(u.RawQuery)
	if kept == "" && key == host {
		return "" // a site's front page, which careless pages name as their own address
	}
	if kept != "" {
		key += "?" + kept
	}
	return key
}

// hostKey leaves out of a host what does not tell its pages apart.
func hostKey(host string) string {
	host = strings.ToLower(host)
	if h, port, err := net.SplitHostPort(host); err == nil && (port == "80" || port == "443") {
		host = h
	}
	host = strings.TrimPrefix(strings.TrimRight(host, "."), "www.")
	for _, mobile := range []string{"m.", "mobile.", "amp."} {
		if rest, ok := strings.CutPrefix(host, mobile); ok && strings.Contains(rest, ".") {
			return rest
		}
	}
	return strings.Replace(host, ".m.wikipedia.", ".wikipedia.", 1)
}

// pathKey writes a path in one of the ways in which it can be escaped.
func pathKey(u *url.URL) string {
	path := u.EscapedPath()
	if !strings.Contains(strings.ToLower(path), "%2f") { // a slash that parts nothing stays told from one that does
		path = (&url.URL{Path: u.Path}).EscapedPath()
	}
	path = strings.TrimRight(path, "/")
	if rest, ok := strings.CutSuffix(path, "/amp"); ok && rest != "" {
		return strings.TrimRight(rest, "/")
	}
	return path
}

// queryKey writes what counts of a query, in order.
func queryKey(raw string) string {
	var kept []string
	for pair := range strings.SplitSeq(raw, "&") {
		name, value, equals := strings.Cut(pair, "=")
		lower := strings.ToLower(name)
		if pair == "" || trackers[lower] || strings.HasPrefix(lower, "utm_") {
			continue
		}
		pair = escaped(name)
		if equals {
			pair += "=" + escaped(value)
		}
		kept = append(kept, pair)
	}
	slices.Sort(kept)
	return strings.Join(kept, "&")
}

// escaped writes a part of a query in one of the ways in which it can be escaped.
func escaped(part string) string {
	plain, err := url.QueryUnescape(part)
	if err != nil {
		return part
	}
	return url.QueryEscape(plain)
}
