package fetch

import (
	"net/netip"
	"syscall"
)

// guard decides which addresses are connected to. It is asked for each
// connection, with the address that the name had at that moment.
type guard struct{ private bool }

// control refuses a connection before its first packet; see net.Dialer.
func (g guard) control(network, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || network != "tcp4" && network != "tcp6" {
		return &Error{Kind: Forbidden, reason: "its address cannot be read"}
	}
	switch kind := placeOf(at.Addr()); {
	case kind == public, kind == private && g.private:
		return nil
	case kind == private:
		return &Error{Kind: Forbidden, reason: "its address is of this machine or a private network: " + at.Addr().String() + " (--private allows those)"}
	}
	return &Error{Kind: Forbidden, reason: "its address is of no host of the internet: " + at.Addr().String()}
}

// place tells where an address leads.
type place uint8

const (
	nowhere place = iota // never connected to
	private
	public
)

// privates are the networks that the user may allow.
var privates = prefixes("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7")

// nowheres are no hosts that have pages: link-local addresses, where clouds
// keep their keys, multicast, documentation, benchmarks, and what is reserved.
var nowheres = prefixes(
	"0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
)

var (
	internet6 = netip.MustParsePrefix("2000::/3")     // all public addresses of IPv6
	nat64     = netip.MustParsePrefix("64:ff9b::/96") // IPv4 as networks without it see it
	metadata6 = netip.MustParseAddr("fd00:ec2::254")
)

func prefixes(all ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(all))
	for i, s := range all {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

// placeOf tells where an address leads. What is IPv4 within IPv6 is judged as IPv4.
func placeOf(a netip.Addr) place {
	a = a.Unmap()
	if nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	if !a.IsValid() || a.Zone() != "" || a == metadata6 {
		return nowhere
	}
	for _, p := range privates {
		if p.Contains(a) {
			return private
		}
	}
	for _, p := range nowheres {
		if p.Contains(a) {
			return nowhere
		}
	}
	if a.Is6() && !internet6.Contains(a) {
		return nowhere
	}
	return public
}
