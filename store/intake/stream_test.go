package intake

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
)

// texts gives n articles of half a piece each, and ends with err.
func texts(n int, err error, given *int) Analyse {
	return func(ctx context.Context, s reader.Source, give func(reader.Digest) error) error {
		if !strings.HasSuffix(s.Name, ".warc") {
			return atOnce(analyse)(ctx, s, give)
		}
		for i := range n {
			text := fmt.Sprintf("Number %d. ", i)
			d := reader.Digest{Article: reader.Article{
				Title: reader.CleanLine(text), Address: reader.CleanLine(fmt.Sprint("https://news.example/", i)),
				Markdown: reader.Clean(text + strings.Repeat("word ", pieceBytes/10)),
			}}
			if err := give(d); err != nil {
				return err
			}
			*given++
		}
		return err
	}
}

// A file with more text than is held at once comes in pieces. If its makers
// fail in between, the file has failed, others have not, and it is read again.
func TestStream(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "one", "b.warc": "WARC/", "c.txt": "two"})
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	given := 0
	run := func(ctx context.Context, analyse Analyse) (Account, map[string]File, error) {
		files := map[string]File{}
		got, err := Run(ctx, a, []string{dir}, Options{Workers: 2, Analyse: analyse, Each: func(f File) { files[filepath.Base(f.Origin)] = f }})
		if got.Seen != got.Total() {
			t.Errorf("seen %d, accounted for %d", got.Seen, got.Total())
		}
		return got, files, err
	}
	got, files, err := run(t.Context(), texts(7, errors.New("lost"), &given))
	if err != nil || got.Added != 2 || files["b.warc"].Status != Failed || files["b.warc"].Reason != "lost" {
		t.Errorf("%v, %v, %v", got.String(), files["b.warc"], err)
	}
	got, files, err = run(t.Context(), texts(7, nil, &given))
	if err != nil || got.Added != 1 || got.Unchanged != 2 || got.Articles != 7 || got.Bytes != 5 {
		t.Errorf("%v, %d articles, %d bytes, %v", got.String(), got.Articles, got.Bytes, err)
	}
	if list := files["b.warc"].Articles; len(list) != 7 || list[6].Title != "Number 6." || list[6].ID == 0 {
		t.Errorf("articles %v", list)
	}
	if got, _, err := run(t.Context(), texts(7, nil, &given)); err != nil || got.Unchanged != 3 || given != 14 {
		t.Errorf("%v, %d given, %v", got.String(), given, err)
	}
}

// An import that is stopped within such a file leaves its account in order.
func TestStreamStopped(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"b.warc": "WARC/"})
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	ctx, stop := context.WithCancel(t.Context())
	given := 0
	stopping := func(c context.Context, s reader.Source, give func(reader.Digest) error) error {
		return texts(9, nil, &given)(c, s, func(d reader.Digest) error {
			if given == 5 {
				stop()
			}
			return give(d)
		})
	}
	got, err := Run(ctx, a, []string{dir}, Options{Analyse: stopping})
	if !errors.Is(err, context.Canceled) || got.Skipped[Stopped] != 1 || got.Total() != 1 {
		t.Errorf("%v, %v", got.String(), err)
	}
	got, err = Run(t.Context(), a, []string{dir}, Options{Analyse: texts(9, nil, &given)})
	l, e := a.List(t.Context(), store.View{})
	if err != nil || e != nil || got.Added+got.Updated != 1 || l.Len() != 9 {
		t.Errorf("%v, %v, %v", got.String(), err, e)
	}
}
