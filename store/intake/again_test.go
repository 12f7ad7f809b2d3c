package intake

import (
	"context"
	"testing"

	"offprint/reader"
)

// A file that has not changed is read when that is asked for, and the archive told so.
func TestAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "a text"})
	a, read := newFake(), 0
	o := Options{Workers: 1, Analyse: func(_ context.Context, s reader.Source, give func(reader.Digest) error) error {
		read++
		return give(reader.Digest{Article: reader.Article{Title: reader.CleanLine(s.Name)}})
	}}
	add(t, a, o, dir)
	add(t, a, o, dir)
	o.Again = true
	add(t, a, o, dir)
	for _, it := range a.files {
		if read != 2 || !it.Again {
			t.Errorf("read %d times, again %v; want 2 times, the last again", read, it.Again)
		}
	}
}
