package intake

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"offprint/reader"
)

// Addresses and paths make one account; each address is fetched once.
func TestAddresses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "one"})
	fetched := make(chan string, 10)
	fetch := func(_ context.Context, address string) (reader.Source, error) {
		fetched <- address
		if address == "http://gone.example/" {
			return reader.Source{}, errors.New("the host answers 404")
		}
		return reader.Source{Name: address, Data: []byte("two"), Address: address}, nil
	}
	a := newFake()
	got := add(t, a, Options{Fetch: fetch, Originals: true}, filepath.Join(dir, "a.txt"),
		"https://a.example/x", "https://a.example/x", "http://gone.example/")
	if want := 2; got.Seen != 3 || got.Added != want || len(got.Failed) != 1 || got.Failed[0].Reason != "the host answers 404" {
		t.Errorf("%s, failed %v", got.String(), got.Failed)
	}
	if len(fetched) != 2 {
		t.Errorf("%d requests, want 2", len(fetched))
	}
	if item := a.files["https://a.example/x"]; string(item.Original) != "two" {
		t.Errorf("the page is kept as %q", item.Original)
	}
	if got := add(t, a, Options{}, "https://b.example/"); len(got.Failed) != 1 || got.Failed[0].Reason != "addresses are not fetched here" {
		t.Errorf("without a network: %s", got.String())
	}
	if got := add(t, a, Options{}, "www.a.example/x"); len(got.Failed) != 1 || got.Failed[0].Reason != "there is no such file; an address begins with https://" {
		t.Errorf("an address without its beginning: %v", got.Failed)
	}
	if got := add(t, a, Options{}, "ftp://a.example/x"); len(got.Failed) != 1 || got.Failed[0].Reason != "only addresses that begin with https:// or http:// are fetched" {
		t.Errorf("an address of another kind: %v", got.Failed)
	}
	for s, want := range map[string]bool{
		"https://a.example/": true, "HTTP://a.example": true, "http:/a": false, "file:///x": false, "https": false, "a/b.html": false, "-": false,
	} {
		if IsAddress(s) != want {
			t.Errorf("IsAddress(%q) is %v", s, !want)
		}
	}
}
