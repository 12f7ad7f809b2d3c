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

const (
	singles = 60  // files of one article
	parts   = 400 // articles of the large one
)

// Stopped anywhere, in the middle of a large export too, the same command
// goes on where it was: nothing is lost, nothing is added twice, and what was
// stored is not read again.
func TestInterruptedGoesOn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := map[string]string{"m-export.mbox": "export"}
	for i := range singles {
		files[fmt.Sprintf("%03d.txt", i)] = "text"
	}
	write(t, dir, files)
	for _, at := range []int{0, 1, 7, singles / 2, singles, singles + 1} {
		interrupt(t, dir, at)
	}
}

// interrupt stops an import after so many files and runs it again.
func interrupt(t *testing.T, dir string, at int) {
	t.Helper()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	read := make(map[string]int)
	first, err := Run(ctx, a, []string{dir}, counting(read, func() {
		if len(read) == at {
			cancel()
		}
	}))
	if at <= singles && !errors.Is(err, context.Canceled) {
		t.Errorf("stopped at %d: %v, want that it was cancelled", at, err)
	}
	if first.Total() != first.Seen || len(first.Failed) > 0 || first.Added != len(read) {
		t.Errorf("stopped at %d: %s, of %d that were read", at, first.String(), len(read))
	}
	again, err := Run(t.Context(), a, []string{dir}, counting(read, func() {}))
	if err != nil || again.Unchanged != first.Added || first.Added+again.Added != singles+1 {
		t.Errorf("after %s: %s, %v", first.String(), again.String(), err)
	}
	for name, n := range read {
		if n > 1 {
			t.Errorf("%s was read %d times", name, n)
		}
	}
	l, err := a.List(t.Context(), store.View{})
	if err != nil || l.Len() != singles+parts {
		t.Errorf("%d articles, %v, want %d", l.Len(), err, singles+parts)
	}
}

// counting are options of an import with one worker that counts what it reads
// and calls before each file.
func counting(read map[string]int, before func()) Options {
	return Options{Workers: 1, Judge: judge, Analyse: atOnce(func(ctx context.Context, s reader.Source) ([]reader.Digest, error) {
		before()
		if ctx.Err() != nil {
			return nil, ctx.Err() // as the makers do between the articles of a file
		}
		read[s.Name]++
		if strings.HasSuffix(s.Name, ".mbox") {
			return numbered(s.Name, parts), nil
		}
		return numbered(s.Name, 1), nil
	})}
}

// numbered are n articles with texts of their own.
func numbered(name string, n int) []reader.Digest {
	list := make([]reader.Digest, n)
	for i := range list {
		text := fmt.Sprintf("Part %d of %s", i, name)
		list[i].Article = reader.Article{Title: reader.CleanLine(text), Markdown: reader.Clean(text)}
	}
	return list
}
