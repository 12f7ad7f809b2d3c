package cli

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"offprint/store"
	"offprint/store/intake"
)

// Of a zip that is too large to be kept what its articles are made from is:
// it is given back byte for byte, and an article can be shown as it was saved.
func TestLargeZip(t *testing.T) {
	t.Parallel()
	const broken = "The ferry sails to the\n\nisland again after the storm, and passengers were in-\n\nformed about it at the quay on Monday morning."
	page := []byte("Title: The ferry sails\r\n\r\n" + strings.Repeat("The harbour was closed on Monday, and nobody knew for how long. ", 9) + "\r\n\r\n" + broken + "\r\n")
	path := filepath.Join(t.TempDir(), "large.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	put := func(name string, data []byte) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("film.mp4", make([]byte, intake.MaxSize+1))
	put("texts/ferry.txt", page)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f.Close()

	ctx := context.Background()
	var said bytes.Buffer
	home, archive := t.TempDir(), filepath.Join(t.TempDir(), "a.db")
	p := newProgram(nil, &said, &said, []string{"HOME=" + home})
	defer p.children.Close()
	a, err := p.openAt(ctx, archive, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if account, err := p.add(ctx, a, []string{path}); err != nil || account.Added != 1 || account.Articles != 1 {
		t.Fatalf("%s, %v\n%s", account.String(), err, said.String())
	}
	mended, err := a.Article(ctx, 1)
	if err != nil || !strings.Contains(string(mended.Digest.Article.Markdown), "were informed about") {
		t.Fatalf("%v, %q", err, mended.Digest.Article.Markdown)
	}
	if err := p.showAs(ctx, a, 1, true); err != nil {
		t.Fatal(err)
	}
	if saved, err := a.Article(ctx, 1); err != nil || !saved.AsIs || !strings.Contains(string(saved.Digest.Article.Markdown), "in-") {
		t.Errorf("as saved: %v, %q", err, saved.Digest.Article.Markdown)
	}
	a.Close()

	var out, errs bytes.Buffer
	code := Main(ctx, []string{"--archive", archive, "show", "--original", "1"}, nil, &out, &errs, []string{"HOME=" + home})
	if code != 0 || !bytes.Equal(out.Bytes(), page) {
		t.Errorf("exit code %d, the original is %q", code, out.String())
	}
	if !strings.Contains(errs.String(), "texts/ferry.txt") {
		t.Errorf("it says %q", errs.String())
	}
}
