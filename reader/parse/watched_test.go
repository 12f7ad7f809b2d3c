package parse_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestWatched: whoever watches the time is told of each document.
func TestWatched(t *testing.T) {
	t.Parallel()
	message := "From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: The ferry\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\nThe ferry sails again, and all are glad of it.\n\n"
	steps := 0
	given := 0
	err := parse.Each(reader.Source{Name: "a.mbox", Data: []byte(strings.Repeat(message, 7))}, func() { steps++ }, func(reader.Article) error { given++; return nil })
	if err != nil || given != 7 || steps != 14 {
		t.Errorf("%d articles in %d steps, %v, want 7 in 14", given, steps, err)
	}
}

// TestResumed: a file that is gone over again gives what was not given, without
// what is to be left out: a document, or the text of an article.
func TestResumed(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range 5 {
		fmt.Fprintf(&b, "From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: Ferry %d\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\nThe ferry sails again, and all are glad of it.\n\n", i)
	}
	read := func(r reader.Resume) (told []string) {
		err := parse.Each(reader.Source{Name: "a.mbox", Data: []byte(b.String()), Resume: r}, func() {}, func(a reader.Article) error {
			s := string(a.Title)
			if a.Stub {
				s += " without text"
			}
			for _, l := range a.Repairs {
				s += ", " + string(l.Text)
			}
			told = append(told, s)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		return told
	}
	// The steps: Ferry 0 is read, 1 is read, 0 is given, 2 is read, 1 is given and so on.
	for _, c := range []struct {
		resume reader.Resume
		want   []string
	}{
		{reader.Resume{Given: 3}, []string{"Ferry 3", "Ferry 4"}},
		{reader.Resume{Given: 1, Without: []reader.LeftOut{{Document: 4, Why: "too slow"}}}, []string{"Ferry 1, Ferry 2: too slow", "Ferry 3", "Ferry 4"}},
		{reader.Resume{Given: 1, Without: []reader.LeftOut{{Document: 5, Why: "too slow"}}}, []string{"Ferry 1 without text, its text: too slow", "Ferry 2", "Ferry 3", "Ferry 4"}},
		{reader.Resume{Given: 3, Without: []reader.LeftOut{{Document: 10, Why: "too slow"}}}, []string{"Ferry 3", "Ferry 4 without text, its text: too slow"}},
	} {
		if got := read(c.resume); !slices.Equal(got, c.want) {
			t.Errorf("%+v: got %q, want %q", c.resume, got, c.want)
		}
	}
}
