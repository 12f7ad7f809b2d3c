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
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Kind sorts the ways in which a page is not got by what can be done about it.
type Kind uint8

// The kinds of errors.
const (
	Broken    Kind = iota // the host does not answer as it should
	Gone                  // the page or its host is not there any more
	Refused               // the host does not give the page to this program
	Later                 // the host asks to come back, or has a fault that will pass
	Forbidden             // the address is not one that is fetched
	Unfit                 // the page is too large, or nothing that can be read
	Offline               // there is no network
)

// Error is why a page was not got.
type Error struct {
	Kind Kind
	// Host is set if no other page of the host can be had either.
	Host bool
	// Wait is how long the host asks to be left alone; zero if it does not say.
	Wait   time.Duration
	reason string
	err    error
}

// Error returns the reason in a few words. It may hold what the host sent and is not clean.
func (e *Error) Error() string { return e.reason }

// Unwrap returns what the packages below said.
func (e *Error) Unwrap() error { return e.err }

// Unnamed reports whether the name of the host could not be looked up: it may
// be gone, or there may be no network.
func (e *Error) Unnamed() bool {
	_, ok := errors.AsType[*net.DNSError](e.err)
	return ok || e.Kind == Offline
}

// statusError returns the error that an answer's status is; nil if it is none.
func statusError(a *http.Response) *Error {
	if a.StatusCode == http.StatusOK {
		return nil
	}
	e := &Error{reason: "the host answers " + strconv.Itoa(a.StatusCode)}
	if text := http.StatusText(a.StatusCode); text != "" {
		e.reason += " " + strings.ToLower(text)
	}
	switch a.StatusCode {
	case http.StatusNotFound, http.StatusGone:
		e.Kind = Gone
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		e.Kind, e.Wait = Later, retryAfter(a.Header.Get("Retry-After"))
		if e.Wait > 0 {
			e.reason += fmt.Sprintf(", and asks to come back in %s", e.Wait)
		} else if a.StatusCode == http.StatusTooManyRequests {
			e.Wait = someWait
		}
	case http.StatusInternalServerError, http.StatusBadGateway, http.StatusGatewayTimeout, http.StatusRequestTimeout:
		e.Kind = Later
	default:
		e.Kind = Refused
	}
	return e
}

// someWait is how long a host is left alone that was asked too often and does not say how long.
const someWait = 20 * time.Second

// maxWait is the longest time that a host is believed to want to be left alone.
const maxWait = 24 * time.Hour

// retryAfter reads the header of that name: seconds or a date.
func retryAfter(s string) time.Duration {
	d := time.Duration(0)
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
		d = time.Duration(min(max(n, 0), int(maxWait/time.Second))) * time.Second
	} else if t, err := http.ParseTime(s); err == nil {
		d = time.Until(t).Round(time.Second)
	}
	return min(max(d, 0), maxWait)
}

// explain finds words for what went wrong before there was an answer.
func (c *Client) explain(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok { // from the guard or a redirect
		return e
	}
	e := &Error{Kind: Broken, err: err}
	dns, isDNS := errors.AsType[*net.DNSError](err)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		e.Kind, e.reason = Later, fmt.Sprintf("it took longer than %s", c.time)
	case isDNS && dns.IsNotFound:
		e.Kind, e.Host, e.reason = Gone, true, "there is no host of that name"
	case isDNS && dns.Err == "server misbehaving":
		e.Host, e.reason = true, "the name of its host cannot be looked up"
	case isDNS, errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.ENETDOWN):
		e.Kind, e.reason = Offline, "there is no network, or no name server in it"
	case isTimeout(err):
		e.Host, e.reason = true, "the host does not answer"
	case isDial(err):
		e.Host, e.reason = true, "nobody answers at that address"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		e.reason = "the connection broke off"
	default:
		e.reason = plain(err)
	}
	return e
}

func isTimeout(err error) bool {
	t, ok := errors.AsType[net.Error](err)
	return ok && t.Timeout()
}

// isDial reports whether there was no connection at all.
func isDial(err error) bool {
	op, ok := errors.AsType[*net.OpError](err)
	return ok && op.Op == "dial"
}

// plain finds words for faults of TLS, and takes what Go repeats out of the rest.
func plain(err error) string {
	if e, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return "its certificate is not valid: " + certificate(e.Err)
	}
	if _, ok := errors.AsType[tls.RecordHeaderError](err); ok || errors.Is(err, http.ErrSchemeMismatch) {
		return "the host does not speak TLS"
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		err = e.Err
	}
	if strings.Contains(err.Error(), "response headers exceeded") || strings.Contains(err.Error(), "response header list larger") {
		return fmt.Sprintf("the header of its answer is larger than %d KiB", maxHeader>>10)
	}
	return "the host does not answer as it should: " + err.Error()
}

func certificate(err error) string {
	if _, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		return "nobody who is trusted has signed it"
	}
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return "it is another host's"
	}
	if e, ok := errors.AsType[x509.CertificateInvalidError](err); ok && e.Reason == x509.Expired {
		return "it has expired, or the clock of this machine is wrong"
	}
	return strings.TrimPrefix(err.Error(), "x509: ")
}
