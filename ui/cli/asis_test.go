package cli

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"offprint/store"
)

// A page whose encoding only its host told is read anew from its original as
// it was read at first, as it was saved and mended again.
func TestShowAsFetched(t *testing.T) {
	t.Parallel()
	const says = "Żółta łódź znów kursuje na wyspę po sztormie, a gęś idzie za nią."
	page, err := charmap.ISO8859_2.NewEncoder().String("<html><head><title>Żółta łódź</title></head><body><article><h1>Żółta łódź</h1><p>" +
		strings.Repeat(says+" ", 20) + "</p></article></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-2")
		_, _ = w.Write([]byte(page))
	}))
	defer host.Close()
	ctx := context.Background()
	var said bytes.Buffer
	p := newProgram(nil, &said, &said, []string{"HOME=" + t.TempDir()})
	defer p.children.Close()
	p.online.Private, p.online.Hurry = true, true
	a, err := p.openAt(ctx, filepath.Join(t.TempDir(), "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if account, err := p.add(ctx, a, []string{host.URL + "/boat"}); err != nil || account.Added != 1 {
		t.Fatalf("%s, %v", account.String(), err)
	}
	for _, asIs := range []bool{true, false} {
		if err := p.showAs(ctx, a, 1, asIs); err != nil {
			t.Fatal(err)
		}
		art, err := a.Article(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		if art.AsIs != asIs || !strings.Contains(string(art.Digest.Article.Markdown), says) {
			t.Errorf("as saved %v, want %v, text %.200q", art.AsIs, asIs, art.Digest.Article.Markdown)
		}
	}
}

// Whose repairs are switched off has its newer text shown as that was saved, too.
func TestShowAsNewer(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	var said bytes.Buffer
	p := newProgram(nil, &said, &said, []string{"HOME=" + t.TempDir()})
	defer p.children.Close()
	a, err := p.openAt(ctx, filepath.Join(t.TempDir(), "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	path := filepath.Join(t.TempDir(), "ferry.txt")
	save := func(day string) {
		t.Helper()
		text := "The ferry sails\n\n" + strings.Repeat("The harbour was closed on "+day+", and nobody knew for how long. ", 9) +
			"\n\nThe passengers were in-\nformed about it at the quay.\n\nOriginal url: https://coast.example/ferry\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if account, err := p.add(ctx, a, []string{path}); err != nil || account.Added+account.Updated != 1 {
			t.Fatalf("%s, %v", account.String(), err)
		}
	}
	save("Monday")
	if err := p.showAs(ctx, a, 1, true); err != nil {
		t.Fatal(err)
	}
	save("a Tuesday")
	art, err := a.Article(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	if md := string(art.Digest.Article.Markdown); !art.AsIs || !strings.Contains(md, "Tuesday") || !strings.Contains(md, "in-") {
		t.Errorf("as saved %v: %s\n%s", art.AsIs, md, said.String())
	}
}
