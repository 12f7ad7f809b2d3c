package omnivore_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/omnivore"
)

func open(t testing.TB, files ...[2]string) *bundle.Zip {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		e, err := w.Create(f[0])
		if err == nil {
			_, err = e.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := bundle.Open(b.Bytes(), inner.NewBudget(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func read(z *bundle.Zip) (docs []inner.Document, errs []error) {
	for d, err := range omnivore.Read(z) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errs
}

const list = `[
	{"slug": "bridge", "title": "The bridge", "author": "Jane Roe", "url": "https://example.org/bridge", "labels": ["Elm", 7], "publishedAt": "2024-05-12T00:00:00.000Z"},
	{"slug": "gone", "title": 7, "labels": "Elm"}]`

// TestRead: texts are joined with what the lists say; what has no text is
// counted; a list that cannot be read is told.
func TestRead(t *testing.T) {
	t.Parallel()
	z := open(t, [2]string{"metadata_0_to_2.json", list}, [2]string{"content/bridge.html", "<p>It is open.</p>"}, [2]string{"highlights/bridge.md", "> open"}, [2]string{"metadata_2_to_4.json", "["})
	if !omnivore.Is(z) || omnivore.Is(open(t, [2]string{"a/metadata_0_to_2.json", list})) {
		t.Fatal("not known for what it is")
	}
	docs, errs := read(z)
	if len(docs) != 1 || len(errs) != 2 || errs[1].Error() != "1 of 2 articles came without their text" {
		t.Fatalf("got %d articles, %v", len(docs), errs)
	}
	m := docs[0].Says
	got := [5]string{string(docs[0].Data), m.Title, m.Byline, m.Address, m.Date}
	if want := [5]string{"<p>It is open.</p>", "The bridge", "Jane Roe", "https://example.org/bridge", "2024-05-12T00:00:00.000Z"}; got != want || len(m.Tags) != 1 {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzRead: whatever stands in a list, each line of it gives one text at most.
func FuzzRead(f *testing.F) {
	f.Add(list)
	f.Add(`[{"slug": "../../bridge"}, null]`)
	f.Fuzz(func(t *testing.T, list string) {
		if len(list) > 1<<12 {
			return
		}
		docs, errs := read(open(t, [2]string{"metadata_0_to_2.json", list}, [2]string{"content/bridge.html", "<p>It is open.</p>"}))
		if len(docs) > len(list)/6 || len(errs) > 2 {
			t.Errorf("%q gave %d articles, %v", list, len(docs), errs)
		}
	})
}
