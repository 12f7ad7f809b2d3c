package store

import (
	"fmt"
	"strings"
	"testing"

	"offprint/reader"
)

// Pages that name one address as theirs but have nothing in common are articles of their own; an update is not.
func TestStrangers(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	c := newCorpus(40)
	const section = "https://news.example/section"
	text := func(i int, title string) Item {
		d := c.article(i, 300)
		d.Article.Address, d.Article.Title = section, reader.CleanLine(title)
		return item(fmt.Sprint(title, i), d)
	}
	one := mustAdd(t, a, text(1, "The first of them"))[0].IDs[0]
	two := mustAdd(t, a, text(2, "The second of them"))[0]
	if two.Status != StatusAdded || two.IDs[0] == one {
		t.Errorf("another page of that address: %+v, want a new article", two)
	}
	for i, id := range []ID{one, two.IDs[0]} {
		again := text(i+1, "The title was changed")
		again.Origin, again.FileHash[0] = fmt.Sprint("again", i), byte(i+1)
		if out := mustAdd(t, a, again)[0]; out.IDs[0] != id || out.Status != StatusUnchanged {
			t.Errorf("page %d again: %+v, want unchanged %d", i+1, out, id)
		}
		d := c.article(i+1, 300)
		d = plainDigest("Another title", "2024-01-01", d.Plain.Text+"\n\nAn update follows "+strings.Repeat("later ", 9))
		d.Article.Address = section
		if out := mustAdd(t, a, item(fmt.Sprint("update", i), d))[0]; out.IDs[0] != id || out.Status != StatusUpdated {
			t.Errorf("page %d updated: %+v, want updated %d", i+1, out, id)
		}
	}
	stub := mustAdd(t, a, export(1, stubOf(section, "Section", reader.Kept{})))[0]
	if stub.IDs[0] != one {
		t.Errorf("a stub of that address: %+v, want %d", stub, one)
	}
	index(t, a)
	sound(t, a)
}
