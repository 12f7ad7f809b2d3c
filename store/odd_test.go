package store

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"offprint/reader"
)

// odd are what exports hold besides what they should.
var odd = []string{
	"", " ", "-", "…", "\n", "İ ﬁ Ǿ", "漢字かな", "\x1b[2J", "\xff\xfe", "# x\n\n> y", "a", "a b", "the river rose in the night, they said",
	"https://a.example/x", "https://a.example/", "http://[::1]:80/%zz?&=", "javascript:void(0)", "mailto:a@b.example", "about:blank", "//a.example",
	"https://web.archive.org/web/2015/https:/", "https://m./amp", "https://a.example/?utm_source=x", "file:///etc/passwd", "https://é.example/ü?ß=1",
}

// Whatever a list of kept articles says, it can be added, changes nothing when
// another file says the same, and leaves the archive sound.
func TestExportOfAnything(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(21, 22))
	pick := func() string { return odd[r.IntN(len(odd))] }
	a := testArchive(t)
	for round := range 300 {
		d := plainDigest("", "", string(reader.Clean(pick())))
		art := &d.Article
		art.Stub, art.Address, art.Title, art.Byline = true, reader.CleanLine(pick()), reader.CleanLine(pick()), reader.CleanLine(pick())
		art.Tags = []reader.Text{reader.CleanLine(pick()), reader.CleanLine(pick())}
		art.Kept = reader.Kept{Saved: time.Unix(r.Int64N(1<<42)-1<<41, 0), Starred: r.IntN(2) == 0, Read: r.IntN(2) == 0, Passages: []reader.Passage{
			{Text: reader.Clean(pick()), Note: reader.Clean(pick())}, {Note: reader.Clean(pick())}, {Text: reader.Clean(pick()), Made: time.Unix(r.Int64N(1<<42)-1<<41, 0)}}}
		first := mustAdd(t, a, export(2*round, d))[0]
		if second := mustAdd(t, a, export(2*round+1, d))[0]; identityKey(art) != "" && (second.Status != StatusUnchanged || second.IDs[0] != first.IDs[0]) {
			t.Errorf("again: %+v, was %+v, of %+v", second, first, art)
		}
		if round%5 == 0 {
			mustAdd(t, a, item(pick()+"text", page(pick(), pick(), "", pick()+" and a text around it "+pick())))
		}
		if _, err := a.Article(context.Background(), first.IDs[0]); err != nil {
			t.Error(err)
		}
	}
	index(t, a)
	sound(t, a)
	if err := a.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	sound(t, a)
}
