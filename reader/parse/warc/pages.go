package warc

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"path"
	"slices"
	"strings"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/message"
)

// survey is what has to be known before the pages are told from the rest.
type survey struct {
	budget  *inner.Budget
	listed  map[string]bool     // pages that a list names, with where they lead on to; empty without a list
	embeds  map[uint64]struct{} // what was fetched for a page and not by somebody
	found   bool                // a page of the list is in the archive
	others  map[uint64]struct{} // pages that the list does not name
	records int
	seen    map[[16]byte]struct{} // pages that were yielded
	seed    maphash.Seed
}

func newSurvey(b *inner.Budget) *survey {
	return &survey{budget: b, embeds: map[uint64]struct{}{}, others: map[uint64]struct{}{}, seen: map[[16]byte]struct{}{}, seed: maphash.MakeSeed()}
}

// Read yields the pages of an archive.
func Read(in *inner.Input, b *inner.Budget) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		s := newSurvey(b)
		// The requests may stand behind the answers, so the archive is read twice.
		first := *b
		_ = s.look(in, &first)
		err := s.pages(in, yield)
		if errors.Is(err, errEnough) {
			return
		}
		if err == nil && s.records == 0 {
			err = fmt.Errorf("%w: no record in it can be read", inner.ErrDamaged)
		}
		if err != nil {
			yield(inner.Document{}, err)
		}
	}
}

var errEnough = errors.New("enough")

// maxArchive is the size of the largest archive that is packed within a WACZ
// file, in bytes. Those that are stored as they are, as they should be, are
// read where they are.
const maxArchive = 128 << 20

// ReadZipped yields the pages of a WACZ file.
func ReadZipped(in *inner.Input, b *inner.Budget) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		first := *b
		z, err := bundle.Open(in, &first)
		if err != nil {
			yield(inner.Document{}, err)
			return
		}
		s := newSurvey(b)
		s.listed = listed(z)
		for _, name := range archives(z) {
			if archive, err := z.Input(name, maxArchive); err == nil {
				_ = s.look(archive, &first)
			}
		}
		if z, err = bundle.Open(in, b); err != nil {
			yield(inner.Document{}, err)
			return
		}
		for _, name := range archives(z) {
			archive, err := z.Input(name, maxArchive)
			if err == nil {
				err = s.pages(archive, yield)
			}
			if errors.Is(err, errEnough) || err != nil && !yield(inner.Document{Name: name}, err) {
				return
			}
		}
		switch n := s.unlisted(); {
		case s.records == 0:
			yield(inner.Document{}, fmt.Errorf("%w: a web archive without records", inner.ErrDamaged))
		case n > 0:
			yield(inner.Document{}, inner.Passed(fmt.Sprintf("pages that its list does not name were left out: %d", n)))
		}
	}
}

// IsZipped reports whether a zip file is a WACZ.
func IsZipped(z *bundle.Zip) bool {
	if !z.Cut && !z.Has("datapackage.json") && !z.Has("pages/pages.jsonl") && !z.Has("webarchive.yaml") {
		return false
	}
	return len(archives(z)) > 0
}

func isArchive(name string) bool {
	return path.Dir(name) == "archive" && (strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz"))
}

// archives returns the names of the archives in a WACZ file.
func archives(z *bundle.Zip) []string {
	return slices.DeleteFunc(z.Names(), func(n string) bool { return !isArchive(n) })
}

// listed returns the pages that a WACZ file names.
func listed(z *bundle.Zip) map[string]bool {
	out := map[string]bool{}
	for _, name := range []string{"pages/pages.jsonl", "pages/extraPages.jsonl"} {
		if !z.Has(name) {
			continue
		}
		data, err := z.Read(name)
		if err != nil {
			continue
		}
		for line := range bytes.Lines(data) {
			var p struct {
				URL string `json:"url"`
			}
			if json.Unmarshal(line, &p) == nil && p.URL != "" && len(out) < maxPages {
				out[key(p.URL)] = true
			}
		}
	}
	return out
}

// key is an address without what makes no other page of it.
func key(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address = strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
	return strings.TrimSuffix(address, "/")
}

// look learns what tells pages from the rest.
func (s *survey) look(in *inner.Input, b *inner.Budget) error {
	w := walk{budget: b, use: s.learn, want: func(r *record) int64 {
		switch r.kind() {
		case "response", "resource", "conversion", "request":
			return maxHeader
		}
		return 0
	}}
	return w.records(in)
}

// learn takes from the beginning of a record what tells pages from the rest.
func (s *survey) learn(r *record) bool {
	k := key(r.address())
	switch r.kind() {
	case "request":
		_, head, _ := bytes.Cut(r.block, []byte("\n"))
		h := message.Read(head)
		dest := strings.ToLower(h.Get("sec-fetch-dest"))
		if (dest != "" && dest != "document" || h.Has("x-requested-with")) && len(s.embeds) < maxEmbeds {
			s.embeds[maphash.String(s.seed, k)] = struct{}{}
		}
	case "response":
		a, ok := readAnswer(r.block)
		if ok && s.listed[k] {
			s.found = true
			if to := a.head.Get("location"); a.status >= 300 && a.status < 400 && to != "" {
				s.listed[key(to)] = true
			}
		} else if ok && len(s.listed) > 0 && a.status == 200 && a.head.Type == "text/html" && !widget(k) && len(s.others) < maxEmbeds {
			s.others[maphash.String(s.seed, k)] = struct{}{}
		}
	case "resource", "conversion":
		s.found = s.found || s.listed[k]
	}
	s.records++
	return true
}

// unlisted counts the pages that a list does not name, and that were not
// fetched for another.
func (s *survey) unlisted() int {
	if !s.found {
		return 0 // nobody goes by the list
	}
	for k := range s.listed {
		delete(s.others, maphash.String(s.seed, k)) // what a page of the list leads on to
	}
	for h := range s.embeds {
		delete(s.others, h)
	}
	return len(s.others)
}

// pages yields the pages of an archive that were not yielded before.
func (s *survey) pages(in *inner.Input, yield func(inner.Document, error) bool) error {
	stopped := false
	w := walk{budget: s.budget, want: s.wants}
	w.use = func(r *record) bool {
		d, ok := document(r, s.budget)
		if !ok {
			return true
		}
		sum := sha256.Sum256(append([]byte(key(r.address())+"\n"), d.Data...))
		page := [16]byte(sum[:])
		if _, again := s.seen[page]; again {
			return true
		}
		if len(s.seen) >= maxPages {
			stopped = true
			yield(inner.Document{}, fmt.Errorf("%w: more than %d pages; the rest was left out", inner.ErrLarge, maxPages))
			return false
		}
		s.seen[page] = struct{}{}
		stopped = !yield(d, nil)
		return !stopped
	}
	err := w.records(in)
	if stopped {
		return errEnough
	}
	return err
}

// wants tells how much of a record that may hold a page is to be read: nothing
// of what is none by its address.
func (s *survey) wants(r *record) int64 {
	switch r.kind() {
	case "response", "resource", "conversion":
	default:
		return 0
	}
	if !s.page(r.address()) {
		return 0
	}
	return inner.MaxDocument
}

// page reports whether what is at an address is a page and not a part of one.
func (s *survey) page(address string) bool {
	k := key(address)
	if s.found {
		return s.listed[k]
	}
	if _, ok := s.embeds[maphash.String(s.seed, k)]; ok {
		return false
	}
	low := strings.ToLower(k)
	if widget(low) {
		return false
	}
	return low != "" && !strings.HasPrefix(low, "urn:") && !strings.HasPrefix(low, "dns:") && !strings.HasPrefix(low, "metadata:")
}

// widget reports whether an address is that of what pages embed.
func widget(address string) bool {
	low := strings.ToLower(address)
	return slices.ContainsFunc(widgets, func(w string) bool { return strings.Contains(low, w) })
}

// widgets are parts of addresses that pages embed.
var widgets = []string{
	"/embed/", "/embed.", "/widget", "widgets.", "/plugins/like", "/plugins/page", "doubleclick.net", "googlesyndication.", "googleads.", "google.com/recaptcha",
	"/recaptcha/", "disqus.com/", "platform.twitter.com", "facebook.com/plugins", "facebook.com/tr", "safeframe", "/adframe", "/iframe", "/robots.txt",
	"consent.", "cmp.", "/oembed", "accounts.google.com", "/gtm.", "googletagmanager.", "addthis.com", "sharethis.com", "criteo.", "/pixel", "/cookie-sync", "/usersync",
}

// document returns the page that a record holds; ok is false if it holds
// something else. Only what may be a page is unpacked.
func document(r *record, b *inner.Budget) (d inner.Document, ok bool) {
	a := answer{200, r.head}
	switch r.kind() {
	case "response":
		if a, ok = readAnswer(r.block); !ok || a.status < 200 || a.status > 203 {
			return d, false
		}
	case "resource", "conversion":
		a.head.Body = r.block
	default:
		return d, false
	}
	return a.document(r.address(), func(at string) bool { return r.kind() != "conversion" && text(at) }, b)
}

// document returns the page that an answer brought from an address; plain tells
// where texts without markup are taken for one.
func (a answer) document(address string, plain func(address string) bool, b *inner.Budget) (d inner.Document, ok bool) {
	var body []byte
	switch kind := a.head.Type; {
	case kind == "text/html", kind == "application/xhtml+xml":
		d.Kind, body = inner.Page, a.body(b)
	case (kind == "text/plain" || kind == "text/markdown") && plain(address):
		d.Kind, body = inner.File, a.body(b)
	case kind == "":
		body = a.body(b)
		if head := bytes.ToLower(body[:min(len(body), 1024)]); !bytes.Contains(head, []byte("<html")) {
			return d, false
		}
		d.Kind = inner.Page
	}
	d.Raw, d.Charset = body, a.head.Params["charset"]
	d.Data = message.Decode(body, d.Charset)
	d.Name, d.Else.Address = address, address
	return d, len(bytes.TrimSpace(body)) > 0
}

// text reports whether an address is that of an article in plain text, by its ending.
func text(address string) bool {
	switch path.Ext(key(address)) {
	case ".txt", ".md", ".markdown":
		return !strings.HasSuffix(address, "robots.txt") && !strings.HasSuffix(address, "llms.txt")
	}
	return false
}
