package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestExplained: what goes wrong before there is an answer is told in words,
// and whether another try or another address may help.
func TestExplained(t *testing.T) {
	t.Parallel()
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	bad := func(err error) error { return &tls.CertificateVerificationError{Err: err} }
	for _, c := range []struct {
		err   error
		kind  Kind
		host  bool // every page of the host would fail so
		words string
	}{
		{context.DeadlineExceeded, Later, false, "it took longer than"},
		{&net.DNSError{Err: "no such host", IsNotFound: true}, Gone, true, "no host of that name"},
		{&net.DNSError{Err: "server misbehaving"}, Broken, true, "cannot be looked up"},
		{&net.DNSError{Err: "connection refused"}, Offline, false, "there is no network"},
		{dial(syscall.ENETUNREACH), Offline, false, "there is no network"},
		{dial(os.ErrDeadlineExceeded), Broken, true, "the host does not answer"},
		{dial(syscall.ECONNREFUSED), Broken, true, "nobody answers at that address"},
		{io.ErrUnexpectedEOF, Broken, false, "the connection broke off"},
		{&net.OpError{Op: "read", Err: syscall.ECONNRESET}, Broken, false, "the connection broke off"},
		{bad(x509.UnknownAuthorityError{}), Broken, false, "its certificate is not valid: nobody who is trusted has signed it"},
		{bad(x509.HostnameError{Certificate: &x509.Certificate{}, Host: "a.example"}), Broken, false, "its certificate is not valid: it is another host's"},
		{bad(x509.CertificateInvalidError{Reason: x509.Expired}), Broken, false, "it has expired, or the clock of this machine is wrong"},
		{bad(x509.CertificateInvalidError{Reason: x509.NotAuthorizedToSign}), Broken, false, "certificate is not valid: certificate is not authorized"},
		{tls.RecordHeaderError{Msg: "first record"}, Broken, false, "the host does not speak TLS"},
		{http.ErrSchemeMismatch, Broken, false, "the host does not speak TLS"},
		{errors.New("net/http: server response headers exceeded 1 bytes"), Broken, false, "the header of its answer is larger than"},
		{errors.New("malformed HTTP response"), Broken, false, "the host does not answer as it should: malformed"},
	} {
		err := fmt.Errorf("get: %w", &url.Error{Op: "Get", URL: "https://a.example/", Err: c.err})
		e := New(Options{}).explain(err)
		if e.Kind != c.kind || e.Host != c.host || !strings.Contains(e.Error(), c.words) || strings.Contains(e.Error(), "Get \"") {
			t.Errorf("%v: got %q, kind %d, of the host: %v; want %q, kind %d, %v", c.err, e.Error(), e.Kind, e.Host, c.words, c.kind, c.host)
		}
	}
	own := &Error{Kind: Forbidden, reason: "own"}
	if e := New(Options{}).explain(fmt.Errorf("redirect: %w", own)); e != own {
		t.Errorf("an error of the guard became %v", e)
	}
}
