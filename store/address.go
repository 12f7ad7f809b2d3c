package store

import (
	"net"
	"net/url"
	"sort"
	"strings"

	"offprint/reader"
)

// trackers are query keys that tell where a reader came from, not what the
// page is. Keys that begin with utm_ are among them as well.
var trackers = map[string]bool{
	"fbclid": true, "gclid": true, "dclid": true, "msclkid": true, "yclid": true, "igshid": true,
	"mc_cid": true, "mc_eid": true, "cmpid": true, "ref_src": true, "smid": true, "ocid": true, "xtor": true,
	"at_medium": true, "at_campaign": true, "ns_source": true, "ns_campaign": true, "ns_mchannel": true, "guccounter": true,
}

// addressKey returns the form of an address under which two that lead to the
// same page are equal; empty if it is none, or names no page of its site. The scheme does not count, nor do
// "www.", the default port, the fragment, tracking keys, the order of the
// query, and a slash at the end.
func addressKey(address reader.Text) string {
	u, err := url.Parse(strings.TrimSpace(string(address)))
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.ToLower(u.Host)
	if h, port, err := net.SplitHostPort(host); err == nil && (port == "80" || port == "443") {
		host = h
	}
	if host = strings.TrimPrefix(strings.TrimRight(host, "."), "www."); host == "" {
		return ""
	}
	key := host + strings.TrimRight(u.EscapedPath(), "/")
	var kept []string
	for pair := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(pair, "=")
		name = strings.ToLower(name)
		if pair != "" && !trackers[name] && !strings.HasPrefix(name, "utm_") {
			kept = append(kept, pair)
		}
	}
	if len(kept) == 0 && key == host {
		return "" // a site's front page, which careless pages name as their own address
	}
	if len(kept) > 0 {
		sort.Strings(kept)
		key += "?" + strings.Join(kept, "&")
	}
	return key
}
