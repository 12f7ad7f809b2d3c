package fetch

import (
	"context"
	"encoding/binary"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// Without the flag nothing on this machine is reached, by whatever name.
func TestPrivateRefused(t *testing.T) {
	t.Parallel()
	reached := false
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { reached = true; page(w, r) })
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(s.URL, "http://"))
	c := New(Options{Hurry: true})
	defer c.Close()
	for _, host := range []string{
		"127.0.0.1", "127.1.2.3", "[::1]", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0", "[::]", "10.0.0.1", "192.168.0.1",
		"169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "100.64.0.1", "224.0.0.1",
	} {
		_, err := c.Get(t.Context(), "http://"+host+":"+port+"/")
		wantError(t, err, Forbidden, "its address is of")
	}
	if reached {
		t.Error("the server was reached")
	}
}

// A redirect is checked as the first address is, even where private ones are allowed.
func TestRedirectRefused(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://"+r.URL.Query().Get("to")+"/latest/meta-data", http.StatusFound)
	})
	for _, to := range []string{"169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "[::ffff:169.254.169.254]", "0.0.0.0"} {
		_, err := client(t, Options{}).Get(t.Context(), s.URL+"/?to="+to)
		wantError(t, err, Forbidden, "of no host of the internet")
	}
}

// A redirect from a public host to a private one is refused when it is dialled.
func TestRedirectToLoopback(t *testing.T) {
	t.Parallel()
	inside := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the private server was reached") })
	c := New(Options{Hurry: true})
	defer c.Close()
	// The first answer comes from a public host, as far as the client can tell.
	dial := c.http.Transport.(*http.Transport).DialContext
	front := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, inside.URL, http.StatusFound) })
	c.http.Transport.(*http.Transport).DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address == "public.example:80" {
			return (&net.Dialer{}).DialContext(ctx, network, front.Listener.Addr().String())
		}
		return dial(ctx, network, address)
	}
	_, err := c.Get(t.Context(), "http://public.example/")
	wantError(t, err, Forbidden, "private network")
}

// A name that is one address when it is first looked up and another the next
// time is checked each time it is connected to.
func TestNameChangesAddress(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		http.Redirect(w, r, "/again", http.StatusFound)
	})
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	var asked atomic.Int32
	resolver := &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go answerName(theirs, func() [4]byte {
			if asked.Add(1) == 1 {
				return [4]byte{127, 0, 0, 1}
			}
			return [4]byte{169, 254, 169, 254}
		})
		return ours, nil
	}}
	c := client(t, Options{})
	c.http.Transport.(*http.Transport).DialContext = (&net.Dialer{Resolver: resolver, Control: guard{private: true}.control}).DialContext
	_, err := c.Get(t.Context(), "http://rebind.test.:"+port+"/")
	wantError(t, err, Forbidden, "169.254.169.254")
	if asked.Load() < 2 {
		t.Errorf("the name was looked up %d times, want it anew for the second connection", asked.Load())
	}
}

// answerName is a name server for one connection, which knows IPv4 addresses only.
func answerName(c net.Conn, address func() [4]byte) {
	defer c.Close()
	for {
		var size [2]byte
		if _, err := io.ReadFull(c, size[:]); err != nil {
			return
		}
		b := make([]byte, binary.BigEndian.Uint16(size[:]))
		if _, err := io.ReadFull(c, b); err != nil {
			return
		}
		var m dnsmessage.Message
		if m.Unpack(b) != nil || len(m.Questions) == 0 {
			return
		}
		q := m.Questions[0]
		reply := dnsmessage.Message{Header: dnsmessage.Header{ID: m.ID, Response: true, RecursionAvailable: true}, Questions: m.Questions}
		if q.Type == dnsmessage.TypeA {
			reply.Answers = []dnsmessage.Resource{{
				Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0},
				Body:   &dnsmessage.AResource{A: address()},
			}}
		}
		out, err := reply.Pack()
		if err != nil {
			return
		}
		c.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(out))), out...))
	}
}

func TestTLS(t *testing.T) {
	t.Parallel()
	s := httptest.NewUnstartedServer(http.HandlerFunc(page))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	_, err := client(t, Options{}).Get(t.Context(), s.URL)
	wantError(t, err, Broken, "certificate is not valid: nobody who is trusted")
	plain := serve(t, page)
	_, err = client(t, Options{}).Get(t.Context(), strings.Replace(plain.URL, "http:", "https:", 1))
	wantError(t, err, Broken, "TLS")
	c := client(t, Options{})
	c.http.Transport.(*http.Transport).TLSClientConfig = s.Client().Transport.(*http.Transport).TLSClientConfig
	if got, err := c.Get(t.Context(), s.URL); err != nil || string(got.Data) != sample {
		t.Errorf("with a certificate that is trusted: %v", err)
	}
	_, err = c.Get(t.Context(), strings.Replace(s.URL, "127.0.0.1", "localhost", 1))
	wantError(t, err, Broken, "another host's")
}

func TestNobodyThere(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	at := l.Addr().String()
	l.Close()
	_, err = client(t, Options{}).Get(t.Context(), "http://"+at)
	wantError(t, err, Broken, "nobody answers")
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]place{
		"93.184.216.34": public, "8.8.8.8": public, "2606:2800:220:1:248:1893:25c8:1946": public, "64:ff9b::808:808": public,
		"127.0.0.1": private, "127.255.0.9": private, "10.1.2.3": private, "172.31.0.1": private, "192.168.1.1": private, "100.64.0.1": private,
		"::1": private, "fd12::1": private, "::ffff:127.0.0.1": private, "::ffff:10.0.0.1": private, "64:ff9b::a00:1": private,
		"169.254.169.254": nowhere, "::ffff:169.254.169.254": nowhere, "fe80::1": nowhere, "fe80::1%eth0": nowhere, "0.0.0.0": nowhere, "::": nowhere,
		"224.0.0.1": nowhere, "ff02::1": nowhere, "255.255.255.255": nowhere, "240.0.0.1": nowhere, "198.18.0.1": nowhere, "192.0.2.1": nowhere,
		"2001:db8::1": nowhere, "2002:7f00:1::": nowhere, "2001::1": nowhere, "::127.0.0.1": nowhere, "fd00:ec2::254": nowhere, "fec0::1": nowhere,
		"64:ff9b::a9fe:a9fe": nowhere, "64:ff9b:1::1": nowhere, "172.32.0.1": public, "100.128.0.1": public,
	} {
		if got := placeOf(netip.MustParseAddr(s)); got != want {
			t.Errorf("%s is %d, want %d", s, got, want)
		}
	}
	if placeOf(netip.Addr{}) != nowhere {
		t.Error("no address leads somewhere")
	}
}
